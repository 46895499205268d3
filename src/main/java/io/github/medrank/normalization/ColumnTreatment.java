package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Treatment;

/** A treatment that takes the columns one by one; others of the same table may inform it. */
@Immutable
interface ColumnTreatment extends Treatment {
    /** Returns the column after the step; the table is the one it comes from. */
    Column change(Column column, IndicatorTable table);

    @Override
    default IndicatorTable apply(IndicatorTable table) {
        requireNonNull(table, "table");
        return table.mapColumns(column -> change(column, table));
    }
}
