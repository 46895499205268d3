package io.github.medrank.evidence;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Exact counts of papers by number of citations, in memory proportional to their h-index.
 *
 * <p>Counts below a limit are kept in an array. Papers at or above it are kept one by one, and there are always fewer
 * of them than the limit: when there are as many, the h-index has reached the limit, and the limit doubles. The limit
 * is therefore its initial value or less than twice the h-index, regardless of the number of papers. The state depends
 * only on the papers, never on their order or on the order of merging.
 */
final class CitationCounts implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** The initial limit, unless another is given. */
    static final int FIRST_LIMIT = 16;

    private static final int[] NONE = {};

    private int limit;
    /** The counts below the limit; empty if all are zero. */
    private int[] counts = NONE;

    private int[] large = NONE;
    private int larger;

    CitationCounts() {
        this(FIRST_LIMIT);
    }

    CitationCounts(int firstLimit) {
        limit = firstLimit;
    }

    static CitationCounts copyOf(CitationCounts other) {
        CitationCounts copy = new CitationCounts(other.limit);
        copy.counts = other.counts.clone();
        copy.large = Arrays.copyOf(other.large, other.larger);
        copy.larger = other.larger;
        Arrays.sort(copy.large);
        return copy;
    }

    /** Adds counts of papers with 0, 1, 2, … citations; there are at most as many as the initial limit. */
    void addAll(char[] low, int from, int to) {
        open();
        int sign = 0;
        for (int i = from; i < to; i++) {
            int sum = counts[i - from] + low[i];
            counts[i - from] = sum;
            sign |= sum;
        }
        if (sign < 0) {
            throw new ArithmeticException("integer overflow");
        }
    }

    private void open() {
        if (counts.length < limit) {
            counts = Arrays.copyOf(counts, limit);
        }
    }

    void add(int citations) {
        add(citations, 1);
    }

    void add(int citations, int times) {
        int left = times;
        while (left > 0 && citations >= limit) {
            keep(citations);
            left--;
        }
        if (left > 0) {
            open();
            counts[citations] = Math.addExact(counts[citations], left);
        }
    }

    private void keep(int citations) {
        if (citations < limit) {
            open();
            counts[citations] = Math.incrementExact(counts[citations]);
            return;
        }
        if (larger == large.length) {
            large = Arrays.copyOf(large, Math.max(4, Math.min(limit, larger * 2)));
        }
        large[larger++] = citations;
        if (larger >= limit) {
            raise();
        }
    }

    private void raise() {
        while (larger >= limit) {
            limit = Math.multiplyExact(limit, 2);
            open();
            int kept = 0;
            for (int i = 0; i < larger; i++) {
                if (large[i] < limit) {
                    counts[large[i]]++;
                } else {
                    large[kept++] = large[i];
                }
            }
            larger = kept;
        }
        large = Arrays.copyOf(large, Math.max(4, larger));
    }

    void merge(CitationCounts other) {
        for (int citations = 0; citations < other.counts.length; citations++) {
            if (other.counts[citations] > 0) {
                add(citations, other.counts[citations]);
            }
        }
        for (int i = 0; i < other.larger; i++) {
            keep(other.large[i]);
        }
    }

    /** Visits each number of citations that any paper has. */
    interface Visitor {
        /** Returns whether to continue. */
        boolean visit(int citations, int papers);
    }

    /** Visits the papers from the most cited down. */
    void descending(Visitor visitor) {
        int[] sorted = Arrays.copyOf(large, larger);
        Arrays.sort(sorted);
        for (int i = larger - 1; i >= 0; i--) {
            if (!visitor.visit(sorted[i], 1)) {
                return;
            }
        }
        for (int citations = counts.length - 1; citations >= 0; citations--) {
            if (counts[citations] > 0 && !visitor.visit(citations, counts[citations])) {
                return;
            }
        }
    }

    long papers() {
        long papers = larger;
        for (int count : counts) {
            papers += count;
        }
        return papers;
    }

    /** Returns the sum of all citations; throws if it does not fit in a long. */
    long citations() {
        long citations = 0;
        for (int i = 0; i < larger; i++) {
            citations += large[i];
        }
        for (int each = 0; each < counts.length; each++) {
            citations = Math.addExact(citations, (long) each * counts[each]);
        }
        return citations;
    }

    /** Returns the number of papers with at least the given citations. */
    long atLeast(long citations) {
        long papers = 0;
        for (int each = (int) Math.min(citations, counts.length); each < counts.length; each++) {
            papers += counts[each];
        }
        for (int i = 0; i < larger; i++) {
            papers += large[i] >= citations ? 1 : 0;
        }
        return papers;
    }

    /**
     * Returns the largest h such that h papers have at least h citations each. It is below the limit, so the array
     * suffices.
     */
    int h() {
        long papers = larger;
        for (int h = counts.length - 1; h > larger; h--) {
            papers += counts[h];
            if (papers >= h) {
                return h;
            }
        }
        return larger;
    }

    /**
     * Returns the largest g, at most the number of papers, such that the g most cited papers together have at least g²
     * citations.
     */
    int g() {
        G found = new G();
        descending(found);
        return found.g;
    }

    private static final class G implements Visitor {
        private int g;
        private long sum;

        @Override
        public boolean visit(int citations, int papers) {
            for (int i = 0; i < papers; i++) {
                sum += citations;
                if (sum < (long) (g + 1) * (g + 1)) {
                    return false;
                }
                g++;
            }
            return true;
        }
    }

    /** Returns how many numbers are kept, as a measure of memory. */
    int slots() {
        return counts.length + large.length;
    }
}
