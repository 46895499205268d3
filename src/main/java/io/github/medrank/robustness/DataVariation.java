package io.github.medrank.robustness;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.IndicatorTable;
import java.util.random.RandomGenerator;

/**
 * A way to vary the data of a table from draw to draw. Can be implemented by a lambda; {@link DataVariations} has the
 * usual implementations.
 */
@Immutable
@FunctionalInterface
public interface DataVariation {
    /**
     * Returns the table of a draw. It must depend only on the arguments.
     *
     * @param given the original table
     * @param draw the number of the draw, from 0
     * @param random the source of randomness of this draw, valid until the method returns
     * @return a table of the same schools in the same rows
     */
    IndicatorTable table(IndicatorTable given, long draw, RandomGenerator random);
}
