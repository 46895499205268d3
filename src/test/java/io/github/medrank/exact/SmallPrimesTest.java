package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.SixtyDigits;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallPrimesTest {
    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static BigInteger number(SplittableRandom random) {
        BigInteger number = BigInteger.valueOf(random.nextLong(1, 1L << random.nextInt(1, 62)));
        return random.nextBoolean() ? number : number.multiply(BigInteger.valueOf(random.nextLong(1, 1L << 40)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void logarithms_and_roots_have_forty_digits(long seed) {
        BigInteger number = number(new SplittableRandom(seed));
        BigDecimal decimal = new BigDecimal(number);
        assertThat(SmallPrimes.ln(number)).isCloseTo(SixtyDigits.ln(decimal), within(new BigDecimal("1e-39")));
        BigDecimal root = decimal.sqrt(SixtyDigits.DIGITS);
        assertThat(SmallPrimes.root(number)).isCloseTo(root, within(root.multiply(new BigDecimal("1e-39"))));
    }

    /** Of numbers of up to six digits, sums of logarithms and multiples of roots are the same decimals. */
    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_equal_by_arithmetic_is_equal(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BigInteger a = BigInteger.valueOf(random.nextInt(1, 1000));
        BigInteger b = BigInteger.valueOf(random.nextInt(1, 1000));
        assertThat(SmallPrimes.ln(a.multiply(b)))
                .isEqualByComparingTo(SmallPrimes.ln(a).add(SmallPrimes.ln(b)));
        assertThat(SmallPrimes.root(a.multiply(a).multiply(b)))
                .isEqualByComparingTo(SmallPrimes.root(b).multiply(new BigDecimal(a)));
    }

    @Test
    void edges() {
        assertThat(SmallPrimes.ln(BigInteger.ONE)).isZero();
        assertThat(SmallPrimes.root(BigInteger.ZERO)).isZero();
        assertThat(SmallPrimes.root(BigInteger.valueOf(1009L * 1009 * 1013 * 1013)))
                .isEqualByComparingTo(String.valueOf(1009 * 1013));
        assertThatIllegalArgumentException().isThrownBy(() -> SmallPrimes.ln(BigInteger.ZERO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.001", "0.5", "1", "2.75", "4", "5.999"})
    void a_tail_has_thirty_digits(BigDecimal z) {
        BigDecimal truth = BigDecimal.ONE.subtract(SixtyDigits.normalCdf(z));
        assertThat(NormalTail.beyond(z)).isCloseTo(truth, within(truth.multiply(new BigDecimal("1e-29"))));
    }

    /** The values of the far tail are those of mpmath 1.3.0, {@code erfc(z / sqrt(2)) / 2}. */
    @Test
    void far_tails() {
        assertThat(NormalTail.beyond(new BigDecimal("6"))).isEqualByComparingTo("9.86587645037698140700864132398e-10");
        assertThat(NormalTail.beyond(new BigDecimal("12.5")))
                .isEqualByComparingTo("3.73256429887771337722583633803e-36");
        assertThat(NormalTail.beyond(new BigDecimal("38")))
                .isEqualByComparingTo("2.88542836006878430835097048157e-316");
        assertThat(NormalTail.beyond(new BigDecimal("40.1"))).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> NormalTail.beyond(new BigDecimal("-1")));
    }
}
