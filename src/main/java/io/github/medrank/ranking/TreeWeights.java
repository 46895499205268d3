package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One set of weights after another for the columns of a tree of means, and the treatment of the rows with a missing
 * value under them.
 */
final class TreeWeights {
    /** The treatment of the rows of a gap. */
    enum State {
        COMPLETE,
        SKIPPED,
        UNRANKED
    }

    private final IndicatorTable table;
    private final ImmutableList<Column> columns;
    private final Combination combination;
    private final Skipping skipping;
    private final Direction direction;
    private final ImmutableList<Gap> gaps;
    private final State[] states;
    private final int[] gapOfRow;

    private final double[] points;
    private final boolean[] weighs;
    private final boolean[] counts;
    private final boolean[] nothingAbsent;
    private final double[] factors;
    private @Nullable ImmutableList<BigDecimal> exactPoints;

    TreeWeights(IndicatorTable table, ImmutableList<Indicator> order, MeanRanker ranker) {
        this.table = table;
        this.columns = ranker.columns(table, order);
        this.direction = ranker.direction();
        this.combination = ranker.combination(order);
        this.skipping = ranker.skipping();
        this.gaps = Gap.of(table, columns, skipping);
        this.states = new State[gaps.size()];
        this.gapOfRow = new int[gaps.isEmpty() ? 0 : table.size()];
        Arrays.fill(gapOfRow, gaps.size());
        for (int gap = 0; gap < gaps.size(); gap++) {
            for (int row : gaps.get(gap).rows()) {
                gapOfRow[row] = gap;
            }
        }
        int width = columns.size();
        this.points = new double[width];
        this.weighs = new boolean[width];
        this.counts = new boolean[width];
        this.nothingAbsent = new boolean[width];
        this.factors = new double[width];
    }

    // ---- the weights ----

    /**
     * Takes exact weights.
     *
     * @throws IllegalArgumentException if a value that counts is missing and the policy refuses it
     */
    void weigh(Weights weights) {
        ImmutableList<BigDecimal> exact = columns.stream()
                .map(column -> weights.points(column.indicator()))
                .collect(ImmutableList.toImmutableList());
        for (int i = 0; i < points.length; i++) {
            double near = exact.get(i).doubleValue();
            weighs[i] = exact.get(i).signum() > 0;
            points[i] = weighs[i] && near == 0 ? Double.NaN : near; // too small for doubles to decide anything
        }
        exactPoints = exact;
        decide();
    }

    /**
     * Takes drawn weights, each read as the decimal that its double prints.
     *
     * @throws IllegalArgumentException if a value that counts is missing and the policy refuses it
     */
    void weigh(double[] drawn) {
        LinearScores.total(drawn, points.length);
        for (int i = 0; i < drawn.length; i++) {
            points[i] = drawn[i];
            weighs[i] = drawn[i] > 0;
        }
        exactPoints = null;
        decide();
    }

    ImmutableList<Column> columns() {
        return columns;
    }

    Combination combination() {
        return combination;
    }

    /** Which scores are better. */
    Direction direction() {
        return direction;
    }

    /** The weights as doubles. */
    double[] points() {
        return points;
    }

    ImmutableList<BigDecimal> exactPoints() {
        ImmutableList<BigDecimal> exact = exactPoints;
        if (exact == null) {
            exact = Arrays.stream(points).mapToObj(Decimals::of).collect(ImmutableList.toImmutableList());
            exactPoints = exact;
        }
        return exact;
    }

    /** The approximate factor of each column, for a row without a gap. */
    double[] factors() {
        return factors;
    }

    // ---- the rows with a missing value ----

    private void decide() {
        combination.approximate(points, nothingAbsent, factors);
        combination.counting(weighs, counts);
        for (int gap = 0; gap < states.length; gap++) {
            states[gap] = stateOf(gaps.get(gap));
        }
    }

    private State stateOf(Gap gap) {
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

    /** The number of gaps. */
    int size() {
        return states.length;
    }

    /** The rows of a gap. */
    List<Integer> rows(int gap) {
        return gaps.get(gap).rows();
    }

    /** The columns that a gap lacks; none for {@link #size()}. */
    boolean[] absent(int gap) {
        return gap < states.length ? gaps.get(gap).absent() : nothingAbsent;
    }

    /** The treatment of a gap; {@link #size()} is complete. */
    State state(int gap) {
        return gap < states.length ? states[gap] : State.COMPLETE;
    }

    /** The gap of a row; {@link #size()} if it has none. */
    int of(int row) {
        return gapOfRow.length == 0 ? 0 : gapOfRow[row];
    }

    boolean isUnranked(int row) {
        return state(of(row)) == State.UNRANKED;
    }

    /** The reason why a row is not ranked, if it is not. */
    Optional<String> unranked(int row) {
        return isUnranked(row) ? Optional.of(gaps.get(of(row)).reason(counts)) : Optional.empty();
    }

    ImmutableList<String> warnings() {
        List<Integer> skipped = new ArrayList<>();
        for (int gap = 0; gap < states.length; gap++) {
            if (states[gap] == State.SKIPPED) {
                skipped.addAll(gaps.get(gap).rows());
            }
        }
        return Gap.warning(table, skipped);
    }
}
