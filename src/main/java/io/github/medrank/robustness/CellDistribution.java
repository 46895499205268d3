package io.github.medrank.robustness;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.School;
import java.util.random.RandomGenerator;

/** What a cell's number might have been: a plug-in point that any lambda fits. */
@Immutable
@FunctionalInterface
public interface CellDistribution {
    /**
     * Draws a number for a cell that has one.
     *
     * @param school the row
     * @param indicator the column
     * @param value the number in the table
     * @param random random bits
     * @return a finite number; it stands for the decimal that it prints
     */
    double draw(School school, Indicator indicator, double value, RandomGenerator random);
}
