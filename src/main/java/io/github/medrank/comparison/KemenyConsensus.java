package io.github.medrank.comparison;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Kemeny's rule finds: the least summed distance from the rankings, and the orders that have it. */
@Immutable
public final class KemenyConsensus {
    private final RankedList list;
    private final ImmutableList<School> order;
    private final long distance;
    private final BigInteger orders;

    KemenyConsensus(RankedList list, ImmutableList<School> order, long distance, BigInteger orders) {
        this.list = list;
        this.order = order;
        this.distance = distance;
        this.orders = orders;
    }

    /**
     * Returns each school placed after those that stand above it in every best order, so that schools on whose
     * order the best orders do not agree may share a place.
     */
    public RankedList list() {
        return list;
    }

    /**
     * Returns one of the best orders: of two schools that either may come first, the one whose name comes first.
     */
    public ImmutableList<School> order() {
        return order;
    }

    /**
     * Returns the sum of the distances of Kemeny and Snell from the order to each ranking: 2 for each pair in
     * opposite order, 1 for each pair that the ranking ties.
     */
    public long distance() {
        return distance;
    }

    /** Returns how many orders have the least distance. */
    public BigInteger orders() {
        return orders;
    }

    /** Returns whether there is a single best order. */
    public boolean isUnique() {
        return orders.equals(BigInteger.ONE);
    }

    /** Returns whether the other object has equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KemenyConsensus that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(list, order, distance, orders);
    }

    /** Returns the best order, or how many there are, and the distance. */
    @Override
    public String toString() {
        return (isUnique() ? "the one best order" : "one of " + orders + " best orders") + ", distance " + distance
                + ": " + String.join(" > ", order.stream().map(School::name).toList());
    }
}
