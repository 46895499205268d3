/**
 * Measures by sampling how certain each school's position is. Come here to vary weights, methods or data at random, and
 * to get the distribution of positions, tiers and confidence sets.
 *
 * <p>Begin with {@link io.github.medrank.robustness.Robustness}. Exact answers over all weights of a region are in
 * {@code io.github.medrank.weightspace}; for the question which choice matters most, see
 * {@code io.github.medrank.sensitivity}.
 */
@NullMarked
package io.github.medrank.robustness;

import org.jspecify.annotations.NullMarked;
