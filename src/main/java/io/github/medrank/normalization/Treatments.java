package io.github.medrank.normalization;

import io.github.medrank.Cell;
import io.github.medrank.Treatment;

/** The treatments of whole tables that this library has. */
public final class Treatments {
    private Treatments() {}

    /**
     * Fills every missing cell with one number, whatever the reason; the cell keeps it.
     *
     * @param value the number, such as 0 for a publisher who counts a missing indicator as nothing
     * @return the treatment
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public static Treatment fillMissing(double value) {
        return new ConstantFilling(Cell.of(value));
    }
}
