package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;

/** What the same school had in another table. */
@Immutable
record TableImputation(IndicatorTable previous) implements ColumnTreatment {
    @Override
    public Column change(Column column, IndicatorTable table) {
        if (column.isComplete() || !previous.indicators().contains(column.indicator())) {
            return column;
        }
        Column before = previous.column(column.indicator());
        return Statistics.filled(
                column,
                row -> previous.rowOf(table.schools().get(row)).stream()
                        .filter(before::isPresent)
                        .mapToObj(there -> Statistics.Filling.at(before, there))
                        .findFirst()
                        .orElse(null));
    }

    @Override
    public String toString() {
        return "a missing value counts as that of a previous table of " + previous.size() + " schools";
    }
}
