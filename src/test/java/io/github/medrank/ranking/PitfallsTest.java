package io.github.medrank.ranking;

import static io.github.medrank.ranking.RankerTables.places;
import static io.github.medrank.ranking.RankerTables.scores;
import static io.github.medrank.ranking.RankerTables.table;
import static io.github.medrank.ranking.RankerTables.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Catalogue;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.TieMark;
import io.github.medrank.TieRule;
import io.github.medrank.Weights;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Edges at which other packages for composite rankings were seen to go wrong; further ones are in the rankers' own tests. */
class PitfallsTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");

    static List<Mean> means() {
        return List.of(Mean.arithmetic(), Mean.geometric(), Mean.harmonic(), Mean.power(2), Mean.power(-2));
    }

    /** All but composites of which less is better, which refuse these tables; {@link LessIsBetterTest} has their edges. */
    private static List<Catalogue.Entry<Ranker>> rankers() {
        return Catalogue.rankers().stream()
                .filter(each -> !each.factory().equals("lessIsBetter(Ranker)"))
                .toList();
    }

    private static IndicatorTable.Builder three() {
        return IndicatorTable.builder(Catalogue.A, Catalogue.B, Catalogue.C);
    }

    /** Elsewhere equal schools have no scores, or the first row wins. */
    @ParameterizedTest
    @MethodSource("rankers")
    void equal_schools_share_the_first_place(Catalogue.Entry<Ranker> ranker) {
        IndicatorTable table = three().row(School.of("x"), 3, 7, 5)
                .row(School.of("y"), 3, 7, 5)
                .row(School.of("z"), 3, 7, 5)
                .build();
        Ranking ranking = ranker.value().rank(table, Weights.equal(table.indicators()));
        assertThat(places(ranking)).containsExactly(1, 1, 1);
        assertThat(scores(ranking)[0]).isFinite();
        assertThat(ranking.scores().exact(0))
                .isEqualTo(ranking.scores().exact(1))
                .isEqualTo(ranking.scores().exact(2));
    }

    /** Elsewhere one school alone has no score, or there is a division by zero. */
    @ParameterizedTest
    @MethodSource("rankers")
    void one_school_alone_is_first(Catalogue.Entry<Ranker> ranker) {
        IndicatorTable table = three().row(School.of("x"), 3, 7, 5).build();
        Ranking ranking = ranker.value().rank(table, Weights.equal(table.indicators()));
        assertThat(ranking.of("x").position()).hasToString("1");
        assertThat(scores(ranking)[0]).isFinite();
    }

    /** Elsewhere the school with the hole is first, or the hole counts as zero, and nobody is told. */
    @ParameterizedTest
    @MethodSource("rankers")
    void a_missing_value_is_refused_by_name_or_skipped_as_stated(Catalogue.Entry<Ranker> ranker) {
        School hole = School.of("hole");
        List<Cell> cells = List.of(Cell.of(9), Cell.missing(MissingReason.NOT_REPORTED), Cell.of(9));
        for (IndicatorTable table : List.of(
                three().row(hole, cells).row(School.of("x"), 3, 7, 5).build(),
                three().row(School.of("x"), 3, 7, 5).row(hole, cells).build())) {
            Weights weights = Weights.equal(table.indicators());
            if (ranker.value().toString().contains("a missing value")) {
                Ranking ranking = ranker.value().rank(table, weights);
                boolean unranked = ranking.unranked().stream()
                        .anyMatch(each -> each.toString().equals("hole: no value for b (not reported)"));
                boolean told = ranking.warnings().stream().anyMatch(each -> each.contains("hole"));
                assertThat(unranked || told).isTrue();
                assertThat(ranking.of("x").position()).hasToString(unranked ? "1" : "2");
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> ranker.value().rank(table, weights))
                        .withMessageStartingWith("school \"hole\" has no value for indicator \"b\" (not reported)");
            }
        }
    }

    /** Elsewhere a power mean is missing where the other means skip. */
    @ParameterizedTest
    @MethodSource("means")
    void every_mean_skips_alike(Mean mean) {
        IndicatorTable table =
                IndicatorTable.builder(A, B).put(School.of("x"), A, 7).build();
        Ranking ranking = Rankers.mean(mean, Skipping.overAll()).rank(table, Weights.equal(table.indicators()));
        assertThat(ranking.of("x").score()).isEqualByComparingTo("7");
    }

    /** Elsewhere ordinal ranks are the inverse permutation: for scores 8, 9, 9 the worst gets the second place. */
    @Test
    void ordinal_positions_are_positions() {
        assertThat(positions(TieRule.ORDINAL, 7, 9, 8, 8)).containsExactly("4", "1", "2", "3");
        assertThat(positions(TieRule.ORDINAL, 8, 9, 9)).containsExactly("3", "1", "2");
    }

    /** Positions of schools s0, s1, … by their only value. */
    private static Stream<String> positions(TieRule rule, double... values) {
        IndicatorTable table = table(
                DoubleStream.of(values).mapToObj(each -> new double[] {each}).toArray(double[][]::new));
        Ranking ranking = Methodology.builder("ties")
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.exact().withTies(rule).withTieMark(TieMark.NONE))
                .build()
                .rank(table);
        return IntStream.range(0, values.length)
                .mapToObj(i -> ranking.of("s" + i).position().toString());
    }

    /** The numbering of ties differs from package to package; here it is named. */
    @Test
    void every_numbering_of_ties_has_a_name() {
        double[] values = {1, 3, 4, 4, 4, 7, 7, 10};
        assertThat(positions(TieRule.COMPETITION, values)).containsExactly("8", "7", "4", "4", "4", "2", "2", "1");
        assertThat(positions(TieRule.MODIFIED_COMPETITION, values))
                .containsExactly("8", "7", "6", "6", "6", "3", "3", "1");
        assertThat(positions(TieRule.FRACTIONAL, values)).containsExactly("8", "7", "5", "5", "5", "2.5", "2.5", "1");
        assertThat(positions(TieRule.DENSE, values)).containsExactly("5", "4", "3", "3", "3", "2", "2", "1");
        assertThat(positions(TieRule.ORDINAL, values)).containsExactly("8", "7", "4", "5", "6", "2", "3", "1");
    }

    /** By name and not by the row in the table, which would make the result depend on how a file is sorted. */
    @Test
    void ordinal_positions_do_not_depend_on_the_order_of_rows() {
        Methodology ordinal = Methodology.builder("ordinal")
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.exact().withTies(TieRule.ORDINAL))
                .build();
        IndicatorTable table = table(new double[][] {{8}, {8}, {8}});
        for (int[] order : new int[][] {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}}) {
            assertThat(ordinal.rank(table.rows(order)).stream().map(Object::toString))
                    .containsExactly("1 s0 8", "2 s1 8", "3 s2 8");
        }
    }

    /** Elsewhere a school without any value is first or last in Copeland's order as it is listed first or last. */
    @Test
    void a_school_without_a_value_is_refused_by_copeland_wherever_it_stands() {
        School empty = School.of("empty");
        for (boolean first : new boolean[] {true, false}) {
            IndicatorTable.Builder builder = IndicatorTable.builder(A);
            if (first) {
                builder.row(empty, List.of(Cell.missing(MissingReason.NOT_REPORTED)));
            }
            builder.row(School.of("x"), 1).row(School.of("y"), 2);
            if (!first) {
                builder.row(empty, List.of(Cell.missing(MissingReason.NOT_REPORTED)));
            }
            IndicatorTable table = builder.build();
            for (Ranker ranker : List.of(Rankers.copeland(), Rankers.borda(), Rankers.vikor(0.5), Rankers.topsis())) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> ranker.rank(table, Weights.equal(table.indicators())))
                        .withMessageStartingWith("school \"empty\" has no value for indicator \"a\" (not reported)");
            }
        }
    }

    /** Elsewhere NaN is ranked first, or becomes rank 0, or spoils all ranks. */
    @Test
    void a_score_that_is_not_a_number_is_refused() {
        IndicatorTable table = table(new double[][] {{1}, {2}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ranking.byScore(table, Weights.equal(table.indicators()), row -> Double.NaN))
                .withMessage("school \"s0\": the score is NaN; it must be a finite number");
    }

    /** Elsewhere the harmonic mean of −1, 1, 2 is 6. */
    @Test
    void the_harmonic_mean_of_a_negative_is_refused_and_of_positives_is_known() {
        IndicatorTable table = table(new double[][] {{1, 1, 2}});
        assertThat(scores(Rankers.harmonicMean().rank(table, weights(table, 1, 1, 1)))[0])
                .isCloseTo(1.2, within(1e-12));
        IndicatorTable negative = table(new double[][] {{-1, 1, 2}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.harmonicMean().rank(negative, weights(negative, 1, 1, 1)))
                .withMessage("school \"s0\": indicator \"c0\" is -1.0, and a harmonic mean takes no negative value;"
                        + " normalise to 0 or more");
    }

    /** Elsewhere a zero or a negative value under a geometric mean is an error that names nobody. */
    @Test
    void the_geometric_mean_of_a_zero_is_zero_and_of_a_negative_is_refused_by_name() {
        IndicatorTable zero = table(new double[][] {{4, 9}, {0, 9}});
        assertThat(scores(Rankers.geometricMean().rank(zero, weights(zero, 1, 1))))
                .containsExactly(6, 0);
        IndicatorTable negative = table(new double[][] {{4, 9}, {4, -9}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.geometricMean().rank(negative, weights(negative, 1, 1)))
                .withMessage("school \"s1\": indicator \"c1\" is -9.0, and a geometric mean takes no negative value;"
                        + " normalise to 0 or more");
    }

    /** Elsewhere the columns' means were taken off down the rows; here each school's index is made of its own row alone. */
    @Test
    void mazziotta_pareto_is_made_of_each_schools_own_row() {
        double[][] rows = {{90, 110, 130}, {100, 80, 120}, {70, 95, 105}, {115, 125, 60}, {99, 101, 103}};
        IndicatorTable table = table(rows);
        double[] found = scores(Rankers.mazziottaPareto().rank(table, weights(table, 1, 1, 1)));
        for (int row = 0; row < rows.length; row++) {
            double mean = DoubleStream.of(rows[row]).sum() / 3;
            double variance = DoubleStream.of(rows[row])
                            .map(each -> (each - mean) * (each - mean))
                            .sum()
                    / 3;
            assertThat(found[row]).isCloseTo(mean - variance / mean, within(1e-9));
            assertThat(found[row]).isLessThan(mean); // downwards: upwards it would be mean + variance / mean
        }
    }

    /** Elsewhere all weights of zero give NaN, a division by zero or nothing but a warning. */
    @Test
    void weights_that_are_all_zero_are_refused_also_in_a_draw() {
        IndicatorTable table = table(new double[][] {{1}, {2}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> weights(table, 0))
                .withMessage("all weights are zero: \"c0\"; give at least one of them points");
        int[] positions = new int[2];
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Rankers.weightedMean().over(table, table.indicators()).positions(new double[] {0}, positions))
                .withMessage("the weights add up to 0.0; they must not be negative, nor all zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.weightedMean()
                        .over(table, table.indicators())
                        .positions(new double[] {Double.NaN}, positions))
                .withMessage("the weights add up to NaN; they must not be negative, nor all zero");
    }

    /** Elsewhere results are rounded before they are ranked, and it cannot be said otherwise. */
    @Test
    void whether_the_rounded_or_the_exact_score_decides_is_declared() {
        IndicatorTable table = table(new double[][] {{10.43}, {10.40}, {10.38}});
        Methodology rounded = Methodology.builder("m")
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(1))
                .build();
        assertThat(places(rounded.rank(table))).containsExactly(1, 1, 1);
        Ranking exact = rounded.withPresentation(Presentation.rounded(1).rankingExactScores())
                .rank(table);
        assertThat(places(exact)).containsExactly(1, 2, 3);
        assertThat(exact.of("s2").score()).isEqualByComparingTo("10.4");
    }

    /** Removing an indicator by weight zero: its pillar's other indicators take over, or all do where pillars have no points. */
    @Test
    void what_weight_zero_means_in_a_pillar_is_stated() {
        IndicatorTable table = table(new double[][] {{90, 10, 40}});
        Pillar first = Pillar.of(
                "first",
                RankerTables.indicators(3).get(0),
                RankerTables.indicators(3).get(1));
        Pillar second = Pillar.of("second", RankerTables.indicators(3).get(2));
        Ranker fixed = Rankers.pillars(first.withPoints(1), second.withPoints(1));
        Ranker free = Rankers.pillars(first, second);
        assertThat(scores(fixed.rank(table, weights(table, 0, 1, 1)))).containsExactly(25);
        assertThat(scores(free.rank(table, weights(table, 0, 1, 3)))).containsExactly(32.5);
    }
}
