package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Rescales composite scores before they are rounded: not at all, to a round number for the top school, by a linear
 * function, or to percentiles.
 *
 * <p>A rescaling preserves the order. It is exact: the fraction 100·S/S<sub>top</sub> itself is rounded, not a double
 * near it.
 *
 * <pre>{@code
 * Rescaling.topAbove(100, -9.7) // ==> rescaled so that the top is 100 above a minimum of -9.7
 * }</pre>
 */
@Immutable
@FunctionalInterface
public interface Rescaling {
    /** Returns the rescaled scores. */
    Scores apply(Scores scores);

    /** Leaves the scores as they are. */
    static Rescaling none() {
        return NoRescaling.INSTANCE;
    }

    /**
     * Rescales so that the top school gets the given points: points·S/S<sub>top</sub>. If the top score is not
     * positive, scores are unchanged.
     */
    static Rescaling top(Number points) {
        return topAbove(points, 0);
    }

    /**
     * Rescales so that the top school gets the given points and a school with the minimum score gets 0:
     * points·(S−m)/(S<sub>top</sub>−m). If the top score does not exceed the minimum, scores are unchanged. Composites
     * of z-scores, most of which are negative, need a negative minimum.
     *
     * @param points the points of the top school
     * @param minimum the score that gets 0 points, such as the lowest score of all schools evaluated, ranked or not
     * @return the rescaling
     */
    static Rescaling topAbove(Number points, Number minimum) {
        return new AffineRescaling(Decimals.of(points, "points"), Decimals.of(minimum, "minimum"));
    }

    /**
     * Rescales by a linear function: factor·S + offset.
     *
     * @throws IllegalArgumentException if the factor is not positive
     */
    static Rescaling affine(Number factor, Number offset) {
        BigDecimal exact = Decimals.of(factor, "factor");
        checkArgument(exact.signum() > 0, "factor %s; it must be positive, or the order would be reversed", factor);
        return new LineRescaling(exact, Decimals.of(offset, "offset"));
    }

    /**
     * Rescales so that the worst and the best school get the given points. If all scores are equal, every school gets
     * the best points. Larger is better afterwards, even if smaller was better before.
     *
     * @throws IllegalArgumentException if {@code best} is not greater than {@code worst}
     */
    static Rescaling minMax(Number worst, Number best) {
        BigDecimal low = Decimals.of(worst, "worst");
        BigDecimal high = Decimals.of(best, "best");
        checkArgument(low.compareTo(high) < 0, "min-max from %s to %s; the second must be greater", worst, best);
        return new MinMaxRescaling(low, high);
    }

    /**
     * Rescales to the percentage of ranked schools with a worse score, where schools of equal score, including the
     * school itself, count half (mid-ranks): 100·(worse + equal/2)/n. Larger is better afterwards. A single school gets
     * 50.
     */
    static Rescaling percentile() {
        return PercentileRescaling.INSTANCE;
    }
}

@Immutable
enum NoRescaling implements Rescaling {
    INSTANCE;

    @Override
    public Scores apply(Scores scores) {
        requireNonNull(scores, "scores");
        return scores;
    }

    @Override
    public String toString() {
        return "not rescaled";
    }
}

@Immutable
enum PercentileRescaling implements Rescaling {
    INSTANCE;

    @Override
    public Scores apply(Scores scores) {
        requireNonNull(scores, "scores");
        return new PercentileScores(scores);
    }

    @Override
    public String toString() {
        return "rescaled to percentiles (mid-ranks)";
    }
}

/** points·(S−m)/(top−m), computed on fractions. */
@Immutable
record AffineRescaling(BigDecimal points, BigDecimal minimum) implements Rescaling {
    @Override
    public Scores apply(Scores scores) {
        requireNonNull(scores, "scores");
        Rational floor = Rational.of(minimum);
        Rational span = ScoreEnds.best(scores).minus(floor);
        if (span.signum() <= 0) {
            return scores;
        }
        Rational factor = Rational.of(points).dividedBy(span);
        return new AffineScores(scores, factor, floor.times(factor).negate());
    }

    @Override
    public String toString() {
        String above = minimum.signum() == 0 ? "" : " above a minimum of " + minimum.toPlainString();
        return "rescaled so that the top is " + points.toPlainString() + above;
    }
}

@Immutable
record LineRescaling(BigDecimal factor, BigDecimal offset) implements Rescaling {
    @Override
    public Scores apply(Scores scores) {
        requireNonNull(scores, "scores");
        return new AffineScores(scores, Rational.of(factor), Rational.of(offset));
    }

    @Override
    public String toString() {
        return "rescaled to " + factor.toPlainString() + " x score + " + offset.toPlainString();
    }
}

@Immutable
record MinMaxRescaling(BigDecimal worst, BigDecimal best) implements Rescaling {
    @Override
    public Scores apply(Scores scores) {
        requireNonNull(scores, "scores");
        Rational top = ScoreEnds.best(scores);
        Rational span = top.minus(ScoreEnds.worst(scores));
        Rational factor = span.signum() == 0
                ? Rational.ZERO
                : Rational.of(best.subtract(worst)).dividedBy(span);
        return new AffineScores(scores, factor, Rational.of(best).minus(top.times(factor)));
    }

    @Override
    public String toString() {
        return "rescaled from " + worst.toPlainString() + " for the worst to " + best.toPlainString() + " for the best";
    }
}

/** The best and the worst score: doubles exclude most rows, exact scores decide among the rest. */
final class ScoreEnds {
    private ScoreEnds() {}

    /** Returns the best exact score. */
    static Rational best(Scores scores) {
        return furthest(scores, scores.direction() == Direction.HIGHER_IS_BETTER);
    }

    /** Returns the worst exact score. */
    static Rational worst(Scores scores) {
        return furthest(scores, scores.direction() == Direction.LOWER_IS_BETTER);
    }

    private static Rational furthest(Scores scores, boolean up) {
        double[] approximate = new double[scores.size()];
        scores.copyTo(approximate);
        double sign = up ? 1 : -1;
        double top = Double.NEGATIVE_INFINITY;
        for (double score : approximate) {
            top = Math.max(top, Double.isNaN(score) ? top : sign * score);
        }
        double reach = top - 2 * scores.errorBound();
        Comparator<Rational> order = up ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return IntStream.range(0, approximate.length)
                .filter(row -> !(sign * approximate[row] < reach)
                        && scores.unranked(row).isEmpty())
                .mapToObj(scores::exact)
                .max(order)
                .orElse(Rational.ZERO);
    }
}
