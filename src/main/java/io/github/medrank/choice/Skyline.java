package io.github.medrank.choice;

import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import java.util.List;

/**
 * Who is at least as good on every one of some indicators and better on one. A missing value is worse than any number
 * and equal to another missing one, so that no school gets onto the skyline by losing data.
 */
final class Skyline {
    private final double[][] goodness; // a column for each indicator, larger is better, missing least

    Skyline(IndicatorTable table, List<Indicator> indicators) {
        this.goodness = indicators.stream()
                .map(each -> goodness(table.column(each), each))
                .toArray(double[][]::new);
    }

    private static double[] goodness(Column column, Indicator indicator) {
        double sign = indicator.direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
        double[] values = new double[column.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = column.isPresent(row) ? sign * column.value(row) : Double.NEGATIVE_INFINITY;
        }
        return values;
    }

    /** Whether one row is better on some indicator and worse on none. */
    boolean beats(int one, int other) {
        boolean better = false;
        for (double[] column : goodness) {
            if (column[one] < column[other]) {
                return false;
            }
            better |= column[one] > column[other];
        }
        return better;
    }

    /** Positive, zero or negative as one row is better, equal or worse on an indicator. */
    int compare(int indicator, int one, int other) {
        // Adding zero makes one zero of two, which compare would tell apart.
        return Double.compare(goodness[indicator][one] + 0.0, goodness[indicator][other] + 0.0);
    }

    /** How many of some rows are no better than a row on an indicator; 0 if the row has no value. */
    int noBetter(int indicator, int row, int[] rows) {
        double mine = goodness[indicator][row];
        int count = 0;
        for (int other : rows) {
            count += mine > Double.NEGATIVE_INFINITY && goodness[indicator][other] <= mine ? 1 : 0;
        }
        return count;
    }
}
