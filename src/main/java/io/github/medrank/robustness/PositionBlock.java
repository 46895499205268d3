package io.github.medrank.robustness;

/**
 * Keeps the positions of a block of draws, to be counted school by school. Counting draw by draw would traverse the
 * whole matrix, which exceeds the caches, for each draw.
 *
 * <p>An int holds a school's positions in two draws. Writing a draw is one vectorised pass over contiguous memory, and
 * only reading has to jump from pair to pair.
 */
final class PositionBlock {
    /** The number of ints that fill a cache line of 64 bytes. */
    private static final int LINE = 16;

    /** The current pair of draws. It is as long as the arrays of draws, as the compiler's vector loops require. */
    private final int[] pair;

    /** The distance from one pair to the next: an odd number of cache lines, so that they fall into different sets. */
    private final int stride;

    private final int[] pairs;

    PositionBlock(int size) {
        this.pair = new int[size];
        this.stride = ((size + LINE - 1) / LINE | 1) * LINE;
        this.pairs = new int[BlockRunner.DRAWS / 2 * stride];
    }

    void keep(int draw, int[] given) {
        if (draw % 2 == 0) {
            System.arraycopy(given, 0, pair, 0, pair.length);
        } else {
            for (int row = 0; row < pair.length; row++) {
                pair[row] |= given[row] << 16;
            }
        }
        System.arraycopy(pair, 0, pairs, draw / 2 * stride, pair.length);
    }

    int position(int row, int draw) {
        return (char) (pairs[draw / 2 * stride + row] >>> (draw % 2 * 16));
    }

    /**
     * Counts the first {@code draws} draws, a pair of draws and eight schools at a time, so that a count that two draws
     * in a row increase need not wait for itself, and a cache line is read twice rather than once for each of its
     * schools.
     */
    void count(int[][] counts, int draws) {
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
            for (int draw = 1, at = row; draw < draws; draw += 2, at += stride) {
                int p = pairs[at];
                int q = pairs[at + 1];
                int r = pairs[at + 2];
                int s = pairs[at + 3];
                int t = pairs[at + 4];
                int u = pairs[at + 5];
                int v = pairs[at + 6];
                int w = pairs[at + 7];
                a[(char) p]++;
                b[(char) q]++;
                c[(char) r]++;
                d[(char) s]++;
                e[(char) t]++;
                f[(char) u]++;
                g[(char) v]++;
                h[(char) w]++;
                a[p >>> 16]++;
                b[q >>> 16]++;
                c[r >>> 16]++;
                d[s >>> 16]++;
                e[t >>> 16]++;
                f[u >>> 16]++;
                g[v >>> 16]++;
                h[w >>> 16]++;
            }
        }
        int inEights = row;
        for (row = 0; row < counts.length; row++) {
            for (int draw = row < inEights ? draws - draws % 2 : 0; draw < draws; draw++) {
                counts[row][position(row, draw)]++;
            }
        }
    }
}
