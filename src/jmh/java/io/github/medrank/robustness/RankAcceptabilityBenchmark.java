package io.github.medrank.robustness;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.exact.BlockRandom;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.weightspace.WeightSampler;
import io.github.medrank.weightspace.WeightSamplers;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
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
 * The full acceptability matrix of Dirichlet draws, against the straightforward loop with the same draws: a column-wise
 * weighted sum, a sort of keys that carry the row, a count into the matrix.
 *
 * <p>{@code mvn -o -q -Pjmh -Djmh.args="RankAcceptabilityBenchmark -f 1 -wi 2 -i 5 -w 1 -r 1 -prof gc"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RankAcceptabilityBenchmark {
    /** Draws x schools x indicators. */
    @Param({"100000x1500x5", "100000x1500x18", "10000x700x5"})
    public String shape;

    /** Whether scores of one decimal are ranked, or exact ones. */
    @Param({"rounded", "exact"})
    public String ranks;

    private int draws;
    private int size;
    private boolean rounded;
    private double[][] columns;
    private WeightSampler sampler;
    private Robustness robustness;

    @Setup
    public void setUp() {
        int[] numbers =
                Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).toArray();
        draws = numbers[0];
        size = numbers[1];
        rounded = ranks.equals("rounded");
        SplittableRandom random = new SplittableRandom(2026);
        columns = new double[numbers[2]][size];
        for (double[] column : columns) {
            for (int row = 0; row < size; row++) {
                // a bell of scores from 0 to 100 with one decimal, as publishers print them
                double sum = IntStream.range(0, 6)
                        .mapToDouble(i -> random.nextDouble())
                        .sum();
                column[row] = Math.rint(sum / 6 * 1000) / 10;
            }
        }
        ImmutableList<School> schools = IntStream.range(0, size)
                .mapToObj(i -> School.of("School " + i))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Indicator> indicators = IntStream.range(0, columns.length)
                .mapToObj(i -> Indicator.of("indicator " + i))
                .collect(ImmutableList.toImmutableList());
        IndicatorTable table = IndicatorTable.ofColumns(
                schools,
                IntStream.range(0, columns.length)
                        .mapToObj(i -> Column.of(indicators.get(i), columns[i]))
                        .toList());
        Methodology methodology = Methodology.builder("benchmark")
                .indicators(indicators)
                .ranker(Rankers.weightedMean())
                .presentation(rounded ? Presentation.rounded(1) : Presentation.exact())
                .build();
        sampler = WeightSamplers.dirichlet(Weights.equal(indicators), 20);
        robustness = Robustness.of(methodology, table).varyingWeights(sampler);
    }

    @Benchmark
    public int[] straightforward() {
        int[] matrix = new int[size * size];
        double[] sums = new double[size];
        long[] keys = new long[size];
        double[] shares = new double[columns.length];
        BlockRandom random = new BlockRandom(0, 1);
        random.start(0);
        WeightSampler.Source source = sampler.source(random);
        for (int draw = 0; draw < draws; draw++) {
            source.next(shares);
            Arrays.fill(sums, 0);
            for (int i = 0; i < shares.length; i++) {
                double share = shares[i];
                double[] column = columns[i];
                for (int row = 0; row < size; row++) {
                    sums[row] += share * column[row];
                }
            }
            if (rounded) {
                countRounded(sums, keys, matrix);
            } else {
                countExact(sums, keys, matrix);
            }
        }
        return matrix;
    }

    private void countRounded(double[] sums, long[] keys, int[] matrix) {
        for (int row = 0; row < size; row++) {
            keys[row] = Math.round(sums[row] * 10) << 32 | row;
        }
        Arrays.sort(keys);
        int place = 1;
        for (int rank = size - 1; rank >= 0; rank--) {
            if (rank < size - 1 && keys[rank] >> 32 != keys[rank + 1] >> 32) {
                place = size - rank;
            }
            matrix[(int) keys[rank] * size + place - 1]++;
        }
    }

    private void countExact(double[] sums, long[] keys, int[] matrix) {
        for (int row = 0; row < size; row++) {
            keys[row] = (Double.doubleToRawLongBits(sums[row]) & -2048L) | row;
        }
        Arrays.sort(keys);
        for (int rank = size - 1; rank >= 0; rank--) {
            matrix[(int) (keys[rank] & 2047) * size + size - 1 - rank]++;
        }
    }

    @Benchmark
    public RankAcceptability medrank() {
        return robustness.run(draws);
    }

    @Benchmark
    public RankAcceptability medrankOnTwoThreads() {
        return robustness.withThreads(2).run(draws);
    }
}
