package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.Normalizer;
import io.github.medrank.Ranker;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Provides the rankers of this library.
 *
 * <p>Every ranker guarantees the following, unless its description says otherwise. The ranking does not depend on the
 * order of rows or indicators, down to the last bit. Multiplying all weights by a number changes only the size of a
 * weighted sum. No score is NaN. "Monotone" means that improving one value of a school, with the rest of the table
 * unchanged, never worsens the school's position. This refers to the values that the ranker receives; a normalizer or a
 * weighting strategy may still break it.
 *
 * <p>Means and pillars take values of which more is better, and refuse an indicator of which less is better. Methods
 * that compare schools with one another (TOPSIS, VIKOR, PROMETHEE II, Borda, Copeland, dominance) take raw values of
 * either direction, and refuse missing values.
 */
public final class Rankers {
    private Rankers() {}

    // ---- means ----

    /**
     * Ranks by the weighted arithmetic mean: Σ points·value / Σ points.
     *
     * <p>Exact: values are read as the decimals that they print, points as the decimals written, and the quotient is
     * not rounded. Monotone: improving a value never worsens the school's position. Independent of the order of rows
     * and of indicators. It refuses a missing value, naming the school and the indicator, and an indicator of which
     * less is better that no normalizer has reversed. O(n · k) for n schools and k indicators; draws allocate nothing.
     */
    public static Ranker weightedMean() {
        return weightedMean(Skipping.refuse());
    }

    /**
     * Ranks by the weighted arithmetic mean of the values that a school has. It is {@link #weightedMean()} with a
     * policy for missing values.
     *
     * <pre>{@code
     * var a = Indicator.of("a");
     * var b = Indicator.of("b");
     * var table = IndicatorTable.builder(a, b).put(School.of("LSE"), a, 30).build();
     * var weights = Weights.of(Map.of(a, 80, b, 20));
     * var ranking = Rankers.weightedMean(Skipping.overAll()).rank(table, weights);
     * ranking.of("LSE").score() // ==> 30
     * }</pre>
     *
     * @param skipping how a missing value is treated
     */
    public static Ranker weightedMean(Skipping skipping) {
        return mean(Mean.arithmetic(), skipping);
    }

    /**
     * Ranks by the weighted sum, not divided by the total weight: Σ points·value / unit. As exact, monotone and fast as
     * {@link #weightedMean()}.
     *
     * @param unit the points that count as 1, such as 100 if weights are percentages whose total may exceed 100
     * @throws IllegalArgumentException if the unit is not positive
     */
    public static Ranker weightedSum(Number unit) {
        return weightedSum(unit, Skipping.refuse());
    }

    /**
     * Ranks by the weighted sum of the values that a school has; the other values share the points of a missing one.
     * See {@link #weightedSum(Number)}.
     */
    public static Ranker weightedSum(Number unit, Skipping skipping) {
        BigDecimal exact = Decimals.of(unit, "unit of a weighted sum", "positive");
        checkArgument(exact.signum() > 0, "unit of a weighted sum %s; it must be positive", unit);
        return new MeanRanker(
                Mean.arithmetic(), ImmutableList.of(), requireNonNull(skipping, "skipping"), Optional.of(exact));
    }

    /**
     * Ranks by the weighted geometric mean, Π value^share, of values that are not negative; see {@link Mean}. Monotone.
     */
    public static Ranker geometricMean() {
        return mean(Mean.geometric(), Skipping.refuse());
    }

    /**
     * Ranks by the weighted harmonic mean, 1 / Σ(share/value), of values that are not negative; see {@link Mean}.
     * Monotone.
     */
    public static Ranker harmonicMean() {
        return mean(Mean.harmonic(), Skipping.refuse());
    }

    /**
     * Ranks by a weighted power mean of the values that a school has; see {@link Mean}. Monotone, independent of the
     * order of rows and of indicators. O(n · k).
     *
     * @param mean the mean
     * @param skipping how a missing value is treated
     */
    public static Ranker mean(Mean mean, Skipping skipping) {
        return new MeanRanker(
                requireNonNull(mean, "mean"),
                ImmutableList.of(),
                requireNonNull(skipping, "skipping"),
                Optional.empty());
    }

    /**
     * Ranks by a composite of which less is better, such as the sum of a school's ranks in several lists. The scores
     * are those of the given ranker; the smallest is the best.
     *
     * <p>It takes values of which less is better and refuses an indicator of which more is better, so it cannot be used
     * with a normalizer that reverses values. As exact, fast and monotone as the given ranker. A value of 0 makes a
     * geometric or harmonic mean 0, which is the best score. Missing values are treated as by the given ranker.
     *
     * <pre>{@code
     * var us = Indicator.of("US News").withDirection(Direction.LOWER_IS_BETTER);
     * var qs = Indicator.of("QS").withDirection(Direction.LOWER_IS_BETTER);
     * var table = IndicatorTable.builder(us, qs)
     *         .row(School.of("Yale"), 4, 2).row(School.of("Oxford"), 2, 1).build();
     * Rankers.lessIsBetter(Rankers.weightedSum(1)).rank(table, Weights.of(Map.of(us, 1, qs, 1)))
     *         .schools() // ==> [1 Oxford 3, 2 Yale 6]
     * }</pre>
     *
     * @param mean a sum, mean or pillars from this class
     * @throws IllegalArgumentException if the ranker is of another kind
     */
    public static Ranker lessIsBetter(Ranker mean) {
        if (requireNonNull(mean, "mean") instanceof MeanRanker known && !known.lessIsBetter()) {
            return known.withLessBetter();
        }
        throw new IllegalArgumentException(
                "ranker \"" + mean + "\": only a sum, a mean or pillars can be read the other way; methods that compare"
                        + " schools take indicators of either direction as they are");
    }

    // ---- pillars ----

    /**
     * Ranks by the weighted arithmetic mean of pillars, whose parts may be pillars. If all their means are arithmetic,
     * the scores are as exact and fast as those of {@link #weightedMean()}. Monotone.
     *
     * <pre>{@code
     * var a = Indicator.of("a");
     * var b = Indicator.of("b");
     * var c = Indicator.of("c");
     * var table = IndicatorTable.builder(a, b, c).row(School.of("Yale"), 60, 90, 30).build();
     * var ranker = Rankers.pillars(
     *         Pillar.of("Teaching", a, b).withPoints(2), Pillar.of("Research", c).withPoints(1));
     * ranker.rank(table, Weights.equal(table.indicators())).of("Yale").score() // ==> 60
     * }</pre>
     *
     * @throws IllegalArgumentException when ranking, if the pillars do not have exactly the table's indicators, or a
     *     pillar with points has only indicators without points
     */
    public static Ranker pillars(Pillar first, Pillar... more) {
        requireNonNull(first, "first");
        requireNonNull(more, "more");
        return pillars(Mean.arithmetic(), Skipping.refuse(), first, more);
    }

    /**
     * Ranks by a weighted mean of pillars.
     *
     * @param mean the mean that combines the pillars' scores
     * @param skipping how a missing value is treated, at every level
     * @param first the first pillar
     * @param more the other pillars
     * @throws IllegalArgumentException if an indicator is repeated, or a missing value is to be shared over all pillars
     *     although a mean is not arithmetic
     */
    public static Ranker pillars(Mean mean, Skipping skipping, Pillar first, Pillar... more) {
        requireNonNull(mean, "mean");
        requireNonNull(skipping, "skipping");
        requireNonNull(first, "first");
        requireNonNull(more, "more");
        ImmutableList<Pillar> pillars = Pillar.of("all pillars", first, more).parts(); // no indicator twice
        return new MeanRanker(
                requireNonNull(mean, "mean"), pillars, requireNonNull(skipping, "skipping"), Optional.empty());
    }

    // ---- variants of means ----

    /**
     * Ranks by the Mazziotta–Pareto index: the mean minus a penalty for unevenness, M − S²/M, with M = Σ share·value
     * and S² = Σ share·(value − M)². With equal weights it is the index of Mazziotta and Pareto (2016).
     *
     * <p>It is intended for values standardised to mean 100 and standard deviation 10, and refuses a school whose mean
     * is not positive. Not monotone: improving a value that is far above the others, beyond about twice the mean, may
     * cost more in evenness than it gains. Independent of the order of rows and indicators. Scores are computed in
     * doubles and rounded to 13 significant digits. Refuses missing values. O(n · k).
     *
     * <p>Source: M. Mazziotta, A. Pareto, On a generalized non-compensatory composite index for measuring
     * socio-economic phenomena, Social Indicators Research 127 (2016) 983–1003.
     */
    public static Ranker mazziottaPareto() {
        return MazziottaPareto.INSTANCE;
    }

    /**
     * Ranks by benefit of the doubt: each school is scored under the weights that suit it best. Its score is the
     * largest ratio of its own weighted sum to the best weighted sum of any school under the same weights, in [0, 1].
     *
     * <p>For each school this is the linear program max Σ w·x such that Σ w·y ≤ 1 for every school's values y, w ≥ 0,
     * of Cherchye, Moesen, Rogge and Van Puyenbroeck (2007). The methodology's weights are ignored, except that an
     * indicator with weight zero is left out. Values must not be negative; a school with only zeros gets 0. Many
     * schools may share the score 1.
     *
     * <p>Monotone up to the rounding of scores to 10⁻⁹. Independent of the order of rows and indicators, which are
     * sorted before the program is solved. Refuses missing values. The cost is n linear programs with k variables and
     * one constraint per school that no other dominates. Refuses more than 100 indicators.
     */
    public static Ranker benefitOfTheDoubt() {
        return new BenefitOfTheDoubt(Optional.empty());
    }

    /**
     * Ranks by {@linkplain #benefitOfTheDoubt() benefit of the doubt} within bounds. The contribution of an indicator
     * to the school's score lies between the given multiples of its share of the weights (pie shares).
     *
     * @param least in [0, 1], such as 0.5 for at least half of the share
     * @param most 1 or more, such as 2 for at most twice the share
     * @throws IllegalArgumentException if a bound is outside its range
     */
    public static Ranker benefitOfTheDoubt(double least, double most) {
        checkArgument(least >= 0 && least <= 1, "lower bound %s; a multiple of the share in [0, 1]", least);
        checkArgument(most >= 1 && most < Double.POSITIVE_INFINITY, "upper bound %s; a multiple of 1 or more", most);
        return new BenefitOfTheDoubt(Optional.of(new BenefitOfTheDoubt.Bounds(least, most)));
    }

    // ---- comparisons of schools ----

    /**
     * Ranks by TOPSIS with vector normalization and Euclidean distances, of Hwang and Yoon (1981). The score tells how
     * much closer a school is to the best values of all schools than to the worst, d⁻ / (d⁺ + d⁻), in [0, 1].
     *
     * <p>A column is divided by the root of its sum of squares (a column of zeros stays), then multiplied by its share.
     * A constant column is ignored. If all schools are equal in every weighted indicator, or there is only one school,
     * each gets 0.5. Negative values are allowed.
     *
     * <p>Not monotone, and prone to rank reversal, because every value affects the norm of its column. Independent of
     * the order of rows and indicators. Computed in doubles and rounded to 13 significant digits. O(n · k).
     */
    public static Ranker topsis() {
        return new Topsis(Optional.empty());
    }

    /**
     * Ranks by TOPSIS with another normalization in place of Hwang and Yoon's division by the root of the sum of
     * squares, such as min–max, sum or linear. The choice is known to change positions (Chakraborty and Yeh 2009).
     *
     * <p>Each column is scaled by the normalizer, then multiplied by its share; the rest is as in {@link #topsis()}.
     * With {@link io.github.medrank.Normalizer#identity()} the values are used as the methodology has normalised them.
     * A value for which the normalizer has no result is refused, naming school and indicator. Not monotone, unless the
     * scale does not depend on the schools ranked. O(n · k) plus the cost of the normalizer.
     *
     * <pre>{@code
     * var a = Indicator.of("a");
     * var table = IndicatorTable.builder(a).row(School.of("Yale"), 4).row(School.of("UCL"), 1)
     *         .row(School.of("LSE"), 2).build();
     * Rankers.topsis(Normalizers.minMax(0, 1)).rank(table, Weights.equal(table.indicators())).of("LSE")
     *         .score() // ==> 0.3333333333333
     * }</pre>
     *
     * @param normalization the scale of each column
     */
    public static Ranker topsis(Normalizer normalization) {
        requireNonNull(normalization, "normalization");
        return new Topsis(Optional.of(normalization));
    }

    /**
     * Ranks by VIKOR's Q, of Opricovic and Tzeng (2004): a compromise between the utility of the group and the greatest
     * regret. Smaller is better, 0 is the best.
     *
     * <p>S = Σ share·(best − x)/(best − worst), R the largest term of S, and Q = v·(S − S⁻)/(S⁺ − S⁻) + (1 − v)·(R −
     * R⁻)/(R⁺ − R⁻), where − is the least and + the greatest of all schools. A constant column adds nothing to S. If
     * all S, or all R, are equal, their term of Q is 0.
     *
     * <p>Not monotone, because best and worst are those of the table. Independent of the order of rows and indicators.
     * Computed in doubles and rounded to 13 significant digits. O(n · k).
     *
     * @param v the weight of the group's utility, in [0, 1]; 0.5 is usual
     * @throws IllegalArgumentException if v is outside this range
     */
    public static Ranker vikor(double v) {
        checkArgument(v >= 0 && v <= 1, "VIKOR's v %s; it lies in [0, 1]", v);
        return new Vikor(v + 0.0);
    }

    /**
     * Ranks by PROMETHEE II, of Brans and Vincke (1985): the net flow, in [−1, 1], with one preference function for all
     * indicators.
     *
     * @see #prometheeII(Preference, Map)
     */
    public static Ranker prometheeII(Preference preference) {
        return prometheeII(preference, Map.of());
    }

    /**
     * Ranks by PROMETHEE II, of Brans and Vincke (1985): the net flow, Σ share·φ. φ is the preference for the school
     * over another in an indicator, minus the preference for the other over the school, averaged over the other
     * schools.
     *
     * <p>In a table of one school the flow is 0. Monotone. Independent of the order of rows and indicators. Differences
     * are those of the decimals that values print, up to nine decimals, so that a difference equal to a threshold is
     * recognised as such. Each φ is summed exactly and rounded once. The flow is linear in the weights, so draws are as
     * fast as those of the weighted mean, after O(n² · k) once.
     *
     * @param preference the function for indicators that are not in the map
     * @param preferences the functions for single indicators
     */
    public static Ranker prometheeII(Preference preference, Map<Indicator, Preference> preferences) {
        requireNonNull(preferences, "preferences");
        return new PrometheeII(requireNonNull(preference, "preference"), ImmutableMap.copyOf(preferences));
    }

    /**
     * Ranks by Borda's count: in each indicator a school gets one point for each school it beats and half a point for
     * each other school it ties with. The score is Σ share·points.
     *
     * <p>Exact. Monotone. Independent of the order of rows and indicators: ties favour no row. Not independent of
     * irrelevant schools. O(k · n log n); draws are as fast as those of the weighted mean.
     */
    public static Ranker borda() {
        return Borda.INSTANCE;
    }

    /**
     * Ranks by Copeland's score: the number of schools that a school beats minus the number it loses to. A school beats
     * another if the indicators in which it is better have more weight than those in which it is worse.
     *
     * <p>Exact: weights are compared as the decimals written. Monotone. Independent of the order of rows and
     * indicators. Other schools matter only through the number of them that are beaten. O(n² · k).
     */
    public static Ranker copeland() {
        return Copeland.INSTANCE;
    }

    /**
     * Ranks by layers of dominance: 1 for a school that no other dominates, 2 for one that only schools of layer 1
     * dominate, and so on; see {@link Dominance}. Smaller is better.
     *
     * <p>The weights are ignored, except that an indicator with weight zero is left out. Monotone. Independent of the
     * order of rows and indicators. O(n² · k).
     */
    public static Ranker dominanceLayers() {
        return DominanceLayers.INSTANCE;
    }
}
