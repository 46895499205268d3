package io.github.medrank;

import com.google.common.collect.ImmutableList;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Warns about missing values that may have raised a school, scores that rest mostly on filled values, and values off
 * their scale.
 *
 * <p>A filled value is harmless only if it exceeds neither the floor of the scale nor the smallest measured value; the
 * missing value was then worth at least as much.
 */
final class RankingWarnings {
    private static final int NAMED = 3;

    private RankingWarnings() {}

    static ImmutableList<String> of(Methodology methodology, Lineage lineage, Weights weights) {
        ImmutableList.Builder<String> warnings = ImmutableList.builder();
        offScale(methodology, lineage.given(), warnings);
        if (lineage.filled().columns().stream().anyMatch(Column::hasReasons)) {
            mostlyFilled(methodology, lineage.filled(), weights).ifPresent(warnings::add);
            raised(methodology, lineage, warnings);
        }
        return warnings.build();
    }

    // ---- values off their scale ----

    private static void offScale(
            Methodology methodology, IndicatorTable given, ImmutableList.Builder<String> warnings) {
        for (Column column : given.columns()) {
            Indicator scale = scale(methodology, column.indicator());
            ImmutableList<String> off = column.offScale(scale)
                    .mapToObj(row -> quoted(given, row) + " (" + NumberText.text(column.value(row)) + ")")
                    .collect(ImmutableList.toImmutableList());
            if (!off.isEmpty()) {
                warnings.add(
                        "indicator \"" + scale.id() + "\": off its scale, " + scale.scaleText() + ": " + some(off));
            }
        }
    }

    /** The table's own indicator if it states a scale, otherwise the methodology's. */
    private static Indicator scale(Methodology methodology, Indicator own) {
        int index = own.hasScale() ? -1 : methodology.indicators().indexOf(own);
        return index < 0 ? own : methodology.indicators().get(index);
    }

    // ---- schools with mostly filled values ----

    /** Names the schools with more than half of their weight filled in, largest part first, then by name. */
    private static Optional<String> mostlyFilled(Methodology methodology, IndicatorTable filled, Weights weights) {
        BigDecimal half = weights.total().divide(BigDecimal.valueOf(2));
        ImmutableList<Share> mostly = Arrays.stream(filled.listing())
                .mapToObj(row -> new Share(row, filledPoints(filled, weights, row)))
                .filter(share -> share.points().compareTo(half) > 0)
                .sorted(Comparator.comparing(Share::points).reversed())
                .collect(ImmutableList.toImmutableList());
        if (mostly.isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<String> named = mostly.stream()
                .map(share -> quoted(filled, share.row()) + " (" + share.percent(weights) + ", "
                        + reasons(filled, share.row()) + ")")
                .collect(ImmutableList.toImmutableList());
        String how = Stream.concat(methodology.imputation().stream(), methodology.filling().stream())
                .map(Object::toString)
                .collect(Collectors.joining("; "));
        return Optional.of("more than half of the weight was filled in for " + some(named) + "; "
                + (how.isEmpty() ? "the table came so" : how));
    }

    private record Share(int row, BigDecimal points) {
        String percent(Weights weights) {
            return NumberText.percent(points.doubleValue() / weights.total().doubleValue());
        }
    }

    private static BigDecimal filledPoints(IndicatorTable filled, Weights weights, int row) {
        BigDecimal points = BigDecimal.ZERO;
        for (Column column : filled.columns()) {
            if (column.isFilled(row)) {
                points = points.add(weights.points(column.indicator()));
            }
        }
        return points;
    }

    private static String reasons(IndicatorTable filled, int row) {
        return filled.columns().stream()
                .filter(column -> column.isFilled(row))
                .flatMap(column -> column.reason(row).stream())
                .distinct()
                .sorted()
                .map(MissingReason::toString)
                .collect(Collectors.joining(" or "));
    }

    // ---- schools that a missing value may have raised ----

    private static void raised(Methodology methodology, Lineage lineage, ImmutableList.Builder<String> warnings) {
        for (Column column : lineage.filled().columns()) {
            double harmless = harmless(column, methodology.normalizer(column.indicator()));
            ImmutableList<String> raised = filledRows(column)
                    .filter(row -> column.value(row) > harmless)
                    .mapToObj(row -> quoted(lineage.filled(), row))
                    .collect(ImmutableList.toImmutableList());
            if (!raised.isEmpty()) {
                warnings.add("indicator \"" + column.indicator().id()
                        + "\": what was filled in for a missing value may have raised " + some(raised));
            }
        }
        String holes = methodology.weighting().learns() ? holes(lineage.normalized()) : "";
        if (!holes.isEmpty()) {
            warnings.add("the weights are learned from a table with missing values, which may have raised a school: "
                    + holes);
        }
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
                        + some(IntStream.range(0, column.size())
                                .filter(row -> column.reason(row).isPresent())
                                .mapToObj(row -> quoted(table, row))
                                .collect(ImmutableList.toImmutableList()))
                        + ")")
                .collect(Collectors.joining(", "));
    }

    // ---- names ----

    private static String quoted(IndicatorTable table, int row) {
        return "\"" + table.schools().get(row).name() + "\"";
    }

    /** The first few texts, and how many more there are. */
    private static String some(ImmutableList<String> all) {
        String first = all.stream().limit(NAMED).collect(Collectors.joining(", "));
        int more = all.size() - NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }
}
