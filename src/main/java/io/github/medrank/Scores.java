package io.github.medrank;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * The composite scores that a {@link Ranker} hands to a {@link Ranking}: quick doubles with an error bound, and the
 * exact score of any row for where the doubles cannot decide.
 *
 * <p>An implementation must not change after it was given to {@link Ranking#of}. Only the scores of a {@link Scorer},
 * which never leave a draw, may.
 */
public interface Scores {
    /** Returns the number of rows. */
    int size();

    /**
     * Writes a double for each row, no further than {@link #errorBound()} from the exact score; NaN for a row that is
     * not ranked.
     *
     * @param approximations where to write, one a row
     */
    void copyTo(double[] approximations);

    /** Returns how far any double may be from its exact score; infinite or NaN where the doubles say nothing. */
    double errorBound();

    /**
     * Returns the exact score of a row.
     *
     * @param row from 0, of a row that is ranked
     * @return the score
     */
    Rational exact(int row);

    /**
     * Returns a whole number that makes a whole number of every exact score it multiplies; 0 where none is known, or it
     * is too large to be of use. A shortcut: it lets integers decide where doubles cannot.
     */
    default long denominator() {
        return 0;
    }

    /**
     * Returns whether two rows are known to have the same score without working it out, such as rows of the same
     * values. A shortcut: false says nothing.
     *
     * @param row from 0
     * @param other from 0
     */
    default boolean alike(int row, int other) {
        return row == other;
    }

    /** Returns whether the larger score is the better one, as is usual. */
    default Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    /** Returns why a row is listed but not ranked; empty for a ranked row. */
    default Optional<String> unranked(int row) {
        return Optional.empty();
    }

    /**
     * Returns what each indicator of the table adds to the row's score, in the table's order; empty where the score is
     * not a sum of such parts. Where given, the parts add up to {@link #exact} exactly.
     */
    default ImmutableList<Rational> contributions(int row) {
        return ImmutableList.of();
    }

    /** Returns what a reader of the ranking must be told, such as that a missing value may have raised a school. */
    default ImmutableList<String> warnings() {
        return ImmutableList.of();
    }
}
