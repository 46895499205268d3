package io.github.medrank.weightspace;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import java.util.random.RandomGenerator;

/**
 * A distribution of weights. Implement it for a distribution of your own; {@link WeightSamplers} provides the usual
 * ones.
 *
 * <pre>{@code
 * WeightSampler uniform = WeightSamplers.uniform(List.of(Indicator.of("a"), Indicator.of("b")));
 * uniform.indicators().size() // ==> 2
 * }</pre>
 */
@Immutable
public interface WeightSampler {
    /** Returns the weighted indicators, in the order of the shares of a draw. */
    ImmutableList<Indicator> indicators();

    /**
     * Returns a source of draws for one thread. Its draws must depend only on the given random numbers.
     *
     * @param random uniform random bits; the same generator is reseeded before each {@link Source#start}
     * @return the source
     */
    Source source(RandomGenerator random);

    /** Draws weight vectors one after another. Each thread needs its own source. */
    @FunctionalInterface
    interface Source {
        /**
         * Forgets all earlier draws, so that later ones do not depend on them. Only sources with a memory need to
         * override it.
         */
        default void start() {}

        /**
         * Draws one weight vector.
         *
         * @param shares receives one share per indicator: nonnegative, adding up to 1 up to rounding
         */
        void next(double[] shares);
    }
}
