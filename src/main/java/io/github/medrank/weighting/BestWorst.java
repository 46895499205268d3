package io.github.medrank.weighting;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.FractionVector;
import io.github.medrank.exact.LinearProgram;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The judgements of the best–worst method (Rezaei 2015): how many times as important the most important indicator is as
 * each other indicator, and each other indicator as the least important. It needs 2k − 3 judgements, where pairwise
 * comparisons need k(k − 1)/2.
 *
 * <p>{@link #linearRezaei2016} returns the weights of the linear method, which are unique. {@link #xi} and
 * {@link #consistencyRatio} belong to the original, non-linear method.
 *
 * <pre>{@code
 * var load = Indicator.of("load");
 * var access = Indicator.of("access");
 * var cost = Indicator.of("cost");
 * var judged = BestWorst.builder(cost, load, 8).judge(access, 2, 5).build(); // from Rezaei (2015)
 * String.format("%.2f", judged.xi())         // ==> "0.26"
 * judged.rezaei2015().share(cost) > 0.5898   // ==> true
 * }</pre>
 */
@Immutable
public final class BestWorst {
    /** Rezaei (2015), table 1: the largest ξ if the best is judged 1 to 9 times as important as the worst. */
    private static final ImmutableList<Double> CONSISTENCY_INDEX =
            ImmutableList.of(0.0, 0.44, 1.0, 1.63, 2.3, 3.0, 3.73, 4.47, 5.23);

    private static final int MOST_HALVINGS = 200;

    private final Indicator best;
    private final Indicator worst;
    private final ImmutableMap<Indicator, Double> bestToOthers; // the best itself 1; the worst included
    private final ImmutableMap<Indicator, Double> othersToWorst; // the best included; the worst itself 1

    private BestWorst(Builder builder) {
        this.best = builder.best;
        this.worst = builder.worst;
        this.bestToOthers = ImmutableMap.copyOf(builder.bestToOthers);
        this.othersToWorst = ImmutableMap.copyOf(builder.othersToWorst);
    }

    /**
     * Returns a builder for judgements.
     *
     * @param best the most important indicator
     * @param worst the least important indicator
     * @param times how many times as important the best is as the worst, at least 1; from 1 to 9 in the original method
     * @throws IllegalArgumentException if both are the same, or the number is not finite or less than 1
     */
    public static Builder builder(Indicator best, Indicator worst, double times) {
        return new Builder(requireNonNull(best, "best"), requireNonNull(worst, "worst"), times);
    }

    /** Returns the most important indicator. */
    public Indicator best() {
        return best;
    }

    /** Returns the least important indicator. */
    public Indicator worst() {
        return worst;
    }

    /** Returns how many times as important the best is as each indicator; 1 for itself. */
    public ImmutableMap<Indicator, Double> bestToOthers() {
        return bestToOthers;
    }

    /** Returns how many times as important each indicator is as the worst; 1 for itself. */
    public ImmutableMap<Indicator, Double> othersToWorst() {
        return othersToWorst;
    }

    /**
     * Returns the weights of the linear method (Rezaei 2016). They minimise the largest of |w<sub>best</sub> −
     * a<sub>best,j</sub> w<sub>j</sub>| and |w<sub>j</sub> − a<sub>j,worst</sub> w<sub>worst</sub>|. Exact.
     */
    public Weights linearRezaei2016() {
        FractionVector point = linear().point();
        Weights.Builder weights = Weights.builder();
        List<Indicator> indicators = bestToOthers.keySet().asList();
        for (int i = 0; i < indicators.size(); i++) {
            weights.put(indicators.get(i), new BigDecimal(point.numerator(i)));
        }
        return weights.build();
    }

    /**
     * Returns ξ<sup>L</sup> of the linear method: the largest difference that its weights leave; 0 if the judgements
     * are consistent.
     */
    public double linearXi() {
        return linear().value().doubleValue();
    }

    private double bestOver(Indicator indicator) {
        return requireNonNull(bestToOthers.get(indicator), "judged");
    }

    private double overWorst(Indicator indicator) {
        return requireNonNull(othersToWorst.get(indicator), "judged");
    }

    private LinearProgram.Optimal linear() {
        List<Indicator> indicators = bestToOthers.keySet().asList();
        int k = indicators.size();
        LinearProgram.Builder program = LinearProgram.builder(k + 1);
        BigDecimal[] ones = new BigDecimal[k + 1];
        Arrays.fill(ones, BigDecimal.ONE);
        ones[k] = BigDecimal.ZERO;
        program.equal(BigDecimal.ONE, ones);
        for (int j = 0; j < k; j++) {
            Indicator each = indicators.get(j);
            bound(program, k, indicators.indexOf(best), j, bestOver(each));
            bound(program, k, j, indicators.indexOf(worst), overWorst(each));
        }
        BigDecimal[] xi = new BigDecimal[k + 1];
        Arrays.fill(xi, BigDecimal.ZERO);
        xi[k] = BigDecimal.ONE;
        return (LinearProgram.Optimal) program.build().minimise(xi);
    }

    /** |w(one) − times · w(other)| ≤ ξ, the last variable. */
    private static void bound(LinearProgram.Builder program, int k, int one, int other, double times) {
        if (one == other) {
            return;
        }
        for (int sign = -1; sign <= 1; sign += 2) {
            BigDecimal[] row = new BigDecimal[k + 1];
            Arrays.fill(row, BigDecimal.ZERO);
            row[one] = BigDecimal.valueOf(sign);
            row[other] = Decimals.of(-sign * times);
            row[k] = BigDecimal.ONE.negate();
            program.atMost(BigDecimal.ZERO, row);
        }
    }

    /**
     * Returns ξ of the original method (Rezaei 2015): the smallest possible value of the largest error. The error of a
     * judgement is its distance from the ratio of weights w<sub>best</sub> / w<sub>j</sub> or w<sub>j</sub> /
     * w<sub>worst</sub>. ξ is 0 if the judgements are consistent.
     *
     * <p>For each j, the ratio of best to worst lies between (a<sub>best,j</sub> − ξ)(a<sub>j,worst</sub> − ξ) and
     * (a<sub>best,j</sub> + ξ)(a<sub>j,worst</sub> + ξ). ξ is the smallest number for which all these intervals meet.
     */
    public double xi() {
        if (room(0) >= 0) {
            return 0;
        }
        double low = 0;
        double high = bestOver(worst); // every interval begins at 0 for this ξ
        for (Indicator each : bestToOthers.keySet()) {
            high = Math.max(high, Math.max(bestOver(each), overWorst(each)));
        }
        for (int i = 0; i < MOST_HALVINGS && Math.nextUp(low) < high; i++) {
            double middle = low + (high - low) / 2;
            if (room(middle) >= 0) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /** The least upper end of the intervals minus the greatest lower end; not negative if all intervals meet. */
    private double room(double xi) {
        return highest(xi) - lowest(xi);
    }

    private double lowest(double xi) {
        double lowest = bestOver(worst) - xi;
        for (Indicator each : bestToOthers.keySet()) {
            if (!each.equals(best) && !each.equals(worst)) {
                lowest = Math.max(lowest, Math.max(0, bestOver(each) - xi) * Math.max(0, overWorst(each) - xi));
            }
        }
        return lowest;
    }

    private double highest(double xi) {
        double highest = bestOver(worst) + xi;
        for (Indicator each : bestToOthers.keySet()) {
            if (!each.equals(best) && !each.equals(worst)) {
                highest = Math.min(highest, (bestOver(each) + xi) * (overWorst(each) + xi));
            }
        }
        return highest;
    }

    /**
     * Returns ξ divided by the consistency index of Rezaei (2015), which is 0.44, 1, 1.63, 2.3, 3, 3.73, 4.47 and 5.23
     * if the best is judged 2 to 9 times as important as the worst. 0 means full consistency.
     *
     * @return empty if the judgement of best over worst is not a whole number up to 9; 0 if it is 1
     */
    public OptionalDouble consistencyRatio() {
        double times = bestOver(worst);
        if (times != Math.rint(times) || times > CONSISTENCY_INDEX.size()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(times == 1 ? 0 : xi() / CONSISTENCY_INDEX.get((int) times - 1));
    }

    /**
     * Returns the weights of the original method (Rezaei 2015). Several weights may attain ξ. The ratio of best to
     * worst is the same in all of them; each other indicator gets the middle of its possible ratios to the worst.
     */
    public Weights rezaei2015() {
        double xi = xi();
        double ratio = (lowest(xi) + highest(xi)) / 2;
        Map<Indicator, Double> toWorst = new LinkedHashMap<>();
        double total = 0;
        for (Indicator each : bestToOthers.keySet()) {
            double times = each.equals(best) ? ratio : each.equals(worst) ? 1 : middle(each, xi, ratio);
            toWorst.put(each, times);
            total += times;
        }
        Weights.Builder weights = Weights.builder();
        for (Map.Entry<Indicator, Double> each : toWorst.entrySet()) {
            weights.put(each.getKey(), each.getValue() / total);
        }
        return weights.build();
    }

    private double middle(Indicator each, double xi, double ratio) {
        double low = Math.max(overWorst(each) - xi, ratio / (bestOver(each) + xi));
        double most = bestOver(each) - xi;
        double high = Math.min(overWorst(each) + xi, most > 0 ? ratio / most : Double.POSITIVE_INFINITY);
        return (Math.max(0, low) + high) / 2;
    }

    /** Returns whether the other object has the same judgements. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BestWorst that
                && best.equals(that.best)
                && worst.equals(that.worst)
                && bestToOthers.equals(that.bestToOthers)
                && othersToWorst.equals(that.othersToWorst);
    }

    @Override
    public int hashCode() {
        return bestToOthers.hashCode() * 31 + othersToWorst.hashCode();
    }

    /** Returns the judgements as given: {@code cost : load = 8; cost : access = 2, access : load = 5}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(best.id() + " : " + worst.id() + " = " + text(bestOver(worst)));
        for (Indicator each : bestToOthers.keySet()) {
            if (!each.equals(best) && !each.equals(worst)) {
                text.append("; ")
                        .append(best.id())
                        .append(" : ")
                        .append(each.id())
                        .append(" = ");
                text.append(text(bestOver(each))).append(", ").append(each.id()).append(" : ");
                text.append(worst.id()).append(" = ").append(text(overWorst(each)));
            }
        }
        return text.toString();
    }

    private static String text(double number) {
        return NumberText.plain(number);
    }

    /** Builds judgements; not safe for use by several threads. */
    public static final class Builder {
        private final Indicator best;
        private final Indicator worst;
        private final Map<Indicator, Double> bestToOthers = new LinkedHashMap<>();
        private final Map<Indicator, Double> othersToWorst = new LinkedHashMap<>();

        private Builder(Indicator best, Indicator worst, double times) {
            checkArgument(!best.equals(worst), "indicator \"%s\" is both the best and the worst", best.id());
            this.best = best;
            this.worst = worst;
            put(best, 1, times);
            put(worst, times, 1);
        }

        /**
         * Adds the judgements of an indicator that is neither the best nor the worst.
         *
         * @param indicator the indicator
         * @param bestOverIt how many times as important the best is as this indicator, at least 1
         * @param itOverWorst how many times as important this indicator is as the worst, at least 1
         * @throws IllegalArgumentException if the indicator was judged before, or a number is not finite or less than 1
         */
        @CanIgnoreReturnValue
        public Builder judge(Indicator indicator, double bestOverIt, double itOverWorst) {
            checkArgument(
                    !bestToOthers.containsKey(requireNonNull(indicator, "indicator")),
                    "indicator \"%s\" is judged twice",
                    indicator.id());
            put(indicator, bestOverIt, itOverWorst);
            return this;
        }

        private void put(Indicator indicator, double bestOverIt, double itOverWorst) {
            checkTimes(indicator, bestOverIt);
            checkTimes(indicator, itOverWorst);
            bestToOthers.put(indicator, bestOverIt);
            othersToWorst.put(indicator, itOverWorst);
        }

        private static void checkTimes(Indicator indicator, double times) {
            checkArgument(
                    times >= 1 && times < Double.POSITIVE_INFINITY,
                    "indicator \"%s\" is judged by %s; how many times as important is a number from 1, at most 9 in the"
                            + " original method",
                    indicator.id(),
                    times);
        }

        /** Returns the judgements. */
        public BestWorst build() {
            return new BestWorst(this);
        }
    }
}
