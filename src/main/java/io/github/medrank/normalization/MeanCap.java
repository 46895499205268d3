package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import java.util.OptionalDouble;

/** Cuts off at min(k·mean, maximum). */
@Immutable
record MeanCap(double multiple) implements ColumnTreatment {
    MeanCap {
        checkArgument(
                multiple > 0 && multiple < Double.POSITIVE_INFINITY,
                "%s times the mean; the multiple must be greater than zero",
                multiple);
    }

    @Override
    public Column change(Column column, IndicatorTable table) {
        OptionalDouble mean = column.mean();
        if (mean.isEmpty()) {
            return column;
        }
        checkArgument(
                mean.getAsDouble() >= 0,
                "indicator \"%s\" has a mean of %s; a multiple of the mean caps only values of a mean that is not negative",
                column.indicator().id(),
                mean.getAsDouble());
        double cap = multiple * mean.getAsDouble();
        return column.map(value -> Math.min(value, cap));
    }

    @Override
    public String toString() {
        return "capped at " + Text.number(multiple) + " × mean";
    }
}
