package io.github.medrank.picture;

import com.google.common.collect.ImmutableList;

/**
 * Maps numbers to places between two ends of a plot.
 *
 * @param ticks the printed numbers, in ascending order
 * @param low the number at the beginning
 * @param high the number at the end
 * @param from the place of the beginning
 * @param to the place of the end
 */
record PlotScale(ImmutableList<Double> ticks, double low, double high, double from, double to) {
    /** A scale whose ends are ticks. */
    static PlotScale around(double low, double high, double from, double to) {
        ImmutableList<Double> ticks = Ticks.around(low, high, Ticks.most(Math.abs(to - from)));
        return new PlotScale(ticks, ticks.get(0), ticks.get(ticks.size() - 1), from, to);
    }

    /** A scale of positions from 1. */
    static PlotScale positions(double last, double from, double to) {
        return new PlotScale(Ticks.positions(last, Ticks.most(to - from)), 1, Math.max(2, last), from, to);
    }

    double x(double value) {
        return from + (value - low) / (high - low) * (to - from);
    }
}
