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
 * The distributions of weights this library has.
 *
 * <p>On one Java runtime a seed gives the same draws for ever. Normal and exponential numbers are those of the
 * runtime's {@code RandomGenerator}, whose algorithms the JDK does not specify: another Java version may draw other
 * ones, so let runtimes of one version make the pieces of one run.
 */
public final class WeightSamplers {
    private WeightSamplers() {}

    /**
     * Draws weights uniformly on the simplex: every weight vector is as likely as any other, which is Dirichlet's
     * distribution with all parameters 1.
     *
     * <p>A share has the mean 1/k, the standard deviation √((k−1)/(k²(k+1))), and exceeds t with probability
     * (1−t)<sup>k−1</sup>. Uniform numbers divided by their sum are <em>not</em> uniform on the simplex; they crowd
     * in its middle and make ranks look firmer than they are.
     *
     * @param indicators the indicators to weight, each once
     * @return the distribution; O(k) a draw
     */
    public static WeightSampler uniform(Iterable<Indicator> indicators) {
        requireNonNull(indicators, "indicators");
        ImmutableList<Indicator> all = WeightRegion.simplex(indicators).indicators();
        return new DirichletSampler(
                all, ImmutableDoubleArray.copyOf(all.stream().mapToDouble(each -> 1)));
    }

    /**
     * Draws from Dirichlet's distribution around given weights: the mean of each share s is the given one, its variance
     * s(1−s)/(concentration+1).
     *
     * @param weights the weights in the middle; a weight of zero stays zero
     * @param concentration how close draws are to them, from 1e-100 to 1e12: at 100 a share of 40 % has a standard
     *     deviation of 4.9 percentage points, at 1 000 of 1.5
     * @return the distribution; O(k) a draw
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
     * Draws weights uniformly on a region: a box ±p %, bounds, orders, ratios, or any linear constraints.
     *
     * <p>Where a simplex or a box around the region is not much larger than the region, points of it are drawn until
     * one is inside: draws are independent and exactly uniform. Where that would take more than 200 points a draw, a
     * hit-and-run walk (Smith 1984) does it, with directions from the region's own covariance and 3k² + 20 steps
     * between draws, begun afresh every 1 024 draws: uniform in the limit, and next to independent. {@link
     * Object#toString()} of the sampler says which it is.
     *
     * @param region the weights to draw from
     * @return the distribution
     * @throws IllegalArgumentException if the region is empty
     */
    public static WeightSampler uniformWithin(WeightRegion region) {
        requireNonNull(region, "region");
        return RegionSampler.of(region);
    }

    /**
     * Returns the distribution of weights after statements of which each may be mistaken: within the region the
     * density is (1 − e)<sup>kept</sup> · e<sup>broken</sup>, where e is the rate of errors and the exponents count
     * the statements that the weights keep and break. It is the posterior of uniform weights if each statement is
     * wrong with probability e, independently of the others.
     *
     * <p>A hit-and-run walk (Smith 1984) that draws from a chord exactly, with 3d² + 20 steps between draws in d
     * dimensions.
     *
     * <pre>{@code
     * var a = Indicator.of("a");
     * var b = Indicator.of("b");
     * var more = LinearConstraint.atMost(Map.of(b, 1.0, a, -1.0), 0); // b ≤ a
     * WeightSamplers.doubtful(WeightRegion.simplex(List.of(a, b)), List.of(more), 0.1).indicators() // ==> [a, b]
     * }</pre>
     *
     * @param region what holds for certain
     * @param statements what holds unless it is mistaken; they may contradict each other
     * @param errorRate e, above 0 and below 0.5
     * @throws IllegalArgumentException if the region is empty, a statement is about another indicator, or the rate is
     *     out of range
     */
    public static WeightSampler doubtful(WeightRegion region, Iterable<LinearConstraint> statements, double errorRate) {
        requireNonNull(region, "region");
        requireNonNull(statements, "statements");
        return new DoubtfulSampler(region, ImmutableList.copyOf(statements), errorRate);
    }

    /**
     * Returns independent noise: the points of each indicator times a number uniform between 1 − p % and 1 + p %, then
     * divided by their total; the noise on weights of Saisana, Saltelli and Tarantola (2005) and of COINr.
     *
     * <p>Not uniform on the region within ± p %: the division pulls all shares at once, so a share leaves its own ± p
     * % a little, by a factor of (1 + p) / (1 − p) at most, and the middle is likelier than under
     * {@link #uniformWithin}. A weight of zero stays zero. With {@link #perLevel} there is noise at each level of a
     * hierarchy.
     *
     * <pre>{@code
     * var weights = Weights.of(Map.of(Indicator.of("teaching"), 30, Indicator.of("papers"), 70));
     * WeightSamplers.independentNoise(weights, 25).indicators().size() // ==> 2
     * }</pre>
     *
     * @param weights the weights in the middle
     * @param percent p, above 0 and at most 100
     * @return the distribution; O(k) a draw
     * @throws IllegalArgumentException if p is out of range
     */
    public static WeightSampler independentNoise(Weights weights, double percent) {
        return new NoiseSampler(requireNonNull(weights, "weights"), percent);
    }

    /**
     * Returns the distribution in which each weighting of a list is as likely as any other: several experts' weights,
     * or those of several publishers. A weighting that comes twice is twice as likely.
     *
     * <pre>{@code
     * var teaching = Indicator.of("teaching");
     * var papers = Indicator.of("papers");
     * var experts = List.of(Weights.of(Map.of(teaching, 30, papers, 70)), Weights.of(Map.of(teaching, 60, papers,
     *         40)));
     * WeightSamplers.fromList(experts).toString() // ==> "one of 2 weightings"
     * }</pre>
     *
     * @param weightings at least one, all of the same indicators, in any order
     * @return the distribution, over the indicators in the first one's order; O(k) a draw
     * @throws IllegalArgumentException if there is none, or two are of different indicators
     */
    public static WeightSampler fromList(Iterable<Weights> weightings) {
        requireNonNull(weightings, "weightings");
        return OneOf.of(ImmutableList.copyOf(weightings));
    }

    /**
     * Draws the weights of a hierarchy, drawn level by level: the share of an indicator is that of its group times its
     * own within the group.
     *
     * @param groups the distribution of the groups' weights; each group is an indicator that stands for it
     * @param inside for each group the distribution within it, perhaps one of a further level; a group without one is
     *     an indicator itself
     * @return the distribution over the indicators of all groups, in the order of the groups
     * @throws IllegalArgumentException if a key is not one of the groups, or an indicator is in two groups
     */
    public static WeightSampler perLevel(WeightSampler groups, Map<Indicator, WeightSampler> inside) {
        requireNonNull(groups, "groups");
        requireNonNull(inside, "inside");
        return NestedSampler.of(groups, ImmutableMap.copyOf(inside));
    }

    /** Returns always the same weights: for a level of a hierarchy that does not vary. */
    public static WeightSampler fixed(Weights weights) {
        requireNonNull(weights, "weights");
        return OneOf.of(ImmutableList.of(weights));
    }

    /**
     * Returns the mean of the first draws, in percent of two decimals; what rounding leaves goes to the largest.
     *
     * <pre>{@code
     * var weights = Weights.of(Map.of(Indicator.of("teaching"), 30, Indicator.of("papers"), 70));
     * WeightSamplers.mean(WeightSamplers.fixed(weights), 100, 0) // ==> 70.00 papers, 30.00 teaching
     * }</pre>
     *
     * @param draws how many, 1 to 1 000 000
     * @param seed of the random numbers, which begin afresh every 1 024 draws
     */
    public static Weights mean(WeightSampler sampler, int draws, long seed) {
        return RegionCentre.mean(requireNonNull(sampler, "sampler"), draws, seed);
    }

    /** Checks that a draw's shares have the width they are written in. */
    static double[] room(double[] shares, int width) {
        requireNonNull(shares, "shares");
        checkArgument(shares.length == width, "room for %s shares; a draw has %s", shares.length, width);
        return shares;
    }

    /** One of some weightings, each as likely as any other. */
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
                // What is fixed takes no number from the stream.
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
