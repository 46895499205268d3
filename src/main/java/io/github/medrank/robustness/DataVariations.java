package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.random.RandomGenerator;

/** Provides the usual ways to vary data. */
public final class DataVariations {
    private DataVariations() {}

    /**
     * Adds to each number a normal error with the standard error of its cell, independent of all others.
     *
     * <p>Missing cells stay missing; a cell without a standard error is exact. Numbers are not limited to a range, so a
     * score near 100 may exceed it. If that matters, add a capping treatment to the methodology.
     *
     * @param errors a table of the same schools and indicators, which has in each cell the standard error, not negative
     * @return the variation; O(n · k) per draw
     * @throws IllegalArgumentException if an error is negative
     */
    public static DataVariation standardErrors(IndicatorTable errors) {
        requireNonNull(errors, "errors");
        for (Column column : errors.columns()) {
            for (int row = 0; row < column.size(); row++) {
                checkArgument(
                        !column.isPresent(row) || column.value(row) >= 0,
                        "school \"%s\", indicator \"%s\": standard error %s is negative",
                        errors.schools().get(row).name(),
                        column.indicator().id(),
                        column.isPresent(row) ? column.value(row) : 0);
            }
        }
        return new Named("normal errors", (given, draw, random) -> {
            checkArgument(
                    errors.schools().equals(given.schools()),
                    "the standard errors are of other schools than the table, or in other rows");
            return vary(given, column -> {
                Column deviations = errors.column(column.indicator());
                return (row, value) -> {
                    double deviation = deviations.isPresent(row) ? deviations.value(row) : 0;
                    return value + deviation * random.nextGaussian();
                };
            });
        });
    }

    /**
     * Draws each number from its own distribution, independent of all others; missing cells stay missing.
     *
     * <pre>{@code
     * DataVariation rounding = DataVariations.perCell((school, indicator, value,
     *         random) -> value - 0.05 + 0.1 * random.nextDouble());
     * }</pre>
     */
    public static DataVariation perCell(CellDistribution distribution) {
        requireNonNull(distribution, "distribution");
        return new Named(
                "a distribution per cell",
                (given, draw, random) -> vary(
                        given,
                        column -> (row, value) ->
                                distribution.draw(given.schools().get(row), column.indicator(), value, random)));
    }

    /**
     * Uses replicates of the data one after another, and then again from the first. With as many draws as replicates,
     * each replicate is used once.
     *
     * @param replicates tables of the same schools in the same rows, such as those of a bootstrap; at least one
     */
    public static DataVariation replicates(List<IndicatorTable> replicates) {
        requireNonNull(replicates, "replicates");
        ImmutableList<IndicatorTable> all = ImmutableList.copyOf(replicates);
        checkArgument(!all.isEmpty(), "no replicates; give at least one");
        return new Named(
                all.size() + " replicates",
                (given, draw, random) -> all.get((int) Math.floorMod(draw, (long) all.size())));
    }

    /**
     * Computes the replicate for each draw from its number, counted from 0.
     *
     * @param replicate returns a table of the same schools in the same rows; the same table for the same number, on any
     *     thread
     */
    @SuppressWarnings("Immutable") // the caller promises it
    public static DataVariation replicates(LongFunction<IndicatorTable> replicate) {
        requireNonNull(replicate, "replicate");
        return (given, draw, random) -> replicate.apply(draw);
    }

    /** A variation with a text, which a lambda has not. */
    @Immutable
    private record Named(String text, DataVariation variation) implements DataVariation {
        @Override
        public IndicatorTable table(IndicatorTable given, long draw, RandomGenerator random) {
            requireNonNull(given, "given");
            return variation.table(given, draw, requireNonNull(random, "random"));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    @FunctionalInterface
    private interface CellFunction {
        double apply(int row, double value);
    }

    /**
     * The table with each number replaced, column by column and row by row, so that random numbers are used in a fixed
     * order.
     */
    private static IndicatorTable vary(IndicatorTable given, Function<Column, CellFunction> functions) {
        return given.mapColumns(column -> {
            CellFunction function = functions.apply(column);
            int[] next = {0};
            return column.map(value -> {
                while (!column.isPresent(next[0])) {
                    next[0]++;
                }
                return function.apply(next[0]++, value);
            });
        });
    }
}
