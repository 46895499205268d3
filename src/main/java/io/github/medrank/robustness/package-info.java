/**
 * How sure a rank is: what varies (weights, methods, data), the distribution of each school's position, exact answers
 * for weighted sums, variance-based sensitivity, and tiers with a stated basis.
 *
 * <p>Why a school stands where it stands does not live here, nor does how to get further up.
 */
@NullMarked
package io.github.medrank.robustness;

import org.jspecify.annotations.NullMarked;
