package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Rational;
import io.github.medrank.exact.Elementary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A preference function: how strongly, in [0, 1], a school is preferred to another that is worse by some difference.
 * There are the six functions of Brans and Vincke (1985). All increase with the difference d and are 0 if it is not
 * positive.
 *
 * <pre>{@code
 * Preference.linear(1, 2).of(1.5) // ==> 0.5
 * }</pre>
 */
@Immutable
public final class Preference {
    private enum Shape {
        USUAL,
        U_SHAPE,
        V_SHAPE,
        LEVEL,
        LINEAR,
        GAUSSIAN
    }

    private static final Rational ONE = Rational.of(1);
    private static final MathContext DIGITS = new MathContext(50);
    private static final BigDecimal MINUS_TWO = BigDecimal.valueOf(-2);
    /** Beyond this power of e nothing is left. */
    private static final BigDecimal FAR = BigDecimal.valueOf(-200);

    private static final int BITS = 150;
    private static final int DECIMALS = 40;

    private final Shape shape;
    private final double q;
    private final double p;

    private Preference(Shape shape, double q, double p) {
        this.shape = shape;
        this.q = q + 0.0;
        this.p = p + 0.0;
    }

    /** Returns the function in which any positive difference counts fully. */
    public static Preference usual() {
        return new Preference(Shape.USUAL, 0, 0);
    }

    /**
     * Returns the function in which a difference above q counts fully, and a smaller one not at all.
     *
     * @throws IllegalArgumentException if q is negative, NaN or infinite
     */
    public static Preference uShape(double q) {
        return checked(Shape.U_SHAPE, q, q);
    }

    /**
     * Returns the function in which a difference d counts d/p, and fully from p on.
     *
     * @throws IllegalArgumentException if p is not positive, or infinite
     */
    public static Preference vShape(double p) {
        checkArgument(p > 0, "preference threshold p = %s; it must be positive", p);
        return checked(Shape.V_SHAPE, 0, p);
    }

    /**
     * Returns the function in which a difference above q counts half, and one above p fully.
     *
     * @throws IllegalArgumentException if not 0 ≤ q ≤ p &lt; ∞
     */
    public static Preference level(double q, double p) {
        return checked(Shape.LEVEL, q, p);
    }

    /**
     * Returns the function in which a difference d between q and p counts (d − q)/(p − q), a smaller one not at all,
     * and a larger one fully.
     *
     * @throws IllegalArgumentException if not 0 ≤ q &lt; p &lt; ∞
     */
    public static Preference linear(double q, double p) {
        checkArgument(p > q, "preference thresholds q = %s, p = %s; p must be above q", q, p);
        return checked(Shape.LINEAR, q, p);
    }

    /**
     * Returns the function in which a difference d counts 1 − exp(−d²/2s²), rounded half even to forty decimals: from
     * 13.7 deviations on it counts 1.
     *
     * @throws IllegalArgumentException if s is not positive, or infinite
     */
    public static Preference gaussian(double s) {
        checkArgument(s > 0, "preference deviation s = %s; it must be positive", s);
        return checked(Shape.GAUSSIAN, 0, s);
    }

    private static Preference checked(Shape shape, double q, double p) {
        checkArgument(
                q >= 0 && p >= q && p < Double.POSITIVE_INFINITY,
                "preference thresholds q = %s, p = %s; 0 <= q <= p, please",
                q,
                p);
        return new Preference(shape, q, p);
    }

    /** Returns the preference for a difference; 0 if it is not positive. */
    public double of(double difference) {
        if (!(difference > 0)) {
            return 0;
        }
        return switch (shape) {
            case USUAL -> 1;
            case U_SHAPE -> difference > q ? 1 : 0;
            case V_SHAPE -> Math.min(1, difference / p);
            case LEVEL -> difference > p ? 1 : difference > q ? 0.5 : 0;
            case LINEAR -> Math.min(1, Math.max(0, (difference - q) / (p - q)));
            case GAUSSIAN -> -Math.expm1(-(difference / p) * (difference / p) / 2);
        };
    }

    /** The exact preference for an exact advantage, and minus that of the other for a disadvantage. */
    Rational exactly(Rational ahead) {
        if (ahead.signum() == 0) {
            return Rational.ZERO;
        }
        if (ahead.signum() < 0) {
            return exactly(ahead.negate()).negate();
        }
        Rational low = Rational.of(q);
        Rational high = Rational.of(p);
        return switch (shape) {
            case USUAL -> ONE;
            case U_SHAPE -> ahead.compareTo(low) > 0 ? ONE : Rational.ZERO;
            case LEVEL -> ahead.compareTo(high) > 0 ? ONE : ahead.compareTo(low) > 0 ? Rational.of(0.5) : Rational.ZERO;
            case V_SHAPE, LINEAR -> between(ahead.minus(low).dividedBy(high.minus(low)));
            case GAUSSIAN -> gaussian(ahead.dividedBy(high));
        };
    }

    private static Rational between(Rational share) {
        return share.signum() < 0 ? Rational.ZERO : share.compareTo(ONE) > 0 ? ONE : share;
    }

    /** 1 − exp(−x²/2), to forty decimals. */
    private static Rational gaussian(Rational x) {
        BigDecimal power = x.times(x).toBigDecimal(DIGITS).divide(MINUS_TWO);
        return power.compareTo(FAR) < 0
                ? ONE
                : ONE.minus(Rational.of(Elementary.exp(power, BITS).setScale(DECIMALS, RoundingMode.HALF_EVEN)));
    }

    /** Whether a difference that may be off may be on the other side of a step. */
    boolean isDoubtful(double difference, double off) {
        boolean steps = shape == Shape.U_SHAPE || shape == Shape.LEVEL;
        return !(difference > off)
                || (steps && (!(Math.abs(difference - q) > off) || !(Math.abs(difference - p) > off)));
    }

    /** The most that a preference rises by for each unit of difference, steps aside. */
    double steepest() {
        return switch (shape) {
            case USUAL, U_SHAPE, LEVEL -> 0;
            case V_SHAPE, LINEAR -> 1 / (p - q);
            case GAUSSIAN -> 0.61 / p; // at one deviation, 1/√e
        };
    }

    /** Returns whether the other object is the same function. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Preference that && shape == that.shape && q == that.q && p == that.p;
    }

    @Override
    public int hashCode() {
        return Objects.hash(shape.name(), q, p);
    }

    /** Returns the function and its thresholds. */
    @Override
    public String toString() {
        return switch (shape) {
            case USUAL -> "usual preference";
            case U_SHAPE -> "U-shaped preference from " + q;
            case V_SHAPE -> "V-shaped preference to " + p;
            case LEVEL -> "level preference from " + q + " and " + p;
            case LINEAR -> "linear preference from " + q + " to " + p;
            case GAUSSIAN -> "Gaussian preference of deviation " + p;
        };
    }
}
