package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import java.util.random.RandomGenerator;

/** One of some weightings, each as likely as any other. */
@Immutable
record ListSampler(ImmutableList<Weights> weightings) implements WeightSampler {
    static ListSampler of(ImmutableList<Weights> weightings) {
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
        return new ListSampler(weightings);
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
        return shares -> System.arraycopy(
                all[random.nextInt(all.length)], 0, WeightSamplers.room(shares, all[0].length), 0, all[0].length);
    }

    @Override
    public String toString() {
        return weightings.size() == 1 ? "fixed at " + weightings.get(0) : "one of " + weightings.size() + " weightings";
    }
}
