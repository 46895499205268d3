package io.github.medrank;

import java.util.Arrays;

/**
 * Sorts scores along with their rows, for one draw after another. The arrays are reused: use one instance per thread.
 *
 * <p>Each score becomes a 31-bit integer, its relative position between the lowest and the highest score, with its row
 * in the bits below. An element is then eight bytes to move, and sorting has no branch to mispredict. Two passes of a
 * radix sort order the leading bits, a few more than a row number needs. The few neighbours still out of order are then
 * swapped; the doubles decide where the integers are equal. If many remain, because nearly all scores lie in a small
 * part of the range, a comparison sort takes over.
 */
final class ScoreSort {
    private static final int ROW_BITS = 32;
    private static final int BITS = 31;
    private static final double LARGEST = 0x1p31 - 1;
    private static final int MOST_DIGIT_BITS = 11;
    /** The number of leading bits beyond those of a row number; or one more. */
    private static final int MORE_BITS = 5;

    /** The number of swaps per row that costs as much as a comparison sort. */
    private static final int MOST_MOVES = 16;

    /** The keys to sort by, set before each {@link #sort}; NaN for a row to be left out. */
    final double[] keys;

    private long[] sorted;
    private long[] spare;
    private final int digitBits;
    private final int[] lowDigits;
    private final int[] highDigits;
    private double scale;

    ScoreSort(int size) {
        this.keys = new double[size];
        this.sorted = new long[size];
        this.spare = new long[size];
        int rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        this.digitBits = Math.min(MOST_DIGIT_BITS, (rowBits + MORE_BITS + 1) / 2);
        this.lowDigits = new int[1 << digitBits];
        this.highDigits = new int[1 << digitBits];
    }

    /** The score at a rank of the last {@link #sort}, from the worst, 0, up. */
    double score(int rank) {
        return keys[row(rank)];
    }

    /** The row at a rank, from the worst, 0, up; equal scores are in any order. */
    int row(int rank) {
        return (int) sorted[rank];
    }

    /**
     * Whether the score at the next rank is greater by at most the reach. Integers nearly always decide, without
     * fetching the scores.
     */
    boolean isNextNear(int rank, double reach) {
        long apart = (sorted[rank + 1] >> ROW_BITS) - (sorted[rank] >> ROW_BITS);
        return !(apart > reach * scale + 2) && !(score(rank + 1) - score(rank) > reach);
    }

    /** Sorts the keys that are not NaN in ascending order, and returns their number. O(n) typically. */
    int sort() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double key : keys) {
            low = key < low ? key : low;
            high = key > high ? key : high;
        }
        scale = Math.min(
                LARGEST / (high - low), Double.MAX_VALUE); // finite, so that equal scores are no distance apart
        int ranked = number(low);
        scatter(ranked);
        if (!settle(ranked)) {
            sortCrowded(ranked);
        }
        return ranked;
    }

    /** Computes the integers and counts their digits. */
    private int number(double low) {
        Arrays.fill(lowDigits, 0);
        Arrays.fill(highDigits, 0);
        int shift = ROW_BITS + BITS - 2 * digitBits;
        int mask = lowDigits.length - 1;
        int ranked = 0;
        for (int row = 0; row < keys.length; row++) {
            double key = keys[row];
            if (!Double.isNaN(key)) {
                long number = (long) ((key - low) * scale) << ROW_BITS;
                sorted[ranked++] = number | row;
                int digits = (int) (number >> shift);
                lowDigits[digits & mask]++;
                highDigits[digits >> digitBits]++;
            }
        }
        return ranked;
    }

    /** Distributes the rows by the two leading digits. */
    private void scatter(int ranked) {
        toStarts(lowDigits);
        toStarts(highDigits);
        int shift = ROW_BITS + BITS - 2 * digitBits;
        int mask = lowDigits.length - 1;
        for (int at = 0; at < ranked; at++) {
            long each = sorted[at];
            spare[lowDigits[(int) (each >> shift) & mask]++] = each;
        }
        shift += digitBits;
        for (int at = 0; at < ranked; at++) {
            long each = spare[at];
            sorted[highDigits[(int) (each >> shift)]++] = each;
        }
    }

    private static void toStarts(int[] counts) {
        int start = 0;
        for (int digit = 0; digit < counts.length; digit++) {
            int here = counts[digit];
            counts[digit] = start;
            start += here;
        }
    }

    /** Swaps neighbours until all are in order; returns false if that is too much work. */
    private boolean settle(int ranked) {
        long moves = (long) MOST_MOVES * ranked;
        for (int at = 1; at < ranked && moves >= 0; at++) {
            if (isBefore(sorted[at], sorted[at - 1])) {
                moves -= insert(at);
            }
        }
        return moves >= 0;
    }

    private boolean isBefore(long one, long other) {
        long apart = (other >> ROW_BITS) - (one >> ROW_BITS);
        return apart > 0 || (apart == 0 && keys[(int) one] < keys[(int) other]);
    }

    private int insert(int from) {
        long each = sorted[from];
        int at = from;
        while (at > 0 && isBefore(each, sorted[at - 1])) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = each;
        return from - at;
    }

    private void sortCrowded(int ranked) {
        double[] scores = new double[ranked];
        for (int at = 0; at < ranked; at++) {
            scores[at] = score(at) + 0.0;
        }
        Arrays.sort(scores);
        int[] taken = new int[ranked];
        for (int at = 0; at < ranked; at++) {
            int first = firstIndexOf(score(at), scores);
            spare[first + taken[first]++] = sorted[at];
        }
        long[] before = sorted;
        sorted = spare;
        spare = before;
    }

    private static int firstIndexOf(double key, double[] scores) {
        int low = 0;
        int high = scores.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scores[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
