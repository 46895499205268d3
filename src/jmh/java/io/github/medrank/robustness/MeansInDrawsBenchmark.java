package io.github.medrank.robustness;

import io.github.medrank.Draws;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Ranker;
import io.github.medrank.Weights;
import io.github.medrank.exact.BlockRandom;
import io.github.medrank.ranking.Mean;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import io.github.medrank.weightspace.WeightSampler;
import io.github.medrank.weightspace.WeightSamplers;
import java.util.Arrays;
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
 * One draw of Dirichlet weights under each kind of mean, on a warm table, beside the arithmetic mean and beside the bare
 * work: the sum of transformed columns, a root for each school, and a sort of keys that carry the row.
 *
 * <p>{@code mvn -o -q -Pjmh -Djmh.args="MeansInDrawsBenchmark -f 1 -wi 2 -i 3 -w 1 -r 1"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MeansInDrawsBenchmark {
    /** Schools x indicators. */
    @Param({"1500x5"})
    public String shape;

    /** The exponent of the mean. */
    @Param({"1", "0", "-1", "2", "0.5", "3"})
    public double exponent;

    /** Whether scores of one decimal are ranked, or exact ones. */
    @Param({"exact", "rounded"})
    public String ranks;

    private double[][] terms;
    private double[] sums;
    private long[] keys;
    private double[] shares;
    private double[] scores;
    private int[] positions;
    private Draws draws;
    private WeightSampler.Source source;

    @Setup
    public void setUp() {
        int[] sizes =
                Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).toArray();
        double[][] columns = BellTables.columns(sizes[0], sizes[1]);
        IndicatorTable table = BellTables.table(columns);
        Ranker ranker = exponent == 1 ? Rankers.weightedMean() : Rankers.mean(Mean.power(exponent), Skipping.refuse());
        draws = Methodology.builder("benchmark")
                .ranker(ranker)
                .presentation(ranks.equals("rounded") ? Presentation.rounded(1) : Presentation.exact())
                .build()
                .over(table, table.indicators());
        terms = Arrays.stream(columns)
                .map(column -> Arrays.stream(column).map(this::term).toArray())
                .toArray(double[][]::new);
        sums = new double[sizes[0]];
        keys = new long[sizes[0]];
        positions = new int[sizes[0]];
        scores = new double[sizes[0]];
        shares = new double[sizes[1]];
        BlockRandom random = new BlockRandom(0, 1);
        random.start(0);
        source = WeightSamplers.dirichlet(Weights.equal(table.indicators()), 20).source(random);
    }

    private double term(double value) {
        return exponent == 0 ? Math.log(value) : Math.pow(value, exponent);
    }

    @Benchmark
    public int[] medrank() {
        source.next(shares);
        draws.positions(shares, positions, scores);
        return positions;
    }

    @Benchmark
    public int[] bare() {
        source.next(shares);
        Arrays.fill(sums, 0);
        for (int i = 0; i < shares.length; i++) {
            double share = shares[i];
            double[] column = terms[i];
            for (int row = 0; row < sums.length; row++) {
                sums[row] += share * column[row];
            }
        }
        for (int row = 0; row < sums.length; row++) {
            scores[row] = exponent == 0 ? Math.exp(sums[row]) : Math.pow(sums[row], 1 / exponent);
            long key = ranks.equals("rounded")
                    ? Math.round(scores[row] * 10) << 32
                    : Double.doubleToRawLongBits(scores[row]) & -65536L;
            keys[row] = key | row;
        }
        Arrays.sort(keys);
        for (int rank = 0; rank < keys.length; rank++) {
            positions[(int) (keys[rank] & 0xFFFF)] = keys.length - rank;
        }
        return positions;
    }
}
