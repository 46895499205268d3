package io.github.medrank.published;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Treatment;
import io.github.medrank.exact.Decimals;
import java.math.RoundingMode;

/** Rounds half up to the decimals of the printed indicators, for publishers that add up the printed scores. */
@Immutable
record ShownDecimals(int decimals) implements Treatment {
    @Override
    public IndicatorTable apply(IndicatorTable table) {
        return table.mapColumns(column -> column.map(this::round));
    }

    double round(double points) {
        return Decimals.of(points).setScale(decimals, RoundingMode.HALF_UP).doubleValue();
    }

    @Override
    public String toString() {
        return "rounded half up to the " + decimals + " decimal shown";
    }
}
