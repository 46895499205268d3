package io.github.medrank;

/**
 * Positions of one table's schools under one draw of weights after another: the fast path of analyses that rank the
 * same table hundreds of thousands of times.
 *
 * <p>It decides rounding and ties exactly as {@link Methodology#rank} does. One per thread; not safe to share.
 */
public interface Draws {
    /**
     * Returns the positions under one draw of weights.
     *
     * @param shares the weights in the order that was agreed on, not negative, not all zero; each double stands for the
     *     decimal that it prints
     * @param positions where to write, one a row of the table: the position from 1 under the presentation's tie rule,
     *     0 for a school that is not ranked; bands are ignored
     * @throws IllegalArgumentException if a length is wrong
     */
    void positions(double[] shares, int[] positions);

    /**
     * Returns the positions under one draw of weights, and the scores they come from.
     *
     * @param shares the weights, as in {@link #positions(double[], int[])}
     * @param positions where to write the positions
     * @param scores where to write the scores before rounding, within the error of doubles, one a row of the table; NaN
     *     for a school that is not ranked
     * @throws IllegalArgumentException if a length is wrong
     */
    void positions(double[] shares, int[] positions, double[] scores);
}
