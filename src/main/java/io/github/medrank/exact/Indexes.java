package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

/** Checks zero-based indexes, with messages that name what is counted. */
public final class Indexes {
    private Indexes() {}

    /**
     * Returns an index after checking it.
     *
     * @throws IndexOutOfBoundsException if the index is negative or not below the size
     */
    public static int check(int index, int size, String what) {
        if (index < 0 || index >= size) {
            throw outside(index, size, what);
        }
        return index;
    }

    /**
     * Checks a range.
     *
     * @throws IndexOutOfBoundsException if the range is not within the size
     */
    public static void checkRange(int from, int to, int size, String what) {
        if (from < 0 || from > to || to > size) {
            throw new IndexOutOfBoundsException(
                    what + " from " + from + " to before " + to + "; there are " + size + ", counted from 0");
        }
    }

    /** Checks arrays of pairs of rows, and of what is found out about each pair. */
    public static void checkPairs(int[] rows, int[] others, int pairs, boolean[] found) {
        requireNonNull(rows, "rows");
        requireNonNull(others, "others");
        requireNonNull(found, "alike");
        checkRange(0, pairs, Math.min(rows.length, Math.min(others.length, found.length)), "pairs");
    }

    /** Checks that an array has room for one number per row. */
    public static double[] room(double[] target, int rows, String what) {
        checkArgument(
                target.length == rows, "%s %s for %s rows; there must be one for each", target.length, what, rows);
        return target;
    }

    private static IndexOutOfBoundsException outside(int index, int size, String what) {
        return new IndexOutOfBoundsException(what + " " + index + "; there are " + size + ", counted from 0");
    }
}
