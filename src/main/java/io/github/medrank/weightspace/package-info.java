/**
 * Answers questions about all weights of a region at once. Come here to state which weights are acceptable, to draw
 * weights from a region, and to find out which schools are ahead for all of its weights, the best and worst positions
 * that it allows, and how far weights can move before an order changes.
 *
 * <p>Begin with {@link io.github.medrank.weightspace.WeightRegion} for the weights and with
 * {@link io.github.medrank.weightspace.WeightSpace} for the questions. Answers are exact, or state how far they are
 * from exact. To draw weights for a simulation, use {@link io.github.medrank.weightspace.WeightSamplers}; distributions
 * of positions are in {@code io.github.medrank.robustness}.
 */
@NullMarked
package io.github.medrank.weightspace;

import org.jspecify.annotations.NullMarked;
