package io.github.medrank.ranking;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
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

    /** A point for each school beaten, half a one for each tie. */
    private static Column points(Column column) {
        int[] levels = Raw.levels(column);
        int[] upTo = new int[levels.length + 1]; // how many schools are below a level
        for (int level : levels) {
            upTo[level + 1]++;
        }
        for (int level = 1; level <= levels.length; level++) {
            upTo[level] += upTo[level - 1];
        }
        double[] points = new double[levels.length];
        for (int row = 0; row < points.length; row++) {
            int beaten = upTo[levels[row]];
            int tied = upTo[levels[row] + 1] - beaten - 1;
            points[row] = beaten + tied / 2.0;
        }
        return Column.of(column.indicator(), points);
    }

    @Override
    public String toString() {
        return "Borda count";
    }
}
