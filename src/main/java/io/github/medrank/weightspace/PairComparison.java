package io.github.medrank.weightspace;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import io.github.medrank.exact.NumberText;

/**
 * One school against another over a region of weights, on exact scores.
 *
 * @param first the one
 * @param second the other
 * @param leads the leads of the first over the second: from the least to the greatest that weights of the region give;
 *     to about nine digits
 * @param neverBehind whether it is proven that the first is nowhere behind the second
 * @param neverAhead whether it is proven that the first is nowhere ahead of the second
 */
@Immutable
public record PairComparison(School first, School second, Interval leads, boolean neverBehind, boolean neverAhead) {
    /** Whether the first is nowhere behind and somewhere ahead. */
    public boolean dominates() {
        return neverBehind && !neverAhead;
    }

    /** The comparison in words. */
    @Override
    public String toString() {
        String verdict = neverBehind && neverAhead
                ? " is level with "
                : neverBehind ? " is never behind " : neverAhead ? " is never ahead of " : " is ahead or behind of ";
        return first.name() + verdict + second.name() + "; leads from " + NumberText.significant(leads.low()) + " to "
                + NumberText.significant(leads.high());
    }
}
