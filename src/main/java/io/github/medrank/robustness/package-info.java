/**
 * How sure a rank is, by sampling: what varies (weights, methods, data), the distribution of each school's position,
 * tiers and confidence sets.
 *
 * <p>Exact answers over all weights of a region live in {@code weightspace}; which choice matters most in
 * {@code sensitivity}.
 */
@NullMarked
package io.github.medrank.robustness;

import org.jspecify.annotations.NullMarked;
