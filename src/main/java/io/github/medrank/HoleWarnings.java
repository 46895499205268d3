package io.github.medrank;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Says where a missing value may have raised a school.
 *
 * <p>What is filled in is harmless only if it is no more than the floor of the scale and than the least value measured;
 * then what was lost was worth as much.
 */
final class HoleWarnings {
    private static final int NAMED = 3;

    private HoleWarnings() {}

    private static boolean hasHoles(IndicatorTable filled) {
        for (Column column : filled.columns()) {
            if (column.hasReasons()) {
                return true;
            }
        }
        return false;
    }

    static ImmutableList<String> of(Methodology methodology, Lineage lineage) {
        if (!hasHoles(lineage.filled())) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<String> warnings = ImmutableList.builder();
        for (Column column : lineage.filled().columns()) {
            double harmless = harmless(column, methodology.normalizer(column.indicator()));
            ImmutableList<String> raised = filledRows(column)
                    .filter(row -> column.value(row) > harmless)
                    .mapToObj(row -> lineage.filled().schools().get(row).name())
                    .collect(ImmutableList.toImmutableList());
            if (!raised.isEmpty()) {
                warnings.add("indicator \"" + column.indicator().id()
                        + "\": what was filled in for a missing value may have" + " raised " + names(raised));
            }
        }
        String holes = methodology.weighting().learns() ? holes(lineage.normalized()) : "";
        if (!holes.isEmpty()) {
            warnings.add("the weights are learned from a table with missing values, which may have raised a school: "
                    + holes);
        }
        return warnings.build();
    }

    private static IntStream filledRows(Column column) {
        return column.hasReasons() ? IntStream.range(0, column.size()).filter(column::isFilled) : IntStream.empty();
    }

    private static double harmless(Column column, Normalizer normalizer) {
        boolean none = column.indicator().direction() == Direction.LOWER_IS_BETTER
                || normalizer.floor().isEmpty();
        return none || !column.hasReasons()
                ? Double.NEGATIVE_INFINITY
                : IntStream.range(0, column.size())
                        .filter(row -> column.isPresent(row) && !column.isFilled(row))
                        .mapToDouble(column::value)
                        .reduce(normalizer.floor().getAsDouble(), Math::min);
    }

    private static String holes(IndicatorTable table) {
        return table.columns().stream()
                .filter(Column::hasReasons)
                .map(column -> "\"" + column.indicator().id() + "\" ("
                        + names(IntStream.range(0, column.size())
                                .filter(row -> column.reason(row).isPresent())
                                .mapToObj(row -> table.schools().get(row).name())
                                .collect(ImmutableList.toImmutableList()))
                        + ")")
                .collect(Collectors.joining(", "));
    }

    private static String names(ImmutableList<String> schools) {
        String first =
                schools.stream().limit(NAMED).map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
        int more = schools.size() - NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
