package io.github.medrank.ranking;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Direction;
import io.github.medrank.Rational;
import io.github.medrank.Scores;
import io.github.medrank.exact.Indexes;
import java.util.Optional;

/** Scores that a formula computed as doubles, each read as the decimal that it prints; NaN for a row not ranked. */
final class ComputedScores implements Scores {
    private final double[] scores;
    private final Direction direction;
    private final ImmutableMap<Integer, String> unranked;
    private final ImmutableList<String> warnings;
    private final double largest;

    ComputedScores(
            double[] scores,
            Direction direction,
            ImmutableMap<Integer, String> unranked,
            ImmutableList<String> warnings) {
        this.scores = scores;
        this.direction = direction;
        this.unranked = unranked;
        this.warnings = warnings;
        double most = 0;
        for (double score : scores) {
            most = Double.isNaN(score) ? most : Math.max(most, Math.abs(score));
        }
        this.largest = most;
    }

    static ComputedScores of(double[] scores, Direction direction) {
        return new ComputedScores(scores, direction, ImmutableMap.of(), ImmutableList.of());
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
        return largest * 0x1p-52 + Double.MIN_VALUE;
    }

    @Override
    public boolean alike(int row, int other) {
        return scores[Indexes.check(row, scores.length, "row")]
                == scores[Indexes.check(other, scores.length, "other row")];
    }

    @Override
    public Rational exact(int row) {
        return Rational.of(scores[Indexes.check(row, scores.length, "row")]);
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public Optional<String> unranked(int row) {
        return Optional.ofNullable(unranked.get(row));
    }

    @Override
    public ImmutableList<String> warnings() {
        return warnings;
    }
}
