package io.github.medrank.weightspace;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import io.github.medrank.exact.NumberText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of two schools over a region of weights, on exact scores.
 */
@Immutable
public final class PairComparison {
    private final School first;
    private final School second;
    private final Interval leads;
    private final boolean neverBehind;
    private final boolean neverAhead;

    PairComparison(School first, School second, Interval leads, boolean neverBehind, boolean neverAhead) {
        this.first = first;
        this.second = second;
        this.leads = leads;
        this.neverBehind = neverBehind;
        this.neverAhead = neverAhead;
    }

    /** Returns the first school. */
    public School first() {
        return first;
    }

    /** Returns the second school. */
    public School second() {
        return second;
    }

    /**
     * Returns the smallest and the largest lead of the first school over the second that weights of the region give, to
     * about nine digits.
     */
    public Interval leads() {
        return leads;
    }

    /** Returns whether the first school is proven never to be behind the second. */
    public boolean neverBehind() {
        return neverBehind;
    }

    /** Returns whether the first school is proven never to be ahead of the second. */
    public boolean neverAhead() {
        return neverAhead;
    }

    /** Returns whether the first school is never behind the second, and ahead of it for some weights. */
    public boolean dominates() {
        return neverBehind && !neverAhead;
    }

    /** Returns whether the other object compares equal schools with equal results. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PairComparison that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(first, second, leads, neverBehind, neverAhead);
    }

    /** Returns the comparison in words. */
    @Override
    public String toString() {
        String verdict = neverBehind && neverAhead
                ? " is level with "
                : neverBehind ? " is never behind " : neverAhead ? " is never ahead of " : " is ahead or behind of ";
        return first.name() + verdict + second.name() + "; leads from " + NumberText.significant(leads.low()) + " to "
                + NumberText.significant(leads.high());
    }
}
