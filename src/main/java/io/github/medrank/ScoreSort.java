package io.github.medrank;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

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
 * the rest if there are a hundred. So the leading bits are enough to leave a handful, and copies, which would be
 * neighbours in every draw, are moved apart: rows that were alike in the last draw, such as schools with the same
 * values. They are moved by a step just too large for neighbours to be close. A row that one of them passes is then
 * close to it, or to the one before, so that no wrong order remains unnoticed.
 *
 * <p>The range is that of an earlier draw, widened. So no pass looks for it. It is determined anew if a score is out of
 * it, for the first draw, and for draws with rows that are not ranked.
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

    /** The number of swaps per row that costs as much as a comparison sort. */
    private static final int MOST_MOVES = 16;

    /** A row that was alike the first of its group, and its number within the group, from 1. */
    private record Copy(int row, int first, int ordinal) {}

    private final int rowBits;
    private final int digitBits;
    /** The first position of a row that is ranked, with a leading bit, since the others are at 0. */
    private final long first;

    private final int[] lowDigits;
    private final int[] highDigits;

    private double[] keys = new double[0];
    /** The integers, each added to {@link #ROUNDS}. */
    private final double[] sorted;

    private final double[] spare;

    /** The lower end of the range, and the factor from scores to positions in it. */
    private double low;

    private double scale;
    private boolean rangeKnown;
    /** The number of keys that are not NaN. */
    private int ranked;

    /** The ranks that are close to the next one, in ascending order, and their number. */
    private int[] close = new int[0];

    private int closeCount;
    /** The rows at near ranks, those at the next ranks, and whether they are alike. */
    private int[] rows = new int[0];

    private int[] nextRows = new int[0];
    private boolean[] alike = new boolean[0];
    private final List<Copy> copies = new ArrayList<>();
    /** The largest difference of scores that are near each other. */
    private double reach;

    ScoreSort(int size) {
        this.rowBits = Integer.SIZE - Integer.numberOfLeadingZeros(size);
        this.digitBits = Math.min(MOST_DIGIT_BITS, (rowBits + MORE_BITS + 1) / 2);
        this.first = 1L << Math.max(0, BITS - 2 * digitBits - rowBits);
        this.lowDigits = new int[1 << digitBits];
        this.highDigits = new int[1 << digitBits];
        this.sorted = new double[size];
        this.spare = new double[size];
        this.ranked = size;
    }

    /** The score at a rank of the last {@link #sort}, from the worst, 0, up. */
    double score(int rank) {
        return keys[row(rank)];
    }

    /** The row at a rank, from the worst, 0, up; equal scores are in any order. */
    int row(int rank) {
        return rowOf(sorted[rank]);
    }

    private int rowOf(double number) {
        return (int) Double.doubleToRawLongBits(number) & ((1 << rowBits) - 1);
    }

    /** Finds the ranks at which the score is less than the next one by at most the reach, and returns their number. */
    int findNear() {
        int count = 0;
        for (int i = 0; i < closeCount; i++) {
            int rank = close[i];
            if (!(score(rank + 1) - score(rank) > reach)) {
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
        if (alike.length < closeCount) {
            alike = new boolean[close.length];
            rows = new int[close.length];
            nextRows = new int[close.length];
        }
        if (equal) {
            Arrays.fill(alike, 0, closeCount, true);
            return alike;
        }
        for (int i = 0; i < closeCount; i++) {
            rows[i] = row(close[i]);
            nextRows[i] = row(close[i] + 1);
        }
        given.alike(rows, nextRows, closeCount, alike);
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
        if (!rangeKnown || !sort(copies(given), places)) {
            copies.clear();
            findRange();
            boolean sorts = sort(0, places);
            if (!sorts) {
                sortCrowded();
                place(places);
            }
            rangeKnown = sorts && ranked == keys.length;
        }
        return ranked;
    }

    /** Sorts and places; returns false if a key is out of the range, or many of them lie in a small part of it. */
    private boolean sort(int shifted, int[] places) {
        if (!number(shifted, beyond() + (1L << rowBits))) {
            return false;
        }
        scatterLow();
        scatterHigh();
        if (ranked < keys.length) { // the others come first
            System.arraycopy(sorted, keys.length - ranked, sorted, 0, ranked);
        }
        return place(places) && (shifted == 0 || placeCopies(places));
    }

    /** Remembers that the rows at some ranks of the last sort are alike. */
    void areAlike(int from, int to) {
        for (int rank = from + 1; rank <= to && keys.length <= MOST_COPIED; rank++) {
            copies.add(new Copy(row(rank), row(from), rank - from));
        }
    }

    /** The number of copies, if all are still alike; otherwise 0. */
    private int copies(Scores given) {
        for (int i = 0; i < copies.size(); i++) {
            Copy each = copies.get(i);
            boolean equal = keys[each.row] == keys[each.first]; // not if NaN
            if (!equal || !given.alike(each.row, each.first)) {
                return 0;
            }
        }
        return copies.size();
    }

    /** The distance from which on two integers, rows included, are certainly not near each other. */
    private double beyond() {
        double apart = Math.ceil(reach * scale + 3);
        return apart < 1L << (BITS - rowBits) ? apart * (1L << rowBits) : Double.POSITIVE_INFINITY;
    }

    /** Determines the range, and the number of keys that are not NaN. */
    private void findRange() {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        ranked = 0;
        for (double key : keys) {
            least = key < least ? key : least;
            most = key > most ? key : most;
            ranked += Double.isNaN(key) ? 0 : 1;
        }
        double margin = (most - least) * MARGIN;
        double largest = (double) (1L << (BITS - rowBits)) - 1 - first;
        low = Math.max(least - margin, -Double.MAX_VALUE);
        scale = Math.min( // finite, so that equal scores are no distance apart
                largest / (most - least + 2 * margin), Double.MAX_VALUE);
    }

    /** Computes the integers and counts their digits; returns false if a key is out of the range. */
    private boolean number(int shifted, double step) {
        number(low, scale, (double) (1L << rowBits));
        for (int i = 0; i < shifted; i++) {
            Copy each = copies.get(i);
            sorted[each.row] += each.ordinal * step;
        }
        for (int row = 0; row < keys.length && ranked < keys.length; row++) {
            sorted[row] = Double.isNaN(keys[row]) ? ROUNDS : sorted[row];
        }
        Arrays.fill(lowDigits, 0);
        Arrays.fill(highDigits, 0);
        int shift = BITS - 2 * digitBits;
        int mask = lowDigits.length - 1;
        long any = 0;
        for (double each : sorted) {
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
        double start = ROUNDS + first;
        for (int row = 0; row < sorted.length; row++) {
            double place = ((keys[row] - from) * perScore + start) - ROUNDS;
            sorted[row] = place * perRow + ROUNDS;
        }
    }

    /** Adds the rows to the integers, and distributes them by their low digits. */
    private void scatterLow() {
        toStarts(lowDigits);
        int shift = BITS - 2 * digitBits;
        int mask = lowDigits.length - 1;
        for (int row = 0; row < sorted.length; row++) {
            long bits = Double.doubleToRawLongBits(sorted[row]) | row;
            spare[lowDigits[(int) (bits >> shift) & mask]++] = Double.longBitsToDouble(bits);
        }
    }

    private void scatterHigh() {
        toStarts(highDigits);
        int shift = BITS - digitBits;
        int mask = highDigits.length - 1;
        for (double number : spare) {
            sorted[highDigits[(int) (Double.doubleToRawLongBits(number) >> shift) & mask]++] = number;
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
    private boolean place(int[] places) {
        double beyond = beyond();
        int count = placeNumbers(beyond, places);
        long moves = (long) MOST_MOVES * ranked;
        closeCount = 0;
        int at = 0;
        for (int i = 0; i < count; i++) {
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
    private int placeNumbers(double beyond, int[] places) {
        int mask = (1 << rowBits) - 1;
        int count = 0;
        for (int at = 1; at < ranked; at++) {
            double before = sorted[at - 1];
            places[(int) Double.doubleToRawLongBits(before) & mask] = ranked - at + 1;
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
    private void listClose(int from, int to, double beyond) {
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

    /** Gives copies the place of the best of their group; returns false if any ranks are close to each other. */
    private boolean placeCopies(int[] places) {
        for (int i = 0; i < copies.size(); i++) {
            places[copies.get(i).first] = places[copies.get(i).row]; // the last of a group is the best
        }
        for (int i = 0; i < copies.size(); i++) {
            places[copies.get(i).row] = places[copies.get(i).first];
        }
        return closeCount == 0;
    }

    private int insert(int from) {
        double each = sorted[from];
        int at = from;
        while (at > 0 && isBefore(each, sorted[at - 1])) {
            sorted[at] = sorted[at - 1];
            at--;
        }
        sorted[at] = each;
        return at;
    }

    private boolean isBefore(double one, double other) {
        long apart = (Double.doubleToRawLongBits(other) >> rowBits) - (Double.doubleToRawLongBits(one) >> rowBits);
        return apart > 0 || (apart == 0 && keys[rowOf(one)] < keys[rowOf(other)]);
    }

    /** Sorts by the scores alone: the integers are the rows, which are all close to each other. */
    private void sortCrowded() {
        int[] rows = IntStream.range(0, keys.length)
                .filter(row -> !Double.isNaN(keys[row]))
                .boxed()
                .sorted(Comparator.comparingDouble(row -> keys[row] + 0.0))
                .mapToInt(Integer::intValue)
                .toArray();
        Arrays.setAll(sorted, rank -> rank < rows.length ? ROUNDS + rows[rank] : 0);
    }
}
