package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However the range of one draw differs from that of the last, the order is that of a plain sort. */
class ScoreSortTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static double[] draw(SplittableRandom random, int size) {
        double offset = random.nextInt(3) == 0 ? (random.nextDouble() - 0.5) * 1e6 : 50;
        double spread = Math.pow(10, random.nextInt(-12, 6));
        int kind = random.nextInt(9);
        return IntStream.range(0, size)
                .mapToDouble(row -> switch (kind) {
                    case 0 -> offset;
                    case 1 -> random.nextInt(3) * 0.1;
                    case 2 -> random.nextInt(4) > 0 ? offset : offset + random.nextDouble() * spread;
                    case 3 -> (random.nextDouble() - 0.5) * Double.MAX_VALUE * 2;
                    case 4 -> random.nextInt(3) * Double.MIN_VALUE;
                    case 5 -> random.nextInt(5) == 0 ? Double.NaN : offset + random.nextDouble() * spread;
                    case 6 -> random.nextInt(2) == 0 ? 0.0 : -0.0;
                    case 7 -> random.nextInt(50) == 0 ? offset : Double.NaN;
                    default -> offset + random.nextDouble() * spread;
                })
                .toArray();
    }

    private static void sorts(ScoreSort sort, double... keys) {
        double[] expected = Arrays.stream(keys)
                .filter(key -> !Double.isNaN(key))
                .map(key -> key + 0.0)
                .sorted()
                .toArray();
        int ranked = sort.sort(keys, 0, new DoubleScores(keys), new int[keys.length]);
        assertThat(IntStream.range(0, ranked).mapToDouble(rank -> sort.score(rank) + 0.0))
                .containsExactly(Arrays.stream(expected).boxed().toArray(Double[]::new));
        assertThat(IntStream.range(0, ranked).mapToDouble(rank -> keys[sort.row(rank)] + 0.0))
                .as("the keys of the rows")
                .containsExactly(Arrays.stream(expected).boxed().toArray(Double[]::new));
        assertThat(IntStream.range(0, ranked).map(sort::row)).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void every_draw_is_sorted_whatever_the_last_one_was(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 1 + random.nextInt(random.nextBoolean() ? 8 : 150);
        ScoreSort sort = new ScoreSort(size);
        for (int draw = 0; draw < 15; draw++) {
            sorts(sort, draw(random, size));
        }
    }

    @Test
    void a_range_that_shrinks_grows_moves_away_and_collapses_is_sorted() {
        ScoreSort sort = new ScoreSort(5);
        sorts(sort, 3, 1, 2, 5, 4);
        sorts(sort, 3.3, 3.1, 3.2, 3.5, 3.4);
        sorts(sort, 30, -10, 20, -50, 40);
        sorts(sort, 1003, 1001, 1002, 1005, 1004);
        sorts(sort, -1003, -1001, -1002, -1005, -1004);
        sorts(sort, 7, 7, 7, 7, 7);
        sorts(sort, 8, 6, 7, 9, 5);
        sorts(sort, Double.NaN, 2, Double.NaN, 1, Double.NaN);
        sorts(sort, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        sorts(sort, 2, 1, 3, 2, 1);
    }

    @Test
    void what_falls_below_the_last_range_comes_to_the_very_front() {
        ScoreSort sort = new ScoreSort(4);
        sorts(sort, 1, 2, 3, 4);
        sorts(sort, 0.5, 0.25, 0.125, 4);
    }

    @Test
    void crowds_are_sorted_from_32_to_34_and_beyond() {
        for (int crowd : new int[] {31, 32, 33, 34, 100}) {
            ScoreSort sort = new ScoreSort(crowd + 10);
            sorts(sort, IntStream.range(0, crowd + 10).mapToDouble(row -> -row).toArray());
            sorts(
                    sort,
                    IntStream.range(0, crowd + 10)
                            .mapToDouble(row -> row < crowd ? -3 : -row)
                            .toArray());
        }
    }

    /** All in one bucket but a few, far from each other, or each a fraction of the one before. */
    @ParameterizedTest
    @ValueSource(ints = {40, 700, 5000})
    void outliers_and_falling_magnitudes_are_sorted(int size) {
        SplittableRandom random = new SplittableRandom(size);
        ScoreSort sort = new ScoreSort(size);
        for (double outlier : new double[] {1e3, 1e9, 1e300, Double.POSITIVE_INFINITY}) {
            sorts(
                    sort,
                    IntStream.range(0, size)
                            .mapToDouble(row -> row == 7 ? outlier : random.nextDouble())
                            .toArray());
            sorts(
                    sort,
                    IntStream.range(0, size)
                            .mapToDouble(row -> row < 9 ? -outlier : row % 5)
                            .toArray());
        }
        sorts(
                sort,
                IntStream.range(0, size)
                        .mapToDouble(row -> Math.pow(1.5, -(row * 37 % size)))
                        .toArray());
        sorts(
                sort,
                IntStream.range(0, size).mapToDouble(row -> random.nextInt(3)).toArray());
    }

    @Test
    void a_score_is_near_the_next_up_to_the_reach_and_no_further() {
        SplittableRandom random = new SplittableRandom(3);
        ScoreSort sort = new ScoreSort(400);
        for (int draw = 0; draw < 30; draw++) {
            double[] keys = draw(random, 400);
            for (double reach : new double[] {0, 1e-12, 0.01, 1, Double.NaN, Double.POSITIVE_INFINITY}) {
                int ranked = sort.sort(keys, reach, new DoubleScores(keys), new int[keys.length]);
                assertThat(nears(sort))
                        .containsExactlyElementsOf(IntStream.range(0, ranked - 1)
                                .filter(rank -> !(sort.score(rank + 1) - sort.score(rank) > reach))
                                .boxed()
                                .toList());
            }
        }
    }

    private static List<Integer> nears(ScoreSort sort) {
        return IntStream.range(0, sort.findNear()).map(sort::nearRank).boxed().toList();
    }

    @Test
    void no_rows_are_none() {
        assertThat(new ScoreSort(0).sort(new double[0], 0, new DoubleScores(new double[0]), new int[0]))
                .isZero();
    }
}
