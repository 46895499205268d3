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
 * The normalizers this library has.
 *
 * <p>Each takes care of the indicator's direction once, before it scales: on the scale more is better, regardless of
 * what it was before; {@link #identity()} alone leaves the direction as it is. Each leaves missing cells missing. A
 * value for which a formula has no result, such as the logarithm of 0, becomes missing as undefined, never NaN; a
 * ranker that cannot do without it then names the school and the indicator. No result depends on the order of the rows,
 * to the last bit.
 *
 * <p>"Monotone" below means: in a weighted arithmetic mean with fixed weights, a school whose value improves, the rest
 * equal, never falls. "Independent of other schools" means more: nor does the order of any two others change, and the
 * school never falls in any other ranker that promises the same. Every scale keeps the order of one indicator's values.
 *
 * <pre>{@code
 * var ratio = Indicator.of("students-per-teacher").withDirection(Direction.LOWER_IS_BETTER);
 * Normalizers.minMax(0, 100).fit(Column.of(ratio, 5, 10, 15)).apply(10) // ==> 50.0
 * Normalizers.percentOfMaximum().fit(Column.of(ratio, 5, 10, 15)).apply(10) // ==> 50.0
 * }</pre>
 */
public final class Normalizers {
    private Normalizers() {}

    /** Leaves values and direction as they are. Monotone; independent of other schools. */
    public static Normalizer identity() {
        return Normalizer.identity();
    }

    /**
     * Scales by min–max: low + (x − worst) / (best − worst) · (high − low), so that the worst school gets exactly low
     * and the best exactly high.
     *
     * <p>Equal values, and a single one, get the middle of the range: they tell no school from another, so they neither
     * lift nor sink a score. Values outside a frozen reference go on beyond the range. Monotone; but a new best or
     * worst value moves the values of all other schools, which may change their order. O(n).
     *
     * @param low what the worst gets; above 0 where a geometric mean follows
     * @param high what the best gets
     * @throws IllegalArgumentException if low is not less than high, or one is not finite
     */
    public static Normalizer minMax(double low, double high) {
        return new MinMax(low, high, false);
    }

    /**
     * Scales by min–max of the natural logarithms; the base cancels out.
     *
     * <p>Zero and negative values become undefined; otherwise as {@link #minMax}. Places
     * are exact but for the 42 decimals of the logarithms of primes.
     *
     * @throws IllegalArgumentException if low is not less than high, or one is not finite
     */
    public static Normalizer logMinMax(double low, double high) {
        return new MinMax(low, high, true);
    }

    /**
     * Scales to percent of the way between two fixed values: 100·(x − low) / (high − low), or 100·(high − x) / (high −
     * low) where less is better; cut off at 0 and 100, as the Human Development Index does at its goalposts (UNDP
     * 2010).
     *
     * <p>Monotone, and independent of other schools.
     *
     * @param low the lower value, in the indicator's unit
     * @param high the higher value
     * @throws IllegalArgumentException if low is not less than high, or one is not finite
     */
    public static Normalizer goalposts(double low, double high) {
        return new Goalposts(low, high, true);
    }

    /**
     * Scales as {@link #goalposts}, but below 0 and above 100 for values outside: the distance to a target.
     *
     * @throws IllegalArgumentException if low is not less than high, or one is not finite
     */
    public static Normalizer goalpostsUnclipped(double low, double high) {
        return new Goalposts(low, high, false);
    }

    /**
     * Scales to percent of the best: 100·x / max (ARWU, HEEACT 2011), or 100·min / x where less is better.
     *
     * <p>Equal values, and a single one, get 100; only if all are 0 and more is better, 0 each. A negative value
     * becomes undefined, since it is no part of a whole. Monotone; but the best school's value scales those of all
     * others. O(n).
     *
     * <p>When fitted it refuses, naming the indicator and the value, what other software turns upside down: a maximum
     * that is not positive, and, where less is better, a minimum that is not.
     */
    public static Normalizer percentOfMaximum() {
        return new PercentOfMaximum(false);
    }

    /**
     * Scales to 100·√(x / max) (ShanghaiRanking's Global Ranking of Academic Subjects 2017–), or 100·√(min / x) where
     * less is better. Otherwise as {@link #percentOfMaximum()}.
     */
    public static Normalizer sqrtOfPercentOfMaximum() {
        return new PercentOfMaximum(true);
    }

    /**
     * Scales to the standard score with the deviation of a population; see {@link ZScore} for its options and edge
     * cases.
     */
    public static ZScore zScore() {
        return new ZScore(false, 1, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Scales to 100·Φ(z) of the population z-score; equal values get 50. See {@link #normalCdf(ZScore)}. */
    public static Normalizer normalCdf() {
        return normalCdf(zScore());
    }

    /**
     * Scales to 100·Φ(z), where Φ is the distribution function of the standard normal distribution: the percentage of a
     * normal population that is worse.
     *
     * <p>In [0, 100]. Not monotone, as {@link ZScore}. The last bits of Φ may differ between Java runtimes.
     *
     * @param z how z is computed
     */
    public static Normalizer normalCdf(ZScore z) {
        return new NormalScore(requireNonNull(z, "z"));
    }

    /**
     * Scales to 50 + 10·z of the population z-score (McCall 1922); equal values get 50. Not monotone, as
     * {@link ZScore}.
     */
    public static Normalizer tScore() {
        return tScore(zScore());
    }

    /** Scales to 50 + 10·z. Not monotone, as {@link ZScore}. */
    public static Normalizer tScore(ZScore z) {
        return ShiftedZScore.tScore(requireNonNull(z, "z"));
    }

    /**
     * Scales to 100·(worse + equal / 2) / n, where the school itself is among the equal: the mean of the weak and the
     * strict definition; Hazen's for values without ties.
     *
     * <p>In (0, 100); equal values get 50. Monotone; but overtaking a school on one indicator takes something from it.
     * O(n log n).
     */
    public static Normalizer percentileRankMean() {
        return PercentileRank.MEAN;
    }

    /**
     * Scales to 100·(worse or equal) / n, the cumulative distribution; the best gets 100. As
     * {@link #percentileRankMean()}.
     */
    public static Normalizer percentileRankWeak() {
        return PercentileRank.WEAK;
    }

    /** Scales to 100·worse / n; the worst gets 0. As {@link #percentileRankMean()}. */
    public static Normalizer percentileRankStrict() {
        return PercentileRank.STRICT;
    }

    /**
     * Scales to the rank from 1 for the worst to n for the best; schools of equal value share the mean of their ranks,
     * so equal values get (n + 1) / 2 each. Monotone, as {@link #percentileRankMean()}. O(n log n).
     */
    public static Normalizer rank() {
        return PercentileRank.POSITION;
    }

    /**
     * Scales to two straight lines: worst → low, median → middle, best → high (URAP, whose three numbers were not
     * found).
     *
     * <p>A value equal to the median gets the middle, also where it is the worst or the best; so equal values get the
     * middle. Monotone; but where the median moves, all values move. O(n log n).
     *
     * @throws IllegalArgumentException if the three do not ascend or are not finite
     */
    public static Normalizer piecewiseLinearAtMedian(double low, double middle, double high) {
        return new KneeAtMedian(low, middle, high);
    }

    /**
     * Scales by a value function: straight lines through given points, level beyond the first and the last.
     *
     * <p>The points alone say what is good; the indicator's direction is ignored. Independent of other schools;
     * monotone where the points ascend with more of what is better.
     *
     * @param worth for some raw values what they are worth
     * @throws IllegalArgumentException if there is no point, or a coordinate is not finite
     */
    public static Normalizer valueFunction(Map<? extends Number, ? extends Number> worth) {
        requireNonNull(worth, "worth");
        return ValueFunction.of(worth);
    }

    /**
     * Returns a scale on which a school's own values are 100: 100·x / its value, or 100·its value / x where less is
     * better; the OECD handbook's distance to a reference (OECD and JRC 2008, section 5.4).
     *
     * <p>Monotone, and independent of other schools, as the reference's values are those it has in the given row,
     * before or after the school is ranked itself. A negative value becomes undefined, since it is no part of a whole;
     * so does 0 where less is better. When fitted it refuses, by name, an indicator for which the reference has no
     * value above 0.
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
     * Returns a scale of percent of the way from the worst value to a school's own: 100·(x − worst) / (its value −
     * worst), above 100 for better ones; COINr's {@code n_dist2ref} (Becker and others 2022), in percent, with
     * direction.
     *
     * <p>Not monotone: where the worst value improves, schools above the reference rise and the others fall. When
     * fitted it refuses, by name, an indicator for which the reference has no value, or one no better than the worst.
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
     * Returns a normalizer fitted once and for all on a reference population: an earlier edition, or a larger list.
     *
     * <p>Monotone, and independent of other schools: those that are ranked do not move it.
     *
     * @param normalizer what to fit
     * @param reference the values of the reference population; used for the indicator it has, and no other
     */
    public static Normalizer frozen(Normalizer normalizer, Column reference) {
        requireNonNull(reference, "reference");
        return new Frozen(requireNonNull(normalizer, "normalizer"), ImmutableMap.of(reference.indicator(), reference));
    }

    /** Scales as {@link #frozen(Normalizer, Column)}, for each indicator of a reference table. */
    public static Normalizer frozen(Normalizer normalizer, IndicatorTable reference) {
        requireNonNull(reference, "reference");
        ImmutableMap.Builder<Indicator, Column> columns = ImmutableMap.builder();
        reference.columns().forEach(column -> columns.put(column.indicator(), column));
        return new Frozen(requireNonNull(normalizer, "normalizer"), columns.buildOrThrow());
    }
}
