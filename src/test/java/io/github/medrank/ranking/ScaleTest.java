package io.github.medrank.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.weighting.PairwiseComparisons;
import io.github.medrank.weighting.WeightingStrategies;
import io.github.medrank.weightspace.WeightSpace;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No power of ten that multiplies values or weights changes what comes out, and none makes a value count as missing. */
class ScaleTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final Indicator C = Indicator.of("c");

    private static IndicatorTable table(double scale) {
        double[][] rows = {{1, 5, 2}, {3, 2, 4}, {4, 4, 9}, {7, 1, 3}};
        IndicatorTable.Builder table = IndicatorTable.builder(A, B, C);
        for (int row = 0; row < rows.length; row++) {
            double[] values = new double[3];
            for (int i = 0; i < 3; i++) {
                values[i] = rows[row][i] * scale;
            }
            table.row(School.of("s" + row), values);
        }
        return table.build();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1000, -565, -200, 200, 565, 1000})
    void learned_weights_do_not_depend_on_the_unit(int exponent) {
        IndicatorTable one = table(1);
        IndicatorTable other = table(Math.scalb(1.0, exponent));
        for (var strategy : List.of(
                WeightingStrategies.criticDiakoulaki1995(),
                WeightingStrategies.firstPrincipalComponentSquaredLoadings())) {
            Weights before = strategy.weigh(one);
            Weights after = strategy.weigh(other);
            for (Indicator each : one.indicators()) {
                assertThat(after.share(each))
                        .as("%s of %s", strategy, each.id())
                        .isEqualTo(before.share(each));
            }
        }
    }

    /** The factor of the rescaling, or factor times score, is beyond the doubles; what comes out is not. */
    @ParameterizedTest
    @ValueSource(ints = {-1060, -1000, -200, 200, 1000})
    void draws_of_a_rescaling_have_the_scores_of_its_ranking(int exponent) {
        IndicatorTable table = table(Math.scalb(1.0, exponent));
        for (Rescaling rescaling : List.of(
                Rescaling.top(100),
                Rescaling.top(1e300),
                Rescaling.minMax(-1e300, 1e300),
                Rescaling.topAbove(1e300, -Math.scalb(1.0, exponent)))) {
            Methodology methodology = Methodology.builder("rescaled")
                    .ranker(Rankers.weightedMean())
                    .presentation(Presentation.exact().withRescaling(rescaling))
                    .build();
            Ranking ranking = methodology.rank(table);
            double[] scores = new double[table.size()];
            int[] positions = new int[table.size()];
            methodology.over(table, table.indicators()).positions(new double[] {1, 1, 1}, positions, scores);
            for (int row = 0; row < scores.length; row++) {
                double exact = ranking.scores().exact(row).doubleValue();
                assertThat(positions[row]).isEqualTo(ranking.placeAt(row));
                assertThat(scores[row])
                        .as("%s, row %s", rescaling, row)
                        .isCloseTo(exact, within(Math.max(Math.abs(exact) * 1e-12, 1e-300)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1000, -565, -200, 200, 565, 1000})
    void mazziotta_pareto_and_topsis_do_not_depend_on_the_unit(int exponent) {
        for (var ranker : List.of(Rankers.mazziottaPareto(), Rankers.topsis(), Rankers.vikor(0.5))) {
            Ranking before = ranker.rank(table(1), Weights.equal(table(1).indicators()));
            Ranking after = ranker.rank(table(Math.scalb(1.0, exponent)), Weights.equal(table(1).indicators()));
            for (School school : table(1).schools()) {
                assertThat(after.of(school.id()).position().toString())
                        .as("%s", ranker)
                        .isEqualTo(before.of(school.id()).position().toString());
            }
        }
    }

    /**
     * By powers of ten, since a cell stands for the decimal that it prints and thresholds are met exactly: 0.3 − 0.1 is a
     * threshold of 0.2. A power of two gives doubles that print other decimals, whose differences may miss it. Thresholds
     * are differences of values, so they are in their unit; unscaled they would ask another question.
     */
    @ParameterizedTest
    @ValueSource(ints = {-300, -170, -60, 60, 170, 300})
    void promethee_does_not_depend_on_the_unit_of_values_and_thresholds(int exponent) {
        DoubleUnaryOperator unit =
                number -> BigDecimal.valueOf(number).scaleByPowerOfTen(exponent).doubleValue();
        Weights equal = Weights.equal(table(1).indicators());
        for (Function<DoubleUnaryOperator, Preference> preference : List.<Function<DoubleUnaryOperator, Preference>>of(
                any -> Preference.usual(),
                scale -> Preference.uShape(scale.applyAsDouble(2)),
                scale -> Preference.linear(scale.applyAsDouble(1), scale.applyAsDouble(4)),
                scale -> Preference.level(scale.applyAsDouble(1), scale.applyAsDouble(3)),
                scale -> Preference.gaussian(scale.applyAsDouble(2)))) {
            Ranking before =
                    Rankers.prometheeII(preference.apply(number -> number)).rank(table(1), equal);
            Ranking after = Rankers.prometheeII(preference.apply(unit))
                    .rank(table(1).mapColumns(column -> column.map(unit)), equal);
            for (int row = 0; row < before.table().size(); row++) {
                assertThat(after.scores().exact(row))
                        .as("%s", preference.apply(unit))
                        .isEqualTo(before.scores().exact(row));
            }
        }
    }

    /** a is 1e300 times b, and c as much as a: the judgements agree, so both ways give a and c a half each. */
    @Test
    void judgements_of_any_size_that_agree_give_their_weights() {
        PairwiseComparisons judged = PairwiseComparisons.builder(A, B, C)
                .judge(A, B, 1e300)
                .judge(B, C, 1e-300)
                .judge(A, C, 1)
                .build();
        for (Weights weights : List.of(judged.geometricMean(), judged.principalEigenvector())) {
            assertThat(weights.share(A)).isCloseTo(0.5, within(1e-12));
            assertThat(weights.share(C)).isCloseTo(0.5, within(1e-12));
            assertThat(weights.share(B)).isBetween(0.0, 1e-299);
        }
    }

    @Test
    void more_indicators_than_exact_programs_are_made_for_are_refused() {
        List<Indicator> many =
                IntStream.range(0, 101).mapToObj(i -> Indicator.of("i" + i)).toList();
        double[] values = new double[101];
        IndicatorTable table = IndicatorTable.builder(many)
                .row(School.of("P"), values)
                .row(School.of("Q"), values)
                .build();
        Weights equal = Weights.equal(many);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.benefitOfTheDoubt().rank(table, equal))
                .withMessage(
                        "benefit of the doubt takes at most 100 indicators of some weight, and there are 101; give the"
                                + " others a weight of zero");
        Methodology mean = Methodology.builder("mean")
                .weights(equal)
                .ranker(Rankers.weightedMean())
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSpace.of(mean, table))
                .withMessage(
                        "exact answers about all weights take at most 100 indicators, and methodology \"mean\" has 101;"
                                + " sample the weights instead");
    }

    @Test
    void topsis_sees_a_column_of_next_to_no_weight_where_the_others_are_constant() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("P"), 5, 1)
                .row(School.of("Q"), 5, 2)
                .row(School.of("R"), 5, 3)
                .build();
        Ranking ranking = Rankers.topsis()
                .rank(table, Weights.builder().put(A, 1).put(B, 1e-170).build());
        assertThat(ranking.of("R").score()).isEqualByComparingTo("1");
        assertThat(ranking.of("Q").score()).isEqualByComparingTo("0.5");
        assertThat(ranking.of("P").score()).isEqualByComparingTo("0");
    }

    @Test
    void a_missing_value_is_missing_under_weights_of_any_size() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("P"), List.of(Cell.of(1), Cell.missing(MissingReason.NOT_REPORTED)))
                .row(School.of("Q"), 5, 2)
                .build();
        for (String size : List.of("1e309", "1e400", "1e-400")) {
            Weights huge =
                    Weights.builder().put(A, 1).put(B, new BigDecimal(size)).build();
            for (var ranker : List.of(
                    Rankers.weightedMean(Skipping.unrank()), Rankers.mean(Mean.geometric(), Skipping.unrank()))) {
                assertThat(ranker.rank(table, huge).unranked())
                        .as("%s under %s", ranker, size)
                        .hasSize(1);
            }
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rankers.weightedSum(1).rank(table, huge))
                    .withMessageStartingWith("school \"P\" has no value for indicator \"b\"");
        }
    }

    @Test
    void numbers_that_are_none_are_refused_by_name() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.weightedSum(Double.POSITIVE_INFINITY))
                .withMessage("unit of a weighted sum Infinity; it must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Skipping.overAll().atLeast(Double.NaN))
                .withMessage("minimum share of the weight NaN; it must be above 0, and 1 at most");
    }
}
