package io.github.medrank.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import io.github.medrank.WeightingStrategy;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WeightingStrategiesTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final Indicator C = Indicator.of("c");
    private static final Indicator D = Indicator.of("d");

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static List<WeightingStrategy> learned() {
        return List.of(
                WeightingStrategies.entropyHwangYoon1981(),
                WeightingStrategies.standardDeviation(),
                WeightingStrategies.criticDiakoulaki1995(),
                WeightingStrategies.firstPrincipalComponentSquaredLoadings());
    }

    private static IndicatorTable table(Column... columns) {
        return IndicatorTable.ofColumns(
                IntStream.range(0, columns[0].size())
                        .mapToObj(i -> School.of("school " + i))
                        .toList(),
                Arrays.asList(columns));
    }

    private static double[] shares(Weights weights) {
        return weights.indicators().stream().mapToDouble(weights::share).toArray();
    }

    private static Column random(Indicator indicator, SplittableRandom random, int n, double missing) {
        return Column.of(
                indicator,
                IntStream.range(0, n)
                        .mapToObj(i -> random.nextDouble() < missing
                                ? Cell.missing(MissingReason.NOT_REPORTED)
                                : Cell.of(random.nextInt(1001) / 10.0))
                        .toList());
    }

    // ---- published examples ----

    /** The example of JMcDM (test/mcdm/testentropy.jl, MIT licence), 6 alternatives under 8 criteria. */
    @Test
    void entropy_weights_of_the_published_example() {
        double[][] rows = {
            {2, 4, 3, 5, 4, 3},
            {1, 1, 2, 1, 2, 2},
            {4, 5, 6, 5, 5, 6},
            {7, 6, 6, 7, 6, 6},
            {6, 7, 5, 6, 7, 6},
            {6, 7, 6, 7, 7, 6},
            {7, 6, 8, 7, 6, 6},
            {3000, 3500, 4000, 3000, 3000, 3500}
        };
        Column[] columns = IntStream.range(0, rows.length)
                .mapToObj(j -> Column.of(Indicator.of("c" + j), rows[j]))
                .toArray(Column[]::new);
        assertThat(shares(WeightingStrategies.entropyHwangYoon1981().weigh(table(columns))))
                .usingComparatorWithPrecision(5e-9)
                .containsExactly(
                        0.2996736096,
                        0.44136733892,
                        0.0700908872,
                        0.02123823711,
                        0.04902292895,
                        0.02308037885,
                        0.04776330969,
                        0.04776330969);
    }

    /** The example of JMcDM (test/mcdm/testcritic.jl, MIT licence); the third criterion is a cost, and the matrix is rounded. */
    @Test
    void critic_weights_of_the_published_example() {
        IndicatorTable table = table(
                Column.of(A, 12.9918, 4.1201, 4.1039),
                Column.of(B, 0.7264, 5.8824, 0.0),
                Column.of(C.withDirection(Direction.LOWER_IS_BETTER), -1.1009, 3.4483, -0.5076),
                Column.of(D, 1.598139592, 1.021563567, 0.984469444));
        assertThat(shares(WeightingStrategies.criticDiakoulaki1995().weigh(table)))
                .usingComparatorWithPrecision(2e-6)
                .containsExactly(0.16883925, 0.418444976, 0.249124763, 0.163591012);
    }

    /** What scikit-criteria finds, as the paper has it; software that ignores the direction finds [.2344 .5029 .2626]. */
    @Test
    void critic_takes_the_direction_into_account() {
        IndicatorTable table = table(
                Column.of(A, 0, 1, 2),
                Column.of(B, 1, 4, 2),
                Column.of(C.withDirection(Direction.LOWER_IS_BETTER), 2, 5, 9));
        assertThat(shares(WeightingStrategies.criticDiakoulaki1995().weigh(table)))
                .usingComparatorWithPrecision(5e-5)
                .containsExactly(0.3387, 0.2482, 0.4131);
    }

    /**
     * The same matrix under entropy. Shares of a column are 0, 1/3 and 2/3 and so on; 0 · ln 0 is its limit, 0, so a column
     * with a zero has weight like any other. Software for which it is not a number finds [0, .4853, .5147], which is what
     * the other two columns have between them.
     */
    @Test
    void entropy_takes_a_share_of_zero_as_the_limit_and_no_notice_of_directions() {
        Column a = Column.of(A, 0, 1, 2);
        Column b = Column.of(B, 1, 4, 2);
        Column c = Column.of(C.withDirection(Direction.LOWER_IS_BETTER), 2, 5, 9);
        double[] divergence = {divergence(0, 1, 2), divergence(1, 4, 2), divergence(2, 5, 9)};
        double sum = divergence[0] + divergence[1] + divergence[2];
        double[] expected = {divergence[0] / sum, divergence[1] / sum, divergence[2] / sum};
        WeightingStrategy entropy = WeightingStrategies.entropyHwangYoon1981();
        assertThat(shares(entropy.weigh(table(a, b, c))))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(expected);
        assertThat(expected).usingComparatorWithPrecision(5e-5).containsExactly(0.6108, 0.1889, 0.2003);
        assertThat(shares(entropy.weigh(table(b, c))))
                .usingComparatorWithPrecision(5e-5)
                .containsExactly(0.4853, 0.5147);
    }

    /** 1 − H, H the entropy of three shares over ln 3. */
    private static double divergence(double... values) {
        double sum = Arrays.stream(values).sum();
        double entropy = Arrays.stream(values)
                .filter(each -> each > 0)
                .map(each -> -each / sum * Math.log(each / sum))
                .sum();
        return 1 - entropy / Math.log(3);
    }

    /** Barron and Barrett 1996, four indicators: .5208, .2708, .1458, .0625. */
    @Test
    void rank_order_weights_are_exact() {
        Weights centroid = WeightingStrategies.rankOrderCentroid(A, B, C, D).weigh(anyTable());
        assertThat(shares(centroid)).usingComparatorWithPrecision(5e-5).containsExactly(0.5208, 0.2708, 0.1458, 0.0625);
        assertThat(centroid).hasToString("25 a, 13 b, 7 c, 3 d");
        assertThat(WeightingStrategies.rankOrderSum(B, A, C)).hasToString("3 b, 2 a, 1 c");
        assertThat(WeightingStrategies.rankOrderReciprocal(C, A, B)).hasToString("6 c, 3 a, 2 b");
        assertThat(WeightingStrategies.rankOrderCentroid(A)).hasToString("1 a");
        assertThatIllegalArgumentException()
                .isThrownBy(WeightingStrategies::rankOrderSum)
                .withMessage("no indicators; give them in order of importance");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightingStrategies.rankOrderCentroid(A, A))
                .withMessage("indicator \"a\" is weighted twice");
    }

    // ---- closed forms ----

    @Test
    void standard_deviations_are_taken_as_they_are() {
        IndicatorTable table = table(Column.of(A, 0, 2), Column.of(B, 5, 11));
        Weights weights = WeightingStrategies.standardDeviation().weigh(table);
        assertThat(shares(weights)).containsExactly(0.25, 0.75);
        assertThat(weights.points(A)).as("points that add up to 1").isEqualByComparingTo("0.25");
    }

    @Test
    void the_principal_component_of_a_block_lies_in_it() {
        IndicatorTable table = table(Column.of(A, 1, 1, -1, -1), Column.of(B, 3, 3, 1, 1), Column.of(C, 1, -1, 1, -1));
        assertThat(shares(WeightingStrategies.firstPrincipalComponentSquaredLoadings()
                        .weigh(table)))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.5, 0.5, 0);
    }

    /** A turned indicator has the opposite loading, and the same square. */
    @Test
    void the_sign_of_a_component_plays_no_part() {
        Column turned = Column.of(B.withDirection(Direction.LOWER_IS_BETTER), 3, 2, 1.5, 1);
        Column same = Column.of(B, -3, -2, -1.5, -1);
        Column a = Column.of(A, 1, 2, 3, 5);
        Column c = Column.of(C, 2, 1, 4, 4);
        WeightingStrategy strategy = WeightingStrategies.firstPrincipalComponentSquaredLoadings();
        assertThat(strategy.weigh(table(a, turned, c))).isEqualTo(strategy.weigh(table(a, same, c)));
    }

    @Test
    void uncorrelated_indicators_share_the_first_component() {
        IndicatorTable table = table(Column.of(A, 1, 1, -1, -1), Column.of(C, 1, -1, 1, -1));
        assertThat(shares(WeightingStrategies.firstPrincipalComponentSquaredLoadings()
                        .weigh(table)))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(0.5, 0.5);
    }

    @Test
    void targets_of_uncorrelated_indicators_are_divided_by_their_deviations() {
        IndicatorTable table = table(Column.of(A, 1, 1, -1, -1), Column.of(C, 2, -2, 2, -2));
        Weights targets = Weights.of(Map.of(A, 3, C, 1));
        assertThat(shares(WeightingStrategies.correlationTargeted(targets).weigh(table)))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(6 / 7.0, 1 / 7.0);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void targeted_weights_give_the_correlations_aimed_at(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = table(random(A, random, 40, 0), random(B, random, 40, 0), random(C, random, 40, 0));
        Weights targets = Weights.of(Map.of(A, 40, B, 35, C, 25));
        Weights weights = WeightingStrategies.correlationTargeted(targets).weigh(table);
        double[] composite = new double[40];
        table.columns().forEach(column -> column.addTo(weights.share(column.indicator()), composite));
        double[] correlations = table.columns().stream()
                .mapToDouble(
                        column -> column.correlation(Column.of(D, composite)).orElseThrow())
                .toArray();
        double sum = Arrays.stream(correlations).sum();
        assertThat(Arrays.stream(correlations).map(each -> each / sum).toArray())
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(0.40, 0.35, 0.25);
    }

    @Test
    void targets_out_of_reach_are_refused_by_name() {
        IndicatorTable alike = table(Column.of(A, 1, 2, 3, 4.1), Column.of(B, 1, 2, 3, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightingStrategies.correlationTargeted(Weights.of(Map.of(A, 9, B, 1)))
                        .weigh(alike))
                .withMessage(
                        "indicator \"b\": no weight of zero or more gives it 0.1 of the influence, because it goes with"
                                + " others that have more; raise its target or leave one of those out");
        IndicatorTable same = table(Column.of(A, 1, 2, 3), Column.of(B, 2, 4, 6));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightingStrategies.correlationTargeted(Weights.of(Map.of(A, 9, B, 1)))
                        .weigh(same))
                .withMessage(
                        "one indicator is a combination of the others, so there is no single answer; leave one of them"
                                + " out");
        IndicatorTable constant = table(Column.of(A, 1, 2, 3), Column.of(B, 7, 7, 7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightingStrategies.correlationTargeted(Weights.of(Map.of(A, 9, B, 1)))
                        .weigh(constant))
                .withMessage(
                        "indicator \"b\" has the same value everywhere, so no correlation to aim at; its target must be"
                                + " 0");
        assertThat(shares(WeightingStrategies.correlationTargeted(Weights.of(Map.of(A, 9, B, 0)))
                        .weigh(constant)))
                .containsExactly(1, 0);
    }

    // ---- the edges ----

    /** Other software finds NaN for all indicators, or gives all the weight to the indicator that says nothing. */
    @Test
    void an_indicator_that_is_the_same_everywhere_has_no_weight_and_no_influence() {
        Column a = Column.of(A, 1, 2, 4);
        Column c = Column.of(C, 9, 3, 5);
        Column constant = Column.of(B, 7.3, 7.3, 7.3);
        for (WeightingStrategy strategy : learned()) {
            Weights without = strategy.weigh(table(a, c));
            Weights with = strategy.weigh(table(a, constant, c));
            assertThat(with.points(B)).as("%s", strategy).isZero();
            assertThat(with.points(A)).isEqualTo(without.points(A));
            assertThat(with.points(C)).isEqualTo(without.points(C));
        }
    }

    @Test
    void where_nothing_tells_schools_apart_all_weigh_the_same() {
        IndicatorTable one = table(Column.of(A, 5), Column.of(B, 7));
        IndicatorTable constant = table(Column.of(A, 5, 5), Column.of(B, 7, 7));
        IndicatorTable empty = table(
                Column.of(A, List.of(Cell.missing(MissingReason.WITHHELD))),
                Column.of(B, List.of(Cell.missing(MissingReason.WITHHELD))));
        for (WeightingStrategy strategy : learned()) {
            for (IndicatorTable table : List.of(one, constant, empty)) {
                assertThat(strategy.weigh(table)).isEqualTo(Weights.equal(List.of(A, B)));
            }
        }
    }

    @Test
    void indicators_that_say_the_same_weigh_the_same() {
        IndicatorTable table = table(Column.of(A, 1, 2, 3.3), Column.of(B, 2, 4, 6.6), Column.of(C, 7, 7, 7));
        assertThat(shares(WeightingStrategies.criticDiakoulaki1995().weigh(table)))
                .containsExactly(0.5, 0.5, 0);
        assertThat(shares(WeightingStrategies.criticDiakoulaki1995().weigh(table(Column.of(A, 1, 2)))))
                .containsExactly(1);
    }

    @Test
    void entropy_refuses_negative_values_by_name_and_takes_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightingStrategies.entropyHwangYoon1981()
                        .weigh(table(Column.of(A, 1, -2), Column.of(B, 1, 2))))
                .withMessage("school \"school 1\", indicator \"a\": entropy weights need shares of a sum, and -2.0 is"
                        + " negative; take a normalizer that ends at 0 or above");
        // One school has everything: no disorder at all. Two equal shares and a zero: ln 2 / ln 3.
        Weights weights =
                WeightingStrategies.entropyHwangYoon1981().weigh(table(Column.of(A, 0, 0, 5), Column.of(B, 3, 0, 3)));
        double divergence = 1 - Math.log(2) / Math.log(3);
        assertThat(weights.share(A)).isCloseTo(1 / (1 + divergence), within(1e-12));
    }

    @Test
    void holes_are_left_out_of_each_statistic() {
        Cell hole = Cell.missing(MissingReason.NOT_REPORTED);
        Column a = Column.of(A, List.of(Cell.of(1), Cell.of(5), hole));
        Column b = Column.of(B, List.of(Cell.of(1), hole, Cell.of(3)));
        assertThat(shares(WeightingStrategies.standardDeviation().weigh(table(a, b))))
                .usingComparatorWithPrecision(1e-15)
                .containsExactly(2 / 3.0, 1 / 3.0);
        assertThat(shares(WeightingStrategies.criticDiakoulaki1995().weigh(table(a, b))))
                .containsExactly(0.5, 0.5);
        // Two values each: a sixth and five sixths, a quarter and three quarters, over ln 2.
        double first = 1 + (Math.log(1 / 6.0) / 6 + Math.log(5 / 6.0) * 5 / 6) / Math.log(2);
        double second = 1 + (Math.log(0.25) / 4 + Math.log(0.75) * 3 / 4) / Math.log(2);
        assertThat(shares(WeightingStrategies.entropyHwangYoon1981().weigh(table(a, b))))
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(first / (first + second), second / (first + second));
    }

    @Test
    void decided_weights_do_not_look_at_the_table() {
        Weights weights = Weights.of(Map.of(A, 1, B, 2));
        assertThat(WeightingStrategies.fixed(weights).weigh(anyTable())).isEqualTo(weights);
        assertThat(WeightingStrategies.equal().weigh(table(Column.of(A, 1), Column.of(B, 2))))
                .isEqualTo(Weights.equal(List.of(A, B)));
        assertThat(WeightingStrategies.equal()).hasToString("equal");
    }

    @Test
    void recipes_name_the_variant() {
        assertThat(Stream.concat(
                                learned().stream(),
                                Stream.of(WeightingStrategies.correlationTargeted(Weights.of(Map.of(A, 1, B, 2)))))
                        .map(WeightingStrategy::toString))
                .containsExactly(
                        "entropy (Hwang and Yoon 1981)",
                        "standard deviation",
                        "CRITIC (Diakoulaki, Mavrotas and Papayannakis 1995)",
                        "first principal component (squared loadings)",
                        "correlations with the composite as 1 a, 2 b");
    }

    // ---- law 1 ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void no_order_of_rows_or_columns_changes_a_bit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 4 + random.nextInt(10);
        double missing = seed % 2 == 0 ? 0 : 0.2;
        IndicatorTable table = table(
                random(A, random, n, missing),
                random(B.withDirection(Direction.LOWER_IS_BETTER), random, n, missing),
                random(C, random, n, missing),
                random(D, random, n, missing));
        int[] reversed = IntStream.range(0, n).map(i -> n - 1 - i).toArray();
        int[] turned = IntStream.range(0, n).map(i -> (i + 1) % n).toArray();
        for (WeightingStrategy strategy : learned()) {
            Weights weights = strategy.weigh(table);
            assertThat(strategy.weigh(table.rows(reversed))).isEqualTo(weights);
            assertThat(strategy.weigh(table.rows(turned).select(List.of(D, B, A, C))))
                    .isEqualTo(weights);
            assertThat(strategy.weigh(table.select(List.of(C, A, D, B))).indicators())
                    .containsExactly(C, A, D, B);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_linear_scale_before_it_changes_nothing_in_critic(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = table(random(A, random, 12, 0), random(B, random, 12, 0), random(C, random, 12, 0));
        IndicatorTable scaled = table.mapColumns(column -> column.map(value -> 3 + value / 16));
        double[] before = shares(WeightingStrategies.criticDiakoulaki1995().weigh(table));
        double[] after = shares(WeightingStrategies.criticDiakoulaki1995().weigh(scaled));
        assertThat(after).usingComparatorWithPrecision(1e-12).containsExactly(before);
    }

    // ---- law 2 ----

    /** Improving a value changes the weights, and the school may fall by it. */
    @Test
    void weights_learned_from_correlations_are_not_monotone() {
        for (WeightingStrategy strategy : List.of(
                WeightingStrategies.criticDiakoulaki1995(),
                WeightingStrategies.firstPrincipalComponentSquaredLoadings())) {
            assertThat(LongStream.range(0, 4000).anyMatch(seed -> worsensByImproving(strategy, seed)))
                    .as("%s", strategy)
                    .isTrue();
        }
        assertThat(LongStream.range(0, 400).anyMatch(seed -> worsensByImproving(WeightingStrategies.equal(), seed)))
                .isFalse();
    }

    private static boolean worsensByImproving(WeightingStrategy strategy, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = table(random(A, random, 4, 0), random(B, random, 4, 0), random(C, random, 4, 0));
        School school = table.schools().get(random.nextInt(4));
        Indicator indicator = table.indicators().get(random.nextInt(3));
        double value = table.cell(school, indicator).value().orElseThrow();
        IndicatorTable improved = table.with(school, indicator, value + random.nextInt(50));
        Methodology mean = Methodology.builder("Mean")
                .weighting(strategy)
                .ranker(Rankers.weightedMean())
                .build();
        int row = table.rowOf(school).orElseThrow();
        return mean.rank(improved).placeAt(row) > mean.rank(table).placeAt(row);
    }

    private static IndicatorTable anyTable() {
        return table(Column.of(A, 1));
    }
}
