package io.github.medrank.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Bands;
import io.github.medrank.BandScores;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.ScoreTiers;
import io.github.medrank.TieRule;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every option of {@link Presentation} on every path of what must change, held against ranking every value there is. */
class PresentationOptionsTest {
    private static final int WORLDS = 60;

    private static final Indicator A = Indicator.of("i0");
    private static final Indicator B = Indicator.of("i1");

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
        TIERS_BY_SHARE_AND_TIE_BREAKER(
                shown -> shown.withTiers(ScoreTiers.byShare("top", 0.3).last("others")).withTieBreakers(A)),
        TOP(shown -> Presentation.rounded(0).withRescaling(Rescaling.top(100))),
        TOP_AND_TIE_BREAKER(shown -> shown.withRescaling(Rescaling.top(100)).withTieBreakers(B)),
        MIN_MAX(shown -> shown.withRescaling(Rescaling.minMax(0, 10))),
        PERCENTILE(shown -> shown.withRescaling(Rescaling.percentile()));

        private final UnaryOperator<Presentation> change;

        Option(UnaryOperator<Presentation> change) {
            this.change = change;
        }

        /** A generated table of two indicators under this option, others' scores fixed or moving with the school's own. */
        World world(SplittableRandom random) {
            Normalizer normalizer = random.nextInt(4) == 0 ? ExcerptsAndTables.MinMax.INSTANCE : Normalizer.identity();
            World world = World.of(random, normalizer, 2);
            return world.table().indicators().contains(B)
                    ? world.with(change.apply(world.method().presentation()))
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
