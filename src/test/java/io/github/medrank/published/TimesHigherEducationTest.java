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
