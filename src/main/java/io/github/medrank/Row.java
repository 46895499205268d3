package io.github.medrank;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * One school's values in a table.
 *
 * <p>Methods that return a number throw {@link IllegalStateException}, naming the school and the indicator, if that
 * number is missing.
 */
@Immutable
public final class Row {
    private final IndicatorTable table;
    private final int index;

    Row(IndicatorTable table, int index) {
        this.table = table;
        this.index = index;
    }

    /** Returns the school. */
    public School school() {
        return table.schools().get(index);
    }

    /** Returns the row's number in the table, from 0. */
    public int index() {
        return index;
    }

    /**
     * Returns the table's indicators, in its order. Indicators are equal by id alone; these carry the table's direction
     * and unit.
     */
    public ImmutableList<Indicator> indicators() {
        return table.indicators();
    }

    /** Returns the cell of an indicator. */
    public Cell cell(Indicator indicator) {
        return table.column(indicator).cell(index);
    }

    /** Returns whether every indicator has a number, measured or filled in. */
    public boolean isComplete() {
        return table.columns().stream().allMatch(column -> column.isPresent(index));
    }

    /** Returns the indicators without a number, in the table's order. */
    public Stream<Indicator> missing() {
        return table.columns().stream()
                .filter(column -> !column.isPresent(index))
                .map(Column::indicator);
    }

    /** Returns the value of an indicator. */
    public double value(Indicator indicator) {
        return value(table.column(indicator));
    }

    /** Returns the values in the table's order of indicators. */
    public ImmutableList<Double> values() {
        return stream().boxed().collect(ImmutableList.toImmutableList());
    }

    /** Returns the smallest value. */
    public double min() {
        return stream().min().orElseThrow();
    }

    /** Returns the largest value. */
    public double max() {
        return stream().max().orElseThrow();
    }

    private DoubleStream stream() {
        return table.columns().stream().mapToDouble(this::value);
    }

    private double value(Column column) {
        if (!column.isPresent(index)) {
            throw new IllegalStateException("school \"" + school().name() + "\" has no value for indicator \""
                    + column.indicator().id() + "\" (" + column.reason(index).orElseThrow()
                    + "); fill missing values before ranking");
        }
        return column.value(index);
    }

    /** Returns the school and its cells. */
    @Override
    public String toString() {
        return school() + " "
                + table.columns().stream().map(column -> column.cell(index)).toList();
    }
}
