package io.github.medrank.robustness;

/**
 * Keeps the positions of a block of draws, to be counted school by school. Counting draw by draw would traverse the
 * whole matrix, which exceeds the caches, for each draw.
 *
 * <p>A group of schools fills a cache line, and the lines of a group follow each other draw by draw. Writing a draw and
 * reading a school therefore use whole lines in sequence.
 */
final class PositionBlock {
    /** The number of schools whose positions fill a cache line of 64 bytes. */
    private static final int GROUP = 32;
    /**
     * The distance from one group to the next: one line more than needed, so that the groups of a draw fall into
     * different cache sets.
     */
    private static final int STRIDE = BlockRunner.DRAWS * GROUP + GROUP;

    private final int size;
    private final char[] positions;

    PositionBlock(int size) {
        this.size = size;
        this.positions = new char[(size + GROUP - 1) / GROUP * STRIDE];
    }

    private static int index(int row, int draw) {
        return row / GROUP * STRIDE + draw * GROUP + row % GROUP;
    }

    void keep(int draw, int[] given) {
        int row = 0;
        for (; row + GROUP <= size; row += GROUP) {
            int from = index(row, draw);
            for (int i = 0; i < GROUP; i++) {
                positions[from + i] = (char) given[row + i];
            }
        }
        for (; row < size; row++) {
            positions[index(row, draw)] = (char) given[row];
        }
    }

    int position(int row, int draw) {
        return positions[index(row, draw)];
    }

    /**
     * Counts the first {@code draws} draws, of eight schools at a time, so that a count that two draws in a row
     * increase need not wait for itself, and a cache line is read four times rather than once for each of its schools.
     */
    void count(int[][] counts, int draws) {
        char[] block = positions;
        int row = 0;
        for (; row + 8 <= counts.length; row += 8) {
            int[] a = counts[row];
            int[] b = counts[row + 1];
            int[] c = counts[row + 2];
            int[] d = counts[row + 3];
            int[] e = counts[row + 4];
            int[] f = counts[row + 5];
            int[] g = counts[row + 6];
            int[] h = counts[row + 7];
            for (int draw = 0, at = index(row, 0); draw < draws; draw++, at += GROUP) {
                a[block[at]]++;
                b[block[at + 1]]++;
                c[block[at + 2]]++;
                d[block[at + 3]]++;
                e[block[at + 4]]++;
                f[block[at + 5]]++;
                g[block[at + 6]]++;
                h[block[at + 7]]++;
            }
        }
        for (; row < counts.length; row++) {
            for (int draw = 0; draw < draws; draw++) {
                counts[row][position(row, draw)]++;
            }
        }
    }
}
