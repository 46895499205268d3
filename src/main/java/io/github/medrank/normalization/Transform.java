package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import java.math.BigDecimal;

/** √x, 1 / x, and logarithms. */
@Immutable
enum Transform implements ColumnTreatment {
    ROOT("√x") {
        @Override
        public Column change(Column column, IndicatorTable table) {
            return Statistics.computed(column, Irrational.ROOT);
        }
    },
    RECIPROCAL("1 / x") {
        @Override
        public Column change(Column column, IndicatorTable table) {
            Indicator indicator = column.indicator();
            boolean more = indicator.direction() == Direction.HIGHER_IS_BETTER;
            Column reciprocals = Statistics.computed(column, Exactly.inProportion(1, ONE, column.decimals()));
            return reciprocals.withIndicator(reciprocals
                    .indicator()
                    .withDirection(more ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER));
        }
    };

    private static final Rational ONE = Rational.of(BigDecimal.ONE);
    private final String text;

    Transform(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }

    /** ln(x + c). */
    @Immutable
    record Logarithm(double added) implements ColumnTreatment {
        Logarithm {
            checkArgument(Double.isFinite(added), "log(x + %s); the constant must be finite", added);
        }

        @Override
        public Column change(Column column, IndicatorTable table) {
            Rational more = Rational.of(added);
            return Statistics.computed(
                    column,
                    added == 0
                            ? Irrational.LOGARITHM
                            : Irrational.logarithm(
                                    value -> value + added,
                                    more::plus,
                                    values -> values.magnitude() + Math.abs(added)));
        }

        @Override
        public String toString() {
            return added == 0 ? "log(x)" : "log(x + " + Text.number(added) + ")";
        }
    }
}
