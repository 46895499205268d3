package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.Treatment;

/** Fills what is missing for one reason alone. */
@Immutable
record ReasonImputation(MissingReason reason, Treatment imputation) implements Treatment {
    @Override
    public IndicatorTable apply(IndicatorTable table) {
        requireNonNull(table, "table");
        IndicatorTable filled = imputation.apply(table);
        return table.mapColumns(column -> {
            Column all = filled.column(column.indicator());
            return Statistics.filled(
                    column,
                    row -> column.reason(row).orElseThrow() == reason && all.isPresent(row)
                            ? Statistics.Filling.at(all, row)
                            : null);
        });
    }

    @Override
    public String toString() {
        return reason + ": " + imputation;
    }
}
