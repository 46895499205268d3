package io.github.medrank.ranking;

import static io.github.medrank.ranking.RankerTables.scores;
import static io.github.medrank.ranking.RankerTables.table;
import static io.github.medrank.ranking.RankerTables.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.IndicatorTable;
import io.github.medrank.Normalizer;
import io.github.medrank.Ranking;
import io.github.medrank.normalization.Normalizers;
import org.junit.jupiter.api.Test;

class TopsisNormalizationTest {
    /** By hand: the third school is (1/3, 1/2) of the way, √13/6 from the worst and 5/6 from the best. */
    @Test
    void min_max_by_hand() {
        IndicatorTable table = table(new double[][] {{4, 1}, {1, 3}, {2, 2}});
        Ranking ranking = Rankers.topsis(Normalizers.minMax(0, 1)).rank(table, weights(table, 1, 1));
        assertThat(scores(ranking)[0]).isCloseTo(0.5, within(1e-12));
        assertThat(scores(ranking)[1]).isCloseTo(0.5, within(1e-12));
        assertThat(scores(ranking)[2]).isCloseTo(Math.sqrt(13) / (5 + Math.sqrt(13)), within(1e-12));
    }

    /** Tzeng and Huang's example (2011), its columns divided by their norms in the test. */
    @Test
    void identity_takes_the_values_as_they_are() {
        double[][] values = {{5, 8, 4}, {7, 6, 8}, {8, 8, 6}, {7, 4, 6}};
        for (int i = 0; i < 3; i++) {
            double squares = 0;
            for (double[] row : values) {
                squares += row[i] * row[i];
            }
            for (double[] row : values) {
                row[i] /= Math.sqrt(squares);
            }
        }
        IndicatorTable table = table(values);
        double[] scores = scores(Rankers.topsis(Normalizer.identity()).rank(table, weights(table, 0.3, 0.4, 0.3)));
        assertThat(scores).usingComparatorWithPrecision(1e-4).containsExactly(0.5037, 0.6581, 0.7482, 0.3340);
    }

    @Test
    void less_is_better_under_any_normalization() {
        IndicatorTable costs = RankerTables.directed(new double[][] {{10}, {20}, {40}}, -1);
        for (Normalizer each : new Normalizer[] {
            Normalizers.minMax(0, 1), Normalizer.identity(), Normalizers.zScore(), Normalizers.percentOfMaximum()
        }) {
            double[] scores = scores(Rankers.topsis(each).rank(costs, weights(costs, 1)));
            assertThat(scores[0]).as("%s", each).isEqualTo(1);
            assertThat(scores[1]).as("%s", each).isBetween(0.1, 0.9);
            assertThat(scores[2]).as("%s", each).isEqualTo(0);
        }
    }

    @Test
    void a_value_without_a_place_on_the_scale_is_refused() {
        IndicatorTable table = table(new double[][] {{4, 1}, {0, 3}});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.topsis(Normalizers.logMinMax(0, 1)).rank(table, weights(table, 1, 1)))
                .withMessageContaining(table.schools().get(1).name())
                .withMessageContaining(table.indicators().get(0).id());
        assertThat(Rankers.topsis(Normalizers.minMax(0, 1)).toString()).contains("min–max");
        assertThat(Rankers.topsis())
                .hasToString("TOPSIS (Hwang and Yoon 1981: vector normalization, Euclidean distance)");
    }
}
