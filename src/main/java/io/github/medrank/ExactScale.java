package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Indexes;

/**
 * A scale that is defined in exact fractions and approximated by doubles.
 *
 * <p>Exact values preserve ties: schools that are equal by arithmetic tie after normalization, and a composite of
 * exactly one half is rounded as a half. A plain {@link Scale} needs no exact values, since its doubles stand for the
 * decimals they print.
 */
@Immutable
public interface ExactScale extends Scale {
    /**
     * Returns the exact result for an exact value.
     *
     * @param value a value for which {@link #apply} of a neighbouring double returns a number
     * @return the value's place on the scale
     */
    Rational exact(Rational value);

    /**
     * Returns the largest possible difference between {@link #apply} of a double of a column and the exact result for
     * the number it stands for, apart from the rounding of the result itself to a double.
     *
     * @param values the column
     * @return the bound; 0 if each result is the decimal that its double prints; infinite if the doubles cannot be
     *     relied on, so that each result is computed exactly
     */
    double errorBound(Column values);

    /**
     * Returns whether {@link #applyAll} keeps the order of values or turns it round, so that the results of the least
     * and the largest value of a column enclose all others; {@code false} by default. The results are then computed
     * when they are first needed.
     *
     * @param decimals a number of decimals that no value exceeds; negative if none is known
     */
    default boolean isMonotone(int decimals) {
        return false;
    }

    /**
     * Replaces each value by the result of {@link #apply}. Scales that can process a whole column faster override this
     * loop.
     *
     * @param values the values to overwrite; NaN stays NaN
     * @param count the number of values, from the first
     * @param decimals a number of decimals that no value exceeds; negative if none is known
     */
    default void applyAll(double[] values, int count, int decimals) {
        requireNonNull(values, "values");
        Indexes.checkRange(0, count, values.length, "values");
        for (int i = 0; i < count; i++) {
            values[i] = Double.isNaN(values[i]) ? Double.NaN : apply(values[i]);
        }
    }

    /**
     * Returns a whole number whose product with each result is a whole number; 0 if none is known. This is a shortcut
     * that lets integers decide where doubles cannot.
     *
     * @param ofValues a whole number with that property for the values; 0 if none is known
     */
    default long denominator(long ofValues) {
        return 0;
    }
}
