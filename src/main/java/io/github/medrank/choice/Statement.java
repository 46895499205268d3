package io.github.medrank.choice;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.weightspace.LinearConstraint;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A statement about what matters, as text and as constraints on weights; {@link WhatMatters} creates statements. */
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

    /**
     * The sum of coefficient · share is above zero. The region includes its boundary, the test for contradictions does
     * not.
     */
    static Statement positive(String text, Map<Indicator, Double> coefficients) {
        return new Statement(text, ImmutableList.of(LinearConstraint.atLeast(coefficients, 0)), true, true);
    }

    /** The absolute value of the sum of coefficient · share is at most a bound. */
    static Statement within(String text, Map<Indicator, Double> coefficients, double bound) {
        return new Statement(
                text,
                ImmutableList.of(
                        LinearConstraint.atMost(coefficients, bound), LinearConstraint.atLeast(coefficients, -bound)),
                false,
                true);
    }

    /** A statement that holds for certain, boundary included. */
    static Statement certain(String text, LinearConstraint... constraints) {
        return new Statement(text, ImmutableList.copyOf(constraints), false, false);
    }

    static Statement certain(String text, ImmutableList<LinearConstraint> constraints) {
        return new Statement(text, constraints, false, false);
    }

    /** Returns the constraints that the statement places on the shares of the weights. */
    public ImmutableList<LinearConstraint> constraints() {
        return constraints;
    }

    /**
     * Returns whether the statement excludes the boundary of its constraints: "more important" and "prefers" do, "at
     * least" does not. This matters for the search for contradictions only; a region of weights includes its boundary.
     */
    public boolean isStrict() {
        return strict;
    }

    /**
     * Returns whether the statement is a comparison, which {@link WhatMatters#allowingErrors} treats as possibly wrong.
     */
    public boolean isDoubtful() {
        return doubtful;
    }

    /** Returns whether the other object is a statement with the same constraints and text. */
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

    /** Returns the statement as text. */
    @Override
    public String toString() {
        return text;
    }
}
