package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import io.github.medrank.exact.NumberText;
import java.util.random.RandomGenerator;

/** Multiplies each weight by its own uniform number around 1, and divides by the total. */
@Immutable
record NoiseSampler(Weights weights, double percent) implements WeightSampler {
    NoiseSampler {
        checkArgument(percent > 0 && percent <= 100, "noise of ± %s %; above 0, and at most 100", percent);
    }

    @Override
    public ImmutableList<Indicator> indicators() {
        return weights.indicators();
    }

    @Override
    public Source source(RandomGenerator random) {
        requireNonNull(random, "random");
        double[] middle = indicators().stream().mapToDouble(weights::share).toArray();
        double noise = percent / 100;
        return shares -> {
            WeightSamplers.room(shares, middle.length);
            double total = 0;
            while (!(total > 0)) { // at ± 100 % all may be 0, though hardly ever
                total = 0;
                for (int i = 0; i < shares.length; i++) {
                    shares[i] = middle[i] * (1 + noise * (2 * random.nextDouble() - 1));
                    total += shares[i];
                }
            }
            for (int i = 0; i < shares.length; i++) {
                shares[i] /= total;
            }
        };
    }

    @Override
    public String toString() {
        return "independent noise of ± " + NumberText.significant(percent) + " % around " + weights;
    }
}
