package io.github.medrank.normalization;

import io.github.medrank.Cell;

/** Numbers as recipes print them. */
final class Text {
    private Text() {}

    static String number(double value) {
        return Double.isFinite(value) ? Cell.of(value).toString() : String.valueOf(value);
    }

    static String range(double low, double high) {
        return "[" + number(low) + ", " + number(high) + "]";
    }
}
