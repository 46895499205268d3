package io.github.medrank.insight;

import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Scale;
import io.github.medrank.School;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What must change for every school of 1 500 to move up one place, in each of five single indicators, on the grid of
 * tenths; beside one ranking for each school. {@code -Djmh.args="WhatMustChangeBenchmark"}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WhatMustChangeBenchmark {
    private static final int SCHOOLS = 1_500;

    private final Methodology qs = Qs.medicine(2026).withPresentation(Presentation.rounded(1));
    private final Methodology stretched =
            qs.withNormalizer(WhatMustChangeBenchmark::zeroToHundred).withRanker(Rankers.weightedMean());
    private IndicatorTable table = generate();

    /** Min–max, so that a school's own change moves the scale of all. */
    private static Scale zeroToHundred(Column reference) {
        double least = reference.min().orElse(0);
        double range = reference.max().orElse(1) - least;
        return value -> 100 * (value - least) / range;
    }

    private static IndicatorTable generate() {
        SplittableRandom random = new SplittableRandom(2026);
        IndicatorTable.Builder builder =
                IndicatorTable.builder(Qs.medicine(2026).indicators());
        for (int row = 0; row < SCHOOLS; row++) {
            double level = 20 + 60 * random.nextDouble();
            builder.row(
                    School.of("school " + row),
                    IntStream.range(0, 5)
                            .mapToDouble(i -> Math.round(10 * (level + 20 * random.nextDouble())) / 10.0)
                            .toArray());
        }
        return builder.build();
    }

    @Setup
    public void build() {
        table = generate();
    }

    private static int rankEach(Methodology methodology, IndicatorTable table) {
        int sum = 0;
        for (int row = 0; row < SCHOOLS; row++) {
            Ranking ranking = methodology.rank(table);
            sum += ranking.placeAt(row);
        }
        return sum;
    }

    private static int upOne(WhatMustChange change, Ranking ranking) {
        int attainable = 0;
        for (RankedSchool school : ranking) {
            attainable += change.toReach(school.school().id(), Goal.up(1))
                    .attainable()
                    .size();
        }
        return attainable;
    }

    /** The bare work: QS ranked once for each school. */
    @Benchmark
    public int oneRankingPerSchool() {
        return rankEach(qs, table);
    }

    /** The bare work where values are normalised to the set. */
    @Benchmark
    public int oneRankingPerSchoolMinMax() {
        return rankEach(stretched, table);
    }

    /** Scores of the others fixed. */
    @Benchmark
    public int upOnePlace() {
        return upOne(WhatMustChange.of(qs, table).within(0, 100), qs.rank(table));
    }

    /** The scale moves with the school's own change. */
    @Benchmark
    public int upOnePlaceMinMax() {
        return upOne(WhatMustChange.of(stretched, table).within(0, 100).assumingMonotone(), stretched.rank(table));
    }
}
