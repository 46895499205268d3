package io.github.medrank;

import java.util.Arrays;

/**
 * Sorts scores along with their rows, for one draw after another. The arrays are reused: use one instance per thread.
 *
 * <p>Each score becomes an integer: its relative position in a range, with its row in the last bits. An element is then
 * eight bytes to move, and sorting has no branch to mispredict. Two passes of a radix sort order the leading bits, a
 * few more than a row number needs. The few neighbours still out of order are then swapped; the doubles decide where
 * the positions are equal. If many remain, because nearly all scores lie in a small part of the range, a comparison
 * sort takes over.
 *
 * <p>Neighbours to swap or to look at are the only branches that the processor does not predict, and cost as much as
 * the rest if there are a hundred. So the leading bits are enough to leave a handful, and rows that were alike in the
 * last draw, which would be neighbours in every draw, are moved apart ({@link Copies}).
 *
 * <p>The range is that of an earlier draw, widened. So no pass looks for it, the compiler vectorises the loop that
 * computes the integers, and the loop that counts their digits also detects a score out of range. The range is
 * determined anew in that case, and for the first draw.
 */
final class ScoreSort {
    /** The last bits of the sum of this and an integer of at most {@link #BITS} bits are that integer. */
    private static final double ROUNDS = 0x1.8p52;

    private static final long ROUNDED_ZERO = Double.doubleToRawLongBits(ROUNDS);
    private static final int BITS = 51;
    private static final int MOST_DIGIT_BITS = 13;
    /** The number of leading bits beyond those of a row number; or one more. */
    private static final int MORE_BITS = 7;

    /** The part of the range by which it is widened on both sides, for later draws. */
    private static final double MARGIN = 0.125;

    /**
     * The largest table in which copies are remembered: in larger ones, some scores are close by chance in each draw.
     */
    private static final int MOST_COPIED = 1 << 15;

    /** The number of suspects whose scores are read at once. */
    private static final int AHEAD = 64;

    /** The number of swaps per row that costs as much as a comparison sort. */
    private static final int MOST_MOVES = 16;

    private final int rowBits;
    private final int digitBits;
    private final int[] lowDigits;
    private final int[] highDigits;

    private double[] keys = new double[0];
    private long[] sorted;
    private long[] spare;

    /** The lower end of the range, and the factor from scores to positions in it. */
    private double low;

    private double scale;
    private boolean rangeKnown;

    /** The integers without the rows, each added to {@link #ROUNDS}; empty before the second draw. */
    private double[] numbers = new double[0];

    /** The ranks that are close to the next one, in ascending order, and their number. */
    private int[] close = new int[0];

    private int closeCount;
    /** The rows at near ranks, those at the next ranks, and whether they are alike. */
    private int[] rows = new int[0];

    private int[] nextRows = new int[0];
    private boolean[] alike = new boolean[0];
    private final Copies copies = new Copies();
    /** The largest difference of scores that are near each other. */
    private double reach;
    /** What was read ahead: kept, so that no compiler leaves the reading out. */
    @SuppressWarnings("UnusedVariable")
    private double fetched;

    ScoreSort(int size) {
        this.rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        this.digitBits = Math.min(MOST_DIGIT_BITS, (rowBits + MORE_BITS + 1) / 2);
        this.lowDigits = new int[1 << digitBits];
        this.highDigits = new int[1 << digitBits];
        this.sorted = new long[size];
        this.spare = new long[size];
    }

    /** The score at a rank of the last {@link #sort}, from the worst, 0, up. */
    double score(int rank) {
        return keys[row(rank)];
    }

    /** The row at a rank, from the worst, 0, up; equal scores are in any order. */
    int row(int rank) {
        return rowOf(sorted[rank]);
    }

    private int rowOf(long number) {
        return (int) number & ((1 << rowBits) - 1);
    }

    /** Finds the ranks at which the score is less than the next one by at most the reach, and returns their number. */
    int findNear() {
        if (rows.length < closeCount) {
            rows = new int[close.length];
            nextRows = new int[close.length];
            alike = new boolean[close.length];
        }
        int count = 0;
        for (int i = 0; i < closeCount; i++) {
            int rank = close[i];
            int row = row(rank);
            int next = row(rank + 1);
            if (!(keys[next] - keys[row] > reach)) {
                rows[count] = row;
                nextRows[count] = next;
                close[count++] = rank;
            }
        }
        closeCount = count;
        return count;
    }

    /** One of these ranks, which are in ascending order. */
    int nearRank(int index) {
        return close[index];
    }

    /** Whether each of these rows and the next are known to be alike; all are if scores that are near are equal. */
    boolean[] alike(Scores given, boolean equal) {
        if (equal) {
            Arrays.fill(alike, 0, closeCount, true);
        } else {
            given.alike(rows, nextRows, closeCount, alike);
        }
        return alike;
    }

    /**
     * Sorts the rows with a key that is not NaN in ascending order, and returns their number. O(n) typically.
     *
     * @param by the key of each row; must not change before the last call for this sort
     * @param near the largest difference of scores that are near each other
     * @param given the scores, which tell whether rows that were alike in an earlier draw still are
     * @param places receives the place of each sorted row, as if no scores were equal; rows known to be alike have the
     *     same place
     */
    int sort(double[] by, double near, Scores given, int[] places) {
        keys = by;
        reach = near;
        if (rangeKnown) {
            int shifted = copies.known(keys, given);
            long step = (beyond() >> rowBits) + 1;
            if (numberInRange(shifted, step)) {
                scatterLow();
                scatterHigh(keys.length);
                if (place(keys.length, places) && (shifted == 0 || placeCopies(step, places))) {
                    return keys.length;
                }
            }
        }
        copies.clear();
        int ranked = numberAll();
        scatterLow(ranked);
        scatterHigh(ranked);
        rangeKnown = place(ranked, places);
        if (!rangeKnown) {
            sortCrowded(ranked);
            place(ranked, places);
        }
        return ranked;
    }

    /** Remembers that the rows at some ranks of the last sort are alike. */
    void areAlike(int from, int to) {
        for (int rank = from + 1; rank <= to && keys.length <= MOST_COPIED; rank++) {
            copies.add(row(rank), row(from), rank - from);
        }
    }

    /** The distance from which on two integers, rows included, are certainly not near each other. */
    private long beyond() {
        double apart = reach * scale + 2;
        return apart < 1L << (BITS - rowBits) ? ((long) apart + 1) << rowBits : Long.MAX_VALUE;
    }

    /** Computes the integers and counts their digits; returns false if a key is out of the range or NaN. */
    private boolean numberInRange(int shifted, long step) {
        numbers = numbers.length < keys.length ? new double[keys.length] : numbers;
        number(low, scale, (double) (1L << rowBits));
        copies.shift(shifted, (double) (step << rowBits), numbers);
        clearDigits();
        int shift = BITS - 2 * digitBits;
        int mask = lowDigits.length - 1;
        long any = 0;
        for (double each : numbers) {
            long number = Double.doubleToRawLongBits(each) ^ ROUNDED_ZERO;
            any |= number;
            int digits = (int) (number >> shift);
            lowDigits[digits & mask]++;
            highDigits[digits >> digitBits & mask]++;
        }
        return any >>> BITS == 0;
    }

    /** Uses doubles only, so that the compiler vectorises it. */
    private void number(double from, double perScore, double perRow) {
        for (int row = 0; row < numbers.length; row++) {
            double place = ((keys[row] - from) * perScore + ROUNDS) - ROUNDS;
            numbers[row] = place * perRow + ROUNDS;
        }
    }

    /** Determines the range, computes the integers and counts their digits; returns the number of keys not NaN. */
    private int numberAll() {
        findRange();
        clearDigits();
        int shift = BITS - 2 * digitBits;
        int mask = lowDigits.length - 1;
        int ranked = 0;
        for (int row = 0; row < keys.length; row++) {
            double key = keys[row];
            if (!Double.isNaN(key)) {
                long number = (long) ((key - low) * scale) << rowBits | row;
                sorted[ranked++] = number;
                int digits = (int) (number >> shift);
                lowDigits[digits & mask]++;
                highDigits[digits >> digitBits & mask]++;
            }
        }
        return ranked;
    }

    private void findRange() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double key : keys) {
            least = key < least ? key : least;
            most = key > most ? key : most;
        }
        double margin = (most - least) * MARGIN;
        double largest = (double) (1L << (BITS - rowBits)) - 1;
        low = Math.max(least - margin, -Double.MAX_VALUE);
        scale = Math.min( // finite, so that equal scores are no distance apart
                largest / (most - least + 2 * margin), Double.MAX_VALUE);
    }

    private void clearDigits() {
        Arrays.fill(lowDigits, 0);
        Arrays.fill(highDigits, 0);
    }

    /** Adds the rows to the integers, and distributes them by their low digits. */
    private void scatterLow() {
        toStarts(lowDigits);
        int shift = BITS - 2 * digitBits;
        int mask = lowDigits.length - 1;
        for (int row = 0; row < numbers.length; row++) {
            long number = Double.doubleToRawLongBits(numbers[row]) | row;
            spare[lowDigits[(int) (number >> shift) & mask]++] = number;
        }
    }

    private void scatterLow(int ranked) {
        toStarts(lowDigits);
        int shift = BITS - 2 * digitBits;
        int mask = lowDigits.length - 1;
        for (int at = 0; at < ranked; at++) {
            long number = sorted[at];
            spare[lowDigits[(int) (number >> shift) & mask]++] = number;
        }
    }

    private void scatterHigh(int ranked) {
        toStarts(highDigits);
        int shift = BITS - digitBits;
        int mask = highDigits.length - 1;
        for (int at = 0; at < ranked; at++) {
            long number = spare[at];
            sorted[highDigits[(int) (number >> shift) & mask]++] = number;
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

    /**
     * Writes the places, swaps neighbours until all are in order, and lists the ranks that are close to the next one;
     * returns false if that takes too many swaps.
     */
    private boolean place(int ranked, int[] places) {
        long beyond = beyond();
        int count = placeNumbers(ranked, beyond, places);
        long moves = (long) MOST_MOVES * ranked;
        closeCount = 0;
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (i % AHEAD == 0) {
                fetched = fetch(i, Math.min(i + AHEAD, count));
            }
            for (at = Math.max(at, (int) spare[i]); at < ranked && sorted[at] - sorted[at - 1] < beyond; at++) {
                int to = insert(at);
                moves -= at - to;
                if (moves < 0) {
                    return false;
                }
                for (int rank = to; rank <= at && to < at; rank++) {
                    places[row(rank)] = ranked - rank;
                }
                listClose(Math.max(to - 1, 0), at, beyond);
            }
        }
        return true;
    }

    /**
     * Writes the places in the order of the leading bits, and lists the ranks that are close to the one before or
     * should be swapped with it. These are few, so that the processor predicts the branch. They go to the spare array.
     */
    private int placeNumbers(int ranked, long beyond, int[] places) {
        int mask = (1 << rowBits) - 1;
        int count = 0;
        for (int at = 1; at < ranked; at++) {
            long before = sorted[at - 1];
            places[(int) before & mask] = ranked - at + 1;
            if (sorted[at] - before < beyond) {
                spare[count++] = at;
            }
        }
        if (ranked > 0) {
            places[row(ranked - 1)] = 1;
        }
        return count;
    }

    /** Lists the ranks of a range that are close to the next, replacing those listed from its beginning on. */
    private void listClose(int from, int to, long beyond) {
        while (closeCount > 0 && close[closeCount - 1] >= from) {
            closeCount--;
        }
        for (int rank = from; rank < to; rank++) {
            if (sorted[rank + 1] - sorted[rank] < beyond) {
                close = closeCount < close.length ? close : Arrays.copyOf(close, 2 * closeCount + 16);
                close[closeCount++] = rank;
            }
        }
    }

    /**
     * Gives copies the place of the best of their group. If any ranks are close to each other, moves the copies back
     * instead, and places all rows again: the caller then looks at all that are close.
     */
    private boolean placeCopies(long step, int[] places) {
        if (closeCount == 0) {
            copies.place(places);
            return true;
        }
        for (int i = 0; i < copies.count; i++) {
            int rank = keys.length - places[copies.rows[i]];
            sorted[rank] -= (copies.ordinals[i] * step) << rowBits;
        }
        copies.clear();
        return place(keys.length, places);
    }

    /** Reads the scores of some suspects, so that the processor waits for memory once rather than for each. */
    private double fetch(int from, int to) {
        double any = 0;
        for (int i = from; i < to; i++) {
            int at = (int) spare[i];
            any += score(at) + score(at - 1);
        }
        return any;
    }

    private int insert(int from) {
        long each = sorted[from];
        int at = from;
        while (at > 0 && isBefore(each, sorted[at - 1])) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = each;
        return at;
    }

    private boolean isBefore(long one, long other) {
        long apart = (other >> rowBits) - (one >> rowBits);
        return apart > 0 || (apart == 0 && keys[rowOf(one)] < keys[rowOf(other)]);
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

    /**
     * Rows that were alike in an earlier draw, such as schools with the same values, without the first of each group.
     *
     * <p>Their integers are moved apart, by a step just too large for neighbours to be close. A row that one of them
     * passes is then close to it, or to the one before, so that no wrong order remains unnoticed.
     */
    private static final class Copies {
        private int count;
        private int[] rows = new int[0];
        private int[] firsts = new int[0];
        /** The number of each row within its group, from 1. */
        private int[] ordinals = new int[0];

        void clear() {
            count = 0;
        }

        void add(int row, int first, int ordinal) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, 2 * count + 16);
                firsts = Arrays.copyOf(firsts, rows.length);
                ordinals = Arrays.copyOf(ordinals, rows.length);
            }
            rows[count] = row;
            firsts[count] = first;
            ordinals[count++] = ordinal;
        }

        /** The number of copies, if all are still alike; otherwise 0. */
        int known(double[] keys, Scores given) {
            for (int i = 0; i < count; i++) {
                boolean ranked = keys[rows[i]] == keys[firsts[i]]; // not if NaN
                if (!ranked || !given.alike(rows[i], firsts[i])) {
                    clear();
                }
            }
            return count;
        }

        void shift(int shifted, double step, double[] numbers) {
            for (int i = 0; i < shifted; i++) {
                numbers[rows[i]] += ordinals[i] * step;
            }
        }

        void place(int[] places) {
            for (int i = 0; i < count; i++) {
                places[firsts[i]] = places[rows[i]]; // the last of a group is the best
            }
            for (int i = 0; i < count; i++) {
                places[rows[i]] = places[firsts[i]];
            }
        }
    }
}
