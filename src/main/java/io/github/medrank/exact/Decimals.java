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

    private static final double[] NO_ERRORS = new double[CHUNK];

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
     * {@link #MOST_COUNTED}. It works chunk by chunk, so that the machine divides several numbers at once.
     */
    public static int shared(double[] values, double largest, int most) {
        double[] off = new double[Math.min(CHUNK, values.length)];
        int decimals = 0;
        for (int from = 0; from < values.length && decimals <= most; ) {
            int count = Math.min(CHUNK, values.length - from);
            System.arraycopy(values, from, off, 0, count);
            toError(off, POWERS[decimals]);
            int at = firstOff(off, count);
            from += at;
            while (at < count && decimals <= most && !has(values[from], decimals)) {
                decimals++;
            }
        }
        return decimals <= most && largest * POWERS[decimals] <= LARGEST_UNSCALED ? decimals : -1;
    }

    /** Replaces each number by its distance from the decimal that its whole number of units stands for. */
    private static void toError(double[] numbers, double unit) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = Math.rint(numbers[i] * unit) / unit - numbers[i];
        }
    }

    private static int firstOff(double[] errors, int count) {
        int at = Arrays.mismatch(errors, 0, count, NO_ERRORS, 0, count);
        while (at >= 0 && at < count && (errors[at] == 0 || Double.isNaN(errors[at]))) {
            at++;
        }
        return at < 0 ? count : at;
    }

    /** A quotient of two exact integers is correctly rounded, so it is the double nearest to that decimal. */
    private static boolean has(double value, int decimals) {
        double unscaled = Math.rint(value * POWERS[decimals]);
        return Math.abs(unscaled) <= LARGEST_UNSCALED && unscaled / POWERS[decimals] == value;
    }
}
