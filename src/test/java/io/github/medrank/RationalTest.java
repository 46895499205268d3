package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers stay the same where fractions are reduced, where digits get many, and as keys of a map. */
class RationalTest {
    private static Rational ratio(BigInteger numerator, BigInteger denominator) {
        return Rational.ratio(new BigDecimal(numerator), new BigDecimal(denominator));
    }

    /** Denominators on both sides of 64 bits, with and without common factors. */
    @ParameterizedTest(name = "bits={0}")
    @ValueSource(ints = {62, 63, 64, 65, 66, 130})
    void sums_and_products_are_the_same_numbers_whether_reduced_or_not(int bits) {
        BigInteger large = BigInteger.ONE.shiftLeft(bits - 2).subtract(BigInteger.ONE);
        BigInteger three = BigInteger.valueOf(3);
        Rational one = ratio(BigInteger.TWO, large);
        Rational third = ratio(BigInteger.ONE, three);
        assertThat(one.plus(third)).isEqualTo(ratio(large.add(BigInteger.valueOf(6)), large.multiply(three)));
        assertThat(one.times(third)).isEqualTo(ratio(BigInteger.TWO, large.multiply(three)));
        assertThat(one.plus(third).minus(third)).isEqualTo(one).hasSameHashCodeAs(one);
        assertThat(ratio(large, BigInteger.ONE).times(Rational.of(1e-5)).times(ratio(BigInteger.TEN, large)))
                .isEqualTo(Rational.of(1e-4))
                .hasToString("0.0001");
    }

    /** Short fractions are divided in doubles, long ones in decimals. */
    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void a_double_is_that_of_the_quotient_to_34_digits_and_does_not_depend_on_how_the_fraction_is_written(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            BigDecimal over = BigDecimal.valueOf(random.nextLong() >> random.nextInt(63), random.nextInt(-9, 30));
            BigDecimal under =
                    BigDecimal.valueOf(1 + (random.nextLong() >>> (1 + random.nextInt(62))), random.nextInt(-9, 30));
            double expected = over.divide(under, MathContext.DECIMAL128).doubleValue();
            BigDecimal seventh = BigDecimal.valueOf(7).pow(25);
            assertThat(Rational.ratio(over, under).doubleValue())
                    .as("%s / %s", over, under)
                    .isEqualTo(expected)
                    .isEqualTo(Rational.ratio(over.multiply(seventh), under.multiply(seventh))
                            .doubleValue());
        }
    }

    @Test
    void numbers_of_more_than_thirty_digits_are_written_with_an_exponent() {
        assertThat(Rational.of(1e29)).hasToString("100000000000000000000000000000");
        assertThat(Rational.of(-3e29)).hasToString("-300000000000000000000000000000");
        assertThat(Rational.of(1e30)).hasToString("1E+30");
        assertThat(Rational.of(10)).hasToString("10");
        assertThat(Rational.of(7)).hasToString("7");
    }

    @Test
    void equal_scores_have_equal_hash_codes_and_others_hardly_ever() {
        Rational third = Rational.ratio(BigDecimal.ONE, new BigDecimal("3"));
        assertThat(Rational.ratio(new BigDecimal("-20.0"), new BigDecimal("-60")))
                .isEqualTo(third)
                .hasSameHashCodeAs(third);
        assertThat(Rational.of(0.5)).hasSameHashCodeAs(Rational.ratio(BigDecimal.TEN, new BigDecimal("2E+1")));
        assertThat(IntStream.range(0, 1000)
                        .map(tenths -> Rational.ratio(BigDecimal.valueOf(tenths), BigDecimal.TEN)
                                .hashCode())
                        .distinct()
                        .count())
                .isGreaterThan(900);
    }
}
