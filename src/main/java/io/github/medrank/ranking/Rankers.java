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
 * The rankers this library has.
 *
 * <p>What they promise, and each says where it does not: a ranking does not depend on the order of rows or of
 * indicators, to the last bit; multiplying all weights by a number changes nothing but the size of a weighted sum; no
 * score is ever NaN. "Monotone" means that improving one value of one school, the table being otherwise the same, never
 * worsens that school's position; it holds for the values the ranker sees, so a normalizer or a weighting strategy may
 * still break it.
 *
 * <p>Means, and the pillars made of them, take values where more is better, and refuse an indicator of which less is.
 * Methods that compare schools with one another (TOPSIS, VIKOR, PROMETHEE II, Borda, Copeland, dominance) take raw
 * values, regardless of their direction, and refuse missing ones.
 */
public final class Rankers {
    private Rankers() {}

    // ---- means ----

    /**
     * Ranks by the weighted arithmetic mean: Σ points·value / Σ points.
     *
     * <p>Exact: a value stands for the decimal it prints, points for the decimal as written, and the quotient is never
     * divided out. Monotone: improving a value never worsens the school's position. Independent of the order of rows
     * and of indicators. It refuses a missing value, naming the school and the indicator, and an indicator of which
     * less is better that no normalizer has turned round. O(n · k) for n schools and k indicators; its draws allocate
     * nothing.
     */
    public static Ranker weightedMean() {
        return weightedMean(Skipping.refuse());
    }

    /**
     * Ranks by the weighted arithmetic mean of what a school has; as {@link #weightedMean()}, but for missing values.
     *
     * <pre>{@code
     * var a = Indicator.of("a");
     * var b = Indicator.of("b");
     * var table = IndicatorTable.builder(a, b).put(School.of("LSE"), a, 30).build();
     * var ranking = Rankers.weightedMean(Skipping.overAll()).rank(table, Weights.of(Map.of(a, 80, b, 20)));
     * ranking.of("LSE").score() // ==> 30
     * }</pre>
     *
     * @param skipping what happens to a missing value
     */
    public static Ranker weightedMean(Skipping skipping) {
        return mean(Mean.arithmetic(), skipping);
    }

    /**
     * Ranks by the weighted sum, not divided by the total weight: Σ points·value / unit. Exact, monotone and fast as
     * {@link #weightedMean()}.
     *
     * @param unit the points that count a value once, such as 100 where weights are percentages and may add up to more
     * @throws IllegalArgumentException if the unit is not positive
     */
    public static Ranker weightedSum(Number unit) {
        return weightedSum(unit, Skipping.refuse());
    }

    /**
     * Ranks by the weighted sum, as {@link #weightedSum(Number)}, but for missing values, whose points the others
     * share.
     */
    public static Ranker weightedSum(Number unit, Skipping skipping) {
        BigDecimal exact = Decimals.of(unit, "unit of a weighted sum", "positive");
        checkArgument(exact.signum() > 0, "unit of a weighted sum %s; it must be positive", unit);
        return new MeanRanker(
                Mean.arithmetic(), ImmutableList.of(), requireNonNull(skipping, "skipping"), Optional.of(exact));
    }

    /** Ranks by the weighted geometric mean, Π value^share, of values not negative; see {@link Mean}. Monotone. */
    public static Ranker geometricMean() {
        return mean(Mean.geometric(), Skipping.refuse());
    }

    /** Ranks by the weighted harmonic mean, 1 / Σ(share/value), of values not negative; see {@link Mean}. Monotone. */
    public static Ranker harmonicMean() {
        return mean(Mean.harmonic(), Skipping.refuse());
    }

    /**
     * Ranks by a weighted power mean of what a school has; see {@link Mean}. Monotone, independent of the order of rows
     * and of indicators. O(n · k).
     *
     * @param mean which one
     * @param skipping what happens to a missing value
     */
    public static Ranker mean(Mean mean, Skipping skipping) {
        return new MeanRanker(
                requireNonNull(mean, "mean"),
                ImmutableList.of(),
                requireNonNull(skipping, "skipping"),
                Optional.empty());
    }

    /**
     * Reads a sum, a mean or pillars the other way: a composite of which less is better, such as the sum of a school's
     * ranks in several lists. The scores are those of the mean; the smallest is the best.
     *
     * <p>It takes values of which less is better, as given, and refuses an indicator of which more is, so it goes with
     * no normalizer that turns values round. Exact, fast, and monotone as the mean is; a value of 0 makes a geometric
     * or harmonic mean 0, which is the best. Missing values are treated as in the mean.
     *
     * <pre>{@code
     * var us = Indicator.of("US News").withDirection(Direction.LOWER_IS_BETTER);
     * var qs = Indicator.of("QS").withDirection(Direction.LOWER_IS_BETTER);
     * var table = IndicatorTable.builder(us, qs).row(School.of("Yale"), 4, 2).row(School.of("Oxford"), 2, 1).build();
     * Rankers.lessIsBetter(Rankers.weightedSum(1)).rank(table, Weights.of(Map.of(us, 1, qs, 1)))
     *         .schools() // ==> [1 Oxford 3, 2 Yale 6]
     * }</pre>
     *
     * @param mean a ranker of this class that is a sum, a mean or pillars
     * @throws IllegalArgumentException if the ranker is another
     */
    public static Ranker lessIsBetter(Ranker mean) {
        return LessIsBetter.of(requireNonNull(mean, "mean"));
    }

    // ---- pillars ----

    /**
     * Ranks by the weighted arithmetic mean of pillars, whose parts may be pillars again. Where their means are
     * arithmetic too, the scores are exact and as fast as {@link #weightedMean()}. Monotone.
     *
     * <pre>{@code
     * var a = Indicator.of("a");
     * var b = Indicator.of("b");
     * var c = Indicator.of("c");
     * var table = IndicatorTable.builder(a, b, c).row(School.of("Yale"), 60, 90, 30).build();
     * var ranker = Rankers.pillars(Pillar.of("Teaching", a, b).withPoints(2), Pillar.of("Research", c).withPoints(1));
     * ranker.rank(table, Weights.equal(table.indicators())).of("Yale").score() // ==> 60
     * }</pre>
     *
     * @throws IllegalArgumentException when ranking, if the pillars do not have exactly the table's indicators, or a
     *     pillar with points has only indicators without
     */
    public static Ranker pillars(Pillar first, Pillar... more) {
        requireNonNull(first, "first");
        requireNonNull(more, "more");
        return pillars(Mean.arithmetic(), Skipping.refuse(), first, more);
    }

    /**
     * Ranks by a weighted mean of pillars.
     *
     * @param mean how the pillars' scores become one
     * @param skipping what happens to a missing value, at every level
     * @param first the first pillar
     * @param more the other pillars
     * @throws IllegalArgumentException if an indicator comes twice; or if a missing value is to be shared over all
     *     pillars, and not every mean is arithmetic
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

    // ---- means with a twist ----

    /**
     * Ranks by Mazziotta–Pareto's index: the mean less a penalty for unevenness, M − S²/M, with M = Σ share·value and
     * S² = Σ share·(value − M)²; with equal weights that of Mazziotta and Pareto (2016).
     *
     * <p>Meant for values standardised to mean 100 and deviation 10; refuses a school whose mean is not positive. Not
     * monotone: improving a value that is far above the others may cost more in evenness than it gains, as soon as it
     * is beyond twice the mean or so. Independent of the order of rows and indicators; computed in doubles and given to
     * 13 significant digits. Refuses missing values. O(n · k).
     *
     * <p>Source: M. Mazziotta, A. Pareto, On a generalized non-compensatory composite index for measuring
     * socio-economic phenomena, Social Indicators Research 127 (2016) 983–1003.
     */
    public static Ranker mazziottaPareto() {
        return MazziottaPareto.INSTANCE;
    }

    /**
     * Ranks by benefit of the doubt: each school under the weights that suit it best. Its score is the largest ratio of
     * its own weighted sum to the best weighted sum of any school under the same weights, in [0, 1].
     *
     * <p>For each school the linear program max Σ w·x so that Σ w·y ≤ 1 for every school's values y, w ≥ 0, of
     * Cherchye, Moesen, Rogge and Van Puyenbroeck (2007). The methodology's weights are ignored, except that an
     * indicator of weight zero is left out. Values must not be negative; a school of zeros gets 0. Many schools may
     * share the score 1.
     *
     * <p>Monotone up to the grid of 10⁻⁹ to which scores are given. Independent of the order of rows and indicators,
     * which are sorted before the program is solved. Refuses missing values. n programs of k variables and as many
     * constraints as there are schools that no other dominates. Refuses more than 100 indicators.
     */
    public static Ranker benefitOfTheDoubt() {
        return new BenefitOfTheDoubt(Optional.empty());
    }

    /**
     * Ranks by benefit of the doubt within bounds: as {@link #benefitOfTheDoubt()}, but what an indicator contributes
     * to the school's score lies between the given multiples of its share of the weights (pie shares).
     *
     * @param least such as 0.5, for half of the share at least; in [0, 1]
     * @param most such as 2, for twice the share at most; 1 or more
     * @throws IllegalArgumentException if a bound is outside
     */
    public static Ranker benefitOfTheDoubt(double least, double most) {
        checkArgument(least >= 0 && least <= 1, "lower bound %s; a multiple of the share in [0, 1]", least);
        checkArgument(most >= 1 && most < Double.POSITIVE_INFINITY, "upper bound %s; a multiple of 1 or more", most);
        return new BenefitOfTheDoubt(Optional.of(new BenefitOfTheDoubt.Bounds(least, most)));
    }

    // ---- comparisons of schools ----

    /**
     * Ranks by TOPSIS with vector normalization and Euclidean distances, of Hwang and Yoon (1981): how much nearer a
     * school is to the best values of all than to the worst, d⁻ / (d⁺ + d⁻), in [0, 1].
     *
     * <p>A column is divided by the root of its sum of squares (a column of zeros stays), then multiplied by its share.
     * A constant column is ignored. Where all schools are equal in every weighted indicator, also where there is
     * only one school, each gets 0.5. Negative values are allowed.
     *
     * <p>Not monotone, and prone to rank reversal, since every value moves the column's norm. Independent of the order
     * of rows and indicators. Computed in doubles and given to 13 significant digits. O(n · k).
     */
    public static Ranker topsis() {
        return new Topsis(Optional.empty());
    }

    /**
     * Returns TOPSIS with a chosen normalization in place of Hwang and Yoon's division by the root of the sum of
     * squares: min–max, sum or linear, whose choice is known to change positions (Chakraborty and Yeh 2009).
     *
     * <p>Each column is scaled by the normalizer, then multiplied by its share; the rest is as {@link #topsis()}. With
     * {@link io.github.medrank.Normalizer#identity()} the values are taken as the methodology has normalised them. A
     * value for which the normalizer has no result is refused, naming school and indicator. Not monotone, unless the
     * scale does not depend on the schools ranked. O(n · k) and the normalizer.
     *
     * <pre>{@code
     * var a = Indicator.of("a");
     * var table = IndicatorTable.builder(a).row(School.of("Yale"), 4).row(School.of("UCL"), 1)
     *         .row(School.of("LSE"), 2).build();
     * Rankers.topsis(Normalizers.minMax(0, 1)).rank(table, Weights.equal(table.indicators())).of("LSE")
     *         .score() // ==> 0.3333333333333
     * }</pre>
     *
     * @param normalization how each column is scaled
     */
    public static Ranker topsis(Normalizer normalization) {
        requireNonNull(normalization, "normalization");
        return new Topsis(Optional.of(normalization));
    }

    /**
     * Ranks by VIKOR's Q, of Opricovic and Tzeng (2004): a compromise of the group's utility and the greatest regret;
     * smaller is better, 0 is the best.
     *
     * <p>S = Σ share·(best − x)/(best − worst), R the largest term of S, and Q = v·(S − S⁻)/(S⁺ − S⁻) +
     * (1 − v)·(R − R⁻)/(R⁺ − R⁻), where − is the least and + the greatest of all schools. A constant column adds
     * nothing to S; where all S, or all R, are equal, their term of Q is 0.
     *
     * <p>Not monotone, since best and worst are those of the table. Independent of the order of rows and indicators.
     * Computed in doubles and given to 13 significant digits. O(n · k).
     *
     * @param v the weight of the group's utility, in [0, 1]; 0.5 is usual
     * @throws IllegalArgumentException if v is outside
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
     * Ranks by PROMETHEE II, of Brans and Vincke (1985): Σ share·φ, where φ is by how much a school is preferred to the
     * others in an indicator less by how much they are to it, on average over the others.
     *
     * <p>A table of one school has the flow 0. Monotone. Independent of the order of rows and indicators. Differences
     * are those of the decimals that values print, up to nine decimals, so that one at a threshold is at it; each φ is
     * summed up exactly and rounded once. Linear in the weights, so its draws are as fast as the weighted mean's, after
     * O(n² · k) once.
     *
     * @param preference of the indicators not named
     * @param preferences of the indicators named
     */
    public static Ranker prometheeII(Preference preference, Map<Indicator, Preference> preferences) {
        requireNonNull(preferences, "preferences");
        return new PrometheeII(requireNonNull(preference, "preference"), ImmutableMap.copyOf(preferences));
    }

    /**
     * Ranks by Borda's count: each indicator gives a school a point for each school it beats and half a point for each
     * it ties with, itself apart; the score is Σ share·points.
     *
     * <p>Exact. Monotone. Independent of the order of rows and indicators: no row is favoured in a tie. Not independent
     * of irrelevant schools. O(k · n log n); draws as fast as the weighted mean's.
     */
    public static Ranker borda() {
        return Borda.INSTANCE;
    }

    /**
     * Ranks by Copeland's score: the number of schools a school beats less the number it loses to, where one beats
     * another if the indicators in which it is better weigh more than those in which it is worse.
     *
     * <p>Exact: weights are compared as the decimals written. Monotone. Independent of the order of rows and
     * indicators; of other schools only the number of them beaten counts. O(n² · k).
     */
    public static Ranker copeland() {
        return Copeland.INSTANCE;
    }

    /**
     * Ranks by the layers of dominance: 1 for a school that no other dominates, 2 for one that only schools of layer 1
     * dominate, and so on; see {@link Dominance}. Smaller is better.
     *
     * <p>The weights are ignored, except that an indicator of weight zero is left out. Monotone. Independent of the
     * order of rows and indicators. O(n² · k).
     */
    public static Ranker dominanceLayers() {
        return DominanceLayers.INSTANCE;
    }
}
