package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Computes the upper tail of the standard normal distribution to thirty digits, for digits that doubles cannot decide.
 */
public final class NormalTail {
    private static final MathContext DIGITS = new MathContext(30);
    private static final MathContext WORKING = new MathContext(45);
    private static final BigDecimal ONE_OVER_ROOT_2_PI =
            new BigDecimal("0.3989422804014326779399460599343818684758586311649346576659258297");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal MINUS_HALF = HALF.negate();

    /** Beyond this many deviations there is less than the smallest double. */
    private static final BigDecimal FAR = BigDecimal.valueOf(40);

    /** From here the continued fraction is shorter than the series. */
    private static final BigDecimal SERIES = BigDecimal.valueOf(6);

    /** A hundred suffice at six deviations, and fewer farther out. */
    private static final int STEPS = 160;

    private static final int BITS = 240;

    private NormalTail() {}

    /**
     * Returns the probability of more than a number of standard deviations above the mean; 0 beyond 40.
     *
     * @param deviations the number of standard deviations, not negative
     */
    public static BigDecimal beyond(BigDecimal deviations) {
        checkArgument(deviations.signum() >= 0, "%s deviations", deviations);
        if (deviations.compareTo(FAR) > 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal density = Elementary.exp(deviations.multiply(deviations).multiply(MINUS_HALF), BITS)
                .multiply(ONE_OVER_ROOT_2_PI);
        return deviations.compareTo(SERIES) < 0
                ? HALF.subtract(density.multiply(series(deviations))).round(DIGITS)
                : density.divide(fraction(deviations), DIGITS);
    }

    /** z + z³/3 + z⁵/(3·5) + …, in whole numbers of 2^−{@link #BITS}. */
    private static BigDecimal series(BigDecimal z) {
        BigDecimal unit = new BigDecimal(BigInteger.ONE.shiftLeft(BITS));
        BigInteger term = z.multiply(unit).toBigInteger();
        BigInteger square = z.multiply(z).multiply(unit).toBigInteger();
        BigInteger sum = BigInteger.ZERO;
        for (int odd = 3; term.signum() != 0; odd += 2) {
            sum = sum.add(term);
            term = term.multiply(square).shiftRight(BITS).divide(BigInteger.valueOf(odd));
        }
        return new BigDecimal(sum).divide(unit, BITS / 3, RoundingMode.HALF_EVEN);
    }

    /** z + 1/(z + 2/(z + 3/(z + …))). */
    private static BigDecimal fraction(BigDecimal z) {
        BigDecimal fraction = z;
        for (int k = STEPS; k > 0; k--) {
            fraction = z.add(BigDecimal.valueOf(k).divide(fraction, WORKING));
        }
        return fraction;
    }
}
