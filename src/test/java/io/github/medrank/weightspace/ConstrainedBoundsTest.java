package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Best and worst positions over constrained weights, against every cell that whole-number arithmetic finds. */
class ConstrainedBoundsTest {
    private static final int TABLES_A_SEED = 50;

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void are_those_of_all_cells(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < TABLES_A_SEED; i++) {
            World world = new World(random);
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

    /** A table of small whole numbers, a region with vertices, and a presentation. */
    private static final class World {
        private final ImmutableList<Indicator> indicators;
        private final int[][] rows;
        private final IndicatorTable table;
        private final Methodology methodology;
        private final WeightRegion region;
        private final boolean rounds;
        private final boolean halves;
        private final List<Integer> breakers;

        World(SplittableRandom random) {
            int width = 2 + random.nextInt(3);
            indicators = WeightSpaces.indicators(width);
            int most = 2 + random.nextInt(8);
            rows = new int[2 + random.nextInt(6)][width];
            double[][] values = new double[rows.length][width];
            for (int row = 0; row < rows.length; row++) {
                for (int i = 0; i < width; i++) {
                    rows[row][i] = random.nextInt(most + 1);
                    values[row][i] = rows[row][i];
                }
            }
            table = WeightSpaces.table(values);
            rounds = random.nextInt(3) == 0;
            halves = random.nextBoolean();
            breakers = random.nextInt(3) == 0 ? random.nextBoolean() ? List.of(0) : List.of(1, 0) : List.of();
            Presentation shown = rounds
                    ? Presentation.exact().withRounding(0, halves ? RoundingMode.HALF_UP : RoundingMode.FLOOR)
                    : Presentation.exact();
            methodology = Methodology.builder("mean")
                    .ranker(Rankers.weightedMean())
                    .presentation(shown.withTieBreakers(
                            breakers.stream().map(indicators::get).toArray(Indicator[]::new)))
                    .build();
            WeightRegion some = region(random, indicators);
            while (RegionVertices.of(some).isEmpty()) {
                some = region(random, indicators);
            }
            region = some;
        }

        private static WeightRegion region(SplittableRandom random, ImmutableList<Indicator> indicators) {
            WeightRegion region = WeightRegion.simplex(indicators);
            int width = indicators.size();
            for (int i = random.nextInt(4); i > 0; i--) {
                Indicator one = indicators.get(random.nextInt(width));
                Indicator other = indicators.get((indicators.indexOf(one) + 1) % width);
                int low = random.nextInt(5);
                switch (random.nextInt(6)) {
                    case 0 -> region = region.withOrder(one, other);
                    case 1 -> region = region.withRatio(one, other, 0.5, 1 + random.nextInt(3));
                    case 2 -> region = region.withRatio(one, other, 2, 2);
                    case 3 ->
                        region = region.withConstraint(LinearConstraint.atMost(
                                ImmutableMap.of(one, 1.0 + random.nextInt(3), other, -1.0), random.nextInt(5) / 10.0));
                    case 4 -> region = bounded(region, one, low / 10.0, low / 10.0);
                    default -> region = bounded(region, one, low / 10.0, (low + random.nextInt(6)) / 10.0);
                }
            }
            return region;
        }

        /** Bounds that leave no weights are refused at once; those are not what is looked at here. */
        private static WeightRegion bounded(WeightRegion region, Indicator indicator, double low, double high) {
            double least = low;
            double most = high;
            for (Indicator each : region.indicators()) {
                least += each.equals(indicator) ? 0 : region.lower(each);
                most += each.equals(indicator) ? 0 : region.upper(each);
            }
            return least <= 0.999 && most >= 1.001 ? region.withBounds(indicator, low, high) : region;
        }

        WeightSpace space() {
            return WeightSpace.of(methodology, table, region);
        }

        private boolean isPreferred(int one, int other) {
            for (int breaker : breakers) {
                if (rows[one][breaker] != rows[other][breaker]) {
                    return rows[one][breaker] > rows[other][breaker];
                }
            }
            return false;
        }

        ExactCells cells(String school) {
            boolean[][] preferred = new boolean[rows.length][rows.length];
            int row = -1;
            for (int a = 0; a < rows.length; a++) {
                row = WeightSpaces.name(a).equals(school)
                                || table.schools().get(a).id().equals(school)
                        ? a
                        : row;
                for (int b = 0; b < rows.length; b++) {
                    preferred[a][b] = isPreferred(a, b);
                }
            }
            return rounds
                    ? ExactCells.rounded(rows, preferred, row, region, halves)
                    : ExactCells.unrounded(rows, preferred, row, region);
        }

        void checkWitness(Weights weights, String school, int position, String text) {
            assertThat(region.contains(weights)).as("%s: %s", text, weights).isTrue();
            assertThat(methodology
                            .withWeights(weights)
                            .rank(table)
                            .of(school)
                            .position()
                            .best())
                    .as("%s at %s", text, weights)
                    .isEqualTo(position);
        }

        @Override
        public String toString() {
            return Arrays.deepToString(rows) + " " + methodology.presentation() + " in " + region;
        }
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
