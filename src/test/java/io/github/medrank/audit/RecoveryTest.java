package io.github.medrank.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import io.github.medrank.Bands;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.InterruptedRunException;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Presentation;
import io.github.medrank.PublishedResult;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Pillar;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.text.Csv;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What printed tables say of their weights and rules. */
class RecoveryTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final Indicator C = Indicator.of("c");

    private static IndicatorTable qs(String file, int edition) throws IOException {
        String text = Files.readString(Path.of("docs/examples/" + file));
        return Csv.parseTable(text, Qs.medicine(edition).indicators());
    }

    /** Rows of values, the last of them the printed score. */
    private static IndicatorTable table(List<Indicator> indicators, String... rows) {
        IndicatorTable.Builder table = IndicatorTable.builder(indicators);
        for (int row = 0; row < rows.length; row++) {
            List<String> cells = Splitter.on(' ').splitToList(rows[row]);
            School school = School.of("s" + row, "School " + row);
            double[] values = IntStream.range(0, indicators.size())
                    .mapToDouble(i -> Double.parseDouble(cells.get(i)))
                    .toArray();
            table.row(school, values);
            table.published(
                    school,
                    new PublishedResult(Optional.empty(), Optional.of(new BigDecimal(cells.get(cells.size() - 1)))));
        }
        return table.build();
    }

    @Test
    void thirty_five_rows_of_2026_give_the_weights_within_half_a_point() throws IOException {
        Recovered found = Recovery.of(qs("qs-medicine-2026.csv", 2026)).run();

        RecoveredRule best = found.best().orElseThrow();
        assertThat(best.rule().scale()).isEqualTo(ScoreScale.AS_IS);
        assertThat(best.simplest()).isEqualTo(Qs.medicine(2026).weights().orElseThrow());
        assertThat(best.onGrid().isUnique()).isTrue();
        best.shares().forEach((indicator, share) -> {
            Rational truth = Rational.of(best.simplest().points(indicator).movePointLeft(2));
            assertThat(share.high().minus(truth).doubleValue()).isBetween(0.0, 0.0045);
            assertThat(truth.minus(share.low()).doubleValue()).isBetween(0.0, 0.0045);
        });
        assertThat(best.methodology().provenance().toString()).contains("recovered from 35 rows");
        assertThat(found.notes()).anyMatch(note -> note.startsWith("no row lacks a value"));
    }

    /** Six rows of 2024: the empty cell of Charité counts 0. */
    @Test
    void one_row_refutes_that_a_missing_value_is_shared() throws IOException {
        Recovery six = Recovery.of(qs("qs-medicine-2024-six.csv", 2024)).withScale(ScoreScale.AS_IS);
        Weights true2024 = Qs.medicine(2024).weights().orElseThrow();

        RecoveredRule zero = six.withMissing(MissingRule.ZERO).run().best().orElseThrow();

        assertThat(zero.incomplete()).extracting(School::name).containsExactly("Charité - Universitätsmedizin Berlin");
        assertThat(zero.onGrid().weights()).contains(true2024);
        assertThat(zero.share(Qs.EMPLOYER_REPUTATION).width().doubleValue()).isGreaterThan(0.01);
    }

    @Test
    void stated_weights_are_refuted_by_the_row_they_miss_most() throws IOException {
        IndicatorTable table = qs("qs-medicine-2026.csv", 2026);
        Weights stated = Weights.of(Map.of(
                Qs.ACADEMIC_REPUTATION, 40,
                Qs.EMPLOYER_REPUTATION, 30,
                Qs.CITATIONS_PER_PAPER, 10,
                Qs.H_INDEX, 10,
                Qs.INTERNATIONAL_RESEARCH_NETWORK, 10));

        Refutation asIs =
                Recovery.of(table).withScale(ScoreScale.AS_IS).refute(stated).orElseThrow();
        Refutation anyLine = Recovery.of(table).refute(stated).orElseThrow();

        assertThat(asIs.rows()).hasSize(1);
        assertThat(asIs.isFewest()).isTrue();
        assertThat(anyLine.rows().size()).isBetween(2, 3);
        assertThat(Recovery.of(table).refute(Qs.medicine(2026).weights().orElseThrow()))
                .isEmpty();
    }

    // ---- exactness ----

    /** All vertices of { w ≥ 0, Σ w = 1, low ≤ X w ≤ high } in three dimensions, by Cramer's rule on every pair of edges. */
    private static List<Rational[]> vertices(IndicatorTable table, BigDecimal half) {
        List<Rational[]> lines = Lists.newArrayList();
        // a w0 + b w1 + c >= 0, where w2 = 1 - w0 - w1
        lines.add(line("1", "0", "0"));
        lines.add(line("0", "1", "0"));
        lines.add(line("-1", "-1", "1"));
        for (int row = 0; row < table.size(); row++) {
            BigDecimal printed =
                    table.published().get(table.schools().get(row)).score().orElseThrow();
            BigDecimal[] x = new BigDecimal[3];
            for (int i = 0; i < 3; i++) {
                x[i] = table.columns().get(i).decimal(row);
            }
            Rational a = Rational.of(x[0].subtract(x[2]));
            Rational b = Rational.of(x[1].subtract(x[2]));
            lines.add(new Rational[] {a, b, Rational.of(x[2].subtract(printed).add(half))});
            lines.add(new Rational[] {
                a.negate(), b.negate(), Rational.of(printed.add(half).subtract(x[2]))
            });
        }
        List<Rational[]> vertices = Lists.newArrayList();
        for (int i = 0; i < lines.size(); i++) {
            for (int j = 0; j < i; j++) {
                Rational[] p = lines.get(i);
                Rational[] q = lines.get(j);
                Rational det = p[0].times(q[1]).minus(p[1].times(q[0]));
                if (det.signum() != 0) {
                    Rational u = p[1].times(q[2]).minus(p[2].times(q[1])).dividedBy(det);
                    Rational v = p[2].times(q[0]).minus(p[0].times(q[2])).dividedBy(det);
                    boolean inside = lines.stream()
                            .allMatch(l ->
                                    l[0].times(u).plus(l[1].times(v)).plus(l[2]).signum() >= 0);
                    if (inside) {
                        vertices.add(
                                new Rational[] {u, v, Rational.of(1).minus(u).minus(v)});
                    }
                }
            }
        }
        return vertices;
    }

    private static Rational[] line(String a, String b, String c) {
        return new Rational[] {
            Rational.of(new BigDecimal(a)), Rational.of(new BigDecimal(b)), Rational.of(new BigDecimal(c))
        };
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void intervals_are_those_of_all_vertices(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] points = {1 + random.nextInt(50), 1 + random.nextInt(50), 1 + random.nextInt(50)};
        int sum = points[0] + points[1] + points[2];
        IndicatorTable.Builder builder = IndicatorTable.builder(A, B, C);
        for (int row = 0; row < 2 + random.nextInt(5); row++) {
            School school = School.of("s" + row);
            int[] x = {random.nextInt(1001), random.nextInt(1001), random.nextInt(1001)};
            builder.row(school, x[0] / 10.0, x[1] / 10.0, x[2] / 10.0);
            BigDecimal exact = BigDecimal.valueOf(
                            (long) points[0] * x[0] + (long) points[1] * x[1] + (long) points[2] * x[2])
                    .divide(BigDecimal.valueOf(10L * sum), 1, RoundingMode.HALF_UP);
            builder.published(school, new PublishedResult(Optional.empty(), Optional.of(exact)));
        }
        IndicatorTable table = builder.build();

        RecoveredRule rule = Recovery.of(table)
                .withMean(CompositeMean.ARITHMETIC)
                .withScale(ScoreScale.AS_IS)
                .withRounding(ScoreRounding.NEAREST)
                .withDecimals(1)
                .run()
                .best()
                .orElseThrow();

        assertIntervals(rule, vertices(table, new BigDecimal("0.05")));
    }

    private static void assertIntervals(RecoveredRule rule, List<Rational[]> vertices) {
        List<Indicator> indicators = List.of(A, B, C);
        for (int i = 0; i < 3; i++) {
            int at = i;
            assertThat(rule.share(indicators.get(i)).low())
                    .isEqualTo(vertices.stream()
                            .map(v -> v[at])
                            .min(Rational::compareTo)
                            .orElseThrow());
            assertThat(rule.share(indicators.get(i)).high())
                    .isEqualTo(vertices.stream()
                            .map(v -> v[at])
                            .max(Rational::compareTo)
                            .orElseThrow());
        }
    }

    /**
     * Scores come from values of two decimals, of which whole numbers are printed. As the shares sum to 1, half a unit hidden in
     * each value is half a unit more room in each score.
     */
    @ParameterizedTest
    @MethodSource("seeds")
    void hidden_digits_widen_the_intervals_to_those_of_all_vertices(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable.Builder builder = IndicatorTable.builder(A, B, C);
        for (int row = 0; row < 12; row++) {
            School school = School.of("s" + row);
            int[] x = {random.nextInt(10_000), random.nextInt(10_000), random.nextInt(10_000)};
            builder.row(school, Math.rint(x[0] / 100.0), Math.rint(x[1] / 100.0), Math.rint(x[2] / 100.0));
            BigDecimal exact =
                    BigDecimal.valueOf(50L * x[0] + 30L * x[1] + 20L * x[2], 4).setScale(1, RoundingMode.HALF_UP);
            builder.published(school, new PublishedResult(Optional.empty(), Optional.of(exact)));
        }
        IndicatorTable table = builder.build();

        Recovered asPrinted = Recovery.of(table)
                .withValues(InputValues.AS_PRINTED)
                .withScale(ScoreScale.AS_IS)
                .run();
        RecoveredRule found =
                Recovery.of(table).withScale(ScoreScale.AS_IS).run().best().orElseThrow();

        assertThat(asPrinted.rules()).isEmpty();
        assertThat(found.rule().values()).isEqualTo(InputValues.ROUNDED);
        assertIntervals(found, vertices(table, new BigDecimal("0.55")));
        assertThat(found.share(A).contains(Rational.of(new BigDecimal("0.5")))).isTrue();
        assertThat(found.share(B).contains(Rational.of(new BigDecimal("0.3")))).isTrue();
        assertThat(found.share(C).contains(Rational.of(new BigDecimal("0.2")))).isTrue();
    }

    // ---- other rules ----

    @Test
    void cut_off_scores_are_told_from_rounded_ones() {
        // 0.5 a + 0.5 b, cut off to whole numbers
        IndicatorTable table =
                table(List.of(A, B), "1 2 1", "3 4 3", "10 21 15", "80 51 65", "33 0 16", "0 77 38", "100 99 99");

        Recovered found = Recovery.of(table)
                .withScale(ScoreScale.AS_IS)
                .withMean(CompositeMean.ARITHMETIC)
                .run();

        assertThat(found.rules()).anySatisfy(rule -> {
            assertThat(rule.rule().rounding()).isEqualTo(ScoreRounding.DOWN);
            assertThat(rule.simplest()).isEqualTo(Weights.of(Map.of(A, 50, B, 50)));
        });
    }

    @Test
    void the_fewest_wrong_rows_are_found_and_proven() throws IOException {
        IndicatorTable table = qs("qs-medicine-2026.csv", 2026);
        School wrong = table.schools().get(7);
        Map<School, PublishedResult> printed = new HashMap<>(table.published());
        printed.put(wrong, PublishedResult.of("8", "91.3"));

        Recovered found = Recovery.of(table.withPublished(printed)).run();

        assertThat(found.rules()).isEmpty();
        NearFit near = found.nearFits().get(0);
        assertThat(near.removed()).containsExactly(wrong);
        assertThat(near.isFewest()).isTrue();
        assertThat(near.rest().simplest()).isEqualTo(Qs.medicine(2026).weights().orElseThrow());
        assertThatIllegalStateException().isThrownBy(found::methodology).withMessageContaining("nearFits");
    }

    @Test
    void positions_alone_say_less_but_something() throws IOException {
        IndicatorTable table = qs("qs-medicine-2026.csv", 2026);

        RecoveredRule rule =
                Recovery.ofPositions(table).withDecimals(1).run().best().orElseThrow();

        assertThat(rule.rule().scale()).isEqualTo(ScoreScale.ORDER);
        Qs.medicine(2026)
                .weights()
                .orElseThrow()
                .asMap()
                .forEach((indicator, points) -> assertThat(
                                rule.share(indicator).contains(Rational.of(points.movePointLeft(2))))
                        .isTrue());
        assertThat(rule.share(Qs.ACADEMIC_REPUTATION).width().doubleValue()).isLessThan(0.2);
    }

    /** Two bands of sixty rows are 3 600 pairs. */
    @Test
    void the_order_of_large_bands_is_checked_at_the_simplest_weights_and_said_to_be_unused_before() {
        SplittableRandom random = new SplittableRandom(4);
        List<Indicator> indicators = List.of(A, B);
        IndicatorTable.Builder builder = IndicatorTable.builder(indicators);
        for (int row = 0; row < 130; row++) {
            builder.row(School.of("s" + row), random.nextInt(1001) / 10.0, random.nextInt(1001) / 10.0);
        }
        IndicatorTable plain = builder.build();
        Methodology stated = Methodology.builder("stated")
                .weights(Weights.of(Map.of(A, 70, B, 30)))
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.exact().withBands(Bands.exactTo(10).then(70, 130)))
                .build();
        IndicatorTable table = plain.withPublished(stated.rank(plain).results());

        Recovered found = Recovery.ofPositions(table).run();

        assertThat(found.notes())
                .contains(
                        "that 11–70 is above 71–130 is 3600 pairs of rows: the intervals do without them, the simplest"
                                + " weights satisfy them");
        RecoveredRule best = found.best().orElseThrow();
        assertThat(best.checked()).hasSize(60);
        assertThat(best.methodology()
                        .withPresentation(stated.presentation())
                        .rank(plain)
                        .results())
                .isEqualTo(stated.rank(plain).results());
    }

    @Test
    void combinations_that_are_not_linear_are_said_not_to_be_tried() {
        Recovered found = Recovery.of(table(List.of(A, B), "80 50 59.0", "70 90 84.0", "20 30 27.0"))
                .run();

        assertThat(found.notTried())
                .contains("geometric mean, a straight line of it: not linear; constants of a grid are tried only if no"
                        + " other rule fits")
                .anyMatch(each -> each.endsWith(": the greatest printed score is no power of ten"));
        assertThat(found.toString()).endsWith(found.notTried().size() + " combinations were not tried: notTried()");
        assertThat(Recovery.of(table(List.of(A, B), "80 50 59.0", "70 90 84.0"))
                        .withMean(CompositeMean.ARITHMETIC)
                        .withScale(ScoreScale.AS_IS)
                        .run()
                        .notTried())
                .isEmpty();
    }

    /** 30 a, 20 b in one pillar and 35 c, 15 d in the other; where b is missing a has 50, where c is, d has 50. */
    @ParameterizedTest
    @MethodSource("seeds")
    void weights_shared_inside_a_pillar_are_told_from_others(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Indicator d = Indicator.of("d");
        IndicatorTable.Builder builder = IndicatorTable.builder(A, B, C, d);
        for (int row = 0; row < 40; row++) {
            School school = School.of("s" + row);
            long[] x = random.longs(4, 0, 1001).toArray();
            boolean withoutB = row % 10 == 3;
            boolean withoutC = row % 10 == 7;
            builder.row(
                    school,
                    List.of(
                            Cell.of(x[0] / 10.0),
                            withoutB ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(x[1] / 10.0),
                            withoutC ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(x[2] / 10.0),
                            Cell.of(x[3] / 10.0)));
            long first = withoutB ? 50 * x[0] : 30 * x[0] + 20 * x[1];
            long second = withoutC ? 50 * x[3] : 35 * x[2] + 15 * x[3];
            BigDecimal exact = BigDecimal.valueOf(first + second, 3).setScale(1, RoundingMode.HALF_UP);
            builder.published(school, new PublishedResult(Optional.empty(), Optional.of(exact)));
        }
        Recovery recovery = Recovery.of(builder.build()).withScale(ScoreScale.AS_IS);
        Recovery known = recovery.withPillars(Pillar.of("first", A, B), Pillar.of("second", C, d));

        RecoveredRule best = known.run().best().orElseThrow();

        assertThat(best.rule().missing()).isEqualTo(MissingRule.SHARED_IN_PILLAR);
        assertThat(best.simplest()).isEqualTo(Weights.of(Map.of(A, 30, B, 20, C, 35, d, 15)));
        assertThat(best.checked()).hasSize(8).isEqualTo(best.incomplete());
        assertThat(known.run().refuted())
                .extracting(each -> each.rule().missing())
                .contains(MissingRule.ZERO, MissingRule.SHARED);
        assertThat(recovery.run().rules())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.rule().missing()).isEqualTo(MissingRule.SET_ASIDE));
        assertThatIllegalArgumentException().isThrownBy(() -> recovery.withPillars(Pillar.of("first", A, B)));
    }

    // ---- bad input ----

    @Test
    void a_table_without_printed_scores_is_refused() {
        IndicatorTable table =
                IndicatorTable.builder(A).row(School.of("Yale"), 1).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recovery.of(table))
                .withMessageContaining("withPublished");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recovery.ofPositions(table))
                .withMessageContaining("no row of the table has a printed position");
    }

    @Test
    void fewer_rows_than_weights_leave_much_open() {
        Recovered found = Recovery.of(table(List.of(A, B, C), "80 50 20 50.0")).run();

        RecoveredRule best = found.best().orElseThrow();
        assertThat(best.share(A).high().doubleValue()).isGreaterThan(0.5);
        assertThat(found.notes()).anyMatch(note -> note.startsWith("there are fewer rows than weights"));
    }

    @Test
    void equal_rows_say_nothing_and_contradictory_ones_fit_nothing() {
        Recovered equal = Recovery.of(table(List.of(A, B), "5 5 5.0", "5 5 5.0", "5 5 5.0"))
                .run();
        Recovered contradictory =
                Recovery.of(table(List.of(A, B), "5 5 5.0", "5 5 9.0")).run();

        assertThat(equal.best().orElseThrow().share(A).width()).isEqualTo(Rational.of(1));
        assertThat(equal.notes()).contains("all rows have the same values, and tell no more than one row");
        assertThat(contradictory.rules()).isEmpty();
        assertThat(contradictory.refuted())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.isProven()).isTrue());
        assertThat(contradictory.toString()).contains("contradicted by School 0; School 1");
    }

    @Test
    void one_indicator_has_all_the_weight() {
        RecoveredRule best = Recovery.of(table(List.of(A), "80 80.0", "50 50.0"))
                .run()
                .best()
                .orElseThrow();

        assertThat(best.share(A).low()).isEqualTo(Rational.of(1));
        assertThat(best.simplest()).isEqualTo(Weights.of(Map.of(A, 100)));
    }

    @Test
    void an_interrupt_ends_a_run() {
        Recovery recovery = Recovery.of(table(List.of(A), "80 80.0", "50 50.0"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(recovery::run).isInstanceOf(InterruptedRunException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @SuppressWarnings("NullAway") // null is what is tested
    void null_is_named() {
        Recovery recovery = Recovery.of(table(List.of(A), "80 80.0"));

        Map<String, ThrowingCallable> calls = Map.of(
                "table", () -> Recovery.of(null),
                "first", () -> recovery.withMean(null),
                "more", () -> recovery.withScale(ScoreScale.AS_IS, (ScoreScale[]) null),
                "values", () -> recovery.withValues(null),
                "percent", () -> recovery.withGrid(null),
                "weights", () -> recovery.refute(null),
                "value", () -> ExactInterval.of(Rational.ZERO, Rational.ZERO).contains(null));
        calls.forEach((name, call) ->
                assertThatNullPointerException().isThrownBy(call).withMessage(name));
        assertThatNullPointerException()
                .isThrownBy(() -> recovery.withPillars(null))
                .withMessage("first");
    }

    @Test
    void settings_are_checked() {
        Recovery recovery = Recovery.of(table(List.of(A), "80 80.0"));

        assertThatIllegalArgumentException().isThrownBy(() -> recovery.withGrid(3));
        assertThatIllegalArgumentException().isThrownBy(() -> recovery.withDecimals(16));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> recovery.run().best().orElseThrow().against(RoundingMode.UP))
                .withMessageContaining("HALF_UP");
        assertThat(recovery.withGrid(5)).isEqualTo(recovery.withGrid(5)).isNotEqualTo(recovery);
        assertThat(recovery)
                .hasToString(recovery.toString())
                .asString()
                .startsWith("recovery from the printed scores of 1 rows");
    }
}
