/**
 * Chooses the weights of indicators: by decision, by an order of importance, by pairwise comparisons, or learned from
 * the normalised table. Come here if a methodology should not use fixed weights.
 *
 * <p>Begin with {@link io.github.medrank.weighting.WeightingStrategies}. To draw weights at random, see
 * {@code io.github.medrank.weightspace}; to see how much a ranking depends on them,
 * {@code io.github.medrank.robustness}.
 */
@NullMarked
package io.github.medrank.weighting;

import org.jspecify.annotations.NullMarked;
