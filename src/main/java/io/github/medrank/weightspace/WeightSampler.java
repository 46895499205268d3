package io.github.medrank.weightspace;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import java.util.random.RandomGenerator;

/**
 * A distribution of weights: a plug-in point. {@link WeightSamplers} has the usual ones.
 *
 * <pre>{@code
 * WeightSampler uniform = WeightSamplers.uniform(List.of(Indicator.of("a"), Indicator.of("b")));
 * uniform.indicators().size() // ==> 2
 * }</pre>
 */
@Immutable
public interface WeightSampler {
    /** Returns the indicators that are weighted, in the order of the draws. */
    ImmutableList<Indicator> indicators();

    /**
     * Returns a source of draws for one thread. It must depend on nothing but the random numbers it is lent.
     *
     * @param random uniform random bits; it is set anew, by the same object, before each {@link Source#start}
     * @return the source
     */
    Source source(RandomGenerator random);

    /** Draws one weight vector after another; one per thread, not safe to share. */
    @FunctionalInterface
    interface Source {
        /**
         * Forgets all draws so far: the next ones may depend on none of them. Needed by sources with a memory alone.
         */
        default void start() {}

        /**
         * Draws shares.
         *
         * @param shares where to write, one an indicator: not negative, adding up to 1 but for rounding
         */
        void next(double[] shares);
    }
}
