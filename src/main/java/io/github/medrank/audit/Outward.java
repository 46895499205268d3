package io.github.medrank.audit;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Two decimals between which a number lies: the number itself for an arithmetic mean, its logarithm for a geometric
 * and its reciprocal for a harmonic mean. They are rounded outwards, so any interval derived from them can only be
 * too wide.
 *
 * <p>An end is null if there is none: a value that is printed as 0 may be as close to 0 as it likes, and its logarithm
 * or reciprocal has no end there.
 */
@Immutable
record Outward(@Nullable BigDecimal low, @Nullable BigDecimal high) {
    private static final MathContext DOWN = new MathContext(22, RoundingMode.FLOOR);
    private static final MathContext UP = new MathContext(22, RoundingMode.CEILING);

    static Outward exactly(BigDecimal number) {
        return new Outward(number, number);
    }

    /** Converts a number between two ends for a mean. The upper end is positive unless the mean is arithmetic. */
    static Outward of(CompositeMean mean, BigDecimal low, BigDecimal high) {
        return switch (mean) {
            case ARITHMETIC -> new Outward(low, high);
            case GEOMETRIC -> new Outward(low.signum() > 0 ? below(mean, low) : null, above(mean, high));
            case HARMONIC -> new Outward(below(mean, high), low.signum() > 0 ? above(mean, low) : null);
        };
    }

    /** Converts a number for a mean and rounds down. */
    static BigDecimal below(CompositeMean mean, BigDecimal number) {
        return switch (mean) {
            case ARITHMETIC -> number;
            case GEOMETRIC -> logarithm(number, -1);
            case HARMONIC -> BigDecimal.ONE.divide(number, DOWN);
        };
    }

    /** Converts a number for a mean and rounds up. */
    static BigDecimal above(CompositeMean mean, BigDecimal number) {
        return switch (mean) {
            case ARITHMETIC -> number;
            case GEOMETRIC -> logarithm(number, 1);
            case HARMONIC -> BigDecimal.ONE.divide(number, UP);
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
