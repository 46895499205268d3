package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Weighted sums under a tree of pillars, or with missing values skipped: Σ factor·value, the factors worked out from the
 * tree, for rows with a missing value anew.
 *
 * <p>The loop over rows is that of {@link LinearScores}, the columns' own; rows with a missing value have factors of
 * their own and are done again one by one.
 */
final class PillarScores implements Scores {
    private final IndicatorTable table;
    private final ImmutableList<Column> columns;
    private final ImmutableList<Column> whole;
    private final Combination combination;
    private final Skipping skipping;
    private final boolean[] nothingAbsent;
    private final double[] factors;
    private final boolean[] weighs;
    private final boolean[] counts;
    private final ImmutableList<Gap> gaps;
    private final double[][] gapFactors;
    private final State[] states;
    private final int[] gapOfRow;

    private double[] points;
    private double errorBound;
    private @Nullable ImmutableList<BigDecimal> exactPoints;
    // Derived, the same whoever computes it; the last is of the rows without a gap.
    private final Combination.@Nullable Factors[] exactFactors;

    /** What becomes of the rows of a gap under the weights of the moment. */
    private enum State {
        COMPLETE,
        SKIPPED,
        UNRANKED
    }

    PillarScores(IndicatorTable table, ImmutableList<Column> columns, Combination combination, Skipping skipping) {
        this.table = table;
        this.columns = columns;
        this.whole = columns.stream()
                .map(column -> column.fill(row -> OptionalDouble.of(0)))
                .collect(ImmutableList.toImmutableList());
        this.combination = combination;
        this.skipping = skipping;
        this.nothingAbsent = new boolean[columns.size()];
        this.factors = new double[columns.size()];
        this.weighs = new boolean[columns.size()];
        this.counts = new boolean[columns.size()];
        this.points = new double[columns.size()];
        this.gaps = Gap.of(table, columns, skipping);
        this.gapFactors = new double[gaps.size()][columns.size()];
        this.states = new State[gaps.size()];
        this.gapOfRow = new int[gaps.isEmpty() ? 0 : table.size()];
        this.exactFactors = new Combination.Factors[gaps.size() + 1];
        Arrays.fill(gapOfRow, gaps.size());
        for (int gap = 0; gap < gaps.size(); gap++) {
            for (int row : gaps.get(gap).rows()) {
                gapOfRow[row] = gap;
            }
        }
    }

    /** The same table under other weights; changes these scores. */
    PillarScores weighted(Weights weights) {
        ImmutableList<BigDecimal> exact = columns.stream()
                .map(column -> weights.points(column.indicator()))
                .collect(ImmutableList.toImmutableList());
        for (int i = 0; i < points.length; i++) {
            points[i] = exact.get(i).doubleValue();
            weighs[i] = exact.get(i).signum() > 0;
        }
        exactPoints = exact;
        return refresh();
    }

    /** The same table under drawn weights, each the decimal its double prints; changes these scores. */
    PillarScores reweighted(double[] drawn) {
        LinearScores.total(drawn, points.length);
        System.arraycopy(drawn, 0, points, 0, drawn.length);
        for (int i = 0; i < drawn.length; i++) {
            weighs[i] = drawn[i] > 0;
        }
        exactPoints = null;
        return refresh();
    }

    private PillarScores refresh() {
        Arrays.fill(exactFactors, null);
        combination.counting(weighs, counts);
        combination.approximate(points, nothingAbsent, factors);
        double magnitude = magnitude(factors);
        double values = valueError(factors);
        for (int gap = 0; gap < states.length; gap++) {
            states[gap] = stateOf(gap);
            if (states[gap] == State.SKIPPED) {
                combination.approximate(points, gaps.get(gap).absent(), gapFactors[gap]);
                magnitude = Math.max(magnitude, magnitude(gapFactors[gap]));
                values = Math.max(values, valueError(gapFactors[gap]));
            }
        }
        // Each value is off by its column's bound; each product and sum is off by half a unit in the last place; a
        // factor, at each level of the tree, by
        // as many as the sum of its points has terms and its quotient and product.
        int k = factors.length;
        errorBound = values * (1 + 0x1p-30)
                + magnitude * (2.0 * k + 6 + combination.depth() * (k + 3.0)) * 0x1p-53
                + k * Double.MIN_NORMAL;
        return this;
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

    private State stateOf(int index) {
        Gap gap = gaps.get(index);
        if (!gap.matters(counts)) {
            return State.COMPLETE;
        }
        if (!gap.skips(counts) || !anyThere(gap.absent())) {
            return State.UNRANKED;
        }
        if (skipping.least().isEmpty()) {
            return State.SKIPPED;
        }
        BigDecimal least = skipping.least().get();
        double beyond = Combination.share(factors, gap.absent()) - least.doubleValue();
        boolean enough =
                Math.abs(beyond) > 1e-9 ? beyond > 0 : combination.hasAtLeast(least, exactPoints(), gap.absent());
        return enough ? State.SKIPPED : State.UNRANKED;
    }

    private boolean anyThere(boolean[] absent) {
        for (int i = 0; i < absent.length; i++) {
            if (counts[i] && !absent[i]) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public void copyTo(double[] approximations) {
        Column.weightedSums(whole, factors, approximations);
        for (int gap = 0; gap < states.length; gap++) {
            if (states[gap] != State.COMPLETE) {
                for (int row : gaps.get(gap).rows()) {
                    approximations[row] = states[gap] == State.UNRANKED ? Double.NaN : sum(gapFactors[gap], row);
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
    public double errorBound() {
        return errorBound;
    }

    @Override
    public Rational exact(int row) {
        Combination.Factors exact = exactFactors(row);
        Rational sum = Rational.ZERO;
        for (int i = 0; i < factors.length; i++) {
            sum = sum.plus(
                    whole.get(i).exact(row).times(Rational.of(exact.numerators().get(i))));
        }
        return sum.dividedBy(Rational.of(exact.denominator()));
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

    @Override
    public Optional<String> unranked(int row) {
        int gap = gapOfRow.length == 0 ? 0 : gapOfRow[row];
        return gap < states.length && states[gap] == State.UNRANKED
                ? Optional.of(gaps.get(gap).reason(counts))
                : Optional.empty();
    }

    @Override
    public ImmutableList<String> warnings() {
        List<Integer> skipped = new ArrayList<>();
        for (int gap = 0; gap < states.length; gap++) {
            if (states[gap] == State.SKIPPED) {
                skipped.addAll(gaps.get(gap).rows());
            }
        }
        return Gap.warning(table, skipped);
    }

    private Combination.Factors exactFactors(int row) {
        int gap = gapOfRow.length == 0 ? 0 : gapOfRow[row];
        boolean skipped = gap < states.length && states[gap] == State.SKIPPED;
        int index = skipped ? gap : states.length;
        Combination.Factors exact = exactFactors[index];
        if (exact == null) {
            exact = combination.exact(exactPoints(), skipped ? gaps.get(gap).absent() : nothingAbsent);
            exactFactors[index] = exact;
        }
        return exact;
    }

    private ImmutableList<BigDecimal> exactPoints() {
        ImmutableList<BigDecimal> exact = exactPoints;
        if (exact == null) {
            exact = Arrays.stream(points)
                    .mapToObj(point -> Decimals.of(point))
                    .collect(ImmutableList.toImmutableList());
            exactPoints = exact;
        }
        return exact;
    }
}
