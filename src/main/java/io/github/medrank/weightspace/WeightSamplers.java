package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Provides the distributions of weights of this library.
 *
 * <p>On one version of Java, a seed always gives the same draws. Normal and exponential numbers come from the runtime's
 * {@code RandomGenerator}, whose algorithms the JDK does not specify, so another version may give other draws. Use
 * runtimes of the same version to compute the pieces of one run.
 */
public final class WeightSamplers {
    private WeightSamplers() {}

    /**
     * Returns the uniform distribution of weights on the simplex: every weight vector is equally likely. This is the
     * Dirichlet distribution with all parameters 1.
     *
     * <p>For k indicators a share has the mean 1/k and the standard deviation √((k−1)/(k²(k+1))), and exceeds t with
     * probability (1−t)<sup>k−1</sup>. Dividing uniform numbers by their sum is <em>not</em> uniform on the simplex:
     * such draws crowd in its middle and make positions look more certain than they are.
     *
     * @param indicators the indicators to weight, each once
     * @return the distribution; O(k) per draw
     */
    public static WeightSampler uniform(Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        ImmutableList<Indicator> all = WeightRegion.simplex(indicators).indicators();
        return new DirichletSampler(
                all, ImmutableDoubleArray.copyOf(all.stream().mapToDouble(each -> 1)));
    }

    /**
     * Returns the Dirichlet distribution around given weights. Each share has the given share s as its mean, and the
     * variance s(1−s)/(concentration+1).
     *
     * @param weights the mean weights; a weight of zero stays zero
     * @param concentration how close draws are to the mean, from 1e-100 to 1e12: with 100 a share of 40 % has a
     *     standard deviation of 4.9 percentage points, with 1,000 of 1.5
     * @return the distribution; O(k) per draw
     * @throws IllegalArgumentException if the concentration is out of range
     */
    public static WeightSampler dirichlet(Weights weights, double concentration) {
        requireNonNull(weights, "weights");
        checkArgument(
                concentration >= 1e-100 && concentration <= 1e12,
                "concentration %s; it must be from 1e-100 to 1e12",
                concentration);
        return new DirichletSampler(
                weights.indicators(),
                ImmutableDoubleArray.copyOf(weights.indicators().stream()
                        .mapToDouble(indicator -> concentration * weights.share(indicator))));
    }

    /**
     * Returns the uniform distribution on a region, such as a box ±p %, bounds, orders, ratios, or any linear
     * constraints.
     *
     * <p>If the region fills enough of a simplex or a box around it, points of that are drawn until one lies in the
     * region; draws are then independent and exactly uniform. If this would take more than 200 points per draw, a
     * hit-and-run walk (Smith 1984) is used instead. Its directions follow the region's own covariance, it takes 3k² +
     * 20 steps between draws, and it starts afresh every 1,024 draws; draws are uniform in the limit and nearly
     * independent. The sampler's {@link Object#toString()} names the method in use.
     *
     * @param region the region to draw from
     * @return the distribution
     * @throws IllegalArgumentException if the region is empty
     */
    public static WeightSampler uniformWithin(WeightRegion region) {
        requireNonNull(region, "region");
        return RegionSampler.uniform(region);
    }

    /**
     * Returns the distribution of weights given statements that may each be mistaken.
     *
     * <p>Within the region the density is (1 − e)<sup>kept</sup> · e<sup>broken</sup>, where e is the error rate, and
     * the exponents are the numbers of statements that the weights keep and break. It is the posterior of uniform
     * weights if each statement is wrong with probability e, independently of the others.
     *
     * <p>Draws come from a hit-and-run walk (Smith 1984) that draws exactly from each chord, with 3d² + 20 steps
     * between draws in d dimensions.
     *
     * <pre>{@code
     * var a = Indicator.of("a");
     * var b = Indicator.of("b");
     * var more = LinearConstraint.atMost(Map.of(b, 1.0, a, -1.0), 0); // b ≤ a
     * WeightSamplers.doubtful(WeightRegion.simplex(List.of(a, b)), List.of(more), 0.1).indicators() // ==> [a, b]
     * }</pre>
     *
     * @param region the weights that are certainly acceptable
     * @param statements constraints that may be mistaken, and may contradict each other
     * @param errorRate e, above 0 and below 0.5
     * @throws IllegalArgumentException if the region is empty, a statement is about another indicator, or the rate is
     *     out of range
     */
    public static WeightSampler doubtful(WeightRegion region, Iterable<LinearConstraint> statements, double errorRate) {
        requireNonNull(region, "region");
        requireNonNull(statements, "statements");
        return RegionSampler.doubtful(region, ImmutableList.copyOf(statements), errorRate);
    }

    /**
     * Returns the distribution of weights with independent noise on each indicator's points. The points are multiplied
     * by a number drawn uniformly between 1 − p % and 1 + p %, then divided by their total, as in Saisana, Saltelli and
     * Tarantola (2005) and in COINr.
     *
     * <p>This is not uniform on the region within ± p %. The division changes all shares at once, so a share may leave
     * its own ± p %, at most by a factor of (1 + p) / (1 − p), and values near the centre are likelier than under
     * {@link #uniformWithin}. A weight of zero stays zero. To add noise at each level of a hierarchy, use
     * {@link #perLevel}.
     *
     * <pre>{@code
     * var weights = Weights.of(Map.of(Indicator.of("teaching"), 30, Indicator.of("papers"), 70));
     * WeightSamplers.independentNoise(weights, 25).indicators().size() // ==> 2
     * }</pre>
     *
     * @param weights the weights at the centre
     * @param percent p, above 0 and at most 100
     * @return the distribution; O(k) per draw
     * @throws IllegalArgumentException if p is out of range
     */
    public static WeightSampler independentNoise(Weights weights, double percent) {
        return new NoiseSampler(requireNonNull(weights, "weights"), percent);
    }

    /**
     * Returns the distribution that picks one weighting of a list, each with the same probability, such as the weights
     * of several experts or publishers. A weighting that is listed twice is twice as likely.
     *
     * <pre>{@code
     * var teaching = Indicator.of("teaching");
     * var papers = Indicator.of("papers");
     * var experts = List.of(Weights.of(Map.of(teaching, 30, papers, 70)), Weights.of(Map.of(teaching, 60, papers,
     *         40)));
     * WeightSamplers.fromList(experts).toString() // ==> "one of 2 weightings"
     * }</pre>
     *
     * @param weightings at least one, all for the same indicators, in any order
     * @return the distribution, over the indicators in the order of the first weighting; O(k) per draw
     * @throws IllegalArgumentException if the list is empty, or two weightings have different indicators
     */
    public static WeightSampler fromList(Iterable<Weights> weightings) {
        requireNonNull(weightings, "weightings");
        return OneOf.of(ImmutableList.copyOf(weightings));
    }

    /**
     * Returns the distribution of the weights of a hierarchy, drawn level by level: an indicator's share is its group's
     * share times its own share within the group.
     *
     * @param groups the distribution of the groups' weights; each group is represented by an indicator
     * @param inside the distribution within each group, which may itself be of a further level; a group without one is
     *     an indicator itself
     * @return the distribution over the indicators of all groups, in the order of the groups
     * @throws IllegalArgumentException if a key is not one of the groups, or an indicator is in two groups
     */
    public static WeightSampler perLevel(WeightSampler groups, Map<Indicator, WeightSampler> inside) {
        requireNonNull(groups, "groups");
        requireNonNull(inside, "inside");
        return NestedSampler.of(groups, ImmutableMap.copyOf(inside));
    }

    /** Returns the distribution that always gives the same weights, for a level of a hierarchy that does not vary. */
    public static WeightSampler fixed(Weights weights) {
        requireNonNull(weights, "weights");
        return OneOf.of(ImmutableList.of(weights));
    }

    /**
     * Returns the mean of the first draws, in percent with two decimals. The remainder of rounding goes to the largest
     * weight.
     *
     * <pre>{@code
     * var weights = Weights.of(Map.of(Indicator.of("teaching"), 30, Indicator.of("papers"), 70));
     * WeightSamplers.mean(WeightSamplers.fixed(weights), 100, 0) // ==> 70.00 papers, 30.00 teaching
     * }</pre>
     *
     * @param draws the number of draws, 1 to 1,000,000
     * @param seed the seed of the random numbers, which start afresh every 1,024 draws
     */
    public static Weights mean(WeightSampler sampler, int draws, long seed) {
        return RegionCentre.mean(requireNonNull(sampler, "sampler"), draws, seed);
    }

    /** Checks that the array for a draw's shares has the right length. */
    static double[] room(double[] shares, int width) {
        requireNonNull(shares, "shares");
        checkArgument(shares.length == width, "room for %s shares; a draw has %s", shares.length, width);
        return shares;
    }

    /** Picks one of several weightings, each with the same probability. */
    @Immutable
    private record OneOf(ImmutableList<Weights> weightings) implements WeightSampler {
        static OneOf of(ImmutableList<Weights> weightings) {
            checkArgument(!weightings.isEmpty(), "no weightings; give at least one");
            ImmutableSet<Indicator> indicators =
                    ImmutableSet.copyOf(weightings.get(0).indicators());
            for (Weights each : weightings) {
                checkArgument(
                        indicators.equals(ImmutableSet.copyOf(each.indicators())),
                        "weightings of different indicators: %s and %s; give an indicator that does not count 0 points",
                        weightings.get(0),
                        each);
            }
            return new OneOf(weightings);
        }

        @Override
        public ImmutableList<Indicator> indicators() {
            return weightings.get(0).indicators();
        }

        @Override
        public Source source(RandomGenerator random) {
            requireNonNull(random, "random");
            double[][] all = weightings.stream()
                    .map(each -> indicators().stream().mapToDouble(each::share).toArray())
                    .toArray(double[][]::new);
            return shares -> {
                // A fixed weighting takes no number from the stream.
                double[] drawn = all[all.length == 1 ? 0 : random.nextInt(all.length)];
                System.arraycopy(drawn, 0, room(shares, drawn.length), 0, drawn.length);
            };
        }

        @Override
        public String toString() {
            return weightings.size() == 1
                    ? "fixed at " + weightings.get(0)
                    : "one of " + weightings.size() + " weightings";
        }
    }
}
