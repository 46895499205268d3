/**
 * Turns normalised values and weights into scores. Come here to choose a ranker, such as a weighted or geometric mean,
 * TOPSIS or a mean of pillars, or the policy for missing values.
 *
 * <p>Begin with {@link io.github.medrank.ranking.Rankers}. Rounding, ties and bands apply to any ranker and are part of
 * the root package's {@link io.github.medrank.Presentation}.
 */
@NullMarked
package io.github.medrank.ranking;

import org.jspecify.annotations.NullMarked;
