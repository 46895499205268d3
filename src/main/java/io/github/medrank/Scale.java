package io.github.medrank;

import com.google.errorprone.annotations.Immutable;

/** A fitted scale, which maps raw values to normalised ones. */
@Immutable
@FunctionalInterface
public interface Scale {
    /**
     * Returns the normalised value of a raw value.
     *
     * @param value a finite number
     * @return a finite number, or NaN if the scale does not cover the value, which makes the cell missing as
     *     {@link MissingReason#UNDEFINED}
     */
    double apply(double value);
}
