package io.github.medrank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.School;
import io.github.medrank.evidence.Paper.CitedInYear;
import io.github.medrank.evidence.PaperRules.Counting;
import io.github.medrank.published.Qs;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any records, however dirty: what counts is what plain arithmetic on big integers says, and every record, pick and name
 * is either counted or in the account of what was not.
 */
class EvidenceAccountTest {
    private static final Institutions SCHOOLS = Institutions.of(
            School.of("Oxford").withCountry("GB"),
            School.of("Leeds").withCountry("GB"),
            School.of("Yale").withCountry("US"),
            School.of("Lund").withCountry("SE"),
            School.of("Atlantis"));
    private static final List<String> NAMES =
            List.of("oxford", "leeds", "yale", "lund", "atlantis", "nowhere", "Université de Nulle-Part");
    private static final int[] NUMBERS = {
        0, 0, 1, 2, 7, 15, 16, 255, 256, 300, 65_536, 1 << 29, 1 << 30, Integer.MAX_VALUE - 1, Integer.MAX_VALUE
    };
    private static final Set<Rejection> OF_PAPERS = Set.of(
            Rejection.OUTSIDE_WINDOW,
            Rejection.OTHER_SUBJECT,
            Rejection.TOO_MANY_AFFILIATIONS,
            Rejection.MULTIDISCIPLINARY,
            Rejection.SAME_PAPER,
            Rejection.CITATIONS_UNKNOWN,
            Rejection.NEGATIVE_CITATIONS,
            Rejection.TOO_MANY_CITATIONS);
    private static final Set<Rejection> OF_BALLOTS = Set.of(
            Rejection.OTHER_SURVEY,
            Rejection.OUTSIDE_WINDOW,
            Rejection.OTHER_SUBJECT,
            Rejection.SUPERSEDED,
            Rejection.COUNTRY_NOT_ISO,
            Rejection.NO_TARGET);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static int number(SplittableRandom random) {
        int number = NUMBERS[random.nextInt(NUMBERS.length)];
        return random.nextInt(12) == 0 ? -number - 1 : number;
    }

    private static Paper paper(SplittableRandom random) {
        String[] names = random.ints(1 + random.nextInt(4), 0, NAMES.size())
                .mapToObj(NAMES::get)
                .toArray(String[]::new);
        Paper.Builder paper = Paper.builder(2019 + random.nextInt(6), names);
        if (random.nextInt(8) > 0) {
            paper.citations(number(random)).selfCitations(random.nextInt(3) == 0 ? number(random) : 0);
        }
        for (int years = random.nextInt(6) - 3; years > 0; years--) {
            paper.cited(2022 + random.nextInt(5), number(random), random.nextInt(3) == 0 ? number(random) : 0);
        }
        if (random.nextInt(2) == 0) {
            paper.affiliations(Math.max(4, Math.abs(number(random))));
        }
        if (random.nextInt(3) == 0) {
            paper.niche();
        }
        return paper.subjects(random.nextInt(3) == 0 ? new int[] {2700, 1300} : new int[] {2700})
                .build();
    }

    private static PaperRules rules(SplittableRandom random) {
        return Qs.papers(2026).withSubjects(2700).toBuilder()
                .niche(Math.max(1, Math.abs(number(random))), random.nextBoolean())
                .counting(random.nextBoolean() ? Counting.WHOLE : Counting.FRACTIONAL)
                .withoutSelfCitations(random.nextInt(4) > 0)
                .affiliationCap(random.nextBoolean() ? Integer.MAX_VALUE : 1 << 29)
                .build();
    }

    /** The citations of a paper that counts; null for one that does not. */
    private static BigInteger citations(Paper paper, PaperRules rules) {
        boolean known = paper.citations().isPresent() || !paper.cited().isEmpty();
        boolean dirty = !known || paper.year() > 2023 || paper.affiliations() > rules.affiliationCap();
        List<CitedInYear> parts = new ArrayList<>(paper.cited());
        parts.removeIf(part -> part.year() > 2024);
        paper.citations().ifPresent(all -> parts.add(new CitedInYear(0, all, paper.selfCitations())));
        BigInteger sum = BigInteger.ZERO;
        for (CitedInYear part : parts) {
            long self = rules.withoutSelfCitations() ? part.selfCitations() : 0;
            dirty |= part.citations() < 0 || part.selfCitations() < 0 || self > part.citations();
            sum = sum.add(BigInteger.valueOf(part.citations())).subtract(BigInteger.valueOf(self));
        }
        return dirty || sum.bitLength() > 31 ? null : sum;
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void papers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        PaperRules rules = rules(random);
        List<Paper> papers = Stream.generate(() -> paper(random))
                .limit(1 + random.nextInt(60))
                .toList();
        PaperTally tally = papers.stream().collect(PaperAccumulator.collector(SCHOOLS, rules));
        List<Paper> counting =
                papers.stream().filter(each -> citations(each, rules) != null).toList();
        assertThat(tally.counted()).isEqualTo(counting.size());
        assertThat(tally.counted() + sum(tally, OF_PAPERS)).isEqualTo(papers.size());
        long names = counting.stream()
                .flatMap(each -> each.institutions().stream())
                .filter(name -> NAMES.indexOf(name) > 4)
                .count();
        assertThat(sum(tally, Set.of(Rejection.UNKNOWN_INSTITUTION))).isEqualTo(names);
        assertThat(tally.unmatchedNames().values().stream()
                        .mapToLong(each -> each)
                        .sum())
                .isEqualTo(names);
        for (int school = 0; school < SCHOOLS.size(); school++) {
            String id = NAMES.get(school);
            List<Paper> own = counting.stream()
                    .filter(each -> each.institutions().contains(id))
                    .toList();
            assertClose(tally.papers().value(school), own.stream().map(each -> part(each, BigInteger.ONE, rules)));
            assertClose(tally.citations().value(school), own.stream().map(each -> citationsOf(each, rules)));
            if (!own.isEmpty()) {
                assertThat(tally.topShare(10).value(school)).isBetween(0.0, 1.0);
                assertThat(tally.citationsPerPaper().value(school)).isNotNegative();
            }
        }
        assertThat(Bootstrap.of(seed, 2)
                        .papers(tally, t -> List.of(t.citations(), t.papers()))
                        .size())
                .isEqualTo(2);
    }

    private static BigDecimal citationsOf(Paper paper, PaperRules rules) {
        BigInteger weight = BigInteger.valueOf(paper.niche() ? rules.nicheWeight() : 1);
        BigInteger citations = citations(paper, rules);
        return part(paper, citations == null ? BigInteger.ZERO : citations.multiply(weight), rules);
    }

    private static BigDecimal part(Paper paper, BigInteger number, PaperRules rules) {
        int parts = rules.counting() == Counting.WHOLE ? 1 : paper.affiliations();
        return new BigDecimal(number).divide(BigDecimal.valueOf(parts), MathContext.DECIMAL128);
    }

    private static void assertClose(double found, Stream<BigDecimal> parts) {
        double expected = parts.reduce(BigDecimal.ZERO, BigDecimal::add).doubleValue();
        assertThat(found).isCloseTo(expected, within(1e-13 * expected));
    }

    private static long sum(PaperTally tally, Set<Rejection> reasons) {
        return tally.rejected().entrySet().stream()
                .filter(each -> reasons.contains(each.getKey()))
                .mapToLong(each -> each.getValue())
                .sum();
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void ballots(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Ballot> ballots = new ArrayList<>();
        for (int i = random.nextInt(20); i >= 0; i--) {
            ballots.add(ballot(random, "r" + i));
        }
        SurveyTally tally = ballots.stream()
                .collect(SurveyAccumulator.collector(
                        SCHOOLS,
                        Qs.academicSurvey(2026).toBuilder().mostPicks(2, 2).build()));
        long rejectedBallots = tally.rejected().entrySet().stream()
                .filter(each -> OF_BALLOTS.contains(each.getKey()))
                .mapToLong(each -> each.getValue())
                .sum();
        assertThat(tally.ballots() + rejectedBallots).isEqualTo(ballots.size());
        List<Ballot> counting = ballots.stream()
                .filter(each -> each.year() >= 2021 && each.year() <= 2025)
                .filter(each -> !each.country().equals("UK"))
                .toList();
        assertThat(tally.ballots()).isEqualTo(counting.size());
        long picks = counting.stream()
                .mapToLong(each -> each.domestic().size() + each.international().size())
                .sum();
        long rejectedPicks =
                tally.rejected().values().stream().mapToLong(each -> each).sum() - rejectedBallots;
        assertThat(tally.domesticPicks() + tally.internationalPicks() + rejectedPicks)
                .isEqualTo(picks);
        for (int school = 0; school < 4; school++) {
            String id = NAMES.get(school);
            String country = SCHOOLS.schools().get(school).country().orElseThrow();
            // The first two of each side count.
            assertThat(tally.domestic().value(school)).isEqualTo((double) counting.stream()
                    .filter(each -> each.country().equals(country))
                    .filter(each -> counts(each, each.domestic(), id, true))
                    .count());
            assertThat(tally.international().value(school)).isEqualTo((double) counting.stream()
                    .filter(each -> !each.country().equals(country))
                    .filter(each -> counts(each, each.international(), id, false))
                    .count());
        }
        long unmatched =
                tally.unmatchedNames().values().stream().mapToLong(each -> each).sum();
        assertThat(unmatched).isEqualTo(tally.rejected().getOrDefault(Rejection.UNKNOWN_INSTITUTION, 0L));
    }

    /** Whether a school is among the first two different ones of a list that belong on it and are not one's own. */
    private static boolean counts(Ballot ballot, List<String> list, String id, boolean home) {
        return list.stream()
                .filter(name -> NAMES.indexOf(name) < 4 && !name.equals(ballot.institution()))
                .filter(name -> ballot.country().equals(countryOf(name)) == home)
                .distinct()
                .limit(2)
                .anyMatch(id::equals);
    }

    private static String countryOf(String id) {
        return SCHOOLS.schools().get(NAMES.indexOf(id)).country().orElseThrow();
    }

    private static Ballot ballot(SplittableRandom random, String respondent) {
        List<String> countries = List.of("GB", "US", "SE", "UK", "FR");
        return Ballot.builder(
                        respondent,
                        SurveyKind.ACADEMIC,
                        countries.get(random.nextInt(countries.size())),
                        2020 + random.nextInt(7))
                .institution(random.nextBoolean() ? "" : NAMES.get(random.nextInt(NAMES.size())))
                .domestic(picks(random))
                .international(picks(random))
                .build();
    }

    private static List<String> picks(SplittableRandom random) {
        return random.ints(random.nextInt(8), 0, NAMES.size())
                .mapToObj(NAMES::get)
                .toList();
    }
}
