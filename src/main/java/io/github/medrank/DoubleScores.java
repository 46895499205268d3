package io.github.medrank;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Indexes;

/** Scores given as doubles, each of which stands for the decimal that it prints. */
@Immutable
@SuppressWarnings("Immutable") // the array is never written after construction
final class DoubleScores implements Scores {
    private final double[] scores;

    DoubleScores(double[] scores) {
        this.scores = scores;
    }

    @Override
    public int size() {
        return scores.length;
    }

    @Override
    public void copyTo(double[] approximations) {
        System.arraycopy(scores, 0, approximations, 0, scores.length);
    }

    @Override
    public double errorBound() {
        double largest = 0;
        for (double score : scores) {
            largest = Math.max(largest, Math.abs(score));
        }
        return largest * 0x1p-52 + Double.MIN_VALUE;
    }

    @Override
    public boolean alike(int row, int other) {
        return scores[Indexes.check(row, scores.length, "row")]
                == scores[Indexes.check(other, scores.length, "other row")];
    }

    @Override
    public Rational exact(int row) {
        return Rational.of(scores[row]);
    }
}
