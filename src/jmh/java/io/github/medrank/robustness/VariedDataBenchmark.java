package io.github.medrank.robustness;

import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.exact.BlockRandom;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * A draw of varied data: normal errors, z-scores, weighted mean, exact positions, counted; every draw prepares a table of
 * its own. Beside it plain loops that do the same, by the same random numbers.
 *
 * <p>{@code mvn -o -q -Pjmh -Djmh.args="VariedDataBenchmark -f 1 -wi 2 -i 3 -w 1 -r 1"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class VariedDataBenchmark {
    private static final int DRAWS = 1024;
    private static final double ERROR = 1.5;

    @Param({"100", "1500", "10000"})
    public int schools;

    @Param({"5"})
    public int indicators;

    private double[][] columns;
    private Robustness robustness;

    @Setup
    public void setUp() {
        columns = BellTables.columns(schools, indicators);
        IndicatorTable table = BellTables.table(columns);
        double[][] errors = new double[indicators][schools];
        Arrays.stream(errors).forEach(each -> Arrays.fill(each, ERROR));
        robustness = Robustness.of(
                        Methodology.builder("benchmark")
                                .normalizer(Normalizers.zScore().sample())
                                .ranker(Rankers.weightedMean())
                                .build(),
                        table)
                .withPairs(false)
                .varyingData(DataVariations.standardErrors(BellTables.table(errors)));
    }

    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public RankAcceptability medrank() {
        return robustness.run(DRAWS);
    }

    @Benchmark
    @OperationsPerInvocation(DRAWS)
    public int[][] bare() {
        int[][] counts = new int[schools][schools + 1];
        double[] varied = new double[schools];
        double[] sums = new double[schools];
        long[] keys = new long[schools];
        BlockRandom random = new BlockRandom(0, 3);
        for (int draw = 0; draw < DRAWS; draw++) {
            random.start(draw);
            Arrays.fill(sums, 0);
            for (double[] column : columns) {
                addScores(column, random, varied, sums);
            }
            for (int row = 0; row < schools; row++) {
                long bits = Double.doubleToRawLongBits(sums[row]);
                keys[row] = ((bits ^ ((bits >> 63) & Long.MAX_VALUE)) & -16384L) | row;
            }
            Arrays.sort(keys);
            for (int rank = 0; rank < schools; rank++) {
                counts[(int) (keys[rank] & 16383)][schools - rank]++;
            }
        }
        return counts;
    }

    private void addScores(double[] column, BlockRandom random, double[] varied, double[] sums) {
        double sum = 0;
        for (int row = 0; row < schools; row++) {
            varied[row] = column[row] + ERROR * random.nextGaussian();
            sum += varied[row];
        }
        double mean = sum / schools;
        double squares = 0;
        for (double each : varied) {
            squares += (each - mean) * (each - mean);
        }
        double deviation = Math.sqrt(squares / (schools - 1));
        for (int row = 0; row < schools; row++) {
            sums[row] += (varied[row] - mean) / deviation / indicators;
        }
    }
}
