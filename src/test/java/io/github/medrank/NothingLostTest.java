package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.medrank.normalization.Imputations;
import io.github.medrank.picture.Svg;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import io.github.medrank.text.Csv;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ranking was shortened to, what an attribute does not say, and why a school is not ranked: none gets lost. */
class NothingLostTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final Indicator C = Indicator.of("c");
    private static final Methodology SUM =
            Methodology.builder("Sum").ranker(Rankers.weightedMean()).build();

    private static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static IndicatorTable table(SplittableRandom random) {
        IndicatorTable.Builder table = IndicatorTable.builder(A, B);
        for (int i = 0; i < random.nextInt(2, 9); i++) {
            School school =
                    School.of("s" + random.nextInt(90) + "-" + i).withCountry(random.nextBoolean() ? "GB" : "AU");
            table.row(school, random.nextInt(4), random.nextInt(4));
        }
        return table.build();
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_first_few_stay_the_first_few(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Ranking whole = SUM.rank(table(random));
        int n = random.nextInt(0, whole.size() + 2);
        List<RankedSchool> first = whole.schools().subList(0, Math.min(n, whole.size()));
        List<RankedSchool> british =
                first.stream().filter(each -> each.school().isIn("GB")).toList();

        Ranking top = whole.top(n);

        assertThat(top.schools()).isEqualTo(first);
        assertThat(top.filter(each -> each.isIn("GB")).schools()).isEqualTo(british);
        assertThat(top.filter(each -> each.isIn("GB")).top(1).schools())
                .isEqualTo(british.subList(0, Math.min(1, british.size())));
        assertThat(top.rows().boxed())
                .containsExactlyInAnyOrderElementsOf(
                        first.stream().map(RankedSchool::row).toList());
        if (!british.isEmpty()) {
            List<School> ranked = top.rerank(each -> each.isIn("GB")).stream()
                    .map(RankedSchool::school)
                    .toList();
            assertThat(ranked)
                    .containsExactlyElementsOf(
                            british.stream().map(RankedSchool::school).toList());
        }
    }

    @Test
    void schools_without_a_position_are_still_listed_beside_the_first_few() {
        IndicatorTable table = IndicatorTable.builder(A)
                .row(School.of("Oxford"), 2)
                .row(School.of("Pisa"), 1)
                .row(School.of("Yale"), List.of(Cell.missing(MissingReason.WITHHELD)))
                .build();
        Ranking ranking = Methodology.builder("Mean")
                .ranker(Rankers.weightedMean(Skipping.unrank()))
                .build()
                .rank(table);

        assertThat(ranking.unranked()).hasSize(1);
        assertThat(ranking.top(1).unranked()).isEqualTo(ranking.unranked());
        assertThat(ranking.top(1).rerank(any -> true).unranked()).isEqualTo(ranking.unranked());
        assertThat(ranking.top(1).rerank(any -> true).size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "n/a", " N/A ", "-", "–", "—"})
    void an_attribute_that_says_nothing_is_missing(String value) {
        School school = School.of("Yale").withAttribute("region", value);

        assertThat(school.attributes()).isEmpty();
        assertThat(School.of("Yale")
                        .withAttributes(Map.of("region", "america", "size", "L"))
                        .withAttribute("region", value)
                        .attributes())
                .containsOnlyKeys("size");
    }

    @Test
    void spaces_around_an_attribute_make_no_other_one() {
        assertThat(School.of("Pisa").withAttribute(" region", " europe\n").attributes())
                .isEqualTo(School.of("Oxford").withAttribute("region", "europe").attributes());
    }

    @Test
    void a_blank_before_an_attribute_takes_no_school_out_of_its_group() {
        IndicatorTable table = Csv.reader(List.of(A, B))
                .withAttributes("region")
                .parse("school,region,a,b\nA, europe,,1\nB,europe,10,2\nC,asia,2,3\n");
        Ranking ranking = SUM.withImputation(Imputations.groupMean("region")).rank(table);
        // A has the 10 of B, the one other school of its group.
        assertThat(ranking.of("A").score()).isEqualByComparingTo("5.5");
        assertThat(ranking.of("A").position()).hasToString("2");
    }

    /** The groups are those of the bare attribute; a school without one is filled from none, and stays missing. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_missing_value_is_filled_from_its_group_or_stays_missing(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> written = List.of("europe", " europe", "europe\u00A0", "asia", "asia\n", "", " ", "n/a", "-");
        IndicatorTable.Builder builder = IndicatorTable.builder(A);
        Map<String, List<Integer>> groups = new HashMap<>();
        List<String> groupOf = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            String region = written.get(random.nextInt(written.size()));
            String bare = region.replace('\u00A0', ' ').strip();
            String group = bare.equals("europe") || bare.equals("asia") ? bare : "";
            boolean missing = random.nextInt(3) == 0;
            int value = random.nextInt(20);
            School school = School.of("s" + i).withAttribute("region", region);
            builder.row(school, List.of(missing ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(value)));
            groupOf.add(missing ? group : "measured");
            if (!missing && !group.isEmpty()) {
                groups.computeIfAbsent(group, any -> new ArrayList<>()).add(value);
            }
        }
        IndicatorTable filled = Imputations.groupMean("region").apply(builder.build());
        for (int i = 0; i < 7; i++) {
            List<Integer> group = groups.getOrDefault(groupOf.get(i), List.of());
            Cell cell = filled.columns().get(0).cell(i);
            if (groupOf.get(i).equals("measured")) {
                assertThat(cell.isFilled()).isFalse();
            } else if (group.isEmpty()) {
                assertThat(cell).isEqualTo(Cell.missing(MissingReason.NOT_REPORTED));
            } else {
                double mean =
                        (double) group.stream().mapToInt(Integer::intValue).sum() / group.size();
                assertThat(cell)
                        .isEqualTo(Cell.missing(MissingReason.NOT_REPORTED).filledWith(mean));
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void reasons_do_not_depend_on_the_order_of_rows_and_columns(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Indicator> indicators = new ArrayList<>(List.of(A, B, C));
        List<School> schools = new ArrayList<>(
                IntStream.range(0, 6).mapToObj(i -> School.of("s" + i)).toList());
        Cell[][] cells = new Cell[6][3];
        for (int i = 0; i < 18; i++) {
            boolean missing = i >= 3 && random.nextInt(3) == 0;
            cells[i / 3][i % 3] = missing
                    ? Cell.missing(List.of(MissingReason.values()).get(random.nextInt(5)))
                    : Cell.of(random.nextInt(5));
        }
        List<List<UnrankedSchool>> one = unranked(schools, indicators, cells);
        Collections.shuffle(indicators, new Random(seed));
        Collections.shuffle(schools, new Random(seed));

        assertThat(unranked(schools, indicators, cells)).isEqualTo(one);
    }

    /** Unranked by the ranker, and refused by the methodology. */
    private static List<List<UnrankedSchool>> unranked(List<School> schools, List<Indicator> order, Cell[][] cells) {
        IndicatorTable.Builder builder = IndicatorTable.builder(order);
        for (School school : schools) {
            int row = Integer.parseInt(school.name().substring(1));
            builder.row(
                    school,
                    order.stream()
                            .map(each -> cells[row][List.of(A, B, C).indexOf(each)])
                            .toList());
        }
        IndicatorTable table = builder.build();
        Ranker ranker = Rankers.weightedMean(Skipping.unrank());
        return List.of(
                ranker.rank(table, Weights.equal(order)).unranked(),
                Methodology.builder("Complete")
                        .eligibility(Eligibilities.complete())
                        .ranker(ranker)
                        .build()
                        .rank(table)
                        .unranked());
    }

    private static final String SAFE = "[^\\p{Cc}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069]+";

    private static String hostile(SplittableRandom random) {
        String acting = "\n\r\t\u001b\u0007\u0000\u009b\u202e\u2066\u2028\u007f\ud800";
        StringBuilder name = new StringBuilder("Yale");
        for (int i = 0; i < random.nextInt(1, 6); i++) {
            name.insert(random.nextInt(name.length() + 1), acting.charAt(random.nextInt(acting.length())));
        }
        return name.toString();
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void no_name_acts_on_a_picture_or_a_message(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String name = hostile(random);
        School school = School.of("yale", name).withAlias(name).withAttribute("region", name);
        Indicator indicator =
                Indicator.of("papers", name).withSymbol(name).withUnit(name).withScale(0, 5);
        IndicatorTable table = IndicatorTable.builder(indicator)
                .row(school, 2)
                .row(School.of("Pisa"), 1)
                .build();
        Ranking ranking = SUM.rank(table);

        assertThat(Svg.contributions(ranking, name).replaceAll("[\n\t]", "")).matches(SAFE);
        for (ThrowingCallable refused : List.<ThrowingCallable>of(
                () -> School.of(name + "x\u001b", "Yale"),
                () -> Indicator.of(name + "\u202e"),
                () -> ranking.of(name + " College"),
                () -> table.lookup().school(name + " College"),
                () -> table.with(school, indicator, 7),
                () -> ranking.positionInCountry("yale"),
                () -> IndicatorTable.ofColumns(List.of(school, school), table.columns()),
                () -> Csv.parseTable("school,papers\n\"" + name + "\",\"" + name + "\"\n", List.of(indicator)))) {
            assertThat(catchThrowable(refused)).isInstanceOf(IllegalArgumentException.class);
            assertThat(catchThrowable(refused).getMessage()).matches(SAFE);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void no_name_reaches_outside_its_line(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String name = hostile(random);
        School school = School.of("yale", name);
        Indicator indicator = Indicator.of("papers", name);
        Ranking ranking = SUM.rank(IndicatorTable.builder(indicator)
                .row(school, 2)
                .row(School.of("Pisa"), 1)
                .build());

        assertThat(school.toString()).matches("[^\\p{Cc}\\p{Cs}\\u2028\\u202a-\\u202e\\u2066-\\u2069]+");
        for (Object shown : List.of(
                ranking,
                ranking.table(),
                ranking.top(2),
                ranking.explain("yale"),
                ranking.of("yale"),
                ranking.of("yale").lineage(indicator))) {
            assertThat(shown.toString().split("\n"))
                    .hasSizeLessThanOrEqualTo(6)
                    .allMatch(line -> line.matches("[^\\p{Cc}\\p{Cs}\\u2028\\u202a-\\u202e\\u2066-\\u2069]+"), "safe");
        }
    }
}
