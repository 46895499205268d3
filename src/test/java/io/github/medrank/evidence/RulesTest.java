package io.github.medrank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.published.Qs;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What rules say of themselves, and which are refused. */
class RulesTest {
    private static final PaperRules PAPERS =
            PaperRules.builder(2019, 2023, 2024).build();

    @Test
    void a_publishers_rules_are_its_own() {
        assertThat(Qs.academicSurvey(2026))
                .hasToString("academic ballots of 2021 to 2025; at most 10 domestic and at most 30 international picks,"
                        + " mixed 33 : 67");
        assertThat(Qs.employerSurvey(2020))
                .hasToString("employer ballots of 2015 to 2019; at most 10 domestic and at most 30 international picks,"
                        + " mixed 50 : 50");
        assertThat(Qs.papers(2026))
                .hasToString("papers of 2019 to 2023, cited to 2024; whole counting; without self-citations;"
                        + " without multidisciplinary sources; niche citations × 2");
    }

    @Test
    void plain_rules_let_everything_in() {
        SurveyRules plain = SurveyRules.builder(SurveyKind.EMPLOYER, 2024, 2025).build();
        assertThat(plain)
                .hasToString("employer ballots of 2024 to 2025; any number of domestic and any number of international"
                        + " picks, mixed 1 : 1")
                .isEqualTo(plain.toBuilder().build())
                .hasSameHashCodeAs(plain.toBuilder().build())
                .isNotEqualTo(plain.strictly());
        assertThat(PAPERS)
                .hasToString("papers of 2019 to 2023, cited to 2024; whole counting")
                .isEqualTo(PAPERS.toBuilder().build())
                .hasSameHashCodeAs(PAPERS.toBuilder().build())
                .isNotEqualTo(PAPERS.withMinimumPapers(1));
    }

    @Test
    void the_text_shows_all_that_is_not_the_default() {
        SurveyRules survey =
                Qs.academicSurvey(2026).withYearWeights(1, 1, 1, 0.5, 10).withSubjects("Medicine").toBuilder()
                        .singleSubjectWeight(1.7)
                        .sidesScaled(true)
                        .squareRoot(true)
                        .targets(
                                Map.of("SE", "Europe", "GB", "Europe", "US", "America"),
                                Map.of("Europe", 30, "America", 0.5))
                        .strict(true)
                        .build();
        assertThat(survey.toString())
                .endsWith(
                        "; subjects [Medicine]; years weigh 1, 1, 1, 0.5, 10; a single subject weighs 1.7; sides scaled;"
                                + " square root; re-weighted to America 0.5, Europe 30;"
                                + " regions {GB=Europe, SE=Europe, US=America}; strict");
        PaperRules papers = PAPERS.withSubjectRange(2700, 2748).withAffiliationCap(20).withMinimumPapers(25).toBuilder()
                .niche(3, true)
                .counting(PaperRules.Counting.FRACTIONAL)
                .strict(true)
                .build();
        assertThat(papers)
                .hasToString("papers of 2019 to 2023, cited to 2024; fractional counting; subjects 2700–2748;"
                        + " at most 20 affiliations; niche citations and papers × 3; at least 25 papers; strict");
        assertThat(PAPERS.withSubjects(2748, 1300, 2700, 2701).toString()).endsWith("; subjects 1300, 2700–2701, 2748");
    }

    @Test
    void a_list_of_subjects_is_a_list_and_a_range_has_a_name() {
        assertThat(PAPERS.withSubjects(2700, 1300).subjects()).containsExactlyInAnyOrder(1300, 2700);
        assertThat(PAPERS.withSubjects(1300, 2700).subjects()).containsExactlyInAnyOrder(1300, 2700);
        assertThat(PAPERS.withSubjectRange(2700, 2748).subjects())
                .hasSize(49)
                .contains(2700, 2748)
                .doesNotContain(2699, 2749);
        assertThat(PAPERS.withSubjects(2700).toBuilder().allSubjects().build()).isEqualTo(PAPERS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAPERS.withSubjectRange(2700, 1300))
                .withMessage("subjects from 2700 to 1300: the range is empty; subjects(…) takes a list");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PAPERS.withSubjectRange(0, Integer.MAX_VALUE))
                .withMessage("subjects from 0 to 2147483647; codes are between 0 and 9999");
    }

    @Test
    void no_subjects_are_refused() {
        SurveyRules survey = Qs.academicSurvey(2026);
        assertThatIllegalArgumentException()
                .isThrownBy(PAPERS::withSubjects)
                .withMessage("no subjects; allSubjects() lets all papers in");
        assertThatIllegalArgumentException()
                .isThrownBy(survey::withSubjects)
                .withMessage("no subjects; allSubjects() lets all ballots in");
        assertThat(survey.withSubjects("Law").toBuilder().allSubjects().build()).isEqualTo(survey);
    }

    @Test
    void a_window_is_bounded() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurveyRules.builder(SurveyKind.ACADEMIC, 0, Integer.MAX_VALUE))
                .withMessage("ballots from 0 to 2147483647: a window has at most 1000 years");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurveyRules.builder(SurveyKind.ACADEMIC, Integer.MIN_VALUE, Integer.MAX_VALUE))
                .withMessage("ballots from -2147483648 to 2147483647: a window has at most 1000 years");
    }

    @Test
    void values_say_what_they_are() {
        assertThat(Bootstrap.of(7, 1000).inParallel()).hasToString("1000 replicates from seed 7, in parallel");
        assertThat(Bootstrap.of(7, 1000))
                .isEqualTo(Bootstrap.of(7, 1000))
                .hasSameHashCodeAs(Bootstrap.of(7, 1000))
                .isNotEqualTo(Bootstrap.of(7, 1000).inParallel());
        Paper paper = Paper.builder(2020, "oxford").cited(2021, 3, 1).build();
        assertThat(paper)
                .hasToString("paper of [oxford] (2020): citations unknown, by year"
                        + " [CitedInYear[year=2021, citations=3, selfCitations=1]]")
                .isEqualTo(Paper.builder(2020, "oxford").cited(2021, 3, 1).build())
                .isNotEqualTo(Paper.builder(2020, "oxford").build());
        Ballot ballot = Ballot.builder("r", SurveyKind.ACADEMIC, "GB", 2025)
                .domestic("oxford")
                .build();
        assertThat(ballot)
                .hasToString("academic ballot of \"r\" (2025, GB): domestic [oxford], international []")
                .isEqualTo(Ballot.builder("r", SurveyKind.ACADEMIC, "GB", 2025)
                        .domestic("oxford")
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BootstrapInterval.of(1, 3, 2, 10))
                .withMessage("an interval from 3.0 to 2.0; its ends are finite and in order");
    }
}
