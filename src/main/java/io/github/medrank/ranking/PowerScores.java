package io.github.medrank.ranking;

import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import io.github.medrank.exact.Indexes;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The scores of a tree with a mean that is not arithmetic, for one set of weights after another. They are computed in
 * doubles by {@link PowerKernel}; rows that doubles cannot decide are computed by {@link ExactMeans}, which also
 * refuses negative values that count.
 */
final class PowerScores extends TreeScores {
    /** Outside of this range, doubles lose digits. */
    private static final double LEAST = 1e-290;

    private static final double MOST = 1e290;

    private final IndicatorTable table;
    private final PowerKernel kernel;
    private final double[] means;
    /** The columns with negative values, which a sum of powers may hide behind a zero. */
    private final int[] negative;

    PowerScores(IndicatorTable table, TreeWeights tree) {
        super(tree);
        this.table = table;
        this.kernel = new PowerKernel(tree.combination().root(), tree.columns());
        this.means = kernel.means();
        this.negative = IntStream.range(0, tree.columns().size())
                .filter(i -> PowerKernel.values(tree.columns().get(i)).anyMatch(value -> value < 0))
                .toArray();
    }

    @Override
    void refresh() {
        if (isInReach()) {
            kernel.draw(tree.points());
            for (int gap = 0; gap < tree.size(); gap++) {
                boolean quick = kernel.skips() && tree.state(gap) != TreeWeights.State.UNRANKED;
                for (int row : tree.rows(gap)) {
                    means[row] = quick ? kernel.without(tree.absent(gap), row) : Double.NaN;
                }
            }
        } else {
            Arrays.fill(means, Double.NaN);
        }
        errorBound = settle() * kernel.errorBound() + 4 * Double.MIN_NORMAL;
    }

    /** Whether shares are ordinary doubles, and no column that counts has negative values. */
    private boolean isInReach() {
        double least = MOST;
        double total = 0;
        for (double each : tree.points()) {
            least = each > 0 && each < least ? each : least;
            total += each;
        }
        boolean inReach = least >= LEAST && total <= MOST && least / total >= LEAST; // not if NaN
        for (int column : negative) {
            inReach &= tree.points()[column] == 0;
        }
        return inReach;
    }

    /** Recomputes, row by row, what doubles cannot guarantee; returns the largest mean. */
    private double settle() {
        double largest = 0;
        for (int row = 0; row < means.length; row++) {
            double mean = means[row];
            boolean sure = mean >= LEAST && mean <= MOST;
            if (!sure && mean != 0) {
                mean = tree.isUnranked(row) ? Double.NaN : exactly(row);
                means[row] = mean;
            }
            largest = mean > largest ? mean : largest;
        }
        return largest;
    }

    private double exactly(int row) {
        return new ExactMeans(table, tree).score(row);
    }

    @Override
    public void copyTo(double[] approximations) {
        System.arraycopy(means, 0, Indexes.room(approximations, means.length, "scores"), 0, means.length);
    }

    @Override
    public Rational exact(int row) {
        return Rational.of(exactly(row));
    }

    /** Returns whether two rows have equal values, or both are zero because of a zero value. */
    @Override
    public boolean alike(int row, int other) {
        for (int i = 0; i < tree.columns().size(); i++) {
            if (!tree.columns().get(i).isAlike(row, other)) {
                return means[row] == 0 && means[other] == 0;
            }
        }
        return true;
    }
}
