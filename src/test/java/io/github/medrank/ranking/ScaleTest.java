package io.github.medrank.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.weighting.WeightingStrategies;
import java.math.BigDecimal;
import java.util.List;
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
                .withMessage("unit: Infinity is not a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Skipping.overAll().atLeast(Double.NaN))
                .withMessage("share: NaN is not a finite number");
    }
}
