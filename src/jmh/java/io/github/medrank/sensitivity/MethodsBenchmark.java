package io.github.medrank.sensitivity;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Sobol' indices of three choices on 700 schools, base sample 1 024, 5 120 evaluations: how to normalise, how to weight,
 * arithmetic or geometric mean; on a table that is at hand, prepared anew in each run.
 *
 * <p>{@code mvn -o -q -Pjmh -Djmh.args="MethodsBenchmark -f 1 -wi 3 -i 5 -w 1 -r 1"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class MethodsBenchmark {
    /** How many sets of weights there are to choose from: 100, which come again and again, or more than evaluations. */
    @Param({"100", "8192"})
    public int sets;

    private IndicatorTable table;
    private Methodology methodology;
    private List<Weights> weights;

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(1);
        ImmutableList<Indicator> indicators = IntStream.range(0, 5)
                .mapToObj(i -> Indicator.of("indicator " + i))
                .collect(ImmutableList.toImmutableList());
        IndicatorTable.Builder rows = IndicatorTable.builder(indicators);
        for (int row = 0; row < 700; row++) {
            double quality = random.nextDouble();
            rows.row(
                    School.of("School " + row),
                    random.doubles(5)
                            .map(each -> Math.rint((80 * quality + 20 * each) * 10) / 10)
                            .toArray());
        }
        table = rows.build();
        methodology = Methodology.builder("weighted")
                .indicators(indicators)
                .normalizer(Normalizers.minMax(1, 100))
                .ranker(Rankers.weightedMean())
                .build();
        weights = IntStream.range(0, sets)
                .mapToObj(set -> {
                    Weights.Builder points = Weights.builder();
                    indicators.forEach(each -> points.put(each, 10 + Math.rint(random.nextDouble() * 1e6) / 1e5));
                    return points.build();
                })
                .toList();
    }

    private static Normalizer zScoresAround10() {
        Normalizer zScore = Normalizers.zScore().sample();
        return column -> shifted(zScore.fit(column));
    }

    private static Scale shifted(Scale scale) {
        return value -> scale.apply(value) * 2 + 10;
    }

    private SobolIndices indices(RankSensitivity sensitivity) {
        return sensitivity
                .varyingMethod(
                        "normalisation", List.of(UnaryOperator.identity(), m -> m.withNormalizer(zScoresAround10())))
                .varyingMethod("mean", List.of(UnaryOperator.identity(), m -> m.withRanker(Rankers.geometricMean())))
                .withBaseSample(1024)
                .withReplicates(100)
                .indices(RankOutput.meanShift());
    }

    @Benchmark
    public SobolIndices listedWeights() {
        return indices(RankSensitivity.of(methodology, table).varyingWeights(weights));
    }

    /** The least it could take: as many sums of five columns, roots and sorts. */
    @Benchmark
    public double bare() {
        double[][] logarithms =
                table.columns().stream().map(MethodsBenchmark::logarithms).toArray(double[][]::new);
        double[] scores = new double[table.size()];
        double sum = 0;
        for (int evaluation = 0; evaluation < 5120; evaluation++) {
            Weights mine = weights.get(evaluation % sets);
            Arrays.fill(scores, 0);
            for (int i = 0; i < logarithms.length; i++) {
                double share = mine.share(table.indicators().get(i));
                for (int row = 0; row < scores.length; row++) {
                    scores[row] += share * logarithms[i][row];
                }
            }
            Arrays.sort(scores);
            sum += scores[0];
        }
        return sum;
    }

    private static double[] logarithms(Column column) {
        return IntStream.range(0, column.size())
                .mapToDouble(row -> Math.log(column.value(row) + 1))
                .toArray();
    }
}
