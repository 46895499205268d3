package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    /**
     * As percentages of the least, P has 3 · 1/3 and Q 1/2 + 1/4 + 1/4 of what the best has, so they are level at equal
     * weights, and P is behind wherever a weighs more and the others share the rest. No number makes whole numbers of
     * what 700 other schools have.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 700})
    void reciprocals_are_compared_as_fractions_however_many_there_are(int others) {
        ImmutableList<Indicator> three = WeightSpaces.indicators(3).stream()
                .map(each -> each.withDirection(Direction.LOWER_IS_BETTER))
                .collect(ImmutableList.toImmutableList());
        IndicatorTable.Builder table = IndicatorTable.builder(three)
                .row(School.of("best"), 1, 1, 1)
                .row(School.of("P"), 3, 3, 3)
                .row(School.of("Q"), 2, 4, 4);
        for (int i = 0; i < others; i++) {
            table.row(School.of("other " + i), 1000 + i, 3000 + 7 * i, 2000 + 3 * i);
        }
        Methodology percent = WeightSpaces.mean(Presentation.exact()).withNormalizer(Normalizers.percentOfMaximum());
        WeightRegion equal = WeightRegion.simplex(three)
                .withRatio(three.get(0), three.get(1), 1, 1)
                .withRatio(three.get(1), three.get(2), 1, 1);
        WeightSpace alone = WeightSpace.of(percent, table.build(), equal);
        assertThat(alone.bounds().of("P").range()).isEqualTo("2");
        assertThat(alone.bounds().of("Q").range()).isEqualTo("2");
        assertThat(alone.dominance().dominates("Q", "P")).isFalse();
        WeightRegion more = WeightRegion.simplex(three)
                .withOrder(three.get(0), three.get(1))
                .withRatio(three.get(1), three.get(2), 1, 1);
        WeightSpace line = WeightSpace.of(percent, table.build(), more);
        assertThat(line.bounds().of("Q").range()).isEqualTo("2");
        assertThat(line.bounds().of("P").range()).isEqualTo("2–3");
        assertThat(line.dominance().dominates("Q", "P")).isTrue();
        assertThat(line.dominance().dominates("P", "Q")).isFalse();
    }

    /** Of 1 and the next double, between 0 and 3, the places from 100 to 200 are one double, and two numbers. */
    @Test
    void a_tie_breaker_compares_exact_numbers() {
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        Methodology broken = WeightSpaces.mean(Presentation.exact().withTieBreakers(two.get(1)))
                .withWeights(
                        Weights.builder().put(two.get(0), 1).put(two.get(1), 0).build())
                .withNormalizer(Normalizers.minMax(100, 200));
        IndicatorTable table = WeightSpaces.table(
                new double[] {5, 1}, new double[] {5, Math.nextUp(1.0)}, new double[] {4, 0}, new double[] {3, 3});
        Ranking ranking = broken.rank(table);
        Column places = ranking.normalized().column(two.get(1));
        assertThat(places.value(0)).isEqualTo(places.value(1));
        assertThat(ranking.placeAt(1)).isEqualTo(1);
        assertThat(ranking.placeAt(0)).isEqualTo(2);
        WeightRegion onlyA = WeightRegion.simplex(two).withBounds(two.get(1), 0, 0);
        assertThat(WeightSpace.of(broken, table, onlyA).bounds().of("School 0").range())
                .isEqualTo("2");
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
