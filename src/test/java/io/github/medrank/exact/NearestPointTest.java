package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The nearest point x of a region to a target t is the one at which no point y of the region has (x − t) · (y − x) &lt; 0: of
 * a bounded region, no vertex. The vertices come one by one, in whole numbers.
 */
class NearestPointTest {
    private static final int PROGRAMS_A_SEED = 50;
    private static final int FURTHEST = 3;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void no_vertex_is_nearer_in_any_direction(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < PROGRAMS_A_SEED; i++) {
            SmallProgram region = bounded(SmallProgram.random(random));
            int[] target = random.ints(region.free().length, -4, 5).toArray();
            int divisor = 1 + random.nextInt(3);
            Optional<FractionVector> nearest = region.program().nearest(decimals(target), BigDecimal.valueOf(divisor));
            check(region, target, divisor, nearest);
        }
    }

    private static void check(SmallProgram region, int[] target, int divisor, Optional<FractionVector> nearest) {
        String text = region + " from " + Arrays.toString(target) + " / " + divisor;
        assertThat(nearest.isPresent()).as(text).isEqualTo(new LinearVertices(region).feasible);
        if (nearest.isEmpty()) {
            return;
        }
        FractionVector point = nearest.orElseThrow();
        region.checkFeasible(point);
        int[] away = new int[target.length]; // (x − t) times both denominators
        BigInteger here = BigInteger.ZERO;
        for (int i = 0; i < away.length; i++) {
            away[i] = point.numerator(i)
                    .multiply(BigInteger.valueOf(divisor))
                    .subtract(BigInteger.valueOf(target[i]).multiply(point.denominator()))
                    .intValueExact();
            here = here.add(BigInteger.valueOf(away[i]).multiply(point.numerator(i)));
        }
        Fraction least = new LinearVertices(region.withObjective(away)).best;
        assertThat(least).as(text).isEqualByComparingTo(new Fraction(here, point.denominator()));
    }

    private static BigDecimal[] decimals(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
    }

    /** The same constraints on variables from 0 to a few. */
    private static SmallProgram bounded(SmallProgram program) {
        int width = program.free().length;
        int size = program.rows().length;
        int[][] rows = Arrays.copyOf(program.rows(), size + width);
        int[] bounds = Arrays.copyOf(program.bounds(), size + width);
        int[] senses = Arrays.copyOf(program.senses(), size + width);
        for (int i = 0; i < width; i++) {
            rows[size + i] = new int[width];
            rows[size + i][i] = 1;
            bounds[size + i] = FURTHEST;
            senses[size + i] = -1;
        }
        return new SmallProgram(rows, bounds, senses, new boolean[width], new int[width], false, 0);
    }
}
