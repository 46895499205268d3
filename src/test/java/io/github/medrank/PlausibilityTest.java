package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.medrank.insight.WhatIf;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.published.GoodUniversityGuide;
import io.github.medrank.published.Qs;
import io.github.medrank.published.QsSubject;
import io.github.medrank.published.ShanghaiRanking;
import io.github.medrank.published.TimesHigherEducation;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.text.Csv;
import io.github.medrank.text.CsvException;
import io.github.medrank.text.CsvFile;
import io.github.medrank.text.CsvNote;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A value off its indicator's scale is refused, or let in by choice and then told; what is computed is not judged. */
class PlausibilityTest {
    private static final Methodology QS = Qs.medicine(2021);
    private static final Indicator SCORE = Indicator.of("score").withScale(0, 100);
    private static final Methodology MEAN =
            Methodology.builder("Mean").ranker(Rankers.weightedMean()).build();
    private static final String WAY_OUT = " is off its scale, 0 to 100; mend the value, let it in with"
            + " IndicatorTable.Builder.allowOffScale(), or take the indicator withoutScale()";
    private static final String CSV = """
            school,academic-reputation,employer-reputation,citations-per-paper,h-index
            Oxford,98,97.5,90.1,99
            Yale,90,90,955,90
            """;
    private static final String WARNING = "indicator \"citations-per-paper\": off its scale, 0 to 100: \"Yale\" (955)";

    private static IndicatorTable.Builder slipped() {
        return IndicatorTable.builder(QS.indicators())
                .row(School.of("Oxford"), 98, 97.5, 90.1, 99)
                .row(School.of("Yale"), 90, 90, 955, 90);
    }

    @Test
    void a_slipped_decimal_point_is_refused_by_school_indicator_and_value() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> slipped().build())
                .withMessage("school \"Yale\", indicator \"citations-per-paper\": 955" + WAY_OUT);
    }

    @Test
    void what_is_let_in_is_warned_of_by_name() {
        IndicatorTable table = slipped().allowOffScale().build();
        Ranking ranking = QS.rank(table);

        assertThat(ranking.of("Yale").position()).hasToString("1");
        // 0.4 · 90 + 0.1 · 90 + 0.25 · 955 + 0.25 · 90
        assertThat(ranking.of("Yale").score()).isEqualTo(new BigDecimal("306.3"));
        assertThat(ranking.warnings()).containsExactly(WARNING);
        assertThat(ranking.top(1).warnings()).containsExactly(WARNING);
        assertThat(QS.rank(table.with("Oxford", Qs.H_INDEX, -1)).warnings())
                .containsExactly(WARNING, "indicator \"h-index\": off its scale, 0 to 100: \"Oxford\" (-1)");
        assertThat(QS.rank(table.with("Yale", Qs.CITATIONS_PER_PAPER, 95.5)).warnings())
                .isEmpty();
    }

    @Test
    void a_table_of_indicators_without_a_scale_is_judged_by_the_methodologys() {
        IndicatorTable table = IndicatorTable.builder(
                        Qs.ACADEMIC_REPUTATION, Qs.EMPLOYER_REPUTATION, Qs.CITATIONS_PER_PAPER, Qs.H_INDEX)
                .row(School.of("Yale"), 90, 90, 955, 90)
                .build();
        assertThat(QS.rank(table).warnings()).containsExactly(WARNING);
        assertThat(Qs.subjectFromEvidence(QsSubject.MEDICINE, 2021, table).indicators())
                .allMatch(each -> each.high() == Double.POSITIVE_INFINITY);
    }

    @Test
    void a_known_text_is_refused_and_a_downloaded_one_noted_or_refused() {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> Csv.parseTable(CSV, QS.indicators()))
                .withMessage(
                        "line 3, column 4: citations-per-paper of \"Yale\": 955 is off its scale, 0 to 100; mend it,"
                                + " or take the indicator withoutScale()");
        CsvFile file = Csv.read(CSV, QS.indicators());
        assertThat(file.notes(CsvNote.Kind.OFF_SCALE))
                .hasToString(
                        "[line 3, column 4: citations-per-paper of \"Yale\": 955 is off its scale, 0 to 100; kept as"
                                + " it is]");
        assertThat(QS.rank(file.table()).warnings()).containsExactly(WARNING);
        Csv refusing = Csv.reader(QS.indicators()).withOffScaleRefused();
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> refusing.read(CSV))
                .withMessage(
                        "line 3, column 4: citations-per-paper of \"Yale\": 955 is off its scale, 0 to 100; mend it,"
                                + " or read without withOffScaleRefused()");
        assertThat(refusing.read(CSV.replace("955", "95.5")).notes()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> refusing.parse(CSV));
    }

    @Test
    void a_what_if_takes_no_impossible_value_unless_its_table_does() {
        IndicatorTable table = IndicatorTable.builder(SCORE)
                .row(School.of("Oxford"), 90)
                .row(School.of("Yale"), 80)
                .build();
        WhatIf strict = WhatIf.of(MEAN, table);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> strict.with("Yale", SCORE, 100.5))
                .withMessage("school \"Yale\", indicator \"score\": 100.5" + WAY_OUT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> strict.withSchool(School.of("Lund"), -3))
                .withMessage("school \"Lund\", indicator \"score\": -3" + WAY_OUT);
        assertThat(strict.with("Yale", SCORE, Cell.missing(MissingReason.WITHHELD)))
                .isNotNull();
        assertThat(strict.withSchool(School.of("Lund"), 100).after().of("Lund").position())
                .hasToString("1");

        IndicatorTable lenient = IndicatorTable.builder(SCORE)
                .row(School.of("Oxford"), 90)
                .row(School.of("Yale"), 80)
                .allowOffScale()
                .build();
        assertThat(WhatIf.of(MEAN, lenient)
                        .withSchool(School.of("Lund"), -3)
                        .without("Oxford")
                        .with("Yale", SCORE, 100.5)
                        .after()
                        .warnings())
                .containsExactly("indicator \"score\": off its scale, 0 to 100: \"Yale\" (100.5), \"Lund\" (-3)");
    }

    @Test
    void what_is_computed_is_not_judged() {
        IndicatorTable table = IndicatorTable.builder(SCORE)
                .row(School.of("Oxford"), 90)
                .row(School.of("Yale"), 80)
                .build();
        Lineage steps = MEAN.withTreatments(Treatments.log(0))
                .withNormalizer(Normalizers.zScore())
                .rank(table)
                .lineage();
        assertThat(steps.given().column(SCORE).indicator().high()).isEqualTo(100);
        for (IndicatorTable computed : List.of(steps.treated(), steps.normalized(), steps.filled())) {
            assertThat(computed.with("Yale", SCORE, -955).cell("Yale", SCORE)).hasToString("-955");
        }
        IndicatorTable varied = table.mapColumns(column -> column.map(value -> value + 50));
        assertThat(MEAN.rank(varied).warnings()).isEmpty();
        assertThat(table.mapColumns(column -> column.map(value -> value))).isSameAs(table);
    }

    @Test
    void published_scores_state_their_scale() {
        for (Methodology published : List.of(
                Qs.medicine(2026),
                Qs.world(2027),
                TimesHigherEducation.world(2026),
                TimesHigherEducation.clinicalAndHealth(2020),
                TimesHigherEducation.worldByIndicator(),
                ShanghaiRanking.world(2025),
                ShanghaiRanking.subject("AS0211", 2019),
                ShanghaiRanking.clinicalMedicine(2024))) {
            assertThat(published.indicators()).allMatch(each -> each.low() == 0 && each.high() == 100);
        }
        assertThat(GoodUniversityGuide.medicine(2019).indicators())
                .allMatch(each -> (each.high() == 100) == each.unit().equals("%"));
        assertThat(ShanghaiRanking.fromCounts(ShanghaiRanking.subject("AS0211", 2019))
                        .indicators())
                .allMatch(each -> each.isOnScale(123_456));
    }

    @Test
    void a_scale_has_a_least_value_below_its_greatest() {
        for (double[] ends : new double[][] {{1, 1}, {2, 1}, {Double.NaN, 1}, {0, Double.NaN}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SCORE.withScale(ends[0], ends[1]))
                    .withMessage("indicator \"score\": a scale from " + ends[0] + " to " + ends[1]
                            + "; the least value must be below the greatest");
        }
        IndicatorTable one =
                IndicatorTable.builder(SCORE).row(School.of("Yale"), 1).build();
        assertThatNullPointerException()
                .isThrownBy(() -> one.withRow(null, List.of()))
                .withMessage("school");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.withRow(School.of("Lund"), List.of()))
                .withMessage("school \"Lund\": 0 values for 1 indicators");
    }

    @Test
    void a_scale_may_be_open_and_is_no_part_of_equality() {
        Indicator count = Indicator.of("score").withScale(-0.0, Double.POSITIVE_INFINITY);
        assertThat(count).isEqualTo(SCORE).hasSameHashCodeAs(SCORE).hasToString("score");
        assertThat(Double.compare(count.low(), 0.0)).isZero();
        assertThat(count.isOnScale(1e300)).isTrue();
        assertThat(count.isOnScale(-1e-300)).isFalse();
        assertThat(count.isOnScale(Double.NaN)).isFalse();
        assertThat(count.scaleText()).isEqualTo("0 or more");
        assertThat(count.withoutScale().scaleText()).isEqualTo("any");
        Indicator any = Indicator.of("any");
        assertThat(any.withoutScale()).isSameAs(any);
        assertThat(SCORE.withScale(Double.NEGATIVE_INFINITY, 7).scaleText()).isEqualTo("7 or less");
        assertThat(SCORE.withUnit("points").withSymbol("S").withDirection(Direction.LOWER_IS_BETTER))
                .hasToString("score (points), lower is better")
                .matches(each -> each.low() == 0 && each.high() == 100);
    }

    private static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_value_is_on_its_scale_or_refused_or_told(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double low = random.nextInt(-3, 3);
        double high = low + random.nextInt(1, 12);
        Indicator scaled = Indicator.of("x").withScale(low, high);
        double[] values = random.doubles(random.nextInt(1, 4), -4, 15)
                .map(value -> Math.rint(value) + 0.0)
                .toArray();
        IndicatorTable.Builder strict = IndicatorTable.builder(scaled);
        IndicatorTable.Builder lenient = IndicatorTable.builder(scaled).allowOffScale();
        List<String> off = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            strict.row(School.of("s" + i), values[i]);
            lenient.row(School.of("s" + i), values[i]);
            if (values[i] < low || values[i] > high) {
                off.add("\"s" + i + "\" (" + (int) values[i] + ")");
            }
        }

        List<String> warnings = MEAN.rank(lenient.build()).warnings();
        assertThat(warnings).hasSize(off.isEmpty() ? 0 : 1);
        if (off.isEmpty()) {
            assertThat(strict.build().columns().get(0).values().toArray()).containsExactly(values);
        } else {
            assertThat(warnings.get(0)).endsWith(": " + String.join(", ", off));
            assertThatIllegalArgumentException().isThrownBy(strict::build).withMessageContaining("is off its scale");
        }
    }
}
