package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.ExactScore;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Σ points·value / Σ points: doubles column by column, decimals for one row at a time.
 *
 * <p>The one kernel of every weighted sum. It runs over one column after another, so that each pass is a stream through
 * contiguous memory that the machine can vectorise, and it writes into the caller's array, so that a draw allocates
 * nothing.
 */
final class LinearScores implements Scores {
    private final ImmutableList<Column> columns;
    private final double[] shares;
    private final double[] drawn;
    private double errorBound;
    private @Nullable Weights weights;

    LinearScores(ImmutableList<Column> columns, Weights weights) {
        this.columns = columns;
        this.shares = new double[columns.size()];
        this.drawn = new double[columns.size()];
        this.weights = weights;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = weights.share(columns.get(i).indicator());
        }
        this.errorBound = bound();
    }

    /** The same table under drawn weights, each the decimal its double prints; changes these scores. */
    Scores reweighted(double[] points) {
        double total = 0;
        for (double each : points) {
            total += each;
        }
        for (int i = 0; i < shares.length; i++) {
            shares[i] = points[i] / total;
            drawn[i] = points[i];
        }
        weights = null;
        errorBound = bound();
        return this;
    }

    /**
     * Each value, each share, each product and each sum is off by half a unit in the last place at most, the share of
     * drawn weights by as many more as its total has terms.
     */
    private double bound() {
        double magnitude = 0;
        for (int i = 0; i < shares.length; i++) {
            magnitude += shares[i] * columns.get(i).magnitude();
        }
        return magnitude * (2 * shares.length + 6) * 0x1p-53 + shares.length * Double.MIN_NORMAL;
    }

    @Override
    public int size() {
        return columns.get(0).size();
    }

    @Override
    public void copyTo(double[] approximations) {
        Arrays.fill(approximations, 0);
        for (int i = 0; i < shares.length; i++) {
            columns.get(i).addTo(shares[i], approximations);
        }
    }

    @Override
    public double errorBound() {
        return errorBound;
    }

    @Override
    public ExactScore exact(int row) {
        Weights exact = weights();
        BigDecimal sum = BigDecimal.ZERO;
        for (Column column : columns) {
            sum = sum.add(exact.points(column.indicator()).multiply(decimal(column, row)));
        }
        return ExactScore.ratio(sum, exact.total());
    }

    @Override
    public ImmutableList<ExactScore> contributions(int row) {
        Weights exact = weights();
        return columns.stream()
                .map(column -> ExactScore.ratio(
                        exact.points(column.indicator()).multiply(decimal(column, row)), exact.total()))
                .collect(ImmutableList.toImmutableList());
    }

    /** Without the detour over text where the column is a whole number of tenths, hundredths, …. */
    private static BigDecimal decimal(Column column, int row) {
        int decimals = column.decimals();
        return decimals < 0 ? column.decimal(row) : BigDecimal.valueOf(column.unscaled(row), decimals);
    }

    private Weights weights() {
        Weights exact = weights;
        if (exact == null) {
            Weights.Builder builder = Weights.builder();
            for (int i = 0; i < drawn.length; i++) {
                builder.put(columns.get(i).indicator(), drawn[i]);
            }
            exact = builder.build();
            weights = exact;
        }
        return exact;
    }
}
