package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import io.github.medrank.ranking.GapStates.State;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Weighted sums under a tree of pillars, or with missing values skipped: Σ factor·value. The factors are computed from
 * the tree, separately for rows with a missing value.
 *
 * <p>The loop over rows is that of {@link LinearScores}. Rows with a missing value have their own factors and are then
 * recomputed one by one.
 */
final class PillarScores implements Scores {
    private final IndicatorTable table;
    private final ImmutableList<Column> columns;
    private final ImmutableList<Column> whole;
    private final Combination combination;
    private final boolean[] nothingAbsent;
    private final double[] factors;
    private final boolean[] weighs;
    private final GapStates gaps;
    private final double[][] gapFactors;

    private double[] points;
    private double errorBound;
    private @Nullable ImmutableList<BigDecimal> exactPoints;
    // Derived data, which every thread computes equally. The last element is for the rows without a gap.
    private final Combination.@Nullable Factors[] exactFactors;

    PillarScores(IndicatorTable table, ImmutableList<Column> columns, Combination combination, Skipping skipping) {
        this.table = table;
        this.columns = columns;
        this.whole = columns.stream()
                .map(column -> column.fill(row -> OptionalDouble.of(0)))
                .collect(ImmutableList.toImmutableList());
        this.combination = combination;
        this.nothingAbsent = new boolean[columns.size()];
        this.factors = new double[columns.size()];
        this.weighs = new boolean[columns.size()];
        this.points = new double[columns.size()];
        this.gaps = new GapStates(table, columns, combination, skipping);
        this.gapFactors = new double[gaps.size()][columns.size()];
        this.exactFactors = new Combination.Factors[gaps.size() + 1];
    }

    /** The same table under other weights; changes this object. */
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

    /** The same table under drawn weights, each read as the decimal that its double prints; changes this object. */
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
        combination.approximate(points, nothingAbsent, factors);
        gaps.decide(weighs, factors, this::exactPoints);
        double magnitude = magnitude(factors);
        double values = valueError(factors);
        for (int gap = 0; gap < gaps.size(); gap++) {
            if (gaps.state(gap) == State.SKIPPED) {
                combination.approximate(points, gaps.absent(gap), gapFactors[gap]);
                magnitude = Math.max(magnitude, magnitude(gapFactors[gap]));
                values = Math.max(values, valueError(gapFactors[gap]));
            }
        }
        // Each value has its column's error bound; each product and sum adds half a unit in the last place. At each
        // level of the tree, a factor adds one such error per term of the sum of its points, one for its quotient and
        // one for its product.
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

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public void copyTo(double[] approximations) {
        Column.weightedSums(whole, factors, approximations);
        for (int gap = 0; gap < gaps.size(); gap++) {
            if (gaps.state(gap) != State.COMPLETE) {
                for (int row : gaps.rows(gap)) {
                    approximations[row] = gaps.state(gap) == State.UNRANKED ? Double.NaN : sum(gapFactors[gap], row);
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
        return gaps.unranked(row);
    }

    @Override
    public ImmutableList<String> warnings() {
        return gaps.warnings();
    }

    private Combination.Factors exactFactors(int row) {
        int gap = gaps.of(row);
        boolean skipped = gap < gaps.size() && gaps.state(gap) == State.SKIPPED;
        int index = skipped ? gap : gaps.size();
        Combination.Factors exact = exactFactors[index];
        if (exact == null) {
            exact = combination.exact(exactPoints(), skipped ? gaps.absent(gap) : nothingAbsent);
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
