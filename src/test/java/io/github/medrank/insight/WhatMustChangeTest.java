package io.github.medrank.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Position;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WhatMustChangeTest {
    private static final String SYDNEY = "The University of Sydney";
    private static final Methodology QS = Qs.medicine(2026);

    private final WhatMustChange change =
            WhatMustChange.of(QS, ExcerptsAndTables.qs2026()).onGrid(0.1).within(0, 100);

    @ParameterizedTest
    @CsvSource({
        "academic-reputation, 77.2",
        "employer-reputation, 80.1",
        "citations-per-paper, 78.2",
        "h-index, 82.7",
        "international-research-network, 79.3"
    })
    void sydney_stands_alone_at_26_with_this_and_not_with_a_tenth_less(String id, double needed) {
        Indicator indicator = Indicator.of(id);

        Requirement line = change.toReach(SYDNEY, Goal.alone(26)).of(indicator);

        assertThat(line.attainable()).isTrue();
        assertThat(line.to()).isEqualTo(Cell.of(needed));
        assertThat(line.position()).hasToString("Optional[26]");
        assertThat(line.score()).contains(new BigDecimal("78.8"));
        assertThat(rank(SYDNEY, indicator, needed).of(SYDNEY).position()).hasToString("26");
        double less = new BigDecimal(Double.toString(needed))
                .subtract(new BigDecimal("0.1"))
                .doubleValue();
        assertThat(rank(SYDNEY, indicator, less).of(SYDNEY).position()).hasToString("=26");
    }

    private static Ranking rank(String school, Indicator indicator, double value) {
        IndicatorTable table = ExcerptsAndTables.qs2026();
        return QS.rank(table.with(QS.rank(table).of(school).school(), indicator, value));
    }

    @Test
    void what_no_single_indicator_can_do_is_said_with_the_best_attainable() {
        Requirements needed = change.toReach(SYDNEY, Goal.position(5));

        assertThat(needed.attainable()).isEmpty();
        for (Requirement line : needed.lines()) {
            Position atMost = rank(SYDNEY, line.indicator(), 100).of(SYDNEY).position();
            assertThat(line.position().orElseThrow().number()).isEqualTo(atMost.number());
            assertThat(rank(SYDNEY, line.indicator(), line.to().value().orElseThrow())
                            .of(SYDNEY)
                            .position())
                    .isEqualTo(line.position().orElseThrow());
            assertThat(rank(SYDNEY, line.indicator(), line.to().value().orElseThrow() - 0.1)
                            .of(SYDNEY)
                            .position()
                            .number())
                    .isGreaterThan(atMost.number());
        }
        assertThat(needed.of(Qs.ACADEMIC_REPUTATION))
                .hasToString("Academic reputation: not attainable, at best =6 with 97.9");
        assertThat(needed).hasToString("""
                The University of Sydney, =26    now        needed  position  score
                Academic reputation               77  at best 97.9        =6   87.1
                Employer reputation             79.6  at best 99.1       =22   80.7
                Citations per paper             77.9  at best 99.2       =14   83.0
                H-index                         82.4  at best 99.7       =17   82.2
                International research network  78.8  at best 98.3       =22   80.7
                goal: position 5 or better
                not attainable by 5 of the 5 alone""");
    }

    @Test
    void who_is_there_already_must_change_nothing() {
        Requirements needed = change.toReach(SYDNEY, Goal.position(30));

        assertThat(needed.reached()).isTrue();
        assertThat(needed.lines())
                .allMatch(line -> line.attainable() && line.to().equals(line.from()));
        assertThat(needed.toString()).endsWith("goal: position 30 or better, reached already");
        assertThat(change.cheapest(SYDNEY, Goal.position(30), Map.of(Qs.H_INDEX, 1))
                        .cost())
                .isEqualByComparingTo("0");
    }

    @Test
    void the_first_cannot_go_up() {
        assertThat(change.toReach("Harvard University", Goal.up(1)).reached()).isTrue();
    }

    @Test
    void an_indicator_without_weight_helps_nobody() {
        Indicator idle = Indicator.of("idle");
        IndicatorTable table = IndicatorTable.builder(Indicator.of("papers"), idle)
                .row(School.of("Oxford"), 9, 1)
                .row(School.of("Yale"), 8, 1)
                .build();
        Methodology papers = Methodology.builder("papers")
                .ranker(Rankers.weightedMean())
                .weights(Weights.builder()
                        .put(Indicator.of("papers"), 1)
                        .put(idle, 0)
                        .build())
                .build();

        Requirement line = WhatMustChange.of(papers, table)
                .within(0, 9)
                .toReach("Yale", Goal.up(1))
                .of(idle);

        assertThat(line.attainable()).isFalse();
        assertThat(line.to()).isEqualTo(line.from());
        assertThat(line).hasToString("idle: not attainable, at best 2");
    }

    // ---- for all ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("io.github.medrank.insight.ExcerptsAndTables#seeds")
    void the_answer_is_the_first_grid_value_that_gets_there(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Normalizer normalizer :
                List.of(Normalizer.identity(), ExcerptsAndTables.MinMax.INSTANCE, ExcerptsAndTables.ZScore.INSTANCE)) {
            World world = World.of(random, normalizer, 3);

            Requirements needed = world.change().toReach(world.school(), world.goal());

            for (Requirement line : needed.lines()) {
                world.checkUp(line, needed.reached());
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("io.github.medrank.insight.ExcerptsAndTables#seeds")
    void a_monotone_method_gets_the_same_answers_by_halving(long seed) {
        World world = World.of(new SplittableRandom(seed), ExcerptsAndTables.MinMax.INSTANCE, 3);

        assertThat(world.change().assumingMonotone().toReach(world.school(), world.goal()))
                .isEqualTo(world.change().toReach(world.school(), world.goal()));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("io.github.medrank.insight.ExcerptsAndTables#seeds")
    void the_leeway_ends_where_the_goal_is_lost(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Normalizer normalizer :
                List.of(Normalizer.identity(), ExcerptsAndTables.MinMax.INSTANCE, ExcerptsAndTables.ZScore.INSTANCE)) {
            World world = World.of(random, normalizer, 3);
            if (world.holds(world.table())) {
                world.change().mayFall(world.school(), world.goal()).lines().forEach(world::checkDown);
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> world.change().mayFall(world.school(), world.goal()))
                        .withMessageStartingWith("school \"" + world.school() + "\" has not reached ");
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("io.github.medrank.insight.ExcerptsAndTables#seeds")
    void the_plan_is_the_cheapest_of_all_combinations(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (Normalizer normalizer :
                List.of(Normalizer.identity(), ExcerptsAndTables.MinMax.INSTANCE, ExcerptsAndTables.ZScore.INSTANCE)) {
            World world = World.of(random, normalizer, 2);
            world.checkPlan(random);
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("io.github.medrank.insight.ExcerptsAndTables#fewSeeds")
    void the_plan_is_the_cheapest_of_three_indicators_among_fixed_scores(long seed) {
        SplittableRandom random = new SplittableRandom(1_000 + seed);

        World.of(random, Normalizer.identity(), 3).checkPlan(random);
    }

    /** The table would refuse a value off the scale that an indicator states, so none is an answer. */
    @Test
    void no_answer_is_off_the_scale_of_its_indicator() {
        Indicator score = Indicator.of("score").withScale(0, 100);
        Indicator papers = Indicator.of("papers").withScale(0, 60);
        IndicatorTable table = IndicatorTable.builder(score, papers)
                .row(School.of("Yale"), 1, 10)
                .row(School.of("Ulm"), 90, 50)
                .build();
        Methodology sum = Methodology.builder("sum")
                .ranker(Rankers.weightedMean())
                .weights(Weights.equal(List.of(score, papers)))
                .build();
        Goal first = Goal.alone(1);
        for (Methodology each : List.of(sum, sum.withNormalizer(Normalizers.goalpostsUnclipped(0, 100)))) {
            WhatMustChange wide = WhatMustChange.of(each, table).onGrid(1).within(-500, 500);
            for (WhatMustChange some : List.of(wide, wide.within(score, 0, 1000), wide.assumingMonotone())) {
                // 140 points are to be beaten: 100 with the 10 papers of today, or 60 with the score of 1, do not.
                assertThat(some.toReach("Yale", first).of(score).attainable()).isFalse();
                assertThat(some.toReach("Yale", first).of(papers).attainable()).isFalse();
            }
            Plan plan = wide.cheapest("Yale", first, Map.of(score, 1, papers, 1));
            assertThat(plan.attainable()).isTrue();
            assertThat(plan.changes())
                    .hasSize(2)
                    .allSatisfy(change -> assertThat(change.indicator()
                                    .isOnScale(change.to().value().getAsDouble()))
                            .isTrue());
            assertThat(wide.mayFall("Ulm", first).of(papers).to().value()).hasValue(0);
        }
    }
}
