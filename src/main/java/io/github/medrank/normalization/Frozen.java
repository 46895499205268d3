package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A normalizer that was fitted on other values than those it is applied to. */
@Immutable
record Frozen(Normalizer normalizer, ImmutableMap<Indicator, Column> references) implements Normalizer {
    @Override
    public Scale fit(Column column) {
        requireNonNull(column, "column");
        Column reference = references.get(column.indicator());
        checkArgument(
                reference != null,
                "indicator \"%s\" has no reference values; there are some for [%s]",
                column.indicator().id(),
                references.keySet().stream().map(Indicator::id).collect(Collectors.joining(", ")));
        return normalizer.fit(reference.withIndicator(column.indicator()));
    }

    @Override
    public boolean orients() {
        return normalizer.orients();
    }

    @Override
    public OptionalDouble floor() {
        return normalizer.floor();
    }

    @Override
    public String toString() {
        int size = references.values().stream().mapToInt(Column::size).max().orElse(0);
        return normalizer + ", frozen on " + size + " reference values";
    }
}
