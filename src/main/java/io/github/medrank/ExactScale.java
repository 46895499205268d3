package io.github.medrank;

import com.google.errorprone.annotations.Immutable;

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
     * @return the bound; 0 where each place is the decimal that its double prints; infinite where the doubles say nothing, so that each place is computed exactly
     */
    double errorBound(double magnitude, double error);

    /**
     * Returns a whole number that makes a whole number of each place it multiplies; 0 where none is known. A shortcut: it
     * lets integers decide where doubles cannot.
     *
     * @param ofValues a whole number that does so for the values; 0 where none is known
     */
    default long denominator(long ofValues) {
        return 0;
    }
}
