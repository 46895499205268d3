package io.github.medrank.choice;

import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import java.util.List;

/**
 * Decides which schools are at least as good on each of some indicators and better on one. A missing value is worse
 * than any number and equal to another missing one, so that no school reaches the skyline by losing data.
 */
final class Skyline {
    private final double[][] goodness; // one column per indicator; larger is better, missing is least

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

    /** Whether one row is better than another on some indicator and worse on none. */
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

    /**
     * Positive, zero or negative if {@code one} is better than, equal to or worse than {@code other} on an indicator.
     */
    int compare(int indicator, int one, int other) {
        // Adding 0.0 turns −0.0 into 0.0, since Double.compare tells them apart.
        return Double.compare(goodness[indicator][one] + 0.0, goodness[indicator][other] + 0.0);
    }

    /** The number of rows that are no better than a row on an indicator; 0 if the row has no value. */
    int noBetter(int indicator, int row, int[] rows) {
        double mine = goodness[indicator][row];
        int count = 0;
        for (int other : rows) {
            count += mine > Double.NEGATIVE_INFINITY && goodness[indicator][other] <= mine ? 1 : 0;
        }
        return count;
    }
}
