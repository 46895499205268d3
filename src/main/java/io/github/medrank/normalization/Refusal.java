package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import java.util.Optional;

/** Refuses a table with holes, or with holes for one reason. */
@Immutable
record Refusal(Optional<MissingReason> only) implements ColumnTreatment {
    @Override
    public Column change(Column column, IndicatorTable table) {
        for (int row = 0; row < column.size(); row++) {
            Optional<MissingReason> reason = column.reason(row);
            checkArgument(
                    column.isPresent(row) || (only.isPresent() && !only.equals(reason)),
                    "school \"%s\" has no value for indicator \"%s\" (%s); report it, choose an imputation, or leave the school"
                            + " out with an eligibility",
                    table.schools().get(row).name(),
                    column.indicator().id(),
                    reason.map(MissingReason::toString).orElse(""));
        }
        return column;
    }

    @Override
    public String toString() {
        return (only.isPresent() ? only.get() + ": " : "") + "a missing value is refused";
    }
}
