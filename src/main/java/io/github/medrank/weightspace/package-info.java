/**
 * Regions of weights and all about them: what weights may be, sampling from a region, which schools are ahead
 * everywhere in it, best and worst positions, how far weights may move before an order changes.
 *
 * <p>Answers here are exact or say how far they are open. Sampled distributions of positions live in
 * {@code robustness}.
 */
@NullMarked
package io.github.medrank.weightspace;

import org.jspecify.annotations.NullMarked;
