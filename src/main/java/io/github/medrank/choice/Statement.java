package io.github.medrank.choice;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.weightspace.LinearConstraint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person said about what matters, in words and as constraints on weights; {@link WhatMatters} makes
 * them.
 */
@Immutable
public final class Statement {
    private final String text;
    private final ImmutableList<LinearConstraint> constraints;
    private final boolean strict;
    private final boolean doubtful;

    private Statement(String text, ImmutableList<LinearConstraint> constraints, boolean strict, boolean doubtful) {
        this.text = text;
        this.constraints = constraints;
        this.strict = strict;
        this.doubtful = doubtful;
    }

    /** Σ coefficient · share is above zero; the region has its border, a contradiction does not. */
    static Statement positive(String text, Map<Indicator, Double> coefficients) {
        return new Statement(text, ImmutableList.of(LinearConstraint.atLeast(coefficients, 0)), true, true);
    }

    /** |Σ coefficient · share| is at most a bound. */
    static Statement within(String text, Map<Indicator, Double> coefficients, double bound) {
        return new Statement(
                text,
                ImmutableList.of(
                        LinearConstraint.atMost(coefficients, bound), LinearConstraint.atLeast(coefficients, -bound)),
                false,
                true);
    }

    /** What holds for certain, border included. */
    static Statement certain(String text, LinearConstraint... constraints) {
        return new Statement(text, ImmutableList.copyOf(constraints), false, false);
    }

    static Statement certain(String text, ImmutableList<LinearConstraint> constraints) {
        return new Statement(text, constraints, false, false);
    }

    /** Returns what the statement demands of the weights' shares. */
    public ImmutableList<LinearConstraint> constraints() {
        return constraints;
    }

    /**
     * Returns whether the statement excludes the border of its constraints: "more important" and "prefers" do, "at
     * least" does not. It counts where statements are found to contradict each other; a region of weights has its
     * border.
     */
    public boolean isStrict() {
        return strict;
    }

    /**
     * Returns whether the statement is one that {@link WhatMatters#allowingErrors} takes for wrong now and then: a
     * comparison.
     */
    public boolean isDoubtful() {
        return doubtful;
    }

    /** Returns whether the other says the same in the same words. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Statement that
                && text.equals(that.text)
                && constraints.equals(that.constraints)
                && strict == that.strict
                && doubtful == that.doubtful;
    }

    @Override
    public int hashCode() {
        return text.hashCode() * 31 + constraints.hashCode();
    }

    /** Returns the statement in words. */
    @Override
    public String toString() {
        return text;
    }
}
