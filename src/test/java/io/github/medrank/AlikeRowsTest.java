package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows found alike in one draw are sorted apart in the next; positions stay those of exact sums. */
class AlikeRowsTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /**
     * Rows of which many are copies of others, and many differ from another by about what sorting can tell apart, by
     * what doubles can, or by less.
     */
    private static double[][] rows(SplittableRandom random, int size, int width) {
        double magnitude = Math.pow(10, random.nextInt(-12, 13));
        double[] steps = {0x1p-52, 0x1p-45, 0x1p-42, 0x1p-40, 0x1p-37};
        double step = magnitude * steps[random.nextInt(steps.length)];
        int kind = random.nextInt(4);
        double[][] rows = new double[size][];
        for (int row = 0; row < size; row++) {
            int before = row == 0 ? -1 : random.nextInt(row);
            int what = before < 0 ? 0 : random.nextInt(4);
            if (what == 0 || kind == 0) {
                double crowd = random.nextInt(3) == 0 ? 1 : 1e-3;
                rows[row] = random.doubles(width)
                        .map(any -> magnitude * (kind == 1 ? Math.rint(any * 9) : any * crowd))
                        .toArray();
            } else {
                double shift = what == 1 ? 0 : step * (random.nextInt(17) - 8);
                int where = random.nextInt(width);
                rows[row] = rows[before].clone();
                rows[row][where] += shift;
            }
        }
        return rows;
    }

    private static double[] weights(SplittableRandom random, int width) {
        int kind = random.nextInt(4);
        double[] weights = IntStream.range(0, width)
                .mapToDouble(i -> kind == 0 ? random.nextInt(3) : kind == 1 ? 1 : 0.5 + random.nextDouble())
                .toArray();
        weights[random.nextInt(width)] += 1;
        return weights;
    }

    private static int[] exactPositions(double[][] rows, double[] weights) {
        TreeMap<BigDecimal, Integer> groups = new TreeMap<>();
        BigDecimal[] sums = new BigDecimal[rows.length];
        for (int row = 0; row < rows.length; row++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < weights.length; i++) {
                sum = sum.add(BigDecimal.valueOf(weights[i]).multiply(BigDecimal.valueOf(rows[row][i])));
            }
            sums[row] = sum;
            groups.merge(sum, 1, Integer::sum);
        }
        int next = 1;
        for (BigDecimal score : groups.descendingKeySet()) {
            next += groups.put(score, next);
        }
        return IntStream.range(0, rows.length).map(row -> groups.get(sums[row])).toArray();
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void positions_are_those_of_exact_sums_in_every_draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = seed % 3 == 0 ? 1 + random.nextInt(60) : 1 + random.nextInt(5);
        double[][] rows = rows(random, 2 + random.nextInt(120), width);
        ImmutableList<Indicator> indicators = GeneratedTables.indicators(width);
        IndicatorTable table = GeneratedTables.table(indicators, rows);
        Draws draws = Rankers.weightedMean().over(table, indicators, Presentation.exact());
        int[] positions = new int[rows.length];
        for (int draw = 0; draw < 12; draw++) {
            double[] weights = weights(random, width);
            draws.positions(weights, positions);
            assertThat(positions).as("draw %s", draw).containsExactly(exactPositions(rows, weights));
        }
    }
}
