package io.github.medrank.insight;

import io.github.medrank.Cell;
import io.github.medrank.Column;
import java.util.stream.IntStream;

/** Creates columns with one cell changed. */
final class Columns {
    private Columns() {}

    /** The column with one value changed. */
    static Column with(Column column, int row, double value) {
        return with(column, row, Cell.of(value));
    }

    /** The column with one cell changed; a fast path covers columns without missing or filled cells. */
    static Column with(Column column, int row, Cell cell) {
        if (isPlain(column) && cell.reason().isEmpty()) {
            double[] values = new double[column.size()];
            column.copyTo(values);
            values[row] = cell.value().orElseThrow();
            return Column.of(column.indicator(), values);
        }
        return Column.of(
                column.indicator(),
                IntStream.range(0, column.size())
                        .mapToObj(each -> each == row ? cell : column.cell(each))
                        .toList());
    }

    private static boolean isPlain(Column column) {
        return column.isComplete() && IntStream.range(0, column.size()).noneMatch(column::isFilled);
    }
}
