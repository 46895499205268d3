package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Treatment;

@Immutable
record ConstantFilling(Cell value) implements Treatment {
    @Override
    public IndicatorTable apply(IndicatorTable table) {
        return table.mapColumns(column -> column.fill(row -> value.value()));
    }

    @Override
    public String toString() {
        return "a missing value counts as " + value;
    }
}
