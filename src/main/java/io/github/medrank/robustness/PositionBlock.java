package io.github.medrank.robustness;

/**
 * The positions of a block of draws, kept to be counted school by school: counting draw by draw would walk through the
 * whole matrix, which fits in no cache, for each draw.
 *
 * <p>Groups of schools fill a cache line, and the lines of a group follow each other draw by draw. So a draw is
 * written, and a school is read, in whole lines that come in order.
 */
final class PositionBlock {
    /** Schools whose positions fill a cache line of 64 bytes. */
    private static final int GROUP = 32;
    /**
     * From one group to the next: a line more than it takes, so that the groups of a draw do not share a set of the
     * cache.
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
     * Counts the first this many draws. All schools in one method: the compiler makes that nearly twice as fast as a
     * call for each.
     */
    void count(int[][] counts, int draws) {
        char[] block = positions;
        for (int row = 0; row < counts.length; row++) {
            int[] countsOfRow = counts[row];
            for (int draw = 0, at = index(row, 0); draw < draws; draw++, at += GROUP) {
                countsOfRow[block[at]]++;
            }
        }
    }
}
