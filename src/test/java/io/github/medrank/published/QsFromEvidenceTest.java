package io.github.medrank.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.UnrankedSchool;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From raw evidence to a ranking: who is in, and how the steps follow each other. */
class QsFromEvidenceTest {
    private static final School TOP = School.of("Top");
    private static final School MIDDLE = School.of("Middle");
    private static final School BOTTOM = School.of("Bottom");

    /** The constants, which state no scale: raw numbers are of any size. */
    private static final List<Indicator> INDICATORS = List.of(
            Qs.ACADEMIC_REPUTATION,
            Qs.EMPLOYER_REPUTATION,
            Qs.CITATIONS_PER_PAPER,
            Qs.H_INDEX,
            Qs.INTERNATIONAL_RESEARCH_NETWORK);

    /** Powers of ten, so that logarithms are whole. */
    private static final IndicatorTable EVIDENCE = IndicatorTable.builder(INDICATORS)
            .row(TOP, 1000, 1000, 1000, 1000, 20)
            .row(MIDDLE, 100, 10, 100, 100, 15)
            .row(BOTTOM, 10, 100, 10, 10, 10)
            .build();

    @Test
    void scores_come_from_shown_indicators() {
        Ranking ranking = Qs.medicineFromEvidence(2026, EVIDENCE).rank(EVIDENCE);
        assertThat(ranking.of("Top").score()).isEqualTo(new BigDecimal("100.0"));
        // 50 points each but 0 of employers; 0 each but 50 of employers
        assertThat(ranking.of("Middle").score()).isEqualTo(new BigDecimal("45.0"));
        assertThat(ranking.of("Bottom").score()).isEqualTo(new BigDecimal("5.0"));
        Ranking rounded =
                Qs.medicineFromEvidence(2026, EVIDENCE).rank(EVIDENCE.with(MIDDLE, Qs.ACADEMIC_REPUTATION, 30));
        // ln 3 / ln 100 is 0.2386: shown 23.9, which the weight makes 9.56 instead of 9.54
        assertThat(rounded.of("Middle").score()).isEqualTo(new BigDecimal("34.6"));
        assertThat(rounded.of("Middle").exactScore().toBigDecimal()).isEqualByComparingTo("34.56");
    }

    @Test
    void the_population_is_the_callers() {
        IndicatorTable two = EVIDENCE.filter(row -> !row.school().equals(TOP));
        Methodology methodology = Qs.medicineFromEvidence(2026, EVIDENCE);
        assertThat(methodology.rank(two).of("Middle").score()).isEqualTo(new BigDecimal("45.0"));
        assertThat(Qs.medicineFromEvidence(2026, two).rank(two).of("Middle").score())
                .isEqualTo(new BigDecimal("90.0"));
    }

    @Test
    void four_kinds_of_schools_are_listed_without_a_position() {
        School notTeaching = School.of("Hospital").withAttribute("teaches-subject", "no");
        School young = School.of("Young").withAttribute("graduated-cohorts", "2");
        School grown =
                School.of("Grown").withAttribute("graduated-cohorts", "3").withAttribute("teaches-subject", "yes");
        School small = School.of("Small");
        School unknown = School.of("Unknown");
        School nearly = School.of("Nearly");
        List<Cell> few = List.of(
                Cell.of(500),
                Cell.of(500),
                Cell.missing(MissingReason.BELOW_THRESHOLD),
                Cell.missing(MissingReason.BELOW_THRESHOLD),
                Cell.missing(MissingReason.UNDEFINED));
        IndicatorTable.Builder all = IndicatorTable.builder(INDICATORS);
        EVIDENCE.rows()
                .forEach(row -> all.row(
                        row.school(), row.values().stream().mapToDouble(x -> x).toArray()));
        IndicatorTable table = all.row(notTeaching, 500, 500, 500, 500, 15)
                .row(young, 500, 500, 500, 500, 15)
                .row(grown, 500, 500, 500, 500, 15)
                .row(small, few)
                .row(unknown, 10, 10, 500, 500, 15)
                // 4.9 and 0 points, and 5.0 and 0
                .row(School.of("Under"), 12.53, 10, 500, 500, 15)
                .row(nearly, 12.59, 10, 500, 500, 15)
                // 4.97 points, shown as 5.0
                .row(School.of("Rounded"), 12.572, 10, 500, 500, 15)
                .build();
        Ranking ranking = Qs.medicineFromEvidence(2026, EVIDENCE).rank(table);
        assertThat(ranking.unranked())
                .extracting(UnrankedSchool::toString)
                .containsExactlyInAnyOrder(
                        "Hospital: does not teach the subject (teaches-subject: no)",
                        "Young: graduated cohorts: 2, fewer than 3",
                        "Small: fewer papers than the minimum (citations-per-paper is below threshold)",
                        "Unknown: academic and employer reputation are 0 points, fewer than 5",
                        "Under: academic and employer reputation are 4.9 points, fewer than 5");
        assertThat(ranking.of("Grown").position()).hasToString("2");
        assertThat(ranking.of("Nearly").position()).isNotNull();
        assertThat(ranking.of("Rounded").position()).isNotNull();
    }

    @Test
    void missing_reputation_and_network_count_nothing() {
        IndicatorTable holes = EVIDENCE.with(
                        MIDDLE, Qs.INTERNATIONAL_RESEARCH_NETWORK, Cell.missing(MissingReason.UNDEFINED))
                .with(BOTTOM, Qs.EMPLOYER_REPUTATION, Cell.missing(MissingReason.NOT_REPORTED));
        Ranking ranking = Qs.medicineFromEvidence(2026, EVIDENCE).rank(holes);
        assertThat(ranking.of("Middle").score()).isEqualTo(new BigDecimal("40.0"));
        assertThat(ranking.unranked())
                .extracting(UnrankedSchool::reason)
                .containsExactly("academic and employer reputation are 0 points, fewer than 5");
    }

    @Test
    void a_number_of_cohorts_is_a_number() {
        IndicatorTable table = IndicatorTable.builder(INDICATORS)
                .row(School.of("Odd").withAttribute("graduated-cohorts", "many"), 1, 1, 1, 1, 1)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qs.medicineFromEvidence(2026, EVIDENCE).rank(table))
                .withMessage("school \"Odd\": attribute graduated-cohorts is \"many\"; it is a whole number such as 3");
    }

    @Test
    void the_recipe_is_a_value_and_says_what_it_does() {
        Methodology methodology = Qs.medicineFromEvidence(2026, EVIDENCE);
        assertThat(methodology).isEqualTo(Qs.medicineFromEvidence(2026, EVIDENCE));
        assertThat(methodology).hasSameHashCodeAs(Qs.medicineFromEvidence(2026, EVIDENCE));
        assertThat(methodology).isNotEqualTo(Qs.medicineFromEvidence(2026, EVIDENCE.rows(0, 1)));
        assertThat(methodology.weights()).isEqualTo(Qs.medicine(2026).weights());
        assertThat(methodology.presentation()).isEqualTo(Qs.medicine(2026).presentation());
        assertThat(methodology.toString())
                .startsWith("QS World University Rankings by Subject: Medicine, from evidence 2026")
                .contains("eligible: teaches the subject, 3 graduated cohorts, the minimum of papers, and academic and"
                        + " employer reputation of 5 points together")
                .contains("filling: rounded half up to the 1 decimal shown");
        assertThat(Qs.subjectFromEvidence(QsSubject.DENTISTRY, 2026, EVIDENCE).indicators())
                .hasSize(4);
    }
}
