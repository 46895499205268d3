package io.github.medrank.sensitivity;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.weightspace.Interval;

/**
 * How much of an output's variance one factor accounts for.
 *
 * <p>Estimates may fall a little below 0 or above 1; the intervals say how far to trust them.
 *
 * @param factor the name of the factor
 * @param first the part of the variance that goes if the factor alone is fixed: its first-order index
 * @param firstInterval the bootstrap interval of {@code first}
 * @param total the part that is left if all other factors are fixed: its total-order index, interactions included
 * @param totalInterval the bootstrap interval of {@code total}
 */
@Immutable
public record SobolIndex(String factor, double first, Interval firstInterval, double total, Interval totalInterval) {}
