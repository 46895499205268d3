package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Treatment;
import java.util.Optional;

/**
 * The transforms of raw values this library has; {@link Imputations} fill missing ones.
 *
 * <p>Each treats all indicators of a table, and {@link #on} some. Missing cells stay missing, filled cells stay filled.
 * A value for which a formula has no result becomes missing as undefined. Only {@link #reciprocal()} changes the
 * indicator's direction, since it turns the order round. Results are exact numbers, such as the fraction 1/3, of which
 * the doubles are approximations ({@link io.github.medrank.Column#exact}). None depends on the order of the rows.
 * The transforms ({@code log}, {@code sqrt}, {@code reciprocal}, {@code ratioTo}) look at one school at a time and are
 * monotone; the caps look at all schools, keep the order of the values, and are monotone only in what they leave alone.
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
     * Replaces each value by the natural logarithm; of zero and less undefined. Exact but for the 42 decimals of the
     * logarithms of primes, so that equal products tie.
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
     * Replaces x by ln(x + c), such as c = 1 for counts that may be 0 (CWUR by subject); undefined where x + c is not
     * above zero.
     *
     * @throws IllegalArgumentException if c is not finite
     */
    public static Treatment log(double c) {
        return new Transform.Logarithm(c);
    }

    /**
     * Replaces each value by the square root; of negative values undefined. Exact but for the 40 digits of the roots of
     * primes.
     */
    public static Treatment sqrt() {
        return Transform.ROOT;
    }

    /**
     * Replaces x by 1 / x; of zero and less undefined. Students per teacher become teachers per student, so the
     * direction turns round, and the order of the schools stays.
     */
    public static Treatment reciprocal() {
        return Transform.RECIPROCAL;
    }

    /**
     * Replaces each value by the ratio to another indicator of the same table, which itself stays as it is and may be
     * given a weight of zero.
     *
     * <p>Undefined where the denominator is zero or negative; missing, for the denominator's reason, where that is. A
     * quotient of a filled cell counts as filled.
     *
     * @param denominator what to divide by, such as the number of staff
     */
    public static Treatment ratioTo(Indicator denominator) {
        return new Ratio(requireNonNull(denominator, "denominator"), Optional.empty());
    }

    /**
     * Replaces each value by the ratio to an indicator of another table, whose rows are matched by school; a school it
     * does not have becomes missing as not reported. Otherwise as {@link #ratioTo(Indicator)}.
     */
    public static Treatment ratioTo(IndicatorTable table, Indicator denominator) {
        requireNonNull(table, "table");
        requireNonNull(denominator, "denominator");
        return new Ratio(denominator, Optional.of(table.select(ImmutableSet.of(denominator))));
    }

    /**
     * Winsorises by points: the lowest k values become the next higher one, the highest m the next lower.
     *
     * @throws IllegalArgumentException if a number is negative; when applied, if an indicator has no value between
     */
    public static Treatment winsorized(int lowest, int highest) {
        return new Winsorized(lowest, highest);
    }

    /**
     * Winsorises by shape: while |G1| is above a threshold and G2 above another, one more point at the end of the
     * longer tail is pulled in to the next; as the Joint Research Centre's COIN tool does with 2, 3.5 and 5.
     *
     * <p>G1 and G2 are the sample skewness and excess kurtosis of {@link io.github.medrank.Column#skewnessG1()}. Equal
     * values, and fewer than four, are left alone. O(n log n) a round.
     *
     * @param skewness the threshold of |G1|, such as 2
     * @param kurtosis the threshold of G2, such as 3.5
     * @param most how many points are pulled in at most, such as 5
     * @throws IllegalArgumentException if a threshold or the number is negative or not finite
     */
    public static Treatment winsorizedBySkewness(double skewness, double kurtosis, int most) {
        return new WinsorizedBySkewness(skewness, kurtosis, most);
    }

    /**
     * Winsorises by shape, as {@link #winsorizedBySkewness}; where |G1| and G2 are still above both thresholds, takes
     * ln(x − min + (max − min)/100) of the values as they were instead: the default of COINr's {@code Treat} (Becker,
     * Caperna, Del Sorbo and Neves 2022) with 2, 3.5 and 5.
     *
     * <p>The direction is ignored, as in COINr: also where the tail is at the low end, which a logarithm only makes
     * longer. Points of equal value are pulled in one by one, and counted one by one; COINr pulls them in together,
     * perhaps beyond the number given. A column that passes, one of equal values, and one of fewer than four, are left
     * alone.
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
     * @param most how many points are pulled in at most, such as 5
     * @throws IllegalArgumentException if a threshold or the number is negative or not finite
     */
    public static Treatment winsorizedElseLog(double skewness, double kurtosis, int most) {
        return new WinsorizedBySkewness.ElseLog(new WinsorizedBySkewness(skewness, kurtosis, most));
    }

    /**
     * Returns a cap at a percentile: larger values become {@link io.github.medrank.Column#quantileType7}.
     *
     * @param percentile above 0, to 100
     * @throws IllegalArgumentException if it is not
     */
    public static Treatment capAtPercentile(double percentile) {
        return new Between(0, percentile);
    }

    /**
     * Returns a cap at one percentile and a floor at another, as {@link #capAtPercentile}.
     *
     * @throws IllegalArgumentException if they do not ascend within 0 to 100
     */
    public static Treatment betweenPercentiles(double lowest, double highest) {
        return new Between(lowest, highest);
    }

    /**
     * Returns a cap at min(k·mean, maximum), such as twice the mean for citation impact in ShanghaiRanking's Global
     * Ranking of Academic Subjects. The mean is that of the values before the cap. All zero stays zero.
     *
     * @param k above zero
     * @throws IllegalArgumentException if k is not; when applied, if an indicator's mean is negative
     */
    public static Treatment capAtMeanMultiple(double k) {
        return new MeanCap(k);
    }

    /** Applies a treatment, or an imputation, to one indicator alone. */
    public static Treatment on(Indicator indicator, Treatment treatment) {
        requireNonNull(indicator, "indicator");
        return on(ImmutableSet.of(indicator), treatment);
    }

    /**
     * Applies a treatment, or an imputation, to some indicators alone.
     *
     * @param indicators all of them in the table; when applied, IllegalArgumentException names one that is not
     */
    public static Treatment on(Iterable<Indicator> indicators, Treatment treatment) {
        requireNonNull(indicators, "indicators");
        return new Selective(ImmutableSet.copyOf(indicators), requireNonNull(treatment, "treatment"));
    }

    /** Applies several treatments one after another, as one. */
    public static Treatment inTurn(Treatment... treatments) {
        requireNonNull(treatments, "treatments");
        return new InTurn(ImmutableList.copyOf(treatments));
    }
}
