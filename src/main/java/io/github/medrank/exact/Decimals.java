package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** Converts numbers to the decimals that they stand for. */
public final class Decimals {
    /** Beyond this many decimals the cells of a column are taken one by one. */
    public static final int MOST = 9;

    /** This many can still be counted in whole numbers. */
    public static final int MOST_COUNTED = 15;

    /** More digits than this before or after the point are refused. */
    private static final int LONGEST = 10_000;

    /** Integers up to here are exact in a double, with room for sums of a few hundred. */
    private static final double LARGEST_UNSCALED = 1L << 44;

    /** This many values stay in the first-level cache. */
    private static final int CHUNK = 512;

    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Decimals() {}

    /** Returns the decimal that {@link Double#toString(double)} shows. */
    public static BigDecimal of(double value) {
        return new BigDecimal(Double.toString(value));
    }

    /** Returns the decimal that a number stands for, if it is finite. */
    public static BigDecimal of(Number number, String what) {
        requireNonNull(number, what);
        checkArgument(isFinite(number), "%s: %s is not a finite number", what, number);
        if (number instanceof BigDecimal decimal) {
            return bounded(decimal, what);
        }
        if (number instanceof BigInteger integer) {
            return bounded(new BigDecimal(integer), what);
        }
        return new BigDecimal(number.toString());
    }

    /** Returns the decimal that a finite number stands for; the message of the exception states what is allowed. */
    public static BigDecimal of(Number number, String what, String allowed) {
        requireNonNull(number, what);
        checkArgument(isFinite(number), "%s %s; it must be %s", what, number, allowed);
        return of(number, what);
    }

    private static boolean isFinite(Number number) {
        return number instanceof BigDecimal || number instanceof BigInteger || Double.isFinite(number.doubleValue());
    }

    /** Refuses huge numbers, because exact arithmetic on a billion digits would not end. */
    private static BigDecimal bounded(BigDecimal decimal, String what) {
        long exponent = (long) decimal.precision() - decimal.scale();
        boolean isLong = Math.abs(exponent) > LONGEST || Math.abs((long) decimal.scale()) > LONGEST;
        if (isLong && decimal.signum() == 0) {
            return BigDecimal.ZERO;
        }
        checkArgument(!isLong, "%s 10^%s; it must be between 10^-%s and 10^%s", what, exponent, LONGEST, LONGEST);
        return decimal;
    }

    public static double power(int decimals) {
        return POWERS[decimals];
    }

    /**
     * Returns the number of decimals that all the numbers have in common; −1 if some number has more than
     * {@link #MOST}, or too many digits for a long.
     */
    public static int shared(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.abs(value) > largest ? Math.abs(value) : largest;
        }
        return shared(values, largest, MOST);
    }

    /**
     * Returns the number of decimals as {@link #shared(double[])} does, with another limit of up to
     * {@link #MOST_COUNTED}.
     */
    public static int shared(double[] values, double largest, int most) {
        int decimals = 0;
        for (int from = 0; from < values.length && decimals <= most; from += CHUNK) {
            double[] chunk = Arrays.copyOfRange(values, from, Math.min(from + CHUNK, values.length));
            decimals = copy(chunk, 0, chunk.length, new double[chunk.length], decimals, most);
        }
        return inUnits(largest, decimals, most);
    }

    /**
     * Copies numbers, and reads each of them but once, since its owner may change it; −0.0 becomes 0.0.
     *
     * @return how many decimals the copies have in common; more than {@link #MOST} if some copy has
     */
    public static int copy(double[] values, double[] copies) {
        int decimals = 0;
        for (int from = 0; from < copies.length && decimals <= MOST; from += CHUNK) {
            decimals = copy(values, from, Math.min(from + CHUNK, copies.length), copies, decimals, MOST);
        }
        for (int i = 0; i < copies.length && decimals > MOST; i++) {
            copies[i] = values[i] + 0.0;
        }
        return decimals;
    }

    /** The decimals, if no more than these are needed and a long can hold the largest number in their unit; else −1. */
    public static int inUnits(double largest, int decimals, int most) {
        return decimals <= most && largest * POWERS[decimals] <= LARGEST_UNSCALED ? decimals : -1;
    }

    /**
     * Writes the decimals next to some numbers, with more digits from the first one on that needs them; returns how
     * many digits the last one has, or {@code most + 1} if some number is no such decimal.
     */
    private static int copy(double[] values, int from, int to, double[] copies, int decimals, int most) {
        int digits = decimals;
        int next = from;
        while (next < to && digits <= most) {
            if (Double.isNaN(values[next]) || has(values[next], digits)) {
                round(values, next, to, copies, POWERS[digits]);
                next = firstOff(values, next, to, copies);
            } else {
                digits++;
            }
        }
        return digits;
    }

    /** A loop of its own, so that the machine divides several numbers at once. */
    private static void round(double[] values, int from, int to, double[] rounded, double unit) {
        for (int i = from; i < to; i++) {
            rounded[i] = Math.rint(values[i] * unit) / unit + 0.0;
        }
    }

    private static int firstOff(double[] values, int from, int to, double[] rounded) {
        int off = Arrays.mismatch(values, from, to, rounded, from, to);
        int at = off < 0 ? to : from + off;
        while (at < to && (values[at] == rounded[at] || Double.isNaN(values[at]))) {
            at++;
        }
        return at;
    }

    /** A quotient of two exact integers is correctly rounded, so it is the double nearest to that decimal. */
    private static boolean has(double value, int decimals) {
        double unscaled = Math.rint(value * POWERS[decimals]);
        return Math.abs(unscaled) <= LARGEST_UNSCALED && unscaled / POWERS[decimals] == value;
    }
}
