package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;

/** Pulls in the lowest and the highest points. */
@Immutable
record Winsorized(int lowest, int highest) implements ColumnTreatment {
    Winsorized {
        checkArgument(
                lowest >= 0 && highest >= 0, "winsorised by %s and %s points; not negative, please", lowest, highest);
    }

    @Override
    public Column change(Column column, IndicatorTable table) {
        return pulledIn(column, lowest, highest);
    }

    static Column pulledIn(Column column, int lowest, int highest) {
        int n = column.size() - column.missing();
        if (lowest + highest == 0 || lowest + highest >= n) {
            checkArgument(
                    lowest + highest == 0 || n == 0,
                    "indicator \"%s\" has %s values; it cannot be winsorised by %s at the low and %s at the high end",
                    column.indicator().id(),
                    n,
                    lowest,
                    highest);
            return column;
        }
        return Statistics.clipped(
                column, Statistics.ordered(column, lowest), Statistics.ordered(column, n - 1 - highest));
    }

    @Override
    public String toString() {
        return "winsorised by " + lowest + " lowest and " + highest + " highest";
    }
}
