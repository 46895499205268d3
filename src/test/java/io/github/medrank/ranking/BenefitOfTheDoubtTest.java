package io.github.medrank.ranking;

import static io.github.medrank.ranking.RankerTables.scores;
import static io.github.medrank.ranking.RankerTables.table;
import static io.github.medrank.ranking.RankerTables.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.normalization.Normalizers;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BenefitOfTheDoubtTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** With two indicators the best weights lie where a rival's line meets an axis or another rival's. */
    private static double byCorners(double[][] rows, double[] mine) {
        double best = 0;
        for (int i = -2; i < rows.length; i++) {
            for (int j = i + 1; j < rows.length; j++) {
                double[] a = i < 0 ? (i == -2 ? new double[] {1, 0, 0} : new double[] {0, 1, 0}) : line(rows[i]);
                double[] b = j < 0 ? new double[] {0, 1, 0} : line(rows[j]);
                double det = a[0] * b[1] - a[1] * b[0];
                double u = (a[2] * b[1] - a[1] * b[2]) / det;
                double v = (a[0] * b[2] - a[2] * b[0]) / det;
                boolean allowed = det != 0 && u >= -1e-12 && v >= -1e-12;
                for (double[] row : rows) {
                    allowed &= u * row[0] + v * row[1] <= 1 + 1e-9;
                }
                best = allowed ? Math.max(best, u * mine[0] + v * mine[1]) : best;
            }
        }
        return best;
    }

    private static double[] line(double[] row) {
        return new double[] {row[0], row[1], 1};
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void two_indicators_are_solved_by_their_corners(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[1 + random.nextInt(6)][2];
        for (double[] row : rows) {
            row[0] = random.nextInt(1, 100);
            row[1] = random.nextInt(1, 100);
        }
        IndicatorTable table = table(rows);
        double[] scores = scores(Rankers.benefitOfTheDoubt().rank(table, weights(table, 1, 5)));
        for (int row = 0; row < rows.length; row++) {
            assertThat(scores[row]).isCloseTo(byCorners(rows, rows[row]), within(2e-9));
        }
    }

    /** 1/3 + 521/3072 = 0.5029296875, at equal weights, which two rivals bound; the ninth decimal is odd. */
    @Test
    void a_half_of_the_last_decimal_is_rounded_as_one_on_a_normalised_scale() {
        IndicatorTable table = table(new double[][] {{3, 0}, {0, 3072}, {1, 521}});
        Methodology doubt = Methodology.builder("doubt")
                .normalizer(Normalizers.minMax(0, 1))
                .ranker(Rankers.benefitOfTheDoubt())
                .build();
        assertThat(scores(doubt.rank(table))).containsExactly(1, 1, 0.502929688);
    }

    @Test
    void the_best_in_any_indicator_gets_1() {
        IndicatorTable table = table(new double[][] {{10, 1, 1}, {1, 10, 1}, {5, 5, 2}, {5, 5, 1}, {0, 0, 0}});
        // the fourth at best with weights (1, 1, 1)/12, where the first three all get 1
        assertThat(scores(Rankers.benefitOfTheDoubt().rank(table, weights(table, 1, 1, 1))))
                .containsExactly(1, 1, 1, 0.916666667, 0);
    }

    @Test
    void an_indicator_of_weight_zero_is_left_out() {
        IndicatorTable table = table(new double[][] {{10, 1}, {5, 10}});
        assertThat(scores(Rankers.benefitOfTheDoubt().rank(table, weights(table, 1, 0))))
                .containsExactly(1, 0.5);
    }

    @Test
    void tight_bounds_fix_what_each_indicator_contributes() {
        // each contributes half of the score: w = (s/2)/x; the rival (8, 2) allows s/2·8/4 + s/2·2/4 = 1, s = 0.8
        IndicatorTable table = table(new double[][] {{4, 4}, {8, 2}});
        double[] scores = scores(Rankers.benefitOfTheDoubt(1, 1).rank(table, weights(table, 1, 1)));
        assertThat(scores[0]).isEqualTo(0.8);
        // s/2·4/8 + s/2·4/2 = 1, s = 0.8
        assertThat(scores[1]).isEqualTo(0.8);
        // with free weights both are best in one
        assertThat(scores(Rankers.benefitOfTheDoubt().rank(table, weights(table, 1, 1))))
                .containsExactly(1, 1);
    }

    @Test
    void bounds_are_multiples_of_the_shares_of_the_weights() {
        // a quarter and three quarters: s/4·8/8 + 3s/4·2/2 = s for itself, and (s/4·8/4 + 3s/4·2/4) = 7s/8 below it;
        // the second's rival allows s/4·4/8 + 3s/4·4/2 = 13s/8 = 1
        IndicatorTable table = table(new double[][] {{4, 4}, {8, 2}});
        assertThat(scores(Rankers.benefitOfTheDoubt(1, 1).rank(table, weights(table, 1, 3))))
                .containsExactly(1, 0.615384615);
        // The last, with parts a and b: 8a/5 + b/2 <= 1 and a/5 + 4b <= 1. Free: a = 5/9, b = 2/9, the score 7/9.
        IndicatorTable three = table(new double[][] {{8, 1}, {1, 8}, {5, 2}});
        assertThat(scores(Rankers.benefitOfTheDoubt().rank(three, weights(three, 1, 1)))[2])
                .isEqualTo(0.777777778);
        // a at most 1.2 · 1/2 of the score: a = 1.5b, so that 4.3b = 1, the score 2.5/4.3
        assertThat(scores(Rankers.benefitOfTheDoubt(0, 1.2).rank(three, weights(three, 1, 1)))[2])
                .isEqualTo(0.581395349);
        // a at most 1.2 · 1/4 of the score: a = 3b/7, so that 143b/35 = 1, the score 10/7 · 35/143 = 50/143
        assertThat(scores(Rankers.benefitOfTheDoubt(0, 1.2).rank(three, weights(three, 1, 3)))[2])
                .isEqualTo(0.349650350);
    }

    @Test
    void the_unit_of_an_indicator_plays_no_part() {
        IndicatorTable table = table(new double[][] {{8e200, 1e-200}, {1e200, 8e-200}, {5e200, 2e-200}});
        assertThat(scores(Rankers.benefitOfTheDoubt().rank(table, weights(table, 1, 1))))
                .containsExactly(1, 1, 0.777777778);
    }

    @Test
    void looser_bounds_never_lower_a_score() {
        IndicatorTable table = table(new double[][] {{4, 4, 1}, {8, 2, 3}, {1, 9, 2}, {3, 3, 3}});
        double[] before = new double[4];
        for (double slack : new double[] {0, 0.2, 0.5, 1}) {
            double[] scores =
                    scores(Rankers.benefitOfTheDoubt(1 - slack, 1 + slack).rank(table, weights(table, 1, 2, 3)));
            for (int row = 0; row < 4; row++) {
                assertThat(scores[row])
                        .isGreaterThanOrEqualTo(before[row] - 1e-9)
                        .isBetween(0.0, 1.0);
            }
            before = scores;
        }
    }

    @Test
    void a_zero_where_a_part_is_required_makes_the_score_zero() {
        IndicatorTable table = table(new double[][] {{0, 10}, {5, 5}});
        assertThat(scores(Rankers.benefitOfTheDoubt(0.5, 2).rank(table, weights(table, 1, 1)))[0])
                .isZero();
        IndicatorTable zeros = table(new double[][] {{0, 10}, {0, 5}});
        assertThat(scores(Rankers.benefitOfTheDoubt().rank(zeros, weights(zeros, 1, 1))))
                .containsExactly(1, 0.5);
    }

    @Test
    void wrong_input_is_refused() {
        IndicatorTable table = table(new double[][] {{-1, 10}, {5, 5}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.benefitOfTheDoubt().rank(table, weights(table, 1, 1)))
                .withMessage(
                        "school \"s0\": indicator \"c0\" is -1.0, and benefit of the doubt takes no negative value;"
                                + " normalise to 0 or more");
        IndicatorTable costs = RankerTables.directed(new double[][] {{1, 10}, {5, 5}}, 1, -1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.benefitOfTheDoubt().rank(costs, weights(costs, 1, 1)))
                .withMessage("indicator \"c1\": less is better, so a mean of values as given would rank it upside down;"
                        + " give it a normalizer that turns it round");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.benefitOfTheDoubt(-0.1, 2))
                .withMessage("lower bound -0.1; a multiple of the share in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.benefitOfTheDoubt(0, Double.NaN))
                .withMessage("upper bound NaN; a multiple of 1 or more");
        assertThat(Rankers.benefitOfTheDoubt(0.5, 2))
                .hasToString(
                        "benefit of the doubt, an indicator's part between 0.5 and 2.0 times its share of the weights");
    }
}
