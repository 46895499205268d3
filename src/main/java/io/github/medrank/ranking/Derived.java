package io.github.medrank.ranking;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Scorer;
import io.github.medrank.Scores;
import io.github.medrank.Weights;

/**
 * Ranks by the weighted means of numbers derived from each column alone, such as the number of schools beaten in it.
 */
@Immutable
interface Derived extends ScoreRanker {
    /** The numbers derived from a complete column. */
    Column derived(Column column);

    @Override
    default Scores scores(IndicatorTable table, Weights weights) {
        return new LinearScores(columns(table, table.indicators()), weights, Direction.HIGHER_IS_BETTER);
    }

    @Override
    default Scorer scorer(IndicatorTable table, ImmutableList<Indicator> order) {
        requireNonNull(table, "table");
        requireNonNull(order, "order");
        return LinearScores.scorer(columns(table, order), Direction.HIGHER_IS_BETTER);
    }

    private ImmutableList<Column> columns(IndicatorTable table, ImmutableList<Indicator> order) {
        ImmutableList.Builder<Column> columns = ImmutableList.builder();
        for (Indicator indicator : order) {
            Column column = table.column(indicator);
            Raw.requireComplete(table, column);
            columns.add(derived(column));
        }
        return columns.build();
    }
}
