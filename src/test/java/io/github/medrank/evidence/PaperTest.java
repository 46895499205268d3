package io.github.medrank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import io.github.medrank.evidence.PaperRules.Counting;
import io.github.medrank.published.Qs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which papers and citations count, and for how much. */
class PaperTest {
    private static final Institutions SCHOOLS =
            Institutions.of(School.of("Oxford"), School.of("Yale"), School.of("Lund"));
    private static final PaperRules RULES = Qs.papers(2026);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void the_window_is_seven_to_three_years_before_the_edition() {
        assertThat(RULES.firstYear()).isEqualTo(2019);
        assertThat(RULES.lastYear()).isEqualTo(2023);
        assertThat(RULES.citedTo()).isEqualTo(2024);
        PaperTally tally = tally(RULES, paper(2018), paper(2019), paper(2023), paper(2024));
        assertThat(tally.papers().value(0)).isEqualTo(2);
        assertThat(tally.counted()).isEqualTo(2);
        assertThat(tally.rejected()).containsExactly(Map.entry(Rejection.OUTSIDE_WINDOW, 2L));
    }

    @Test
    void citations_after_the_window_are_cut_and_self_citations_taken_off() {
        Paper paper = Paper.builder(2020, "oxford")
                .citations(10)
                .selfCitations(3)
                .cited(2023, 4, 1)
                .cited(2024, 5, 2)
                .cited(2025, 100, 50)
                .build();
        assertThat(tally(RULES, paper).citations().value(0)).isEqualTo(10 - 3 + 4 - 1 + 5 - 2);
        PaperRules withSelf = RULES.toBuilder().withoutSelfCitations(false).build();
        assertThat(tally(withSelf, paper).citations().value(0)).isEqualTo(10 + 4 + 5);
    }

    @Test
    void negative_citations_are_rejected_or_throw() {
        Paper retracted = Paper.builder(2020, "oxford").citations(-1).build();
        Paper moreSelf =
                Paper.builder(2020, "oxford").citations(2).selfCitations(3).build();
        Paper negativeYear =
                Paper.builder(2020, "oxford").citations(9).cited(2022, -2, 0).build();
        PaperTally tally = tally(RULES, retracted, moreSelf, negativeYear, paper(2020));
        assertThat(tally.papers().value(0)).isEqualTo(1);
        assertThat(tally)
                .hasToString("1 papers counted for 3 institutions, 1 of them without an id, so duplicates were not"
                        + " looked for; rejected\n  3 with a negative number of citations");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally(RULES.strictly(), retracted))
                .withMessage("paper of [oxford] (2020) is with a negative number of citations");
        PaperAccumulator rows = PaperAccumulator.of(SCHOOLS, RULES);
        rows.add(0, -1);
        rows.addRows(new int[] {0, 1}, new int[] {-5, 5}, 0, 2);
        assertThat(rows.tally().rejected()).containsExactly(Map.entry(Rejection.NEGATIVE_CITATIONS, 2L));
        assertThat(rows.tally().papers().values().toArray()).containsExactly(0, 1, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaperAccumulator.of(SCHOOLS, RULES.strictly()).add(1, -7))
                .withMessage("a paper of \"yale\", cited -7 times, is with a negative number of citations");
    }

    @Test
    void zero_papers() {
        PaperTally tally = tally(RULES);
        assertThat(tally.papers().value(0)).isZero();
        assertThat(tally.citations().value(0)).isZero();
        assertThat(tally.hIndex().value(0)).isZero();
        assertThat(tally.combinedHIndex().value(0)).isZero();
        assertThat(tally.citationsPerPaper().reason(0)).contains(MissingReason.UNDEFINED);
        assertThat(tally.topShare(10).reason(0)).contains(MissingReason.UNDEFINED);
        assertThat(tally).hasToString("0 papers counted for 3 institutions; none rejected");
    }

    @Test
    void too_few_papers_are_below_the_threshold() {
        PaperTally tally = tally(RULES.withMinimumPapers(2), paper(2020), paper(2020, "yale"), paper(2021, "yale"));
        for (Column column :
                List.of(tally.citationsPerPaper(), tally.hIndex(), tally.combinedHIndex(), tally.gIndex())) {
            assertThat(column.reason(0)).contains(MissingReason.BELOW_THRESHOLD);
            assertThat(column.isPresent(1)).isTrue();
            assertThat(column.reason(2)).contains(MissingReason.BELOW_THRESHOLD);
        }
        assertThat(tally.papers().values().toArray()).containsExactly(1, 2, 0);
    }

    @Test
    void subjects_and_sources() {
        PaperRules medicine = RULES.withSubjectRange(2700, 2748);
        Paper multi = Paper.builder(2020, "oxford").subjects(1000).citations(0).build();
        Paper multiAndMedicine =
                Paper.builder(2020, "oxford").subjects(1000, 2700).citations(4).build();
        Paper law = Paper.builder(2020, "oxford").subjects(3308).citations(0).build();
        Paper medicineOnly =
                Paper.builder(2020, "oxford").subjects(2700, 2748).citations(2).build();
        PaperTally tally = tally(medicine, multi, multiAndMedicine, law, medicineOnly);
        assertThat(tally.papers().value(0)).isEqualTo(2);
        assertThat(tally.rejected())
                .containsExactly(Map.entry(Rejection.OTHER_SUBJECT, 1L), Map.entry(Rejection.MULTIDISCIPLINARY, 1L));
        // h1 = 2 of both papers, h2 = 1 of the one of the subject only
        assertThat(tally.combinedHIndex().value(0)).isEqualTo(2 + 2 * 1);
        PaperRules all = RULES.toBuilder().withoutMultidisciplinary(false).build();
        assertThat(tally(all, multi, law).papers().value(0)).isEqualTo(2);
    }

    @Test
    void the_affiliation_cap() {
        Paper large =
                Paper.builder(2020, "oxford").affiliations(11).citations(0).build();
        Paper atCap =
                Paper.builder(2020, "oxford").affiliations(10).citations(0).build();
        PaperTally tally = tally(RULES.withAffiliationCap(10), large, atCap);
        assertThat(tally.papers().value(0)).isEqualTo(1);
        assertThat(tally.rejected()).containsExactly(Map.entry(Rejection.TOO_MANY_AFFILIATIONS, 1L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Paper.builder(2020, "oxford", "yale", "yale")
                        .affiliations(1)
                        .build())
                .withMessage("paper of [oxford, yale, yale] (2020): 1 affiliations, but 2 different institutions");
    }

    @Test
    void niche_papers_weigh_in_citations_and_on_request_in_papers() {
        Paper niche = Paper.builder(2020, "oxford").citations(3).niche().build();
        Paper usual = Paper.builder(2020, "oxford").citations(4).build();
        PaperTally tally = tally(RULES, niche, usual);
        assertThat(tally.rules()).isEqualTo(RULES);
        assertThat(tally.papers().value(0)).isEqualTo(2);
        assertThat(tally.citations().value(0)).isEqualTo(2 * 3 + 4);
        assertThat(tally.citationsPerPaper().value(0)).isEqualTo(5);
        assertThat(tally.hIndex().value(0)).isEqualTo(2);
        PaperRules both = RULES.toBuilder().niche(3, true).build();
        assertThat(tally(both, niche, usual).citationsPerPaper().value(0)).isEqualTo((3 * 3 + 4) / (3 + 1.0));
        PaperTally three = tally(both, niche, usual, usual);
        assertThat(three.citationsPerPaper().value(0)).isEqualTo((3 * 3 + 4 + 4) / (3 + 2.0));
        // Three papers of four, however much they weigh.
        assertThat(three.withLowVolumeReduction(LowVolumeReduction.upTo(4))
                        .citationsPerPaper()
                        .value(0))
                .isEqualTo(17 * 0.75 / 5);
    }

    @Test
    void the_low_volume_reduction_is_a_parameter() {
        PaperTally tally = tally(RULES, paper(2020), paper(2020, "yale"), paper(2020, "yale"));
        assertThat(tally.withLowVolumeReduction(LowVolumeReduction.upTo(2))
                        .citationsPerPaper()
                        .values()
                        .toArray())
                .containsExactly(3.5, 7);
        assertThat(tally.withLowVolumeReduction(papers -> 1 / papers)
                        .citationsPerPaper()
                        .value(1))
                .isEqualTo(3.5);
        assertThat(LowVolumeReduction.none()).hasToString("no reduction");
        assertThat(LowVolumeReduction.upTo(500)).hasToString("reduced in proportion below 500 papers");
        assertThat(LowVolumeReduction.upTo(500).factor(499)).isEqualTo(0.998);
        assertThat(LowVolumeReduction.none().factor(0)).isEqualTo(1);
        assertThat(tally.withLowVolumeReduction(papers -> 0).citationsPerPaper().value(0))
                .isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LowVolumeReduction.upTo(0))
                .withMessage("a reduction up to 0 papers; it is up to at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.withLowVolumeReduction(papers -> 1.5).citationsPerPaper())
                .withMessage("a reduction by the factor 1.5; it is between 0 and 1");
    }

    @Test
    void a_fraction_goes_by_affiliations() {
        Paper shared = Paper.builder(2020, "oxford", "yale")
                .affiliations(3)
                .citations(6)
                .build();
        Paper own = Paper.builder(2020, "oxford").citations(1).build();
        PaperTally tally = tally(RULES.withCounting(Counting.FRACTIONAL), shared, own);
        assertThat(tally.papers().values().toArray()).containsExactly(1 + 1 / 3.0, 1 / 3.0, 0);
        assertThat(tally.citations().values().toArray()).containsExactly(1 + 2, 2, 0);
        assertThat(tally.citationsPerPaper().value(1)).isEqualTo(6, within(1e-12));
        assertThat(tally.hIndex().values().toArray()).containsExactly(1, 1, 0);
        // The better half of two papers is the shared one: all of Yale's, a third of Oxford's one and a third.
        assertThat(tally.topShare(50).value(0)).isEqualTo(0.25, within(1e-12));
        assertThat(tally.topShare(50).value(1)).isEqualTo(1, within(1e-12));
    }

    @Test
    void an_institution_counts_once_a_paper_and_unknown_ones_not_at_all() {
        PaperTally tally = tally(
                RULES,
                Paper.builder(2020, "yale", "nowhere", "yale", "oxford")
                        .citations(5)
                        .build());
        assertThat(tally.papers().values().toArray()).containsExactly(1, 1, 0);
        assertThat(tally.rejected()).containsExactly(Map.entry(Rejection.UNKNOWN_INSTITUTION, 1L));
        PaperTally nobodys = tally(RULES, paper(2020, "nowhere"));
        assertThat(nobodys.papers().values().toArray()).containsOnly(0);
        assertThat(nobodys.counted()).isEqualTo(1);
    }

    /** Ten papers cited 9, 8, …, 0 times; the top 25 % are 9, 8 and half of 7. */
    @Test
    void the_top_share_divides_the_papers_at_the_threshold() {
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            papers.add(Paper.builder(2020, i % 2 == 0 ? "oxford" : "yale")
                    .citations(i)
                    .build());
        }
        PaperTally tally = tally(RULES, papers.toArray(Paper[]::new));
        assertThat(tally.topShare(10).values().toArray()).containsExactly(0, 0.2);
        assertThat(tally.topShare(25).values().toArray()).containsExactly(0.2, 1.5 / 5);
        assertThat(tally.topShare(100).values().toArray()).containsExactly(1, 1);
        assertThat(tally.topShare(10).indicator().name()).isEqualTo("Papers in the top 10 percent");
        PaperTally equal = tally(RULES, paper(2020), paper(2020), paper(2020, "yale"), paper(2020, "lund"));
        assertThat(equal.topShare(10).values().toArray()).containsExactly(0.1, 0.1, 0.1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.topShare(0))
                .withMessage("top 0.0 percent; it is above 0 and at most 100");
        PaperAccumulator rows = PaperAccumulator.of(SCHOOLS, RULES);
        rows.add(0, 1);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> rows.tally().topShare(10))
                .withMessage("plain rows do not tell what all papers are; add papers, or use papersCitedAtLeast");
    }

    @Test
    void rows_are_read_from_and_to() {
        PaperAccumulator rows = PaperAccumulator.of(SCHOOLS, RULES);
        rows.addRows(new int[] {0, 1, 2, 2}, new int[] {7, 40, 9, 100}, 1, 3);
        assertThat(rows.tally().citations().values().toArray()).containsExactly(0, 40, 9);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rows.addRows(new int[2], new int[3], 0, 2))
                .withMessage("2 institutions for 3 citations; there must be one for each");
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> rows.add(3, 1));
    }

    /** Rows cited 256 times or more are put off, up to 16,384 at a time. */
    @Test
    void rows_of_many_citations_are_put_off_and_counted() {
        int papers = 40_000;
        int[] institution = IntStream.range(0, papers).map(i -> i % 2).toArray();
        int[] citations = IntStream.range(0, papers).map(i -> 256 + i % 3).toArray();
        PaperAccumulator rows = PaperAccumulator.of(SCHOOLS, RULES);
        rows.addRows(institution, citations, 0, papers);
        rows.add(2, 300);
        assertThat(rows.tally().papers().values().toArray()).containsExactly(papers / 2.0, papers / 2.0, 1);
        assertThat(rows.tally().citations().value(0) + rows.tally().citations().value(1))
                .isEqualTo(Arrays.stream(citations).sum());
        assertThat(rows.tally().citations().value(2)).isEqualTo(300);
    }

    @Test
    void rows_and_papers_of_one_accumulator_add_up() {
        PaperAccumulator both = PaperAccumulator.of(SCHOOLS, RULES);
        both.add(0, 40);
        both.add(paper(2020));
        both.add(0, 1);
        both.add(Paper.builder(2021, "oxford").citations(2).niche().build());
        assertThat(both.tally().papers().value(0)).isEqualTo(4);
        assertThat(both.tally().citations().value(0)).isEqualTo(40 + 7 + 1 + 2 * 2);
        both.add(0, 5);
        PaperTally before = both.tally();
        both.add(0, 5);
        assertThat(before.papers().value(0)).isEqualTo(5);
    }

    /** Rows are counted in sixteen bits, which overflow into the set. */
    @Test
    void more_rows_than_a_small_counter_holds() {
        int papers = 70_000;
        int[] institution = new int[papers];
        int[] citations = new int[papers];
        Arrays.fill(citations, 3);
        PaperAccumulator batch = PaperAccumulator.of(SCHOOLS, RULES);
        batch.addRows(institution, citations, 0, papers);
        PaperAccumulator single = PaperAccumulator.of(SCHOOLS, RULES);
        for (int i = 0; i < papers; i++) {
            single.add(0, 3);
        }
        PaperAccumulator halves = PaperAccumulator.of(SCHOOLS, RULES);
        halves.addRows(institution, citations, 0, 40_000);
        PaperAccumulator rest = PaperAccumulator.of(SCHOOLS, RULES);
        rest.addRows(institution, citations, 40_000, papers);
        halves.merge(rest);
        PaperAccumulator full = PaperAccumulator.of(SCHOOLS, RULES);
        full.addRows(institution, citations, 0, 40_000);
        PaperAccumulator toFull = PaperAccumulator.of(SCHOOLS, RULES);
        toFull.addRows(institution, citations, 0, 25_536);
        full.merge(toFull);
        assertThat(full.tally().papers().value(0)).isEqualTo(1 << 16);
        for (PaperAccumulator each : List.of(batch, single, halves)) {
            assertThat(each.tally().papers().values().toArray()).containsExactly(papers, 0, 0);
            assertThat(each.tally().citations().value(0)).isEqualTo(3 * papers);
            assertThat(each.tally().hIndex().value(0)).isEqualTo(3);
        }
    }

    /** What is kept does not grow with the rows. */
    @Test
    void memory_is_independent_of_the_number_of_rows() {
        PaperAccumulator rows = PaperAccumulator.of(SCHOOLS, RULES);
        int[] institution = IntStream.range(0, 30_000).map(i -> i % 3).toArray();
        int[] citations = IntStream.range(0, 30_000).map(i -> i % 1000).toArray();
        for (int i = 0; i < 10; i++) {
            rows.addRows(institution, citations, 0, 30_000);
        }
        int after = rows.slots();
        for (int i = 0; i < 100; i++) {
            rows.addRows(institution, citations, 0, 30_000);
        }
        assertThat(rows.slots()).isEqualTo(after).isLessThan(20_000);
        assertThat(after).as("rows to 256 and citations to 999 a school").isGreaterThanOrEqualTo(3 * (256 + 1000));
        PaperAccumulator one = PaperAccumulator.of(SCHOOLS, RULES).add(paper(2020));
        assertThat(one.slots()).as("a school's and the world's").isEqualTo(256 + CitationCounts.FIRST_LIMIT);
    }

    @Test
    void the_last_rules_that_are_allowed() {
        PaperRules year = RULES.toBuilder()
                .window(2020, 2020, 2020)
                .affiliationCap(1)
                .niche(1, true)
                .minimumPapers(0)
                .build();
        Paper paper = Paper.builder(2020, "oxford")
                .citations(1)
                .cited(2020, 0, 0)
                .niche()
                .build();
        PaperTally tally = tally(year, paper, paper(2021));
        assertThat(tally.papers().value(0)).isEqualTo(1);
        assertThat(tally.citations().value(0)).isEqualTo(1);
        assertThat(tally.papersCitedAtLeast(0).value(0)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally.papersCitedAtLeast(-1))
                .withMessage("papers with at least -1 citations; the least number is 0");
        assertThat(Qs.papers(2025).firstYear()).isEqualTo(2018);
        assertThat(Qs.papers(2025).lastYear()).isEqualTo(2022);
        assertThat(Qs.papers(2025).citedTo()).isEqualTo(2023);
        assertThat(Counting.FRACTIONAL).hasToString("fractional");
    }

    @Test
    void papers_can_be_added_in_a_chain() {
        PaperAccumulator papers = PaperAccumulator.of(SCHOOLS, RULES);
        papers.add(paper(1900)).add(paper(2020)).add(paper(2021));
        assertThat(papers.tally().counted()).isEqualTo(2);
    }

    @Test
    void no_paper_of_the_subject_only_is_no_second_h() {
        Paper shared =
                Paper.builder(2020, "oxford").subjects(2700, 1300).citations(5).build();
        PaperTally tally = tally(RULES.withSubjectRange(2700, 2748), shared);
        assertThat(tally.hIndex().value(0)).isEqualTo(1);
        assertThat(tally.combinedHIndex().value(0)).isEqualTo(1);
    }

    @Test
    void tables_of_quotients_print_few_decimals() {
        IndicatorTable table = SCHOOLS.table(
                Column.of(Indicator.of("a"), 1 / 3.0, 2, 0), Column.of(Indicator.of("b"), 1e-12, 1e300, 123456 / 7.0));
        assertThat(table).hasToString("""
                        School       a           b
                        Oxford  0.3333     1.0E-12
                        Yale    2.0000     1.0E300
                        Lund    0.0000  17636.5714""");
        assertThat(table.columns().get(0).value(0)).isEqualTo(1 / 3.0);
    }

    @Test
    void institutions_make_tables_of_columns() {
        Indicator beds = Indicator.of("beds");
        IndicatorTable table = SCHOOLS.table(Column.of(beds, 3, 1, 2));
        assertThat(table.schools()).isEqualTo(SCHOOLS.schools());
        assertThat(table.column(beds).value(2)).isEqualTo(2);
    }

    @Test
    void some_rejections_are_faults_of_the_data_and_some_are_not() {
        assertThat(Rejection.NEGATIVE_CITATIONS.isFault()).isTrue();
        assertThat(Rejection.OUTSIDE_WINDOW.isFault()).isFalse();
    }

    @Test
    void impossible_rules_are_refused() {
        PaperRules.Builder rules = RULES.toBuilder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.window(2023, 2019, 2024).build())
                .withMessage("papers from 2023 to 2019: the window is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> rules.window(2019, 2023, 2018).build())
                .withMessage("citations to 2018 of papers from 2019 on: the window is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.withAffiliationCap(0))
                .withMessage("an affiliation cap of 0; it is at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.toBuilder().niche(0, false).build())
                .withMessage("niche papers weigh 0; it is at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.withMinimumPapers(-1))
                .withMessage("a minimum of -1 papers; it is not negative");
    }

    /** Every indicator against lists of papers kept whole. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_slow_count_says_the_same(long seed) {
        Institutions many = GeneratedEvidence.institutions(8);
        List<Paper> papers = GeneratedEvidence.papers(seed, many, 200);
        Map<String, List<Paper>> byId = new HashMap<>();
        for (Paper paper : papers) {
            paper.institutions().stream()
                    .distinct()
                    .forEach(id -> byId.computeIfAbsent(id, unused -> new ArrayList<>())
                            .add(paper));
        }
        PaperTally whole = papers.stream().collect(PaperAccumulator.collector(many, GeneratedEvidence.ALL));
        PaperTally parts = papers.stream()
                .collect(PaperAccumulator.collector(many, GeneratedEvidence.ALL.withCounting(Counting.FRACTIONAL)));
        for (int i = 0; i < many.size(); i++) {
            List<Paper> own = byId.getOrDefault(many.id(i), List.of());
            assertThat(whole.papers().value(i)).isEqualTo(own.size());
            assertThat(whole.citations().value(i))
                    .isEqualTo(own.stream()
                            .mapToInt(p -> p.citations().orElseThrow() * (p.niche() ? 2 : 1))
                            .sum());
            assertThat(whole.hIndex().value(i)).isEqualTo(h(own.stream()));
            assertThat(whole.combinedHIndex().value(i))
                    .isEqualTo(h(own.stream())
                            + 2 * h(own.stream().filter(p -> !p.subjects().contains(1300))));
            assertThat(whole.i10Index().value(i))
                    .isEqualTo(own.stream()
                            .mapToInt(p -> p.citations().orElseThrow() >= 10 ? 1 : 0)
                            .sum());
            assertThat(parts.papers().value(i))
                    .isEqualTo(
                            own.stream()
                                    .mapToDouble(p -> 1.0 / p.affiliations())
                                    .sum(),
                            within(1e-9));
        }
    }

    private static int h(Stream<Paper> papers) {
        return HIndexTest.counts(
                        papers.mapToInt(p -> p.citations().orElseThrow()).toArray())
                .h();
    }

    private static Paper paper(int year) {
        return paper(year, "oxford");
    }

    private static Paper paper(int year, String institution) {
        return Paper.builder(year, institution).citations(7).build();
    }

    private static PaperTally tally(PaperRules rules, Paper... papers) {
        return Stream.of(papers).collect(PaperAccumulator.collector(SCHOOLS, rules));
    }
}
