package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Rational;
import io.github.medrank.ranking.TreeWeights.State;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Weighted sums under a tree of pillars, or with missing values skipped: Σ factor·value. The factors are computed from
 * the tree, separately for rows with a missing value.
 *
 * <p>The loop over rows is that of {@link LinearScores}. Rows with a missing value have their own factors and are then
 * recomputed one by one.
 */
final class PillarScores extends TreeScores {
    private final ImmutableList<Column> columns;
    private final ImmutableList<Column> whole;
    private final double[] factors;
    private final double[][] gapFactors;
    /** The error of a sum relative to the sum of the magnitudes, apart from those of the values. */
    private final double roundings;

    // Derived data, which every thread computes equally. The last element is for the rows without a gap.
    private final Combination.@Nullable Factors[] exactFactors;

    PillarScores(TreeWeights tree) {
        super(tree);
        this.columns = tree.columns();
        this.whole = columns.stream()
                .map(column -> column.fill(row -> OptionalDouble.of(0)))
                .collect(ImmutableList.toImmutableList());
        this.factors = tree.factors();
        this.gapFactors = new double[tree.size()][columns.size()];
        // Each product and sum adds half a unit in the last place. At each level of the tree, a factor adds one such
        // error per term of the sum of its points, one for its quotient and one for its product.
        int k = factors.length;
        this.roundings = (2.0 * k + 6 + tree.combination().root().depth() * (k + 3.0)) * 0x1p-53;
        this.exactFactors = new Combination.Factors[tree.size() + 1];
    }

    @Override
    void refresh() {
        Arrays.fill(exactFactors, null);
        double magnitude = magnitude(factors);
        double values = valueError(factors);
        for (int gap = 0; gap < tree.size(); gap++) {
            if (tree.state(gap) == State.SKIPPED) {
                tree.combination().approximate(tree.points(), tree.absent(gap), gapFactors[gap]);
                magnitude = Math.max(magnitude, magnitude(gapFactors[gap]));
                values = Math.max(values, valueError(gapFactors[gap]));
            }
        }
        errorBound = values * (1 + 0x1p-30) + magnitude * roundings + factors.length * Double.MIN_NORMAL;
    }

    private double magnitude(double[] each) {
        double magnitude = 0;
        for (int i = 0; i < each.length; i++) {
            magnitude += each[i] * columns.get(i).magnitude();
        }
        return magnitude;
    }

    private double valueError(double[] each) {
        double error = 0;
        for (int i = 0; i < each.length; i++) {
            error += each[i] * columns.get(i).errorBound();
        }
        return error;
    }

    @Override
    public void copyTo(double[] approximations) {
        Column.weightedSums(whole, factors, approximations);
        for (int gap = 0; gap < tree.size(); gap++) {
            if (tree.state(gap) != State.COMPLETE) {
                for (int row : tree.rows(gap)) {
                    approximations[row] = tree.state(gap) == State.UNRANKED ? Double.NaN : sum(gapFactors[gap], row);
                }
            }
        }
    }

    private double sum(double[] each, int row) {
        double sum = 0;
        for (int i = 0; i < each.length; i++) {
            sum += each[i] == 0 ? 0 : each[i] * whole.get(i).value(row);
        }
        return sum;
    }

    @Override
    public Rational exact(int row) {
        return contributions(row).stream().reduce(Rational.ZERO, Rational::plus);
    }

    @Override
    public ImmutableList<Rational> contributions(int row) {
        Combination.Factors exact = exactFactors(row);
        ImmutableList.Builder<Rational> parts = ImmutableList.builder();
        for (int i = 0; i < factors.length; i++) {
            Rational factor = Rational.ratio(exact.numerators().get(i), exact.denominator());
            parts.add(whole.get(i).exact(row).times(factor));
        }
        return parts.build();
    }

    private Combination.Factors exactFactors(int row) {
        int gap = tree.of(row);
        int index = tree.state(gap) == State.SKIPPED ? gap : tree.size();
        Combination.Factors exact = exactFactors[index];
        if (exact == null) {
            exact = tree.combination().exact(tree.exactPoints(), tree.absent(index));
            exactFactors[index] = exact;
        }
        return exact;
    }
}
