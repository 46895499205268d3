package io.github.medrank.insight;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.School;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;

/**
 * An indicator that may change, at a price: index 0 is the value as it is, the others its better grid points.
 *
 * @param indicator the indicator
 * @param from the value as it is, or the reason why there is none
 * @param start the value that costs count from: the present one, or the worst bound where there is none
 * @param steps the grid points
 * @param price for a unit of improvement
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

    /** The value of an index from 1. */
    BigDecimal value(long index) {
        return steps.value(index);
    }

    BigDecimal cost(long index) {
        return index == 0 ? BigDecimal.ZERO : value(index).subtract(start).abs().multiply(price);
    }
}
