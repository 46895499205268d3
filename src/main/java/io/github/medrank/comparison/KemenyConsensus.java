package io.github.medrank.comparison;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of Kemeny's rule: the least summed distance from the rankings, and the orders that attain it. */
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
     * Returns the list on which all best orders agree: each school is placed after the schools that stand above it in
     * every best order. Schools share a place if the best orders disagree about them.
     */
    public RankedList list() {
        return list;
    }

    /** Returns one of the best orders. Where either of two schools may come first, the names decide. */
    public ResultList<School> order() {
        return ResultList.copyOf(order);
    }

    /**
     * Returns the sum of the distances of Kemeny and Snell from the order to each ranking: 2 for each pair in
     * opposite order, 1 for each pair that the ranking ties.
     */
    public long distance() {
        return distance;
    }

    /** Returns the number of orders that attain the least distance. */
    public BigInteger orders() {
        return orders;
    }

    /** Returns whether there is a single best order. */
    public boolean isUnique() {
        return orders.equals(BigInteger.ONE);
    }

    /** Returns whether the other object is an equal result. */
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

    /** Returns the best order, or one of several and their number, with the distance. */
    @Override
    public String toString() {
        return (isUnique() ? "the one best order" : "one of " + orders + " best orders") + ", distance " + distance
                + ": " + String.join(" > ", order.stream().map(School::name).toList());
    }
}
