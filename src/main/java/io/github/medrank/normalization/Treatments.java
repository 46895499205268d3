package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Treatment;
import java.util.Optional;

/**
 * Provides the transforms of raw values. To fill missing values, see {@link Imputations}.
 *
 * <p>Each transform applies to all indicators of a table; use {@link #on} to restrict it to some. Missing cells stay
 * missing, and filled cells stay filled. If a formula has no result for a value, the value becomes missing as
 * undefined. Only {@link #reciprocal()} changes the indicator's direction, because it reverses the order. Results are
 * exact numbers, such as the fraction 1/3, and doubles only approximate them ({@link io.github.medrank.Column#exact}).
 * No result depends on the order of rows.
 *
 * <p>The transforms {@code log}, {@code sqrt}, {@code reciprocal} and {@code ratioTo} use one school at a time, and are
 * monotone. The caps use all schools and keep the order of the values; they are monotone only for values that they
 * leave unchanged.
 *
 * <pre>{@code
 * var papers = Indicator.of("papers");
 * var table = IndicatorTable.builder(papers).row(School.of("Oxford"), 9).row(School.of("Yale"), 4).build();
 * Treatments.sqrt().apply(table).cell(School.of("Yale"), papers) // ==> 2
 * }</pre>
 */
public final class Treatments {
    private Treatments() {}

    /**
     * Replaces each value by its natural logarithm, which is undefined for zero and negative values. Results are exact
     * up to the 42 decimals to which the logarithms of primes are computed, so that equal products tie.
     *
     * <pre>{@code
     * var papers = Indicator.of("papers");
     * var logs = Treatments.log().apply(IndicatorTable.builder(papers)
     *         .row(School.of("A"), 2).row(School.of("B"), 8).row(School.of("C"), 4).build()).column(papers);
     * logs.exact(0).plus(logs.exact(1)).equals(logs.exact(2).plus(logs.exact(2))) // ==> true
     * }</pre>
     */
    public static Treatment log() {
        return log(0);
    }

    /**
     * Replaces x by ln(x + c), such as c = 1 for counts that may be 0 (CWUR by subject). The result is undefined if x +
     * c is not above zero.
     *
     * @throws IllegalArgumentException if c is not finite
     */
    public static Treatment log(double c) {
        return new Transform.Logarithm(c);
    }

    /**
     * Replaces each value by its square root, which is undefined for negative values. Results are exact up to the 40
     * digits to which the roots of primes are computed. A normalizer that divides one root by another does not simplify
     * the quotient, so √2/√6 and 1/√3 do not tie; under {@link Normalizers#sqrtOfPercentOfMaximum()} they do.
     */
    public static Treatment sqrt() {
        return Transform.ROOT;
    }

    /**
     * Replaces x by 1 / x, which is undefined for zero and negative values. The indicator's direction is reversed, and
     * the order of the schools stays: students per teacher, of which fewer are better, become teachers per student.
     */
    public static Treatment reciprocal() {
        return Transform.RECIPROCAL;
    }

    /**
     * Replaces each value by its ratio to another indicator of the same table. The other indicator stays unchanged, and
     * may be given a weight of zero.
     *
     * <p>The ratio is undefined if the denominator is zero or negative. If the denominator is missing, so is the ratio,
     * for the same reason. The ratio of a filled cell counts as filled.
     *
     * @param denominator the indicator to divide by, such as the number of staff
     */
    public static Treatment ratioTo(Indicator denominator) {
        return new Ratio(requireNonNull(denominator, "denominator"), Optional.empty());
    }

    /**
     * Replaces each value by its ratio to an indicator of another table. Rows are matched by school; if the other table
     * lacks a school, its value becomes missing as not reported. Otherwise it behaves as {@link #ratioTo(Indicator)}.
     */
    public static Treatment ratioTo(IndicatorTable table, Indicator denominator) {
        requireNonNull(table, "table");
        requireNonNull(denominator, "denominator");
        return new Ratio(denominator, Optional.of(table.select(ImmutableSet.of(denominator))));
    }

    /**
     * Winsorises by count: the {@code lowest} lowest values are raised to the next higher one, and the {@code highest}
     * highest are lowered to the next lower one.
     *
     * @throws IllegalArgumentException if a number is negative; when applied, if no value of an indicator remains
     *     between
     */
    public static Treatment winsorized(int lowest, int highest) {
        return new Winsorized(lowest, highest);
    }

    /**
     * Winsorises by shape: while |G1| and G2 both exceed their thresholds, one more value at the end of the longer tail
     * is moved to the next value. The Joint Research Centre's COIN tool does this with 2, 3.5 and 5.
     *
     * <p>G1 and G2 are the sample skewness and excess kurtosis, as in {@link io.github.medrank.Column#skewnessG1()}.
     * Both are compared with their thresholds exactly: 0, 0, 0, 1 has a skewness of 2, which does not exceed 2. Equal
     * values, and fewer than four values, stay unchanged. O(n log n) per round.
     *
     * @param skewness the threshold of |G1|, such as 2
     * @param kurtosis the threshold of G2, such as 3.5
     * @param most the largest number of values to move, such as 5
     * @throws IllegalArgumentException if a threshold or the number is negative or not finite
     */
    public static Treatment winsorizedBySkewness(double skewness, double kurtosis, int most) {
        return new WinsorizedBySkewness(skewness, kurtosis, most);
    }

    /**
     * Winsorises by shape, or takes a logarithm instead. If |G1| and G2 still exceed both thresholds after
     * {@link #winsorizedBySkewness}, the original values are replaced by ln(x − min + (max − min)/100). This is the
     * default of COINr's {@code Treat} (Becker, Caperna, Del Sorbo and Neves 2022), with 2, 3.5 and 5.
     *
     * <p>As in COINr, the direction is ignored, even if the tail is at the low end, where a logarithm makes it longer.
     * Equal values are moved and counted one by one; COINr moves them together, possibly more than the given number. A
     * column that meets the thresholds, or has equal values or fewer than four values, stays unchanged.
     *
     * <pre>{@code
     * var papers = Indicator.of("papers");
     * var table = IndicatorTable.builder(papers).row(School.of("A"), 1).row(School.of("B"), 2).row(School.of("C"), 3)
     *         .row(School.of("D"), 4).row(School.of("E"), 100).build();
     * Treatments.winsorizedElseLog(2, 3.5, 5).apply(table).cell("E", papers) // ==> 4
     * }</pre>
     *
     * @param skewness the threshold of |G1|, such as 2
     * @param kurtosis the threshold of G2, such as 3.5
     * @param most the largest number of values to move, such as 5
     * @throws IllegalArgumentException if a threshold or the number is negative or not finite
     */
    public static Treatment winsorizedElseLog(double skewness, double kurtosis, int most) {
        return new WinsorizedBySkewness.ElseLog(new WinsorizedBySkewness(skewness, kurtosis, most));
    }

    /**
     * Caps values at a percentile: larger values become {@link io.github.medrank.Column#quantileType7}.
     *
     * @param percentile above 0, and at most 100
     * @throws IllegalArgumentException if the percentile is out of range
     */
    public static Treatment capAtPercentile(double percentile) {
        return new Between(0, percentile);
    }

    /**
     * Caps values at one percentile from above and at another from below. See {@link #capAtPercentile}.
     *
     * @throws IllegalArgumentException if the percentiles are not in ascending order within 0 to 100
     */
    public static Treatment betweenPercentiles(double lowest, double highest) {
        return new Between(lowest, highest);
    }

    /**
     * Caps values at min(k·mean, maximum), such as twice the mean for citation impact in ShanghaiRanking's Global
     * Ranking of Academic Subjects. The mean is that of the original values. If all values are zero, they stay zero.
     *
     * @param k the multiple, above zero
     * @throws IllegalArgumentException if k is not above zero; when applied, if an indicator's mean is negative
     */
    public static Treatment capAtMeanMultiple(double k) {
        return new MeanCap(k);
    }

    /** Applies a treatment or an imputation only to one indicator. */
    public static Treatment on(Indicator indicator, Treatment treatment) {
        requireNonNull(indicator, "indicator");
        return on(ImmutableSet.of(indicator), treatment);
    }

    /**
     * Applies a treatment or an imputation only to some indicators.
     *
     * @param indicators indicators of the table; when applied, IllegalArgumentException names one that the table lacks
     */
    public static Treatment on(Iterable<Indicator> indicators, Treatment treatment) {
        requireNonNull(indicators, "indicators");
        return new Selective(ImmutableSet.copyOf(indicators), requireNonNull(treatment, "treatment"));
    }

    /** Applies several treatments in order, as a single treatment. */
    public static Treatment inTurn(Treatment... treatments) {
        requireNonNull(treatments, "treatments");
        return new InTurn(ImmutableList.copyOf(treatments));
    }
}
