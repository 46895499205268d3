package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scores of {@link MeanScores} for one draw of weights after another. They are computed in doubles by
 * {@link PowerKernel}; rows that doubles cannot decide are computed by {@link MeanScores}.
 *
 * <p>{@link MeanScores} also refuses negative values that count.
 */
final class PowerScores implements Scores {
    /** Outside of this range, doubles lose digits. */
    private static final double LEAST = 1e-290;

    private static final double MOST = 1e290;

    private final IndicatorTable table;
    private final MeanRanker ranker;
    private final ImmutableList<Column> columns;
    private final Combination combination;
    private final GapStates gaps;
    private final PowerKernel kernel;
    private final boolean[] negative;
    private final boolean[] nothingAbsent;
    private final boolean[] weighs;
    private final double[] points;
    private final double[] factors;
    private final double[] means;
    private double errorBound;
    private @Nullable MeanScores exactly;

    PowerScores(IndicatorTable table, ImmutableList<Indicator> order, MeanRanker ranker) {
        this.table = table;
        this.ranker = ranker;
        this.columns = MeanRanker.columns(table, order);
        this.combination = ranker.combination(order);
        this.gaps = new GapStates(table, columns, combination, ranker.skipping());
        this.kernel = new PowerKernel(ranker.whole(order), columns);
        this.means = kernel.means();
        int width = columns.size();
        this.negative = new boolean[width];
        for (int i = 0; i < width; i++) {
            negative[i] = isNegative(columns.get(i));
        }
        this.nothingAbsent = new boolean[width];
        this.weighs = new boolean[width];
        this.points = new double[width];
        this.factors = new double[width];
    }

    private static boolean isNegative(Column column) {
        for (int row = 0; row < column.size(); row++) {
            if (column.isPresent(row) && Raw.near(column, row) < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The scores under drawn weights, each read as the decimal that its double prints; usually this object, changed.
     */
    Scores reweighted(double[] drawn) {
        LinearScores.total(drawn, points.length);
        System.arraycopy(drawn, 0, points, 0, drawn.length);
        exactly = null;
        boolean refuses = false;
        for (int i = 0; i < drawn.length; i++) {
            weighs[i] = drawn[i] > 0;
            refuses |= weighs[i] && negative[i];
        }
        combination.approximate(points, nothingAbsent, factors);
        gaps.decide(weighs, factors, this::exactPoints);
        if (refuses) {
            return exactly().scores();
        }
        kernel.draw(points);
        for (int gap = 0; gap < gaps.size(); gap++) {
            boolean quick = kernel.skips() && gaps.state(gap) != GapStates.State.UNRANKED;
            for (int row : gaps.rows(gap)) {
                means[row] = quick ? kernel.without(gaps.absent(gap), row) : Double.NaN;
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
                mean = gaps.isUnranked(row) ? Double.NaN : exactly().score(row);
                means[row] = mean;
            }
            largest = mean > largest ? mean : largest;
        }
        return largest;
    }

    private ImmutableList<BigDecimal> exactPoints() {
        return Arrays.stream(points).mapToObj(Decimals::of).collect(ImmutableList.toImmutableList());
    }

    private MeanScores exactly() {
        MeanScores known = exactly;
        if (known == null) {
            Weights.Builder weights = Weights.builder();
            for (int i = 0; i < points.length; i++) {
                weights.put(columns.get(i).indicator(), points[i]);
            }
            known = new MeanScores(table, weights.build(), ranker);
            exactly = known;
        }
        return known;
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public void copyTo(double[] approximations) {
        System.arraycopy(means, 0, approximations, 0, means.length);
    }

    @Override
    public double errorBound() {
        return errorBound;
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
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isAlike(row, other)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Optional<String> unranked(int row) {
        return gaps.unranked(row);
    }

    @Override
    public ImmutableList<String> warnings() {
        return gaps.warnings();
    }
}
