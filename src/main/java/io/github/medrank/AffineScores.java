package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** factor · score + offset, computed on fractions; a negative factor reverses the direction. */
final class AffineScores implements Scores {
    private final Scores scores;
    private final Rational factor;
    private final Rational offset;
    private final double errorBound;

    AffineScores(Scores scores, Rational factor, Rational offset) {
        this.scores = scores;
        this.factor = factor;
        this.offset = offset;
        this.errorBound = bound();
    }

    @Override
    public int size() {
        return scores.size();
    }

    @Override
    public void copyTo(double[] approximations) {
        requireNonNull(approximations, "approximations");
        scores.copyTo(approximations);
        double a = factor.doubleValue();
        double b = offset.doubleValue();
        for (int row = 0; row < approximations.length; row++) {
            double score = a * approximations[row] + b;
            approximations[row] = Double.isFinite(score) ? score : overflowed(row);
        }
    }

    /** The score of a row whose double overflowed, computed exactly; NaN if the row is not ranked. */
    private double overflowed(int row) {
        return unranked(row).isPresent() ? Double.NaN : exact(row).doubleValue();
    }

    @Override
    public double errorBound() {
        return errorBound;
    }

    private double bound() {
        double[] before = new double[size()];
        scores.copyTo(before);
        double largest = 0;
        for (double score : before) {
            largest = Math.max(largest, Double.isNaN(score) ? 0 : Math.abs(score));
        }
        double a = Math.abs(factor.doubleValue());
        return a * scores.errorBound() + (a * largest + Math.abs(offset.doubleValue())) * 0x1p-50;
    }

    @Override
    public Rational exact(int row) {
        return scores.exact(row).times(factor).plus(offset);
    }

    @Override
    public boolean alike(int row, int other) {
        return scores.alike(row, other);
    }

    @Override
    public Direction direction() {
        if (factor.signum() >= 0) {
            return scores.direction();
        }
        return scores.direction() == Direction.HIGHER_IS_BETTER
                ? Direction.LOWER_IS_BETTER
                : Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Optional<String> unranked(int row) {
        return scores.unranked(row);
    }

    @Override
    public ImmutableList<String> warnings() {
        return scores.warnings();
    }
}
