package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;

/** ln(x + c), the same on every machine. */
@Immutable
record Logarithm(double added) implements ColumnTreatment {
    Logarithm {
        checkArgument(Double.isFinite(added), "log(x + %s); the constant must be finite", added);
    }

    @Override
    public Column change(Column column, IndicatorTable table) {
        return column.map(value -> value + added > 0 ? StrictMath.log(value + added) : Double.NaN);
    }

    @Override
    public String toString() {
        return added == 0 ? "log(x)" : "log(x + " + Text.number(added) + ")";
    }
}
