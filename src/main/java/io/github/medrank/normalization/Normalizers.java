package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Normalizer;
import io.github.medrank.Row;
import java.util.Map;

/**
 * Provides the normalizers of this library.
 *
 * <p>Each normalizer applies the indicator's direction before it scales, so that more is always better on the resulting
 * scale; only {@link #identity()} leaves the direction unchanged. Missing cells stay missing. If a formula has no
 * result for a value, such as the logarithm of 0, the value becomes missing as undefined, and never NaN; a ranker that
 * needs the value then names the school and the indicator. No result depends on the order of rows, down to the last
 * bit.
 *
 * <p>"Monotone" means that, in a weighted arithmetic mean with fixed weights, a school never falls if one of its values
 * improves and the rest of the table is unchanged. "Independent of other schools" is stronger: the order of any two
 * other schools does not change either, and the school never falls in any ranker that promises the same. Every scale
 * keeps the order of one indicator's values.
 *
 * <pre>{@code
 * var ratio = Indicator.of("students-per-teacher").withDirection(Direction.LOWER_IS_BETTER);
 * Normalizers.minMax(0, 100).fit(Column.of(ratio, 5, 10, 15)).apply(10) // ==> 50.0
 * Normalizers.percentOfMaximum().fit(Column.of(ratio, 5, 10, 15)).apply(10) // ==> 50.0
 * }</pre>
 */
public final class Normalizers {
    private Normalizers() {}

    /** Leaves values and direction unchanged. Monotone; independent of other schools. */
    public static Normalizer identity() {
        return Normalizer.identity();
    }

    /**
     * Scales by min–max: low + (x − worst) / (best − worst) · (high − low). The worst school gets exactly low, and the
     * best exactly high.
     *
     * <p>Equal values, and a single value, get the middle of the range, because they do not distinguish the schools.
     * Values outside a frozen reference extend beyond the range. Monotone; but a new best or worst value moves the
     * values of all other schools, which may change their order. O(n).
     *
     * @param low what the worst value becomes; use a number above 0 if a geometric mean follows
     * @param high what the best value becomes
     * @throws IllegalArgumentException if low is not less than high, or either is not finite
     */
    public static Normalizer minMax(double low, double high) {
        return new MinMax(low, high, false);
    }

    /**
     * Scales by min–max of the natural logarithms. The base of the logarithm makes no difference.
     *
     * <p>Zero and negative values become undefined. Otherwise it behaves as {@link #minMax}. Places are exact up to the
     * 42 decimals to which the logarithms of primes are computed.
     *
     * @throws IllegalArgumentException if low is not less than high, or either is not finite
     */
    public static Normalizer logMinMax(double low, double high) {
        return new MinMax(low, high, true);
    }

    /**
     * Scales to the percentage of the way between two fixed values: 100·(x − low) / (high − low), or 100·(high − x) /
     * (high − low) where less is better. The result is clipped to 0 and 100, as the Human Development Index does at its
     * goalposts (UNDP 2010).
     *
     * <p>Monotone, and independent of other schools.
     *
     * @param low the lower value, in the indicator's unit
     * @param high the higher value
     * @throws IllegalArgumentException if low is not less than high, or either is not finite
     */
    public static Normalizer goalposts(double low, double high) {
        return new Goalposts(low, high, true);
    }

    /**
     * Scales as {@link #goalposts} without clipping, so that values outside the goalposts give results below 0 or above
     * 100.
     *
     * @throws IllegalArgumentException if low is not less than high, or either is not finite
     */
    public static Normalizer goalpostsUnclipped(double low, double high) {
        return new Goalposts(low, high, false);
    }

    /**
     * Scales to the percentage of the best value: 100·x / max (ARWU, HEEACT 2011), or 100·min / x where less is better.
     *
     * <p>Equal values, and a single value, get 100; but if all values are 0 and more is better, each gets 0. A negative
     * value becomes undefined, because it is not a part of a whole. Monotone; but the best school's value scales the
     * values of all other schools. O(n).
     *
     * <p>Fitting refuses a maximum that is not positive and, where less is better, a minimum that is not positive. The
     * message names the indicator and the value. Other software reverses the order in these cases.
     */
    public static Normalizer percentOfMaximum() {
        return new PercentOfMaximum(false);
    }

    /**
     * Scales to 100·√(x / max) (ShanghaiRanking's Global Ranking of Academic Subjects since 2017), or 100·√(min / x)
     * where less is better. Otherwise it behaves as {@link #percentOfMaximum()}.
     */
    public static Normalizer sqrtOfPercentOfMaximum() {
        return new PercentOfMaximum(true);
    }

    /**
     * Scales to the standard score, with the standard deviation of a population. See {@link ZScore} for options and
     * edge cases.
     */
    public static ZScore zScore() {
        return new ZScore(false, 1, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Scales to 100·Φ(z) of the population z-score; equal values get 50. See {@link #normalCdf(ZScore)}. */
    public static Normalizer normalCdf() {
        return normalCdf(zScore());
    }

    /**
     * Scales to 100·Φ(z), the percentage of a normal population that is worse. Φ is the distribution function of the
     * standard normal distribution.
     *
     * <p>The result is in [0, 100]. Not monotone, as {@link ZScore}. The last bits of Φ may differ between Java
     * runtimes.
     *
     * @param z how the standard score z is computed
     */
    public static Normalizer normalCdf(ZScore z) {
        return new NormalScore(requireNonNull(z, "z"));
    }

    /**
     * Scales to 50 + 10·z, where z is the population z-score (McCall 1922); equal values get 50. Not monotone, as
     * {@link ZScore}.
     */
    public static Normalizer tScore() {
        return tScore(zScore());
    }

    /** Scales to 50 + 10·z, with the given options for z. Not monotone, as {@link ZScore}. */
    public static Normalizer tScore(ZScore z) {
        return ShiftedZScore.tScore(requireNonNull(z, "z"));
    }

    /**
     * Scales to 100·(worse + equal / 2) / n, where a school counts as equal to itself. This is the mean of the weak and
     * the strict definition, and Hazen's formula for values without ties.
     *
     * <p>The result is in (0, 100); equal values get 50. Monotone; but a school that is overtaken on one indicator
     * loses on it.
     * O(n log n).
     */
    public static Normalizer percentileRankMean() {
        return PercentileRank.MEAN;
    }

    /**
     * Scales to 100·(worse or equal) / n, the cumulative distribution; the best value gets 100. Otherwise it behaves as
     * {@link #percentileRankMean()}.
     */
    public static Normalizer percentileRankWeak() {
        return PercentileRank.WEAK;
    }

    /** Scales to 100·worse / n; the worst value gets 0. Otherwise it behaves as {@link #percentileRankMean()}. */
    public static Normalizer percentileRankStrict() {
        return PercentileRank.STRICT;
    }

    /**
     * Scales to the rank, from 1 for the worst value to n for the best. Schools with equal values share the mean of
     * their ranks, so equal values get (n + 1) / 2 each. Monotone, as {@link #percentileRankMean()}. O(n log n).
     */
    public static Normalizer rank() {
        return PercentileRank.POSITION;
    }

    /**
     * Scales by two straight lines: worst → low, median → middle, best → high. URAP uses this form; its three numbers
     * could not be found.
     *
     * <p>A value equal to the median gets the middle, even if it is also the worst or the best; so equal values get the
     * middle. Monotone; but if the median moves, all values move. O(n log n).
     *
     * @throws IllegalArgumentException if the three numbers are not in ascending order or not finite
     */
    public static Normalizer piecewiseLinearAtMedian(double low, double middle, double high) {
        return new KneeAtMedian(low, middle, high);
    }

    /**
     * Scales by a value function: straight lines between given points, and constant before the first and after the
     * last.
     *
     * <p>Only the points say what is good; the indicator's direction is ignored. Independent of other schools; monotone
     * if the points rise towards better values.
     *
     * @param worth some raw values, each with the value that it is worth
     * @throws IllegalArgumentException if there is no point, or a coordinate is not finite
     */
    public static Normalizer valueFunction(Map<? extends Number, ? extends Number> worth) {
        requireNonNull(worth, "worth");
        return ValueFunction.of(worth);
    }

    /**
     * Scales to the percentage of a reference school's values: 100·x / reference, or 100·reference / x where less is
     * better. The OECD handbook calls this the distance to a reference (OECD and JRC 2008, section 5.4).
     *
     * <p>Monotone, and independent of other schools, because the reference's values are those of the given row, even if
     * the school is itself ranked. A negative value becomes undefined, because it is not a part of a whole; so does 0
     * where less is better. Fitting refuses an indicator for which the reference has no value above 0, and names it.
     *
     * <pre>{@code
     * var papers = Indicator.of("papers");
     * var table = IndicatorTable.builder(papers).row(School.of("Oxford"), 80).row(School.of("Yale"), 60).build();
     * Normalizers.percentOfReference(table.row(0)).fit(table.column(papers)).apply(60) // ==> 75.0
     * }</pre>
     *
     * @param reference the school's values, such as {@code table.row(table.rowOf("Oxford").getAsInt())}
     */
    public static Normalizer percentOfReference(Row reference) {
        requireNonNull(reference, "reference");
        return new Reference.Percent(Reference.of(reference));
    }

    /**
     * Scales to the percentage of the way from the worst value to a reference school's value: 100·(x − worst) /
     * (reference − worst), which exceeds 100 for better values. This is COINr's {@code n_dist2ref} (Becker and others
     * 2022), in percent and with the direction applied.
     *
     * <p>Not monotone: if the worst value improves, schools above the reference rise and the others fall. Fitting
     * refuses an indicator for which the reference has no value, or a value no better than the worst, and names it.
     * O(n).
     *
     * <pre>{@code
     * var papers = Indicator.of("papers");
     * var table = IndicatorTable.builder(papers).row(School.of("Oxford"), 80).row(School.of("Yale"), 40)
     *         .row(School.of("UCL"), 90).build();
     * Normalizers.distanceToReference(table.row(0)).fit(table.column(papers)).apply(90) // ==> 125.0
     * }</pre>
     *
     * @param reference the school's values, such as {@code table.row(table.rowOf("Oxford").getAsInt())}
     */
    public static Normalizer distanceToReference(Row reference) {
        requireNonNull(reference, "reference");
        return new Reference.Distance(Reference.of(reference));
    }

    /**
     * Scales with a normalizer that is fitted once on a reference population, such as an earlier edition or a larger
     * list.
     *
     * <p>Monotone, and independent of other schools, because the ranked schools do not change the scale.
     *
     * @param normalizer the normalizer to fit
     * @param reference the values of the reference population; used only for the indicator of this column
     */
    public static Normalizer frozen(Normalizer normalizer, Column reference) {
        requireNonNull(reference, "reference");
        return new Frozen(requireNonNull(normalizer, "normalizer"), ImmutableMap.of(reference.indicator(), reference));
    }

    /**
     * Scales with a normalizer that is fitted once on a reference table, for each of its indicators. See
     * {@link #frozen(Normalizer, Column)}.
     */
    public static Normalizer frozen(Normalizer normalizer, IndicatorTable reference) {
        requireNonNull(reference, "reference");
        ImmutableMap.Builder<Indicator, Column> columns = ImmutableMap.builder();
        reference.columns().forEach(column -> columns.put(column.indicator(), column));
        return new Frozen(requireNonNull(normalizer, "normalizer"), columns.buildOrThrow());
    }
}
