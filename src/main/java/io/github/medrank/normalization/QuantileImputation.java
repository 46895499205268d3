package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.IndicatorTable;
import java.util.OptionalDouble;

/** A quantile counted from the worse side. */
@Immutable
record QuantileImputation(double share) implements ColumnTreatment {
    QuantileImputation {
        checkArgument(share >= 0 && share <= 1, "quantile %s; it is a share between 0 and 1", share);
    }

    @Override
    public Column change(Column column, IndicatorTable table) {
        boolean more = column.indicator().direction() == Direction.HIGHER_IS_BETTER;
        OptionalDouble value =
                column.isComplete() ? OptionalDouble.empty() : column.quantileType7(more ? share : 1 - share);
        return column.fill(row -> value);
    }

    @Override
    public String toString() {
        return "a missing value counts as the quantile " + Text.number(share) + " of the others, from the worst";
    }
}
