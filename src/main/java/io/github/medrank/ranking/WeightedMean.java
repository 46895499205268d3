package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Scorer;
import io.github.medrank.Weights;

@Immutable
enum WeightedMean implements Ranker {
    INSTANCE;

    @Override
    public Ranking rank(IndicatorTable table, Weights weights) {
        return Ranking.of(table, weights, new LinearScores(columns(table, table.indicators()), weights));
    }

    @Override
    public Scorer scorer(IndicatorTable table, ImmutableList<Indicator> order) {
        return new LinearScores(columns(table, order), Weights.equal(order))::reweighted;
    }

    private static ImmutableList<Column> columns(IndicatorTable table, ImmutableList<Indicator> order) {
        ImmutableList.Builder<Column> columns = ImmutableList.builderWithExpectedSize(order.size());
        for (Indicator indicator : order) {
            Column column = table.column(indicator);
            checkArgument(
                    column.indicator().direction() == Direction.HIGHER_IS_BETTER,
                    "indicator \"%s\": less is better, so a mean of values as given would rank it upside down; give it a"
                            + " normalizer that turns it round",
                    column.indicator().id());
            checkComplete(table, column);
            columns.add(column);
        }
        return columns.build();
    }

    private static void checkComplete(IndicatorTable table, Column column) {
        for (int row = 0; !column.isComplete() && row < column.size(); row++) {
            checkArgument(
                    column.isPresent(row),
                    "school \"%s\" has no value for indicator \"%s\" (%s); fill missing values, or take a ranker that"
                            + " skips them",
                    table.schools().get(row).name(),
                    column.indicator().id(),
                    column.reason(row).orElse(MissingReason.NOT_REPORTED));
        }
    }

    @Override
    public String toString() {
        return "weighted arithmetic mean";
    }
}
