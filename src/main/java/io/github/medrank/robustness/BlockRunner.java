package io.github.medrank.robustness;

import io.github.medrank.Draws;
import java.util.Arrays;

/**
 * Runs blocks of draws and tallies them. One per thread.
 *
 * <p>A block depends on its number alone, and what it adds to the tally is integers and exact sums, so that it does not
 * matter who runs it or when. Positions are kept for a block and counted school by school: counting draw by draw would
 * walk through the whole matrix, which fits in no cache, for each draw.
 */
final class BlockRunner {
    /** Draws a block: the matrix is walked through once for all of them, so that more draws share the cost of a walk. */
    static final int DRAWS = 1024;

    private final Drawer drawer;
    private final Tally tally;
    private final double[] reference;
    private final int size;
    private final int width;
    private final int stride;
    private final char[] positionsOfBlock;
    private final double[] sharesOfBlock;
    private final int[] positions;
    private final double[] scores;
    private final double[] deviations;
    private final double[] squares;
    private final int[] scored;
    private boolean someUnscored;

    BlockRunner(Robustness of, double[] reference) {
        this.size = of.table().size();
        this.width = of.order().size();
        this.drawer = new Drawer(of);
        this.tally = new Tally(size, width, of.countsPairs());
        this.reference = reference;
        // An odd number of cache lines, so that the draws of one school do not fight for one set of the cache.
        this.stride = ((size + 31) / 32 | 1) * 32;
        this.positionsOfBlock = new char[DRAWS * stride];
        this.sharesOfBlock = new double[DRAWS * width];
        this.positions = new int[size];
        this.scores = new double[size];
        this.deviations = new double[size];
        this.squares = new double[size];
        this.scored = new int[size];
    }

    Tally tally() {
        return tally;
    }

    void run(long block, long from, long to) {
        if (!draw(block, from, to)) {
            someUnscored = true; // rare, and slower: ask each score whether it is one
            draw(block, from, to);
        }
        int draws = (int) (to - from);
        for (int row = 0; row < size; row++) {
            count(row, draws);
            addScores(row, someUnscored ? scored[row] : draws);
        }
        int[][] ahead = tally.ahead;
        if (ahead != null) {
            countPairs(ahead, draws);
        }
    }

    /** Makes the draws of a block; false if a school had no finite score though each was taken to have one. */
    private boolean draw(long block, long from, long to) {
        Arrays.fill(deviations, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(scored, 0);
        drawer.start(block);
        for (long draw = from; draw < to; draw++) {
            int number = (int) (draw - from);
            Draws draws = drawer.next(draw);
            draws.positions(drawer.shares(), positions);
            draws.scores(scores);
            keepPositions(number * stride);
            keepShares(number * width);
            if (someUnscored) {
                addFinite();
            } else {
                add(scores, reference, deviations, squares);
            }
        }
        if (!someUnscored) {
            for (double sum : squares) {
                if (!(sum < Double.POSITIVE_INFINITY)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void keepPositions(int at) {
        for (int row = 0; row < positions.length; row++) {
            positionsOfBlock[at + row] = (char) positions[row];
        }
    }

    private void keepShares(int at) {
        double[] shares = drawer.shares();
        double total = 0;
        for (double share : shares) {
            total += share;
        }
        for (int i = 0; i < shares.length; i++) {
            sharesOfBlock[at + i] = shares[i] / total;
        }
    }

    private static void add(double[] scores, double[] reference, double[] deviations, double[] squares) {
        for (int row = 0; row < scores.length; row++) {
            double deviation = scores[row] - reference[row];
            deviations[row] += deviation;
            squares[row] += deviation * deviation;
        }
    }

    private void addFinite() {
        for (int row = 0; row < scores.length; row++) {
            double deviation = scores[row] - reference[row];
            if (Double.isFinite(deviation)) {
                deviations[row] += deviation;
                squares[row] += deviation * deviation;
                scored[row]++;
            }
        }
    }

    private void count(int row, int draws) {
        int[] counts = tally.counts[row];
        int firsts = counts[1];
        for (int draw = 0, at = row; draw < draws; draw++, at += stride) {
            counts[positionsOfBlock[at]]++;
        }
        if (counts[1] > firsts) {
            addFirsts(row, draws);
        }
    }

    /** The weights that make a school first, tied or not. */
    private void addFirsts(int row, int draws) {
        for (int draw = 0; draw < draws; draw++) {
            if (positionsOfBlock[draw * stride + row] == 1) {
                for (int i = 0; i < width; i++) {
                    double share = sharesOfBlock[draw * width + i];
                    tally.firstShares.add(row * width + i, share);
                    tally.firstSquares.add(row * width + i, share * share);
                }
            }
        }
    }

    private void addScores(int row, int times) {
        if (Double.isFinite(squares[row])) {
            tally.deviations.add(row, deviations[row]);
            tally.squares.add(row, squares[row]);
            tally.scored[row] += times;
        }
    }

    /** Without a branch: the sign of a difference is one bit. A school that is not ranked is behind all that are. */
    private void countPairs(int[][] ahead, int draws) {
        for (int draw = 0; draw < draws; draw++) {
            for (int row = 0; row < size; row++) {
                int position = positionsOfBlock[draw * stride + row];
                positions[row] = position == 0 ? size + 1 : position;
            }
            for (int row = 0; row < size; row++) {
                addAhead(positions[row], positions, ahead[row]);
            }
        }
    }

    private static void addAhead(int mine, int[] others, int[] ahead) {
        for (int other = 0; other < ahead.length; other++) {
            ahead[other] += (mine - others[other]) >>> 31;
        }
    }
}
