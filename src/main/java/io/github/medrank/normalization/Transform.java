package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;

/** √x and 1 / x. */
@Immutable
enum Transform implements ColumnTreatment {
    ROOT("√x") {
        @Override
        public Column change(Column column, IndicatorTable table) {
            return column.map(Math::sqrt);
        }
    },
    RECIPROCAL("1 / x") {
        @Override
        public Column change(Column column, IndicatorTable table) {
            Indicator indicator = column.indicator();
            boolean more = indicator.direction() == Direction.HIGHER_IS_BETTER;
            return column.map(value -> value > 0 ? 1 / value : Double.NaN)
                    .as(indicator.withDirection(more ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER));
        }
    };

    private final String text;

    Transform(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
