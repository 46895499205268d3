package io.github.medrank.weighting;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.WeightingStrategy;
import io.github.medrank.Weights;
import java.math.BigInteger;

/**
 * Provides the weighting strategies of this library.
 *
 * <p>Some strategies use weights that were decided, by numbers, an order of importance or judgements. They do not look
 * at the table, and they keep the guarantees of the ranker.
 *
 * <p>The others learn weights from the normalised table before missing values are filled. Each statistic is computed
 * over the schools that have a value. An indicator with the same value for all schools gets weight zero and does not
 * affect the weights of others. If all indicators are constant, or all that vary agree perfectly, they get equal
 * weights. Learned weights are shares and do not depend on the order of rows and columns. They change when a school
 * improves, so a school that improves may fall (strategies that use correlations can cause this), and a missing value
 * can raise a school. The ranking warns of the latter.
 *
 * <pre>{@code
 * var best = Indicator.of("teaching");
 * var next = Indicator.of("research");
 * var least = Indicator.of("reach");
 * var strategy = WeightingStrategies.rankOrderCentroid(best, next, least);
 * strategy.toString() // ==> "11 teaching, 5 research, 2 reach"
 * }</pre>
 */
public final class WeightingStrategies {
    private WeightingStrategies() {}

    /** Weighs all indicators equally. */
    public static WeightingStrategy equal() {
        return WeightingStrategy.equal();
    }

    /** Weighs the indicators by the same weights for every table. */
    public static WeightingStrategy fixed(Weights weights) {
        return WeightingStrategy.fixed(weights);
    }

    /**
     * Weighs the indicators by rank-order centroid (Barron and Barrett 1996): the mean of all weights with the given
     * order, wᵢ = (1/k)·Σ 1/j for j = i … k. The points are whole numbers, so that they are exact.
     *
     * @param mostImportantFirst the indicators in order of importance
     * @throws IllegalArgumentException if there are no indicators, or one is given twice
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
     * Weighs the indicators by rank sum (Stillwell, Seaver and Edwards 1981): k points for the most important of k
     * indicators, one point for the least important.
     *
     * @throws IllegalArgumentException if there are no indicators, or one is given twice
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
     * Weighs the indicators by rank reciprocal (Stillwell, Seaver and Edwards 1981): wᵢ proportional to 1/i, as whole
     * points.
     *
     * @throws IllegalArgumentException if there are no indicators, or one is given twice
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
     * Weighs the indicators by the Analytic Hierarchy Process, using the principal eigenvector (Saaty 1980).
     *
     * @param comparisons judgements on exactly the methodology's indicators; check their consistency ratio first
     */
    public static WeightingStrategy ahpPrincipalEigenvector(PairwiseComparisons comparisons) {
        return new Compared(requireNonNull(comparisons, "comparisons"), true);
    }

    /**
     * Weighs the indicators by the Analytic Hierarchy Process, using the geometric means of the rows (Crawford and
     * Williams 1985).
     */
    public static WeightingStrategy ahpGeometricMean(PairwiseComparisons comparisons) {
        return new Compared(requireNonNull(comparisons, "comparisons"), false);
    }

    /**
     * Weighs the indicators by entropy (Hwang and Yoon 1981): w proportional to 1 − e, where e = −Σ p·ln p / ln n and
     * p = x / Σx over the schools of an indicator; 0·ln 0 is 0.
     *
     * <p>The direction is ignored. Other software first inverts indicators of which less is better, and gets other
     * weights. Values must not be negative; the message of the exception names the school. O(n · k).
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
     * 1995): w proportional to σ·Σ(1 − r) over the other indicators. σ is the population standard deviation after the
     * paper's min–max scaling with direction. r is Pearson's correlation, both indicators turned so that more is
     * better.
     *
     * <p>Because min–max scaling is part of the formula, a linear normalizer does not change the weights. If two
     * indicators share fewer than two schools, or one is constant over those, r is taken as 0. O(n · k²).
     */
    public static WeightingStrategy criticDiakoulaki1995() {
        return SpreadWeighting.CRITIC;
    }

    /**
     * Weighs the indicators by the squared loadings of the first principal component of the correlation matrix, which
     * add up to 1.
     *
     * <p>Squares have no sign, so the arbitrary sign of an eigenvector does not matter, and an indicator that
     * correlates negatively with the component counts like one that correlates positively. If the greatest eigenvalue
     * is multiple, as for uncorrelated indicators, the squares are added over its eigenvectors, a sum that does not
     * depend on the basis chosen. Correlations are those of {@link #criticDiakoulaki1995()}. O(n · k² + k³).
     */
    public static WeightingStrategy firstPrincipalComponentSquaredLoadings() {
        return PrincipalComponentWeighting.INSTANCE;
    }

    /**
     * Weighs the indicators by effective weights: Pearson's correlation of each indicator with the weighted sum
     * becomes proportional to a stated importance (the linear case of Becker, Saisana, Paruolo and Vandecasteele,
     * Ecological Indicators 80, 2017). The solution is exact: R·(w·σ) is proportional to the targets, for the
     * correlation matrix R.
     *
     * <p>If values are missing, correlations are over the schools that have both values, and the result holds only as
     * far as those are consistent. Ranking throws an exception that names the indicator if a target needs a negative
     * weight, if a target above 0 belongs to an indicator with the same value for all schools, or if an indicator is a
     * linear combination of others. O(n · k² + k³).
     *
     * @param targets the stated importance of exactly the methodology's indicators
     */
    public static WeightingStrategy correlationTargeted(Weights targets) {
        return new CorrelationTargeted(requireNonNull(targets, "targets"));
    }
}
