package io.github.medrank;

import com.google.errorprone.annotations.Immutable;

/** A fitted scale: maps a value to its place on it. */
@Immutable
@FunctionalInterface
public interface Scale {
    /**
     * Returns the place of a value.
     *
     * @param value a finite number
     * @return a finite number; NaN where the scale has no place for the value, which makes the cell missing as
     *     {@link MissingReason#UNDEFINED}
     */
    double apply(double value);
}
