package io.github.medrank.ranking;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Rational;
import io.github.medrank.Scores;
import io.github.medrank.exact.Indexes;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Scores of a formula: in doubles, within a bound of the true ones, and correctly rounded to 13 digits where the
 * doubles cannot decide, so that what is equal in truth is equal.
 */
final class ComputedScores implements Scores {
    private final double[] scores;
    private final Direction direction;
    private final double errorBound;
    /** The columns that a score is a function of, row by row. */
    private final ImmutableList<Column> columns;

    private final IntFunction<Rational> exactly;
    /** What was found before. */
    private final @Nullable Rational[] known;

    private ComputedScores(
            double[] scores,
            Direction direction,
            double errorBound,
            ImmutableList<Column> columns,
            IntFunction<Rational> exactly) {
        this.scores = scores;
        this.direction = direction;
        this.errorBound = errorBound;
        this.columns = columns;
        this.exactly = exactly;
        this.known = new Rational[scores.length];
    }

    /** Scores each of which stands for the decimal that it prints. */
    static ComputedScores of(double[] scores, Direction direction) {
        double bound = largest(scores) * 0x1p-52 + Double.MIN_VALUE;
        return new ComputedScores(scores, direction, bound, ImmutableList.of(), row -> Rational.of(scores[row]));
    }

    /**
     * Scores of which the exact ones are rounded to 13 digits.
     *
     * @param bound how far a score may be from the true one; NaN and infinite where that is not known
     */
    static ComputedScores of(
            double[] scores,
            Direction direction,
            double bound,
            ImmutableList<Column> columns,
            IntFunction<Rational> truth) {
        return new ComputedScores(
                scores,
                direction,
                bound + largest(scores) * Raw.HALF_DIGIT + Double.MIN_VALUE,
                columns,
                row -> Raw.rounded(truth.apply(row)));
    }

    private static double largest(double[] scores) {
        double largest = 0;
        for (double score : scores) {
            largest = Double.isNaN(score) ? largest : Math.max(largest, Math.abs(score));
        }
        return largest;
    }

    @Override
    public int size() {
        return scores.length;
    }

    @Override
    public void copyTo(double[] approximations) {
        requireNonNull(approximations, "approximations");
        System.arraycopy(scores, 0, Indexes.room(approximations, scores.length, "scores"), 0, scores.length);
    }

    @Override
    public double errorBound() {
        return errorBound;
    }

    @Override
    public boolean alike(int row, int other) {
        Indexes.check(row, scores.length, "row");
        Indexes.check(other, scores.length, "other row");
        return columns.isEmpty()
                ? scores[row] == scores[other]
                : columns.stream().allMatch(column -> column.isAlike(row, other));
    }

    @Override
    public Rational exact(int row) {
        Rational before = known[Indexes.check(row, scores.length, "row")];
        if (before == null) {
            before = exactly.apply(row);
            known[row] = before;
        }
        return before;
    }

    @Override
    public Direction direction() {
        return direction;
    }
}
