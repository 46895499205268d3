package io.github.medrank.weighting;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import io.github.medrank.exact.Matrices;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The judgements of the Analytic Hierarchy Process (Saaty 1980): how many times as important each indicator is as each
 * other one. Weights and consistency follow from them.
 *
 * <p>Each pair is judged once; the reverse pair has the reciprocal.
 *
 * <pre>{@code
 * var teaching = Indicator.of("teaching");
 * var research = Indicator.of("research");
 * var reach = Indicator.of("reach");
 * var judged = PairwiseComparisons.builder(teaching, research, reach)
 *         .judge(teaching, research, 2).judge(teaching, reach, 8).judge(research, reach, 4).build();
 * judged.consistencyRatio().getAsDouble() < 0.1 // ==> true
 * }</pre>
 */
@Immutable
public final class PairwiseComparisons {
    /** Saaty, The Analytic Hierarchy Process (1980): mean consistency index of random matrices of 1 to 15 rows. */
    private static final ImmutableList<Double> RANDOM_INDEX =
            ImmutableList.of(0.0, 0.0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59);

    private final ImmutableList<Indicator> indicators;
    private final ImmutableTable<Indicator, Indicator, Double> judgements;

    private PairwiseComparisons(
            ImmutableList<Indicator> indicators, ImmutableTable<Indicator, Indicator, Double> judgements) {
        this.indicators = indicators;
        this.judgements = judgements;
    }

    /**
     * Returns a builder for judgements on indicators.
     *
     * @param indicators at least one, without repetition
     * @throws IllegalArgumentException if there are no indicators, or one is given twice
     */
    public static Builder builder(Indicator... indicators) {
        requireNonNull(indicators, "indicators");
        return new Builder(ImmutableList.copyOf(indicators));
    }

    /** Returns the indicators compared. */
    public ImmutableList<Indicator> indicators() {
        return indicators;
    }

    /**
     * Returns how many times as important one indicator is as another.
     *
     * @throws IllegalArgumentException if an indicator is not compared here
     */
    public double judgement(Indicator one, Indicator other) {
        checkKnown(indicators, one);
        checkKnown(indicators, other);
        Double known = judgements.get(one, other);
        if (known != null) {
            return known;
        }
        Double turned = judgements.get(other, one);
        return turned == null ? 1 : 1 / turned;
    }

    /** Returns the weights by the principal right eigenvector of the matrix (Saaty 1980), as shares. O(k³). */
    public Weights principalEigenvector() {
        Map<Indicator, Double> shares = new LinkedHashMap<>();
        ImmutableList<Indicator> sorted = sorted();
        double[] vector = Matrices.perron(matrix(sorted));
        for (int i = 0; i < vector.length; i++) {
            shares.put(sorted.get(i), vector[i]);
        }
        return weights(shares::get);
    }

    /** Returns the weights by the geometric means of the rows (Crawford and Williams 1985). O(k²). */
    public Weights geometricMean() {
        Map<Indicator, Double> means = new LinkedHashMap<>();
        double total = 0;
        for (Indicator one : sorted()) {
            double logarithms = 0;
            for (Indicator other : sorted()) {
                logarithms += StrictMath.log(judgement(one, other));
            }
            double mean = StrictMath.exp(logarithms / indicators.size());
            means.put(one, mean);
            total += mean;
        }
        double sum = total;
        return weights(indicator -> means.getOrDefault(indicator, 0.0) / sum);
    }

    private Weights weights(ToDoubleFunction<Indicator> share) {
        Weights.Builder weights = Weights.builder();
        indicators.forEach(indicator -> weights.put(indicator, share.applyAsDouble(indicator)));
        return weights.build();
    }

    /**
     * Returns the greatest eigenvalue of the matrix: the number of indicators if the judgements are consistent, more
     * otherwise.
     */
    public double principalEigenvalue() {
        double[][] matrix = matrix(sorted());
        double[] vector = Matrices.perron(matrix);
        double value = 0;
        for (double[] row : matrix) {
            for (int j = 0; j < row.length; j++) {
                value += row[j] * vector[j];
            }
        }
        return value;
    }

    /** Returns (λ − k) / (k − 1) for the greatest eigenvalue λ of k indicators; 0 for one. */
    public double consistencyIndex() {
        int k = indicators.size();
        return k == 1 ? 0 : Math.max(0, (principalEigenvalue() - k) / (k - 1));
    }

    /**
     * Returns the consistency index divided by that of random judgements. Saaty (1980) lists the latter: 0.58, 0.90,
     * 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59 for 3 to 15 indicators. A ratio of at most 0.1
     * is usually accepted as consistent.
     *
     * @return 0 for one or two indicators, which cannot contradict each other; empty for more than 15
     */
    public OptionalDouble consistencyRatio() {
        int k = indicators.size();
        if (k > RANDOM_INDEX.size()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(k <= 2 ? 0 : consistencyIndex() / RANDOM_INDEX.get(k - 1));
    }

    private ImmutableList<Indicator> sorted() {
        return ImmutableList.sortedCopyOf(Comparator.comparing(Indicator::id), indicators);
    }

    private double[][] matrix(ImmutableList<Indicator> order) {
        return order.stream()
                .map(one -> order.stream()
                        .mapToDouble(other -> judgement(one, other))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static void checkKnown(ImmutableList<Indicator> indicators, Indicator indicator) {
        checkArgument(
                indicators.contains(requireNonNull(indicator, "indicator")),
                "indicator \"%s\" is not among those compared: %s",
                indicator.id(),
                indicators.stream().map(Indicator::id).toList());
    }

    /** Returns whether the other object has the same judgements of the same indicators. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PairwiseComparisons that
                && sorted().equals(that.sorted())
                && Arrays.deepEquals(matrix(sorted()), that.matrix(that.sorted()));
    }

    @Override
    public int hashCode() {
        return sorted().hashCode();
    }

    /** Returns the judgements as given: {@code teaching : research = 2, …}. */
    @Override
    public String toString() {
        return judgements.rowMap().entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .map(cell -> row.getKey().id() + " : " + cell.getKey().id() + " = " + cell.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Builds judgements; not safe for use by several threads. */
    public static final class Builder {
        private final ImmutableList<Indicator> indicators;
        private final ImmutableTable.Builder<Indicator, Indicator, Double> judgements = ImmutableTable.builder();
        private final Set<Set<Indicator>> pairs = new HashSet<>();

        private Builder(ImmutableList<Indicator> indicators) {
            checkArgument(!indicators.isEmpty(), "no indicators; at least one is needed");
            for (int i = 0; i < indicators.size(); i++) {
                checkArgument(
                        indicators.indexOf(indicators.get(i)) == i,
                        "indicator \"%s\" comes twice",
                        indicators.get(i).id());
            }
            this.indicators = indicators;
        }

        /**
         * Adds the judgement of a pair.
         *
         * @param one an indicator
         * @param other another indicator
         * @param times how many times as important {@code one} is as {@code other}, above zero; on Saaty's scale 1 to 9
         *     or a reciprocal
         * @return this builder
         * @throws IllegalArgumentException if an indicator is not among those compared, both are the same, the pair was
         *     judged before, or the number is not finite and above zero
         */
        @CanIgnoreReturnValue
        public Builder judge(Indicator one, Indicator other, double times) {
            checkKnown(indicators, one);
            checkKnown(indicators, other);
            checkArgument(!one.equals(other), "indicator \"%s\" is compared with itself", one.id());
            checkArgument(
                    times > 0 && times < Double.POSITIVE_INFINITY,
                    "\"%s\" is judged %s times as important as \"%s\"; it must be above zero",
                    one.id(),
                    times,
                    other.id());
            checkArgument(pairs.add(Set.of(one, other)), "\"%s\" and \"%s\" are judged twice", one.id(), other.id());
            judgements.put(one, other, times);
            return this;
        }

        /**
         * Returns the comparisons.
         *
         * @throws IllegalArgumentException if a pair was not judged
         */
        public PairwiseComparisons build() {
            for (Indicator one : indicators) {
                for (Indicator other : indicators) {
                    checkArgument(
                            one.equals(other) || pairs.contains(Set.of(one, other)),
                            "\"%s\" and \"%s\" are not compared; judge every pair",
                            one.id(),
                            other.id());
                }
            }
            return new PairwiseComparisons(indicators, judgements.build());
        }
    }
}
