package io.github.medrank.comparison;

/**
 * The counts of pairs of schools by how two rankings order them. Exact, in O(n log n), counting the exchanges of a
 * merge sort (Knight 1966).
 *
 * @param all all pairs
 * @param tiedFirst pairs tied in the first ranking
 * @param tiedSecond pairs tied in the second ranking
 * @param tiedBoth pairs tied in both
 * @param reversed pairs in opposite order
 */
record PairCounts(long all, long tiedFirst, long tiedSecond, long tiedBoth, long reversed) {
    static PairCounts of(int[] first, int[] second) {
        int[] byBoth = lexicographic(first, second);
        int[] sequence = new int[byBoth.length];
        for (int i = 0; i < sequence.length; i++) {
            sequence[i] = second[byBoth[i]];
        }
        long tiedFirst = 0;
        long tiedBoth = 0;
        long sameFirst = 0;
        long sameBoth = 0;
        for (int i = 1; i < sequence.length; i++) {
            boolean tied = first[byBoth[i]] == first[byBoth[i - 1]];
            sameFirst = tied ? sameFirst + 1 : 0;
            sameBoth = tied && sequence[i] == sequence[i - 1] ? sameBoth + 1 : 0;
            tiedFirst += sameFirst;
            tiedBoth += sameBoth;
        }
        long tiedSecond = 0;
        for (int size : Places.sizes(second)) {
            tiedSecond += pairs(size);
        }
        return new PairCounts(
                pairs(sequence.length),
                tiedFirst,
                tiedSecond,
                tiedBoth,
                inversions(sequence, new int[sequence.length], 0, sequence.length));
    }

    /** The indices sorted by place in the first ranking, ties by place in the second. */
    static int[] lexicographic(int[] first, int[] second) {
        int[] given = new int[first.length];
        for (int i = 0; i < given.length; i++) {
            given[i] = i;
        }
        return Places.order(first, Places.order(second, given));
    }

    /** Pairs in the same order minus pairs in opposite order. */
    long balance() {
        return all - tiedFirst - tiedSecond + tiedBoth - 2 * reversed;
    }

    private static long pairs(long n) {
        return n * (n - 1) / 2;
    }

    /** Sorts a part and counts the pairs that were in descending order. */
    private static long inversions(int[] values, int[] spare, int from, int to) {
        if (to - from < 16) {
            return insertions(values, from, to);
        }
        int middle = (from + to) >>> 1;
        long count = inversions(values, spare, from, middle) + inversions(values, spare, middle, to);
        if (values[middle - 1] <= values[middle]) {
            return count;
        }
        System.arraycopy(values, from, spare, from, middle - from);
        int left = from;
        int right = middle;
        int at = from;
        // Which side comes next is unpredictable, so the loop chooses without branching.
        while (left < middle && right < to) {
            int mine = spare[left];
            int other = values[right];
            int exchange = other < mine ? 1 : 0;
            values[at++] = Math.min(mine, other);
            count += (long) exchange * (middle - left);
            right += exchange;
            left += 1 - exchange;
        }
        System.arraycopy(spare, left, values, at, middle - left);
        return count;
    }

    private static long insertions(int[] values, int from, int to) {
        long count = 0;
        for (int i = from + 1; i < to; i++) {
            int value = values[i];
            int at = i;
            while (at > from && values[at - 1] > value) {
                values[at] = values[at - 1];
                at--;
            }
            values[at] = value;
            count += i - at;
        }
        return count;
    }
}
