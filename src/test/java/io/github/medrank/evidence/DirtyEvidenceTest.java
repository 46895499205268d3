package io.github.medrank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.MissingReason;
import io.github.medrank.School;
import io.github.medrank.evidence.PaperRules.Counting;
import io.github.medrank.published.Qs;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What databases and respondents get wrong: nothing of it is counted as something else, and nothing is lost. */
class DirtyEvidenceTest {
    private static final Institutions SCHOOLS = Institutions.of(
            School.of("Oxford").withCountry("GB"),
            School.of("Yale").withCountry("US"),
            School.of("Lund").withCountry("SE"),
            School.of("Atlantis"));
    private static final PaperRules RULES = Qs.papers(2026);
    private static final SurveyRules SURVEY = Qs.academicSurvey(2026);

    @Test
    void self_citations_below_zero_are_no_citations() {
        PaperTally tally = papers(
                RULES,
                paper().citations(1).selfCitations(-5).build(),
                paper().citations(9).cited(2022, 1, -5).build(),
                paper().citations(9).cited(2022, 1, 5).build(),
                paper().citations(9).cited(2022, 5, 1).build());
        assertThat(tally.citations().value(0)).isEqualTo(9 + 5 - 1);
        assertThat(tally.rejected()).containsExactly(Map.entry(Rejection.NEGATIVE_CITATIONS, 3L));
    }

    @Test
    void a_subject_in_another_spelling_is_the_same_subject() {
        SurveyRules rules = SURVEY.withSubjects(" medicine ").toBuilder()
                .singleSubjectWeight(2)
                .build();
        assertThat(rules.subjects()).containsExactly("medicine");
        Ballot ballot = Ballot.builder("r", SurveyKind.ACADEMIC, "GB", 2024)
                .subjects("Medicine", "MEDICINE\u00A0")
                .domestic("oxford")
                .build();
        assertThat(ballot.subjects()).containsExactly("Medicine");
        SurveyTally tally = SurveyAccumulator.of(SCHOOLS, rules).add(ballot).tally();
        assertThat(tally.domestic().value(0)).as("a single subject").isEqualTo(2);
        assertThat(tally.rejected()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SURVEY.withSubjects("medicine", " "))
                .withMessage("subject is blank; it needs at least one visible character");
    }

    @Test
    void a_target_of_no_country_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SURVEY.withTargets(Map.of("UK", 3)))
                .withMessage("country \"UK\" is not an ISO 3166-1 alpha-2 code such as GB or JP");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SURVEY.toBuilder().targets(Map.of("gb", "Europe"), Map.of("Europe", 3)))
                .withMessageContaining("\"gb\" is not");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SURVEY.toBuilder().targets(Map.of("GB", "Europe"), Map.of("europe", 3)))
                .withMessage("region \"europe\" has a target but no country; give it one, or leave its target out");
    }

    @Test
    void a_paper_without_an_institution_is_told() {
        Paper nowhere = Paper.builder(2021).citations(5).build();
        PaperTally tally = papers(RULES, nowhere, paper().citations(1).build());
        assertThat(tally.counted()).isEqualTo(2);
        assertThat(tally.rejected()).containsExactly(Map.entry(Rejection.WITHOUT_INSTITUTION, 1L));
        assertThat(network(nowhere).rejected()).containsExactly(Map.entry(Rejection.WITHOUT_INSTITUTION, 1L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> papers(RULES.strictly(), nowhere))
                .withMessage("paper of [] (2021) is without any institution, so counted for none");
    }

    @Test
    void two_institutions_with_one_id_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Institutions.of(School.of("Yale"), School.of("Ulm"), School.of("YALE")))
                .withMessage("two institutions have the id \"yale\"; give one of them another id, or leave it out");
    }

    @Test
    void unknown_citations_are_not_zero() {
        Paper unknown = paper().build();
        PaperTally tally = papers(RULES, paper().citations(30).build(), unknown);
        assertThat(tally.citationsPerPaper().value(0)).isEqualTo(30);
        assertThat(tally.rejected()).containsExactly(Map.entry(Rejection.CITATIONS_UNKNOWN, 1L));
        assertThat(unknown.citations()).isEmpty();
        assertThat(papers(RULES, paper().citations(0).build()).papers().value(0))
                .isEqualTo(1);
        assertThat(papers(RULES, paper().cited(2022, 4, 0).build()).citations().value(0))
                .isEqualTo(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> papers(RULES.strictly(), unknown))
                .withMessage("paper of [oxford] (2020) is of unknown citations");
        NetworkTally network = network(unknown);
        assertThat(network.counted()).as("a network needs no citations").isEqualTo(1);
    }

    @Test
    void more_citations_than_can_be() {
        Paper most = paper().citations(Integer.MAX_VALUE).build();
        PaperTally tally = papers(
                RULES,
                most,
                paper().citations(Integer.MAX_VALUE).cited(2021, 1, 0).build());
        assertThat(tally.citations().value(0)).isEqualTo(Integer.MAX_VALUE);
        assertThat(tally.topShare(50).value(0)).isEqualTo(0.5);
        assertThat(tally.papersCitedAtLeast(Integer.MAX_VALUE).value(0)).isEqualTo(1);
        assertThat(tally.rejected()).containsExactly(Map.entry(Rejection.TOO_MANY_CITATIONS, 1L));
        PaperRules niche = RULES.toBuilder().niche(Integer.MAX_VALUE, true).build();
        PaperTally weighted = papers(
                niche,
                paper().citations(Integer.MAX_VALUE).niche().build(),
                paper().citations(Integer.MAX_VALUE).niche().build(),
                paper().citations(Integer.MAX_VALUE).niche().build());
        assertThat(weighted.citations().value(0)).isEqualTo(3 * Math.pow(Integer.MAX_VALUE, 2));
        assertThat(weighted.citationsPerPaper().value(0)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void a_paper_of_very_many_affiliations_is_shared_by_them() {
        for (int affiliations : new int[] {(1 << 29) - 1, 1 << 29, 1 << 30, Integer.MAX_VALUE}) {
            Paper paper =
                    paper().citations(6).affiliations(affiliations).niche().build();
            PaperTally tally = papers(RULES.withCounting(Counting.FRACTIONAL), paper);
            assertThat(tally.papers().value(0)).isEqualTo(1.0 / affiliations);
            assertThat(tally.citations().value(0)).isEqualTo(12.0 / affiliations);
            assertThat(tally.hIndex().value(0)).isEqualTo(1);
            Replicates replicates = Bootstrap.of(1, 2).papers(tally, t -> List.of(t.citations(), t.papers()));
            assertThat(replicates.tables()).containsOnly(replicates.estimate());
        }
    }

    @Test
    void nothing_is_merged_with_itself() {
        String message = "an accumulator cannot be merged with itself: everything it has counted would count twice";
        PaperAccumulator papers = PaperAccumulator.of(SCHOOLS, RULES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> papers.merge(papers))
                .withMessage(message);
        SurveyAccumulator survey = SurveyAccumulator.of(SCHOOLS, SURVEY);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> survey.merge(survey))
                .withMessage(message);
        NetworkAccumulator network = NetworkAccumulator.of(SCHOOLS, RULES);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.merge(network))
                .withMessage(message);
    }

    @Test
    void a_pick_first_on_the_wrong_list_counts_on_the_right_one() {
        Ballot ballot = Ballot.builder("r", SurveyKind.ACADEMIC, "GB", 2025)
                .domestic("yale", "oxford")
                .international("yale", "yale", "oxford")
                .build();
        SurveyTally tally = Stream.of(ballot).collect(SurveyAccumulator.collector(SCHOOLS, SURVEY));
        assertThat(tally.international().value(1)).isEqualTo(1);
        assertThat(tally.domestic().value(0)).isEqualTo(1);
        assertThat(tally.rejected())
                .containsExactly(Map.entry(Rejection.DUPLICATE, 2L), Map.entry(Rejection.WRONG_LIST, 1L));
    }

    @Test
    void pairs_without_their_papers_cannot_be_resampled() {
        NetworkAccumulator network = NetworkAccumulator.keepingPapers(SCHOOLS, RULES);
        network.addPair(0, 1, 0);
        network.addPair(0, 3, 5);
        assertThat(network.tally().rejected()).containsExactly(Map.entry(Rejection.COUNTRY_UNKNOWN, 1L));
        Bootstrap.of(1, 2).network(network.tally(), t -> List.of(t.partners()));
        NetworkAccumulator other = NetworkAccumulator.keepingPapers(SCHOOLS, RULES);
        other.addPair(0, 1, 5);
        network.merge(other);
        assertThat(network.tally().partners().value(0)).isEqualTo(1);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Bootstrap.of(1, 2).network(network.tally(), t -> List.of(t.partners())))
                .withMessage(
                        "pairs were added by addPair, without their papers; add(Paper) keeps them to be resampled");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.addPair(2, 2, 1))
                .withMessage("\"lund\" has no joint papers with itself");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> NetworkAccumulator.of(SCHOOLS, RULES.strictly()).addPair(0, 3, 1))
                .withMessage("institution \"atlantis\" is an institution without a country");
    }

    @Test
    void a_paper_of_one_id_counts_once() {
        Paper scopus = paper().citations(12).build().withId("10.1000/XYZ");
        Paper openAlex = Paper.builder(2020, "oxford", "yale")
                .id(" 10.1000/xyz")
                .citations(12)
                .build();
        Paper old = paper().citations(3).build().withId("10.1000/xyz");
        for (List<Paper> order : List.of(List.of(scopus, openAlex, old), List.of(old, openAlex, scopus))) {
            PaperTally tally = order.stream().collect(PaperAccumulator.collector(SCHOOLS, RULES));
            assertThat(tally.counted()).isEqualTo(1);
            assertThat(tally.withoutIds()).isZero();
            assertThat(tally.citations().values().toArray()).containsExactly(12, 12, 0, 0);
            assertThat(tally.topShare(100).value(0)).isEqualTo(1);
            assertThat(tally)
                    .hasToString("1 papers counted for 4 institutions; rejected\n"
                            + "  2 the same paper as another, by its id");
            NetworkTally network = order.stream().collect(NetworkAccumulator.collector(SCHOOLS, RULES));
            assertThat(network.withJointPapers(1).partners().values().toArray()).containsExactly(1, 1, 0, 0);
            assertThat(network.rejected()).containsExactly(Map.entry(Rejection.SAME_PAPER, 2L));
            assertThat(network.withoutIds()).isZero();
        }
        PaperTally twice =
                papers(RULES, paper().citations(5).build(), paper().citations(5).build());
        assertThat(twice.withoutIds()).isEqualTo(2);
        assertThat(twice)
                .hasToString(
                        "2 papers counted for 4 institutions, 2 of them without an id, so duplicates were not looked"
                                + " for; none rejected");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paper().id(" "))
                .withMessage("paper id is blank; it needs at least one visible character");
    }

    @Test
    void a_faulty_record_of_a_paper_does_not_hide_a_good_one() {
        Paper retracted = paper().citations(-1).build().withId("x");
        PaperTally tally = papers(RULES, retracted, paper().citations(4).build().withId("x"), retracted);
        assertThat(tally.citations().value(0)).isEqualTo(4);
        assertThat(tally.rejected()).containsExactly(Map.entry(Rejection.NEGATIVE_CITATIONS, 2L));
        assertThat(papers(RULES, retracted).citationsPerPaper().reason(0)).contains(MissingReason.UNDEFINED);
    }

    @Test
    void plain_rows_are_counted_apart() {
        PaperAccumulator rows = PaperAccumulator.of(SCHOOLS, RULES);
        rows.addRows(new int[] {0, 1, 2, 2, 0}, new int[] {7, 300, -1, 0, 1}, 0, 4);
        rows.add(0, 3);
        rows.add(0, 999);
        rows.merge(PaperAccumulator.of(SCHOOLS, RULES)
                .add(paper().citations(1).build().withId("x")));
        assertThat(rows.tally().rows()).isEqualTo(5);
        assertThat(rows)
                .hasToString("1 papers and 5 plain rows counted for 4 institutions; rejected\n"
                        + "  1 with a negative number of citations");
    }

    @Test
    void citation_counts_hold_at_their_limits() {
        CitationCounts counts = new CitationCounts();
        counts.add(20, Integer.MAX_VALUE);
        counts.add(Integer.MAX_VALUE, 3);
        assertThat(counts.papers()).isEqualTo(Integer.MAX_VALUE + 3L);
        assertThat(counts.citations()).isEqualTo(20L * Integer.MAX_VALUE + 3L * Integer.MAX_VALUE);
        assertThat(counts.atLeast(Integer.MAX_VALUE)).isEqualTo(3);
        assertThat(counts.atLeast(Integer.MAX_VALUE + 1L)).isZero();
        assertThat(counts.h()).isEqualTo(20);
        PaperSet set = new PaperSet();
        set.of(PaperSet.PLAIN).merge(counts);
        set.of(PaperSet.PLAIN).add(21, Integer.MAX_VALUE);
        assertThat(set.citations(1)).isCloseTo(44.0 * Integer.MAX_VALUE, within(1e-3));
    }

    private static Paper.Builder paper() {
        return Paper.builder(2020, "oxford");
    }

    private static PaperTally papers(PaperRules rules, Paper... papers) {
        return Stream.of(papers).collect(PaperAccumulator.collector(SCHOOLS, rules));
    }

    private static NetworkTally network(Paper... papers) {
        return Stream.of(papers).collect(NetworkAccumulator.collector(SCHOOLS, RULES));
    }
}
