package io.github.medrank.choice;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.School;
import java.util.stream.Collectors;

/**
 * What is won and what is given up by taking one school instead of another, on the indicators that matter to a person,
 * the weightiest first. A value is better than a missing one; indicators on which the two are equal are left out.
 *
 * @param school the school taken
 * @param instead the school not taken
 * @param better where the school taken is better
 * @param worse where it is worse
 */
@Immutable
public record TradeOff(School school, School instead, ImmutableList<Line> better, ImmutableList<Line> worse) {
    /**
     * One indicator of a trade-off.
     *
     * @param indicator the indicator
     * @param value the value of the school taken
     * @param other the value of the school not taken
     */
    @Immutable
    public record Line(Indicator indicator, Cell value, Cell other) {
        /** The indicator and both values: {@code H-index (90.8, not 100)}. */
        @Override
        public String toString() {
            return indicator.name() + " " + "(" + value + ", not " + other + ")";
        }
    }

    /** Whether nothing is given up, and something is won. */
    public boolean isClearlyBetter() {
        return worse.isEmpty() && !better.isEmpty();
    }

    /** What is won and what is given up, in one sentence. */
    @Override
    public String toString() {
        String text = school.name() + " instead of " + instead.name() + ": ";
        if (better.isEmpty() && worse.isEmpty()) {
            return text + "no difference in what matters";
        }
        return text
                + (better.isEmpty() ? "better in nothing" : "better in " + lines(better))
                + (worse.isEmpty() ? "; worse in nothing" : "; worse in " + lines(worse));
    }

    private static String lines(ImmutableList<Line> lines) {
        return lines.stream().map(Line::toString).collect(Collectors.joining(", "));
    }
}
