package io.github.medrank.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Normalizer;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Treatment;
import io.github.medrank.ranking.Rankers;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every table: no row order, promised monotony, no NaN, no silent gain by losing data. */
class NormalizationLawsTest {
    private static final Column REFERENCE_0 = Column.of(Indicator.of("indicator-0"), 1, 5, 60, 80.5);

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    private static List<Normalizer> fixed() {
        return List.of(
                Normalizers.goalposts(0, 60),
                Normalizers.goalpostsUnclipped(0, 60),
                Normalizers.frozen(Normalizers.zScore(), reference()),
                Normalizers.frozen(Normalizers.minMax(1, 10), reference()),
                Normalizers.frozen(Normalizers.percentileRankMean(), reference()),
                Normalizers.frozen(Normalizers.logMinMax(0, 100), reference()));
    }

    private static IndicatorTable reference() {
        return IndicatorTable.ofColumns(
                IntStream.range(0, 4).mapToObj(i -> School.of("reference " + i)).toList(),
                IntStream.range(0, 4)
                        .mapToObj(j -> REFERENCE_0.withIndicator(LawTables.table(new SplittableRandom(j), 0)
                                .indicators()
                                .get(j)))
                        .toList());
    }

    private static List<Normalizer> all() {
        return Stream.concat(NormalizersTest.all(), fixed().stream()).toList();
    }

    private static List<Treatment> fillings() {
        return List.of(
                Imputations.zero(),
                Imputations.constant(27.7),
                Imputations.worst(),
                Imputations.quantile(0.25),
                Imputations.mean(),
                Imputations.median(),
                Imputations.groupMean("region"));
    }

    private static Methodology mean(Normalizer normalizer) {
        return Methodology.builder("Mean")
                .normalizer(normalizer)
                .ranker(Rankers.weightedMean())
                .build();
    }

    // ---- law 1 ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void no_order_of_rows_or_columns_changes_a_bit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = LawTables.table(random, 0.2);
        IndicatorTable shuffled = LawTables.shuffled(table, random);
        for (Normalizer normalizer : all()) {
            assertSameCells(
                    mean(normalizer).prepare(table).normalized(),
                    mean(normalizer).prepare(shuffled).normalized());
        }
        List<Treatment> treatments = Stream.concat(
                        fillings().stream(),
                        Stream.of(
                                Treatments.log(),
                                Treatments.log(1),
                                Treatments.sqrt(),
                                Treatments.reciprocal(),
                                Treatments.betweenPercentiles(10, 90),
                                Treatments.ratioTo(
                                        table.rows(0), table.indicators().get(2)),
                                Treatments.inTurn(Treatments.sqrt(), Treatments.capAtPercentile(80)),
                                Imputations.previousEdition(table),
                                Imputations.forReason(MissingReason.WITHHELD, Imputations.mean()),
                                Treatments.winsorizedBySkewness(0.5, -1, 3),
                                Treatments.winsorizedElseLog(0.5, -1, 3),
                                Treatments.capAtPercentile(60),
                                Treatments.capAtMeanMultiple(1.1),
                                Treatments.ratioTo(table.indicators().get(1))))
                .toList();
        for (Treatment treatment : treatments) {
            assertSameCells(treatment.apply(table), treatment.apply(shuffled));
        }
    }

    private static void assertSameCells(IndicatorTable one, IndicatorTable other) {
        for (Indicator indicator : one.indicators()) {
            for (School school : one.schools()) {
                assertThat(other.cell(school, indicator)).isEqualTo(one.cell(school, indicator));
            }
        }
    }

    // ---- law 2 ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void fixed_scales_with_fixed_weights_are_monotone(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = LawTables.table(random, 0);
        School school = table.schools().get(random.nextInt(table.size()));
        Indicator indicator = table.indicators().get(random.nextInt(4));
        double value = table.cell(school, indicator).value().orElseThrow();
        IndicatorTable improved = table.with(school, indicator, LawTables.improved(indicator, value, random));
        for (Normalizer normalizer : fixed()) {
            assertThat(place(mean(normalizer).rank(improved), school))
                    .as("%s, %s: %s", normalizer, school, indicator)
                    .isLessThanOrEqualTo(place(mean(normalizer).rank(table), school));
        }
    }

    private static int place(Ranking ranking, School school) {
        return ranking.placeAt(ranking.table().rowOf(school).orElseThrow());
    }

    /** Improving a value may shrink the deviation, so that what lies before it comes to lie further before it. */
    @Test
    void z_scores_are_not_monotone() {
        for (Normalizer normalizer : List.of(Normalizers.zScore(), Normalizers.tScore())) {
            assertThat(LongStream.range(0, 4000).anyMatch(seed -> worsensByImproving(normalizer, seed)))
                    .as("%s", normalizer)
                    .isTrue();
        }
    }

    /** Sums of 100 Φ(z), by a table of the normal distribution: 110.34 before 106.20, and then 111.50 after 113.43. */
    @Test
    void percentages_of_the_normal_distribution_are_not_monotone() {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        School better = School.of("better");
        IndicatorTable table = IndicatorTable.builder(a, b)
                .row(better, 7, 6)
                .row(School.of("middle"), 5, 7)
                .row(School.of("overtakes"), 4, 13)
                .build();
        assertThat(place(mean(Normalizers.normalCdf()).rank(table), better)).isEqualTo(1);
        assertThat(place(mean(Normalizers.normalCdf()).rank(table.with(better, a, 17)), better))
                .isEqualTo(2);
    }

    /** Of every scale that promises it; only those of z-scores do not. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void scales_of_the_ranked_schools_are_monotone_in_a_weighted_mean(long seed) {
        for (Normalizer normalizer : all()) {
            if (!normalizer.toString().contains("z-score (")) {
                assertThat(worsensByImproving(normalizer, seed))
                        .as("%s", normalizer)
                        .isFalse();
            }
        }
    }

    private static boolean worsensByImproving(Normalizer normalizer, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = LawTables.table(random, 0);
        School school = table.schools().get(random.nextInt(table.size()));
        Indicator indicator = table.indicators().get(random.nextInt(4));
        double value = table.cell(school, indicator).value().orElseThrow();
        IndicatorTable improved = table.with(school, indicator, LawTables.improved(indicator, value, random));
        return place(mean(normalizer).rank(improved), school)
                > place(mean(normalizer).rank(table), school);
    }

    // ---- law 5 ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void what_is_not_a_number_has_a_reason(long seed) {
        IndicatorTable table = LawTables.table(new SplittableRandom(seed), 0.3);
        for (Normalizer normalizer : all()) {
            for (Column column : mean(normalizer).prepare(table).normalized().columns()) {
                for (int row = 0; row < column.size(); row++) {
                    Cell cell = column.cell(row);
                    assertThat(cell.isPresent() || cell.reason().isPresent()).isTrue();
                    cell.value().ifPresent(value -> assertThat(value).isFinite());
                }
            }
        }
    }

    // ---- law 6 ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void losing_a_value_raises_nobody_silently(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = LawTables.table(random, 0);
        School school = table.schools().get(random.nextInt(table.size()));
        Indicator indicator = table.indicators().get(random.nextInt(4));
        IndicatorTable lost = table.with(school, indicator, Cell.missing(MissingReason.NOT_REPORTED));
        for (Normalizer normalizer : some(all(), 6, random)) {
            for (Treatment filling : some(fillings(), 2, random)) {
                assertLoud(mean(normalizer).withFilling(filling, Imputations.zero()), table, lost, school, indicator);
                assertLoud(
                        mean(normalizer).withImputation(filling).withFilling(Imputations.zero()),
                        table,
                        lost,
                        school,
                        indicator);
            }
        }
    }

    private static <T> List<T> some(List<T> all, int n, SplittableRandom random) {
        return IntStream.generate(() -> random.nextInt(all.size()))
                .limit(n)
                .mapToObj(all::get)
                .toList();
    }

    private static void assertLoud(
            Methodology methodology, IndicatorTable table, IndicatorTable lost, School school, Indicator indicator) {
        Ranking before;
        Ranking after;
        try {
            before = methodology.rank(table);
            after = methodology.rank(lost);
        } catch (IllegalArgumentException refused) {
            // A zero among what less is better of has no percentage: refused by name, not silent.
            assertThat(refused).hasMessageContaining(indicator.id());
            return;
        }
        if (place(after, school) < place(before, school)) {
            assertThat(after.warnings())
                    .as("%s", methodology)
                    .anyMatch(warning -> warning.contains("\"" + school.name() + "\"")
                            && warning.contains("\"" + indicator.id() + "\""));
        }
    }

    @Test
    void the_worst_of_the_others_may_be_better_than_what_was_lost() {
        IndicatorTable table = IndicatorTable.builder(Indicator.of("papers"))
                .put(School.of("Oxford"), Indicator.of("papers"), 20)
                .put(School.of("Yale"), Indicator.of("papers"), Cell.missing(MissingReason.NOT_REPORTED))
                .build();
        assertThat(mean(Normalizers.identity())
                        .withImputation(Imputations.worst())
                        .rank(table)
                        .warnings())
                .containsExactly(
                        "more than half of the weight was filled in for \"Yale\" (100 %, not reported); a missing value"
                                + " counts as the worst value of the others",
                        "indicator \"papers\": what was filled in for a missing value may have raised \"Yale\"");
    }
}
