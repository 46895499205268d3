package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Indexes;

/**
 * A scale whose places are defined as exact fractions, of which its doubles are approximations.
 *
 * <p>Schools that tie by arithmetic then tie, and a composite that lies on a half is rounded as a half, after
 * normalization as before it. A plain {@link Scale} needs none of this: its doubles stand for the decimals they print.
 */
@Immutable
public interface ExactScale extends Scale {
    /**
     * Returns the exact place of an exact value.
     *
     * @param value a value for which {@link #apply} of a double next to it gives a number
     * @return the place
     */
    Rational exact(Rational value);

    /**
     * Returns how far {@link #apply} of a double may be from the exact place of the value it approximates.
     *
     * @param magnitude the largest absolute value of the doubles
     * @param error how far a double may be from its exact value; 0 where each stands for the decimal it prints
     * @return the bound; 0 where each place is the decimal that its double prints; infinite where the doubles say
     *     nothing, so that each place is computed exactly
     */
    double errorBound(double magnitude, double error);

    /**
     * Replaces values by their places, as {@link #apply} gives them: the loop over a column, lent to scales that have a
     * quicker one.
     *
     * @param values to be overwritten; NaN, of which there may be some, stays NaN
     * @param count how many there are, from the first on
     * @param decimals that none of the values has more of; negative where that is not known
     */
    default void applyAll(double[] values, int count, int decimals) {
        requireNonNull(values, "values");
        Indexes.checkRange(0, count, values.length, "values");
        for (int i = 0; i < count; i++) {
            values[i] = Double.isNaN(values[i]) ? Double.NaN : apply(values[i]);
        }
    }

    /**
     * Returns a whole number that makes a whole number of each place it multiplies; 0 where none is known. A shortcut:
     * it lets integers decide where doubles cannot.
     *
     * @param ofValues a whole number that does so for the values; 0 where none is known
     */
    default long denominator(long ofValues) {
        return 0;
    }
}
