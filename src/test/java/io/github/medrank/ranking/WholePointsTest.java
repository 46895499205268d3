package io.github.medrank.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Draws;
import io.github.medrank.GeneratedTables;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drawn weights that are whole points, as those of a slider, whose halves and ties whole numbers decide. */
class WholePointsTest {
    private static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void positions_are_those_of_a_ranking_with_the_same_points(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ImmutableList<Indicator> indicators = GeneratedTables.indicators(3);
        int n = 60;
        double[][] rows = Stream.generate(() -> random.ints(3, 0, 1001)
                        .mapToDouble(tenths -> tenths / 10.0)
                        .toArray())
                .limit(n)
                .toArray(double[][]::new);
        IndicatorTable table = GeneratedTables.table(indicators, rows);
        Methodology methodology = Methodology.builder("slider")
                .indicators(indicators)
                .normalizer(
                        seed % 3 == 0
                                ? Normalizers.rank()
                                : seed % 3 == 1 ? Normalizers.minMax(0, 100) : column -> x -> x)
                .ranker(Rankers.weightedMean())
                .presentation(seed % 2 == 0 ? Presentation.exact() : Presentation.rounded(1))
                .build();
        Draws draws = methodology.over(table, indicators);
        int[] positions = new int[n];
        double[] scores = new double[n];
        for (int draw = 0; draw < 8; draw++) {
            double[] points = {1 + random.nextInt(50), 1 + random.nextInt(50), draw == 0 ? 0.5 : random.nextInt(50)};
            draws.positions(points, positions, scores);
            Weights.Builder weights = Weights.builder();
            for (int i = 0; i < points.length; i++) {
                weights.put(indicators.get(i), points[i]);
            }
            Ranking ranking = methodology.withWeights(weights.build()).rank(table);
            for (int row = 0; row < n; row++) {
                assertThat(positions[row]).as("%s", table.schools().get(row)).isEqualTo(ranking.placeAt(row));
            }
        }
    }
}
