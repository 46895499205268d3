package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;

/**
 * A step that changes a whole table: a transform of raw values, or a way to fill missing ones. A plug-in point that any
 * lambda fits.
 */
@Immutable
@FunctionalInterface
public interface Treatment {
    /**
     * Returns the table after the step.
     *
     * @param table the table before it
     * @return a table of the same schools; filled cells keep the reason why they were missing
     */
    IndicatorTable apply(IndicatorTable table);

    /**
     * Returns whether it does no more than fill missing cells, each with a number that depends on that cell alone: no
     * number that is there is changed, and no school's change moves another's. False unless an implementation promises
     * it, as filling with a constant does; what must change for a school is found faster where it is promised.
     */
    default boolean fillsCellByCell() {
        return false;
    }

    /**
     * Returns the treatment of a table in which an indicator was never measured: without what it does to that one
     * alone. By default the treatment as it is; a treatment that names indicators leaves the one out.
     */
    default Treatment without(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        return this;
    }
}
