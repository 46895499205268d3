package io.github.medrank;

/**
 * Scores one table repeatedly under different weights, as used by {@link Draws}.
 *
 * <p>Use one instance per thread; it is not thread-safe.
 */
@FunctionalInterface
public interface Scorer {
    /**
     * Returns the scores under the given weights; they are valid until the next call.
     *
     * @param shares the weights in the agreed order, not negative, not all zero; they need not sum to 1
     * @return the scores; a scorer that allocates nothing always returns the same object
     */
    Scores score(double[] shares);
}
