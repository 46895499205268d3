package io.github.medrank.picture;

import com.google.common.collect.ImmutableList;

/**
 * Where numbers stand between two ends of a plot.
 *
 * @param ticks the numbers that are printed, rising
 * @param low the number at the beginning
 * @param high the number at the end
 * @param from where the plot begins
 * @param to where it ends
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
