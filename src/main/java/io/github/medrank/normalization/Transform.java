package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;

/** √x, 1 / x, and logarithms. */
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
                    .withIndicator(
                            indicator.withDirection(more ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER));
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
}
