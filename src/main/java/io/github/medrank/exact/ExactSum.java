package io.github.medrank.exact;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * A sum of doubles that is rounded only once, at the end, so that the order of the terms does not matter.
 *
 * <p>Every finite double is a whole number of 2⁻¹⁰⁷⁴. The sum is kept as such a number, in digits of 32 bits with 31
 * bits for carries. Each thread needs its own.
 */
public final class ExactSum {
    private static final int LEAST_EXPONENT = -1074;
    private static final long DIGIT = 0xFFFF_FFFFL;

    private final long[] digits = new long[(1024 + 53 - LEAST_EXPONENT) / 32 + 2];
    private int low = digits.length;
    private int high = -1;

    /** Resets the sum to zero. */
    public void clear() {
        if (high >= 0) {
            Arrays.fill(digits, low, high + 1, 0);
        }
        low = digits.length;
        high = -1;
    }

    /** Adds a finite number. Up to two thousand million terms may be added. */
    public void add(double term) {
        long bits = Double.doubleToRawLongBits(term);
        int biased = (int) (bits >>> 52) & 0x7FF;
        long mantissa = bits & ((1L << 52) - 1);
        if (biased != 0) {
            mantissa |= 1L << 52;
        }
        int shift = Math.max(biased, 1) - 1; // over 2^-1074
        int index = shift >>> 5;
        int by = shift & 31;
        long sign = bits < 0 ? -1 : 1;
        digits[index] += sign * ((mantissa << by) & DIGIT);
        long rest = (mantissa >>> 1) >>> (31 - by);
        digits[index + 1] += sign * (rest & DIGIT);
        digits[index + 2] += sign * (rest >>> 32);
        low = Math.min(low, index);
        high = Math.max(high, index + 2);
    }

    /** Returns the sum, correctly rounded. */
    public double value() {
        BigInteger sum = BigInteger.ZERO;
        for (int index = high; index >= low; index--) {
            sum = sum.shiftLeft(32).add(BigInteger.valueOf(digits[index]));
        }
        int dropped = Math.max(0, sum.bitLength() - 128);
        BigInteger kept = sum.shiftRight(dropped);
        if (!kept.shiftLeft(dropped).equals(sum)) {
            kept = kept.setBit(0); // shiftRight floors, so that a bit more says "a little above" for both signs
        }
        return Math.scalb(kept.doubleValue(), dropped + 32 * low + LEAST_EXPONENT);
    }
}
