package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A mean that combines the parts of a pillar: a weighted power mean, (Σ share·xʳ)^(1/r).
 *
 * <p>The greater r, the more a good part compensates for a bad one. r = 1 is the arithmetic mean, which compensates
 * fully, 0 the geometric and −1 the harmonic mean.
 *
 * <ul>
 *   <li>The arithmetic mean accepts negative values. All others refuse them, naming school and indicator.
 *   <li>With r ≤ 0, a zero with positive weight makes the mean 0, its limit.
 *   <li>Parts with weight zero are ignored, even if their value would be refused.
 *   <li>The mean of equal parts is their value.
 * </ul>
 *
 * <p>If any mean in the tree is not arithmetic, each mean is computed from exact values and shares and correctly
 * rounded to 13 significant digits, half up, except that an arithmetic mean within another mean is not rounded. Means
 * that are mathematically equal, such as √(25·100) and √(50·50), therefore tie. The computation uses doubles, and more
 * digits where their error leaves the last digit open. A mean is monotone in each part and does not depend on the
 * order of parts.
 *
 * <pre>{@code
 * Mean.power(-1).equals(Mean.harmonic()) // ==> true
 * }</pre>
 */
@Immutable
public final class Mean {
    private static final Mean ARITHMETIC = new Mean(1);
    private static final Mean GEOMETRIC = new Mean(0);
    private static final Mean HARMONIC = new Mean(-1);

    private static final MathContext DIGITS = new MathContext(13);
    private static final double UNIT = 0x1p-52;
    /** Below this, products of doubles lose digits. */
    private static final double LEAST = 1e-290;

    private final double exponent;

    private Mean(double exponent) {
        this.exponent = exponent;
    }

    /** Returns the arithmetic mean, Σ share·x. */
    public static Mean arithmetic() {
        return ARITHMETIC;
    }

    /** Returns the geometric mean, Π x^share. */
    public static Mean geometric() {
        return GEOMETRIC;
    }

    /** Returns the harmonic mean, 1 / Σ (share/x). */
    public static Mean harmonic() {
        return HARMONIC;
    }

    /**
     * Returns the power mean, (Σ share·xʳ)^(1/r); the geometric mean for r = 0.
     *
     * @param exponent r, between −100 and 100
     * @return the mean
     * @throws IllegalArgumentException if r is outside this range, or NaN
     */
    public static Mean power(double exponent) {
        checkArgument(exponent >= -100 && exponent <= 100, "power mean of exponent %s; take -100 to 100", exponent);
        return new Mean(exponent + 0.0);
    }

    /** Returns the exponent r. */
    public double exponent() {
        return exponent;
    }

    boolean isArithmetic() {
        return exponent == 1;
    }

    /**
     * The true mean of the values with a positive share, to 13 significant digits. No value may be negative unless the
     * mean is arithmetic.
     *
     * @param error the relative error bound of a value, apart from its last digit
     * @param precise the mean from exact shares and values, used if doubles leave the last digit open
     */
    double of(double[] shares, double[] values, double error, Supplier<PreciseMean> precise) {
        int scale = isArithmetic() ? 0 : scale(shares, values);
        double total = 0;
        double size = 0;
        for (int i = 0; i < values.length; i++) {
            if (shares[i] > 0) {
                if (values[i] == 0 && exponent <= 0) {
                    return 0;
                }
                double term = shares[i] * term(Math.scalb(values[i], -scale));
                total += term;
                size += Math.abs(term);
            }
        }
        if (exponent > 0 && size == 0) {
            return 0;
        }
        double mean = Math.scalb(root(total), scale);
        double doubt = Math.abs(mean) * doubt(total, size, error, values.length);
        boolean kept = Math.abs(mean) > LEAST && (exponent == 0 || size > LEAST);
        if (kept && Double.isFinite(mean) && doubt < Double.POSITIVE_INFINITY) {
            BigDecimal low = new BigDecimal(mean - doubt).round(DIGITS);
            if (low.compareTo(new BigDecimal(mean + doubt).round(DIGITS)) == 0) {
                return low.doubleValue();
            }
        }
        return precise.get().rounded(DIGITS).doubleValue();
    }

    /**
     * The relative error bound of the quick mean. Each sum adds half a unit per term, as the total of the weights does
     * to a share; each value, share, term and other operation adds a unit at most.
     */
    private double doubt(double total, double size, double error, int terms) {
        if (isArithmetic()) {
            return size / Math.abs(total) * ((2 + terms) * UNIT + error);
        }
        return error + (exponent == 0 ? 4 + (2 + terms) * size : 4 + (2 + terms) / Math.abs(exponent)) * UNIT;
    }

    private double root(double total) {
        if (isArithmetic()) {
            return total;
        }
        return exponent == 0 ? Math.exp(total) : Math.pow(total, 1 / exponent);
    }

    private double term(double value) {
        if (isArithmetic()) {
            return value;
        }
        return exponent == 0 ? Math.log(value) : Math.pow(value, exponent);
    }

    /** The power of two next to the value that counts most, so that no power overflows. */
    private int scale(double[] shares, double[] values) {
        double most = exponent > 0 ? 0 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (shares[i] > 0) {
                most = exponent > 0 ? Math.max(most, values[i]) : Math.min(most, values[i]);
            }
        }
        return most == 0 ? 0 : Math.getExponent(most);
    }

    /** Returns whether the other object is the mean with the same exponent. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Mean that && exponent == that.exponent;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(exponent);
    }

    /** Returns the name of the mean. */
    @Override
    public String toString() {
        if (exponent == 1) {
            return "arithmetic mean";
        }
        if (exponent == 0) {
            return "geometric mean";
        }
        return exponent == -1 ? "harmonic mean" : "power mean of exponent " + exponent;
    }
}
