package io.github.medrank.normalization;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Divides by another indicator, of the same table or of another one whose rows are matched by school. */
@Immutable
record Ratio(Indicator denominator, Optional<IndicatorTable> elsewhere) implements ColumnTreatment {
    @Override
    public Column change(Column column, IndicatorTable table) {
        if (elsewhere.isEmpty() && column.indicator().equals(denominator)) {
            return column;
        }
        IndicatorTable from = elsewhere.orElse(table);
        Column divisors = from.column(denominator);
        ImmutableList<Cell> cells = IntStream.range(0, column.size())
                .mapToObj(row -> divide(
                        column.cell(row),
                        divisor(from, divisors, table.schools().get(row))))
                .collect(ImmutableList.toImmutableList());
        return Column.of(column.indicator(), cells);
    }

    private static Cell divisor(IndicatorTable from, Column divisors, School school) {
        return from.rowOf(school).stream()
                .mapToObj(divisors::cell)
                .findFirst()
                .orElse(Cell.missing(MissingReason.NOT_REPORTED));
    }

    /** A filled part makes the quotient a filled one. */
    private static Cell divide(Cell dividend, Cell divisor) {
        OptionalDouble above = dividend.value();
        OptionalDouble below = divisor.value();
        if (above.isEmpty()) {
            return dividend;
        }
        if (below.isEmpty()) {
            return divisor;
        }
        double quotient = above.getAsDouble() / below.getAsDouble();
        if (!(below.getAsDouble() > 0) || !Double.isFinite(quotient)) {
            return Cell.missing(MissingReason.UNDEFINED);
        }
        return dividend.reason()
                .or(divisor::reason)
                .map(reason -> Cell.missing(reason).filledWith(quotient))
                .orElseGet(() -> Cell.of(quotient));
    }

    @Override
    public String toString() {
        return "x / " + denominator.id();
    }
}
