package io.github.medrank.published;

import static io.github.medrank.published.Rows.check;
import static io.github.medrank.published.Rows.row;
import static io.github.medrank.published.Rows.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Methodology;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** THE on rows of published tables. */
class TimesHigherEducationTest {
    // ---- THE: T4, T5, T6 ----

    @Test
    void the_world_2026() {
        Methodology the = TimesHigherEducation.world(2026);
        Ranking ranking = the.rank(
                table(the, "Oxford", row(97.2, 100, 97.7, 99.9, 96.4), "MIT", row(99.2, 95.3, 99.6, 100, 91.9)));
        check(ranking, 0, 98.2, 97.7);
        assertThat(ranking.of("MIT").exactScore()).isEqualTo(Rational.of(97.6735));
    }

    @Test
    void the_clinical_2020() {
        Methodology the = TimesHigherEducation.clinicalAndHealth(2020);
        Ranking ranking = the.rank(table(
                the,
                "Oxford",
                row(83.0, 98.3, 74.0, 87.7, 90.2),
                "Harvard",
                row(92.1, 98.4, 66.7, 44.7, 77.7),
                "Cambridge",
                row(77.4, 98.8, 68.8, 50.0, 88.5),
                "Imperial",
                row(82.2, 90.3, 69.0, 55.6, 93.6)));
        check(ranking, 0.1, 84.7, 82.7, 80.4, 80.0);
    }

    /** The first six rows as printed: ties are on the rounded score, since no two of these totals are equal exactly. */
    @Test
    void the_clinical_2018_ties_on_the_rounded_score() {
        Methodology the = TimesHigherEducation.clinicalAndHealth(2018);
        Ranking ranking = the.rank(table(
                the,
                "Oxford",
                row(85.4, 99.5, 96.8, 99.1, 88.2),
                "Cambridge",
                row(77.8, 99.5, 95.6, 45.3, 86.2),
                "Harvard",
                row(83.6, 98.4, 94.3, 41.5, 76.0),
                "Imperial",
                row(83.2, 92.6, 88.2, 58.2, 92.3),
                "Stanford",
                row(85.6, 91.1, 95.9, 50.1, 56.5),
                "Johns Hopkins",
                row(85.1, 89.7, 90.0, 73.8, 68.5)));
        check(ranking, 0, 93.8, 89.8, 89.8, 87.6, 87.6, 86.6);
        assertThat(ranking.stream()
                        .map(each -> each.position() + " " + each.school().name()))
                .containsExactly(
                        "1 Oxford", "=2 Cambridge", "=2 Harvard", "=4 Imperial", "=4 Stanford", "6 Johns Hopkins");
        // 0.275·(77.8 + 99.5) + 0.35·95.6 + 0.025·45.3 + 0.075·86.2, and so on
        assertThat(ranking.of("Cambridge").exactScore()).isEqualTo(Rational.of(89.815));
        assertThat(ranking.of("Harvard").exactScore()).isEqualTo(Rational.of(89.7925));
        assertThat(ranking.of("Imperial").exactScore()).isEqualTo(Rational.of(87.5925));
        assertThat(ranking.of("Stanford").exactScore()).isEqualTo(Rational.of(87.6475));
    }

    /** Rows of THE's World table of 2011, industry or international outlook missing; THE printed these overall scores. */
    @Test
    void the_world_2011_shares_the_weight_of_a_missing_pillar() {
        double none = Double.NaN;
        Methodology the = TimesHigherEducation.world(2011);
        Ranking ranking = the.rank(table(
                the,
                "Caltech",
                row(97.7, 98.0, 99.9, 83.7, 54.6),
                "Princeton",
                row(90.9, 95.4, 99.9, none, 70.3),
                "Berkeley",
                row(84.2, 99.3, 97.8, none, 39.6),
                "Toronto",
                row(75.8, 87.9, 82.2, none, none),
                "Konstanz",
                row(42.7, 40.1, 51.3, none, 93.6),
                "Swedish University of Agricultural Sciences",
                row(43.3, 49.5, 41.7, 99.9, none)));
        check(ranking, 0.1, 96.0, 94.2, 91.1, 82.0, 47.3, 46.2);
        // (30·90.9 + 30·95.4 + 32.5·99.9 + 5·70.3) / 97.5
        assertThat(ranking.of("Princeton").exactScore())
                .isEqualTo(Rational.ratio(new BigDecimal("9187.25"), new BigDecimal("97.5")));
        assertThat(the.rank(table(the, "a", row(none, 87.9, 82.2, 50, 50), "b", row(1, 2, 3, 4, 5)))
                        .unranked())
                .hasSize(1);
    }

    /** All rows of the Clinical table of 2011 that lack a score, with the overall score that THE printed. */
    @Test
    void the_clinical_2011_shares_the_weight_of_a_missing_pillar() {
        double none = Double.NaN;
        Methodology the = TimesHigherEducation.clinicalAndHealth(2011);
        double[][] rows = {
            {89.0, 88.3, 90.1, none, 65.4, 88.0},
            {88.2, 88.5, 92.2, none, 47.4, 87.7},
            {82.7, 83.6, 90.7, none, 94.0, 86.6},
            {83.6, 84.2, 96.1, none, 42.6, 86.5},
            {84.8, 88.2, 84.6, none, none, 85.7},
            {82.7, 85.1, 77.4, none, 84.2, 81.4},
            {74.9, 76.5, 91.7, none, 61.0, 81.1},
            {84.6, 88.7, 72.6, 65.7, none, 80.5},
            {74.8, 70.2, 87.4, none, 62.1, 77.7},
            {70.3, 67.0, 80.3, none, none, 73.4},
            {69.3, 63.7, 84.2, none, 56.6, 72.8},
            {65.7, 55.2, 92.1, none, 30.1, 71.1},
            {85.4, 84.5, 53.6, none, 20.6, 69.6},
            {52.0, 43.9, 92.4, none, 82.6, 66.8},
            {56.2, 50.9, 82.9, none, 65.3, 65.4},
            {49.6, 59.7, 83.0, none, 47.2, 65.2},
            {61.8, 52.3, 73.4, none, none, 63.7},
            {63.9, 58.3, 71.5, none, 34.5, 63.7}
        };
        Object[] named = new Object[2 * rows.length];
        double[] printed = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            named[2 * i] = "row " + i;
            named[2 * i + 1] = Arrays.copyOf(rows[i], 5);
            printed[i] = rows[i][5];
        }
        check(the.rank(table(the, named)), 0.1, printed);
    }

    /** Chicago 2012: redistributing would give 90.55, and THE printed 90.2; the score it used is not shown. */
    @Test
    void the_2012_to_2015_does_not_rank_a_school_whose_industry_is_hidden() {
        for (int edition = 2012; edition <= 2015; edition++) {
            Methodology the = TimesHigherEducation.world(edition);
            assertThat(the.rank(table(the, "a", row(90, 90, 90, 90, 90), "b", row(80, 80, 80, Double.NaN, 80)))
                            .unranked())
                    .hasSize(1);
            assertThat(the.provenance().reproduction()).contains("by one it did not show");
            assertThat(TimesHigherEducation.clinicalAndHealth(edition)
                            .provenance()
                            .reproduction())
                    .contains("by one it did not show");
        }
    }

    @Test
    void the_lists_a_reporter_without_a_position_and_shows_a_bands_range() {
        Methodology the = TimesHigherEducation.world(2024);
        assertThat(the.rank(table(the, "Full", row(1, 2, 3, 4, 5), "Reporter", row(Double.NaN, 2, 3, 4, 5)))
                        .unranked())
                .singleElement()
                .hasToString("Reporter: no value for Teaching (not reported)");
        assertThat(the.presentation().toString()).contains("the band's range of scores shown in bands");
        assertThat(TimesHigherEducation.world(2011)
                        .weights()
                        .orElseThrow()
                        .points(TimesHigherEducation.RESEARCH_QUALITY))
                .isEqualByComparingTo("32.5");
        assertThat(TimesHigherEducation.world(2012)
                        .weights()
                        .orElseThrow()
                        .points(TimesHigherEducation.INTERNATIONAL_OUTLOOK))
                .isEqualByComparingTo("7.5");
        assertThat(TimesHigherEducation.clinicalAndHealth(2011)
                        .weights()
                        .orElseThrow()
                        .points(TimesHigherEducation.RESEARCH_QUALITY))
                .isEqualByComparingTo("37.5");
        assertThat(TimesHigherEducation.clinicalAndHealth(2021).provenance().origins())
                .containsValue(Origin.INFERRED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimesHigherEducation.clinicalAndHealth(2024))
                .withMessageStartingWith("THE Clinical and health has no edition 2024 here; known are [2011,");
    }
}
