package io.github.medrank.picture;

import static java.util.Objects.requireNonNull;

import io.github.medrank.Indicator;
import io.github.medrank.RankRange;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.audit.RecoveredRule;
import io.github.medrank.comparison.RankComparison;
import io.github.medrank.comparison.RankedList;
import java.util.List;
import java.util.Map;

/**
 * Draws pictures as SVG. The strings can be shown directly by a browser, a word processor or a web page.
 *
 * <p>The same input always gives the same text, byte for byte, on any machine. A picture is self-contained: it needs no
 * fonts, styles or scripts. Its height grows with the number of schools, so 200 schools are as readable as 35. Colours
 * can be distinguished with all common kinds of colour vision, and no information depends on colour alone. The
 * {@code desc} element describes all content in words, and pointing at a row shows the school and its figures. Names in
 * any script are kept and escaped. Long names are shortened with an ellipsis in the picture and complete in the
 * description.
 *
 * <p>Each picture can be drawn with a title only. {@link PictureOptions} add a subtitle, a source, another width, a
 * dark background and highlighted schools.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("a"), Indicator.of("b")).row(School.of("香港大學"), 30, 20).build();
 * var ranking = Methodology.builder("Plain").ranker(Rankers.weightedMean()).build().rank(table);
 * Svg.contributions(ranking, "Where the points come from").contains("香港大學, 25: a 15, b 10") // ==> true
 * }</pre>
 */
public final class Svg {
    private Svg() {}

    /** Draws the picture of {@link #contributions(Ranking, PictureOptions)} with a title and the default options. */
    public static String contributions(Ranking ranking, String title) {
        return contributions(ranking, PictureOptions.titled(title));
    }

    /**
     * Draws stacked bars that show the contribution of each indicator to the score of each school of a ranking, best
     * first.
     *
     * <p>Contributions below zero extend to the left. If there are more than nine indicators, those with the smallest
     * weights are drawn together. If the score is not a weighted sum, the part that exceeds the contributions is drawn
     * as "aggregation"; if the score is below their sum, as with a geometric mean, a broken line marks the part of the
     * bar that is cut off.
     *
     * @param ranking the schools to show, such as {@code ranking.top(35)}
     * @param options the appearance of the picture
     * @return the picture, 18 pixels high per school, plus the frame
     * @throws IllegalArgumentException if the ranking shows no school, or does not show a highlighted one
     */
    public static String contributions(Ranking ranking, PictureOptions options) {
        return new ContributionChart(requireNonNull(ranking, "ranking"), requireNonNull(options, "options")).draw();
    }

    /**
     * Draws the picture of {@link #rankIntervals(Ranking, Map, PictureOptions)} with a title and the default options.
     */
    public static String rankIntervals(Ranking ranking, Map<School, RankRange> ranges, String title) {
        return rankIntervals(ranking, ranges, PictureOptions.titled(title));
    }

    /**
     * Draws ranges of positions. Each school of the ranking, in its order, gets a dot at its position, a line from the
     * best to the worst position of its range, and a tick at the median if the range has one. The basis of the ranges
     * is printed below the title.
     *
     * @param ranking the schools to show, such as {@code ranking.top(35)}
     * @param ranges ranges from any analysis, such as {@code RankAcceptability.ranges(0.9)}; schools without a range
     *     are left out, and named in the picture's description
     * @param options the appearance of the picture
     * @return the picture, 18 pixels high per school, plus the frame
     * @throws IllegalArgumentException if no school shown has a range, or a highlighted one has none
     */
    public static String rankIntervals(Ranking ranking, Map<School, RankRange> ranges, PictureOptions options) {
        return new IntervalChart(
                        requireNonNull(ranking, "ranking"),
                        requireNonNull(ranges, "ranges"),
                        requireNonNull(options, "options"))
                .draw();
    }

    /** Draws the picture of {@link #table(Ranking, PictureOptions)} with a title and the default options. */
    public static String table(Ranking ranking, String title) {
        return table(ranking, PictureOptions.titled(title));
    }

    /**
     * Draws a table of bars, after LineUp (Gratzl and others 2013). For each school and indicator it shows the given
     * value and a bar with the length of the normalised value; then the score, with a stacked bar of the contributions.
     *
     * @param ranking the schools to show, such as {@code ranking.top(35)}
     * @param options the appearance of the picture
     * @return the picture, 18 pixels high per school, plus the frame; wider than requested if the columns need it
     * @throws IllegalArgumentException if the ranking shows no school, or does not show a highlighted one
     */
    public static String table(Ranking ranking, PictureOptions options) {
        return new TableChart(requireNonNull(ranking, "ranking"), requireNonNull(options, "options")).draw();
    }

    /**
     * Draws the picture of {@link #scatter(Ranking, Indicator, Indicator, PictureOptions)} with the default options.
     */
    public static String scatter(Ranking ranking, Indicator right, Indicator up, String title) {
        return scatter(ranking, right, up, PictureOptions.titled(title));
    }

    /**
     * Draws schools as points by two indicators, with better values to the right and above, and marks their skyline.
     * The skyline consists of the schools for which no other school is better on one indicator and at least as good on
     * the other. Values are shown as given. Highlighted schools and those of the skyline are named if there is room.
     *
     * @param ranking the schools to show; those without both values are named in the picture's description
     * @param right the indicator on the horizontal axis
     * @param up the indicator on the vertical axis
     * @param options the appearance of the picture
     * @throws IllegalArgumentException if an indicator is not in the table, no school shown has values of both, or a
     *     highlighted school lacks one
     */
    public static String scatter(Ranking ranking, Indicator right, Indicator up, PictureOptions options) {
        return new ScatterChart(
                        requireNonNull(ranking, "ranking"),
                        requireNonNull(right, "right"),
                        requireNonNull(up, "up"),
                        requireNonNull(options, "options"))
                .draw();
    }

    /**
     * Draws the picture of {@link #weightIntervals(RecoveredRule, PictureOptions)} with a title and the default
     * options.
     */
    public static String weightIntervals(RecoveredRule rule, String title) {
        return weightIntervals(rule, PictureOptions.titled(title));
    }

    /**
     * Draws the weights of a recovered rule. Each indicator gets its simplest weight in percent, a dot at that weight,
     * and a line from the smallest to the largest weight that agrees with all printed rows. The scale shows the
     * distance from the simplest weight. The ends of the lines are printed in percent, rounded outwards.
     *
     * @param rule a recovered rule, such as {@code Recovery.of(table).run().best().orElseThrow()}
     * @param options the appearance of the picture; it shows no schools, so none can be highlighted
     * @return the picture, 18 pixels high per indicator, plus the frame
     * @throws IllegalArgumentException if the options highlight schools
     */
    public static String weightIntervals(RecoveredRule rule, PictureOptions options) {
        return new WeightChart(requireNonNull(rule, "rule"), requireNonNull(options, "options")).draw();
    }

    /** Draws the picture of {@link #slope(RankComparison, String, String, PictureOptions)} with the default options. */
    public static String slope(RankComparison comparison, String first, String second, String title) {
        return slope(comparison, first, second, PictureOptions.titled(title));
    }

    /**
     * Draws a slope chart: two editions side by side, with a line for each school. It emphasises the highlighted
     * schools or, if there are none, the ten longest moves. Rises are blue with ▲ and the number of positions gained;
     * falls are dark orange with ▼. A school that is only in the second edition is "new"; one that is only in the first
     * is "out".
     *
     * @param comparison the two editions; both are drawn completely
     * @param first the name of the first edition, such as {@code 2024}
     * @param second the name of the second edition
     * @param options the appearance of the picture
     * @return the picture, 17 pixels high per school, plus the frame
     */
    public static String slope(RankComparison comparison, String first, String second, PictureOptions options) {
        requireNonNull(comparison, "comparison");
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        return bump(List.of(first, second), List.of(comparison.first(), comparison.second()), options);
    }

    /** Draws the picture of {@link #bump(List, List, PictureOptions)} with a title and the default options. */
    public static String bump(List<String> editions, List<RankedList> rankings, String title) {
        return bump(editions, rankings, PictureOptions.titled(title));
    }

    /**
     * Draws a bump chart: several editions side by side, drawn as {@link #slope} draws two. Schools of the last edition
     * are matched with earlier ones by id, name or alias; schools that it lacks are matched by id. A school that enters
     * or leaves in an intermediate edition is named there.
     *
     * @param editions the names of the editions, the oldest first
     * @param rankings the editions, at least two
     * @param options the appearance of the picture
     * @return the picture, 17 pixels high per school, plus the frame; wider than requested if the editions need it
     * @throws IllegalArgumentException if there are fewer than two rankings, or their number differs from that of the
     *     names
     */
    public static String bump(List<String> editions, List<RankedList> rankings, PictureOptions options) {
        requireNonNull(editions, "editions");
        requireNonNull(rankings, "rankings");
        return new EditionChart(editions, rankings, requireNonNull(options, "options")).draw();
    }
}
