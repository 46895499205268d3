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
 * Pictures as SVG: strings that a browser, a word processor or a web page shows as they are.
 *
 * <p>The same input gives the same text, to the byte, on every machine. A picture needs nothing from outside: no fonts,
 * styles or scripts. It grows downwards with the number of schools, so that 200 read as well as 35. Colours are told
 * apart by all common kinds of colour vision, and nothing is said by colour alone. All that is shown is also in
 * {@code desc} in words; pointing at a row names the school and its figures. Names of any script are kept and escaped;
 * long ones are cut with an ellipsis, and whole in the words. Where a title is enough each picture takes a title;
 * {@link PictureOptions} add a subtitle, a source, another width, a dark paper and schools that stand out.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("a"), Indicator.of("b")).row(School.of("香港大學"), 30, 20).build();
 * var ranking = Methodology.builder("Plain").ranker(Rankers.weightedMean()).build().rank(table);
 * Svg.contributions(ranking, "Where the points come from").contains("香港大學, 25: a 15, b 10") // ==> true
 * }</pre>
 */
public final class Svg {
    private Svg() {}

    /** Returns the picture of {@link #contributions(Ranking, PictureOptions)} with a title and the usual look. */
    public static String contributions(Ranking ranking, String title) {
        return contributions(ranking, PictureOptions.titled(title));
    }

    /**
     * Returns stacked bars: what each indicator adds to the score of each school a ranking shows, best first. Points
     * below zero go to the left. Of more than nine indicators, the least weighty are drawn as one. What a score that
     * is no weighted sum has beyond its indicators is drawn as "aggregation"; where a mean takes something off their
     * sum, as a geometric one does, the end of the bar is cut off in a broken line.
     *
     * @param ranking such as {@code ranking.top(35)}
     * @param options how the picture looks
     * @return the picture, 18 high for each school, and its frame
     * @throws IllegalArgumentException if the ranking shows no school, or none that is to be highlighted
     */
    public static String contributions(Ranking ranking, PictureOptions options) {
        return new ContributionChart(requireNonNull(ranking, "ranking"), requireNonNull(options, "options")).draw();
    }

    /** Returns the picture of {@link #rankIntervals(Ranking, Map, PictureOptions)} with a title and the usual look. */
    public static String rankIntervals(Ranking ranking, Map<School, RankRange> ranges, String title) {
        return rankIntervals(ranking, ranges, PictureOptions.titled(title));
    }

    /**
     * Returns ranges of positions: for each school a ranking shows, in its order, a dot at its position, a line from
     * the best to the worst position of its range, and a tick at the median where the range has one. The basis of the
     * ranges is printed below the title.
     *
     * @param ranking such as {@code ranking.top(35)}
     * @param ranges from any analysis, such as {@code RankAcceptability.ranges(0.9)}; schools the ranking shows
     *     without a range are left out and named in the words of the picture
     * @param options how the picture looks
     * @return the picture, 18 high for each school, and its frame
     * @throws IllegalArgumentException if no school shown has a range, or one to be highlighted has none
     */
    public static String rankIntervals(Ranking ranking, Map<School, RankRange> ranges, PictureOptions options) {
        return new IntervalChart(
                        requireNonNull(ranking, "ranking"),
                        requireNonNull(ranges, "ranges"),
                        requireNonNull(options, "options"))
                .draw();
    }

    /** Returns the picture of {@link #table(Ranking, PictureOptions)} with a title and the usual look. */
    public static String table(Ranking ranking, String title) {
        return table(ranking, PictureOptions.titled(title));
    }

    /**
     * Returns a table of bars, after LineUp (Gratzl and others 2013): for each school and indicator the value as
     * given and a bar as long as its normalised number counts, then the score and what the indicators add to it,
     * stacked.
     *
     * @param ranking such as {@code ranking.top(35)}
     * @param options how the picture looks
     * @return the picture, 18 high for each school, and its frame; wider than asked where the columns need it
     * @throws IllegalArgumentException if the ranking shows no school, or none that is to be highlighted
     */
    public static String table(Ranking ranking, PictureOptions options) {
        return new TableChart(requireNonNull(ranking, "ranking"), requireNonNull(options, "options")).draw();
    }

    /** Returns the picture of {@link #scatter(Ranking, Indicator, Indicator, PictureOptions)} with the usual look. */
    public static String scatter(Ranking ranking, Indicator right, Indicator up, String title) {
        return scatter(ranking, right, up, PictureOptions.titled(title));
    }

    /**
     * Returns schools as points of two indicators, as given, better ones to the right and above, with their skyline:
     * the schools of which no other is better in one and as good in the other. Highlighted schools and those of the
     * skyline are named where there is room.
     *
     * @param ranking the schools to show; those without both values are named in the words of the picture
     * @param right the indicator across
     * @param up the indicator upward
     * @param options how the picture looks
     * @throws IllegalArgumentException if an indicator is not in the table, or no school shown has values of both, or
     *     one to be highlighted has none
     */
    public static String scatter(Ranking ranking, Indicator right, Indicator up, PictureOptions options) {
        return new ScatterChart(
                        requireNonNull(ranking, "ranking"),
                        requireNonNull(right, "right"),
                        requireNonNull(up, "up"),
                        requireNonNull(options, "options"))
                .draw();
    }

    /** Returns the picture of {@link #weightIntervals(RecoveredRule, PictureOptions)} with the usual look. */
    public static String weightIntervals(RecoveredRule rule, String title) {
        return weightIntervals(rule, PictureOptions.titled(title));
    }

    /**
     * Returns the weights of a recovered rule: for each indicator the simplest weight in percent, a dot for it, and a
     * line from the least to the greatest weight with which all printed rows agree, by how far they are from the
     * simplest. The ends are printed in percent, rounded outwards.
     *
     * @param rule such as {@code Recovery.of(table).run().best().orElseThrow()}
     * @param options how the picture looks; it shows no school, so none can be highlighted
     * @return the picture, 18 high for each indicator, and its frame
     * @throws IllegalArgumentException if schools are to be highlighted
     */
    public static String weightIntervals(RecoveredRule rule, PictureOptions options) {
        return new WeightChart(requireNonNull(rule, "rule"), requireNonNull(options, "options")).draw();
    }

    /** Returns the picture of {@link #slope(RankComparison, String, String, PictureOptions)} with the usual look. */
    public static String slope(RankComparison comparison, String first, String second, String title) {
        return slope(comparison, first, second, PictureOptions.titled(title));
    }

    /**
     * Returns a slope chart: two editions side by side, a line for each school, the ten longest moves emphasised, or
     * else the highlighted schools. Rises are blue with ▲ and the places gained, falls are dark orange with ▼; a
     * school of the second alone is "new", one of the first alone is "out".
     *
     * @param comparison the two editions; both lists are drawn whole
     * @param first the name of the first edition, such as {@code 2024}
     * @param second the name of the second edition
     * @param options how the picture looks
     * @return the picture, 17 high for each school, and its frame
     */
    public static String slope(RankComparison comparison, String first, String second, PictureOptions options) {
        requireNonNull(comparison, "comparison");
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        return bump(List.of(first, second), List.of(comparison.first(), comparison.second()), options);
    }

    /** Returns the picture of {@link #bump(List, List, PictureOptions)} with a title and the usual look. */
    public static String bump(List<String> editions, List<RankedList> rankings, String title) {
        return bump(editions, rankings, PictureOptions.titled(title));
    }

    /**
     * Returns a bump chart: several editions side by side, as {@link #slope} draws two. Schools are those of the last
     * edition, matched with the former ones by id, name or alias, and those it lacks, by id. A school that appears or
     * leaves in the middle is named there.
     *
     * @param editions a name for each edition, the oldest first
     * @param rankings the editions, at least two
     * @param options how the picture looks
     * @return the picture, 17 high for each school, and its frame; wider than asked where the editions need it
     * @throws IllegalArgumentException if there are fewer than two rankings, or not a name for each
     */
    public static String bump(List<String> editions, List<RankedList> rankings, PictureOptions options) {
        requireNonNull(editions, "editions");
        requireNonNull(rankings, "rankings");
        return new EditionChart(editions, rankings, requireNonNull(options, "options")).draw();
    }
}
