package io.github.medrank.picture;

import static java.util.Objects.requireNonNull;

import io.github.medrank.RankRange;
import io.github.medrank.Ranking;
import io.github.medrank.School;
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
 * long ones are cut with an ellipsis, and whole in the words.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("a"), Indicator.of("b")).row(School.of("香港大學"), 30, 20).build();
 * var ranking = Methodology.builder("Plain").ranker(Rankers.weightedMean()).build().rank(table);
 * Svg.contributions(ranking, "Where the points come from").contains("香港大學, 25: a 15, b 10") // ==> true
 * }</pre>
 */
public final class Svg {
    private Svg() {}

    /**
     * Stacked bars: what each indicator adds to the score of each school a ranking shows, best first. Points below zero
     * go to the left. Of more than nine indicators, the least weighty are drawn as one; what a score that is no weighted
     * sum has beyond its indicators is drawn as "aggregation".
     *
     * @param ranking such as {@code ranking.top(35)}
     * @param title what the picture is called
     * @return the picture, 960 wide and 18 high a school, and its frame
     * @throws IllegalArgumentException if the ranking shows no school
     */
    public static String contributions(Ranking ranking, String title) {
        return new ContributionChart(requireNonNull(ranking, "ranking"), requireNonNull(title, "title")).draw();
    }

    /**
     * Draws ranges of ranks: for each school a ranking shows, in its order, a dot at its position, a line from the best to
     * the worst position of its range, and a tick at the median where the range has one. The basis of the ranges is printed
     * below the title.
     *
     * @param ranking such as {@code ranking.top(35)}
     * @param ranges from any analysis, such as {@code RankAcceptability.ranges(0.9)}; schools the ranking shows without a
     *     range are left out and named in the words of the picture
     * @param title what the picture is called
     * @return the picture, 960 wide and 18 high for each school, and its frame
     * @throws IllegalArgumentException if no school shown has a range
     */
    public static String rankIntervals(Ranking ranking, Map<School, RankRange> ranges, String title) {
        return new IntervalChart(
                        requireNonNull(ranking, "ranking"),
                        requireNonNull(ranges, "ranges"),
                        requireNonNull(title, "title"))
                .draw();
    }

    /**
     * A slope chart: two editions side by side, a line for each school, the ten longest moves emphasised. Rises are blue
     * with ▲ and the places gained, falls are dark orange with ▼; a school of the second alone is "new".
     *
     * @param comparison the two editions; both lists are drawn whole
     * @param first the name of the first edition, such as {@code 2024}
     * @param second the name of the second edition
     * @param title what the picture is called
     * @return the picture, 17 high a school, and its frame
     */
    public static String slope(RankComparison comparison, String first, String second, String title) {
        return bump(List.of(first, second), List.of(comparison.first(), comparison.second()), title);
    }

    /**
     * A bump chart: several editions side by side, as {@link #slope} draws two. Schools are those of the last edition,
     * matched with the former ones by id, name or alias, and those it lacks, by id.
     *
     * @param editions a name for each edition, the oldest first
     * @param rankings the editions, at least two
     * @param title what the picture is called
     * @return the picture, 17 high a school, and its frame
     * @throws IllegalArgumentException if there are fewer than two rankings, or not a name for each
     */
    public static String bump(List<String> editions, List<RankedList> rankings, String title) {
        return new EditionChart(editions, rankings, requireNonNull(title, "title")).draw();
    }
}
