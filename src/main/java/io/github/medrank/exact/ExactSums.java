package io.github.medrank.exact;

import java.io.Serial;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sums of doubles without rounding, so that they are the same in any order and for any division into parts. Each double
 * is cut into pieces of 32 bits at fixed places, and each place has a long (Kulisch's accumulator).
 *
 * <p>Up to 2<sup>30</sup> numbers may be added to a sum.
 */
public final class ExactSums implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final long LOW = 0xFFFF_FFFFL;
    /** The last bit of the first place is worth 2 to the power of −1074, the least double. */
    private static final int EXPONENT = -1074;
    /**
     * Of every sum at first: thousands of empty arrays of their own take longer to make than the matrix beside them.
     */
    private static final long[] NO_PLACES = {};

    /** The places of each sum that are in use, most often four or five of them. */
    private final long[][] sums;
    /** The number of the first place in use. */
    private final byte[] firsts;

    public ExactSums(int size) {
        this.sums = new long[size][];
        Arrays.fill(sums, NO_PLACES);
        this.firsts = new byte[size];
    }

    public int size() {
        return sums.length;
    }

    public void add(int index, double value) {
        if (!Double.isFinite(value)) { // a check with a message would box the value at each call
            throw new IllegalArgumentException(value + " is not a finite number");
        }
        if (value == 0) {
            return;
        }
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> 52) & 0x7FF;
        long mantissa = (bits & 0xF_FFFF_FFFF_FFFFL) | (exponent == 0 ? 0 : 1L << 52);
        int shift = Math.max(exponent - 1, 0);
        int offset = shift & 31;
        long[] places = places(index, shift >>> 5, (shift >>> 5) + 3);
        int place = (shift >>> 5) - firsts[index];
        long low = (mantissa & LOW) << offset;
        long high = (mantissa >>> 32) << offset;
        long sign = bits < 0 ? -1 : 1;
        places[place] += sign * (low & LOW);
        places[place + 1] += sign * ((low >>> 32) + (high & LOW));
        places[place + 2] += sign * (high >>> 32);
    }

    /** The places of a sum, from the one given at least up to the other. */
    private long[] places(int index, int from, int to) {
        long[] places = sums[index];
        int first = firsts[index];
        if (places.length > 0 && first <= from && first + places.length >= to) {
            return places;
        }
        int newFirst = places.length == 0 ? from : Math.min(first, from);
        int newEnd = places.length == 0 ? to : Math.max(first + places.length, to);
        long[] grown = new long[newEnd - newFirst];
        System.arraycopy(places, 0, grown, places.length == 0 ? 0 : first - newFirst, places.length);
        sums[index] = grown;
        firsts[index] = (byte) newFirst;
        return grown;
    }

    public void addAll(ExactSums other) {
        for (int index = 0; index < sums.length; index++) {
            long[] theirs = other.sums[index];
            if (theirs.length > 0) {
                int from = other.firsts[index];
                long[] mine = places(index, from, from + theirs.length);
                for (int i = 0; i < theirs.length; i++) {
                    mine[from - firsts[index] + i] += theirs[i];
                }
            }
        }
    }

    /** Returns the exact sum. */
    public BigDecimal exact(int index) {
        long[] places = sums[index];
        BigInteger sum = BigInteger.ZERO;
        for (int i = places.length - 1; i >= 0; i--) {
            sum = sum.shiftLeft(32).add(BigInteger.valueOf(places[i]));
        }
        sum = sum.shiftLeft(32 * firsts[index]);
        // n · 2^−1074 = n · 5^1074 / 10^1074; zeros at the end are taken off first, since they are most of the digits
        int even = Math.min(sum.signum() == 0 ? 0 : sum.getLowestSetBit(), -EXPONENT);
        int power = -EXPONENT - even;
        return new BigDecimal(
                sum.shiftRight(even).multiply(BigInteger.valueOf(5).pow(power)), power);
    }

    /** Returns the sum, rounded to a double. */
    public double value(int index) {
        return exact(index).doubleValue();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof ExactSums that) || sums.length != that.sums.length) {
            return false;
        }
        for (int index = 0; index < sums.length; index++) {
            if (exact(index).compareTo(that.exact(index)) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return sums.length;
    }
}
