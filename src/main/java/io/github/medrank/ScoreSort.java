package io.github.medrank;

import java.util.Arrays;

/**
 * Sorts scores and says whose they are, for one draw after another. Reuses its arrays: one per thread.
 *
 * <p>Each score becomes a whole number of 31 bits, its place between the least and the greatest, with its row in the
 * bits below: eight bytes to move, and no branch that could be mispredicted. Two passes of a radix sort take the
 * leading bits, a few more than it takes to number the rows. That leaves few neighbours to exchange, by the doubles
 * themselves where the whole numbers are the same. Where it leaves many, because nearly all scores crowd together in a
 * small part of the range, a comparison sort does it.
 */
final class ScoreSort {
    private static final int ROW_BITS = 32;
    private static final int BITS = 31;
    private static final double LARGEST = 0x1p31 - 1;
    private static final int MOST_DIGIT_BITS = 11;
    /** This many leading bits more than a row number has, or one more. */
    private static final int MORE_BITS = 5;

    /** This many exchanges of neighbours a row cost as much as a comparison sort. */
    private static final int MOST_MOVES = 16;

    /** What to sort by, to be filled in before each {@link #sort}; NaN for a row that takes no part. */
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

    /** The score of each rank from the worst, 0, up, as {@link #sort} left them. */
    double score(int rank) {
        return keys[row(rank)];
    }

    /** The row of each rank from the worst, 0, up; equal scores in any order. */
    int row(int rank) {
        return (int) sorted[rank];
    }

    /**
     * Whether the score of the next rank is greater by no more than the reach. Whole numbers decide nearly always,
     * without fetching the scores.
     */
    boolean isNextNear(int rank, double reach) {
        long apart = (sorted[rank + 1] >> ROW_BITS) - (sorted[rank] >> ROW_BITS);
        return !(apart > reach * scale + 2) && !(score(rank + 1) - score(rank) > reach);
    }

    /** Sorts the keys that are not NaN, the smallest first, and says how many there are. O(n) as a rule. */
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

    /** Makes the whole numbers and counts their digits. */
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

    /** Sorts by the two leading digits. */
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

    /** Exchanges neighbours until all are in order; false if that is too much work. */
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
