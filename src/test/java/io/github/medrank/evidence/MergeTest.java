package io.github.medrank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Column;
import io.github.medrank.School;
import io.github.medrank.evidence.PaperRules.Counting;
import io.github.medrank.published.Qs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any order, any partition, any tree of merges, and a journey between them: the same columns to the last bit. */
class MergeTest {
    private static final Institutions SCHOOLS = GeneratedEvidence.institutions(15);

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void papers(long seed) {
        List<Paper> papers = GeneratedEvidence.papers(seed, SCHOOLS, 400);
        for (Counting counting : Counting.values()) {
            PaperRules rules = GeneratedEvidence.ALL.withCounting(counting).withAffiliationCap(5);
            PaperTally whole = papers.stream().collect(PaperAccumulator.collector(SCHOOLS, rules));
            PaperTally parts = partitioned(
                            seed,
                            papers,
                            () -> PaperAccumulator.of(SCHOOLS, rules),
                            PaperAccumulator::add,
                            PaperAccumulator::merge)
                    .tally();
            PaperTally parallel = papers.parallelStream().collect(PaperAccumulator.collector(SCHOOLS, rules));
            assertThat(columns(parts)).isEqualTo(columns(whole));
            assertThat(columns(parallel)).isEqualTo(columns(whole));
            assertThat(parts.rejected()).isEqualTo(whole.rejected());
            assertThat(parts.counted()).isEqualTo(whole.counted());
            assertThat(replicates(parts).tables()).isEqualTo(replicates(whole).tables());
        }
    }

    private static Replicates replicates(PaperTally tally) {
        return Bootstrap.of(7, 5).papers(tally, t -> List.of(t.citationsPerPaper(), t.hIndex()));
    }

    private static List<Column> columns(PaperTally tally) {
        return List.of(
                tally.papers(),
                tally.citations(),
                tally.citationsPerPaper(),
                tally.hIndex(),
                tally.combinedHIndex(),
                tally.gIndex(),
                tally.i10Index(),
                tally.topShare(10));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void ballots(long seed) {
        List<Ballot> ballots = GeneratedEvidence.ballots(seed, SCHOOLS, SurveyKind.ACADEMIC, 300);
        SurveyRules rules = Qs.academicSurvey(2026).withYearWeights(1, 1, 1, 0.5, 0.25).toBuilder()
                .singleSubjectWeight(1.7)
                .targets(Map.of(), Map.of("GB", 3, "US", 7, "CN", 11, "BR", 0.3))
                .build();
        SurveyTally whole = ballots.stream().collect(SurveyAccumulator.collector(SCHOOLS, rules));
        SurveyTally parts = partitioned(
                        seed,
                        ballots,
                        () -> SurveyAccumulator.of(SCHOOLS, rules),
                        SurveyAccumulator::add,
                        SurveyAccumulator::merge)
                .tally();
        SurveyTally parallel = ballots.parallelStream().collect(SurveyAccumulator.collector(SCHOOLS, rules));
        assertThat(columns(parts)).isEqualTo(columns(whole));
        assertThat(columns(parallel)).isEqualTo(columns(whole));
        assertThat(parts.rejected()).isEqualTo(whole.rejected());
        assertThat(parts.ballots()).isEqualTo(whole.ballots());
        assertThat(replicates(parts).tables()).isEqualTo(replicates(whole).tables());
    }

    private static Replicates replicates(SurveyTally tally) {
        return Bootstrap.of(7, 5).ballots(tally, t -> List.of(t.scores()));
    }

    private static List<Column> columns(SurveyTally tally) {
        return List.of(tally.scores(), tally.domestic(), tally.international());
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void network(long seed) {
        List<Paper> papers = GeneratedEvidence.papers(seed, SCHOOLS, 300);
        PaperRules rules = GeneratedEvidence.ALL.withAffiliationCap(5);
        NetworkTally whole = papers.stream().collect(NetworkAccumulator.collector(SCHOOLS, rules));
        NetworkTally parts = partitioned(
                        seed,
                        papers,
                        () -> NetworkAccumulator.keepingPapers(SCHOOLS, rules),
                        NetworkAccumulator::add,
                        NetworkAccumulator::merge)
                .tally();
        assertThat(columns(parts)).isEqualTo(columns(whole));
        assertThat(parts.rejected()).isEqualTo(whole.rejected()).isNotEmpty();
        assertThat(parts.counted()).isEqualTo(whole.counted()).isPositive();
        NetworkAccumulator ordered = NetworkAccumulator.keepingPapers(SCHOOLS, rules);
        papers.forEach(ordered::add);
        assertThat(replicates(parts).tables())
                .isEqualTo(replicates(ordered.tally()).tables());
    }

    private static Replicates replicates(NetworkTally tally) {
        return Bootstrap.of(7, 5).network(tally, t -> List.of(t.index(), t.partners()));
    }

    private static List<Column> columns(NetworkTally tally) {
        return List.of(tally.index(), tally.partners(), tally.countries());
    }

    /** Rows and ballots that come as numbers. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void numbers(long seed) {
        Random random = new Random(seed);
        int[] institution = random.ints(500, 0, SCHOOLS.size()).toArray();
        int[] citations =
                random.doubles(500).mapToInt(u -> (int) Math.pow(u, -1.5)).toArray();
        PaperAccumulator whole = PaperAccumulator.of(SCHOOLS, GeneratedEvidence.ALL);
        whole.addRows(institution, citations, 0, 500);
        int cut = random.nextInt(500);
        PaperAccumulator one = PaperAccumulator.of(SCHOOLS, GeneratedEvidence.ALL);
        PaperAccumulator other = PaperAccumulator.of(SCHOOLS, GeneratedEvidence.ALL);
        one.addRows(institution, citations, cut, 500);
        for (int row = 0; row < cut; row++) {
            other.add(institution[row], citations[row]);
        }
        one = GeneratedEvidence.travelled(one).merge(other);
        one.add(0, 3);
        whole.add(0, 3);
        assertThat(one.tally().hIndex()).isEqualTo(whole.tally().hIndex());
        assertThat(one.tally().citations()).isEqualTo(whole.tally().citations());

        SurveyAccumulator all = SurveyAccumulator.of(SCHOOLS, Qs.academicSurvey(2026));
        SurveyAccumulator left = SurveyAccumulator.of(SCHOOLS, Qs.academicSurvey(2026));
        SurveyAccumulator right = SurveyAccumulator.of(SCHOOLS, Qs.academicSurvey(2026));
        for (int ballot = 0; ballot < 50; ballot++) {
            int country = Institutions.countryNumber(GeneratedEvidence.COUNTRIES.get(random.nextInt(5)));
            all.addDistinct(2022, country, -1, true, institution, ballot * 10, ballot * 10 + 10);
            (ballot < cut / 10 ? left : right)
                    .addDistinct(2022, country, -1, true, institution, ballot * 10, ballot * 10 + 10);
        }
        SurveyTally merged = GeneratedEvidence.travelled(right).merge(left).tally();
        assertThat(columns(merged)).isEqualTo(columns(all.tally()));
        assertThat(merged.rejected()).isEqualTo(all.tally().rejected());
        assertThat(merged.ballots()).isEqualTo(50);
        assertThat(merged.domesticPicks()).isEqualTo(all.tally().domesticPicks());
        assertThat(merged.internationalPicks()).isEqualTo(all.tally().internationalPicks());
    }

    @Test
    void institutions_travel_whole() {
        Institutions schools = Institutions.of(
                School.of("Lund")
                        .withCountry("SE")
                        .withAlias("Lunds universitet")
                        .withAttribute("beds", "1700"),
                School.of("tokyo", "東京大学"));
        Institutions there = GeneratedEvidence.travelled(schools);
        assertThat(there).isEqualTo(schools).hasSameHashCodeAs(schools);
        assertThat(there.schools().get(0).aliases()).containsExactly("Lunds universitet");
        assertThat(there.schools().get(0).attributes()).containsExactly(Map.entry("beds", "1700"));
        assertThat(there.schools().get(1).name()).isEqualTo("東京大学");
        assertThat(there.schools().get(1).country()).isEmpty();
        assertThat(there.indexOf("tokyo")).hasValue(1);
        assertThat(there.indexOf("kyoto")).isEmpty();
        assertThat(schools).isNotEqualTo(Institutions.of(School.of("Lund"), School.of("tokyo", "東京大学")));
        assertThatIllegalArgumentException()
                .isThrownBy(Institutions::of)
                .withMessage("no institutions; evidence is counted for at least one");
    }

    @Test
    void different_rules_do_not_merge() {
        PaperAccumulator papers = PaperAccumulator.of(SCHOOLS, GeneratedEvidence.ALL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> papers.merge(PaperAccumulator.of(SCHOOLS, GeneratedEvidence.ALL.strictly())))
                .withMessageStartingWith(
                        "the accumulators count by different rules: papers of 2019 to 2023, cited to 2024;");
        SurveyAccumulator ballots = SurveyAccumulator.of(SCHOOLS, Qs.academicSurvey(2026));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ballots.merge(SurveyAccumulator.of(SCHOOLS, Qs.employerSurvey(2026))))
                .withMessageStartingWith(
                        "the accumulators count by different rules: academic ballots of 2021 to 2025;");
    }

    @Test
    void counts_for_different_institutions_do_not_merge() {
        Institutions others = GeneratedEvidence.institutions(14);
        String message = "the accumulators count for different institutions: 15 institutions, the first School 0 (GB)"
                + " here, 14 institutions, the first School 0 (GB) there";
        PaperAccumulator papers = PaperAccumulator.of(SCHOOLS, GeneratedEvidence.ALL);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> papers.merge(PaperAccumulator.of(others, GeneratedEvidence.ALL)))
                .withMessage(message);
        SurveyAccumulator ballots = SurveyAccumulator.of(SCHOOLS, Qs.academicSurvey(2026));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ballots.merge(SurveyAccumulator.of(others, Qs.academicSurvey(2026))))
                .withMessage(message);
    }

    /** Shuffles, cuts into accumulators, sends some on a journey, and merges them in a random tree. */
    private static <T, A> A partitioned(
            long seed, List<T> records, Supplier<A> start, BiConsumer<A, T> add, BinaryOperator<A> merge) {
        Random random = new Random(seed);
        List<T> shuffled = new ArrayList<>(records);
        Collections.shuffle(shuffled, random);
        List<A> parts = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); ) {
            int to = Math.min(shuffled.size(), from + 1 + random.nextInt(100));
            A part = start.get();
            shuffled.subList(from, to).forEach(each -> add.accept(part, each));
            parts.add(random.nextBoolean() ? GeneratedEvidence.travelled(part) : part);
            from = to;
        }
        while (parts.size() > 1) {
            A one = parts.remove(random.nextInt(parts.size()));
            A other = parts.remove(random.nextInt(parts.size()));
            parts.add(merge.apply(one, other));
        }
        return parts.get(0);
    }
}
