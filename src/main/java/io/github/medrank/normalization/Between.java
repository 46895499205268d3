package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import io.github.medrank.exact.Decimals;

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
                : Statistics.clipped(column, percentile(column, low), percentile(column, high));
    }

    private static Rational percentile(Column column, double percent) {
        return Statistics.quantile(column, Decimals.of(percent).movePointLeft(2));
    }

    @Override
    public String toString() {
        return (low == 0 ? "capped at" : "between percentile " + Text.number(low) + " and") + " percentile "
                + Text.number(high);
    }
}
