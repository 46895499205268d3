package io.github.medrank;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;

/**
 * How the composite scores are rescaled before they are rounded: not at all, or so that the top school gets a round
 * number.
 *
 * <p>A rescaling keeps the order. It is exact: the fraction 100·S/S<sub>top</sub> is rounded, never a double near it.
 */
@Immutable
@FunctionalInterface
public interface Rescaling {
    /** The rescaled scores. */
    Scores apply(Scores scores);

    /** No rescaling. */
    static Rescaling none() {
        return NoRescaling.INSTANCE;
    }

    /**
     * So that the top school gets these points: points·S/S<sub>top</sub>. Where the top score is not positive the scores
     * stay as they are.
     */
    static Rescaling top(Number points) {
        return topAbove(points, 0);
    }

    /**
     * So that the top school gets these points and a given minimum none: points·(S−m)/(S<sub>top</sub>−m). Where the top
     * score is not above the minimum the scores stay as they are.
     *
     * @param points what the top school gets
     * @param minimum the score that gets none, such as the least one of all schools evaluated, ranked or not
     * @return the rescaling
     */
    static Rescaling topAbove(Number points, Number minimum) {
        return new AffineRescaling(Decimals.of(points, "points"), Decimals.of(minimum, "minimum"));
    }
}

@Immutable
enum NoRescaling implements Rescaling {
    INSTANCE;

    @Override
    public Scores apply(Scores scores) {
        return scores;
    }

    @Override
    public String toString() {
        return "not rescaled";
    }
}

/** points·(S−m)/(top−m), done on fractions. */
@Immutable
record AffineRescaling(BigDecimal points, BigDecimal minimum) implements Rescaling {
    @Override
    public Scores apply(Scores scores) {
        ExactScore floor = ExactScore.of(minimum);
        ExactScore span = Placer.best(scores).minus(floor);
        if (span.signum() <= 0) {
            return scores;
        }
        ExactScore factor = ExactScore.of(points).dividedBy(span);
        return new Affine(scores, factor, floor.times(factor).negate());
    }

    @Override
    public String toString() {
        String above = minimum.signum() == 0 ? "" : " above a minimum of " + minimum.toPlainString();
        return "rescaled so that the top is " + points.toPlainString() + above;
    }

    /** factor · score + offset. */
    private record Affine(Scores scores, ExactScore factor, ExactScore offset) implements Scores {
        @Override
        public int size() {
            return scores.size();
        }

        @Override
        public void copyTo(double[] approximations) {
            scores.copyTo(approximations);
            double a = factor.doubleValue();
            double b = offset.doubleValue();
            for (int row = 0; row < approximations.length; row++) {
                approximations[row] = a * approximations[row] + b;
            }
        }

        @Override
        public double errorBound() {
            // The best score is mapped to the points; every term is within reach of the largest of these.
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
        public ExactScore exact(int row) {
            return scores.exact(row).times(factor).plus(offset);
        }

        @Override
        public boolean alike(int row, int other) {
            return scores.alike(row, other);
        }

        @Override
        public Direction direction() {
            return scores.direction();
        }

        @Override
        public java.util.Optional<String> unranked(int row) {
            return scores.unranked(row);
        }

        @Override
        public ImmutableList<String> warnings() {
            return scores.warnings();
        }
    }
}
