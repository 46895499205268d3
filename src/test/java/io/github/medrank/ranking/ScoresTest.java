package io.github.medrank.ranking;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static io.github.medrank.ranking.RankerTables.indicators;
import static io.github.medrank.ranking.RankerTables.table;
import static io.github.medrank.ranking.RankerTables.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranker;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.Scorer;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What scores lend to those who sort them: doubles, how far these may be off, and what makes them whole numbers. */
class ScoresTest {
    private static final Indicator A = Indicator.of("c0");
    private static final Indicator B = Indicator.of("c1");
    private static final Indicator C = Indicator.of("c2");
    /** Half a unit in the last place, relative to 1: what one operation may be off. */
    private static final double U = 0x1p-53;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static double[] doubles(Scores scores) {
        double[] doubles = new double[scores.size()];
        scores.copyTo(doubles);
        return doubles;
    }

    private static BigDecimal error(Scores scores, int row) {
        return new BigDecimal(doubles(scores)[row])
                .subtract(scores.exact(row).toBigDecimal())
                .abs();
    }

    // ---- weighted means of complete tables ----

    private static IndicatorTable uneven(SplittableRandom random, int rows, int width) {
        double[][] values = new double[rows][width];
        for (double[] row : values) {
            Arrays.setAll(row, i -> (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(6)));
        }
        return table(values);
    }

    private static Weights odd(SplittableRandom random, IndicatorTable table) {
        double[] points = random.doubles(table.indicators().size(), 1e-3, 1).toArray();
        return weights(table, points);
    }

    private static Rational largest(IndicatorTable table, Indicator indicator) {
        return Rational.of(new BigDecimal(table.column(indicator).magnitude()));
    }

    /** Σ share·magnitude, by fractions. */
    private static double magnitude(IndicatorTable table, Weights weights) {
        Rational sum = Rational.ZERO;
        for (Indicator indicator : table.indicators()) {
            sum = sum.plus(largest(table, indicator).times(Rational.ratio(weights.points(indicator), weights.total())));
        }
        return sum.doubleValue();
    }

    /**
     * The worst case: a value, its weight, the total of the k weights by k − 1 sums and a rounding of the quotient, the
     * product and k − 1 sums of products. Much more than that would be of no use: no double could decide anything.
     */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_bound_of_a_weighted_mean_is_the_worst_case_and_little_more(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 1 + random.nextInt(12);
        IndicatorTable table = uneven(random, 1 + random.nextInt(5), k);
        Weights weights = odd(random, table);
        Scores scores = Rankers.weightedMean().rank(table, weights).scores();
        double worst = (1 + 1 + (k - 1) + 1 + 1 + (k - 1)) * U * magnitude(table, weights);
        assertThat(scores.errorBound()).isBetween(worst, 3 * worst);
        for (int row = 0; row < table.size(); row++) {
            assertThat(error(scores, row)).isLessThanOrEqualTo(new BigDecimal(scores.errorBound()));
        }
    }

    @Test
    void the_denominator_is_the_weights_total_in_its_last_decimals_times_those_of_the_values() {
        // 12.5 points in tenths, values in hundredths: 125 · 100
        IndicatorTable table = table(new double[][] {{95.75, 3}, {1.5, 2}});
        Scores scores =
                Rankers.weightedMean().rank(table, weights(table, 10, 2.5)).scores();
        assertThat(scores.denominator()).isEqualTo(12_500);
        // (10 · 95.75 + 2.5 · 3) / 12.5 = 77.2
        assertThat(scores.exact(0).times(Rational.of(12_500))).isEqualTo(Rational.of(965_000));
        // whole numbers everywhere, and a total whose last digit is in the tens
        IndicatorTable whole = table(new double[][] {{3, 4}, {5, 6}});
        Weights tens = Weights.of(ImmutableMap.of(A, new BigDecimal("1E+1"), B, new BigDecimal("2E+1")));
        assertThat(Rankers.weightedMean().rank(whole, tens).scores().denominator())
                .isEqualTo(30);
    }

    @Test
    void a_denominator_of_more_than_fifteen_digits_is_none() {
        IndicatorTable table = table(new double[][] {{0.12345}, {1}});
        assertThat(Rankers.weightedMean()
                        .rank(table, weights(table, 9_876_543_211.0))
                        .scores()
                        .denominator())
                .isEqualTo(987_654_321_100_000L);
        assertThat(Rankers.weightedMean()
                        .rank(table, weights(table, 19_876_543_211.0))
                        .scores()
                        .denominator())
                .isZero();
        IndicatorTable third = table(new double[][] {{1 / 3.0}, {1}});
        assertThat(Rankers.weightedMean()
                        .rank(third, weights(third, 1))
                        .scores()
                        .denominator())
                .isZero();
    }

    @Test
    void rows_of_the_same_values_are_alike() {
        IndicatorTable table = table(new double[][] {{1, 2}, {2, 1}, {1, 2}, {1, 3}, {2, 1}});
        Scores scores = Rankers.weightedMean().rank(table, weights(table, 1, 1)).scores();
        boolean[][] alike = {
            {true, false, true, false, false},
            {false, true, false, false, true},
            {true, false, true, false, false},
            {false, false, false, true, false},
            {false, true, false, false, true}
        };
        for (int row = 0; row < 5; row++) {
            for (int other = 0; other < 5; other++) {
                assertThat(scores.alike(row, other)).isEqualTo(alike[row][other]);
            }
        }
        boolean[] atOnce = {true, true, true, true};
        scores.alike(new int[] {0, 2, 4, 4}, new int[] {2, 3, 1, 4}, 3, atOnce);
        assertThat(atOnce).as("pairs, but not the fourth").containsExactly(true, false, true, true);
    }

    // ---- draws ----

    private static List<Ranker> scorers() {
        Pillar first = Pillar.of("first", A, B);
        return List.of(
                Rankers.weightedMean(),
                Rankers.pillars(first, Pillar.of("second", C)),
                Rankers.pillars(first.withPoints(2), Pillar.of("second", C).withPoints(3)));
    }

    /** Every figure is that of the weights of the moment, and none is left over from those before. */
    @ParameterizedTest
    @MethodSource("scorers")
    void a_scorer_forgets_the_weights_before(Ranker ranker) {
        IndicatorTable table = table(new double[][] {{1, 5, 8}, {9, 3, 2}});
        Scorer scorer = ranker.scorer(table, table.indicators());
        for (double[] points : new double[][] {{1, 3, 4}, {3, 1, 4}, {2, 2, 12}}) {
            Scores drawn = scorer.score(points);
            Scores ranked = ranker.rank(table, weights(table, points)).scores();
            for (int row = 0; row < 2; row++) {
                assertThat(drawn.exact(row)).isEqualTo(ranked.exact(row));
                assertThat(drawn.contributions(row)).isEqualTo(ranked.contributions(row));
                assertThat(error(drawn, row)).isLessThanOrEqualTo(new BigDecimal(drawn.errorBound()));
            }
            assertThat(drawn.errorBound()).isLessThan(1e-13);
        }
    }

    @ParameterizedTest
    @MethodSource("scorers")
    void weights_of_a_draw_are_counted_and_added_up(Ranker ranker) {
        IndicatorTable table = table(new double[][] {{1, 5, 8}});
        Scorer scorer = ranker.scorer(table, table.indicators());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.score(new double[] {1, 2}))
                .withMessage("2 weights for 3 indicators");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.score(new double[] {1, 2, 3, 4}))
                .withMessage("4 weights for 3 indicators");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> scorer.score(new double[] {1e308, 1e308, 1}))
                .withMessageStartingWith("the weights add up to Infinity; ");
    }

    // ---- trees ----

    /** A pillar in a pillar in a pillar, and so on, each beside one more indicator. */
    private static Pillar chain(int width, SplittableRandom random) {
        ImmutableList<Indicator> all = indicators(width);
        Pillar chain = Pillar.of("p" + (width - 1), all.get(width - 1)).withPoints(random.nextInt(1, 100) / 7.0);
        for (int i = width - 2; i >= 0; i--) {
            chain = Pillar.of("p" + i, all.get(i)).and(chain).withPoints(random.nextInt(1, 100) / 7.0);
        }
        return chain;
    }

    /** What each indicator of a chain counts for, by fractions from the top down. */
    private static double magnitudeOfChain(IndicatorTable table, Weights weights, Pillar chain) {
        Rational sum = Rational.ZERO;
        Rational share = Rational.of(1);
        for (Pillar pillar = chain; ; pillar = pillar.parts().get(1)) {
            Indicator indicator = pillar.parts().get(0).indicator().orElseThrow();
            Rational mine = Rational.of(weights.points(indicator));
            Rational rest = pillar.parts().size() == 1
                    ? Rational.ZERO
                    : Rational.of(pillar.parts().get(1).points().orElseThrow());
            sum = sum.plus(largest(table, indicator).times(share).times(mine.dividedBy(mine.plus(rest))));
            share = share.times(rest.dividedBy(mine.plus(rest)));
            if (pillar.parts().size() == 1) {
                return sum.doubleValue();
            }
        }
    }

    /** The worst case of a deep tree adds to that of a mean, at each level, a sum of points, a product and a quotient. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_bound_of_a_tree_is_the_worst_case_and_little_more(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 1 + random.nextInt(10);
        IndicatorTable table = uneven(random, 1 + random.nextInt(4), k);
        Weights weights = odd(random, table);
        Pillar chain = chain(k, random);
        Scores scores = Rankers.pillars(chain).rank(table, weights).scores();
        // Each level: two points and their sum, the quotient, the product; then value, product and k − 1 sums.
        double worst = (k * 4 + 2 + (k - 1)) * U * magnitudeOfChain(table, weights, chain);
        assertThat(scores.errorBound()).isBetween(worst, 4 * worst);
        for (int row = 0; row < table.size(); row++) {
            assertThat(error(scores, row)).isLessThanOrEqualTo(new BigDecimal(scores.errorBound()));
        }
    }

    /**
     * The worst case of a mean in a mean, counted operation by operation: a point; three sums of k points, each rounded
     * and added up; two quotients and three products of these; then the value, its product and k − 1 sums.
     */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_bound_of_one_pillar_is_the_worst_case_and_little_more(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 1 + random.nextInt(12);
        IndicatorTable table = uneven(random, 1 + random.nextInt(5), k);
        Weights weights = odd(random, table);
        Pillar pillar =
                Pillar.of("all", table.indicators().stream().map(Pillar::leaf).collect(toImmutableList()));
        Scores scores = Rankers.pillars(pillar).rank(table, weights).scores();
        double worst = (1 + 3 * k + 2 + 3 + 1 + 1 + (k - 1)) * U * magnitude(table, weights);
        assertThat(scores.errorBound()).isBetween(worst, 3 * worst);
    }

    /** Below the normal doubles an error is no longer relative to anything. */
    @Test
    void the_bound_holds_for_the_smallest_numbers() {
        IndicatorTable table =
                table(new double[][] {{Double.MIN_VALUE, 1e-310, 7e-322}, {3e-323, 2 * Double.MIN_VALUE, 1e-316}});
        for (Ranker ranker : scorers()) {
            Scores scores = ranker.rank(table, weights(table, 0.3, 0.2, 0.9)).scores();
            for (int row = 0; row < 2; row++) {
                assertThat(error(scores, row)).isLessThanOrEqualTo(new BigDecimal(scores.errorBound()));
            }
        }
    }

    private static int depth(Pillar pillar) {
        return Branch.of(pillar, pillar.indicators()).depth();
    }

    @Test
    void the_depth_counts_the_means_above_an_indicator() {
        assertThat(depth(Pillar.leaf(A))).isZero();
        assertThat(depth(Pillar.of("x", A, B))).isEqualTo(1);
        assertThat(depth(Pillar.of("x", A).and(Pillar.of("y", Pillar.of("z", B)))))
                .isEqualTo(3);
    }

    @Test
    void a_pillar_whose_indicators_weigh_nothing_adds_nothing() {
        IndicatorTable table = table(new double[][] {{1, 5, 8}, {9, 3, 2}});
        Ranker ranker = Rankers.pillars(Pillar.of("first", A, B), Pillar.of("second", C));
        Scores scores = ranker.rank(table, weights(table, 1, 3, 0)).scores();
        assertThat(doubles(scores)).containsExactly(4, 4.5);
    }

    /** (Σ over what is there of points·value) / points that are there, or on the scale of a sum. */
    @Test
    void doubles_share_a_missing_weight_as_fractions_do() {
        IndicatorTable table = IndicatorTable.builder(A, B, C)
                .row(School.of("whole"), 10, 20, 40)
                .put(School.of("holed"), A, 10)
                .put(School.of("holed"), C, 40)
                .build();
        Weights weights = weights(table, 1, 4, 3);
        for (Skipping skipping : List.of(Skipping.overAll(), Skipping.withinPillar())) {
            Scores mean = Rankers.weightedMean(skipping).rank(table, weights).scores();
            assertThat(doubles(mean)).containsExactly(210 / 8.0, 130 / 4.0);
            Scores sum = Rankers.weightedSum(4, skipping).rank(table, weights).scores();
            assertThat(doubles(sum)).containsExactly(210 / 4.0, 130 / 4.0 * 2);
        }
        Ranker pillars = Rankers.pillars(
                Mean.arithmetic(),
                Skipping.overAll(),
                Pillar.of("first", A, B).withPoints(3), // of which A has a fifth
                Pillar.of("second", C).withPoints(2));
        Scores tree = pillars.rank(table, weights).scores();
        // A counts 0.12, C 0.4: (0.12 · 10 + 0.4 · 40) / 0.52 = 430/13
        assertThat(tree.exact(1)).isEqualTo(Rational.ratio(BigDecimal.valueOf(430), BigDecimal.valueOf(13)));
        assertThat(error(tree, 1)).isLessThanOrEqualTo(new BigDecimal(tree.errorBound()));
        assertThat(tree.errorBound()).isLessThan(1e-12);
    }

    // ---- scores that a formula gave ----

    @Test
    void computed_scores_are_off_by_what_a_decimal_and_its_double_differ() {
        for (double largest : new double[] {100, 0.1, 1e-300, 1e300}) {
            Scores scores = ComputedScores.of(
                    new double[] {largest / 3, -largest, Double.NaN, largest / 7}, Direction.HIGHER_IS_BETTER);
            assertThat(scores.errorBound()).isBetween(Math.ulp(largest) / 2, 2 * Math.ulp(largest));
        }
        // 4.9E-324, as it is printed, is not the smallest double
        Scores smallest = ComputedScores.of(new double[] {Double.MIN_VALUE}, Direction.HIGHER_IS_BETTER);
        assertThat(error(smallest, 0)).isPositive().isLessThanOrEqualTo(new BigDecimal(smallest.errorBound()));
    }
}
