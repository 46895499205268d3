package io.github.medrank.choice;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is won and given up by taking one school instead of another, on the indicators that matter to a person, largest
 * weight first. A value is better than a missing one; indicators on which the two are equal are left out.
 */
@Immutable
public final class TradeOff {
    private final School school;
    private final School instead;
    private final ImmutableList<Line> better;
    private final ImmutableList<Line> worse;

    TradeOff(School school, School instead, ImmutableList<Line> better, ImmutableList<Line> worse) {
        this.school = school;
        this.instead = instead;
        this.better = better;
        this.worse = worse;
    }

    /**
     * One indicator of a trade-off.
     *
     * @param indicator the indicator
     * @param value the value of the school taken
     * @param other the value of the school not taken
     */
    @Immutable
    public record Line(Indicator indicator, Cell value, Cell other) {
        /** Checks that no part is null. */
        public Line {
            requireNonNull(indicator, "indicator");
            requireNonNull(value, "value");
            requireNonNull(other, "other");
        }

        /** Returns the indicator and both values: {@code H-index (90.8, not 100)}. */
        @Override
        public String toString() {
            return indicator.name() + " (" + value + ", not " + other + ")";
        }
    }

    /** Returns the school taken. */
    public School school() {
        return school;
    }

    /** Returns the school not taken. */
    public School instead() {
        return instead;
    }

    /** Returns the indicators on which the school taken is better. */
    public ResultList<Line> better() {
        return ResultList.copyOf(better);
    }

    /** Returns the indicators on which the school taken is worse. */
    public ResultList<Line> worse() {
        return ResultList.copyOf(worse);
    }

    /** Returns whether something is won and nothing is given up. */
    public boolean isClearlyBetter() {
        return worse.isEmpty() && !better.isEmpty();
    }

    /** Returns whether the other object compares the same schools on the same values. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TradeOff that
                && school.equals(that.school)
                && instead.equals(that.instead)
                && better.equals(that.better)
                && worse.equals(that.worse);
    }

    @Override
    public int hashCode() {
        return school.hashCode() * 31 + instead.hashCode();
    }

    /** Returns what is won and given up, as a sentence. */
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
