package io.github.medrank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.School;
import io.github.medrank.evidence.PaperRules.Counting;
import io.github.medrank.published.Qs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Records that name institutions as people write them: matched as everywhere, or listed as not matched. */
class EvidenceByNameTest {
    private static final Institutions SCHOOLS = Institutions.of(
            School.of("University of Oxford").withCountry("GB").withAlias("Oxford"),
            School.of("University of Leeds").withCountry("GB"),
            School.of("yale-university", "Yale University").withCountry("US"),
            School.of("Université de Montréal").withCountry("CA").withAlias("UdeM"),
            School.of("york-gb", "York University").withCountry("GB"),
            School.of("york-ca", "York University").withCountry("CA"));

    /** The first four institutions in the spellings of other lists. */
    private static final List<List<String>> SPELLINGS = List.of(
            List.of("university-of-oxford", "Oxford", "The University of Oxford", " University  of Oxford"),
            List.of("university-of-leeds", "University of Leeds", "university of leeds", "University of Leeds (UoL)"),
            List.of("yale-university", "Yale University", "YALE UNIVERSITY", "Yale\u00A0University"),
            List.of("université-de-montréal", "Université de Montréal", "Universite de Montreal", "UdeM"));

    private static final SurveyRules SURVEY = Qs.academicSurvey(2026);
    private static final PaperRules PAPERS = Qs.papers(2026);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void a_pick_by_name_counts() {
        SurveyTally tally = survey(
                SURVEY, ballot("r").international("Yale University", "UdeM").build());
        assertThat(tally.international().value(2)).isEqualTo(1);
        assertThat(tally.international().value(3)).isEqualTo(1);
        assertThat(tally.rejected()).isEmpty();
        assertThat(tally.unmatchedNames()).isEmpty();
    }

    @Test
    void no_spelling_lets_a_vote_for_oneself_through() {
        for (String own : SPELLINGS.get(0)) {
            for (String pick : SPELLINGS.get(0)) {
                SurveyTally tally = survey(
                        SURVEY, ballot("r").institution(own).domestic(pick).build());
                assertThat(tally.domesticPicks()).isZero();
                assertThat(tally.rejected()).containsExactly(Map.entry(Rejection.OWN_INSTITUTION, 1L));
            }
        }
        Ballot elsewhere =
                ballot("r").institution("Nowhere").domestic("Nowhere").build();
        assertThat(survey(SURVEY, elsewhere).rejected()).containsExactly(Map.entry(Rejection.OWN_INSTITUTION, 1L));
    }

    @Test
    void names_that_are_not_matched_are_listed() {
        Ballot one =
                ballot("1").domestic("York University", "Nowhere", "Oxford").build();
        Ballot two = ballot("2").international("Nowhere", "Erewhon", "").build();
        Ballot older = Ballot.builder("2", SurveyKind.ACADEMIC, "GB", 2021)
                .domestic("Superseded")
                .build();
        SurveyTally tally = survey(SURVEY, older, one, two);
        assertThat(tally.rejected())
                .containsExactly(
                        Map.entry(Rejection.SUPERSEDED, 1L),
                        Map.entry(Rejection.UNKNOWN_INSTITUTION, 4L),
                        Map.entry(Rejection.AMBIGUOUS_INSTITUTION, 1L));
        assertThat(tally.unmatchedNames())
                .containsExactly(
                        Map.entry("Nowhere", 2L),
                        Map.entry("", 1L),
                        Map.entry("Erewhon", 1L),
                        Map.entry("York University", 1L));
        assertThat(tally.toString())
                .endsWith("\n  names not matched: \"Nowhere\" 2, \"\" 1, \"Erewhon\" 1, \"York University\" 1");
    }

    @Test
    void a_long_list_of_names_is_cut_in_the_text_only() {
        PaperTally tally = papers(
                PAPERS,
                IntStream.range(0, 9).mapToObj(i -> paper("Nowhere " + i)).toArray(Paper[]::new));
        assertThat(tally.unmatchedNames()).hasSize(9);
        assertThat(tally.toString()).endsWith(", \"Nowhere 4\" 1, … 4 more: unmatchedNames()");
    }

    @Test
    void strict_rules_name_what_they_do_not_know() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> survey(
                        SURVEY.strictly(),
                        ballot("r").international("Yale Universty").build()))
                .withMessageStartingWith(
                        "ballot of \"r\" (2025, GB): pick \"Yale Universty\" is not one of the institutions;"
                                + " did you mean \"Yale University\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> survey(
                        SURVEY.strictly(),
                        ballot("r").domestic("york university").build()))
                .withMessage("ballot of \"r\" (2025, GB): pick \"york university\" is the name of several institutions;"
                        + " use an id: [york-ca, york-gb]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> papers(PAPERS.strictly(), paper("Oxford", "北京大学")))
                .withMessage("paper of [Oxford, 北京大学] (2020): \"北京大学\" is not one of the institutions;"
                        + " take an id, a name or an alias");
    }

    @Test
    void an_institution_in_two_spellings_is_one() {
        PaperTally tally =
                papers(PAPERS.withCounting(Counting.FRACTIONAL), paper("Oxford", "university-of-oxford", "UdeM", "X"));
        assertThat(tally.papers().value(0)).isEqualTo(1 / 3.0);
        assertThat(tally.papers().value(3)).isEqualTo(1 / 3.0);
        assertThat(SCHOOLS.indexOf("the university of oxford")).hasValue(0);
        assertThat(SCHOOLS.indexOf("Nowhere")).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SCHOOLS.indexOf("York University"))
                .withMessage("\"York University\" is the name of several institutions; use an id: [york-ca, york-gb]");
        Replicates replicates = Bootstrap.of(1, 2).papers(tally, t -> List.of(t.hIndex()));
        assertThat(replicates.interval("Oxford", Qs.H_INDEX))
                .isEqualTo(replicates.interval(SCHOOLS.schools().get(0), Qs.H_INDEX))
                .isPresent();
    }

    /** Evidence by any spelling, merged from parts that travelled, is the evidence by id to the last bit. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void spellings_change_nothing(long seed) {
        SplittableRandom spelling = new SplittableRandom(~seed);
        UnaryOperator<String> spelled = id -> {
            int at = IntStream.range(0, SPELLINGS.size())
                    .filter(i -> SPELLINGS.get(i).contains(id))
                    .findFirst()
                    .orElse(-1);
            return at < 0
                    ? id
                    : SPELLINGS.get(at).get(spelling.nextInt(SPELLINGS.get(at).size()));
        };
        PaperAccumulator papers = PaperAccumulator.of(SCHOOLS, PAPERS);
        PaperAccumulator papersByName = PaperAccumulator.of(SCHOOLS, PAPERS);
        NetworkAccumulator network = NetworkAccumulator.of(SCHOOLS, PAPERS);
        NetworkAccumulator networkByName = NetworkAccumulator.of(SCHOOLS, PAPERS);
        SurveyAccumulator survey = SurveyAccumulator.of(SCHOOLS, SURVEY);
        SurveyAccumulator surveyByName = SurveyAccumulator.of(SCHOOLS, SURVEY);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 40; i++) {
            List<String> ids = ids(random);
            List<String> names = ids.stream().map(spelled).toList();
            String id = "p" + random.nextInt(25);
            int citations = random.nextInt(9);
            papers.add(paper(ids, id, citations));
            network.add(paper(ids, id, citations));
            survey.add(ballot("r" + i)
                    .institution(ids.get(0))
                    .domestic(ids)
                    .international(ids)
                    .build());
            PaperAccumulator part = PaperAccumulator.of(SCHOOLS, PAPERS).add(paper(names, id, citations));
            papersByName = random.nextBoolean()
                    ? papersByName.merge(part)
                    : GeneratedEvidence.travelled(part).merge(papersByName);
            networkByName = GeneratedEvidence.travelled(networkByName)
                    .merge(NetworkAccumulator.of(SCHOOLS, PAPERS).add(paper(names, id, citations)));
            surveyByName.add(ballot("r" + i)
                    .institution(spelled.apply(ids.get(0)))
                    .domestic(names)
                    .international(names.stream().map(spelled).toList())
                    .build());
        }
        assertThat(papersByName.tally().citations()).isEqualTo(papers.tally().citations());
        assertThat(papersByName.tally().hIndex()).isEqualTo(papers.tally().hIndex());
        assertThat(papersByName).hasToString(papers.toString());
        assertThat(networkByName.tally().withJointPapers(1).partners())
                .isEqualTo(network.tally().withJointPapers(1).partners());
        assertThat(networkByName).hasToString(network.toString());
        assertThat(surveyByName.tally().scores()).isEqualTo(survey.tally().scores());
        assertThat(surveyByName).hasToString(survey.toString());
    }

    private static List<String> ids(SplittableRandom random) {
        List<String> ids = new ArrayList<>();
        random.ints(1 + random.nextInt(4), 0, 5)
                .forEach(i -> ids.add(i < 4 ? SPELLINGS.get(i).get(0) : "Nowhere " + random.nextInt(3)));
        return ids;
    }

    private static Paper paper(List<String> institutions, String id, int citations) {
        return Paper.builder(2020, institutions.toArray(String[]::new))
                .id(id)
                .citations(citations)
                .build();
    }

    private static Paper paper(String... institutions) {
        return Paper.builder(2020, institutions).citations(3).build();
    }

    private static Ballot.Builder ballot(String respondent) {
        return Ballot.builder(respondent, SurveyKind.ACADEMIC, "GB", 2025);
    }

    private static SurveyTally survey(SurveyRules rules, Ballot... ballots) {
        return Stream.of(ballots).collect(SurveyAccumulator.collector(SCHOOLS, rules));
    }

    private static PaperTally papers(PaperRules rules, Paper... papers) {
        return Stream.of(papers).collect(PaperAccumulator.collector(SCHOOLS, rules));
    }
}
