package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.ExactScale;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.exact.Decimals;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The standard score (x − mean) / standard deviation, or (mean − x) / standard deviation where less is better, with an
 * optional factor and clipping.
 *
 * <p>The mean and the standard deviation are correctly rounded, so the result does not depend on the order of rows,
 * down to the last bit. Equal values, and a single value, get 0, because they equal the mean. If all values of a frozen
 * reference are equal, any other value is undefined, and its cell becomes missing. Missing values are ignored. Not
 * monotone: improving a school changes the standard deviation, which may move others past it. O(n).
 *
 * <pre>{@code
 * var column = Column.of(Indicator.of("papers"), 2, 4, 6);
 * Normalizers.zScore().sample().fit(column).apply(6) // ==> 1.0
 * Normalizers.zScore().sample().times(10).clipped(-5, 5).fit(column).apply(6) // ==> 5.0
 * }</pre>
 */
@Immutable
public final class ZScore implements Normalizer {
    private static final double LARGEST_SUM = 0x1p50;

    private final boolean ofSample;
    private final double factor;
    private final double divisor;
    private final double low;
    private final double high;
    private final Optional<Given> given;

    /** A fixed mean and standard deviation. */
    @Immutable
    private record Given(double mean, double deviation) {}

    ZScore(boolean ofSample, double factor, double divisor, double low, double high) {
        this(ofSample, factor, divisor, low, high, Optional.empty());
    }

    private ZScore(boolean ofSample, double factor, double divisor, double low, double high, Optional<Given> given) {
        checkArgument(
                factor > 0 && factor < Double.POSITIVE_INFINITY && divisor > 0 && divisor < Double.POSITIVE_INFINITY,
                "z-score times %s, divided by %s; both must be greater than zero",
                factor,
                divisor);
        checkArgument(low < high, "z-score clipped to [%s, %s]; the first must be less than the second", low, high);
        this.ofSample = ofSample;
        this.factor = factor;
        this.divisor = divisor;
        this.low = low;
        this.high = high;
        this.given = given;
    }

    /** Returns a copy that uses the standard deviation of a sample, which divides by n − 1. */
    public ZScore sample() {
        return new ZScore(true, factor, divisor, low, high, given);
    }

    /**
     * Returns a copy that uses the standard deviation of a population, which divides by n. This is the default of
     * {@code zScore()}.
     */
    public ZScore population() {
        return new ZScore(false, factor, divisor, low, high, given);
    }

    /**
     * Returns a copy that multiplies the score by a factor, in place of the current factor.
     *
     * @throws IllegalArgumentException if the factor is not greater than zero
     */
    public ZScore times(double newFactor) {
        return new ZScore(ofSample, newFactor, divisor, low, high, given);
    }

    /**
     * Returns a copy that divides the score by a number, in place of the current divisor. An example is the 3 that
     * reduces the spread of student satisfaction in the Complete University Guide.
     *
     * @throws IllegalArgumentException if the divisor is not greater than zero
     */
    public ZScore dividedBy(double newDivisor) {
        return new ZScore(ofSample, factor, newDivisor, low, high, given);
    }

    /**
     * Returns a copy that clips the score to a range, after the factor is applied.
     *
     * @throws IllegalArgumentException if the lower end is not less than the upper end
     */
    public ZScore clipped(double lowest, double highest) {
        return new ZScore(ofSample, factor, divisor, lowest, highest, given);
    }

    /**
     * Returns a normalizer that adds a number after all other steps, such as the 100 of Mazziotta and Pareto's scale
     * with mean 100 and standard deviation 10.
     *
     * <pre>{@code
     * Normalizers.zScore().sample().times(10).plus(100).fit(Column.of(Indicator.of("papers"), 2, 4, 6))
     *         .apply(6) // ==> 110.0
     * }</pre>
     *
     * @throws IllegalArgumentException if the number is not finite
     */
    public Normalizer plus(double shift) {
        return new ShiftedZScore(this, 1, shift);
    }

    /**
     * Returns a copy that uses a fixed mean and standard deviation, such as those of a population whose values are not
     * all known. One school's value then has no effect on the score of another.
     *
     * <pre>{@code
     * Normalizers.zScore().withMeanAndDeviation(50, 10).fit(Column.of(Indicator.of("papers"), 40))
     *         .apply(40) // ==> -1.0
     * }</pre>
     *
     * @throws IllegalArgumentException if the mean is not finite, or the deviation is not positive and finite
     */
    public ZScore withMeanAndDeviation(double mean, double deviation) {
        checkArgument(
                Double.isFinite(mean) && deviation > 0 && deviation < Double.POSITIVE_INFINITY,
                "mean %s, deviation %s; both are finite, and the deviation is positive",
                mean,
                deviation);
        return new ZScore(ofSample, factor, divisor, low, high, Optional.of(new Given(mean, deviation)));
    }

    /**
     * Returns a normalizer that uses the mean and standard deviation of a reference population. See
     * {@link Normalizers#frozen}.
     */
    public Normalizer frozenOn(Column reference) {
        requireNonNull(reference, "reference");
        return Normalizers.frozen(this, reference);
    }

    /**
     * Fits the scale. It is exact up to one square root of 40 digits, so that values that tie by arithmetic tie.
     *
     * @param reference the values of the reference population
     * @return the fitted scale
     */
    @Override
    public ExactScale fit(Column reference) {
        requireNonNull(reference, "reference");
        if (given.isPresent()) {
            return Exactly.clipped(asGiven(reference, given.get()), low, high);
        }
        if (reference.mean().isEmpty()) {
            return new Exactly(value -> Double.NaN, value -> Rational.ZERO, values -> 0);
        }
        double mean = reference.mean().getAsDouble();
        double deviation = ofSample
                ? reference.sampleStandardDeviation().orElse(0)
                : reference.populationStandardDeviation().orElse(0);
        return Exactly.clipped(
                deviation == 0 ? Exactly.only(reference, Rational.ZERO) : standard(reference, mean, deviation),
                low,
                high);
    }

    private ExactScale asGiven(Column reference, Given moments) {
        Rational times = times(reference).dividedBy(Rational.of(moments.deviation()));
        double run = (times.signum() > 0 ? moments.deviation() : -moments.deviation()) * divisor;
        double within = Line.within(Math.max(Math.abs(moments.mean()), moments.deviation()));
        return new Line(
                1,
                within,
                moments.mean() * within,
                factor,
                run * within,
                0,
                factor,
                0,
                () -> new Line.Coefficients(
                        times, Rational.of(moments.mean()).times(times).negate()));
    }

    /** The factor divided by the divisor, negated where less is better. */
    private Rational times(Column reference) {
        boolean more = reference.indicator().direction() == Direction.HIGHER_IS_BETTER;
        return Rational.of(more ? factor : -factor).dividedBy(Rational.of(divisor));
    }

    private ExactScale standard(Column reference, double mean, double deviation) {
        boolean more = reference.indicator().direction() == Direction.HIGHER_IS_BETTER;
        Rational times = times(reference);
        Supplier<Line.Coefficients> exact = () -> Standardization.coefficients(reference, ofSample, times);
        double run = (more ? deviation : -deviation) * divisor;
        // n·x − Σx in units of the last decimal is a whole number, and the double of Σx is near enough to tell which.
        double n = reference.size() - reference.missing();
        double unit = reference.decimals() < 0 ? 1 : Decimals.power(reference.decimals());
        if (reference.decimals() >= 0 && reference.magnitude() * unit * n < LARGEST_SUM) {
            return new Line(unit, n, Math.rint(mean * n * unit), factor, run * n * unit, 0, factor, 0, exact);
        }
        // So far may mean and deviation be from those of the exact values.
        double off = 4 * reference.errorBound() / deviation * Math.max(1, 1 / divisor);
        double within = Line.within(Math.max(Math.abs(mean), deviation));
        return new Line(1, within, mean * within, factor, run * within, 0, factor, off, exact);
    }

    /** Returns whether the other object is a z-score with equal options. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ZScore that
                && ofSample == that.ofSample
                && factor == that.factor
                && divisor == that.divisor
                && low == that.low
                && high == that.high
                && given.equals(that.given);
    }

    @Override
    public int hashCode() {
        return Objects.hash(ofSample, factor, divisor, low, high, given);
    }

    /** Returns the options as text, such as {@code z-score (sample) × 10, clipped to [-5, 5]}. */
    @Override
    public String toString() {
        return "z-score ("
                + given.map(each -> "mean " + Text.number(each.mean()) + ", deviation " + Text.number(each.deviation()))
                        .orElse(ofSample ? "sample" : "population")
                + ")"
                + (factor == 1 ? "" : " × " + Text.number(factor))
                + (divisor == 1 ? "" : " / " + Text.number(divisor))
                + (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY
                        ? ""
                        : ", clipped to " + Text.range(low, high));
    }
}
