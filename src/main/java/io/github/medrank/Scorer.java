package io.github.medrank;

/**
 * Scores one table again and again under different weights: what a {@link Ranker} lends to {@link Draws}.
 *
 * <p>One per thread; not safe to share.
 */
@FunctionalInterface
public interface Scorer {
    /**
     * Returns the scores under the given weights, valid until the next call.
     *
     * @param shares the weights in the order that was agreed on, not negative, not all zero; they need not add up to 1
     * @return the scores, for a scorer without allocation always the same object
     */
    Scores score(double[] shares);
}
