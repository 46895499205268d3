package io.github.medrank.published;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import io.github.medrank.Treatment;
import io.github.medrank.exact.Decimals;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/** Rounds half up to the decimals of the printed indicators, for publishers that add up the printed scores. */
@Immutable
record ShownDecimals(int decimals) implements Treatment {
    @Override
    public IndicatorTable apply(IndicatorTable table) {
        return table.mapColumns(this::round);
    }

    private Column round(Column column) {
        if (column.isDecimal()) {
            return column.map(this::round);
        }
        return Column.of(
                column.indicator(),
                IntStream.range(0, column.size())
                        .mapToObj(row ->
                                column.isPresent(row) ? round(column.cell(row), column.exact(row)) : column.cell(row))
                        .toList());
    }

    private Cell round(Cell cell, Rational exact) {
        double shown = exact.round(decimals, RoundingMode.HALF_UP).doubleValue();
        return cell.reason().map(reason -> cell.filledWith(shown)).orElseGet(() -> Cell.of(shown));
    }

    double round(double points) {
        return Decimals.of(points).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
    }

    @Override
    public String toString() {
        return "rounded half up to the " + decimals + " decimal shown";
    }
}
