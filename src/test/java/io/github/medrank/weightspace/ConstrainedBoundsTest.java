package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Best and worst positions over constrained weights, against every cell that whole-number arithmetic finds. */
class ConstrainedBoundsTest {
    private static final int TABLES_A_SEED = 25;

    /** {@code -Dmedrank.tables=2000} tries as many; they take as many seconds as a hundredth of that. */
    private static final int TABLES = Integer.getInteger("medrank.tables", 300);

    static LongStream seeds() {
        return LongStream.range(0, TABLES / TABLES_A_SEED);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void are_those_of_all_cells(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < TABLES_A_SEED; i++) {
            ConstrainedWorld world = new ConstrainedWorld(random);
            for (RankBound bound : world.space().bounds().bounds()) {
                ExactCells cells = world.cells(bound.school().id());
                String text = world + ": " + bound + " for " + cells.best + "–" + cells.worst;
                assertThat(bound.bestAttained()).as(text).isEqualTo(cells.best);
                assertThat(bound.worstAttained()).as(text).isEqualTo(cells.worst);
                assertThat(bound.isBestExact() && bound.isWorstExact()).as(text).isTrue();
                world.checkWitness(bound.weightsAtBest(), bound.school().id(), cells.best, text);
                world.checkWitness(bound.weightsAtWorst(), bound.school().id(), cells.worst, text);
            }
        }
    }

    /** The corners of the region decide, in whole numbers. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void dominance_is_that_at_all_corners(long seed) {
        SplittableRandom random = new SplittableRandom(-1 - seed);
        for (int i = 0; i < TABLES_A_SEED; i++) {
            ConstrainedWorld world = new ConstrainedWorld(random);
            RobustDominance dominance = world.space().dominance();
            for (int one = 0; one < world.size(); one++) {
                for (int other = 0; other < world.size(); other++) {
                    assertThat(dominance.dominates(WeightSpaces.name(one), WeightSpaces.name(other)))
                            .as("%s over %s in %s", one, other, world)
                            .isEqualTo(world.dominates(one, other));
                }
            }
        }
    }

    /** 2b = c along the side on which every weight is least and greatest; inside, 2b > c. */
    @Test
    void a_school_that_is_level_where_each_weight_is_extreme_and_ahead_inside_dominates() {
        ImmutableList<Indicator> three = WeightSpaces.indicators(3);
        Indicator b = three.get(1);
        Indicator c = three.get(2);
        WeightRegion region = WeightRegion.simplex(three)
                .withOrder(c, b)
                .withConstraint(LinearConstraint.atMost(ImmutableMap.of(c, 0.5, b, -1.0), 0))
                .withConstraint(LinearConstraint.atMost(ImmutableMap.of(b, 3.0, c, -1.0), 0.1));
        RobustDominance dominance = space(
                        WeightSpaces.mean(Presentation.exact()), region, new double[] {1, 0, 1}, new double[] {1, 2, 0})
                .dominance();
        assertThat(dominance.dominates("School 1", "School 0")).isTrue();
        assertThat(dominance.dominates("School 0", "School 1")).isFalse();
    }

    private static WeightSpace space(Methodology methodology, WeightRegion region, double[]... rows) {
        return WeightSpace.of(methodology, WeightSpaces.table(rows), region);
    }

    /** 3a ≥ 1 + a wherever a ≥ b: the second school is first everywhere. */
    @Test
    void a_school_that_is_first_on_the_border_too_is_first_everywhere() {
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        RankBound bound = space(
                        WeightSpaces.mean(Presentation.exact()),
                        WeightRegion.simplex(two).withOrder(two.get(0), two.get(1)),
                        new double[] {2, 1},
                        new double[] {3, 0},
                        new double[] {0, 1},
                        new double[] {1, 0},
                        new double[] {1, 0})
                .bounds()
                .of("School 1");
        assertThat(bound.range()).isEqualTo("1");
    }

    /** Level at a = 0.5, where the tie-breaker puts the second school first. */
    @Test
    void a_tie_breaker_decides_where_scores_are_level() {
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        Methodology broken = WeightSpaces.mean(Presentation.exact().withTieBreakers(two.get(0)));
        WeightSpace space = space(
                broken, WeightRegion.simplex(two).withBounds(two.get(0), 0.3, 0.5), new double[] {2, 6}, new double[] {
                    3, 5
                });
        assertThat(space.bounds().of("School 0").range()).isEqualTo("1–2");
        assertThat(space.bounds().of("School 1").range()).isEqualTo("1–2");
        assertThat(space.bounds().of("School 1").weightsAtBest().share(two.get(0)))
                .isEqualTo(0.5);
    }
}
