package io.github.medrank.published;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.ExactScale;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;
import io.github.medrank.normalization.Normalizers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The scaling that QS describes: a z-score, its position on the normal curve, and a rescaling that maps the least of
 * the reference population to 1 and the greatest to 100.
 *
 * <p>{@link Qs#documentedScaling()} returns it. Mean and deviation are those of the reference population unless given.
 * QS uses those of the top institutions of an indicator, without stating how many. Results are exact in the same sense
 * as those of {@link Normalizers#normalCdf()}. With given moments and without rescaling, a better value never gives
 * fewer points, and no school's points depend on another's. A value outside the population's range gets less than 1 or
 * more than 100. If the population does not vary, or has no value, every value is undefined. O(n) for a population of
 * n.
 *
 * <pre>{@code
 * var wur2011 = Qs.documentedScaling().withMeanAndDeviation(69.31, 57.54).unstretched();
 * var points = wur2011.fit(Column.of(Qs.ACADEMIC_REPUTATION, 126.85)).apply(126.85);
 * Math.round(points * 100) / 100.0 // ==> 84.13
 * }</pre>
 */
@Immutable
public final class QsDocumentedScaling implements Normalizer {
    static final QsDocumentedScaling STANDARD = new QsDocumentedScaling(false, true, Optional.empty());

    private final boolean sample;
    private final boolean stretched;
    private final Optional<Moments> given;

    private QsDocumentedScaling(boolean sample, boolean stretched, Optional<Moments> given) {
        this.sample = sample;
        this.stretched = stretched;
        this.given = given;
    }

    /** Returns a copy that divides by n − 1 instead of n. Which one QS uses was not found. */
    public QsDocumentedScaling withSampleDeviation() {
        return new QsDocumentedScaling(true, stretched, given);
    }

    /**
     * Returns a copy with a given mean and standard deviation.
     *
     * @param mean a finite number
     * @param deviation a positive, finite number
     * @return the copy
     * @throws IllegalArgumentException if the mean is not finite, or the deviation is not positive and finite
     */
    public QsDocumentedScaling withMeanAndDeviation(double mean, double deviation) {
        checkArgument(
                Double.isFinite(mean) && deviation > 0 && deviation < Double.POSITIVE_INFINITY,
                "mean %s, deviation %s; both are finite, and the deviation is positive",
                mean,
                deviation);
        return new QsDocumentedScaling(sample, stretched, Optional.of(new Moments(mean, deviation)));
    }

    /** Returns a copy whose points are 100·Φ(z), not stretched to 1–100. */
    public QsDocumentedScaling unstretched() {
        return new QsDocumentedScaling(sample, false, given);
    }

    @Override
    public Scale fit(Column reference) {
        requireNonNull(reference, "reference");
        if (given.isEmpty() && !(deviation(reference) > 0)) {
            return value -> Double.NaN;
        }
        Scale curve = Normalizers.normalCdf(
                        given.map(each -> Normalizers.zScore().withMeanAndDeviation(each.mean, each.deviation))
                                .orElse(sample ? Normalizers.zScore().sample() : Normalizers.zScore()))
                .fit(reference);
        return stretched ? new LinearScaling(1, 100).after((ExactScale) curve, reference) : curve;
    }

    private double deviation(Column reference) {
        return (sample ? reference.sampleStandardDeviation() : reference.populationStandardDeviation()).orElse(0);
    }

    /** Returns whether the other object is this scaling with equal parameters. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof QsDocumentedScaling that
                && sample == that.sample
                && stretched == that.stretched
                && given.equals(that.given);
    }

    @Override
    public int hashCode() {
        return given.hashCode() * 4 + (sample ? 1 : 0) + (stretched ? 2 : 0);
    }

    /** Returns the steps as text. */
    @Override
    public String toString() {
        String moments = given.map(fixed -> "mean " + fixed.mean + ", deviation " + fixed.deviation)
                .orElse(sample ? "sample deviation" : "population deviation");
        return "z-score (" + moments + "), normal curve" + (stretched ? ", 1 to 100" : ", 0 to 100 not stretched");
    }

    /** A mean and a standard deviation. */
    @Immutable
    private record Moments(double mean, double deviation) {}
}
