package io.github.medrank.robustness;

import io.github.medrank.Draws;
import java.util.Arrays;

/**
 * Runs blocks of draws and tallies them. One per thread.
 *
 * <p>A block depends only on its number, and it adds only integers and exact sums to the tally. It therefore does not
 * matter which thread runs it, or when.
 */
final class BlockRunner {
    /**
     * The draws in a block. The matrix is traversed once for all of them, so that a larger block shares the cost among
     * more draws.
     */
    static final int DRAWS = 1024;

    private final Drawer drawer;
    private final Tally tally;
    private final double[] reference;
    private final int size;
    private final int width;
    private final PositionBlock kept;
    private final double[] sharesOfBlock;
    private final int[] positions;
    private final double[][] lastScores;
    private final double[] deviations;
    private final double[] squares;
    private final int[] scored;
    private final int[] firstsBefore;
    private final double[] shareSums;
    private final double[] shareSquares;
    private boolean someUnscored;

    BlockRunner(Robustness of, double[] reference) {
        this.size = of.table.size();
        this.width = of.order.size();
        this.drawer = new Drawer(of);
        this.tally = new Tally(size, width, of.pairs);
        this.reference = reference;
        this.kept = new PositionBlock(size);
        this.sharesOfBlock = new double[DRAWS * width];
        this.positions = new int[size];
        this.lastScores = new double[3][size];
        this.deviations = new double[size];
        this.squares = new double[size];
        this.scored = new int[size];
        this.firstsBefore = new int[size];
        this.shareSums = new double[width];
        this.shareSquares = new double[width];
    }

    Tally tally() {
        return tally;
    }

    void run(long block, long from, long to) {
        if (!draw(block, from, to)) {
            someUnscored = true; // rare and slower: check each score
            draw(block, from, to);
        }
        int draws = (int) (to - from);
        kept.count(tally.counts, draws);
        for (int row = 0; row < size; row++) {
            addFirsts(row);
            addScores(row, someUnscored ? scored[row] : draws);
        }
        int[][] ahead = tally.ahead;
        if (ahead != null) {
            countPairs(ahead, draws);
        }
    }

    /** Makes the draws of a block; false if a school had no finite score although all were assumed to have one. */
    private boolean draw(long block, long from, long to) {
        Arrays.fill(deviations, 0);
        Arrays.fill(squares, 0);
        Arrays.fill(scored, 0);
        drawer.start(block);
        for (long draw = from; draw < to; draw++) {
            int number = (int) (draw - from);
            Draws draws = drawer.next(draw);
            draws.positions(drawer.shares(), positions, lastScores[number % 3]);
            kept.keep(number, positions);
            keepShares(number * width);
            if (someUnscored) {
                addFinite(lastScores[number % 3]);
            } else if (number % 3 == 2) {
                addThree(lastScores, reference, deviations, squares);
            }
        }
        if (!someUnscored) {
            for (int number = (int) (to - from) / 3 * 3; number < to - from; number++) {
                add(lastScores[number % 3], reference, deviations, squares);
            }
            for (double sum : squares) {
                if (!(sum < Double.POSITIVE_INFINITY)) {
                    return false;
                }
            }
        }
        return true;
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

    /**
     * Adds three draws at a time, in order, so that the sums are loaded and stored once for the three. The compiler
     * would not vectorise a longer loop.
     */
    private static void addThree(double[][] scores, double[] reference, double[] deviations, double[] squares) {
        double[] a = scores[0];
        double[] b = scores[1];
        double[] c = scores[2];
        for (int row = 0; row < reference.length; row++) {
            double middle = reference[row];
            double first = a[row] - middle;
            double second = b[row] - middle;
            double third = c[row] - middle;
            deviations[row] = deviations[row] + first + second + third;
            squares[row] = squares[row] + first * first + second * second + third * third;
        }
    }

    private static void add(double[] scores, double[] reference, double[] deviations, double[] squares) {
        for (int row = 0; row < scores.length; row++) {
            double deviation = scores[row] - reference[row];
            deviations[row] += deviation;
            squares[row] += deviation * deviation;
        }
    }

    private void addFinite(double[] scores) {
        for (int row = 0; row < scores.length; row++) {
            double deviation = scores[row] - reference[row];
            if (Double.isFinite(deviation)) {
                deviations[row] += deviation;
                squares[row] += deviation * deviation;
                scored[row]++;
            }
        }
    }

    /** Adds the weights of a draw to each school that is first under them, tied or not. */
    private void addFirsts(int row) {
        int left = tally.counts[row][1] - firstsBefore[row];
        if (left == 0) {
            return;
        }
        firstsBefore[row] += left;
        Arrays.fill(shareSums, 0);
        Arrays.fill(shareSquares, 0);
        for (int draw = 0; left > 0; draw++) {
            if (kept.position(row, draw) == 1) {
                left--;
                for (int i = 0; i < width; i++) {
                    double share = sharesOfBlock[draw * width + i];
                    shareSums[i] += share;
                    shareSquares[i] += share * share;
                }
            }
        }
        for (int i = 0; i < width; i++) {
            tally.firstShares.add(row * width + i, shareSums[i]);
            tally.firstSquares.add(row * width + i, shareSquares[i]);
        }
    }

    private void addScores(int row, int times) {
        if (Double.isFinite(squares[row])) {
            tally.deviations.add(row, deviations[row]);
            tally.squares.add(row, squares[row]);
            tally.scored[row] += times;
        }
    }

    /** Branch-free: the sign of a difference is one bit. A school that is not ranked is behind all schools that are. */
    private void countPairs(int[][] ahead, int draws) {
        for (int draw = 0; draw < draws; draw++) {
            for (int row = 0; row < size; row++) {
                int position = kept.position(row, draw);
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
