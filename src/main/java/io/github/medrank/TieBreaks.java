package io.github.medrank;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Orders schools with the same place by other indicators. */
final class TieBreaks {
    private TieBreaks() {}

    /** Changes the places of schools that tie; schools that are equal in all indicators still tie. */
    static void apply(ImmutableList<Indicator> breakers, IndicatorTable table, int[] places) {
        if (breakers.isEmpty()) {
            return;
        }
        Comparator<Integer> order = breakers.stream()
                .map(table::column)
                .map(TieBreaks::bestFirst)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        Map<Integer, List<Integer>> groups = new HashMap<>();
        IntStream.range(0, places.length)
                .filter(row -> places[row] > 0)
                .forEach(row -> groups.computeIfAbsent(places[row], place -> new java.util.ArrayList<>())
                        .add(row));
        groups.forEach((place, rows) -> {
            rows.sort(order);
            int now = place;
            for (int i = 1; i < rows.size(); i++) {
                now = order.compare(rows.get(i), rows.get(i - 1)) == 0 ? now : place + i;
                places[rows.get(i)] = now;
            }
        });
    }

    private static Comparator<Integer> bestFirst(Column column) {
        int sign = column.indicator().direction() == Direction.HIGHER_IS_BETTER ? -1 : 1;
        return (one, other) -> {
            boolean both = column.isPresent(one) && column.isPresent(other);
            return both
                    ? sign * column.compare(one, other)
                    : Boolean.compare(column.isPresent(other), column.isPresent(one));
        };
    }
}
