package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import java.util.function.UnaryOperator;

/**
 * Numbers derived from each column alone, such as the number of schools beaten in it. Their weighted means are scores.
 */
final class Derived {
    private Derived() {}

    static ImmutableList<Column> columns(
            IndicatorTable table, ImmutableList<Indicator> order, UnaryOperator<Column> derivation) {
        ImmutableList.Builder<Column> columns = ImmutableList.builder();
        for (Indicator indicator : order) {
            Column column = table.column(indicator);
            Raw.requireComplete(table, column);
            columns.add(derivation.apply(column));
        }
        return columns.build();
    }
}
