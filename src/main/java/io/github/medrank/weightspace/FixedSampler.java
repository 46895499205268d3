package io.github.medrank.weightspace;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import java.util.random.RandomGenerator;

@Immutable
record FixedSampler(Weights weights) implements WeightSampler {
    @Override
    public ImmutableList<Indicator> indicators() {
        return weights.indicators();
    }

    @Override
    public Source source(RandomGenerator random) {
        requireNonNull(random, "random");
        double[] fixed = indicators().stream().mapToDouble(weights::share).toArray();
        return shares -> System.arraycopy(fixed, 0, WeightSamplers.room(shares, fixed.length), 0, fixed.length);
    }

    @Override
    public String toString() {
        return "fixed at " + weights;
    }
}
