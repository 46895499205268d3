package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;

/** The same number for every missing cell. */
@Immutable
record ConstantImputation(Cell value) implements ColumnTreatment {
    @Override
    public Column change(Column column, IndicatorTable table) {
        return column.isComplete() ? column : column.fill(row -> value.value());
    }

    @Override
    public boolean fillsCellByCell() {
        return true;
    }

    @Override
    public String toString() {
        return "a missing value counts as " + value;
    }
}
