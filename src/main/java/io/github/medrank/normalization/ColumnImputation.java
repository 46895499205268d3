package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.IndicatorTable;
import java.util.OptionalDouble;

/** One number a column, computed from those it has. */
@Immutable
enum ColumnImputation implements ColumnTreatment {
    WORST("the worst value of the others") {
        @Override
        OptionalDouble of(Column column) {
            return column.indicator().direction() == Direction.HIGHER_IS_BETTER ? column.min() : column.max();
        }
    },
    MEAN("the mean of the others") {
        @Override
        OptionalDouble of(Column column) {
            return column.mean();
        }
    },
    MEDIAN("the median of the others") {
        @Override
        OptionalDouble of(Column column) {
            return column.median();
        }
    };

    private final String text;

    ColumnImputation(String text) {
        this.text = text;
    }

    abstract OptionalDouble of(Column column);

    @Override
    public Column change(Column column, IndicatorTable table) {
        if (column.isComplete()) {
            return column;
        }
        OptionalDouble value = of(column);
        return column.fill(row -> value);
    }

    @Override
    public String toString() {
        return "a missing value counts as " + text;
    }
}
