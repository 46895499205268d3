package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A group of rows that lack the same values for the same reasons, and how a policy treats them. */
final class Gap {
    private final IndicatorTable table;
    private final ImmutableList<Column> columns;
    private final Skipping skipping;
    private final List<Integer> rows = new ArrayList<>();
    private final boolean[] absent;

    private Gap(IndicatorTable table, ImmutableList<Column> columns, Skipping skipping, int first) {
        this.table = table;
        this.columns = columns;
        this.skipping = skipping;
        this.absent = new boolean[columns.size()];
        for (int i = 0; i < absent.length; i++) {
            absent[i] = !columns.get(i).isPresent(first);
        }
    }

    /** The gaps of a table, none if it is complete. O(n · k). */
    static ImmutableList<Gap> of(IndicatorTable table, ImmutableList<Column> columns, Skipping skipping) {
        Map<String, Gap> gaps = new LinkedHashMap<>();
        if (!columns.stream().allMatch(Column::isComplete)) {
            for (int row = 0; row < table.size(); row++) {
                int at = row;
                String holes = holes(columns, row);
                if (!holes.isBlank()) {
                    gaps.computeIfAbsent(holes, any -> new Gap(table, columns, skipping, at))
                            .rows
                            .add(row);
                }
            }
        }
        return ImmutableList.copyOf(gaps.values());
    }

    /** A space for each value present, the reason for each missing value. */
    private static String holes(ImmutableList<Column> columns, int row) {
        StringBuilder holes = new StringBuilder();
        for (Column column : columns) {
            holes.append(column.isPresent(row) ? " " : reason(column, row) + ";");
        }
        return holes.toString();
    }

    private static MissingReason reason(Column column, int row) {
        return column.reason(row).orElse(MissingReason.NOT_REPORTED);
    }

    List<Integer> rows() {
        return rows;
    }

    boolean[] absent() {
        return absent;
    }

    /** Whether a value that counts is missing; throws an exception if the policy refuses it. */
    boolean matters(boolean[] counts) {
        boolean matters = false;
        for (int i = 0; i < absent.length; i++) {
            if (absent[i] && counts[i]) {
                matters = true;
                checkArgument(
                        action(i) != Skipping.Action.REFUSE,
                        "school \"%s\" has no value for indicator \"%s\" (%s); fill missing values, or take a ranker that"
                                + " skips them",
                        table.schools().get(rows.get(0)).name(),
                        columns.get(i).indicator().id(),
                        reason(columns.get(i), rows.get(0)));
            }
        }
        return matters;
    }

    /** Whether every missing value that counts may be skipped. */
    boolean skips(boolean[] counts) {
        for (int i = 0; i < absent.length; i++) {
            if (absent[i] && counts[i] && action(i) != Skipping.Action.SKIP) {
                return false;
            }
        }
        return true;
    }

    private Skipping.Action action(int column) {
        return skipping.of(reason(columns.get(column), rows.get(0)));
    }

    /** The reason why the schools are not ranked. */
    String reason(boolean[] counts) {
        String missing = IntStream.range(0, absent.length)
                .filter(i -> absent[i] && counts[i])
                .mapToObj(columns::get)
                .sorted(Comparator.comparing(column -> column.indicator().id()))
                .map(column -> column.indicator().name() + " (" + reason(column, rows.get(0)) + ")")
                .collect(Collectors.joining(", "));
        String least = skips(counts)
                ? skipping.least()
                        .map(share -> ", and less than " + share.toPlainString() + " of the weight is there")
                        .orElse("")
                : "";
        return "no value for " + missing + least;
    }

    /** The warning about schools that are ranked although a value is missing. */
    static ImmutableList<String> warning(IndicatorTable table, List<Integer> skipped) {
        if (skipped.isEmpty()) {
            return ImmutableList.of();
        }
        String names = String.join(
                ", ",
                skipped.stream()
                        .sorted()
                        .limit(3)
                        .map(row -> table.schools().get(row).name())
                        .toList());
        return ImmutableList.of(skipped.size()
                + (skipped.size() == 1 ? " school is" : " schools are")
                + " ranked without a value for every indicator, its weight shared by the others: "
                + names
                + (skipped.size() > 3 ? ", …" : "")
                + "; losing a value worse than its others raises a school");
    }
}
