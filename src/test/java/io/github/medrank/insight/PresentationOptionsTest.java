package io.github.medrank.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.BandScores;
import io.github.medrank.Bands;
import io.github.medrank.Cell;
import io.github.medrank.Eligibilities;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.ScoreTiers;
import io.github.medrank.TieRule;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every option of {@link Presentation} on every path of what must change, held against ranking every value there is. */
class PresentationOptionsTest {
    private static final int WORLDS = 60;

    private static final Indicator A = Indicator.of("i0");
    private static final Indicator B = Indicator.of("i1");

    @Immutable
    private interface Change {
        Presentation of(Presentation generated);
    }

    private enum Option {
        AS_GENERATED(shown -> shown),
        TIE_BREAKER(shown -> shown.withTieBreakers(A)),
        TIE_BREAKERS(shown -> shown.withTieBreakers(B, A)),
        TIE_BREAKER_OF_ROUNDED_SCORES(shown -> Presentation.rounded(0).withTieBreakers(B)),
        MODIFIED_COMPETITION(shown -> shown.withTies(TieRule.MODIFIED_COMPETITION)),
        DENSE(shown -> shown.withTies(TieRule.DENSE)),
        ORDINAL(shown -> shown.withTies(TieRule.ORDINAL)),
        FRACTIONAL(shown -> shown.withTies(TieRule.FRACTIONAL)),
        FRACTIONAL_AND_TIE_BREAKER(shown -> shown.withTies(TieRule.FRACTIONAL).withTieBreakers(B)),
        BANDS(shown -> shown.withBands(Bands.exactTo(1).then(2, 4))),
        BANDS_AND_TIE_BREAKER(shown -> shown.withBands(Bands.exactTo(1).then(3)).withTieBreakers(A)),
        HIDDEN_BAND_SCORES(shown -> shown.withBands(Bands.exactTo(1).then(2)).withBandScores(BandScores.HIDDEN)),
        TIERS_BY_SCORE(shown -> shown.withTiers(ScoreTiers.byScore("top", 2).last("others"))),
        TIERS_BY_SHARE_AND_TIE_BREAKER(shown ->
                shown.withTiers(ScoreTiers.byShare("top", 0.3).last("others")).withTieBreakers(A)),
        TOP(shown -> Presentation.rounded(0).withRescaling(Rescaling.top(100))),
        TOP_AND_TIE_BREAKER(shown -> shown.withRescaling(Rescaling.top(100)).withTieBreakers(B)),
        MIN_MAX(shown -> shown.withRescaling(Rescaling.minMax(0, 10))),
        PERCENTILE(shown -> shown.withRescaling(Rescaling.percentile()));

        private final Change change;

        Option(Change change) {
            this.change = change;
        }

        /** A generated table of two indicators under this option, others' scores fixed or moving with the school's own. */
        World world(SplittableRandom random) {
            Normalizer normalizer = random.nextInt(4) == 0 ? ExcerptsAndTables.MinMax.INSTANCE : Normalizer.identity();
            World world = World.of(random, normalizer, 2);
            return world.table().indicators().contains(B)
                    ? world.with(change.of(world.method().presentation()))
                    : world(random);
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_least_value_is_the_first_that_gets_there(Option option) {
        SplittableRandom random = new SplittableRandom(option.name().hashCode());
        for (int i = 0; i < WORLDS; i++) {
            World world = option.world(random);
            Requirements needed = world.change().toReach(world.school(), world.goal());
            needed.lines().forEach(line -> world.checkUp(line, needed.reached()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_leeway_ends_where_the_goal_is_lost(Option option) {
        SplittableRandom random = new SplittableRandom(option.name().hashCode() + 1L);
        for (int i = 0; i < WORLDS; i++) {
            World world = option.world(random);
            if (world.holds(world.table())) {
                world.change().mayFall(world.school(), world.goal()).lines().forEach(world::checkDown);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_plan_is_the_cheapest_of_all_combinations(Option option) {
        SplittableRandom random = new SplittableRandom(option.name().hashCode() + 2L);
        for (int i = 0; i < WORLDS; i++) {
            option.world(random).checkPlan(random);
        }
    }

    /** The parts of a duel add up to what the ranking shows, and a share beyond the tie turns the order of the scores. */
    @ParameterizedTest
    @EnumSource
    void a_duel_adds_up_and_its_reversals_reverse(Option option) {
        SplittableRandom random = new SplittableRandom(option.name().hashCode() + 3L);
        for (int i = 0; i < WORLDS; i++) {
            World world = option.world(random);
            Ranking ranking = world.method().rank(world.table());
            RankedSchool one = ranking.of(world.school());
            RankedSchool other = ranking.stream()
                    .filter(each -> each.row() != one.row())
                    .findFirst()
                    .orElseThrow();
            Duel duel = Duel.of(ranking, one.school().id(), other.school().id());

            assertThat(duel.margin().plus(duel.rescaling()))
                    .isEqualTo(one.exactScore().minus(other.exactScore()));
            assertThat(duel.margin().plus(duel.rescaling()).plus(duel.rounding()))
                    .isEqualTo(Rational.of(one.score().subtract(other.score())));
            boolean apart = ranking.placeAt(one.row()) != ranking.placeAt(other.row());
            boolean shown = ranking.presentation().decimals().isPresent()
                    && ranking.presentation().ranksRounded();
            boolean scoresDiffer = shown
                    ? duel.lead().signum() != 0
                    : duel.margin().plus(duel.rescaling()).signum() != 0;
            assertThat(duel.tieBreaker().isPresent()).isEqualTo(apart && !scoresDiffer);
            for (Duel.Reversal each : duel.reversals()) {
                assertThat(marginBeyond(each, world, one, other))
                        .isEqualTo(-duel.margin().signum());
            }
        }
    }

    /** The sign of the difference of the exact scores half way from the tie to the end of the range. */
    private static int marginBeyond(Duel.Reversal reversal, World world, RankedSchool one, RankedSchool other) {
        double tie = reversal.tie().doubleValue();
        double share = reversal.tie().compareTo(reversal.now()) > 0 ? (tie + 1) / 2 : tie / 2;
        Indicator rest = reversal.indicator().equals(A) ? B : A;
        Ranking then = world.method()
                .withWeights(Weights.builder()
                        .put(reversal.indicator(), share)
                        .put(rest, 1 - share)
                        .build()
                        .inOrderOf(world.table().indicators()))
                .withPresentation(Presentation.exact())
                .rank(world.table());
        return then.of(one.school())
                .exactScore()
                .compareTo(then.of(other.school()).exactScore());
    }

    /** The parts of an edition's change add up to the scores and positions that the two rankings show. */
    @ParameterizedTest
    @EnumSource
    void changes_between_editions_add_up_to_what_the_rankings_show(Option option) {
        SplittableRandom random = new SplittableRandom(option.name().hashCode() + 4L);
        for (int i = 0; i < WORLDS / 4; i++) {
            World before = option.world(random);
            World after = option.world(random);
            Ranking then = before.method().rank(before.table());
            Ranking now = after.method().rank(after.table());
            Editions editions = Editions.between(before.method(), before.table(), after.method(), after.table());
            for (EditionChange change : editions.changes()) {
                Rational score = change.rounding();
                Rational places = Rational.ZERO;
                for (EditionChange.Line line : change.lines()) {
                    score = score.plus(line.score());
                    places = places.plus(line.places());
                }
                RankedSchool old = then.of(change.school());
                RankedSchool current = now.of(change.school());
                assertThat(score).isEqualTo(Rational.of(current.score().subtract(old.score())));
                assertThat(places).isEqualTo(Rational.of(World.shown(then, old) - World.shown(now, current)));
            }
        }
    }

    /** The parts of a Shapley breakdown add up to the score as presented; of a weighted mean they are share × gap. */
    @ParameterizedTest
    @EnumSource
    void a_shapley_breakdown_adds_up_to_the_score_as_presented(Option option) {
        SplittableRandom random = new SplittableRandom(option.name().hashCode() + 5L);
        for (int i = 0; i < WORLDS; i++) {
            World world = option.world(random);
            Ranking ranking = world.method().rank(world.table());
            RankedSchool mine = ranking.of(world.school());
            ShapleyBreakdown split = ShapleyBreakdown.of(world.method(), world.table(), world.school(), Baseline.at(1));

            Rational sum = split.base().plus(split.rescaling()).plus(split.rounding());
            for (ShapleyBreakdown.Line line : split.lines()) {
                sum = sum.plus(line.contribution());
                BigDecimal value =
                        new BigDecimal(Double.toString(line.value().value().getAsDouble()));
                Rational gap = Rational.of(value.subtract(BigDecimal.ONE));
                Rational share = Rational.ratio(
                        ranking.weights().points(line.indicator()),
                        ranking.weights().total());
                assertThat(line.contribution()).isEqualTo(share.times(gap));
            }
            assertThat(sum).isEqualTo(Rational.of(mine.score()));
            assertThat(split.score()).isEqualByComparingTo(mine.score());
        }
    }

    /** P and Q tie in the first edition; in the second, b counts and breaks the tie. */
    @Test
    void a_tie_breaker_that_only_one_edition_has_comes_with_its_weight() {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        IndicatorTable then = IndicatorTable.builder(a)
                .row(School.of("P"), 1)
                .row(School.of("Q"), 1)
                .build();
        IndicatorTable now = IndicatorTable.builder(a, b)
                .row(School.of("P"), 1, 2)
                .row(School.of("Q"), 1, 3)
                .build();
        Methodology one = Methodology.builder("one")
                .weights(Weights.equal(List.of(a)))
                .ranker(Rankers.weightedMean())
                .build();
        Methodology two = Methodology.builder("two")
                .weights(Weights.builder().put(a, 1).put(b, 0).build())
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.exact().withTieBreakers(b))
                .build();

        EditionChange change = Editions.between(one, then, two, now).of("P");

        assertThat(change.placesGained()).hasToString("-1");
        assertThat(change.places(Cause.WEIGHTS)).hasToString("-0.5");
        assertThat(change.places(Cause.METHOD)).hasToString("-0.5");
        assertThat(Editions.between(two, now, one, then).of("P").placesGained()).hasToString("1");
    }

    /** ln 0 is undefined, and a weighted mean refuses a school without a value. */
    @Test
    void a_trial_that_the_methodology_refuses_loses_the_goal_and_reaches_none() {
        Indicator papers = Indicator.of("papers");
        IndicatorTable table = IndicatorTable.builder(papers)
                .row(School.of("Ulm"), 8)
                .row(School.of("Bonn"), 4)
                .build();
        Methodology logarithmic = Methodology.builder("logarithmic")
                .treatments(Treatments.log())
                .ranker(Rankers.weightedMean())
                .build();
        WhatMustChange change = WhatMustChange.of(logarithmic, table).onGrid(1).within(-3, 10);

        Leeway.Line fall = change.mayFall("Ulm", Goal.position(2)).of(papers);
        assertThat(fall.to()).isEqualTo(Cell.of(1));
        assertThat(fall.lost()).contains(Cell.of(0));
        assertThat(fall.then()).isEmpty();
        assertThat(change.toReach("Bonn", Goal.alone(1)).of(papers).to()).isEqualTo(Cell.of(9));
    }

    @Test
    void a_trial_that_leaves_no_school_eligible_loses_the_goal() {
        Indicator papers = Indicator.of("papers");
        IndicatorTable table = IndicatorTable.builder(papers)
                .row(School.of("Ulm"), 9)
                .row(School.of("Bonn"), 3)
                .build();
        Methodology atLeastFive = Methodology.builder("at least five")
                .eligibility(Eligibilities.atLeast(papers, 5))
                .weights(Weights.equal(List.of(papers)))
                .ranker(Rankers.weightedMean())
                .build();

        Leeway ulm =
                WhatMustChange.of(atLeastFive, table).onGrid(1).within(0, 10).mayFall("Ulm");

        assertThat(ulm.of(papers).to()).isEqualTo(Cell.of(5));
        assertThat(ulm.of(papers).lost()).contains(Cell.of(4));
        assertThat(ulm.of(papers).then()).isEmpty();
    }

    @Test
    void a_tie_breaker_is_a_way_past_a_rival() {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        IndicatorTable table = IndicatorTable.builder(a, b)
                .row(School.of("P"), 10, 0)
                .row(School.of("Q"), 0, 9)
                .build();
        Methodology method = Methodology.builder("equal")
                .weights(Weights.equal(List.of(a, b)))
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.exact().withTieBreakers(b))
                .build();
        WhatMustChange change = WhatMustChange.of(method, table).onGrid(1).within(0, 10);

        assertThat(change.toReach("Q", Goal.overtake("P")).of(b)).hasToString("b: 10 (1)");
        Plan plan = change.cheapest("Q", Goal.overtake("P"), Map.of(b, 1));
        assertThat(plan.attainable()).isTrue();
        assertThat(plan.values()).isEqualTo(Map.of(b, Cell.of(10)));
    }
}
