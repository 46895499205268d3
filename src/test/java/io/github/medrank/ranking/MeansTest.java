package io.github.medrank.ranking;

import static io.github.medrank.ranking.RankerTables.scores;
import static io.github.medrank.ranking.RankerTables.table;
import static io.github.medrank.ranking.RankerTables.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeansTest {
    private static double one(Ranker ranker, double[] points, double... values) {
        IndicatorTable table = table(new double[][] {values});
        return scores(ranker.rank(table, weights(table, points)))[0];
    }

    private static double[] even(int width) {
        return IntStream.range(0, width).mapToDouble(i -> 1).toArray();
    }

    /** UNDP, Human Development Report 2020, technical note 1: dimension indices of its worked example, and its HDI. */
    @Test
    void geometric_mean_is_the_human_development_index() {
        double hdi = one(Rankers.geometricMean(), even(3), 0.6971, 0.3447, 0.5506);
        assertThat(Math.rint(hdi * 1000) / 1000).isEqualTo(0.510);
    }

    /**
     * The shape of UNDP's whole formula as a tree: the education index is the arithmetic mean of its two parts, the HDI
     * the geometric mean of three. ∛(0.8 · (0.4 + 0.6)/2 · 0.54) = ∛0.216 = 0.6.
     */
    @Test
    void the_human_development_index_is_a_tree_of_means() {
        Indicator life = Indicator.of("life");
        Indicator expected = Indicator.of("expected-years");
        Indicator mean = Indicator.of("mean-years");
        Indicator income = Indicator.of("income");
        IndicatorTable table = IndicatorTable.builder(life, expected, mean, income)
                .row(School.of("made up"), 0.8, 0.4, 0.6, 0.54)
                .build();
        Ranker hdi = Rankers.pillars(
                Mean.geometric(),
                Skipping.refuse(),
                Pillar.of("Health", life).withPoints(1),
                Pillar.of("Education", expected, mean).withPoints(1),
                Pillar.of("Income", income).withPoints(1));
        assertThat(scores(hdi.rank(table, Weights.equal(table.indicators())))[0])
                .isCloseTo(0.6, within(1e-12));
    }

    /** A weight below all doubles still counts: a zero under it is a zero of the mean, alone or within a pillar. */
    @Test
    void a_weight_too_small_for_a_double_counts() {
        IndicatorTable table = table(new double[][] {{5, 0, 7}, {5, 3, 7}});
        List<Indicator> three = table.indicators();
        for (String size : List.of("1e-400", "1e-330")) {
            BigDecimal tiny = new BigDecimal(size);
            Weights weights = Weights.builder()
                    .put(three.get(0), 1)
                    .put(three.get(1), tiny)
                    .put(three.get(2), tiny)
                    .build();
            Ranker pillars = Rankers.pillars(
                    Mean.harmonic(),
                    Skipping.refuse(),
                    Pillar.of("one", three.get(0)).withPoints(1),
                    Pillar.of("tiny", three.get(1), three.get(2)).withPoints(1));
            assertThat(scores(Rankers.geometricMean().rank(table, weights))).containsExactly(0, 5);
            // the second part has (0 + 7)/2 and (3 + 7)/2: 2 / (1/5 + 1/3.5) = 70/17, and 5
            assertThat(scores(pillars.rank(table, weights))).containsExactly(4.117647058824, 5);
        }
    }

    /** √(4/3 · 60.75) = 9 = √(9 · 9), though 4/3 to 13 digits gives 8.999999999999. */
    @Test
    void thirds_of_a_pillar_break_no_tie_of_the_whole() {
        IndicatorTable table = table(new double[][] {{1, 1, 2, 60.75}, {9, 9, 9, 9}});
        List<Indicator> four = table.indicators();
        Ranker pillars = Rankers.pillars(
                Mean.geometric(),
                Skipping.refuse(),
                Pillar.of("thirds", four.get(0), four.get(1), four.get(2)).withPoints(1),
                Pillar.of("rest", four.get(3)).withPoints(1));
        assertThat(scores(pillars.rank(table, Weights.equal(four)))).containsExactly(9, 9);
    }

    /** The weighted product model of en.wikipedia, on columns over their sums: log10 of the products. */
    @Test
    void geometric_mean_is_the_weighted_product() {
        double[][] rows = {{25, 20, 15, 30}, {10, 30, 20, 30}, {30, 10, 30, 10}};
        IndicatorTable table = table(overSums(rows));
        Ranking ranking = Rankers.geometricMean().rank(table, weights(table, 20, 15, 40, 25));
        double[] logs = {-0.50128589, -0.50448471, -0.52947246};
        for (int row = 0; row < 3; row++) {
            assertThat(Math.log10(scores(ranking)[row])).isCloseTo(logs[row], within(1e-7));
        }
        assertThat(RankerTables.places(ranking)).containsExactly(1, 2, 3);
    }

    /** Kracka, Brauers and Zavadskas (2010): minimised columns inverted, columns over their sums, equal weights. */
    @Test
    void arithmetic_mean_is_the_weighted_sum_model() {
        double[][] rows = {
            {33.95, 23.78, 11.45, 39.97, 29.44, 167.10, 3.852},
            {38.9, 4.17, 6.32, 0.01, 4.29, 132.52, 25.184},
            {37.59, 9.36, 8.23, 4.35, 10.22, 136.71, 10.845},
            {30.44, 37.59, 13.91, 74.08, 45.10, 198.34, 2.186},
            {36.21, 14.79, 9.17, 17.77, 17.06, 148.3, 6.610},
            {37.8, 8.55, 7.97, 2.35, 9.25, 134.83, 11.935}
        };
        for (double[] row : rows) {
            for (int i : new int[] {0, 1, 2, 3, 5}) {
                row[i] = 1 / row[i];
            }
        }
        IndicatorTable table = table(overSums(rows));
        Ranking ranking = Rankers.weightedMean().rank(table, weights(table, 20, 20, 20, 20, 20, 20, 20));
        double[] expected = {0.12040426, 0.3458235, 0.13838192, 0.12841246, 0.12346084, 0.14351701};
        for (int row = 0; row < expected.length; row++) {
            assertThat(scores(ranking)[row]).isCloseTo(expected[row], within(1e-7));
        }
        assertThat(RankerTables.places(ranking)).containsExactly(6, 1, 3, 4, 5, 2);
    }

    private static double[][] overSums(double[][] rows) {
        double[][] shares = new double[rows.length][rows[0].length];
        for (int i = 0; i < rows[0].length; i++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[i];
            }
            for (int row = 0; row < rows.length; row++) {
                shares[row][i] = rows[row][i] / sum;
            }
        }
        return shares;
    }

    @Test
    void power_means_of_1_2_3_are_the_closed_forms() {
        assertThat(one(Rankers.geometricMean(), even(3), 1, 2, 3)).isCloseTo(Math.cbrt(6), within(1e-12));
        assertThat(one(Rankers.harmonicMean(), even(3), 1, 2, 3)).isCloseTo(18.0 / 11, within(1e-12));
        assertThat(one(Rankers.mean(Mean.power(2), Skipping.refuse()), even(3), 1, 2, 3))
                .isCloseTo(Math.sqrt(14.0 / 3), within(1e-12));
        assertThat(one(Rankers.harmonicMean(), new double[] {1, 3}, 2, 6)).isCloseTo(4, within(1e-12));
        assertThat(one(Rankers.geometricMean(), new double[] {1, 3}, 16, 1)).isCloseTo(2, within(1e-12));
    }

    @Test
    void large_exponents_do_not_overflow() {
        assertThat(one(Rankers.mean(Mean.power(100), Skipping.refuse()), even(2), 1e300, 1))
                .isCloseTo(1e300 * Math.pow(0.5, 0.01), within(1e290));
        assertThat(one(Rankers.mean(Mean.power(-100), Skipping.refuse()), even(2), 1e300, 1))
                .isCloseTo(Math.pow(2, 0.01), within(1e-12));
    }

    @Test
    void what_weighs_nothing_does_not_scale_what_does() {
        assertThat(one(Rankers.mean(Mean.power(-100), Skipping.refuse()), new double[] {0, 1}, 1, 1e300))
                .isEqualTo(1e300);
        assertThat(one(Rankers.mean(Mean.power(100), Skipping.refuse()), new double[] {0, 1}, 1e300, 2))
                .isEqualTo(2);
    }

    @Test
    void equal_values_and_equal_products_are_given_without_noise() {
        for (double exponent : new double[] {-3, -1, -0.5, 0, 0.5, 2}) {
            assertThat(one(Rankers.mean(Mean.power(exponent), Skipping.refuse()), even(3), 50.7, 50.7, 50.7))
                    .isEqualTo(50.7);
        }
        assertThat(one(Rankers.geometricMean(), even(2), 25, 100)).isEqualTo(50);
    }

    @Test
    void a_zero_makes_geometric_and_harmonic_means_zero_unless_it_weighs_nothing() {
        assertThat(one(Rankers.geometricMean(), even(2), 0, 9)).isZero();
        assertThat(one(Rankers.harmonicMean(), even(2), 0, 9)).isZero();
        assertThat(one(Rankers.geometricMean(), new double[] {0, 1}, 0, 9)).isEqualTo(9);
        assertThat(one(Rankers.mean(Mean.power(2), Skipping.refuse()), even(2), 0, 0))
                .isZero();
        assertThat(one(Rankers.mean(Mean.power(0.5), Skipping.refuse()), even(2), 0, 4))
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void a_negative_value_is_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one(Rankers.harmonicMean(), even(3), -1, 1, 2))
                .withMessage("school \"s0\": indicator \"c0\" is -1.0, and a harmonic mean takes no negative value;"
                        + " normalise to 0 or more");
        assertThat(one(Rankers.weightedMean(), even(2), -3, 1)).isEqualTo(-1);
        assertThat(one(Rankers.geometricMean(), new double[] {0, 1}, -3, 1)).isEqualTo(1);
    }

    @Test
    void a_power_mean_out_of_range_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mean.power(Double.NaN))
                .withMessage("power mean of exponent NaN; take -100 to 100");
        assertThatIllegalArgumentException().isThrownBy(() -> Mean.power(101));
    }

    @Test
    void a_weighted_sum_is_not_divided_by_the_weights() {
        // GRAS 2019 AS0211, row 1: five weights that add up to 420
        double[] points = {100, 100, 20, 100, 100};
        assertThat(one(Rankers.weightedSum(100), points, 100, 67.9, 65.7, 88.6, 84.5))
                .isCloseTo(354.1, within(0.15));
        assertThat(one(Rankers.weightedSum(2), new double[] {1, 3}, 4, 6)).isEqualTo(11);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.weightedSum(0))
                .withMessage("unit of a weighted sum 0; it must be positive");
    }

    @Test
    void mazziotta_pareto_takes_the_unevenness_off() {
        // mean 100, population variance 100: 100 - 100/100
        assertThat(one(Rankers.mazziottaPareto(), even(2), 90, 110)).isEqualTo(99);
        assertThat(one(Rankers.mazziottaPareto(), even(3), 100, 100, 100)).isEqualTo(100);
        // mean 95, variance 75
        assertThat(one(Rankers.mazziottaPareto(), new double[] {3, 1}, 90, 110))
                .isCloseTo(95 - 75.0 / 95, within(1e-11));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one(Rankers.mazziottaPareto(), even(2), -1, 1))
                .withMessage(
                        "school \"s0\": its mean is 0.0, and the Mazziotta-Pareto index divides by it; normalise to"
                                + " positive values, such as to mean 100 and deviation 10");
    }

    @Test
    void mazziotta_pareto_is_not_monotone_as_its_javadoc_says() {
        double before = one(Rankers.mazziottaPareto(), even(3), 10, 10, 30);
        double after = one(Rankers.mazziottaPareto(), even(3), 10, 10, 60);
        assertThat(after).isLessThan(before);
    }

    @Test
    void means_refuse_a_missing_value_and_an_indicator_of_which_less_is_better() {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        IndicatorTable table = IndicatorTable.builder(a, b)
                .row(School.of("Yale"), List.of(Cell.of(1), Cell.missing(MissingReason.WITHHELD)))
                .build();
        for (Ranker ranker : List.of(Rankers.weightedMean(), Rankers.geometricMean())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranker.rank(table, Weights.equal(table.indicators())))
                    .withMessage(
                            "school \"Yale\" has no value for indicator \"b\" (withheld); fill missing values, or take"
                                    + " a ranker that skips them");
            Weights without = Weights.of(java.util.Map.of(a, 1, b, 0));
            assertThat(scores(ranker.rank(table, without.inOrderOf(table.indicators()))))
                    .containsExactly(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> {
                        IndicatorTable costs = RankerTables.directed(new double[][] {{1}}, -1);
                        ranker.rank(costs, Weights.equal(costs.indicators()));
                    })
                    .withMessage("indicator \"c0\": less is better, so a mean of values as given would rank it upside"
                            + " down; give it a normalizer that turns it round");
        }
    }

    @Test
    void rankers_are_values_and_say_what_they_are() {
        assertThat(Rankers.weightedMean()).isEqualTo(Rankers.weightedMean()).hasToString("weighted arithmetic mean");
        assertThat(Rankers.mean(Mean.power(0), Skipping.overAll()))
                .isEqualTo(Rankers.mean(Mean.geometric(), Skipping.overAll()))
                .isNotEqualTo(Rankers.geometricMean())
                .hasToString("weighted geometric mean; a missing value's weight is shared by all others present");
        assertThat(Rankers.weightedSum(100)).hasToString("weighted sum, 100 points counting once");
        assertThat(Mean.power(2)).hasToString("power mean of exponent 2.0");
        assertThat(Rankers.vikor(0.5)).isEqualTo(Rankers.vikor(0.5)).isNotEqualTo(Rankers.vikor(0.6));
    }
}
