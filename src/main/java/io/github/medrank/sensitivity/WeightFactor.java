package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import io.github.medrank.exact.BlockRandom;
import io.github.medrank.weightspace.WeightSampler;
import java.util.List;

/** A single factor for all weights together; each point in [0, 1) stands for a set of weights. */
@Immutable
interface WeightFactor {
    /** The name of the factor. */
    String NAME = "weights";

    /** Returns a source of the weights for points, in the order of the indicators; one per thread. */
    Source source(ImmutableList<Indicator> order, long seed);

    /** Computes the weights for one point after another. */
    @FunctionalInterface
    interface Source {
        void weights(double point, double[] shares);
    }

    /** Returns a factor under which each of the given sets is equally likely. */
    static WeightFactor of(List<Weights> sets) {
        ImmutableList<Weights> all = ImmutableList.copyOf(sets);
        checkArgument(all.size() >= 2, "%s sets of weights; it takes two to vary", all.size());
        return new Listed(all);
    }

    /** Returns a factor for which each point is a draw of the sampler. */
    static WeightFactor of(WeightSampler sampler) {
        return new Sampled(sampler);
    }

    @Immutable
    record Listed(ImmutableList<Weights> sets) implements WeightFactor {
        @Override
        public Source source(ImmutableList<Indicator> order, long seed) {
            double[][] points = sets.stream().map(each -> points(each, order)).toArray(double[][]::new);
            return (point, shares) ->
                    System.arraycopy(points[(int) (point * points.length)], 0, shares, 0, shares.length);
        }

        @Override
        public String toString() {
            return sets.size() + " sets";
        }
    }

    @Immutable
    record Sampled(WeightSampler sampler) implements WeightFactor {
        @Override
        public Source source(ImmutableList<Indicator> order, long seed) {
            int[] to = sampler.indicators().stream().mapToInt(order::indexOf).toArray();
            checkArgument(
                    to.length == order.size() && ImmutableList.copyOf(order).containsAll(sampler.indicators()),
                    "the sampled weights are for %s, but the methodology has %s",
                    ids(sampler.indicators()),
                    ids(order));
            BlockRandom random = new BlockRandom(seed, 1);
            WeightSampler.Source source = sampler.source(random);
            double[] drawn = new double[to.length];
            return (point, shares) -> {
                random.start(Double.doubleToRawLongBits(point));
                source.start();
                source.next(drawn);
                for (int i = 0; i < to.length; i++) {
                    shares[to[i]] = drawn[i];
                }
            };
        }

        @Override
        public String toString() {
            return sampler.toString();
        }
    }

    /** Returns the points of each indicator. */
    static double[] points(Weights weights, ImmutableList<Indicator> order) {
        Weights ordered = weights.inOrderOf(order);
        return order.stream()
                .mapToDouble(each -> ordered.points(each).doubleValue())
                .toArray();
    }

    private static List<String> ids(ImmutableList<Indicator> indicators) {
        return indicators.stream().map(Indicator::id).toList();
    }
}
