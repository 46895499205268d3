package io.github.medrank;

/**
 * Positions of a table's schools under many draws of weights: the fast path of analyses that rank the same table
 * hundreds of thousands of times.
 *
 * <p>Rounding and ties are decided exactly as in {@link Methodology#rank}. Use one instance per thread; it is not
 * thread-safe.
 */
public interface Draws {
    /**
     * Computes the positions under one draw of weights.
     *
     * @param shares the weights in the agreed order, not negative, not all zero; each double stands for the decimal
     *     that it prints
     * @param positions the array to write to, one element per row of the table: the position under the presentation's
     *     tie rule, from 1, or 0 for a school that is not ranked; bands are ignored
     * @throws IllegalArgumentException if a length is wrong
     */
    void positions(double[] shares, int[] positions);

    /**
     * Computes the positions under one draw of weights, and the underlying scores.
     *
     * @param shares the weights, as in {@link #positions(double[], int[])}
     * @param positions the array to write positions to
     * @param scores the array to write scores to, one per row of the table: unrounded, within the error of doubles; NaN
     *     for a school that is not ranked
     * @throws IllegalArgumentException if a length is wrong
     */
    void positions(double[] shares, int[] positions, double[] scores);
}
