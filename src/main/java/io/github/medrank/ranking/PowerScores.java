package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The scores of {@link MeanScores} for one draw of weights after another. They are computed in doubles by
 * {@link PowerKernel}; rows that doubles cannot decide are computed by {@link MeanScores}.
 *
 * <p>{@link MeanScores} also refuses negative values that count.
 */
final class PowerScores extends TreeScores {
    /** Outside of this range, doubles lose digits. */
    private static final double LEAST = 1e-290;

    private static final double MOST = 1e290;

    private final IndicatorTable table;
    private final MeanRanker ranker;
    private final ImmutableList<Indicator> order;
    private final PowerKernel kernel;
    private final int[] negative;
    private final double[] means;
    private @Nullable MeanScores exactly;

    PowerScores(IndicatorTable table, ImmutableList<Indicator> order, MeanRanker ranker) {
        super(new TreeWeights(table, order, ranker));
        this.table = table;
        this.ranker = ranker;
        this.order = order;
        ImmutableList<Column> columns = tree.columns();
        this.kernel = new PowerKernel(ranker.whole(order), columns);
        this.negative = IntStream.range(0, columns.size())
                .filter(i -> PowerKernel.values(columns.get(i)).anyMatch(value -> value < 0))
                .toArray();
        this.means = kernel.means();
    }

    /**
     * The scores under drawn weights, each read as the decimal that its double prints; usually this object, changed.
     */
    Scores reweighted(double[] drawn) {
        tree.weigh(drawn);
        exactly = null;
        for (int column : negative) {
            if (drawn[column] > 0) {
                return exactly().scores();
            }
        }
        kernel.draw(drawn);
        for (int gap = 0; gap < tree.size(); gap++) {
            boolean quick = kernel.skips() && tree.state(gap) != TreeWeights.State.UNRANKED;
            for (int row : tree.rows(gap)) {
                means[row] = quick ? kernel.without(tree.absent(gap), row) : Double.NaN;
            }
        }
        errorBound = settle() * kernel.errorBound() + 4 * Double.MIN_NORMAL;
        return this;
    }

    /** Recomputes, row by row, what doubles cannot guarantee; returns the largest mean. */
    private double settle() {
        double largest = 0;
        for (int row = 0; row < means.length; row++) {
            double mean = means[row];
            boolean sure = mean >= LEAST && mean <= MOST;
            if (!sure && mean != 0) {
                mean = tree.isUnranked(row) ? Double.NaN : exactly().score(row);
                means[row] = mean;
            }
            largest = mean > largest ? mean : largest;
        }
        return largest;
    }

    private MeanScores exactly() {
        MeanScores known = exactly;
        if (known == null) {
            Weights.Builder weights = Weights.builder();
            for (int i = 0; i < order.size(); i++) {
                weights.put(order.get(i), tree.exactPoints().get(i));
            }
            known = new MeanScores(table, weights.build(), ranker);
            exactly = known;
        }
        return known;
    }

    @Override
    public void copyTo(double[] approximations) {
        System.arraycopy(means, 0, approximations, 0, means.length);
    }

    @Override
    public Rational exact(int row) {
        return Rational.of(exactly().score(row));
    }

    /** Returns whether two rows have equal values, or both are zero because of a zero value. */
    @Override
    public boolean alike(int row, int other) {
        if (means[row] == 0 && means[other] == 0) {
            return true;
        }
        for (int i = 0; i < order.size(); i++) {
            if (!tree.columns().get(i).isAlike(row, other)) {
                return false;
            }
        }
        return true;
    }
}
