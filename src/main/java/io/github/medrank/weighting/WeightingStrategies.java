package io.github.medrank.weighting;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.WeightingStrategy;
import io.github.medrank.Weights;
import java.math.BigInteger;

/**
 * The weighting strategies this library has.
 *
 * <p>Strategies that learn look at the normalised table with its holes, never at what is filled in; each statistic is
 * taken over the schools that have a value. An indicator with the same value everywhere tells no school from another:
 * it gets a weight of zero and is ignored in the weights of others. If no indicator tells schools apart, or all that
 * do say the same, those weigh equally. Learned weights are shares, the same for every order of rows and columns; they
 * change when a school improves, so none promises that a school which improves never falls (those that look at
 * correlations break it), and a missing value can raise a school, of which the ranking warns. The decided ones do not
 * look at the table, and keep what the ranker promises.
 *
 * <pre>{@code
 * var best = Indicator.of("teaching");
 * var next = Indicator.of("research");
 * var least = Indicator.of("reach");
 * WeightingStrategies.rankOrderCentroid(best, next, least).toString() // ==> "11 teaching, 5 research, 2 reach"
 * }</pre>
 */
public final class WeightingStrategies {
    private WeightingStrategies() {}

    /** Weighs the indicators by each indicator the same. */
    public static WeightingStrategy equal() {
        return WeightingStrategy.equal();
    }

    /** Weighs the indicators by the same weights for every table. */
    public static WeightingStrategy fixed(Weights weights) {
        return WeightingStrategy.fixed(weights);
    }

    /**
     * Weighs the indicators by rank-order centroid (Barron and Barrett 1996): the mean of all weights that keep the
     * given order, wᵢ = (1/k)·Σ 1/j for j = i … k; as whole points, so that no third is rounded.
     *
     * @param mostImportantFirst the indicators in order of importance
     * @throws IllegalArgumentException if there is none, or one comes twice
     */
    public static WeightingStrategy rankOrderCentroid(Indicator... mostImportantFirst) {
        requireNonNull(mostImportantFirst, "mostImportantFirst");
        ImmutableList<Indicator> order = checked(mostImportantFirst);
        BigInteger multiple = commonMultiple(order.size());
        Weights.Builder weights = Weights.builder();
        for (int i = 1; i <= order.size(); i++) {
            BigInteger points = BigInteger.ZERO;
            for (int j = i; j <= order.size(); j++) {
                points = points.add(multiple.divide(BigInteger.valueOf(j)));
            }
            weights.put(order.get(i - 1), points);
        }
        return fixed(weights.build());
    }

    /**
     * Weighs the indicators by rank sum (Stillwell, Seaver and Edwards 1981): k points for the most important of k, one
     * for the least.
     *
     * @throws IllegalArgumentException if there is no indicator, or one comes twice
     */
    public static WeightingStrategy rankOrderSum(Indicator... mostImportantFirst) {
        requireNonNull(mostImportantFirst, "mostImportantFirst");
        ImmutableList<Indicator> order = checked(mostImportantFirst);
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < order.size(); i++) {
            weights.put(order.get(i), order.size() - i);
        }
        return fixed(weights.build());
    }

    /**
     * Weighs the indicators by rank reciprocal (Stillwell, Seaver and Edwards 1981): wᵢ in proportion to 1/i, as whole
     * points.
     *
     * @throws IllegalArgumentException if there is no indicator, or one comes twice
     */
    public static WeightingStrategy rankOrderReciprocal(Indicator... mostImportantFirst) {
        requireNonNull(mostImportantFirst, "mostImportantFirst");
        ImmutableList<Indicator> order = checked(mostImportantFirst);
        BigInteger multiple = commonMultiple(order.size());
        Weights.Builder weights = Weights.builder();
        for (int i = 1; i <= order.size(); i++) {
            weights.put(order.get(i - 1), multiple.divide(BigInteger.valueOf(i)));
        }
        return fixed(weights.build());
    }

    private static ImmutableList<Indicator> checked(Indicator... order) {
        checkArgument(order.length > 0, "no indicators; give them in order of importance");
        return ImmutableList.copyOf(order);
    }

    private static BigInteger commonMultiple(int k) {
        BigInteger multiple = BigInteger.ONE;
        for (int i = 2; i <= k; i++) {
            BigInteger next = BigInteger.valueOf(i);
            multiple = multiple.multiply(next.divide(multiple.gcd(next)));
        }
        return multiple;
    }

    /**
     * Weighs the indicators by the Analytic Hierarchy Process by the principal eigenvector (Saaty 1980).
     *
     * @param comparisons judgements on exactly the methodology's indicators; ask their consistency ratio first
     */
    public static WeightingStrategy ahpPrincipalEigenvector(PairwiseComparisons comparisons) {
        return new Compared(requireNonNull(comparisons, "comparisons"), true);
    }

    /**
     * Weighs the indicators by the Analytic Hierarchy Process by geometric means of the rows (Crawford and Williams
     * 1985).
     */
    public static WeightingStrategy ahpGeometricMean(PairwiseComparisons comparisons) {
        return new Compared(requireNonNull(comparisons, "comparisons"), false);
    }

    /**
     * Weighs the indicators by entropy (Hwang and Yoon 1981): w in proportion to 1 − e, e = −Σ p·ln p / ln n, p = x /
     * Σx over the schools of an indicator; 0·ln 0 is 0.
     *
     * <p>The direction is ignored (other software inverts indicators of which less is better first, and finds other
     * weights). Values must not be negative; the message names the school. O(n · k).
     */
    public static WeightingStrategy entropyHwangYoon1981() {
        return SpreadWeighting.ENTROPY;
    }

    /** Weighs the indicators in proportion to the population standard deviation of the normalised values. O(n · k). */
    public static WeightingStrategy standardDeviation() {
        return SpreadWeighting.DEVIATION;
    }

    /**
     * Weighs the indicators by CRITIC (Diakoulaki, Mavrotas and Papayannakis, Computers and Operations Research 22,
     * 1995): w in proportion to σ·Σ(1 − r) over the other indicators; σ is the population deviation after the paper's
     * min–max with direction, and r Pearson's correlation, both indicators turned so that more is better.
     *
     * <p>Since min–max is part of the formula, a linear normalizer before it changes nothing. Where two indicators
     * share fewer than two schools, or one is constant over those, r is taken as 0. O(n · k²).
     */
    public static WeightingStrategy criticDiakoulaki1995() {
        return SpreadWeighting.CRITIC;
    }

    /**
     * Weighs the indicators by the squared loadings of the first principal component of the correlation matrix, which
     * add up to 1.
     *
     * <p>Squares have no sign, so the arbitrary sign of an eigenvector does not matter; an indicator that runs against
     * the component counts as one that runs with it. Where the greatest eigenvalue is multiple (as of uncorrelated
     * indicators) the squares are added over its vectors, which no choice of a basis changes. Correlations as in
     * {@link #criticDiakoulaki1995()}. O(n · k² + k³).
     */
    public static WeightingStrategy firstPrincipalComponentSquaredLoadings() {
        return PrincipalComponentWeighting.INSTANCE;
    }

    /**
     * Weighs the indicators by effective weights: the weights under which Pearson's correlation of each indicator with
     * the weighted sum is in proportion to a stated importance (the linear case of Becker, Saisana, Paruolo and
     * Vandecasteele, Ecological Indicators 80, 2017). Solved exactly: R·(w·σ) in proportion to the targets, for the
     * correlation matrix R.
     *
     * <p>With missing values correlations are over the schools that have both, and the result holds as nearly as those
     * fit together. When weighing it refuses, naming the indicator, a target that only a negative weight would reach, a
     * target above 0 for an indicator with the same value everywhere, and indicators of which one is a combination of
     * others. O(n · k² + k³).
     *
     * @param targets the stated importance of exactly the methodology's indicators
     */
    public static WeightingStrategy correlationTargeted(Weights targets) {
        return new CorrelationTargeted(requireNonNull(targets, "targets"));
    }
}
