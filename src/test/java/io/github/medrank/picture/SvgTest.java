package io.github.medrank.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.PublishedResult;
import io.github.medrank.RankRange;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.audit.CompositeMean;
import io.github.medrank.audit.RecoveredRule;
import io.github.medrank.audit.Recovery;
import io.github.medrank.audit.ScoreScale;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.comparison.RankedList;
import io.github.medrank.ranking.Rankers;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class SvgTest {
    private static final List<String> NAMES = List.of(
            "香港大學",
            "Universität Heidelberg",
            "Charité – Universitätsmedizin Berlin",
            "جامعة القاهرة",
            "كلية الطب والعلوم الصحية في جامعة طويلة الاسم جدا لا تتسع لها خانة واحدة أبدا",
            "The Very Long Name of the University of Medical & Health Sciences of the <Autonomous> \"Region\"",
            "東京大学医学部附属病院国際医療研究センター長い名前の大学院医学系研究科",
            "Московский государственный университет");

    private static Document parse(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (Exception e) {
            throw new AssertionError(svg, e);
        }
    }

    private static List<Element> all(Document svg, String tag) {
        NodeList nodes = svg.getElementsByTagName(tag);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static String name(int i) {
        return NAMES.get(i % NAMES.size()) + (i < NAMES.size() ? "" : " " + i);
    }

    private static Ranking ranking(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable.Builder table = IndicatorTable.builder(
                Indicator.of("a", "Academic"), Indicator.of("b", "Been & cited"), Indicator.of("c", "<Citations>"));
        for (int i = 0; i < n; i++) {
            table.row(
                    School.of("s" + i, name(i)),
                    random.nextInt(1000) / 10.0,
                    random.nextInt(1000) / 10.0,
                    random.nextInt(1000) / 10.0);
        }
        return plain(table);
    }

    private static Ranking plain(IndicatorTable.Builder table) {
        return Methodology.builder("Plain")
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(1))
                .build()
                .rank(table.build());
    }

    private static Map<School, RankRange> intervals(Ranking ranking) {
        Map<School, RankRange> intervals = new LinkedHashMap<>();
        for (RankedSchool each : ranking) {
            int place = ranking.placeAt(each.row());
            intervals.put(
                    each.school(),
                    RankRange.of(Math.max(1, place - 3), place + 4.5, "made up").withMedian(place));
        }
        return intervals;
    }

    /** Every picture with rows, in the usual look and in a narrow, dark one with all that can be added. */
    private static List<String> pictures(int n) {
        PictureOptions usual = PictureOptions.titled("Contributions & <all>");
        PictureOptions full = usual.withSubtitle(
                        "A subtitle that is long enough for a second line & a bit in a narrow picture")
                .withSource("<a table> of many words that came from somewhere, and went somewhere else after that")
                .withWidth(400)
                .inDark()
                .highlighting("s0");
        return Stream.of(usual, full)
                .flatMap(each -> pictures(n, each).stream())
                .toList();
    }

    private static List<String> pictures(int n, PictureOptions options) {
        Ranking one = ranking(n, 1);
        Ranking other = ranking(n + 3, 2).filter(each -> !each.id().equals("s1"));
        return List.of(
                Svg.contributions(one, options),
                Svg.rankIntervals(one, intervals(one), options),
                Svg.table(one, options),
                Svg.slope(RankComparison.of(one, other), "2025", "2026", options),
                Svg.bump(
                        List.of("2024", "2025", "2026"),
                        List.of(RankedList.of(other), RankedList.of(one), RankedList.of(other)),
                        options));
    }

    /**
     * A school of 10 and 0 with 4 printed scores between 3.5 and 4.5, so the first indicator has 35 to 45 percent: the
     * ends of both lines are known without a program.
     */
    @Test
    void weights_are_lines_between_the_ends_that_the_rows_leave_and_a_dot_between_them() {
        Indicator a = Indicator.of("a", "Papers & <more>");
        Indicator b = Indicator.of("b");
        School only = School.of("Only a");
        IndicatorTable table = IndicatorTable.builder(a, b)
                .row(only, 10, 0)
                .published(only, PublishedResult.of("1", "4"))
                .build();
        RecoveredRule rule = Recovery.of(table)
                .withMean(CompositeMean.ARITHMETIC)
                .withScale(ScoreScale.AS_IS)
                .run()
                .best()
                .orElseThrow();
        PictureOptions options = PictureOptions.titled("Weights & <all>")
                .withWidth(400)
                .withSource("a <table>")
                .inDark();

        for (String picture :
                List.of(Svg.weightIntervals(rule, options), Svg.weightIntervals(rule, "Weights & <all>"))) {
            Document svg = parse(picture);
            assertThat(svg.getDocumentElement()
                            .getElementsByTagName("desc")
                            .item(0)
                            .getTextContent())
                    .contains("Weights with which all 1 printed rows agree")
                    .contains("Papers & <more>: from 35.00–45.00 percent, simplest 40")
                    .contains("b: from 55.00–65.00 percent, simplest 60");
            List<Element> lines = all(svg, "line").stream()
                    .filter(line -> line.getAttribute("stroke-width").equals("3"))
                    .toList();
            List<Element> dots = all(svg, "circle");
            assertThat(lines).hasSize(2);
            for (int i = 0; i < 2; i++) { // ten points each, five on either side of the simplest weight
                double from = number(lines.get(i), "x1");
                double to = number(lines.get(i), "x2");
                assertThat(to - from)
                        .isGreaterThan(50)
                        .isCloseTo(number(lines.get(0), "x2") - number(lines.get(0), "x1"), within(0.02));
                assertThat(number(dots.get(i), "cx")).isCloseTo((from + to) / 2, within(0.02));
            }
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Svg.weightIntervals(rule, options.highlighting("Yale")))
                .withMessage("schools [Yale] are to be highlighted, and this picture shows none; leave them out");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 35, 200})
    void every_picture_is_xml_with_a_text_alternative_and_nothing_from_outside(int n) {
        Ranking ranking = ranking(n, 1);
        List<Indicator> indicators = ranking.table().indicators();
        String scatter = Svg.scatter(ranking, indicators.get(0), indicators.get(1), "Contributions & <all>");
        for (String picture :
                Stream.concat(pictures(n).stream(), Stream.of(scatter)).toList()) {
            Document svg = parse(picture);
            Element root = svg.getDocumentElement();
            assertThat(root.getAttribute("role")).isEqualTo("img");
            assertThat(root.getElementsByTagName("title").item(0).getTextContent())
                    .isEqualTo("Contributions & <all>");
            String description = root.getElementsByTagName("desc").item(0).getTextContent();
            for (int i = 0; i < n; i++) {
                assertThat(description).contains(name(i));
            }
            assertThat(picture)
                    .doesNotContain("href", "url(", "<script", "<style", "@import", "<image", "NaN", "Infinity")
                    .endsWith("</svg>\n");
            assertThat(picture.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http");
        }
    }

    /** Text that starts or ends outside, by a careful guess of its width, would be cut. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 35, 200})
    void nothing_sticks_out_and_no_labels_overlap(int n) {
        for (String picture : pictures(n)) {
            Document svg = parse(picture);
            double width = number(svg.getDocumentElement(), "width");
            double height = number(svg.getDocumentElement(), "height");
            assertThat(svg.getDocumentElement().getAttribute("viewBox"))
                    .isEqualTo("0 0 " + SvgCanvas.number(width) + " " + SvgCanvas.number(height));
            for (Element rect : all(svg, "rect")) {
                assertThat(number(rect, "x")).isBetween(0.0, width);
                assertThat(number(rect, "x") + number(rect, "width")).isBetween(0.0, width + 0.01);
                assertThat(number(rect, "y") + number(rect, "height")).isBetween(0.0, height + 0.01);
            }
            Map<Double, List<double[]>> lines = new LinkedHashMap<>();
            for (Element text : all(svg, "text")) {
                double size = size(text);
                double wide = TextWidth.of(text.getTextContent()) * size;
                double x = number(text, "x");
                double from = switch (anchor(text)) {
                    case "end" -> x - wide;
                    case "middle" -> x - wide / 2;
                    default -> x;
                };
                assertThat(from).as(text.getTextContent()).isGreaterThan(0);
                assertThat(from + wide).as(text.getTextContent()).isLessThan(width);
                assertThat(number(text, "y")).isBetween(size * 0.7, height - 3);
                lines.computeIfAbsent(number(text, "y"), y -> new ArrayList<>()).add(new double[] {from, from + wide});
            }
            lines.values().forEach(spans -> {
                spans.sort((one, other) -> Double.compare(one[0], other[0]));
                for (int i = 1; i < spans.size(); i++) {
                    assertThat(spans.get(i)[0]).isGreaterThanOrEqualTo(spans.get(i - 1)[1] - 0.01);
                }
            });
            // Different lines of text are a line apart.
            List<Double> ys = lines.keySet().stream().sorted().toList();
            for (int i = 1; i < ys.size(); i++) {
                assertThat(ys.get(i) - ys.get(i - 1)).isGreaterThan(10);
            }
        }
    }

    private static double size(Element text) {
        for (Element at = text; ; at = (Element) at.getParentNode()) {
            if (at.hasAttribute("font-size")) {
                return number(at, "font-size");
            }
        }
    }

    private static String anchor(Element text) {
        Element parent = (Element) text.getParentNode();
        return text.getAttribute("text-anchor").isEmpty()
                ? parent.getAttribute("text-anchor")
                : text.getAttribute("text-anchor");
    }

    @Test
    void the_same_input_gives_the_same_bytes_in_every_locale() {
        List<String> before = pictures(35);
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(pictures(35)).isEqualTo(before);
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void the_parts_of_a_bar_are_as_long_as_the_points_they_stand_for() {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        IndicatorTable table = IndicatorTable.builder(a, b)
                .row(School.of("One"), 80, 40)
                .row(School.of("Two"), 20, -40)
                .build();
        Weights weights = Weights.of(Map.of(a, 3, b, 1));
        Ranking ranking = Methodology.builder("m")
                .weights(weights)
                .ranker(Rankers.weightedMean())
                .build()
                .rank(table);
        Document svg = parse(Svg.contributions(ranking, "Bars"));
        List<Element> bars = all(svg, "rect").stream()
                .filter(each ->
                        each.getParentNode().getFirstChild().getNodeName().equals("title"))
                .filter(each -> !each.getParentNode().getNodeName().equals("svg"))
                .toList();
        // 60 and 10 points, then 15 and −10; the scale goes from −10 to 70.
        double unit = (number(bars.get(0), "width") + 0.75) / 60;
        assertThat(number(bars.get(1), "width") + 0.75).isCloseTo(10 * unit, within(0.03));
        assertThat(number(bars.get(1), "x")).isCloseTo(number(bars.get(0), "x") + 60 * unit, within(0.03));
        assertThat(number(bars.get(2), "width") + 0.75).isCloseTo(15 * unit, within(0.03));
        assertThat(number(bars.get(3), "width") + 0.75).isCloseTo(10 * unit, within(0.03));
        assertThat(number(bars.get(3), "x") + 10 * unit).isCloseTo(number(bars.get(2), "x"), within(0.03));
        assertThat(bars).hasSize(4);
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).isEqualTo("""
                Stacked bars: what each indicator adds to the score of 2 schools, in points.
                1 One, 70: a 60, b 10
                2 Two, 5: a 15, b -10""");
    }

    @Test
    void a_score_that_is_no_weighted_sum_shows_what_it_has_beyond() {
        IndicatorTable table = IndicatorTable.builder(Indicator.of("a"), Indicator.of("b"))
                .row(School.of("One"), 80, 40)
                .build();
        Ranking least = Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.min());
        assertThat(Svg.contributions(least, "Least")).contains("1 One, 40: a 40, b 20, aggregation -20");
    }

    @Test
    void of_many_indicators_the_least_weighty_are_one_part() {
        List<Indicator> many =
                IntStream.range(0, 12).mapToObj(i -> Indicator.of("i" + i)).toList();
        IndicatorTable table = IndicatorTable.builder(many)
                .row(
                        School.of("One"),
                        IntStream.range(0, 12).mapToDouble(i -> 13).toArray())
                .build();
        Weights.Builder weights = Weights.builder();
        many.forEach(each ->
                weights.put(each, each.id().equals("i11") ? 0 : each.id().equals("i3") ? 1 : 2));
        Ranking ranking = Methodology.builder("m")
                .weights(weights.build())
                .ranker(Rankers.weightedMean())
                .build()
                .rank(table);
        // Eleven count: nine have a part of their own, i3 and the last of the others share one of 1·13/21 + 2·13/21.
        assertThat(Svg.contributions(ranking, "Many"))
                .contains("i9 1.24, 2 other indicators 1.86")
                .contains("1 One, 13: i0 1.24, i1 1.24, i2 1.24, i4 1.24")
                .doesNotContain("i11");
    }

    @Test
    void a_long_name_is_cut_in_the_picture_and_whole_in_the_words() {
        School latin = School.of("l", NAMES.get(5));
        School arabic = School.of("a", NAMES.get(4));
        Ranking two =
                plain(IndicatorTable.builder(Indicator.of("x")).row(latin, 2).row(arabic, 1));
        RankRange alone = RankRange.of(1, 1, "made up");
        Document svg = parse(Svg.rankIntervals(two, Map.of(latin, alone, arabic, alone), "Long"));
        List<String> texts =
                all(svg, "text").stream().map(Element::getTextContent).toList();
        assertThat(texts).anyMatch(text -> text.startsWith("The Very Long Name") && text.endsWith("…"));
        // A right-to-left mark keeps the ellipsis at the left end of an Arabic name.
        assertThat(texts).anyMatch(text -> text.startsWith("كلية") && text.endsWith("…\u200F"));
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent()).contains(NAMES.get(4), NAMES.get(5));
    }

    @Test
    void ranges_say_what_they_stand_on_and_mark_the_position_apart_from_the_median() {
        Ranking three = ranking(3, 1);
        List<School> order = three.stream().map(RankedSchool::school).toList();
        Document svg = parse(Svg.rankIntervals(
                three,
                Map.of(
                        order.get(0), RankRange.of(1, 2, "90 % of 100 draws").withMedian(2),
                        order.get(1), RankRange.of(1, 3, "exact over all weights")),
                "How sure"));
        assertThat(all(svg, "text").stream().map(Element::getTextContent))
                .contains("Ranges: 90 % of 100 draws; exact over all weights");
        assertThat(svg.getElementsByTagName("desc").item(0).getTextContent())
                .contains(order.get(0) + ": 1, from 1–2, median 2")
                .contains(order.get(1) + ": 2, from 1–3\n")
                .endsWith("Without a range: " + order.get(2).name());
        // The first school's dot is at position 1, left of the tick of its median at 2; the second has no tick.
        List<Element> dots = all(svg, "circle");
        List<Element> upright = all(svg, "line").stream()
                .filter(line -> line.getAttribute("stroke-width").equals("2"))
                .toList();
        assertThat(dots).hasSize(2);
        assertThat(upright).hasSize(1);
        assertThat(Double.parseDouble(dots.get(0).getAttribute("cx")))
                .isLessThan(Double.parseDouble(upright.get(0).getAttribute("x1")));
    }

    @Test
    void a_slope_tells_rises_falls_newcomers_and_leavers() {
        RankedList then = list("a", 1, "b", 2, "gone", 3, "d", 4);
        RankedList now = list("b", 1, "a", 2, "d", 2, "new", 4);
        String svg = Svg.slope(RankComparison.of(then, now), "then", "now", "Slope");
        assertThat(parse(svg).getElementsByTagName("desc").item(0).getTextContent())
                .isEqualTo("""
                Positions of 5 schools in then, now.
                b: 2 → 1
                a: 1 → =2
                d: 4 → =2
                new: not ranked → 4
                gone: 3 → not ranked""");
        List<String> texts =
                all(parse(svg), "text").stream().map(Element::getTextContent).toList();
        assertThat(texts).contains("▲ 1", "▼ 1", "▲ 2", "new", "=2");
        assertThat(texts).filteredOn("gone"::equals).hasSize(1);
        assertThat(texts).filteredOn("a"::equals).hasSize(2);
        assertThat(all(parse(svg), "line")).hasSize(3);
    }

    @Test
    void a_bump_chart_follows_a_school_through_its_aliases() {
        School now = School.of("Karolinska Institutet").withAlias("Karolinska Institute");
        RankedList newest = RankedList.ofPositions(Map.of(now, 1, School.of("b"), 2));
        RankedList old = list("Karolinska Institute", 2, "b", 1);
        assertThat(Svg.bump(List.of("1", "2", "3"), List.of(old, list("b", 1), newest), "Bump"))
                .contains("Karolinska Institutet: 2 → not ranked → 1")
                .contains("b: 1 → 1 → 2");
    }

    private static RankedList list(Object... namesAndPositions) {
        Map<School, Integer> positions = new LinkedHashMap<>();
        for (int i = 0; i < namesAndPositions.length; i += 2) {
            positions.put(School.of((String) namesAndPositions[i]), (Integer) namesAndPositions[i + 1]);
        }
        return RankedList.ofPositions(positions);
    }

    @Test
    void a_mean_that_is_no_sum_has_no_empty_half() {
        IndicatorTable table = IndicatorTable.builder(Indicator.of("a"), Indicator.of("b"))
                .row(School.of("One"), 90, 10)
                .row(School.of("Two"), 30, 40)
                .build();
        Ranking geometric =
                Methodology.builder("m").ranker(Rankers.geometricMean()).build().rank(table);
        Document svg = parse(Svg.contributions(geometric, "Geometric"));
        // Of 50 points 20 are cut off, so that the bar ends at 30; the scale begins at 0.
        List<Element> cut = all(svg, "rect").stream()
                .filter(each -> each.hasAttribute("stroke-dasharray") && number(each, "height") > 12)
                .toList();
        assertThat(cut).hasSize(2);
        assertThat(all(svg, "text").stream().map(Element::getTextContent)).noneMatch(text -> text.startsWith("-"));
        Element whole = all(svg, "rect").stream()
                .filter(each -> each.getParentNode().equals(cut.get(1).getParentNode()))
                .findFirst()
                .orElseThrow();
        double unit = (number(whole, "width") + 0.75) / 45;
        assertThat(number(cut.get(1), "width")).isCloseTo(20 * unit, within(0.03));
    }

    @Test
    void highlighted_schools_stand_out_and_unknown_ones_are_refused() {
        Ranking three = ranking(3, 1);
        PictureOptions options = PictureOptions.titled("t").highlighting("香港大學");
        assertThat(all(parse(Svg.contributions(three, options)), "text"))
                .filteredOn(each -> each.getAttribute("font-weight").equals("700"))
                .extracting(Element::getTextContent)
                .contains("香港大學");
        assertThat(Svg.contributions(three, PictureOptions.titled("t").highlighting(School.of("s0", "any"))))
                .isEqualTo(Svg.contributions(three, options));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Svg.contributions(three, options.highlighting("Nowhere")))
                .withMessageContaining("no school \"Nowhere\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options.withWidth(319))
                .withMessage("width 319; a picture is between 320 and 10000 wide");
    }

    @Test
    void a_school_that_appears_in_the_middle_or_leaves_is_named() {
        List<RankedList> editions = List.of(list("a", 1, "leaves", 2), list("a", 1, "middle", 2), list("a", 1, "c", 2));
        List<String> texts = all(parse(Svg.bump(List.of("1", "2", "3"), editions, "Bump")), "text").stream()
                .map(Element::getTextContent)
                .toList();
        assertThat(texts).filteredOn("middle"::equals).hasSize(1);
        assertThat(texts).filteredOn("leaves"::equals).hasSize(1);
        assertThat(texts).filteredOn("out"::equals).hasSize(2);
    }

    /** The skyline by its definition, over all pairs; of an indicator of which less is better, less is better. */
    @Test
    void a_scatter_names_its_skyline_and_whom_it_leaves_out() {
        Indicator more = Indicator.of("m", "More");
        Indicator less = Indicator.of("l", "Less").withDirection(Direction.LOWER_IS_BETTER);
        IndicatorTable table = IndicatorTable.builder(more, less)
                .row(School.of("Best in more"), 9, 9)
                .row(School.of("Best in less"), 1, 1)
                .row(School.of("Beaten"), 1, 9)
                .row(School.of("Unknown"), List.of(Cell.of(5), Cell.missing(MissingReason.NOT_REPORTED)))
                .build();
        Ranking ranking = Ranking.byScore(table, Weights.equal(table.indicators()), row -> row.value(more));
        String svg = Svg.scatter(ranking, more, less, "Two");
        assertThat(parse(svg).getElementsByTagName("desc").item(0).getTextContent())
                .contains("1 Best in more: More 9, Less 9, in the skyline")
                .contains("Best in less: More 1, Less 1, in the skyline")
                .contains("Beaten: More 1, Less 9\n")
                .endsWith("\nWithout both values: Unknown");
        assertThat(all(parse(svg), "text").stream().map(Element::getTextContent))
                .contains("Best in more", "Best in less")
                .doesNotContain("Beaten");
    }

    @Test
    void long_texts_break_at_blanks() {
        assertThat(TextWidth.lines("", 10, 3)).isEmpty();
        assertThat(TextWidth.lines("one two three", 100, 3)).containsExactly("one two three");
        assertThat(TextWidth.lines("one two three", 4.5, 3)).containsExactly("one two", "three");
        assertThat(TextWidth.lines("one two three", 3.2, 2)).containsExactly("one", "two…");
        assertThat(TextWidth.lines("香港大學醫學院", 4, 3)).containsExactly("香港…");
    }

    @Test
    void characters_that_xml_has_no_place_for_are_replaced() {
        assertThat(SvgCanvas.escaped("a<b>&\"c\u0001\uD800\uFFFF\n\t𠮷"))
                .isEqualTo("a&lt;b&gt;&amp;&quot;c\uFFFD\uFFFD\uFFFD\n\t𠮷");
    }

    @Test
    void numbers_are_short_and_have_a_point() {
        assertThat(SvgCanvas.number(1234.5)).isEqualTo("1234.5");
        assertThat(SvgCanvas.number(0.125)).isEqualTo("0.13");
        assertThat(SvgCanvas.number(-0.001)).isEqualTo("0");
        assertThat(SvgCanvas.number(300)).isEqualTo("300");
    }

    @Test
    void scales_have_round_steps() {
        assertThat(Ticks.around(0, 96.7, 9)).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(Ticks.around(-0.3, 0.3, 9)).containsExactly(-0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3);
        assertThat(Ticks.around(0, 7, 9)).containsExactly(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
        assertThat(Ticks.positions(35, 9)).containsExactly(1.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0);
        assertThat(Ticks.positions(1, 9)).containsExactly(1.0);
        assertThat(Ticks.positions(3, 9)).containsExactly(1.0, 2.0, 3.0);
        assertThat(Ticks.positions(1500, 9)).containsExactly(1.0, 200.0, 400.0, 600.0, 800.0, 1000.0, 1200.0, 1400.0);
    }

    @Test
    void a_picture_of_nothing_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Svg.contributions(ranking(3, 1).top(0), "None"))
                .withMessage("no ranked schools; a picture needs at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Svg.rankIntervals(ranking(3, 1), Map.of(), "None"))
                .withMessage("none of the 3 schools shown has one of the 0 ranges; a picture needs at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Svg.bump(List.of("2025"), List.of(list("a", 1)), "One"))
                .withMessage("1 names for 1 rankings; a picture needs at least two, and a name for each");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Svg.bump(List.of("2025"), List.of(list("a", 1), list("a", 1)), "One"))
                .withMessage("1 names for 2 rankings; a picture needs at least two, and a name for each");
        assertThatNullPointerException()
                .isThrownBy(() -> Svg.contributions(null, "x"))
                .withMessage("ranking");
        assertThatNullPointerException()
                .isThrownBy(() -> Svg.rankIntervals(ranking(3, 1), Map.of(), (String) null))
                .withMessage("title");
    }
}
