/**
 * How indicators are weighted: by decision, by an order of importance, by pairwise comparisons, or learned from the
 * normalised table. {@link io.github.medrank.weighting.WeightingStrategies} has them all.
 *
 * <p>How weights are sampled, and how much a ranking depends on them, does not live here.
 */
@NullMarked
package io.github.medrank.weighting;

import org.jspecify.annotations.NullMarked;
