package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;

/**
 * Changes a whole table: a transform of raw values, or a way to fill missing ones. This is a plug-in point; a lambda
 * will do.
 */
@Immutable
@FunctionalInterface
public interface Treatment {
    /**
     * Returns the treated table.
     *
     * @param table the table to treat
     * @return a table of the same schools; filled cells keep their reasons
     */
    IndicatorTable apply(IndicatorTable table);

    /**
     * Returns whether the treatment only fills missing cells, each with a number that depends on that cell alone. It
     * then changes no existing number, and a change of one school does not affect another. The default is false;
     * filling with a constant returns true. The search for what must change for a school is faster if this is true.
     */
    default boolean fillsCellByCell() {
        return false;
    }

    /**
     * Returns the treatment for a table without a given indicator. The default returns this treatment; a treatment that
     * names indicators omits the indicator.
     */
    default Treatment without(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        return this;
    }
}
