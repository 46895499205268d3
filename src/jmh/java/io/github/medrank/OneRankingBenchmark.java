package io.github.medrank;

import com.google.common.collect.ImmutableList;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * One ranking on exact scores, of z-scores or of values as they are, on a table at hand and on one made anew, beside the bare
 * work: loops over arrays, and one primitive sort of keys that carry the index.
 *
 * <p>Growth: {@code -p schools=100,1000,10000,100000,1000000} and {@code -p indicators=2,5,10,20,40,60}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class OneRankingBenchmark {
    /** How many schools. */
    @Param({"100", "1000", "10000", "1000000"})
    public int schools;

    /** How many indicators. */
    @Param("5")
    public int indicators;

    /** Whether values have one decimal, as published scores, or all of a double's digits. */
    @Param({"tenths", "doubles"})
    public String values;

    private double[][] numbers;
    private double[] shares;
    private ImmutableList<Indicator> measured;
    private ImmutableList<School> all;
    private IndicatorTable table;
    private Methodology zScores;
    private Methodology asGiven;

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(1);
        boolean tenths = values.equals("tenths");
        numbers = new double[indicators][schools];
        Weights.Builder weights = Weights.builder();
        ImmutableList.Builder<Indicator> named = ImmutableList.builder();
        for (int i = 0; i < indicators; i++) {
            Arrays.setAll(numbers[i], row -> tenths ? random.nextInt(1001) / 10.0 : random.nextDouble() * 100);
            Indicator indicator = Indicator.of("indicator " + i);
            named.add(indicator);
            weights.put(indicator, 1 + i % 4);
        }
        measured = named.build();
        Weights points = weights.build();
        shares = measured.stream().mapToDouble(points::share).toArray();
        all = IntStream.range(0, schools)
                .mapToObj(i -> School.of("school " + i))
                .collect(ImmutableList.toImmutableList());
        table = newTable();
        asGiven = Methodology.builder("as given")
                .indicators(measured)
                .weights(points)
                .ranker(Rankers.weightedMean())
                .build();
        zScores = asGiven.withNormalizer(Normalizers.zScore().sample());
    }

    /** What a hand-written program does at the least: moments, weighted sum, a sort, places; ties by nearness of doubles. */
    @Benchmark
    public int[] bareZScores() {
        double[] scores = new double[schools];
        for (int i = 0; i < indicators; i++) {
            double[] column = numbers[i];
            double sum = 0;
            for (double value : column) {
                sum += value;
            }
            double mean = sum / schools;
            double squares = 0;
            for (double value : column) {
                squares += (value - mean) * (value - mean);
            }
            double factor = shares[i] / Math.sqrt(squares / (schools - 1));
            for (int row = 0; row < scores.length; row++) {
                scores[row] += factor * (column[row] - mean);
            }
        }
        return places(scores);
    }

    /** The same without z-scores. */
    @Benchmark
    public int[] bareAsGiven() {
        double[] scores = new double[schools];
        for (int i = 0; i < indicators; i++) {
            double[] column = numbers[i];
            double share = shares[i];
            for (int row = 0; row < scores.length; row++) {
                scores[row] += share * column[row];
            }
        }
        return places(scores);
    }

    private static int[] places(double[] scores) {
        long[] keys = new long[scores.length];
        for (int row = 0; row < keys.length; row++) {
            // Positive doubles order as their bits do; the low bits give way to the index.
            keys[row] = (Double.doubleToRawLongBits(1000 - scores[row]) & -(1L << 20)) | row;
        }
        Arrays.sort(keys);
        int[] places = new int[keys.length];
        for (int rank = 0; rank < keys.length; rank++) {
            boolean ties = rank > 0 && keys[rank] >> 20 == keys[rank - 1] >> 20;
            places[(int) keys[rank] & 0xfffff] = ties ? places[(int) keys[rank - 1] & 0xfffff] : rank + 1;
        }
        return places;
    }

    /** A table made anew: values copied and checked, ids indexed. */
    @Benchmark
    public IndicatorTable newTable() {
        List<Column> columns = IntStream.range(0, indicators)
                .mapToObj(i -> Column.of(measured.get(i), numbers[i]))
                .toList();
        return IndicatorTable.ofColumns(all, columns);
    }

    /** A table at hand, whose moments are known. */
    @Benchmark
    public int zScoresOfKnownTable() {
        return zScores.rank(table).placeAt(0);
    }

    /** A table made anew each time. */
    @Benchmark
    public int zScoresOfNewTable() {
        return zScores.rank(newTable()).placeAt(0);
    }

    /** A table at hand. */
    @Benchmark
    public int asGivenOfKnownTable() {
        return asGiven.rank(table).placeAt(0);
    }

    /** A table made anew each time. */
    @Benchmark
    public int asGivenOfNewTable() {
        return asGiven.rank(newTable()).placeAt(0);
    }
}
