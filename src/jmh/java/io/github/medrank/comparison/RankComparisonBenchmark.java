package io.github.medrank.comparison;

import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.ranking.Rankers;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
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
 * Two rankings of a million schools compared, beside two sorts of as many doubles.
 *
 * <p>Run with {@code mvn -o -q -Pjmh -Djmh.args="RankComparisonBenchmark"}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RankComparisonBenchmark {
    private static final int SCHOOLS = 1_000_000;

    /** How many decimals the scores are rounded to: with 1 all schools are tied with some other, with 6 few are. */
    @Param({"1", "6"})
    private int decimals;

    private double[] firstScores;
    private double[] secondScores;
    private Ranking first;
    private Ranking second;
    private RankComparison comparison;

    @Setup
    public void setUp() {
        SplittableRandom random = new SplittableRandom(6);
        double unit = Math.pow(10, decimals);
        double[] one = new double[SCHOOLS];
        double[] other = new double[SCHOOLS];
        for (int i = 0; i < SCHOOLS; i++) {
            double quality = random.nextDouble();
            one[i] = Math.rint((quality + random.nextDouble()) * 50 * unit) / unit;
            other[i] = Math.rint((quality + random.nextDouble()) * 50 * unit) / unit;
        }
        firstScores = one;
        secondScores = other;
        List<School> schools = IntStream.range(0, SCHOOLS)
                .mapToObj(i -> School.of("s" + i, "s" + i))
                .toList();
        first = ranking(schools, one);
        second = ranking(schools, other);
        comparison = RankComparison.of(first, second);
    }

    private static Ranking ranking(List<School> schools, double[] scores) {
        IndicatorTable table = IndicatorTable.ofColumns(schools, List.of(Column.of(Indicator.of("score"), scores)));
        return Methodology.builder("scores")
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.exact())
                .build()
                .rank(table);
    }

    /** The bare work: both columns of scores sorted. */
    @Benchmark
    public double twoSorts() {
        double[] one = firstScores.clone();
        double[] other = secondScores.clone();
        Arrays.sort(one);
        Arrays.sort(other);
        return one[0] + other[0];
    }

    /** From two rankings to τ-b: matching the schools, placing, counting. */
    @Benchmark
    public OptionalDouble kendallOfRankings() {
        return RankComparison.of(first, second).kendallTauB();
    }

    /** τ-b of two rankings already matched and placed. */
    @Benchmark
    public OptionalDouble kendall() {
        return comparison.withUnmatched(Unmatched.LEFT_OUT).kendallTauB();
    }

    /** Vigna's weighted τ of two rankings already matched and placed. */
    @Benchmark
    public OptionalDouble weightedTau() {
        return comparison.weightedTauVigna2015();
    }

    /** Spearman's ρ of two rankings already matched and placed. */
    @Benchmark
    public OptionalDouble spearman() {
        return comparison.spearmanRho();
    }
}
