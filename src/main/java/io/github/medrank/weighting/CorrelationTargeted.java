package io.github.medrank.weighting;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Weights;
import io.github.medrank.exact.Matrices;

/** Weights that make the correlation of each indicator with the composite proportional to a target. */
@Immutable
record CorrelationTargeted(Weights targets) implements LearnedWeighting {
    /** Shares below this are rounding error. */
    private static final double ROUNDING = 1e-12;

    @Override
    public Weights weigh(IndicatorTable table) {
        requireNonNull(table, "table");
        Weights mine = targets.inOrderOf(table.indicators());
        for (Column column : table.columns()) {
            checkArgument(
                    !column.min().equals(column.max())
                            || mine.points(column.indicator()).signum() == 0,
                    "indicator \"%s\" has the same value everywhere, so no correlation to aim at; its target must be 0",
                    column.indicator().id());
        }
        return LearnedWeighting.super.weigh(table);
    }

    @Override
    public double[] learn(ImmutableList<Column> columns, IndicatorTable table) {
        double[] wanted = columns.stream()
                .mapToDouble(each -> targets.share(each.indicator()))
                .toArray();
        double[] solved = Matrices.solve(correlations(columns), wanted);
        double size = 0;
        for (double each : solved) {
            size = Math.max(size, Math.abs(each));
        }
        for (int i = 0; i < solved.length; i++) {
            Column column = columns.get(i);
            checkArgument(
                    solved[i] >= -ROUNDING * size,
                    "indicator \"%s\": no weight of zero or more gives it %s of the influence, because it goes with"
                            + " others that have more; raise its target or leave one of those out",
                    column.indicator().id(),
                    targets.share(column.indicator()));
            solved[i] = Math.max(0, solved[i])
                    / column.populationStandardDeviation().orElseThrow();
        }
        return solved;
    }

    static double[][] correlations(ImmutableList<Column> columns) {
        int k = columns.size();
        double[][] all = new double[k][k];
        for (int i = 0; i < k; i++) {
            all[i][i] = 1;
            for (int j = 0; j < i; j++) {
                all[i][j] = SpreadWeighting.agreement(columns.get(i), columns.get(j));
                all[j][i] = all[i][j];
            }
        }
        return all;
    }

    @Override
    public String toString() {
        return "correlations with the composite as " + targets;
    }
}
