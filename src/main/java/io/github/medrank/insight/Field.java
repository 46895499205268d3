package io.github.medrank.insight;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import java.math.BigDecimal;

/** All schools as they are, and one whose values may be tried out. */
interface Field {
    /**
     * Returns where the school stands with some of its values changed.
     *
     * @param changes the new values; the others stay
     */
    Standing with(ImmutableMap<Indicator, BigDecimal> changes);

    /** Returns whether a better value of an indicator never worsens the school's place nor lifts another's. */
    boolean isMonotone();
}
