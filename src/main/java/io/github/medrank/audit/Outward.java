package io.github.medrank.audit;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Two decimals between which a number lies: the number itself for an arithmetic mean, its logarithm for a geometric
 * and its reciprocal for a harmonic mean. They are rounded outwards, so any interval derived from them can only be
 * too wide.
 */
@Immutable
record Outward(BigDecimal low, BigDecimal high) {
    private static final MathContext DOWN = new MathContext(22, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(22, RoundingMode.CEILING);

    static Outward exactly(BigDecimal number) {
        return new Outward(number, number);
    }

    /** Converts a number between two ends for a mean. The lower end is positive unless the mean is arithmetic. */
    static Outward of(CompositeMean mean, BigDecimal low, BigDecimal high) {
        return switch (mean) {
            case ARITHMETIC -> new Outward(low, high);
            case GEOMETRIC -> new Outward(logarithm(low, -1), logarithm(high, 1));
            case HARMONIC -> new Outward(BigDecimal.ONE.divide(high, DOWN), BigDecimal.ONE.divide(low, UP));
        };
    }

    /**
     * The logarithm moved by more than its error, which is one unit in the last place of {@link StrictMath#log}
     * plus half a unit of its argument.
     */
    private static BigDecimal logarithm(BigDecimal number, int sign) {
        double log = StrictMath.log(number.doubleValue());
        double moved = log + sign * (2 * Math.ulp(log) + 0x1p-51);
        return new BigDecimal(moved).round(sign < 0 ? DOWN : UP);
    }
}
