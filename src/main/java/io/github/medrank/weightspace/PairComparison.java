package io.github.medrank.weightspace;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;

/**
 * The comparison of two schools over a region of weights, on exact scores.
 */
@Immutable
public sealed interface PairComparison permits WeightSpace.Compared {
    /** Returns the first school. */
    School first();

    /** Returns the second school. */
    School second();

    /**
     * Returns the smallest and the largest lead of the first school over the second that weights of the region give, to
     * about nine digits.
     */
    Interval leads();

    /** Returns whether the first school is proven never to be behind the second. */
    boolean neverBehind();

    /** Returns whether the first school is proven never to be ahead of the second. */
    boolean neverAhead();

    /** Returns whether the first school is never behind the second, and ahead of it for some weights. */
    default boolean dominates() {
        return neverBehind() && !neverAhead();
    }

    /** Returns the comparison in words. */
    @Override
    String toString();
}
