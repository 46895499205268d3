package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rescalings of the composite, tiers, scores of bands, and ties broken by other indicators. */
class ShownTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");

    private static Ranking rank(Presentation shown, double... scores) {
        IndicatorTable.Builder table = IndicatorTable.builder(A);
        for (int i = 0; i < scores.length; i++) {
            table.row(School.of("s" + i), scores[i]);
        }
        return method(shown).rank(table.build());
    }

    private static Methodology method(Presentation shown) {
        return Methodology.builder("m")
                .ranker(Rankers.weightedMean())
                .presentation(shown)
                .build();
    }

    private static List<String> scores(Ranking ranking) {
        return IntStream.range(0, ranking.table().size())
                .mapToObj(row -> ranking.scoreAt(row).toPlainString())
                .toList();
    }

    // ---- rescaling ----

    @Test
    void a_line_is_exact() {
        Presentation shown = Presentation.exact().withRescaling(Rescaling.affine(6, 0.1));
        assertThat(scores(rank(shown, 0.3, 10))).containsExactly("1.9", "60.1");
        assertThat(shown)
                .hasToString("rescaled to 6 x score + 0.1; exact scores; competition positions; exact throughout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rescaling.affine(0, 1))
                .withMessage("factor 0; it must be positive, or the order would be reversed");
    }

    @Test
    void min_max_goes_from_worst_to_best() {
        Presentation shown = Presentation.exact().withRescaling(Rescaling.minMax(0, 100));
        assertThat(scores(rank(shown, -1, 0, 2))).startsWith("0").endsWith("100");
        assertThat(rank(shown, -1, 0, 2).of("s1").exactScore())
                .isEqualTo(Rational.ratio(new BigDecimal(100), new BigDecimal(3)));
        assertThat(scores(rank(shown, 4, 4))).containsExactly("100", "100");
        assertThat(shown.rescaling()).hasToString("rescaled from 0 for the worst to 100 for the best");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rescaling.minMax(1, 1))
                .withMessage("min-max from 1 to 1; the second must be greater");
    }

    @Test
    void min_max_turns_scores_round_of_which_less_is_better() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("best"), 3, 3)
                .row(School.of("middle"), 2, 1)
                .row(School.of("worst"), 1, 1)
                .build();
        Ranking ranking = Methodology.builder("layers")
                .ranker(Rankers.dominanceLayers())
                .presentation(Presentation.exact().withRescaling(Rescaling.minMax(0, 100)))
                .build()
                .rank(table);
        assertThat(ranking.stream().map(Object::toString)).containsExactly("1 best 100", "2 middle 50", "3 worst 0");
        assertThat(ranking.scores().direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
    }

    @Test
    void percentiles_count_ties_half() {
        Presentation shown = Presentation.exact().withRescaling(Rescaling.percentile());
        assertThat(scores(rank(shown, 1, 5, 5, 9))).containsExactly("12.5", "50", "50", "87.5");
        assertThat(scores(rank(shown, 7))).containsExactly("50");
        assertThat(rank(shown, 1, 5, 5, 9).of("s1").position()).hasToString("=2");
        assertThat(shown.rescaling()).hasToString("rescaled to percentiles (mid-ranks)");
    }

    @Test
    void rescalings_leave_schools_unranked_and_keep_the_warning() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .put(School.of("half"), A, 3)
                .put(School.of("none"), B, 1)
                .put(School.of("whole"), A, 1)
                .put(School.of("whole"), B, 1)
                .build();
        for (Rescaling rescaling : List.of(Rescaling.percentile(), Rescaling.minMax(0, 1), Rescaling.affine(2, 1))) {
            Ranking ranking = Methodology.builder("m")
                    .weights(Weights.of(ImmutableMap.of(A, 2, B, 1)))
                    .ranker(Rankers.weightedMean(Skipping.overAll().atLeast(0.5)))
                    .presentation(Presentation.rounded(1).withRescaling(rescaling))
                    .build()
                    .rank(table);
            assertThat(ranking.stream().map(each -> each.school().name())).containsExactly("half", "whole");
            assertThat(ranking.unranked()).hasSize(1);
            assertThat(ranking.warnings()).hasSize(1);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_rescaling_keeps_the_order(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] scores = random.doubles(1 + random.nextInt(8), -50, 50)
                .map(score -> Math.rint(score * 10) / 10)
                .toArray();
        int[] before = places(rank(Presentation.exact(), scores));
        for (Rescaling rescaling : List.of(
                Rescaling.top(100),
                Rescaling.topAbove(100, -60),
                Rescaling.affine(0.7, -3),
                Rescaling.minMax(1, 99),
                Rescaling.percentile())) {
            Ranking ranking = rank(Presentation.exact().withRescaling(rescaling), scores);
            assertThat(places(ranking)).as(rescaling.toString()).containsExactly(before);
            double[] approximate = new double[scores.length];
            ranking.scores().copyTo(approximate);
            for (int row = 0; row < scores.length; row++) {
                assertThat(Math.abs(
                                approximate[row] - ranking.scores().exact(row).doubleValue()))
                        .isLessThanOrEqualTo(ranking.scores().errorBound());
            }
        }
    }

    private static int[] places(Ranking ranking) {
        return IntStream.range(0, ranking.table().size()).map(ranking::placeAt).toArray();
    }

    // ---- tiers ----

    @Test
    void tiers_by_share_take_those_who_tie_with_the_last() {
        // CHE: first 25 % top, next 50 % middle, last 25 % end
        ScoreTiers che = ScoreTiers.byShare("top", 0.25).then("middle", 0.75).last("end");
        Ranking ranking = rank(Presentation.exact().withTiers(che), 8, 7, 7, 5, 4, 3, 2, 1);
        assertThat(IntStream.range(0, 8).mapToObj(row -> ranking.positionAt(row).toString()))
                .containsExactly("top", "top", "top", "middle", "middle", "middle", "end", "end");
        assertThat(ranking.of("s3").position().best()).isEqualTo(4);
        assertThat(ranking.of("s3").position().isBand()).isTrue();
        assertThat(ranking.of("s3").position().isTied()).isFalse();
        assertThat(che).hasToString("top 0.25 of the schools, middle up to 0.75, end");
    }

    @Test
    void tiers_of_scores_of_which_less_is_better_are_cut_from_below() {
        IndicatorTable table = IndicatorTable.builder(A)
                .row(School.of("x"), 3)
                .row(School.of("y"), 2)
                .row(School.of("z"), 1)
                .build();
        Ranking ranking = Methodology.builder("layers")
                .ranker(Rankers.dominanceLayers())
                .presentation(Presentation.rounded(0)
                        .withTiers(ScoreTiers.byScore("skyline", 1)
                                .then("second", 2)
                                .last("rest")))
                .build()
                .rank(table);
        assertThat(ranking.stream().map(each -> each.position().toString()))
                .containsExactly("skyline", "second", "rest");
    }

    @Test
    void a_score_that_is_just_good_enough_is_in_the_tier() {
        ScoreTiers tiers = ScoreTiers.byScore("Tier 1", 85).then("Tier 2", 50).last("Tier 3");
        Ranking ranking = rank(Presentation.rounded(1).withTiers(tiers), 85, 84.9, 50, 49.9, 90, 84.95);
        assertThat(IntStream.range(0, 6).mapToObj(row -> ranking.positionAt(row).toString()))
                .containsExactly("Tier 1", "Tier 2", "Tier 2", "Tier 3", "Tier 1", "Tier 1");
        assertThat(tiers).hasToString("Tier 1 from 85, Tier 2 from 50, Tier 3");
    }

    @Test
    void a_school_without_a_position_is_in_no_tier() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("v"), 1, 1)
                .row(School.of("w"), List.of(Cell.of(9), Cell.missing(MissingReason.WITHHELD)))
                .row(School.of("x"), 3, 3)
                .build();
        Presentation shown =
                Presentation.exact().withTiers(ScoreTiers.byShare("top", 0.5).last("rest"));
        Ranking ranking = method(shown)
                .withRanker(Rankers.weightedMean(Skipping.unrank()))
                .rank(table);
        assertThat(ranking.stream().map(Object::toString)).containsExactly("top x 3", "rest v 1");
        assertThat(ranking.of("v").position().best()).isEqualTo(2);
        assertThat(ranking.of("v").position().worst()).hasValue(2);
        assertThat(ranking.unranked()).singleElement().hasToString("w: no value for b (withheld)");
    }

    @Test
    void tiers_that_do_not_fit_are_refused() {
        for (int share : new int[] {0, 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ScoreTiers.byShare("A", share))
                    .withMessage("tier \"A\": share " + share + "; it lies between 0 and 1");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreTiers.byScore(" ", 5))
                .withMessage("tier name is blank; it needs at least one visible character");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreTiers.byScore("A", 5).last(""))
                .withMessage("tier name is blank; it needs at least one visible character");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Presentation.exact().withTiers(ScoreTiers.byScore("A", 5)))
                .withMessage("tiers [A] have no last one; add it with last(name)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Presentation.exact()
                        .withBands(Bands.exactTo(3))
                        .withTiers(ScoreTiers.byScore("A", 5).last("B")))
                .withMessage("positions are shown in bands or in tiers, not in both; take one out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreTiers.byShare("A", 0.5).then("B", 0.5))
                .withMessage("shares of tiers must rise: 0.5 after 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreTiers.byScore("A", 5).then("B", 3).then("C", 4))
                .withMessage("cuts of tiers must all rise or all fall: [5, 3, 4]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ScoreTiers.byScore("A", 5).last("B").last("C"))
                .withMessage("3 tiers and 1 cuts; every tier but the last has one");
    }

    // ---- scores in bands ----

    @Test
    void a_band_shows_its_range_or_nothing_and_lists_by_name() {
        Presentation shown = Presentation.rounded(1).withBands(Bands.exactTo(1).then(4));
        IndicatorTable table = IndicatorTable.builder(A)
                .row(School.of("Zurich"), 60)
                .row(School.of("Yale"), 58.6)
                .row(School.of("Bonn"), 55.9)
                .row(School.of("Oslo"), 57)
                .row(School.of("Lund"), 40)
                .build();
        Ranking all = method(shown).rank(table);
        assertThat(all.stream().map(each -> each.school().name() + " " + each.shownScore()))
                .containsExactly("Zurich 60.0", "Yale 58.6", "Oslo 57.0", "Bonn 55.9", "Lund 40.0");
        Ranking range = method(shown.withBandScores(BandScores.RANGE)).rank(table);
        assertThat(range.stream()
                        .map(each -> each.position() + " " + each.school().name() + " " + each.shownScore()))
                .containsExactly(
                        "1 Zurich 60.0",
                        "2–4 Bonn 55.9–58.6",
                        "2–4 Oslo 55.9–58.6",
                        "2–4 Yale 55.9–58.6",
                        "5+ Lund 40.0");
        assertThat(range.toString()).contains("2–4  Oslo    55.9–58.6  57.0");
        Ranking hidden = method(shown.withBandScores(BandScores.HIDDEN)).rank(table);
        assertThat(hidden.of("Oslo").shownScore()).isEmpty();
        assertThat(hidden.of("Oslo").score()).isEqualByComparingTo("57.0");
        assertThat(hidden.of("Zurich").shownScore()).isEqualTo("60.0");
        assertThat(shown.withBandScores(BandScores.HIDDEN))
                .hasToString("not rescaled; rounded to 1 decimal (half up, ties on the rounded score); competition"
                        + " positions; exact to 1, then 2–4, 5+, scores hidden in bands");
    }

    // ---- tie breakers ----

    @Test
    void tie_breakers_leave_schools_alone_that_are_not_ranked() {
        int[] places = {1, 0, 1, 0};
        IndicatorTable table = IndicatorTable.builder(A)
                .row(School.of("W"), 3)
                .row(School.of("X"), 2)
                .row(School.of("Y"), 4)
                .row(School.of("Z"), 1)
                .build();
        TieBreaks.apply(ImmutableList.of(A), table, places);
        assertThat(places).containsExactly(2, 0, 1, 0);
    }

    @Test
    void ties_are_broken_by_the_first_indicator_that_differs() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("v"), List.of(Cell.of(5), Cell.missing(MissingReason.WITHHELD)))
                .row(School.of("w"), 5, 1)
                .row(School.of("x"), 5, 2)
                .row(School.of("y"), 5, 2)
                .row(School.of("z"), 9, 0)
                .build();
        Methodology method = Methodology.builder("m")
                .weights(Weights.of(ImmutableMap.of(A, 1, B, 0)))
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(1).withTieBreakers(A, B))
                .build();
        assertThat(method.rank(table).stream().map(Object::toString))
                .containsExactly("1 z 9.0", "=2 x 5.0", "=2 y 5.0", "4 w 5.0", "5 v 5.0");
        int[] positions = new int[5];
        method.over(table, ImmutableList.of(A, B)).positions(new double[] {1, 0}, positions);
        assertThat(positions).containsExactly(5, 4, 2, 2, 1);
        assertThat(method.presentation().toString()).contains("competition positions, ties broken by a, then b;");
        IndicatorTable lower =
                table.withColumn(table.column(B).withIndicator(B.withDirection(Direction.LOWER_IS_BETTER)));
        Methodology min = Methodology.builder("m")
                .ranker((t, w) -> Ranking.byScore(t, w, row -> row.value(A)))
                .presentation(Presentation.exact().withTieBreakers(B))
                .build();
        assertThat(min.rank(lower).stream().map(Object::toString))
                .containsExactly("1 z 9", "2 w 5", "=3 x 5", "=3 y 5", "5 v 5");
    }

    @Test
    void nobody_ranked_is_an_empty_ranking_also_when_rounded() {
        IndicatorTable table = IndicatorTable.builder(A)
                .row(School.of("x"), List.of(Cell.missing(MissingReason.WITHHELD)))
                .build();
        for (Presentation shown : List.of(Presentation.exact(), Presentation.rounded(1))) {
            Ranking ranking = Methodology.builder("m")
                    .ranker(Rankers.weightedMean(Skipping.unrank()))
                    .presentation(shown)
                    .build()
                    .rank(table);
            assertThat(ranking.schools()).isEmpty();
            assertThat(ranking.unranked()).singleElement().hasToString("x: no value for a (withheld)");
        }
    }

    // ---- a methodology is a value ----

    @Test
    void methodologies_of_equal_steps_are_equal_and_each_step_makes_a_difference() {
        Methodology one = value();
        assertThat(one).isEqualTo(value()).hasSameHashCodeAs(value());
        List<Methodology> changed = List.of(
                one.withWeights(Weights.of(ImmutableMap.of(A, 2, B, 2))),
                one.withRanker(Rankers.geometricMean()),
                one.withPresentation(Presentation.rounded(2)),
                one.withNormalizer(io.github.medrank.normalization.Normalizers.zScore()),
                one.withNormalizer(A, io.github.medrank.normalization.Normalizers.zScore()),
                one.withTreatments(io.github.medrank.normalization.Treatments.log(1)),
                one.withImputation(io.github.medrank.normalization.Imputations.mean()),
                one.withFilling(io.github.medrank.normalization.Imputations.zero()),
                one.withEligibility(Eligibilities.complete()));
        for (Methodology each : changed) {
            assertThat(each).isNotEqualTo(one);
            assertThat(each.toString()).isNotEqualTo(one.toString());
        }
        assertThat(changed.stream().distinct()).hasSize(changed.size());
        assertThat(Stream.of(one.toString().split("\n"))
                        .map(line -> Arrays.asList(line.trim().split(":")).get(0)))
                .contains("indicators", "eligible", "normalizer", "weights", "ranker", "shown", "provenance");
    }

    private static Methodology value() {
        return Methodology.builder("Mine")
                .edition("1")
                .indicators(ImmutableList.of(A, B))
                .weights(Weights.of(ImmutableMap.of(A, 2, B, 1)))
                .ranker(Rankers.weightedMean(Skipping.overAll().atLeast(0.5)))
                .presentation(
                        Presentation.rounded(1).withBands(Bands.exactTo(3)).withBandScores(BandScores.RANGE))
                .build();
    }
}
