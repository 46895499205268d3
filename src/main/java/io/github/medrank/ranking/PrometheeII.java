package io.github.medrank.ranking;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Scorer;
import io.github.medrank.Weights;
import io.github.medrank.exact.ExactSum;

/** The net flow is a weighted mean of the flows of each indicator, which do not depend on the weights. */
@Immutable
record PrometheeII(Preference preference, ImmutableMap<Indicator, Preference> preferences) implements Ranker {
    @Override
    public Ranking rank(IndicatorTable table, Weights weights) {
        requireNonNull(table, "table");
        requireNonNull(weights, "weights");
        return Ranking.of(
                table, weights, new LinearScores(Derived.columns(table, table.indicators(), this::flows), weights));
    }

    @Override
    public Scorer scorer(IndicatorTable table, ImmutableList<Indicator> order) {
        requireNonNull(table, "table");
        requireNonNull(order, "order");
        return LinearScores.scorer(Derived.columns(table, order, this::flows));
    }

    private double[] flows(Column column) {
        Preference mine = preferences.getOrDefault(column.indicator(), preference);
        Differences differences = new Differences(column);
        double[] flows = new double[column.size()];
        ExactSum sum = new ExactSum();
        for (int row = 0; row < flows.length; row++) {
            sum.clear();
            for (int other = 0; other < flows.length; other++) {
                double difference = differences.of(row, other);
                if (difference != 0) {
                    sum.add(difference > 0 ? mine.of(difference) : -mine.of(-difference));
                }
            }
            flows[row] = flows.length == 1 ? 0 : sum.value() / (flows.length - 1);
        }
        return flows;
    }

    /** The differences between rows: the double nearest to the difference of the printed decimals. */
    private static final class Differences {
        private final double[] values;
        private final double unit;

        Differences(Column column) {
            int decimals = column.decimals();
            this.values = new double[column.size()];
            this.unit = decimals < 0 ? 1 : Math.pow(10, decimals);
            double sign = column.indicator().direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
            for (int row = 0; row < values.length; row++) {
                values[row] = sign * (decimals < 0 ? column.value(row) : column.unscaled(row));
            }
        }

        double of(int row, int other) {
            return (values[row] - values[other]) / unit;
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("PROMETHEE II, ").append(preference);
        preferences.forEach((indicator, mine) ->
                text.append("; ").append(indicator.name()).append(": ").append(mine));
        return text.toString();
    }
}
