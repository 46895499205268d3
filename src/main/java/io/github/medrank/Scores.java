package io.github.medrank;

import com.google.common.collect.ImmutableList;
import io.github.medrank.exact.Indexes;
import java.util.Optional;

/**
 * The composite scores that a {@link Ranker} passes to a {@link Ranking}: fast doubles with an error bound, and exact
 * scores for rows that the doubles cannot decide.
 *
 * <p>An implementation must not change after it is passed to {@link Ranking#of}. The scores of a {@link Scorer} may
 * change, since they never leave a draw.
 */
public interface Scores {
    /** Returns the number of rows. */
    int size();

    /**
     * Writes a double for each row, at most {@link #errorBound()} from the exact score; NaN for a row that is not
     * ranked.
     *
     * @param approximations the array to write to, one element per row
     */
    void copyTo(double[] approximations);

    /**
     * Returns the largest difference between a double and its exact score; infinite or NaN if the doubles cannot be
     * relied on.
     */
    double errorBound();

    /**
     * Returns the exact score of a row.
     *
     * @param row the row, from 0; it must be ranked
     * @return the score
     */
    Rational exact(int row);

    /**
     * Returns a whole number whose product with every exact score is a whole number; 0 if none is known or it is too
     * large to be useful. This is a shortcut that lets integers decide where doubles cannot.
     */
    default long denominator() {
        return 0;
    }

    /**
     * Returns whether two rows are known to have the same score without computing it, such as rows with the same
     * values. This is a shortcut: {@code false} does not mean that the scores differ.
     *
     * @param row from 0
     * @param other from 0
     */
    default boolean alike(int row, int other) {
        return row == other;
    }

    /**
     * Writes for each of several pairs of rows whether they are {@linkplain #alike(int, int) alike}. Override it if it
     * is faster to compare many pairs at once.
     *
     * @param rows one row of each pair
     * @param others the other row of each pair
     * @param pairs the number of pairs, from the first
     * @param alike the array to write to, one element per pair
     */
    default void alike(int[] rows, int[] others, int pairs, boolean[] alike) {
        Indexes.checkPairs(rows, others, pairs, alike);
        for (int i = 0; i < pairs; i++) {
            alike[i] = alike(rows[i], others[i]);
        }
    }

    /** Returns whether larger or smaller scores are better; larger by default. */
    default Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    /** Returns why a row is listed but not ranked; empty if the row is ranked. */
    default Optional<String> unranked(int row) {
        return Optional.empty();
    }

    /**
     * Returns what each indicator of the table adds to the row's score, in the table's order; empty if the score is not
     * such a sum. The amounts add up to {@link #exact} exactly.
     */
    default ImmutableList<Rational> contributions(int row) {
        return ImmutableList.of();
    }

    /** Returns warnings for readers of the ranking, such as that a missing value may have raised a school. */
    default ImmutableList<String> warnings() {
        return ImmutableList.of();
    }
}
