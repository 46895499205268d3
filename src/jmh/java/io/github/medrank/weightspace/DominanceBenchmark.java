package io.github.medrank.weightspace;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Robust dominance of 1 500 schools over a box of weights, beside one pass over their pairs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class DominanceBenchmark {
    private static final int SCHOOLS = 1500;
    private static final int INDICATORS = 5;

    /** How much of a value is the school's own quality, in percent; the rest is chance. */
    @Param({"80", "0"})
    public int correlation;

    private double[] values;
    private WeightSpace space;

    @Setup
    public void setup() {
        SplittableRandom random = new SplittableRandom(1);
        List<Indicator> indicators =
                List.of(Indicator.of("a"), Indicator.of("b"), Indicator.of("c"), Indicator.of("d"), Indicator.of("e"));
        IndicatorTable.Builder table = IndicatorTable.builder(indicators);
        values = new double[SCHOOLS * INDICATORS];
        for (int row = 0; row < SCHOOLS; row++) {
            double quality = random.nextDouble();
            double[] mine = new double[INDICATORS];
            for (int i = 0; i < INDICATORS; i++) {
                double value = correlation * quality + (100 - correlation) * random.nextDouble();
                mine[i] = Math.rint(value * 10) / 10;
                values[row * INDICATORS + i] = mine[i];
            }
            table.row(School.of("School " + row), mine);
        }
        Weights weights = Weights.builder()
                .put(indicators.get(0), 40)
                .put(indicators.get(1), 10)
                .put(indicators.get(2), 20)
                .put(indicators.get(3), 20)
                .put(indicators.get(4), 10)
                .build();
        Methodology methodology = Methodology.builder("weighted")
                .weights(weights)
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(1))
                .build();
        space = WeightSpace.of(methodology, table.build(), WeightRegion.withinPercent(weights, 50));
    }

    @Benchmark
    public RobustDominance dominance() {
        return space.dominance();
    }

    /** The bare work: each pair once, five columns, one weighted difference. */
    @Benchmark
    public long onePass() {
        double[] all = values;
        long ahead = 0;
        for (int a = 0; a < SCHOOLS; a++) {
            for (int b = a + 1; b < SCHOOLS; b++) {
                double sum = 0;
                for (int i = 0; i < INDICATORS; i++) {
                    sum += 0.2 * (all[a * INDICATORS + i] - all[b * INDICATORS + i]);
                }
                ahead += sum > 0 ? 1 : 0;
            }
        }
        return ahead;
    }
}
