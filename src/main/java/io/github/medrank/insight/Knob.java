package io.github.medrank.insight;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.School;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;

/**
 * An indicator that may change at a price. Index 0 is its present value; the others are better grid points.
 *
 * @param indicator the indicator
 * @param from the present value, or the reason why it is missing
 * @param start the value from which costs are counted: the present one, or the worst bound if it is missing
 * @param steps the grid points
 * @param price the price per unit of improvement
 */
@Immutable
record Knob(Indicator indicator, Cell from, BigDecimal start, Steps steps, BigDecimal price) {
    static Knob of(WhatMustChange grid, School school, Indicator indicator, BigDecimal price) {
        Cell from = grid.table().cell(school, indicator);
        BigDecimal start = from.isPresent() ? Decimals.of(from.value().getAsDouble()) : grid.worst(indicator);
        return new Knob(indicator, from, start, grid.steps(school, indicator, true), price);
    }

    long count() {
        return steps.count();
    }

    /** The value at an index from 1. */
    BigDecimal value(long index) {
        return steps.value(index);
    }

    BigDecimal cost(long index) {
        return index == 0 ? BigDecimal.ZERO : value(index).subtract(start).abs().multiply(price);
    }
}
