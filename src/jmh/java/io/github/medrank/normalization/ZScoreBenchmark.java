package io.github.medrank.normalization;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.School;
import io.github.medrank.WeightingStrategy;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.weighting.WeightingStrategies;
import java.util.Arrays;
import java.util.List;
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

/** One ranking of 1 500 schools under 18 z-scored indicators, beside the bare arithmetic on arrays. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ZScoreBenchmark {
    private static final int SCHOOLS = 1500;
    private static final int INDICATORS = 18;

    /** Whether values have one decimal, as published scores, or all of a double's digits. */
    @Param({"tenths", "doubles"})
    public String values;

    private double[][] numbers;
    private double[] weights;
    private ImmutableList<Indicator> indicators;
    private IndicatorTable table;
    private Methodology zScores;
    private WeightingStrategy critic;

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(1);
        boolean tenths = values.equals("tenths");
        numbers = new double[INDICATORS][SCHOOLS];
        for (double[] column : numbers) {
            Arrays.setAll(column, row -> tenths ? random.nextInt(1001) / 10.0 : random.nextDouble() * 100);
        }
        weights = IntStream.range(0, INDICATORS).mapToDouble(i -> 1 + i % 5).toArray();
        indicators = IntStream.range(0, INDICATORS)
                .mapToObj(i -> Indicator.of("indicator " + i))
                .collect(ImmutableList.toImmutableList());
        table = IndicatorTable.ofColumns(
                IntStream.range(0, SCHOOLS)
                        .mapToObj(i -> School.of("school " + i))
                        .toList(),
                columns());
        Weights.Builder points = Weights.builder();
        for (int i = 0; i < INDICATORS; i++) {
            points.put(indicators.get(i), weights[i]);
        }
        zScores = Methodology.builder("z-scores")
                .normalizer(Normalizers.zScore())
                .weights(points.build())
                .ranker(Rankers.weightedMean())
                .build();
        critic = WeightingStrategies.criticDiakoulaki1995();
    }

    private List<Column> columns() {
        return IntStream.range(0, INDICATORS)
                .mapToObj(i -> Column.of(indicators.get(i), numbers[i]))
                .toList();
    }

    /** Means, deviations, z-scores, the weighted sum, and a sort for the places: loops over arrays, no guarantees. */
    @Benchmark
    public int[] bareArithmetic() {
        double[] scores = new double[SCHOOLS];
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        for (int i = 0; i < INDICATORS; i++) {
            double[] column = numbers[i];
            double sum = 0;
            for (double value : column) {
                sum += value;
            }
            double mean = sum / SCHOOLS;
            double squares = 0;
            for (double value : column) {
                squares += (value - mean) * (value - mean);
            }
            double deviation = Math.sqrt(squares / SCHOOLS);
            for (int row = 0; row < SCHOOLS; row++) {
                scores[row] += weights[i] / total * ((column[row] - mean) / deviation);
            }
        }
        return places(scores);
    }

    private static int[] places(double[] scores) {
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int[] places = new int[scores.length];
        for (int row = 0; row < scores.length; row++) {
            places[row] = scores.length - Arrays.binarySearch(sorted, scores[row]);
        }
        return places;
    }

    /** The same table again and again, as a slider does; what a column knows of itself it finds once. */
    @Benchmark
    public int rankKnownTable() {
        return zScores.rank(table).placeAt(0);
    }

    /** New columns every time: nothing is known of them. */
    @Benchmark
    public int rankNewTable() {
        IndicatorTable fresh = table;
        for (Column column : columns()) {
            fresh = fresh.withColumn(column);
        }
        return zScores.rank(fresh).placeAt(0);
    }

    /** Weights learned from 18 × 17 / 2 correlations. */
    @Benchmark
    public Weights critic() {
        return critic.weigh(table);
    }
}
