package io.github.medrank.insight;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import java.math.BigDecimal;

/** All schools as they are, with one whose values can be changed. */
interface Field {
    /**
     * Returns the school's standing with some of its values changed.
     *
     * @param changes the new values; other values stay the same
     */
    Standing with(ImmutableMap<Indicator, BigDecimal> changes);

    /** Returns whether a better value of an indicator never worsens the school's place nor improves another's. */
    boolean isMonotone();
}
