package io.github.medrank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import io.github.medrank.published.Qs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Replicates: what they vary, what they leave, and that nothing but the seed decides them. */
class BootstrapTest {
    private static final Indicator X = Indicator.of("x");
    private static final School A = School.of("A");
    private static final School B = School.of("B");
    private static final Institutions MANY = GeneratedEvidence.institutions(12);

    /** Of 1 000 sorted replicates, elements 25 and 975 counted from 0. */
    @Test
    void leidens_interval() {
        List<IndicatorTable> tables = new ArrayList<>(
                IntStream.range(0, 1000).mapToObj(b -> table(b, 7)).toList());
        Collections.shuffle(tables, new java.util.Random(1));
        Replicates replicates = Replicates.of(table(500, 7), tables);
        assertThat(replicates.interval(A, X)).contains(BootstrapInterval.of(500, 25, 975, 1000));
        assertThat(replicates.interval(B, X)).contains(BootstrapInterval.of(7, 7, 7, 1000));
        assertThat(replicates.interval(A, X, 0.9)).contains(BootstrapInterval.of(500, 50, 950, 1000));
        assertThat(replicates.interval(A, X).orElseThrow()).hasToString("500 [25, 975]");
        // The variance of 0 … 999 by n − 1: 1000 · 1001 / 12
        assertThat(replicates.standardErrors(X).value(0)).isCloseTo(Math.sqrt(1000 * 1001 / 12.0), within(1e-9));
        assertThat(replicates.standardErrors(X).value(1)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replicates.interval(A, X, 1))
                .withMessage("coverage 1.0; it is above 0 and below 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> replicates.interval(A, X, 0))
                .withMessage("coverage 0.0; it is above 0 and below 1");
    }

    /** Binary doubles put 0.975 · 200 at 194.99999999999997. */
    @Test
    void elements_are_counted_in_decimals() {
        for (int size = 1; size <= 2000; size++) {
            assertThat(BootstrapInterval.element(0.95, -1, size)).isEqualTo(25 * size / 1000);
            assertThat(BootstrapInterval.element(0.95, 1, size)).isEqualTo(975 * size / 1000);
        }
    }

    @Test
    void replicates_without_a_number_are_left_out() {
        IndicatorTable hole = table(0, 0).with(A, X, Cell.missing(MissingReason.UNDEFINED));
        Replicates some = Replicates.of(table(5, 1), List.of(table(4, 1), hole, table(6, 1)));
        assertThat(some.interval(A, X)).contains(BootstrapInterval.of(5, 4, 6, 2));
        assertThat(some.standardErrors(X).value(0)).isEqualTo(Math.sqrt(2));
        Replicates none = Replicates.of(table(5, 1), List.of(hole, hole));
        assertThat(none.interval(A, X)).isEmpty();
        assertThat(none.standardErrors(X).reason(0)).contains(MissingReason.UNDEFINED);
        assertThat(Replicates.of(hole, List.of(table(4, 1), table(6, 1))).interval(A, X))
                .isEmpty();
    }

    /** The standard error of a mean is the deviation over √n; of a median it is not asked. */
    @Test
    void the_error_of_citations_per_paper_is_that_of_a_mean() {
        PaperAccumulator papers = PaperAccumulator.of(Institutions.of(A, B), Qs.papers(2026));
        IntStream.range(0, 400).forEach(i -> papers.add(0, i % 20));
        IntStream.range(0, 50).forEach(i -> papers.add(1, 6));
        Replicates replicates = Bootstrap.of(11, 2000)
                .papers(papers.tally(), tally -> List.of(tally.citationsPerPaper(), tally.papers()));
        Indicator perPaper = replicates.estimate().indicators().get(0);
        double expected = Math.sqrt((20 * 20 - 1) / 12.0 / 400);
        assertThat(replicates.standardErrors(perPaper).value(0)).isCloseTo(expected, within(0.08 * expected));
        assertThat(replicates.standardErrors(perPaper).value(1)).isZero();
        assertThat(replicates.estimate().cell(A, perPaper)).isEqualTo(Cell.of(9.5));
        BootstrapInterval interval = replicates.interval(A, perPaper).orElseThrow();
        assertThat(interval.low()).isCloseTo(9.5 - 1.96 * expected, within(0.15 * expected));
        assertThat(interval.high()).isCloseTo(9.5 + 1.96 * expected, within(0.15 * expected));
        assertThat(replicates.tables())
                .allSatisfy(table -> assertThat(
                                table.column(replicates.estimate().indicators().get(1))
                                        .values()
                                        .toArray())
                        .containsExactly(400, 50));
    }

    /** Of 100 papers the niche ones, and only they, are cited ten times: how many were drawn tells the rest. */
    @Test
    void a_drawn_paper_stays_of_its_kind() {
        PaperRules rules = Qs.papers(2026).toBuilder().niche(2, true).build();
        PaperAccumulator papers = PaperAccumulator.of(Institutions.of(A), rules);
        for (int i = 0; i < 50; i++) {
            papers.add(Paper.builder(2020, "a").citations(10).niche().build())
                    .add(Paper.builder(2020, "a").citations(1).build());
        }
        Replicates replicates =
                Bootstrap.of(3, 2).papers(papers.tally(), t -> List.of(t.i10Index(), t.citationsPerPaper()));
        assertThat(replicates.tables()).allSatisfy(table -> {
            double niche = table.columns().get(0).value(0);
            assertThat(niche).isBetween(20.0, 80.0);
            assertThat(table.columns().get(1).value(0))
                    .isEqualTo((2 * 10 * niche + (100 - niche)) / (2 * niche + (100 - niche)));
        });
    }

    /** Each of 900 ballots picks A with probability 1/3: the error of the count is √(900 · 1/3 · 2/3). */
    @Test
    void the_error_of_a_count_of_picks_is_binomial() {
        Institutions schools = Institutions.of(A.withCountry("GB"), B.withCountry("GB"));
        SurveyAccumulator survey = SurveyAccumulator.of(schools, Qs.academicSurvey(2026));
        IntStream.range(0, 900)
                .forEach(i -> survey.add(Ballot.builder("r" + i, SurveyKind.ACADEMIC, "GB", 2025)
                        .domestic(i % 3 == 0 ? "a" : "b")
                        .build()));
        Replicates replicates =
                Bootstrap.of(5, 2000).ballots(survey.tally(), tally -> List.of(tally.domestic(), tally.scores()));
        Indicator picks = replicates.estimate().indicators().get(0);
        assertThat(replicates.standardErrors(picks).value(0)).isCloseTo(Math.sqrt(200), within(0.08 * Math.sqrt(200)));
        assertThat(replicates.tables())
                .allSatisfy(
                        table -> assertThat(table.column(picks).values().sum()).isEqualTo(900));
    }

    @Test
    void the_number_of_ballots_and_the_re_weighting_stay() {
        List<Ballot> ballots = GeneratedEvidence.ballots(3, MANY, SurveyKind.ACADEMIC, 200);
        SurveyRules rules =
                Qs.academicSurvey(2026).withTargets(java.util.Map.of("GB", 1, "US", 1, "CN", 1, "BR", 1, "SE", 1));
        SurveyTally tally = ballots.stream().collect(SurveyAccumulator.collector(MANY, rules));
        Bootstrap.of(1, 20).ballots(tally, replicate -> {
            assertThat(replicate.ballots()).isEqualTo(tally.ballots());
            return List.of(replicate.scores());
        });
    }

    /** Five papers, all with the same two partners abroad: no draw of five changes who they are. */
    @Test
    void a_network_without_variety_does_not_vary() {
        Institutions schools = Institutions.of(
                A.withCountry("GB"), B.withCountry("US"), School.of("C").withCountry("SE"));
        NetworkAccumulator network = NetworkAccumulator.keepingPapers(schools, Qs.papers(2026));
        IntStream.range(0, 5)
                .forEach(i -> network.add(Paper.builder(2020, "a", "b", "c").build()));
        Replicates replicates = Bootstrap.of(1, 50).network(network.tally(), tally -> List.of(tally.index()));
        assertThat(replicates.tables()).allMatch(table -> table.equals(replicates.estimate()));
    }

    /** Of six papers three are with a partner: it stays one with the probability that a draw has three or more of them. */
    @Test
    void a_partner_comes_and_goes_with_the_papers() {
        Institutions schools = Institutions.of(A.withCountry("GB"), B.withCountry("US"));
        NetworkAccumulator network = NetworkAccumulator.keepingPapers(schools, Qs.papers(2026));
        IntStream.range(0, 3)
                .forEach(i -> network.add(Paper.builder(2020, "a", "b").build()));
        IntStream.range(0, 3).forEach(i -> network.add(Paper.builder(2020, "a").build()));
        Replicates replicates = Bootstrap.of(9, 4000).network(network.tally(), tally -> List.of(tally.partners()));
        Indicator partners = replicates.estimate().indicators().get(0);
        double kept = replicates.tables().stream()
                .mapToDouble(table -> table.column(partners).value(0))
                .average()
                .orElseThrow();
        // P(X ≥ 3) for X binomial (6, ½) is 42/64; B's own three papers are all joint
        assertThat(kept).isCloseTo(42 / 64.0, within(4 * Math.sqrt(0.25 / 4000)));
        assertThat(replicates.tables()).allMatch(table -> table.column(partners).value(1) == 1);
    }

    @Test
    void threads_change_nothing() throws Exception {
        PaperTally papers = GeneratedEvidence.papers(1, MANY, 500).stream()
                .collect(PaperAccumulator.collector(MANY, GeneratedEvidence.ALL));
        List<IndicatorTable> expected = replicates(Bootstrap.of(4, 64), papers);
        for (int threads : new int[] {1, 2, 7}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                assertThat(pool.submit(() -> replicates(Bootstrap.of(4, 64).inParallel(), papers))
                                .get())
                        .isEqualTo(expected);
            } finally {
                pool.shutdown();
            }
        }
        assertThat(replicates(Bootstrap.of(5, 64), papers)).isNotEqualTo(expected);
        assertThat(expected).doesNotHaveDuplicates();
    }

    private static List<IndicatorTable> replicates(Bootstrap bootstrap, PaperTally papers) {
        return bootstrap
                .papers(papers, tally -> List.of(tally.citationsPerPaper(), tally.combinedHIndex(), tally.topShare(10)))
                .tables();
    }

    @Test
    void the_order_of_institutions_changes_nothing() {
        List<School> reversed = new ArrayList<>(MANY.schools());
        Collections.reverse(reversed);
        Institutions other = Institutions.of(reversed);
        List<Paper> papers = GeneratedEvidence.papers(1, MANY, 300);
        Replicates one = Bootstrap.of(4, 10)
                .papers(
                        papers.stream().collect(PaperAccumulator.collector(MANY, GeneratedEvidence.ALL)),
                        t -> List.of(t.hIndex()));
        Replicates two = Bootstrap.of(4, 10)
                .papers(
                        papers.stream().collect(PaperAccumulator.collector(other, GeneratedEvidence.ALL)),
                        t -> List.of(t.hIndex()));
        int[] back = IntStream.range(0, 12).map(i -> 11 - i).toArray();
        for (int b = 0; b < 10; b++) {
            assertThat(two.replicate(b).rows(back)).isEqualTo(one.replicate(b));
        }
    }

    @Test
    void replicates_of_different_evidence_are_joined() {
        Replicates x = Replicates.of(table(1, 2), List.of(table(3, 4), table(5, 6)));
        Indicator y = Indicator.of("y");
        Replicates joint = x.join(x.rename(X, y));
        assertThat(joint.size()).isEqualTo(2);
        assertThat(joint.estimate().indicators()).containsExactly(X, y);
        assertThat(joint.replicate(1).column(y).value(0)).isEqualTo(5);
        assertThat(joint.toString()).startsWith("2 replicates of\nSchool");
        assertThatIllegalArgumentException().isThrownBy(() -> x.join(x)).withMessage("indicator \"x\" comes twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.join(Replicates.of(table(1, 2), List.of(table(1, 2), table(1, 2), table(1, 2)))))
                .withMessage("2 replicates cannot be joined to 3");
        Replicates others = Replicates.of(
                x.estimate().rows(1), List.of(table(1, 2).rows(1), table(1, 2).rows(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.join(others))
                .withMessage("the replicates are of different schools");
    }

    @Test
    void replicates_are_of_the_estimates_schools_and_indicators() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Replicates.of(
                        table(1, 2), List.of(table(1, 2), table(1, 2).rows(0))))
                .withMessage("replicate 1 has other schools or indicators than the estimate");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Replicates.of(table(1, 2), List.of(table(1, 2))))
                .withMessage("1 replicates; a spread needs at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bootstrap.of(1, 1))
                .withMessage("1 replicates; a spread needs at least 2");
    }

    private static IndicatorTable table(double a, double b) {
        return IndicatorTable.ofColumns(List.of(A, B), List.of(Column.of(X, a, b)));
    }
}
