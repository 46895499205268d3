package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;

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
        if (column.min().isEmpty()) {
            return column;
        }
        Rational mean = Statistics.mean(column);
        if (mean.signum() < 0) {
            throw new IllegalArgumentException(
                    "indicator \"" + column.indicator().id() + "\" has a mean of "
                            + mean.doubleValue()
                            + "; a multiple of the mean caps only values of a mean that is not negative");
        }
        Rational least = Statistics.least(column);
        Rational cap = mean.times(Rational.of(multiple));
        return Statistics.clipped(column, cap.compareTo(least) < 0 ? cap : least, cap);
    }

    @Override
    public String toString() {
        return "capped at " + Text.number(multiple) + " × mean";
    }
}
