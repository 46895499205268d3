package io.github.medrank;

import io.github.medrank.published.Qs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One ranking of one-decimal scores under QS Medicine 2026, beside its bare work: a column-wise weighted sum into a
 * {@code double[]}, and one primitive sort of keys that carry the index.
 *
 * <p>Run it with {@code mvn -q -Pjmh -Djmh.args=RankBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RankBenchmark {
    private static final double[] SHARES = {0.4, 0.1, 0.2, 0.2, 0.1};

    /** How many schools. */
    @Param({"100", "1000", "10000", "1000000"})
    public int schools;

    private final Methodology methodology = Qs.medicine(2026);
    private IndicatorTable table;
    private double[][] columns;
    private double[] sums;
    private long[] keys;

    /** One-decimal scores between 20 and 100. */
    @Setup
    public void generate() {
        SplittableRandom random = new SplittableRandom(1);
        columns = new double[SHARES.length][schools];
        IndicatorTable.Builder builder = IndicatorTable.builder(methodology.indicators());
        for (int row = 0; row < schools; row++) {
            double[] values = new double[SHARES.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (200 + random.nextInt(801)) / 10.0;
                columns[i][row] = values[i];
            }
            builder.row(School.of("s" + row, "School " + row), values);
        }
        table = builder.build();
        sums = new double[schools];
        keys = new long[schools];
    }

    /** What a hand-written program does at the least. */
    @Benchmark
    public long[] bareWork() {
        double[] scores = sums;
        Arrays.fill(scores, 0);
        for (int i = 0; i < SHARES.length; i++) {
            double share = SHARES[i];
            double[] column = columns[i];
            for (int row = 0; row < scores.length; row++) {
                scores[row] += share * column[row];
            }
        }
        for (int row = 0; row < scores.length; row++) {
            // Positive doubles order as their bits do; the low bits give way to the index.
            keys[row] = (Double.doubleToRawLongBits(scores[row]) & -(1L << 20)) | row;
        }
        Arrays.sort(keys);
        return keys;
    }

    /** The library on a table at hand: exact scores, decimal rounding, ties, positions. */
    @Benchmark
    public Ranking rank() {
        return methodology.rank(table);
    }

    /** The same on a table made anew each time, of whose values nothing is known. */
    @Benchmark
    public Ranking rankNewTable() {
        List<Column> made = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            made.add(Column.of(methodology.indicators().get(i), columns[i]));
        }
        return methodology.rank(IndicatorTable.ofColumns(table.schools(), made));
    }
}
