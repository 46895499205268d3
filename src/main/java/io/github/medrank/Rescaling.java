package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How the composite scores are rescaled before they are rounded: not at all, so that the top school gets a round
 * number, by a straight line, or to percentiles.
 *
 * <p>A rescaling keeps the order. It is exact: the fraction 100·S/S<sub>top</sub> is rounded, never a double near it.
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
     * Rescales so that the top school gets these points: points·S/S<sub>top</sub>. Where the top score is not positive
     * the scores stay as they are.
     */
    static Rescaling top(Number points) {
        return topAbove(points, 0);
    }

    /**
     * Rescales so that the top school gets these points and a given minimum none: points·(S−m)/(S<sub>top</sub>−m).
     * Where the top score is not above the minimum the scores stay as they are. A negative minimum is the offset that
     * composites of z-scores need, most of which are negative.
     *
     * @param points what the top school gets
     * @param minimum the score that gets none, such as the least one of all schools evaluated, ranked or not
     * @return the rescaling
     */
    static Rescaling topAbove(Number points, Number minimum) {
        return new AffineRescaling(Decimals.of(points, "points"), Decimals.of(minimum, "minimum"));
    }

    /**
     * Rescales by a straight line: factor·S + offset.
     *
     * @throws IllegalArgumentException if the factor is not positive
     */
    static Rescaling affine(Number factor, Number offset) {
        BigDecimal exact = Decimals.of(factor, "factor");
        checkArgument(exact.signum() > 0, "factor %s; it must be positive, or the order would turn round", factor);
        return new LineRescaling(exact, Decimals.of(offset, "offset"));
    }

    /**
     * Rescales so that the worst school gets one number of points and the best another. Where all scores are equal,
     * all get the points of the best. More is better after it, regardless of what it was before.
     *
     * @throws IllegalArgumentException if the second is not greater
     */
    static Rescaling minMax(Number worst, Number best) {
        BigDecimal low = Decimals.of(worst, "worst");
        BigDecimal high = Decimals.of(best, "best");
        checkArgument(low.compareTo(high) < 0, "min-max from %s to %s; the second must be greater", worst, best);
        return new MinMaxRescaling(low, high);
    }

    /**
     * Returns the percentage of ranked schools whose score is worse, those of equal score, itself included, counting
     * half (mid-ranks): 100·(worse + equal/2)/n. More is better after it. One school alone gets 50.
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

/** points·(S−m)/(top−m), done on fractions. */
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

/** The ends of what is rescaled: doubles leave out most rows, exact scores decide among the rest. */
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
