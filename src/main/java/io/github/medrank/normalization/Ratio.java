package io.github.medrank.normalization;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.exact.Decimals;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
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
        int[] there = table.schools().stream()
                .mapToInt(school -> from.rowOf(school).orElse(-1))
                .toArray();
        double unit = Decimals.power(Math.max(0, Math.max(column.decimals(), divisors.decimals())));
        Column near = quotients(
                column,
                divisors,
                there,
                row -> Line.inUnits(column.value(row), unit) / Line.inUnits(divisors.value(there[row]), unit));
        double error = Exactly.error(column) / Exactly.leastPositive(divisors)
                + 2 * near.magnitude() * Exactly.relativeError(divisors);
        return error < Double.POSITIVE_INFINITY
                ? near.standingFor(row -> column.exact(row).dividedBy(divisors.exact(there[row])), error)
                : quotients(
                                column,
                                divisors,
                                there,
                                row -> column.exact(row)
                                        .dividedBy(divisors.exact(there[row]))
                                        .doubleValue())
                        .standingFor(row -> column.exact(row).dividedBy(divisors.exact(there[row])), 0);
    }

    private static Column quotients(Column column, Column divisors, int[] there, IntToDoubleFunction quotient) {
        ImmutableList<Cell> cells = IntStream.range(0, column.size())
                .mapToObj(row -> divide(
                        row,
                        column.cell(row),
                        there[row] < 0 ? Cell.missing(MissingReason.NOT_REPORTED) : divisors.cell(there[row]),
                        quotient))
                .collect(ImmutableList.toImmutableList());
        return Column.of(column.indicator().withoutScale(), cells);
    }

    /** A filled part makes the quotient a filled one. */
    private static Cell divide(int row, Cell dividend, Cell divisor, IntToDoubleFunction quotient) {
        OptionalDouble below = divisor.value();
        if (dividend.value().isEmpty()) {
            return dividend;
        }
        if (below.isEmpty()) {
            return divisor;
        }
        if (!(below.getAsDouble() > 0) || !Double.isFinite(quotient.applyAsDouble(row))) {
            return Cell.missing(MissingReason.UNDEFINED);
        }
        double number = quotient.applyAsDouble(row);
        return dividend.reason()
                .or(divisor::reason)
                .map(reason -> Cell.missing(reason).filledWith(number))
                .orElseGet(() -> Cell.of(number));
    }

    @Override
    public String toString() {
        return "x / " + denominator.id();
    }
}
