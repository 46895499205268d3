package io.github.medrank.weighting;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.WeightingStrategy;
import io.github.medrank.Weights;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Weights learned from the indicators that distinguish schools; constant indicators get weight 0.
 *
 * <p>The columns are sorted by the ids of their indicators, so that the order of columns does not change a bit of the
 * result.
 */
@Immutable
interface LearnedWeighting extends WeightingStrategy {
    /**
     * Returns points for columns that are not constant, in their order; not negative, and not all zero if that can be
     * avoided.
     */
    double[] learn(ImmutableList<Column> columns, IndicatorTable table);

    @Override
    default Weights weigh(IndicatorTable table) {
        requireNonNull(table, "table");
        ImmutableList<Column> telling = table.columns().stream()
                .filter(column -> !column.min().equals(column.max()))
                .sorted(Comparator.comparing(column -> column.indicator().id()))
                .collect(ImmutableList.toImmutableList());
        if (telling.isEmpty()) {
            return Weights.equal(table.indicators());
        }
        double[] points = learn(telling, table);
        double total = Arrays.stream(points).sum();
        Map<Indicator, Double> shares = new HashMap<>();
        for (int i = 0; i < points.length; i++) {
            shares.put(telling.get(i).indicator(), total > 0 ? points[i] / total : 1.0);
        }
        Weights.Builder weights = Weights.builder();
        table.indicators().forEach(indicator -> weights.put(indicator, shares.getOrDefault(indicator, 0.0)));
        return weights.build();
    }
}
