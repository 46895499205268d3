package io.github.medrank.sensitivity;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.weightspace.Interval;

/**
 * The share of an output's variance that one factor accounts for.
 *
 * <p>Estimates may be slightly below 0 or above 1; the intervals show their precision.
 */
@Immutable
public sealed interface SobolIndex permits SobolIndices.Index {
    /** Returns the name of the factor. */
    String factor();

    /** Returns the first-order index: the share of the variance that vanishes if this factor alone is fixed. */
    double first();

    /** Returns the bootstrap interval of {@link #first}. */
    Interval firstInterval();

    /**
     * Returns the total-order index, with interactions: the share of the variance that remains if all other factors are
     * fixed.
     */
    double total();

    /** Returns the bootstrap interval of {@link #total}. */
    Interval totalInterval();

    /**
     * Returns both indices with their intervals:
     * {@code x: first order 0.900 (0.881 to 0.920), total 0.912 (0.893 to 0.930)}.
     */
    @Override
    String toString();
}
