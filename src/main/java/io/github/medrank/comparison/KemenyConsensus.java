package io.github.medrank.comparison;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import java.math.BigInteger;

/**
 * What Kemeny's rule finds: the least summed distance from the rankings, and the orders that have it.
 *
 * @param list each school placed after those that stand above it in every best order, so that schools on whose order the
 *     best orders do not agree may share a place
 * @param order one of the best orders: of two schools that either may come first, the one whose name comes first
 * @param distance the sum of the distances of Kemeny and Snell from the order to each ranking: 2 for each pair in
 *     opposite order, 1 for each pair that the ranking ties
 * @param orders how many orders have the least distance
 */
@Immutable
public record KemenyConsensus(RankedList list, ImmutableList<School> order, long distance, BigInteger orders) {
    /** Whether there is a single best order. */
    public boolean isUnique() {
        return orders.equals(BigInteger.ONE);
    }

    /** The best order, or how many there are, and the distance. */
    @Override
    public String toString() {
        return (isUnique() ? "the one best order" : "one of " + orders + " best orders") + ", distance " + distance
                + ": " + String.join(" > ", order.stream().map(School::name).toList());
    }
}
