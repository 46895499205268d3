package io.github.medrank.robustness;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.School;
import java.util.random.RandomGenerator;

/** The distribution of a number in a cell, from which draws replace it. Can be implemented by a lambda. */
@Immutable
@FunctionalInterface
public interface CellDistribution {
    /**
     * Draws a number for a cell that has one.
     *
     * @param school the school of the row
     * @param indicator the indicator of the column
     * @param value the number in the table
     * @param random the source of randomness
     * @return a finite number, which is read as the decimal that it prints
     */
    double draw(School school, Indicator indicator, double value, RandomGenerator random);
}
