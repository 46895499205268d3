package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Treatment;
import java.util.stream.Collectors;

/** A treatment of some indicators alone. */
@Immutable
record Selective(ImmutableSet<Indicator> indicators, Treatment treatment) implements ColumnTreatment {
    @Override
    public IndicatorTable apply(IndicatorTable table) {
        requireNonNull(table, "table");
        indicators.forEach(table::column);
        if (treatment instanceof ColumnTreatment) {
            return ColumnTreatment.super.apply(table);
        }
        IndicatorTable treated = treatment.apply(table);
        return table.mapColumns(column -> isMine(column) ? treated.column(column.indicator()) : column);
    }

    @Override
    public Column change(Column column, IndicatorTable table) {
        if (!isMine(column)) {
            return column;
        }
        return treatment instanceof ColumnTreatment one
                ? one.change(column, table)
                : treatment.apply(table).column(column.indicator());
    }

    @Override
    public Treatment without(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        ImmutableSet<Indicator> others =
                indicators.stream().filter(each -> !each.equals(indicator)).collect(ImmutableSet.toImmutableSet());
        Treatment rest = treatment.without(indicator);
        return others.isEmpty() ? new InTurn(ImmutableList.of()) : new Selective(others, rest);
    }

    private boolean isMine(Column column) {
        return indicators.contains(column.indicator());
    }

    @Override
    public String toString() {
        return indicators.stream().map(Indicator::id).collect(Collectors.joining(", ")) + ": " + treatment;
    }
}
