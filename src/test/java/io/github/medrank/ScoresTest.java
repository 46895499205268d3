package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scores made of other scores keep what those promise. */
class ScoresTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static double[] doubles(Scores scores) {
        double[] approximate = new double[scores.size()];
        scores.copyTo(approximate);
        return approximate;
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void a_line_through_scores_is_within_its_bound_and_the_bound_is_of_use(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BigDecimal[] exact = random.doubles(8, -1000, 1000)
                .mapToObj(x -> random.nextInt(5) == 0 ? null : BigDecimal.valueOf(x))
                .toArray(BigDecimal[]::new);
        WatchedScores scores = new WatchedScores(exact);
        scores.bound = random.nextInt(2) * random.nextDouble() * 1e-6;
        for (int row = 0; row < 8; row++) {
            scores.approximate[row] += (2 * random.nextDouble() - 1) * scores.bound;
        }
        double factor = random.nextDouble(-30, 30);
        double offset = random.nextInt(2) * random.nextDouble(-1000, 1000);
        AffineScores line = new AffineScores(scores, Rational.of(factor), Rational.of(offset));
        double[] approximate = doubles(line);
        double largest = 0;
        for (int row = 0; row < 8; row++) {
            if (exact[row] == null) {
                assertThat(approximate[row]).isNaN();
                assertThat(line.unranked(row)).contains("no score");
            } else {
                BigDecimal score =
                        exact[row].multiply(BigDecimal.valueOf(factor)).add(BigDecimal.valueOf(offset));
                assertThat(line.exact(row)).isEqualTo(Rational.of(score));
                assertThat(new BigDecimal(approximate[row]).subtract(score).abs())
                        .isLessThanOrEqualTo(new BigDecimal(line.errorBound()));
                largest = Math.max(largest, Math.abs(exact[row].doubleValue()));
            }
        }
        // the scores' own error times the factor, and a few roundings of numbers of this size
        double least = Math.abs(factor) * scores.bound;
        assertThat(line.errorBound())
                .isBetween(least, least + (Math.abs(factor) * (largest + 1) + Math.abs(offset)) * 0x1p-49);
    }

    @Test
    void a_line_downwards_turns_the_direction_round() {
        WatchedScores scores = new WatchedScores(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN);
        scores.knowsAlike = true;
        AffineScores up = new AffineScores(scores, Rational.of(2), Rational.ZERO);
        AffineScores down = new AffineScores(scores, Rational.of(-2), Rational.ZERO);
        AffineScores level = new AffineScores(scores, Rational.ZERO, Rational.ZERO);
        assertThat(up.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(level.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
        assertThat(down.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(up.alike(0, 1)).isTrue();
        assertThat(up.alike(0, 2)).isFalse();
        assertThat(up.warnings()).containsExactly("a warning");
        scores.direction = Direction.LOWER_IS_BETTER;
        assertThat(up.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(down.direction()).isEqualTo(Direction.HIGHER_IS_BETTER);
    }

    @Test
    void some_scores_are_those_of_their_rows() {
        WatchedScores scores =
                new WatchedScores(BigDecimal.ONE, null, BigDecimal.TEN, BigDecimal.valueOf(2), BigDecimal.TEN);
        scores.knowsAlike = true;
        scores.direction = Direction.LOWER_IS_BETTER;
        scores.denominator = 1;
        SomeScores some = new SomeScores(scores, new int[] {4, 1, 2});
        assertThat(some.size()).isEqualTo(3);
        assertThat(doubles(some)).containsExactly(10, Double.NaN, 10);
        assertThat(some.errorBound()).isEqualTo(scores.bound).isPositive();
        assertThat(some.denominator()).isEqualTo(1);
        assertThat(some.exact(2)).isEqualTo(Rational.of(10));
        assertThat(some.alike(0, 2)).isTrue();
        assertThat(some.direction()).isEqualTo(Direction.LOWER_IS_BETTER);
        assertThat(some.unranked(1)).contains("no score");
        assertThat(some.unranked(0)).isEmpty();
        assertThat(some.contributions(2)).containsExactly(Rational.of(2));
        assertThat(some.warnings()).containsExactly("a warning");
    }

    /** 100 · (worse + equal/2) / all: of four, 12.5, 37.5, 75 and 75. */
    @Test
    void percentiles_count_the_worse_and_half_of_the_equal() {
        WatchedScores scores =
                new WatchedScores(BigDecimal.TEN, BigDecimal.ONE, null, BigDecimal.valueOf(2), BigDecimal.TEN);
        PercentileScores percentiles = new PercentileScores(scores);
        assertThat(percentiles.size()).isEqualTo(5);
        assertThat(doubles(percentiles)).containsExactly(75, 12.5, Double.NaN, 37.5, 75);
        assertThat(percentiles.exact(3)).isEqualTo(Rational.of(37.5));
        assertThat(percentiles.unranked(2)).contains("no score");
        assertThat(percentiles.warnings()).containsExactly("a warning");
        // of three, the middle one is at 50 and the others at 16⅔ and 83⅓
        PercentileScores thirds =
                new PercentileScores(new WatchedScores(BigDecimal.ONE, BigDecimal.valueOf(2), BigDecimal.TEN));
        BigDecimal third = new BigDecimal(doubles(thirds)[0]).multiply(BigDecimal.valueOf(6));
        assertThat(third.subtract(BigDecimal.valueOf(100)).abs().doubleValue() / 6)
                .isPositive()
                .isLessThanOrEqualTo(thirds.errorBound());
        assertThat(thirds.errorBound()).isLessThan(1e-10);
    }

    @Test
    void doubles_are_as_far_from_their_decimals_as_a_double_may_be() {
        DoubleScores scores = new DoubleScores(new double[] {0.1, -1e9 / 3, 4.9e-324});
        assertThat(scores.size()).isEqualTo(3);
        for (int row = 0; row < 3; row++) {
            double value = doubles(scores)[row];
            assertThat(scores.exact(row)).isEqualTo(Rational.of(new BigDecimal(Double.toString(value))));
            assertThat(new BigDecimal(value)
                            .subtract(new BigDecimal(Double.toString(value)))
                            .abs())
                    .isLessThanOrEqualTo(new BigDecimal(scores.errorBound()));
        }
        assertThat(scores.errorBound()).isBetween(Math.ulp(1e9 / 3) / 4, Math.ulp(1e9 / 3) * 4);
        assertThat(new DoubleScores(new double[] {0}).errorBound()).isBetween(Double.MIN_VALUE, 1e-300);
        assertThat(ImmutableList.copyOf(scores.warnings())).isEmpty();
        assertThat(Arrays.equals(doubles(new DoubleScores(new double[] {1, 2})), new double[] {1, 2}))
                .isTrue();
    }
}
