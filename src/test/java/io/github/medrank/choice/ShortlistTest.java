package io.github.medrank.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.medrank.Cell;
import io.github.medrank.Direction;
import io.github.medrank.Eligibility;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.RankRange;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.Row;
import io.github.medrank.School;
import io.github.medrank.Scores;
import io.github.medrank.UnrankedSchool;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.ranking.Rankers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShortlistTest {
    private static final Indicator TEACHING = Indicator.of("teaching", "Teaching");
    private static final Indicator RESEARCH = Indicator.of("research", "Research");
    private static final Indicator FEES = Indicator.of("fees", "Fees").withDirection(Direction.LOWER_IS_BETTER);
    private static final School OXFORD = School.of("Oxford").withCountry("GB").withAttribute("language", "English");
    private static final School LEIDEN = School.of("Leiden").withCountry("NL").withAttribute("language", "Dutch");
    private static final School YALE = School.of("Yale").withCountry("US").withAttribute("language", "English");
    private static final School BONN = School.of("Bonn").withCountry("DE");
    private static final School NOWHERE = School.of("Nowhere").withAttribute("language", "English");

    private static final Methodology METHOD = Methodology.builder("Plain")
            .indicators(List.of(TEACHING, RESEARCH))
            .filling(Imputations.constant(0))
            .weights(Weights.equal(List.of(TEACHING, RESEARCH)))
            .ranker(Rankers.weightedMean())
            .build();

    private static IndicatorTable table() {
        return IndicatorTable.builder(TEACHING, RESEARCH, FEES)
                .row(OXFORD, 80, 95, 30)
                .row(LEIDEN, 90, 70, 2)
                .row(YALE, 95, 90, 60)
                .row(BONN, 70, 70, 0)
                .row(NOWHERE, List.of(Cell.of(99), Cell.missing(MissingReason.NOT_REPORTED), Cell.of(1)))
                .build();
    }

    private static Profile.Builder mine() {
        return Profile.builder().matters(TEACHING, 3).matters(RESEARCH, 1);
    }

    private static List<String> names(Shortlist list) {
        return list.schools().stream().map(each -> each.school().name()).toList();
    }

    @Test
    void all_schools_are_ranked_by_what_matters_and_then_left_out() {
        Shortlist list = mine().notInCountry("US").build().shortlist(METHOD, table());
        // 3·80 + 95, 3·90 + 70, 3·95 + 90, 3·70 + 70, 3·99 + 0, over 4
        assertThat(list.schools())
                .extracting(each -> each.position() + " " + each.school().name() + " " + each.score() + ", usually "
                        + each.usual().orElseThrow())
                .containsExactly("2 Leiden 85, usually 3", "3 Oxford 83.75, usually 2", "5 Bonn 70, usually 4");
        assertThat(list.excluded())
                .containsExactly(
                        new UnrankedSchool(YALE, "in US, must not be in US"),
                        new UnrankedSchool(NOWHERE, "country not known, must not be in US"));
        assertThat(list.ranking().size()).isEqualTo(5);
        assertThat(list.profile().weights().points(TEACHING)).isEqualByComparingTo("3");
    }

    @Test
    void every_wish_says_why_a_school_does_not_suit() {
        assertThat(reasons(mine().inCountry("NL", "DE")))
                .containsExactly(
                        "Yale (US): in US, must be in NL or DE",
                        "Oxford (GB): in GB, must be in NL or DE",
                        "Nowhere: country not known, must be in NL or DE");
        assertThat(reasons(mine().withAttribute("language", "Dutch", "German")))
                .containsExactly(
                        "Yale (US): language is English, must be Dutch or German",
                        "Oxford (GB): language is English, must be Dutch or German",
                        "Nowhere: language is English, must be Dutch or German",
                        "Bonn (DE): language not known, must be Dutch or German");
        assertThat(reasons(mine().withoutAttribute("language", "Dutch")))
                .containsExactly("Leiden (NL): language is Dutch, must not be Dutch");
        assertThat(reasons(mine().noWorseThan(RESEARCH, 90)))
                .containsExactly(
                        "Leiden (NL): Research is 70, must be at least 90",
                        "Nowhere: Research not reported, must be at least 90",
                        "Bonn (DE): Research is 70, must be at least 90");
        assertThat(reasons(mine().noWorseThan(FEES, 2)))
                .containsExactly(
                        "Yale (US): Fees is 60, must be at most 2", "Oxford (GB): Fees is 30, must be at most 2");
        Eligibility old = row -> row.school().equals(OXFORD) ? Optional.of("too old") : Optional.empty();
        assertThat(reasons(mine().must(old).noWorseThan(RESEARCH, 95.1).inCountry("GB", "NL", "US", "DE")))
                .contains("Oxford (GB): too old; Research is 95, must be at least 95.1");
    }

    private static List<String> reasons(Profile.Builder profile) {
        return profile.build().shortlist(METHOD, table()).excluded().stream()
                .map(UnrankedSchool::toString)
                .toList();
    }

    @Test
    void fit_is_the_weighted_share_of_schools_that_are_no_better() {
        Shortlist list = mine().build().shortlist(METHOD, table());
        // Oxford: teaching beats Bonn, 1 of 4; research beats all, 4 of 4.
        assertThat(list.of("Oxford").fit()).isEqualTo((3 * 1 + 4) / 16.0);
        // Bonn: teaching beats nobody; research is no worse than Leiden's and Nowhere's.
        assertThat(list.of("Bonn").fit()).isEqualTo(2 / 16.0);
        // Nowhere: teaching beats all; what is missing counts 0, though nothing is no better than nothing.
        assertThat(list.of("Nowhere").fit()).isEqualTo(12 / 16.0);
        assertThat(list.of("Nowhere")).hasToString("4 Nowhere, fit 75 %");
    }

    @Test
    void a_school_alone_fits() {
        IndicatorTable alone =
                IndicatorTable.builder(TEACHING, RESEARCH).row(OXFORD, 1, 1).build();
        assertThat(mine().build().shortlist(METHOD, alone).of("Oxford").fit()).isEqualTo(1);
    }

    @Test
    void the_skyline_is_who_is_beaten_by_nobody_on_the_list() {
        Shortlist list = mine().build().shortlist(METHOD, table());
        assertThat(list.skyline()).containsExactly(YALE, OXFORD, NOWHERE);
        assertThat(list.of("Leiden").beatenBy()).containsExactly(YALE);
        assertThat(list.of("Bonn").beatenBy()).containsExactly(YALE, LEIDEN, OXFORD);
        Shortlist europe = mine().inCountry("NL", "GB", "DE").build().shortlist(METHOD, table());
        assertThat(europe.skyline()).containsExactly(LEIDEN, OXFORD);
    }

    @Test
    void lower_is_better_counts_on_the_skyline() {
        Methodology fees = Methodology.builder("Fees")
                .ranker((t, w) -> Ranking.byScore(t, w, row -> row.value(RESEARCH) - row.value(FEES)))
                .filling(Imputations.constant(0))
                .build();
        Shortlist list =
                Profile.builder().matters(FEES, 1).matters(RESEARCH, 1).build().shortlist(fees, table());
        assertThat(list.skyline()).containsExactly(BONN, OXFORD);
        assertThat(list.of("Leiden").beatenBy()).containsExactly(BONN);
        assertThat(list.tradeOff("Bonn", "Leiden"))
                .hasToString("Bonn instead of Leiden: better in Fees (0, not 2); worse in nothing");
        assertThat(list.tradeOff("Bonn", "Leiden").isClearlyBetter()).isTrue();
        // Teaching does not matter here.
        assertThat(list.ranking().weights().points(TEACHING)).isZero();
    }

    @Test
    void a_trade_off_says_what_is_won_and_what_is_given_up() {
        Shortlist list = mine().build().shortlist(METHOD, table());
        assertThat(list.of("Yale").tradeOff()).isEmpty();
        assertThat(list.of("Oxford").tradeOff().orElseThrow())
                .hasToString("Oxford instead of Yale: better in Research (95, not 90); worse in Teaching (80, not 95)");
        assertThat(list.of("Nowhere").tradeOff().orElseThrow().worse())
                .hasToString("[Research (not reported, not 90)]");
        assertThat(list.tradeOff("Bonn", "Yale"))
                .hasToString(
                        "Bonn instead of Yale: better in nothing; worse in Teaching (70, not 95), Research (70, not 90)");
        assertThat(list.tradeOff("Bonn", "Yale").isClearlyBetter()).isFalse();
        assertThat(list.tradeOff("Bonn", "Bonn")).hasToString("Bonn instead of Bonn: no difference in what matters");
        assertThat(list.tradeOff("Bonn", "Bonn").isClearlyBetter()).isFalse();
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** Whatever the weights, as long as all matter, no school of the list comes before all that beat it. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void who_is_beaten_is_never_placed_above_who_beats_it(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable.Builder table = IndicatorTable.builder(TEACHING, RESEARCH);
        int n = 1 + random.nextInt(8);
        double[][] values = new double[n][2];
        for (int i = 0; i < n; i++) {
            values[i] = new double[] {random.nextInt(4), random.nextInt(4)};
            table.row(School.of("s" + i), values[i][0], values[i][1]);
        }
        Shortlist list = Profile.builder()
                .matters(TEACHING, 1 + random.nextInt(9))
                .matters(RESEARCH, 1 + random.nextInt(9))
                .build()
                .shortlist(METHOD, table.build());
        for (Suggestion each : list.schools()) {
            int mine = Integer.parseInt(each.school().name().substring(1));
            List<String> beatenBy = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                boolean noWorse = values[i][0] >= values[mine][0] && values[i][1] >= values[mine][1];
                if (noWorse && (values[i][0] > values[mine][0] || values[i][1] > values[mine][1])) {
                    beatenBy.add("s" + i);
                }
            }
            assertThat(each.beatenBy()).extracting(School::name).containsExactlyInAnyOrderElementsOf(beatenBy);
            for (School better : each.beatenBy()) {
                assertThat(list.of(better.id()).position().number())
                        .isLessThan(each.position().number());
                assertThat(list.of(better.id()).fit()).isGreaterThanOrEqualTo(each.fit());
            }
        }
    }

    // ---- how sure ----

    @Test
    void nothing_is_said_of_certainty_unless_it_was_given() {
        Shortlist list = mine().inCountry("GB", "NL").build().shortlist(METHOD, table());
        assertThat(list).hasToString("""
                #  usual  School       Score   Fit  Skyline
                2  3      Leiden (NL)     85  50 %  *
                3  2      Oxford (GB)  83.75  44 %  *
                3 schools do not suit: excluded()""");
        Shortlist sure = list.withRanges(Map.of(
                        OXFORD,
                        RankRange.of(1, 4, "three rankings").withMedian(2),
                        YALE,
                        RankRange.of(1, 2, "three rankings").withMedian(1)))
                .withChances("first three", Map.of(OXFORD, 0.999, LEIDEN, 0.0));
        assertThat(sure).hasToString("""
                #  usual  School       Score   Fit  Ranks  first three  Skyline
                2  3      Leiden (NL)     85  50 %                 0 %  *
                3  2      Oxford (GB)  83.75  44 %  1–4          >99 %  *
                ranks: three rankings
                3 schools do not suit: excluded()""");
        assertThat(sure.of("Oxford").range())
                .hasValue(RankRange.of(1, 4, "three rankings").withMedian(2));
        assertThat(sure.of("Leiden").range()).isEmpty();
        assertThat(sure.of("Leiden").chance()).hasValue(0);
        assertThat(sure.top(1).toString()).contains("first three").doesNotContain("Oxford");
    }

    @Test
    void a_probability_is_between_0_and_1() {
        Shortlist list = mine().build().shortlist(METHOD, table());
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> list.withChances("first", Map.of(OXFORD, wrong)))
                    .withMessage("school \"Oxford\": probability " + wrong + " (first); it must be between 0 and 1");
        }
    }

    // ---- the list ----

    /** Indicators are equal by id, so a caller may name one without knowing which way is better. */
    @Test
    void which_way_is_better_is_the_tables_word() {
        Indicator ratio = Indicator.of("ratio").withDirection(Direction.LOWER_IS_BETTER);
        IndicatorTable table = IndicatorTable.builder(RESEARCH, ratio)
                .row(School.of("Few"), 1, 8)
                .row(School.of("Many"), 2, 12)
                .build();
        Shortlist list = Profile.builder()
                .matters(RESEARCH, 1)
                .noWorseThan(Indicator.of("ratio"), 10)
                .build()
                .shortlist(
                        Methodology.builder("Plain")
                                .indicators(RESEARCH)
                                .ranker(Rankers.weightedMean())
                                .build(),
                        table);
        assertThat(list.schools().stream().map(each -> each.school().name())).containsExactly("Few");
        assertThat(list.excluded()).hasToString("[Many: ratio is 12, must be at most 10]");
    }

    @Test
    void looking_up_says_why_a_school_is_not_on_the_list() {
        Shortlist list = mine().notInCountry("US").build().shortlist(METHOD, table());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list.of("Yale"))
                .withMessage("school \"Yale\" is not on the shortlist: in US, must not be in US");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list.top(1).of("Bonn"))
                .withMessage("school \"Bonn\" is not among the first 1 of the list");
        assertThat(names(list.top(2))).containsExactly("Leiden", "Oxford");
        assertThat(names(list.top(99))).hasSize(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> list.top(-1))
                .withMessage("top(-1): a number of schools is not negative");
    }

    @Test
    void nobody_may_suit() {
        Shortlist nobody = mine().inCountry("JP").build().shortlist(METHOD, table());
        assertThat(nobody.schools()).isEmpty();
        assertThat(nobody.skyline()).isEmpty();
        assertThat(nobody.excluded()).hasSize(5);
        assertThat(nobody.toString()).contains("5 schools do not suit");
    }

    @Test
    void schools_the_methodology_refuses_are_listed_with_its_reason() {
        Methodology strict = METHOD.withEligibility(
                row -> row.cell(RESEARCH).isPresent() ? Optional.empty() : Optional.of("no research"));
        Shortlist list = mine().build().shortlist(strict, table());
        assertThat(list.excluded()).containsExactly(new UnrankedSchool(NOWHERE, "no research"));
        assertThat(names(list)).hasSize(4);
    }

    @Test
    void a_school_the_methodology_does_not_rank_by_its_own_weights_may_suit_all_the_same() {
        Methodology picky = METHOD.withRanker((t, w) -> {
            Ranking all = Ranking.byScore(t, w, row -> row.value(TEACHING));
            boolean needsResearch = w.points(RESEARCH).signum() > 0;
            return needsResearch ? Ranking.of(t, w, new WithoutFilled(all.scores(), t)) : all;
        });
        Shortlist list = Profile.builder().matters(TEACHING, 1).build().shortlist(picky, table());
        assertThat(list.of("Nowhere").usual()).isEmpty();
        assertThat(list.of("Yale").usual().orElseThrow()).hasToString("1");
        assertThat(list.toString()).contains("1  –      Nowhere");
    }

    /** Scores that leave out schools with a filled value. */
    private record WithoutFilled(Scores scores, IndicatorTable table) implements Scores {
        @Override
        public int size() {
            return scores.size();
        }

        @Override
        public void copyTo(double[] approximations) {
            scores.copyTo(approximations);
            for (int row = 0; row < approximations.length; row++) {
                approximations[row] = unranked(row).isPresent() ? Double.NaN : approximations[row];
            }
        }

        @Override
        public double errorBound() {
            return scores.errorBound();
        }

        @Override
        public Rational exact(int row) {
            return scores.exact(row);
        }

        @Override
        public Optional<String> unranked(int row) {
            return table.column(RESEARCH).isFilled(row) ? Optional.of("no research") : Optional.empty();
        }
    }

    @Test
    void what_matters_must_be_in_the_methodology() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mine().matters(FEES, 1).build().shortlist(METHOD, table()))
                .withMessage("weight for unknown indicator \"fees\"; the methodology and its table have "
                        + "\"teaching\", \"research\"");
    }

    @Test
    void a_profile_reads_well_and_is_an_eligibility() {
        Profile profile = mine().inCountry("GB", "NL")
                .withoutAttribute("language", "Dutch")
                .noWorseThan(FEES, 30)
                .must(Eligibility.everySchool())
                .build();
        assertThat(profile).hasToString("""
                matters: 3 Teaching, 1 Research
                country: must be in GB or NL
                language: must not be Dutch
                Fees: must be no worse than 30
                also: every school""");
        assertThat(profile.wishes()).hasSize(4);
        assertThat(table().rows().filter(row -> profile.refusal(row).isEmpty()))
                .extracting(Row::school)
                .containsExactly(OXFORD);
        assertThat(Profile.of(profile.weights()).wishes()).isEmpty();
    }

    @Test
    void impossible_wishes_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mine().inCountry("UK"))
                .withMessage("country \"UK\" is not an ISO 3166-1 alpha-2 code such as GB or JP");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mine().inCountry())
                .withMessage("no values; name at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> mine().noWorseThan(FEES, Double.NaN))
                .withMessage("indicator \"fees\": bound NaN is not a finite number");
        assertThatNullPointerException().isThrownBy(() -> mine().must(null)).withMessage("wish");
        assertThatNullPointerException().isThrownBy(() -> Profile.of(null)).withMessage("weights");
    }
}
