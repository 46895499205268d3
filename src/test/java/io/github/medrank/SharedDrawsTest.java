package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.ranking.Rankers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Draws of many methodologies over one table are those of each, made once for all that are alike. */
class SharedDrawsTest {
    private static final ImmutableList<Indicator> THREE =
            ImmutableList.of(Indicator.of("a"), Indicator.of("b"), Indicator.of("c"));

    private static IndicatorTable table() {
        SplittableRandom random = new SplittableRandom(1);
        IndicatorTable.Builder table = IndicatorTable.builder(THREE);
        for (int row = 0; row < 30; row++) {
            table.row(School.of("S" + row), random.doubles(3, 1, 100).toArray());
        }
        return table.build();
    }

    @Test
    void each_has_the_positions_and_weights_that_it_has_alone() {
        Methodology start = Methodology.builder("start")
                .indicators(THREE)
                .ranker(Rankers.weightedMean())
                .build();
        List<Methodology> all = List.of(
                start,
                start.withRanker(Rankers.geometricMean()),
                start.withNormalizer(Normalizers.minMax(1, 100)),
                start.withNormalizer(Normalizers.rank()),
                start.withTreatments(Treatments.winsorized(2, 2)),
                start.withPresentation(Presentation.rounded(0)),
                start.withWeighting(table -> Weights.of(Map.of(
                        THREE.get(0), table.columns().get(0).max().orElseThrow(), THREE.get(1), 2, THREE.get(2), 3))),
                start.withEligibility(row -> row.value(THREE.get(0)) > 50 ? Optional.empty() : Optional.of("too low")));
        SharedDraws shared = SharedDraws.of(table(), THREE.reverse());
        double[] shares = {0.2, 0.5, 0.3};
        for (Methodology each : all) {
            int[] alone = new int[30];
            int[] together = new int[30];
            each.over(table(), THREE.reverse()).positions(shares, alone);
            shared.over(each).positions(shares, together);
            assertThat(together).as(each.toString()).isEqualTo(alone);
            assertThat(shared.weights(each)).isEqualTo(each.rank(table()).weights());
        }
    }

    @Test
    void what_differs_in_weights_or_name_alone_is_shared() {
        Normalizer lambda = column -> value -> value * 2;
        Methodology start = Methodology.builder("start")
                .indicators(THREE)
                .normalizer(lambda)
                .ranker(Rankers.geometricMean())
                .build();
        SharedDraws shared = SharedDraws.of(table(), THREE);
        Draws draws = shared.over(start);
        assertThat(IntStream.range(1, 5)
                        .mapToObj(i -> shared.over(start.withWeights(Weights.builder()
                                .put(THREE.get(0), i)
                                .put(THREE.get(1), 2)
                                .put(THREE.get(2), 3)
                                .build()))))
                .allMatch(each -> each == draws);
        assertThat(shared.over(start.withNormalizer(column -> value -> value * 2)))
                .isNotSameAs(draws);
        assertThat(shared.over(start.withRanker(Rankers.harmonicMean()))).isNotSameAs(draws);
        assertThat(shared.over(start.withPresentation(Presentation.rounded(1)))).isNotSameAs(draws);
    }
}
