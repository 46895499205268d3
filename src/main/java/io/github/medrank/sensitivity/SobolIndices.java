package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ResultList;
import io.github.medrank.TextTable;
import io.github.medrank.exact.NumberText;
import io.github.medrank.weightspace.Interval;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Sobol' indices with bootstrap intervals: the shares of an output's variance that its input factors account for.
 *
 * <p>First-order indices follow Saltelli et al. (2010, table 2, row b), total-order indices Jansen (1999). The design
 * is Saltelli's: two matrices A and B of N points from one Sobol' sequence, and for each of the k factors a copy of A
 * with one column of B. It needs N·(k+2) evaluations. The variance is that of the outputs on A and B. Intervals are
 * percentiles of the estimates on resampled rows, for which the variance is resampled too.
 *
 * <p>The output may be any function, so there is no {@code of(methodology, table)}; see {@link RankSensitivity}.
 *
 * <p>If the output does not vary, there are no indices and {@link #isConstant()} is true.
 *
 * <pre>{@code
 * var indices = SobolIndices.of(List.of("x", "y"), 256, u -> 3 * u[0] + u[1]);
 * Math.abs(indices.of("x").first() - 0.9) < 0.01 // ==> true
 * SobolIndices.of(List.of("x"), 16, u -> 7).isConstant() // ==> true
 * }</pre>
 */
@Immutable
public final class SobolIndices {
    private final ImmutableList<SobolIndex> indices;
    private final double mean;
    private final double deviation;
    private final int baseSample;
    private final long evaluations;
    private final double confidence;

    SobolIndices(
            ImmutableList<SobolIndex> indices,
            double mean,
            double deviation,
            int baseSample,
            long evaluations,
            double confidence) {
        this.indices = indices;
        this.mean = mean;
        this.deviation = deviation;
        this.baseSample = baseSample;
        this.evaluations = evaluations;
        this.confidence = confidence;
    }

    /**
     * Returns the indices of any function of independent factors, each uniform on [0, 1], with 95 % intervals from 1
     * 000 bootstrap replicates.
     *
     * @param factors the names of the factors, without repetition; at most half of {@link SobolSequence#MAX_DIMENSION}
     * @param baseSample the number N of rows, at least 2; powers of two cover the space most evenly. N·(k+2) outputs
     *     for k factors are kept, at most 2<sup>24</sup>
     * @param model returns the output for a point, finite; it must neither keep nor change the array
     * @return the indices
     * @throws IllegalArgumentException if there are too many factors or too few rows, a name is repeated, or an output
     *     is NaN or infinite
     */
    public static SobolIndices of(List<String> factors, int baseSample, ToDoubleFunction<double[]> model) {
        requireNonNull(factors, "factors");
        return of(factors, SobolSettings.USUAL.withBaseSample(baseSample), model);
    }

    /**
     * Returns the indices of any function of independent factors, each uniform on [0, 1].
     *
     * @param factors the names of the factors, without repetition; at most half of {@link SobolSequence#MAX_DIMENSION}
     * @param baseSample the number N of rows, at least 2; powers of two cover the space most evenly. N·(k+2) outputs
     *     for k factors are kept, at most 2<sup>24</sup>
     * @param replicates the number of bootstrap replicates, 1 to 100 000
     * @param confidence the coverage of the intervals, between 0 and 1, such as 0.95
     * @param seed the seed of the bootstrap; the same seed gives the same intervals
     * @param model returns the output for a point, finite; it must neither keep nor change the array
     * @return the indices
     * @throws IllegalArgumentException if an argument is out of range, a name is repeated, or an output is NaN or
     *     infinite
     */
    public static SobolIndices of(
            List<String> factors,
            int baseSample,
            int replicates,
            double confidence,
            long seed,
            ToDoubleFunction<double[]> model) {
        requireNonNull(factors, "factors");
        return of(factors, new SobolSettings(baseSample, replicates, confidence, seed), model);
    }

    static SobolIndices of(List<String> factors, SobolSettings settings, ToDoubleFunction<double[]> model) {
        ImmutableList<String> names = ImmutableList.copyOf(factors);
        checkArgument(!names.isEmpty(), "no factors; there is nothing to vary");
        checkArgument(
                names.size() * 2 <= SobolSequence.MAX_DIMENSION,
                "%s factors; there are Sobol' points for at most %s",
                names.size(),
                SobolSequence.MAX_DIMENSION / 2);
        checkArgument(names.stream().distinct().count() == names.size(), "a factor comes twice: %s", names);
        settings.checkOutputs(names.size());
        return SaltelliDesign.evaluate(names, settings.baseSample(), requireNonNull(model, "model"))
                .indices(settings);
    }

    /** Returns the indices in the order of the factors; none if the output is constant. */
    public ResultList<SobolIndex> indices() {
        return ResultList.copyOf(indices);
    }

    /**
     * Returns the index of a factor.
     *
     * @throws IllegalArgumentException if there is no such factor, or the output is constant
     */
    public SobolIndex of(String factor) {
        requireNonNull(factor, "factor");
        checkArgument(!isConstant(), "the output never varied, so no factor has an index");
        return indices.stream()
                .filter(each -> each.factor().equals(factor))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no factor \"" + factor + "\"; there are "
                        + indices.stream().map(SobolIndex::factor).toList()));
    }

    /** Returns whether the output was the same at all points of A and B. */
    public boolean isConstant() {
        return indices.isEmpty();
    }

    /** Returns the mean of the output over A and B. */
    public double mean() {
        return mean;
    }

    /**
     * Returns the variance of the output over A and B; 0 if it is constant.
     *
     * @throws IllegalStateException if it overflows or underflows a double; {@link #standardDeviation} never does
     */
    public double variance() {
        double variance = deviation * deviation;
        if (!isVarianceShown() && !isConstant()) {
            throw new IllegalStateException("the variance is the square of " + deviation
                    + ", which no double holds; standardDeviation() has its root");
        }
        return variance;
    }

    private boolean isVarianceShown() {
        double variance = deviation * deviation;
        return variance >= Double.MIN_NORMAL && variance < Double.POSITIVE_INFINITY;
    }

    /**
     * Returns the standard deviation of the output over A and B, the square root of the variance; 0 if it is constant.
     */
    public double standardDeviation() {
        return deviation;
    }

    /** Returns the number of rows of the design. */
    public int baseSample() {
        return baseSample;
    }

    /** Returns the number of evaluations of the output: N·(k+2). */
    public long evaluations() {
        return evaluations;
    }

    private String spread() {
        return isVarianceShown()
                ? ", variance " + NumberText.significant(variance())
                : ", standard deviation " + NumberText.significant(deviation);
    }

    /** Returns an aligned table of the indices with their intervals. */
    @Override
    public String toString() {
        if (isConstant()) {
            return "the output is " + NumberText.significant(mean) + " at all " + 2 * baseSample
                    + " points of the design; there is no variance to share out";
        }
        String percent = NumberText.significant(confidence * 100) + " %";
        TextTable.Builder text = TextTable.builder("Factor")
                .right("first order")
                .right(percent)
                .right("total")
                .right(percent);
        for (SobolIndex each : indices) {
            text.row(
                    each.factor(),
                    three(each.first()),
                    three(each.firstInterval()),
                    three(each.total()),
                    three(each.totalInterval()));
        }
        return text.note("mean " + NumberText.significant(mean) + spread() + "; base sample " + baseSample + ", "
                        + evaluations + " evaluations")
                .build()
                .toString();
    }

    static String three(Interval interval) {
        return three(interval.low()) + " to " + three(interval.high());
    }

    static String three(double value) {
        return NumberText.fixed(value, 3);
    }

    /** The index of a factor. */
    @Immutable
    record Index(String factor, double first, Interval firstInterval, double total, Interval totalInterval)
            implements SobolIndex {
        @Override
        public String toString() {
            return factor + ": first order " + three(first) + " (" + three(firstInterval) + "), total " + three(total)
                    + " (" + three(totalInterval) + ")";
        }
    }
}
