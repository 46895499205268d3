package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a ranking offers, and what a methodology and a presentation make of it. */
class RankingTest {
    private static final Indicator A = Indicator.of("a", "Indicator A");
    private static final Indicator B = Indicator.of("b", "Indicator B");

    private static IndicatorTable five() {
        return IndicatorTable.builder(A)
                .row(School.of("University of Oxford").withCountry("GB").withAlias("Oxon"), 9)
                .row(School.of("香港大學").withCountry("HK"), 8)
                .row(School.of("Universität Wien").withCountry("AT"), 8)
                .row(School.of("Yale").withCountry("US"), 8)
                .row(School.of("Queen Mary").withCountry("GB"), 7)
                .build();
    }

    private static Methodology methodology(Presentation shown) {
        return Methodology.builder("plain")
                .ranker(Rankers.weightedMean())
                .presentation(shown)
                .build();
    }

    private static Ranking rank() {
        return methodology(Presentation.exact()).rank(five());
    }

    private static List<String> positions(Presentation shown) {
        return methodology(shown).rank(five()).stream()
                .map(each -> each.position().toString())
                .toList();
    }

    @Nested
    class Presented {
        @Test
        void by_every_tie_rule() {
            Presentation exact = Presentation.exact().withTieMark(TieMark.NONE);
            assertThat(positions(exact)).containsExactly("1", "2", "2", "2", "5");
            assertThat(positions(exact.withTies(TieRule.DENSE))).containsExactly("1", "2", "2", "2", "3");
            assertThat(positions(exact.withTies(TieRule.ORDINAL))).containsExactly("1", "2", "3", "4", "5");
            assertThat(positions(exact.withTies(TieRule.MODIFIED_COMPETITION)))
                    .containsExactly("1", "4", "4", "4", "5");
            assertThat(positions(exact.withTies(TieRule.FRACTIONAL))).containsExactly("1", "3", "3", "3", "5");
        }

        /** csranks' example of tie rules: x = (1,3,4,4,4,7,7,10), largest first. */
        @Test
        void csranks_example() {
            double[] x = {1, 3, 4, 4, 4, 7, 7, 10};
            IndicatorTable.Builder table = IndicatorTable.builder(A);
            IntStream.range(0, x.length).forEach(i -> table.row(School.of("s" + i), x[i]));
            Map<TieRule, List<Double>> expected = Map.of(
                    TieRule.COMPETITION, List.of(8.0, 7.0, 4.0, 4.0, 4.0, 2.0, 2.0, 1.0),
                    TieRule.FRACTIONAL, List.of(8.0, 7.0, 5.0, 5.0, 5.0, 2.5, 2.5, 1.0),
                    TieRule.MODIFIED_COMPETITION, List.of(8.0, 7.0, 6.0, 6.0, 6.0, 3.0, 3.0, 1.0));
            expected.forEach((rule, ranks) -> {
                Ranking ranking =
                        methodology(Presentation.exact().withTies(rule)).rank(table.build());
                assertThat(IntStream.range(0, x.length)
                                .mapToObj(i -> ranking.of("s" + i).position().number()))
                        .isEqualTo(ranks);
            });
        }

        @Test
        void with_marks_before_after_or_without() {
            assertThat(positions(Presentation.exact())).containsExactly("1", "=2", "=2", "=2", "5");
            assertThat(positions(Presentation.exact().withTieMark(TieMark.SUFFIX)))
                    .containsExactly("1", "2=", "2=", "2=", "5");
        }

        @Test
        void in_bands_after_the_last_exact_position() {
            assertThat(positions(Presentation.exact().withBands(Bands.exactTo(1).then(3))))
                    .containsExactly("1", "2–3", "2–3", "2–3", "4+");
            assertThat(positions(Presentation.exact().withBands(Bands.exactTo(0))))
                    .containsOnly("1+");
        }

        @Test
        void fractional_positions_may_be_halves() {
            IndicatorTable table = IndicatorTable.builder(A)
                    .row(School.of("a"), 1)
                    .row(School.of("b"), 1)
                    .build();
            assertThat(methodology(Presentation.exact().withTies(TieRule.FRACTIONAL))
                            .rank(table)
                            .of("a")
                            .position())
                    .hasToString("=1.5");
        }

        @Test
        void rounded_for_show_but_ranked_exactly_if_asked() {
            IndicatorTable table = IndicatorTable.builder(A)
                    .row(School.of("a"), 1.04)
                    .row(School.of("b"), 1.01)
                    .build();
            assertThat(methodology(Presentation.rounded(1)).rank(table).of("b").position())
                    .hasToString("=1");
            Ranking exact =
                    methodology(Presentation.rounded(1).rankingExactScores()).rank(table);
            assertThat(exact.of("b").position()).hasToString("2");
            assertThat(exact.of("b").score()).isEqualTo("1.0");
        }

        @ParameterizedTest
        @CsvSource({
            "HALF_UP, 0.3 -0.3 0.1 -0.1", "HALF_EVEN, 0.2 -0.2 0.1 -0.1", "HALF_DOWN, 0.2 -0.2 0.1 -0.1",
            "UP, 0.3 -0.3 0.2 -0.2", "DOWN, 0.2 -0.2 0.1 -0.1", "CEILING, 0.3 -0.2 0.2 -0.1",
            "FLOOR, 0.2 -0.3 0.1 -0.2"
        })
        void in_every_rounding_mode(RoundingMode mode, String expected) {
            double[] values = {0.25, -0.25, 0.12, -0.12};
            IndicatorTable.Builder table = IndicatorTable.builder(A);
            IntStream.range(0, 4).forEach(i -> table.row(School.of("s" + i), values[i]));
            Ranking ranking =
                    methodology(Presentation.exact().withRounding(1, mode)).rank(table.build());
            List<String> scores = IntStream.range(0, 4)
                    .mapToObj(i -> ranking.of("s" + i).score().toPlainString())
                    .toList();
            assertThat(String.join(" ", scores)).isEqualTo(expected);
        }

        @Test
        void unnecessary_rounding_refuses_when_the_ranking_is_made() {
            IndicatorTable table =
                    IndicatorTable.builder(A).row(School.of("a"), 0.25).build();
            Methodology methodology = methodology(Presentation.exact().withRounding(1, RoundingMode.UNNECESSARY));
            org.assertj.core.api.Assertions.assertThatExceptionOfType(ArithmeticException.class)
                    .isThrownBy(() -> methodology.rank(table));
        }

        @Test
        void bad_parts_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Presentation.rounded(16))
                    .withMessage("16 decimals; a score is rounded to between 0 and 15");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Presentation.rounded(-1))
                    .withMessage("-1 decimals; a score is rounded to between 0 and 15");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bands.exactTo(-1))
                    .withMessage("band edge -1 is negative");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bands.exactTo(50).then(50))
                    .withMessage("band edges must rise: 50 after 50");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bands.none().then(50))
                    .withMessage("bands follow a last exact position; start with Bands.exactTo(place)");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Bands.exactTo(50).thenEvery(0, 100))
                    .withMessage("band width 0 is not positive");
        }

        @Test
        void recipes_read() {
            assertThat(Bands.exactTo(50).thenEvery(50, 200).then(300))
                    .hasToString("exact to 50, then 51–100, 101–150, 151–200, 201–300, 301+");
            assertThat(Bands.none()).hasToString("exact throughout");
            assertThat(Presentation.rounded(2).rankingExactScores().withRescaling(Rescaling.top(1000)))
                    .hasToString("rescaled so that the top is 1000; rounded to 2 decimals (half up, ties on the exact"
                            + " score); competition positions; exact throughout");
            assertThat(Presentation.exact().toString()).startsWith("not rescaled; exact scores; ");
        }

        @Test
        void a_band_knows_its_ends() {
            Position band = Position.band(201, 250);
            assertThat(band.best()).isEqualTo(201);
            assertThat(band.worst()).hasValue(250);
            assertThat(band.isBand()).isTrue();
            assertThat(band.isTied()).isFalse();
            assertThat(Position.openBand(701).worst()).isEmpty();
            assertThat(Position.openBand(701)).hasToString("701+").isEqualTo(Position.openBand(701));
            assertThat(band).isEqualTo(Position.band(201, 250)).hasSameHashCodeAs(Position.band(201, 250));
            assertThat(band).isNotEqualTo(Position.band(201, 251)).isNotEqualTo("201–250");
            assertThat(rank().of("Yale").position().isTied()).isTrue();
            assertThat(rank().of("Yale").position().isBand()).isFalse();
        }
    }

    @Nested
    class LookedUp {
        @Test
        void by_id_then_name_then_alias() {
            Ranking ranking = rank();
            assertThat(ranking.of("university-of-oxford")).isEqualTo(ranking.of("University of Oxford"));
            assertThat(ranking.of("Oxon").school().name()).isEqualTo("University of Oxford");
            assertThat(ranking.of("香港大學").position()).hasToString("=2");
            assertThat(ranking.of(School.of("Yale")).score()).isEqualTo("8");
            assertThat(ranking.of("Yale")).hasToString("=2 Yale (US) 8");
            assertThat(ranking.of("Yale").value(A)).isEqualTo(Cell.of(8));
        }

        @Test
        void an_id_wins_over_a_name_and_a_name_over_an_alias() {
            IndicatorTable table = IndicatorTable.builder(A)
                    .row(School.of("x", "y"), 1)
                    .row(School.of("y", "z"), 2)
                    .row(School.of("w", "v").withAlias("z"), 3)
                    .build();
            Ranking ranking = methodology(Presentation.exact()).rank(table);
            assertThat(ranking.of("y").school().name()).isEqualTo("z");
            assertThat(ranking.of("z").school().id()).isEqualTo("y");
        }

        @Test
        void a_miss_says_what_comes_nearest() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rank().of("Oxfrod"))
                    .withMessage("no school \"Oxfrod\" in the ranking of 5; did you mean \"University of Oxford\"?");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rank().of("wien"))
                    .withMessage("no school \"wien\" in the ranking of 5; did you mean \"Universität Wien\"?");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rank().of("Zzz"))
                    .withMessage("no school \"Zzz\" in the ranking of 5; find(text) searches the names");
            assertThatNullPointerException()
                    .isThrownBy(() -> rank().of((String) null))
                    .withMessage("idOrName");
        }

        @Test
        void ambiguity_is_an_error_that_lists_the_ids() {
            IndicatorTable table = IndicatorTable.builder(A)
                    .row(School.of("a1", "Trinity"), 1)
                    .row(School.of("a2", "Trinity"), 2)
                    .build();
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> methodology(Presentation.exact()).rank(table).of("Trinity"))
                    .withMessage("\"Trinity\" is the name of several schools; use an id: [a1, a2]");
        }

        @Test
        void a_school_that_is_listed_but_not_ranked_says_why() {
            Ranking ranking = methodology(Presentation.exact())
                    .withEligibility(row -> row.value(A) < 8 ? Optional.of("too few") : Optional.empty())
                    .rank(five());
            assertThat(ranking.unranked()).containsExactly(new UnrankedSchool(School.of("Queen Mary"), "too few"));
            assertThat(ranking.unranked().get(0)).hasToString("Queen Mary (GB): too few");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranking.of("Queen Mary"))
                    .withMessage("school \"Queen Mary\" is listed but not ranked: too few");
        }

        @Test
        void by_a_part_of_the_name_without_accents_and_case() {
            assertThat(rank().find("UNIVERSITAT"))
                    .extracting(each -> each.school().name())
                    .containsExactly("Universität Wien");
            assertThat(rank().find("oxon")).hasSize(1);
            assertThat(rank().find("sydney")).isEmpty();
        }

        @Test
        void what_is_filtered_out_is_not_found() {
            Ranking british = rank().filter(school -> school.isIn("GB"));
            assertThat(british.stream().map(RankedSchool::toString))
                    .containsExactly("1 University of Oxford (GB) 9", "5 Queen Mary (GB) 7");
            assertThatIllegalArgumentException().isThrownBy(() -> british.of("yale"));
            assertThatIllegalArgumentException().isThrownBy(() -> rank().top(1).of("yale"));
            assertThat(rank().top(2).of("university-of-oxford").position()).hasToString("1");
        }
    }

    @Nested
    class Shortened {
        @Test
        void top_keeps_positions_and_shows_every_school() {
            assertThat(rank().top(3).size()).isEqualTo(3);
            assertThat(rank().top(99).size()).isEqualTo(5);
            assertThat(rank().top(0).size()).isZero();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rank().top(-1))
                    .withMessage("top(-1): a number of schools is not negative");
        }

        @Test
        void ties_are_listed_by_name_whatever_the_script() {
            assertThat(rank().stream().map(each -> each.school().name()))
                    .containsExactly("University of Oxford", "Universität Wien", "Yale", "香港大學", "Queen Mary");
        }

        @Test
        void reranking_counts_among_the_rest_and_nobody_is_an_error() {
            Ranking british = rank().rerank(school -> school.isIn("GB"));
            assertThat(british.stream().map(RankedSchool::toString))
                    .containsExactly("1 University of Oxford (GB) 9", "2 Queen Mary (GB) 7");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rank().rerank(school -> false))
                    .withMessage("no school passes; a ranking needs at least one");
            assertThat(rank().positionInCountry("Queen Mary")).hasToString("2");
            assertThat(rank().positionAmong("Yale", school -> school.name().startsWith("Univ")))
                    .hasToString("=2");
            IndicatorTable nowhere =
                    IndicatorTable.builder(A).row(School.of("Atlantis"), 1).build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() ->
                            methodology(Presentation.exact()).rank(nowhere).positionInCountry("Atlantis"))
                    .withMessage("school \"Atlantis\" has no country");
        }
    }

    @Nested
    class Compared {
        @Test
        void differences_are_listed_and_marks_play_no_part() {
            Map<School, PublishedResult> published = Map.of(
                    School.of("University of Oxford"), PublishedResult.of("1", "9.0"),
                    School.of("Yale"), PublishedResult.of("2=", "8.1"),
                    School.of("Queen Mary"), PublishedResult.of("4", "7"),
                    School.of("Nowhere"), PublishedResult.of("9", "1"));
            assertThat(rank().diff(published).differences().stream().map(RankingDiff.Difference::toString))
                    .containsExactly("Yale (US): score 8, published 8.1", "Queen Mary (GB): position 5, published 4");
            assertThat(rank().diff(rank().results()).agrees()).isTrue();
        }

        @Test
        void bands_are_compared_whatever_the_dash() {
            Ranking banded = methodology(
                            Presentation.exact().withBands(Bands.exactTo(1).then(5)))
                    .rank(five());
            Map<School, PublishedResult> published =
                    Map.of(School.of("Yale"), new PublishedResult(Optional.of("2 - 5"), Optional.empty()));
            assertThat(banded.diff(published).agrees()).isTrue();
        }

        @Test
        void equality_is_by_schools_positions_and_scores() {
            assertThat(rank())
                    .isEqualTo(rank())
                    .hasSameHashCodeAs(rank())
                    .isNotEqualTo(rank().top(2))
                    .isNotEqualTo("x");
            assertThat(rank().of("Yale")).isNotEqualTo(rank().of("Oxon")).hasSameHashCodeAs(rank().of("Yale"));
        }
    }

    @Nested
    class Made {
        @Test
        void by_a_lambda_and_still_presented_as_the_methodology_says() {
            IndicatorTable table = IndicatorTable.builder(A, B)
                    .row(School.of("a"), 1.05, 3)
                    .row(School.of("b"), 2, 1.149)
                    .build();
            Ranking ranking = methodology(Presentation.rounded(1))
                    .withRanker((t, w) -> Ranking.byScore(t, w, Row::min))
                    .rank(table);
            assertThat(ranking.stream().map(RankedSchool::toString)).containsExactly("=1 a 1.1", "=1 b 1.1");
            Breakdown breakdown = ranking.explain("a");
            assertThat(breakdown.aggregation()).isEqualTo(Rational.of(-0.975));
            assertThat(breakdown.composite()).isEqualTo(Rational.of(1.05));
            assertThat(breakdown.toString()).contains("aggregation");
        }

        @Test
        void a_lambda_that_gives_no_number_is_refused_by_name() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Ranking.byScore(five(), Weights.equal(List.of(A)), row -> Double.NaN))
                    .withMessage("school \"University of Oxford\": the score is NaN; it must be a finite number");
        }

        @Test
        void a_missing_value_is_refused_by_name_unless_filled() {
            IndicatorTable table = five().with(School.of("Yale"), A, Cell.missing(MissingReason.WITHHELD));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> methodology(Presentation.exact()).rank(table))
                    .withMessage("school \"Yale\" has no value for indicator \"a\" (withheld); fill missing values, or"
                            + " take a ranker that skips them");
        }

        @Test
        void less_is_better_needs_a_normalizer() {
            IndicatorTable table = IndicatorTable.builder(A.withDirection(Direction.LOWER_IS_BETTER))
                    .row(School.of("a"), 1)
                    .row(School.of("b"), 2)
                    .build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> methodology(Presentation.exact()).rank(table))
                    .withMessage(
                            "indicator \"a\": less is better, so a mean of values as given would rank it upside down;"
                                    + " give it a normalizer that turns it round");
            Ranking turned = methodology(Presentation.exact())
                    .withNormalizer(reference -> value -> -value)
                    .rank(table);
            assertThat(turned.of("a").position()).hasToString("1");
        }

        @Test
        void normalizers_may_differ_by_indicator() {
            IndicatorTable table =
                    IndicatorTable.builder(A, B).row(School.of("a"), 1, 1).build();
            Methodology methodology = methodology(Presentation.exact())
                    .withNormalizer(reference -> value -> value * 10)
                    .withNormalizer(B, reference -> value -> value * 2);
            Ranking ranking = methodology.rank(table);
            assertThat(ranking.of("a").score()).isEqualTo("6");
            assertThat(ranking.explain("a").of(B).normalized()).isEqualTo(Cell.of(2));
            assertThat(ranking.explain("a").of(B).value()).isEqualTo(Cell.of(1));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ranking.explain("a").of(Indicator.of("c")))
                    .withMessage("no indicator \"c\" in the breakdown");
        }

        @Test
        void steps_run_in_order_and_weighting_sees_the_holes() {
            IndicatorTable table = IndicatorTable.builder(A, B)
                    .row(School.of("a"), List.of(Cell.of(4), Cell.missing(MissingReason.NOT_REPORTED)))
                    .build();
            Methodology methodology = Methodology.builder("steps")
                    .treatments(t -> t.mapColumns(column -> column.map(value -> value + 1)))
                    .normalizer(reference -> value -> value * 2)
                    .filling(t -> t.mapColumns(column -> column.fill(row -> java.util.OptionalDouble.of(6))))
                    .weighting(t -> Weights.of(Map.of(
                            A, 1 + t.column(A).missing(), B, 1 + t.column(B).missing())))
                    .ranker(Rankers.weightedMean())
                    .build();
            // A: (4+1)·2 = 10 with weight 1; B: 6 with weight 2
            Ranking ranking = methodology.rank(table);
            assertThat(ranking.of("a").exactScore())
                    .isEqualTo(Rational.ratio(new BigDecimal("22"), new BigDecimal("3")));
            assertThat(ranking.lineage().treated().cell(School.of("a"), A)).isEqualTo(Cell.of(5));
            assertThat(ranking.lineage().normalized().cell(School.of("a"), B).isPresent())
                    .isFalse();
            assertThat(ranking.normalized().cell(School.of("a"), B).isFilled()).isTrue();
        }

        @Test
        void indicators_are_selected_and_missing_ones_named() {
            IndicatorTable both =
                    IndicatorTable.builder(A, B).row(School.of("x"), 1, 2).build();
            Methodology onlyB =
                    methodology(Presentation.exact()).toBuilder().indicators(B).build();
            assertThat(onlyB.rank(both).of("x").score()).isEqualTo("2");
            Indicator c = Indicator.of("c");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> onlyB.toBuilder().indicators(B, c).build().rank(both))
                    .withMessage("methodology \"plain\" needs indicator \"c\"; the table has [a, b]");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> onlyB.toBuilder().indicators(c).build().rank(both))
                    .withMessage(
                            "the table and methodology \"plain\" have no common indicator: the table has [a, b], the"
                                    + " methodology [c]");
        }

        @Test
        void weights_must_match_when_the_methodology_is_made_or_ranks() {
            Methodology both = methodology(Presentation.exact()).toBuilder()
                    .indicators(A, B)
                    .build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> both.withWeights(Weights.of(Map.of(A, 1))))
                    .withMessage("indicator \"b\" has no weight; give it points, zero to show it without counting it");
            Methodology open = methodology(Presentation.exact()).withWeights(Weights.of(Map.of(A, 1, B, 1)));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> open.rank(five()))
                    .withMessage("weight for unknown indicator \"b\"; the methodology and its table have \"a\"");
        }

        @Test
        void a_methodology_without_a_ranker_or_an_eligible_school_is_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Methodology.builder("none").build())
                    .withMessage("methodology \"none\" has no ranker; give it one such as Rankers.weightedMean()");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> methodology(Presentation.exact())
                            .withEligibility(row -> Optional.of("closed"))
                            .rank(five()))
                    .withMessage("no school is eligible; the first is not: Queen Mary (GB): closed");
        }

        @Test
        void fractional_ties_have_no_fast_path() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> methodology(Presentation.exact().withTies(TieRule.FRACTIONAL))
                            .over(five(), five().indicators()))
                    .withMessage("positions of draws are whole numbers; give the presentation another tie rule than"
                            + " FRACTIONAL");
        }

        @Test
        void draws_check_lengths_and_lend_scores() {
            Draws draws = methodology(Presentation.exact()).over(five(), five().indicators());
            int[] positions = new int[5];
            double[] scores = new double[5];
            draws.positions(new double[] {2}, positions, scores);
            assertThat(positions).containsExactly(1, 2, 2, 2, 5);
            assertThat(scores).containsExactly(9, 8, 8, 8, 7);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> draws.positions(new double[2], positions))
                    .withMessage("2 shares for 1 indicators");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> draws.positions(new double[1], new int[4]))
                    .withMessage("4 positions for 5 schools");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> draws.positions(new double[1], positions, new double[4]))
                    .withMessage("4 scores for 5 schools");
        }

        @Test
        void a_ranker_that_lends_no_loop_draws_all_the_same() {
            Draws draws = methodology(Presentation.exact())
                    .withRanker((t, w) -> Ranking.byScore(t, w, row -> -row.min()))
                    .over(five(), five().indicators());
            int[] positions = new int[5];
            draws.positions(new double[] {1}, positions);
            assertThat(positions).containsExactly(5, 2, 2, 2, 1);
        }

        @Test
        void scores_of_which_less_is_better_put_the_least_first() {
            for (Presentation shown : List.of(Presentation.exact(), Presentation.rounded(1))) {
                Ranking ranking = methodology(shown)
                        .withRanker((t, w) -> Ranking.of(t, w, new Penalties()))
                        .rank(five());
                assertThat(IntStream.range(0, 5).map(ranking::placeAt)).containsExactly(4, 1, 3, 1, 5);
            }
        }

        @Test
        void scores_of_another_size_are_refused() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Ranking.of(five(), Weights.equal(List.of(A)), new DoubleScores(new double[2])))
                    .withMessage("2 scores for 5 schools");
        }

        @Test
        void numbers_too_large_for_doubles_to_count_are_ranked_exactly() {
            IndicatorTable table = IndicatorTable.builder(A, B)
                    .row(School.of("a"), 1.7e308, 1.7e308)
                    .row(School.of("b"), 1.7e308, 1.6e308)
                    .row(School.of("c"), -1.7e308, -1.7e308)
                    .row(School.of("d"), 1e15, 1e-15)
                    .row(School.of("e"), 1e15, 0)
                    .build();
            for (Presentation shown : List.of(Presentation.exact(), Presentation.rounded(15))) {
                Ranking ranking = methodology(shown).rank(table);
                assertThat(IntStream.range(0, 5).map(ranking::placeAt)).containsExactly(1, 2, 5, 3, 4);
            }
        }
    }

    private static final class Penalties implements Scores {
        private final double[] points = {3, 1, 2, 1, 5};

        @Override
        public int size() {
            return points.length;
        }

        @Override
        public void copyTo(double[] approximations) {
            System.arraycopy(points, 0, approximations, 0, points.length);
        }

        @Override
        public double errorBound() {
            return 0;
        }

        @Override
        public Rational exact(int row) {
            return Rational.of(points[row]);
        }

        @Override
        public Direction direction() {
            return Direction.LOWER_IS_BETTER;
        }
    }

    @Nested
    class Printed {
        @Test
        void aligned_in_any_script() {
            assertThat(rank().top(5).toString()).isEqualTo("""
                    #   School                Country  Score  Indicator A
                    1   University of Oxford  GB           9            9
                    =2  Universität Wien      AT           8            8
                    =2  Yale                  US           8            8
                    =2  香港大學              HK           8            8
                    5   Queen Mary            GB           7            7""");
        }

        @Test
        void short_enough_for_jshell_to_show() {
            IndicatorTable.Builder table = IndicatorTable.builder(A);
            IntStream.range(0, 3000).forEach(i -> table.row(School.of("School number " + i), 3000 - i));
            Ranking ranking = methodology(Presentation.exact()).rank(table.build());
            assertThat(ranking.toString())
                    .hasSizeLessThanOrEqualTo(TextTable.ECHO)
                    .contains(" more: top(n)");
            long shown = ranking.toString().lines().count() - 4;
            assertThat(ranking.toString().stripTrailing()).endsWith("… " + (3000 - shown) + " more: top(n)");
            assertThat(ranking.top(100).toString().lines()).hasSize(101);
            assertThat(table.build().toString())
                    .hasSizeLessThanOrEqualTo(TextTable.ECHO)
                    .contains(" more: rows()");
        }

        /** JShell echoes a variable by 49 characters, " ... " and 26 more, when its text has more than 80. */
        @ParameterizedTest
        @ValueSource(ints = {1, 2, 5, 40, 3000})
        void the_echo_of_a_variable_says_something_and_cuts_no_word(int schools) {
            IndicatorTable.Builder table =
                    IndicatorTable.builder(A).put(School.of("nothing"), A, Cell.missing(MissingReason.NOT_REPORTED));
            IntStream.range(0, schools).forEach(i -> table.row(School.of("School " + i), schools - i));
            Ranking ranking = methodology(Presentation.exact())
                    .withEligibility(Eligibilities.complete())
                    .rank(table.build());
            String text = ranking.toString();

            assertThat(text.substring(0, 49)).startsWith(schools + " ranked, 1 not: 1 School 0 " + schools);
            assertThat(text.substring(0, 49).strip()).matches(".*( \\d+|, …)");
            assertThat(text.substring(49)).startsWith("\n");
            assertThat(text.substring(text.length() - 26).strip()).matches("all shown|… \\d+ more: top\\(n\\)");
            assertThat(text.substring(text.length() - 27)).startsWith("\n");
        }

        @Test
        void missing_values_are_a_dash_and_countries_left_out_where_none_is_known() {
            IndicatorTable table = IndicatorTable.builder(A, B)
                    .row(School.of("x"), List.of(Cell.of(2.5), Cell.missing(MissingReason.WITHHELD)))
                    .row(School.of("y"), 2, 1e-12)
                    .build();
            Ranking ranking = methodology(Presentation.exact())
                    .withFilling(io.github.medrank.normalization.Imputations.zero())
                    .rank(table);
            assertThat(ranking.top(2).toString()).isEqualTo("""
                    #  School            Score  Indicator A  Indicator B
                    1  x                  1.25          2.5            –
                    2  y       1.0000000000005          2.0      1.0E-12""");
        }

        @Test
        void a_breakdown_adds_up_line_by_line() {
            IndicatorTable table = IndicatorTable.builder(A, B)
                    .row(School.of("x"), 1, 2.25)
                    .row(School.of("y"), 9, 9)
                    .build();
            Weights thirds = Weights.builder().put(A, 1).put(B, 2).build();
            Breakdown breakdown = methodology(Presentation.rounded(1).withRescaling(Rescaling.top(100)))
                    .withWeights(thirds)
                    .rank(table)
                    .explain("x");
            assertThat(breakdown.toString()).isEqualTo("""
                    x, 2         value  normalized  points  contribution
                    Indicator A      1                   1      0.333333
                    Indicator B   2.25                   2      1.500000
                    rescaling                                  18.537037
                    rounding                                    0.029630
                    score                                           20.4""");
        }
    }
}
