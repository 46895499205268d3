package io.github.medrank.normalization;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.School;
import io.github.medrank.exact.SafeText;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The mean of the schools of the same group. */
@Immutable
record GroupMeanImputation(String name, Imputations.Grouping grouping) implements ColumnTreatment {
    /** Groups by an attribute; a value, so that two recipes can be equal. */
    @Immutable
    record ByAttribute(String key) implements Imputations.Grouping {
        @Override
        public Optional<String> group(School school) {
            return Optional.ofNullable(school.attributes().get(key));
        }
    }

    @Override
    public Column change(Column column, IndicatorTable table) {
        if (column.isComplete()) {
            return column;
        }
        ListMultimap<String, Integer> members = ArrayListMultimap.create();
        for (int row = 0; row < column.size(); row++) {
            if (column.isPresent(row)) {
                int member = row;
                group(table, row).ifPresent(group -> members.put(group, member));
            }
        }
        Map<String, Statistics.Filling> means = new HashMap<>();
        members.asMap()
                .forEach((group, rows) -> means.put(
                        group, Statistics.Filling.mean(column.rows(rows.stream().mapToInt(row -> row)))));
        return Statistics.filled(
                column, row -> group(table, row).map(means::get).orElse(null));
    }

    private Optional<String> group(IndicatorTable table, int row) {
        return grouping.group(table.schools().get(row));
    }

    @Override
    public String toString() {
        return "a missing value counts as the mean of its " + SafeText.line(name);
    }
}
