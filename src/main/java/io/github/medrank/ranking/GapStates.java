package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The treatment of the rows with a missing value, under one set of weights after another. */
final class GapStates {
    /** The treatment of the rows of a gap. */
    enum State {
        COMPLETE,
        SKIPPED,
        UNRANKED
    }

    private final IndicatorTable table;
    private final Combination combination;
    private final Skipping skipping;
    private final ImmutableList<Gap> gaps;
    private final boolean[] counts;
    private final State[] states;
    private final int[] gapOfRow;

    GapStates(IndicatorTable table, ImmutableList<Column> columns, Combination combination, Skipping skipping) {
        this.table = table;
        this.combination = combination;
        this.skipping = skipping;
        this.gaps = Gap.of(table, columns, skipping);
        this.counts = new boolean[columns.size()];
        this.states = new State[gaps.size()];
        this.gapOfRow = new int[gaps.isEmpty() ? 0 : table.size()];
        Arrays.fill(gapOfRow, gaps.size());
        for (int gap = 0; gap < gaps.size(); gap++) {
            for (int row : gaps.get(gap).rows()) {
                gapOfRow[row] = gap;
            }
        }
    }

    /**
     * Decides the treatment for other weights.
     *
     * @param weighs which columns have a weight above zero
     * @param factors the approximate factor of each column, for a row without a gap
     * @param points the exact weights
     * @throws IllegalArgumentException if a value that counts is missing and the policy refuses it
     */
    void decide(boolean[] weighs, double[] factors, Supplier<ImmutableList<BigDecimal>> points) {
        combination.counting(weighs, counts);
        for (int gap = 0; gap < states.length; gap++) {
            states[gap] = stateOf(gaps.get(gap), factors, points);
        }
    }

    private State stateOf(Gap gap, double[] factors, Supplier<ImmutableList<BigDecimal>> points) {
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
                Math.abs(beyond) > 1e-9 ? beyond > 0 : combination.hasAtLeast(least, points.get(), gap.absent());
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
    ImmutableList<Integer> rows(int gap) {
        return gaps.get(gap).rows();
    }

    /** The columns that a gap lacks. */
    boolean[] absent(int gap) {
        return gaps.get(gap).absent();
    }

    State state(int gap) {
        return states[gap];
    }

    /** The gap of a row; {@link #size()} if it has none. */
    int of(int row) {
        return gapOfRow.length == 0 ? 0 : gapOfRow[row];
    }

    boolean isUnranked(int row) {
        int gap = of(row);
        return gap < states.length && states[gap] == State.UNRANKED;
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
