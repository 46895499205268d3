package io.github.medrank.robustness;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.IndicatorTable;
import java.util.random.RandomGenerator;

/**
 * Other data that might as well have been collected: a plug-in point that any lambda fits. {@link DataVariations} has
 * the usual ones.
 */
@Immutable
@FunctionalInterface
public interface DataVariation {
    /**
     * Returns the table of a draw. It must depend on nothing but the arguments.
     *
     * @param given the table that was given
     * @param draw the draw's number, from 0
     * @param random random bits of this draw, valid until the method returns
     * @return a table of the same schools in the same rows
     */
    IndicatorTable table(IndicatorTable given, long draw, RandomGenerator random);
}
