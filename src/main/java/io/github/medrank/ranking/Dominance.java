package io.github.medrank.ranking;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The dominance relation among schools, which does not depend on weights: a school dominates another if it is at least
 * as good in every indicator and better in one.
 *
 * <p>The direction of each indicator is respected. Schools with equal values do not dominate each other. Values are
 * compared without tolerance; missing values are refused.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("a"), Indicator.of("b"))
 *     .row(School.of("Oxford"), 3, 1).row(School.of("Yale"), 1, 3)
 *     .row(School.of("Bonn"), 1, 1).build();
 * Dominance.of(table).skyline() // ==> [Oxford, Yale]
 * Dominance.of(table).layers()  // ==> [[Oxford, Yale], [Bonn]]
 * }</pre>
 */
@Immutable
public final class Dominance {
    private final IndicatorTable table;

    @SuppressWarnings("Immutable") // never written after construction and never lent out
    private final int[][] levels;

    private Dominance(IndicatorTable table, int[][] levels) {
        this.table = table;
        this.levels = levels;
    }

    /**
     * Returns the dominance among the schools of a table.
     *
     * @throws IllegalArgumentException if a value is missing
     */
    public static Dominance of(IndicatorTable table) {
        requireNonNull(table, "table");
        return of(table, table.indicators());
    }

    static Dominance of(IndicatorTable table, ImmutableList<Indicator> indicators) {
        return new Dominance(
                table,
                indicators.stream()
                        .map(indicator -> Raw.comparable(table, indicator))
                        .toArray(int[][]::new));
    }

    /**
     * Returns whether one school dominates another. O(k).
     *
     * @throws IllegalArgumentException if the table has no such school
     */
    public boolean dominates(School one, School other) {
        requireNonNull(one, "one");
        requireNonNull(other, "other");
        return dominates(row(one), row(other));
    }

    /** Returns the schools that dominate a school, in the table's order. O(n · k). */
    public ResultList<School> dominatorsOf(School school) {
        requireNonNull(school, "school");
        int row = row(school);
        return ResultList.copyOf(schools(IntStream.range(0, table.size()).filter(each -> dominates(each, row))));
    }

    /** Returns the schools that a school dominates, in the table's order. O(n · k). */
    public ResultList<School> dominatedBy(School school) {
        requireNonNull(school, "school");
        int row = row(school);
        return ResultList.copyOf(schools(IntStream.range(0, table.size()).filter(each -> dominates(row, each))));
    }

    /**
     * Returns whether one school dominates another, given their ids, names or aliases.
     *
     * @throws IllegalArgumentException if {@link IndicatorTable#lookup} does not find one of them
     */
    public boolean dominates(String one, String other) {
        requireNonNull(one, "one");
        requireNonNull(other, "other");
        return dominates(table.lookup().school(one), table.lookup().school(other));
    }

    /** Returns the schools that dominate a school, given its id, name or alias. */
    public ResultList<School> dominatorsOf(String idOrName) {
        return ResultList.copyOf(dominatorsOf(table.lookup().school(idOrName)));
    }

    /** Returns the schools that a school dominates, given its id, name or alias. */
    public ResultList<School> dominatedBy(String idOrName) {
        return ResultList.copyOf(dominatedBy(table.lookup().school(idOrName)));
    }

    /** Returns the schools that no other dominates, in the table's order; never empty. O(n² · k) at most. */
    public ResultList<School> skyline() {
        return ResultList.copyOf(layers().get(0));
    }

    /** Returns the skyline, then the skyline of the rest, and so on, each in the table's order. O(n² · k) at most. */
    public ResultList<ImmutableList<School>> layers() {
        int[] layers = layerOfRow();
        int last = Arrays.stream(layers).max().orElseThrow();
        return IntStream.rangeClosed(1, last)
                .mapToObj(layer -> schools(IntStream.range(0, layers.length).filter(row -> layers[row] == layer)))
                .collect(ResultList.toResultList());
    }

    /** The layer of each row, from 1: one more than that of its deepest dominator, which has a larger sum of levels. */
    int[] layerOfRow() {
        long[] sums = new long[table.size()];
        for (int[] column : levels) {
            for (int row = 0; row < sums.length; row++) {
                sums[row] += column[row];
            }
        }
        int[] order = IntStream.range(0, sums.length)
                .boxed()
                .sorted(Comparator.comparingLong(row -> -sums[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] layers = new int[sums.length];
        for (int i = 0; i < order.length; i++) {
            int layer = 1;
            for (int j = 0; j < i; j++) {
                if (layers[order[j]] >= layer && dominates(order[j], order[i])) {
                    layer = layers[order[j]] + 1;
                }
            }
            layers[order[i]] = layer;
        }
        return layers;
    }

    private boolean dominates(int one, int other) {
        boolean better = false;
        for (int[] column : levels) {
            if (column[one] < column[other]) {
                return false;
            }
            better |= column[one] > column[other];
        }
        return better;
    }

    private int row(School school) {
        return table.rowOf(school)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no school \"" + school.name() + "\" (id \"" + school.id() + "\") in the table"));
    }

    private ImmutableList<School> schools(IntStream rows) {
        return rows.mapToObj(table.schools()::get).collect(ImmutableList.toImmutableList());
    }

    /** Returns the size of the skyline and the number of layers. */
    @Override
    public String toString() {
        List<ImmutableList<School>> layers = layers();
        return layers.get(0).size() + " of " + table.size() + " schools are dominated by none; " + layers.size()
                + " layers";
    }
}
