package io.github.medrank;

import com.google.errorprone.annotations.Immutable;

/**
 * A step that changes a whole table: a transform of raw values, or a way to fill missing ones. A plug-in point that any
 * lambda fits.
 */
@Immutable
@FunctionalInterface
public interface Treatment {
    /**
     * The table after the step.
     *
     * @param table the table before it
     * @return a table of the same schools; filled cells keep the reason why they were missing
     */
    IndicatorTable apply(IndicatorTable table);
}
