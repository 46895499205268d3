package io.github.medrank.ranking;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Scorer;
import io.github.medrank.Weights;

@Immutable
enum Borda implements Ranker {
    INSTANCE;

    @Override
    public Ranking rank(IndicatorTable table, Weights weights) {
        requireNonNull(table, "table");
        requireNonNull(weights, "weights");
        return Ranking.of(
                table, weights, new LinearScores(Derived.columns(table, table.indicators(), Borda::points), weights));
    }

    @Override
    public Scorer scorer(IndicatorTable table, ImmutableList<Indicator> order) {
        requireNonNull(table, "table");
        requireNonNull(order, "order");
        return LinearScores.scorer(Derived.columns(table, order, Borda::points));
    }

    /** One point for each school beaten, half a point for each tie. */
    private static double[] points(Column column) {
        double sign = column.indicator().direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
        double[] values = new double[column.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = sign * column.value(row);
        }
        int[] levels = Raw.levels(values);
        int[] upTo = new int[values.length + 1]; // upTo[level]: the number of schools below the level
        for (int level : levels) {
            upTo[level + 1]++;
        }
        for (int level = 1; level <= values.length; level++) {
            upTo[level] += upTo[level - 1];
        }
        double[] points = new double[values.length];
        for (int row = 0; row < points.length; row++) {
            int beaten = upTo[levels[row]];
            int tied = upTo[levels[row] + 1] - beaten - 1;
            points[row] = beaten + tied / 2.0;
        }
        return points;
    }

    @Override
    public String toString() {
        return "Borda count";
    }
}
