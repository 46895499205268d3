package io.github.medrank.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Column;
import io.github.medrank.School;
import io.github.medrank.published.Qs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which ballots and picks count, and for how much. */
class SurveyTest {
    /** School i of the first twelve is British, then thirty-two American ones, and one of no known country. */
    private static final Institutions SCHOOLS = Institutions.of(Stream.of(
                    IntStream.range(0, 12).mapToObj(i -> School.of("GB " + i).withCountry("GB")),
                    IntStream.range(0, 32).mapToObj(i -> School.of("US " + i).withCountry("US")),
                    Stream.of(School.of("Atlantis")))
            .flatMap(schools -> schools)
            .toList());

    private static final int US_0 = 12;
    private static final SurveyRules RULES = Qs.academicSurvey(2026);

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @Test
    void the_mix_of_the_two_surveys() {
        Ballot.Builder academic = ballot("r", 2025).domestic("gb-0").international("us-0");
        SurveyTally tally = tally(RULES, academic.build());
        assertThat(tally.scores().value(0)).isEqualTo(0.33);
        assertThat(tally.scores().value(US_0)).isEqualTo(0.67);
        assertThat(tally.scores().value(1)).isZero();
        assertIndicator(tally.scores(), "academic-reputation", "Academic reputation", "AR");
        assertThat(tally.rules()).isEqualTo(RULES);
        assertThat(tally.domestic().value(0)).isEqualTo(1);
        assertThat(tally.international().value(US_0)).isEqualTo(1);
        assertThat(tally.international().value(0)).isZero();
        Ballot employer = Ballot.builder("r", SurveyKind.EMPLOYER, "GB", 2025)
                .domestic("gb-0")
                .international("us-0")
                .build();
        SurveyTally employers = tally(Qs.employerSurvey(2026), employer);
        assertThat(employers.scores().value(0)).isEqualTo(0.5);
        assertThat(employers.scores().value(US_0)).isEqualTo(0.5);
        assertIndicator(employers.scores(), "employer-reputation", "Employer reputation", "ER");
        assertThat(tally(RULES, employer).rejected()).containsExactly(Map.entry(Rejection.OTHER_SURVEY, 1L));
        assertThat(tally)
                .hasToString("1 academic ballots counted with 1 domestic and 1 international picks; none rejected");
    }

    private static void assertIndicator(Column scores, String id, String name, String symbol) {
        assertThat(scores.indicator().id()).isEqualTo(id);
        assertThat(scores.indicator().name()).isEqualTo(name);
        assertThat(scores.indicator().symbol()).isEqualTo(symbol);
    }

    @Test
    void own_institution_never_counts() {
        Ballot own =
                ballot("r", 2025).institution("gb-0").domestic("gb-0", "gb-1").build();
        SurveyTally tally = tally(RULES, own);
        assertThat(tally.domestic().value(0)).isZero();
        assertThat(tally.domestic().value(1)).isEqualTo(1);
        assertThat(tally.rejected()).containsExactly(Map.entry(Rejection.OWN_INSTITUTION, 1L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally(RULES.strictly(), own))
                .withMessage("ballot of \"r\" (2025, GB): pick \"gb-0\" is the respondent's own institution");
    }

    @Test
    void the_eleventh_domestic_and_the_thirty_first_international_pick_are_rejected() {
        Ballot many = ballot("r", 2025)
                .domestic(IntStream.range(0, 12).mapToObj(i -> "gb-" + i).toList())
                .international(IntStream.range(0, 31).mapToObj(i -> "us-" + i).toList())
                .build();
        SurveyTally tally = tally(RULES, many);
        assertThat(tally.domesticPicks()).isEqualTo(10);
        assertThat(tally.internationalPicks()).isEqualTo(30);
        assertThat(tally.domestic().value(9)).isEqualTo(1);
        assertThat(tally.domestic().value(10)).isZero();
        assertThat(tally.rejected())
                .containsExactly(
                        Map.entry(Rejection.TOO_MANY_DOMESTIC, 2L), Map.entry(Rejection.TOO_MANY_INTERNATIONAL, 1L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally(RULES.strictly(), many))
                .withMessage("ballot of \"r\" (2025, GB): pick \"gb-10\" is beyond the most domestic picks allowed");
    }

    @Test
    void only_the_latest_ballot_in_the_window_counts_with_its_faults() {
        Ballot first =
                ballot("r", 2023).institution("gb-0").domestic("gb-0", "gb-1").build();
        Ballot second = ballot("r", 2024).domestic("gb-2").build();
        Ballot after = ballot("r", 2026).domestic("gb-3").build();
        Ballot before = ballot("r", 2020).domestic("gb-4").build();
        for (List<Ballot> order :
                List.of(List.of(first, second, after, before), List.of(after, second, first, before))) {
            SurveyTally tally = tally(RULES, order.toArray(Ballot[]::new));
            assertThat(tally.ballots()).isEqualTo(1);
            assertThat(tally.domestic().value(2)).isEqualTo(1);
            assertThat(tally.domesticPicks()).isEqualTo(1);
            assertThat(tally.rejected())
                    .containsExactly(Map.entry(Rejection.OUTSIDE_WINDOW, 2L), Map.entry(Rejection.SUPERSEDED, 1L));
        }
    }

    @Test
    void of_two_ballots_in_a_year_one_counts_whatever_the_order() {
        Ballot one = ballot("r", 2024).domestic("gb-1").build();
        Ballot other = ballot("r", 2024).domestic("gb-2").build();
        assertThat(tally(RULES, one, other).scores())
                .isEqualTo(tally(RULES, other, one).scores());
        assertThat(tally(RULES, one, other, one).rejected()).containsExactly(Map.entry(Rejection.SUPERSEDED, 2L));
    }

    @Test
    void a_pick_is_domestic_or_international_by_country() {
        Ballot wrong = ballot("r", 2025)
                .domestic("us-0", "atlantis")
                .international("gb-0")
                .build();
        SurveyTally tally = tally(RULES, wrong);
        assertThat(tally.scores().values().toArray()).containsOnly(0);
        assertThat(tally.rejected())
                .containsExactly(Map.entry(Rejection.COUNTRY_UNKNOWN, 1L), Map.entry(Rejection.WRONG_LIST, 2L));
    }

    @Test
    void duplicates_and_unknown_institutions() {
        Ballot twice = ballot("r", 2025)
                .domestic("gb-0", "gb-0")
                .international("us-0", "nowhere", "gb-0")
                .build();
        SurveyTally tally = tally(RULES, twice);
        assertThat(tally.domestic().value(0)).isEqualTo(1);
        assertThat(tally.international().value(US_0)).isEqualTo(1);
        assertThat(tally.rejected())
                .containsExactly(Map.entry(Rejection.UNKNOWN_INSTITUTION, 1L), Map.entry(Rejection.DUPLICATE, 2L));
    }

    @Test
    void a_country_that_is_not_iso_3166() {
        Ballot uk = Ballot.builder("r", SurveyKind.ACADEMIC, "UK", 2025)
                .domestic("gb-0")
                .build();
        SurveyTally tally = tally(RULES, uk);
        assertThat(tally.ballots()).isZero();
        assertThat(tally)
                .hasToString("0 academic ballots counted with 0 domestic and 0 international picks; rejected\n"
                        + "  1 of a country that is not in ISO 3166-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tally(RULES.strictly(), uk))
                .withMessage("ballot of \"r\" (2025, UK) is of a country that is not in ISO 3166-1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Institutions.countryNumber("UK"))
                .withMessage("country \"UK\" is not an ISO 3166-1 alpha-2 code such as GB or JP");
        assertThat(Institutions.countryNumber("GB")).isEqualTo(6 * 26 + 1);
    }

    @Test
    void years_and_single_subjects_weigh() {
        SurveyRules rules = RULES.toBuilder()
                .yearWeights(1, 1, 1, 0.5, 0.25)
                .subjects("medicine")
                .singleSubjectWeight(2.5)
                .build();
        SurveyTally tally = tally(
                rules,
                ballot("a", 2021).subjects("medicine").domestic("gb-0").build(),
                ballot("b", 2022).subjects("medicine", "law").domestic("gb-1").build(),
                ballot("c", 2025).subjects("law").domestic("gb-2").build(),
                ballot("d", 2025).domestic("gb-2").build());
        assertThat(tally.domestic().value(0)).isEqualTo(0.625);
        assertThat(tally.domestic().value(1)).isEqualTo(0.5);
        assertThat(tally.domestic().value(2)).isZero();
        assertThat(tally.rejected()).containsExactly(Map.entry(Rejection.OTHER_SUBJECT, 2L));
    }

    @Test
    void sides_scaled_and_square_roots() {
        Ballot a =
                ballot("a", 2025).domestic("gb-0", "gb-1").international("us-0").build();
        Ballot b = ballot("b", 2025).domestic("gb-0").build();
        SurveyRules scaled = RULES.toBuilder().sidesScaled(true).build();
        assertThat(tally(scaled, a, b).scores().value(0)).isEqualTo(33);
        assertThat(tally(scaled, a, b).scores().value(1)).isEqualTo(16.5);
        assertThat(tally(scaled, a, b).scores().value(US_0)).isEqualTo(67);
        assertThat(tally(scaled, b).scores().value(US_0)).isZero();
        Ballot c = ballot("c", 2025).international("us-0", "us-1").build();
        assertThat(tally(scaled, a, c).scores().value(US_0)).isEqualTo(67);
        assertThat(tally(scaled, a, c).scores().value(US_0 + 1)).isEqualTo(33.5);
        SurveyRules root = RULES.withMix(1, 0).toBuilder().squareRoot(true).build();
        assertThat(tally(root, a, b).scores().value(0)).isEqualTo(Math.sqrt(2));
    }

    /** Three British ballots and one Swedish; wanted is as much of the one as of the other. */
    @Test
    void re_weighting_gives_each_country_its_target() {
        Ballot[] ballots = {
            ballot("a", 2025).domestic("gb-0").build(),
            ballot("b", 2025).domestic("gb-0").build(),
            ballot("c", 2025).domestic("gb-1").build(),
            Ballot.builder("d", SurveyKind.ACADEMIC, "SE", 2025)
                    .international("gb-0")
                    .build(),
            Ballot.builder("e", SurveyKind.ACADEMIC, "US", 2025)
                    .international("gb-0")
                    .build()
        };
        SurveyTally tally = tally(RULES.withTargets(Map.of("GB", 10, "SE", 10, "JP", 99)), ballots);
        assertThat(tally.domestic().value(0)).isEqualTo(2 * (4 / 2.0 / 3));
        assertThat(tally.international().value(0)).isEqualTo(4 / 2.0 / 1);
        assertThat(tally.rejected()).containsExactly(Map.entry(Rejection.NO_TARGET, 1L));
        SurveyRules regions = RULES.toBuilder()
                .targets(Map.of("GB", "Europe", "SE", "Europe", "US", "America"), Map.of("Europe", 3, "America", 1))
                .build();
        SurveyTally byRegion = tally(regions, ballots);
        assertThat(byRegion.domestic().value(1)).isEqualTo(3 * 5 / (4.0 * 4));
        assertThat(byRegion.international().value(0)).isEqualTo(15 / 16.0 + 5 / 4.0);
    }

    @Test
    void the_array_path_counts_like_the_ballots() {
        SurveyAccumulator arrays = SurveyAccumulator.of(SCHOOLS, RULES);
        int gb = Institutions.countryNumber("GB");
        int[] picks = {99, 0, 1, 1, 2, US_0, US_0, 44, 99};
        arrays.addDistinct(2025, gb, 2, false, picks, 1, 8);
        arrays.addDistinct(2025, gb, -1, false, picks, 4, 5);
        arrays.addDistinct(2025, gb, -1, false, picks, 1, 2);
        arrays.addDistinct(2020, gb, -1, false, picks, 1, 2);
        SurveyTally tally = arrays.tally();
        assertThat(tally.domestic().value(0)).isEqualTo(2);
        assertThat(tally.domestic().value(1)).isEqualTo(1);
        assertThat(tally.domestic().value(2)).as("once, by others").isEqualTo(1);
        assertThat(tally.international().value(US_0)).isEqualTo(1);
        assertThat(tally.ballots()).isEqualTo(3);
        assertThat(tally.domesticPicks()).isEqualTo(4);
        assertThat(tally.internationalPicks()).isEqualTo(1);
        assertThat(tally.rejected())
                .containsExactly(
                        Map.entry(Rejection.OUTSIDE_WINDOW, 1L),
                        Map.entry(Rejection.DUPLICATE, 2L),
                        Map.entry(Rejection.OWN_INSTITUTION, 1L),
                        Map.entry(Rejection.COUNTRY_UNKNOWN, 1L));
        int[] all = IntStream.range(0, 44).toArray();
        SurveyAccumulator caps = SurveyAccumulator.of(SCHOOLS, RULES);
        caps.addDistinct(2025, gb, -1, true, all, 0, 43);
        assertThat(caps.tally().rejected())
                .containsExactly(
                        Map.entry(Rejection.TOO_MANY_DOMESTIC, 2L), Map.entry(Rejection.TOO_MANY_INTERNATIONAL, 1L));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> SurveyAccumulator.of(SCHOOLS, RULES.strictly()).addDistinct(2025, gb, 0, true, all, 0, 2))
                .withMessage("pick \"gb-0\" is the respondent's own institution");
        SurveyAccumulator targets = SurveyAccumulator.of(SCHOOLS, RULES.withTargets(Map.of("US", 1)));
        targets.addDistinct(2025, gb, -1, false, all, 0, 5);
        targets.addDistinct(2025, 0, -1, false, all, 0, 5); // AA, a country that is none
        assertThat(targets.tally().rejected()).containsExactly(Map.entry(Rejection.NO_TARGET, 2L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SurveyAccumulator.of(
                                SCHOOLS, RULES.withTargets(Map.of("US", 1)).strictly())
                        .addDistinct(2025, gb, -1, false, all, 0, 5))
                .withMessage("ballot of 2025 from country number 157 is of a country without a target");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> Bootstrap.of(1, 10).ballots(tally, t -> List.of(t.scores())))
                .withMessage("ballots added by addDistinct were not kept; add(Ballot) keeps them to be resampled");
    }

    /** Picks at random: again and again, the own school, one without a country, more than are allowed. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_array_path_counts_the_picks_that_ballots_count(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SurveyRules rules = RULES.toBuilder().mostPicks(2, 3).build();
        SurveyAccumulator arrays = SurveyAccumulator.of(SCHOOLS, rules);
        SurveyAccumulator ballots = SurveyAccumulator.of(SCHOOLS, rules);
        int[] picks = random.ints(200, 0, 25)
                .map(i -> i < 20 ? i : SCHOOLS.size() - 1 - (i - 20))
                .toArray();
        for (int ballot = 0; ballot < 20; ballot++) {
            int own = random.nextInt(20);
            int year = 2021 + random.nextInt(5);
            int size = random.nextInt(10);
            List<String> home = new ArrayList<>();
            List<String> abroad = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                School school = SCHOOLS.schools().get(picks[ballot * 10 + i]);
                (school.country().orElse("").equals("GB") ? home : abroad).add(school.id());
            }
            arrays.addDistinct(
                    year, Institutions.countryNumber("GB"), own, false, picks, ballot * 10, ballot * 10 + size);
            ballots.add(ballot("r" + ballot, year)
                    .institution(SCHOOLS.id(own))
                    .domestic(home)
                    .international(abroad)
                    .build());
        }
        assertThat(arrays.tally().domestic()).isEqualTo(ballots.tally().domestic());
        assertThat(arrays.tally().international()).isEqualTo(ballots.tally().international());
        assertThat(arrays.tally().domesticPicks()).isEqualTo(ballots.tally().domesticPicks());
        assertThat(arrays.tally().internationalPicks())
                .isEqualTo(ballots.tally().internationalPicks());
        assertThat(arrays.tally().ballots()).isEqualTo(20);
    }

    /** Which ballot picked a school last is kept in 22 bits; after so many ballots it is forgotten. */
    @Test
    void no_number_of_ballots_makes_a_pick_look_like_one_before() {
        int gb = Institutions.countryNumber("GB");
        int[] picks = {0, 1};
        SurveyAccumulator many = SurveyAccumulator.of(SCHOOLS, RULES);
        many.addDistinct(2025, gb, -1, true, picks, 0, 2);
        for (int ballot = 2; ballot < 1 << 22; ballot++) {
            many.addDistinct(2025, gb, -1, true, picks, 0, 0);
        }
        many.addDistinct(2025, gb, -1, true, picks, 0, 1);
        many.addDistinct(2025, gb, -1, true, picks, 1, 2);
        SurveyTally tally = many.tally();
        assertThat(tally.ballots()).isEqualTo((1 << 22) + 1);
        assertThat(tally.rejected()).isEmpty();
        assertThat(tally.domestic().value(0)).isEqualTo(2);
        assertThat(tally.domestic().value(1)).isEqualTo(2);
    }

    @Test
    void the_window_includes_its_first_and_its_last_year() {
        SurveyRules rules = RULES.toBuilder().window(2024, 2025).build();
        assertThat(rules.yearWeights()).containsExactly(BigDecimal.ONE, BigDecimal.ONE);
        SurveyAccumulator arrays = SurveyAccumulator.of(SCHOOLS, rules);
        for (int year = 2023; year <= 2026; year++) {
            arrays.addDistinct(year, Institutions.countryNumber("GB"), -1, true, new int[] {0}, 0, 1);
        }
        assertThat(arrays.tally().domestic().value(0)).isEqualTo(2);
        assertThat(RULES.toBuilder().window(2025, 2025).build().yearWeights()).hasSize(1);
    }

    @Test
    void ballots_can_be_added_in_a_chain() {
        SurveyAccumulator survey = SurveyAccumulator.of(SCHOOLS, RULES.withSubjects("medicine"));
        survey.add(ballot("a", 2025).subjects("medicine").domestic("gb-0").build())
                .add(ballot("b", 2025).subjects("law").domestic("gb-0").build());
        assertThat(survey.tally().ballots()).isEqualTo(1);
        assertThat(survey.tally().rejected()).containsExactly(Map.entry(Rejection.OTHER_SUBJECT, 1L));
    }

    @Test
    void the_last_rules_that_are_allowed() {
        Ballot both = ballot("r", 2021).domestic("gb-0").international("us-0").build();
        SurveyTally none = tally(RULES.toBuilder().mostPicks(0, 0).build(), both);
        assertThat(none.domesticPicks() + none.internationalPicks()).isZero();
        assertThat(tally(RULES.withMix(0, 1), both).scores().value(US_0)).isEqualTo(1);
        SurveyRules weighted = RULES.withYearWeights(0.000001, 1, 1, 1, 0);
        assertThat(tally(weighted, both).domestic().value(0)).isZero();
        Ballot latest = ballot("r", 2025).domestic("gb-0").build();
        assertThat(tally(weighted, latest).domestic().value(0)).isEqualTo(0.000001);
        assertThat(tally(RULES.withYearWeights(999_999, 1, 1, 1, 1), latest)
                        .domestic()
                        .value(0))
                .isEqualTo(999_999);
        for (Number weight : List.of(1_000_000, -1, 1234567.5)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RULES.withYearWeights(1, 1, 1, 1, weight))
                    .withMessageEndingWith("; it is not negative, below 1000000, and has at most 6 decimals");
        }
    }

    @Test
    void the_defaults_are_those_documented() {
        assertThat(RULES.firstYear()).isEqualTo(2021);
        assertThat(RULES.lastYear()).isEqualTo(2025);
        assertThat(RULES.mostDomestic()).isEqualTo(10);
        assertThat(RULES.mostInternational()).isEqualTo(30);
        assertThat(RULES.internationalPoints()).isEqualTo(67);
        assertThat(Qs.employerSurvey(2026).domesticPoints()).isEqualTo(50);
        assertThat(RULES.toBuilder().build()).isEqualTo(RULES);
    }

    @Test
    void impossible_rules_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.withYearWeights(1, 1))
                .withMessage("2 year weights for the years 2021 to 2025");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.withYearWeights(1, 1, 1, 1, 0.0000001))
                .withMessage("ballot weight 1E-7; it is not negative, below 1000000, and has at most 6 decimals");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.withMix(0, 0))
                .withMessage("0 : 0 of domestic and international picks; neither is negative, and not both are 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.withTargets(Map.of("GB", 0)))
                .withMessage("target 0 of \"GB\"; it is positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.toBuilder().mostPicks(-1, 3).build())
                .withMessage("at most -1 domestic and 3 international picks; neither is negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RULES.toBuilder().window(2025, 2021))
                .withMessage("ballots from 2025 to 2021: the window is empty");
    }

    private static Ballot.Builder ballot(String respondent, int year) {
        return Ballot.builder(respondent, SurveyKind.ACADEMIC, "GB", year);
    }

    private static SurveyTally tally(SurveyRules rules, Ballot... ballots) {
        return Stream.of(ballots).collect(SurveyAccumulator.collector(SCHOOLS, rules));
    }
}
