package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Scale;

/** Straight lines between two points. */
final class Ranges {
    private Ranges() {}

    static void check(double low, double high, String what) {
        checkArgument(
                low < high && Double.isFinite(high - low),
                "%s from %s to %s; the first must be less than the second, both finite",
                what,
                low,
                high);
    }

    /** The line through two points, which it meets exactly; it goes on beyond them. */
    static Scale line(double fromX, double fromY, double toX, double toY) {
        double rise = toY - fromY;
        double run = toX - fromX;
        return value -> value == toX ? toY : fromY + (value - fromX) * rise / run;
    }
}
