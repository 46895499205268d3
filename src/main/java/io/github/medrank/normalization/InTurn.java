package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Treatment;
import java.util.stream.Collectors;

/** One treatment after another. */
@Immutable
record InTurn(ImmutableList<Treatment> treatments) implements Treatment {
    @Override
    public IndicatorTable apply(IndicatorTable table) {
        requireNonNull(table, "table");
        IndicatorTable treated = table;
        for (Treatment treatment : treatments) {
            treated = treatment.apply(treated);
        }
        return treated;
    }

    @Override
    public Treatment without(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        return new InTurn(
                treatments.stream().map(each -> each.without(indicator)).collect(ImmutableList.toImmutableList()));
    }

    @Override
    public String toString() {
        return treatments.stream().map(Treatment::toString).collect(Collectors.joining(", then "));
    }
}
