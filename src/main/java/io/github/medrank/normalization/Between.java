package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;

/** Cuts off at two quantiles of type 7. */
@Immutable
record Between(double low, double high) implements ColumnTreatment {
    Between {
        checkArgument(
                low >= 0 && low < high && high <= 100,
                "percentiles %s and %s; between 0 and 100, the first less than the second",
                low,
                high);
    }

    @Override
    public Column change(Column column, IndicatorTable table) {
        return column.min().isEmpty()
                ? column
                : clip(
                        column,
                        column.quantileType7(low / 100).orElseThrow(),
                        column.quantileType7(high / 100).orElseThrow());
    }

    static Column clip(Column column, double low, double high) {
        return column.map(value -> Math.max(low, Math.min(high, value)));
    }

    @Override
    public String toString() {
        return (low == 0 ? "capped at" : "between percentile " + Text.number(low) + " and") + " percentile "
                + Text.number(high);
    }
}
