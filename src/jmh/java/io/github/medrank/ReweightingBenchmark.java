package io.github.medrank;

import io.github.medrank.published.Qs;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A slider moved: 1 500 schools under new weights, by the fast path and by a whole ranking.
 *
 * <p>Run it with {@code mvn -q -Pjmh -Djmh.args="ReweightingBenchmark -prof gc"}: the fast path allocates nothing.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ReweightingBenchmark {
    private static final int SCHOOLS = 1500;

    private final Methodology methodology = Qs.medicine(2026);
    private final SplittableRandom random = new SplittableRandom(2);
    private final double[] shares = new double[methodology.indicators().size()];
    private final int[] positions = new int[SCHOOLS];
    private IndicatorTable table;
    private Draws draws;

    /** One-decimal scores between 20 and 100. */
    @Setup
    public void generate() {
        IndicatorTable.Builder builder = IndicatorTable.builder(methodology.indicators());
        for (int row = 0; row < SCHOOLS; row++) {
            double[] values = random.ints(shares.length, 200, 1001)
                    .mapToDouble(v -> v / 10.0)
                    .toArray();
            builder.row(School.of("s" + row, "School " + row), values);
        }
        table = builder.build();
        draws = methodology.over(table, methodology.indicators());
    }

    private void draw() {
        for (int i = 0; i < shares.length; i++) {
            shares[i] = random.nextDouble();
        }
    }

    /** The fast path. */
    @Benchmark
    public int[] over() {
        draw();
        draws.positions(shares, positions);
        return positions;
    }

    /** A whole ranking. */
    @Benchmark
    public Ranking rank() {
        draw();
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < shares.length; i++) {
            weights.put(methodology.indicators().get(i), shares[i]);
        }
        return methodology.withWeights(weights.build()).rank(table);
    }
}
