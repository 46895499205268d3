package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One ranking of 1 500 schools by 18 indicators in five pillars with z-scores, and Copeland on the same schools, each
 * beside the bare arithmetic: {@code mvn -q -Pjmh -Djmh.args="RankersBenchmark -f 1"}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RankersBenchmark {
    private static final int SCHOOLS = 1500;
    private static final int INDICATORS = 18;
    private static final int[] PILLARS = {0, 5, 8, 12, 16, 18};

    private final ImmutableList<Indicator> indicators = IntStream.range(0, INDICATORS)
            .mapToObj(i -> Indicator.of("i" + i))
            .collect(ImmutableList.toImmutableList());
    private final double[][] values = new double[INDICATORS][SCHOOLS];
    private final double[] shares = new double[INDICATORS];
    private final IndicatorTable table;
    private final Weights weights;
    private final Methodology pillars;
    private final Methodology rounded;

    public RankersBenchmark() {
        SplittableRandom random = new SplittableRandom(1);
        Weights.Builder points = Weights.builder();
        for (int i = 0; i < INDICATORS; i++) {
            for (int row = 0; row < SCHOOLS; row++) {
                values[i][row] = Math.rint(random.nextDouble() * 1000) / 10;
            }
            points.put(indicators.get(i), 1 + i % 5);
            shares[i] = 1 + i % 5;
        }
        weights = points.build();
        double total = Arrays.stream(shares).sum();
        for (int i = 0; i < INDICATORS; i++) {
            shares[i] /= total;
        }
        table = IndicatorTable.ofColumns(
                IntStream.range(0, SCHOOLS).mapToObj(i -> School.of("s" + i)).toList(),
                IntStream.range(0, INDICATORS)
                        .mapToObj(i -> Column.of(indicators.get(i), values[i]))
                        .toList());
        pillars = Methodology.builder("pillars")
                .normalizer(Normalizers.zScore())
                .weights(weights)
                .ranker(Rankers.pillars(pillar(0), pillar(1), pillar(2), pillar(3), pillar(4)))
                .build();
        rounded = pillars.withPresentation(Presentation.rounded(1));
    }

    private Pillar pillar(int number) {
        ImmutableList<Indicator> mine = indicators.subList(PILLARS[number], PILLARS[number + 1]);
        return Pillar.of("p" + number, mine.get(0), mine.subList(1, mine.size()).toArray(Indicator[]::new))
                .withPoints(10 + number);
    }

    /** z-scores, Σ share·z by pillars, and a sort: nothing else. */
    @Benchmark
    public int[] bareArithmetic() {
        double[] scores = new double[SCHOOLS];
        for (int i = 0; i < INDICATORS; i++) {
            double[] column = values[i];
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
            double[] z = new double[SCHOOLS];
            for (int row = 0; row < SCHOOLS; row++) {
                z[row] = (column[row] - mean) / deviation;
            }
            for (int row = 0; row < SCHOOLS; row++) {
                scores[row] += shares[i] * z[row];
            }
        }
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        int[] places = new int[SCHOOLS];
        for (int row = 0; row < SCHOOLS; row++) {
            places[row] = SCHOOLS - Arrays.binarySearch(sorted, scores[row]);
        }
        return places;
    }

    @Benchmark
    public Ranking zScoresInFivePillars() {
        return pillars.rank(table);
    }

    @Benchmark
    public Ranking zScoresInFivePillarsRounded() {
        return rounded.rank(table);
    }

    /** Every pair of schools compared in every indicator, the margin's sign counted. */
    @Benchmark
    public int[] bareComparisons() {
        int[] scores = new int[SCHOOLS];
        for (int one = 0; one < SCHOOLS; one++) {
            for (int other = one + 1; other < SCHOOLS; other++) {
                double margin = 0;
                for (int i = 0; i < INDICATORS; i++) {
                    double mine = values[i][one];
                    double theirs = values[i][other];
                    margin += mine > theirs ? shares[i] : mine < theirs ? -shares[i] : 0;
                }
                int sign = (int) Math.signum(margin);
                scores[one] += sign;
                scores[other] -= sign;
            }
        }
        return scores;
    }

    /** The same, column after column, so that the machine can do several schools at once. */
    @Benchmark
    public int[] bareComparisonsByColumn() {
        int[] scores = new int[SCHOOLS];
        double[] margins = new double[SCHOOLS];
        for (int one = 0; one < SCHOOLS; one++) {
            Arrays.fill(margins, 0);
            for (int i = 0; i < INDICATORS; i++) {
                double[] column = values[i];
                double mine = column[one];
                double share = shares[i];
                for (int other = one + 1; other < SCHOOLS; other++) {
                    margins[other] += mine > column[other] ? share : mine < column[other] ? -share : 0;
                }
            }
            for (int other = one + 1; other < SCHOOLS; other++) {
                int sign = (int) Math.signum(margins[other]);
                scores[one] += sign;
                scores[other] -= sign;
            }
        }
        return scores;
    }

    @Benchmark
    public Ranking copeland() {
        return Rankers.copeland().rank(table, weights);
    }

    /** 700 schools, 5 indicators, a linear program for each school; a table made anew each time. */
    @Benchmark
    public Ranking benefitOfTheDoubt() {
        return Rankers.benefitOfTheDoubt().rank(first(700), Weights.equal(indicators.subList(0, 5)));
    }

    /** 1 500 schools, 5 indicators; a table made anew each time. */
    @Benchmark
    public Ranking copelandOfFive() {
        return Rankers.copeland().rank(first(SCHOOLS), Weights.equal(indicators.subList(0, 5)));
    }

    private IndicatorTable first(int schools) {
        return IndicatorTable.ofColumns(
                table.schools().subList(0, schools),
                IntStream.range(0, 5)
                        .mapToObj(i -> Column.of(indicators.get(i), Arrays.copyOf(values[i], schools)))
                        .toList());
    }
}
