package io.github.medrank.audit;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import java.util.ArrayList;
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

/**
 * A printed table read backwards under all rules, beside one plain least-squares fit of its weights. A fit gives five
 * numbers; a recovery gives exact intervals, the rules that fit and the rows that refute the others.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RecoveryBenchmark {
    /** Rows and indicators. */
    @Param({"200x5", "3000x9"})
    public String size;

    private double[][] values;
    private double[] scores;
    private IndicatorTable table;

    @Setup
    public void setup() {
        String[] sizes = size.split("x", 2);
        int rows = Integer.parseInt(sizes[0]);
        int width = Integer.parseInt(sizes[1]);
        SplittableRandom random = new SplittableRandom(1);
        List<Indicator> indicators = new ArrayList<>();
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < width; i++) {
            indicators.add(Indicator.of("i" + i));
            weights.put(indicators.get(i), 5 * (1 + random.nextInt(6)));
        }
        values = new double[rows][width];
        IndicatorTable.Builder builder = IndicatorTable.builder(indicators);
        for (int row = 0; row < rows; row++) {
            double level = random.nextDouble();
            for (int i = 0; i < width; i++) {
                values[row][i] = Math.round(1000 * (0.5 * level + 0.5 * random.nextDouble())) / 10.0;
            }
            builder.row(School.of("School " + row), values[row]);
        }
        IndicatorTable plain = builder.build();
        Methodology methodology = Methodology.builder("mean")
                .weights(weights.build())
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(1))
                .build();
        table = plain.withPublished(methodology.rank(plain).results());
        scores = plain.schools().stream()
                .mapToDouble(each ->
                        table.published().get(each).score().orElseThrow().doubleValue())
                .toArray();
    }

    @Benchmark
    public Recovered allRules() {
        return Recovery.of(table).run();
    }

    @Benchmark
    public RecoveredRule plainScore() {
        return Recovery.of(table)
                .withMean(CompositeMean.ARITHMETIC)
                .withScale(ScoreScale.AS_IS)
                .withRounding(ScoreRounding.NEAREST)
                .run()
                .best()
                .orElseThrow();
    }

    /** The weights that leave the least squares: X'X w = X'y, by Gauss's elimination. */
    @Benchmark
    public double[] leastSquares() {
        int width = values[0].length;
        double[][] normal = new double[width][width + 1];
        for (int row = 0; row < values.length; row++) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    normal[i][j] += values[row][i] * values[row][j];
                }
                normal[i][width] += values[row][i] * scores[row];
            }
        }
        for (int pivot = 0; pivot < width; pivot++) {
            for (int i = 0; i < width; i++) {
                double factor = i == pivot ? 0 : normal[i][pivot] / normal[pivot][pivot];
                for (int j = pivot; j <= width; j++) {
                    normal[i][j] -= factor * normal[pivot][j];
                }
            }
        }
        double[] weights = new double[width];
        for (int i = 0; i < width; i++) {
            weights[i] = normal[i][width] / normal[i][i];
        }
        return weights;
    }
}
