package io.github.medrank.sensitivity;

import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Sobol' indices of five weights on 700 schools, base sample 1 000, beside as many plain rankings. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class SobolBenchmark {
    private static final int SCHOOLS = 700;
    private static final int BASE = 1000;
    private static final int RANKINGS = BASE * 7;

    private IndicatorTable table;
    private Methodology methodology;
    private List<Indicator> indicators;

    @Setup
    public void setup() {
        SplittableRandom random = new SplittableRandom(1);
        indicators =
                List.of(Indicator.of("a"), Indicator.of("b"), Indicator.of("c"), Indicator.of("d"), Indicator.of("e"));
        IndicatorTable.Builder rows = IndicatorTable.builder(indicators);
        for (int row = 0; row < SCHOOLS; row++) {
            double quality = random.nextDouble();
            double[] mine = new double[5];
            for (int i = 0; i < mine.length; i++) {
                mine[i] = Math.rint((80 * quality + 20 * random.nextDouble()) * 10) / 10;
            }
            rows.row(School.of("School " + row), mine);
        }
        table = rows.build();
        methodology = Methodology.builder("weighted")
                .indicators(indicators)
                .weights(weights(40, 10, 20, 20, 10))
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(1))
                .build();
    }

    private Weights weights(double... points) {
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < points.length; i++) {
            weights.put(indicators.get(i), points[i]);
        }
        return weights.build();
    }

    @Benchmark
    public SobolIndices sobol() {
        return RankSensitivity.of(methodology, table)
                .varyingWeights(25)
                .withBaseSample(BASE)
                .indices(RankOutput.meanShift());
    }

    /** As many rankings, each made in full. */
    @Benchmark
    public double plainRankings() {
        double sum = 0;
        for (int i = 0; i < RANKINGS; i++) {
            Ranking ranking = methodology
                    .withWeights(weights(40 + i * 0x1p-12, 10, 20 - i * 0x1p-12, 20, 10))
                    .rank(table);
            sum += ranking.scores().errorBound();
        }
        return sum;
    }

    /** As many draws of positions and nothing else: the least it could take. */
    @Benchmark
    public int bareDraws() {
        Draws draws = methodology.over(table, methodology.indicators());
        int[] positions = new int[SCHOOLS];
        double[] shares = {40, 10, 20, 20, 10};
        int sum = 0;
        for (int i = 0; i < RANKINGS; i++) {
            shares[0] = 40 + i * 0x1p-12;
            shares[2] = 20 - i * 0x1p-12;
            draws.positions(shares, positions);
            sum += positions[i % SCHOOLS];
        }
        return sum;
    }
}
