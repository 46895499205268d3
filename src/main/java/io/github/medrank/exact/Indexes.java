package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;

/** Checks of numbers that count from 0, with messages that say what is counted. */
public final class Indexes {
    private Indexes() {}

    /**
     * Returns the index.
     *
     * @throws IndexOutOfBoundsException if it is negative or not below the size
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
     * @throws IndexOutOfBoundsException if it is not within the size
     */
    public static void checkRange(int from, int to, int size, String what) {
        if (from < 0 || from > to || to > size) {
            throw new IndexOutOfBoundsException(
                    what + " from " + from + " to before " + to + "; there are " + size + ", counted from 0");
        }
    }

    /** Checks that there is room for one number per row. */
    public static double[] room(double[] target, int rows, String what) {
        checkArgument(
                target.length == rows, "%s %s for %s rows; there must be one for each", target.length, what, rows);
        return target;
    }

    private static IndexOutOfBoundsException outside(int index, int size, String what) {
        return new IndexOutOfBoundsException(what + " " + index + "; there are " + size + ", counted from 0");
    }
}
