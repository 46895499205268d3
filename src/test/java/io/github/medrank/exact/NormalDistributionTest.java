package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against ½ + φ(z)·Σ z^(2k+1)/(2k+1)!! with so many digits that no cancellation matters. */
class NormalDistributionTest {
    private static final int MOST_DIGITS = 420;
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal ROOT_OF_TWO_PI = TWO.multiply(pi()).sqrt(new MathContext(MOST_DIGITS));

    /** Machin's formula. */
    private static BigDecimal pi() {
        return BigDecimal.valueOf(16)
                .multiply(arctangentOfInverse(5))
                .subtract(BigDecimal.valueOf(4).multiply(arctangentOfInverse(239)));
    }

    private static BigDecimal arctangentOfInverse(int n) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(n), MOST_DIGITS, RoundingMode.HALF_EVEN);
        for (int k = 1; power.compareTo(BigDecimal.ONE.movePointLeft(MOST_DIGITS)) > 0; k += 2) {
            BigDecimal term = power.divide(BigDecimal.valueOf(k), MOST_DIGITS, RoundingMode.HALF_EVEN);
            sum = k % 4 == 1 ? sum.add(term) : sum.subtract(term);
            power = power.divide(BigDecimal.valueOf((long) n * n), MOST_DIGITS, RoundingMode.HALF_EVEN);
        }
        return sum;
    }

    private static BigDecimal exact(double z) {
        MathContext digits = new MathContext(50 + (int) (0.25 * z * z));
        BigDecimal x = new BigDecimal(z);
        BigDecimal square = x.multiply(x, digits);
        BigDecimal half = square.divide(TWO, digits);
        BigDecimal exponential = BigDecimal.ZERO;
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = BigDecimal.ONE;
        BigDecimal odd = x;
        for (int k = 0; k < 4 || odd.abs().add(power).compareTo(BigDecimal.ONE.movePointLeft(60)) > 0; k++) {
            exponential = exponential.add(power, digits);
            sum = sum.add(odd, digits);
            power = power.multiply(half).divide(BigDecimal.valueOf(k + 1), digits);
            odd = odd.multiply(square).divide(BigDecimal.valueOf(2L * k + 3), digits);
        }
        return new BigDecimal("0.5").add(sum.divide(exponential.multiply(ROOT_OF_TWO_PI), digits));
    }

    private static void check(double z, double ulps) {
        BigDecimal expected = exact(z);
        double actual = NormalDistribution.cumulative(z);
        BigDecimal allowed = new BigDecimal(Math.ulp(expected.doubleValue())).multiply(new BigDecimal(ulps));
        assertThat(new BigDecimal(actual).subtract(expected).abs())
                .as("%s: %s for %s", z, actual, expected.round(new MathContext(20)))
                .isLessThanOrEqualTo(allowed);
    }

    @Test
    void is_right_to_a_few_units_in_the_last_place_everywhere() {
        DoubleStream.iterate(-37.5, z -> z < 9, z -> z + 0.375).forEach(z -> check(z, 8));
        SplittableRandom random = new SplittableRandom(7);
        random.doubles(200, -37.5, 9).forEach(z -> check(z, 8));
        random.doubles(300, -7, 7).forEach(z -> check(z, 8));
    }

    /** Where doubles have fewer bits. */
    @Test
    void ends_with_the_doubles() {
        DoubleStream.iterate(-38.5, z -> z < -37.5, z -> z + 0.0625).forEach(z -> check(z, 8));
        assertThat(NormalDistribution.cumulative(-38.6)).isZero();
        assertThat(NormalDistribution.cumulative(-1e300)).isZero();
        assertThat(NormalDistribution.cumulative(Double.NEGATIVE_INFINITY)).isZero();
        assertThat(NormalDistribution.cumulative(9)).isEqualTo(1);
        assertThat(NormalDistribution.cumulative(Double.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(NormalDistribution.cumulative(Double.NaN)).isNaN();
        assertThat(NormalDistribution.cumulative(0)).isEqualTo(0.5);
        assertThat(NormalDistribution.cumulative(Double.MIN_VALUE)).isEqualTo(0.5);
    }

    /** Abramowitz and Stegun (1964), table 26.1. */
    @ParameterizedTest
    @CsvSource({
        "1, 0.841344746068543",
        "2, 0.977249868051821",
        "3, 0.998650101968370",
        "0.5, 0.691462461274013",
        "1.96, 0.975002104851780",
        "-1, 0.158655253931457"
    })
    void is_as_printed(double z, BigDecimal printed) {
        assertThat(new BigDecimal(NormalDistribution.cumulative(z))
                        .subtract(printed)
                        .abs())
                .isLessThanOrEqualTo(new BigDecimal("0.5e-15").add(new BigDecimal("1e-16")));
    }

    @Test
    void never_falls() {
        double last = 0;
        for (double z = -39; z < 9; z += 1.0 / 1024) {
            double here = NormalDistribution.cumulative(z);
            assertThat(here).isGreaterThanOrEqualTo(last);
            last = here;
        }
    }
}
