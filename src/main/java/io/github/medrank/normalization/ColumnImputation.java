package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.IndicatorTable;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;

/** One number a column, computed from those it has. */
@Immutable
interface ColumnImputation extends ColumnTreatment {
    /** The number, given a column that has some. */
    Statistics.Filling of(Column column);

    @Override
    default Column change(Column column, IndicatorTable table) {
        if (column.isComplete() || column.min().isEmpty()) {
            return column;
        }
        Statistics.Filling number = of(column);
        return Statistics.filled(column, row -> number);
    }

    /** The arithmetic mean. */
    @Immutable
    enum Mean implements ColumnImputation {
        INSTANCE;

        @Override
        public Statistics.Filling of(Column column) {
            return Statistics.Filling.mean(column);
        }

        @Override
        public String toString() {
            return "a missing value counts as the mean of the others";
        }
    }

    /** A quantile counted from the worse side. */
    @Immutable
    record Quantile(double share, String text) implements ColumnImputation {
        static final Quantile WORST = new Quantile(0, "the worst value of the others");
        static final Quantile MEDIAN = new Quantile(0.5, "the median of the others");

        static Quantile of(double share) {
            checkArgument(share >= 0 && share <= 1, "quantile %s; it is a share between 0 and 1", share);
            return new Quantile(share, "the quantile " + Text.number(share) + " of the others, from the worst");
        }

        @Override
        public Statistics.Filling of(Column column) {
            boolean more = column.indicator().direction() == Direction.HIGHER_IS_BETTER;
            BigDecimal fromWorst = Decimals.of(share);
            return Statistics.Filling.of(
                    Statistics.quantile(column, more ? fromWorst : BigDecimal.ONE.subtract(fromWorst)));
        }

        @Override
        public String toString() {
            return "a missing value counts as " + text;
        }
    }
}
