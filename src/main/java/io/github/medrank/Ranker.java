package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;

/**
 * Turns a normalised table and weights into exact scores and an order. This is a plug-in point; a lambda will do.
 *
 * <p>A ranker does not round, tie or band. The {@link Presentation} of the methodology does, for every ranker.
 *
 * <pre>{@code
 * Ranker weakest = (table, weights) -> Ranking.byScore(table, weights, row -> row.min());
 * }</pre>
 */
@Immutable
@FunctionalInterface
public interface Ranker {
    /**
     * Ranks the rows of a table.
     *
     * @param table the normalised table; missing cells are filled if the methodology fills them
     * @param weights points for exactly the table's indicators, in the table's order
     * @return the ranking on exact, unrounded scores
     */
    Ranking rank(IndicatorTable table, Weights weights);

    /**
     * Returns whether every score is Σ share · value over the columns of a complete table. Only then can exact
     * questions about all weights be answered. The default is false, so a lambda never counts as linear.
     */
    default boolean isLinear() {
        return false;
    }

    /**
     * Returns a scorer that scores one table under many draws of weights. The default ranks each draw in full; a ranker
     * with a fast loop overrides it with one that allocates nothing.
     *
     * @param table the table, as for {@link #rank}
     * @param order the order of the weights in each draw; exactly the table's indicators
     * @return a scorer for one thread
     */
    default Scorer scorer(IndicatorTable table, ImmutableList<Indicator> order) {
        requireNonNull(table, "table");
        requireNonNull(order, "order");
        return shares -> {
            requireNonNull(shares, "shares");
            checkArgument(shares.length == order.size(), "%s shares for %s indicators", shares.length, order.size());
            Weights.Builder weights = Weights.builder();
            for (int i = 0; i < shares.length; i++) {
                weights.put(order.get(i), shares[i]);
            }
            return rank(table, weights.build().inOrderOf(table.indicators())).scores();
        };
    }

    /**
     * Returns the positions, decided on exact scores, under many draws of weights.
     *
     * @param table the table, as for {@link #rank}
     * @param order the order of the weights in each draw; exactly the table's indicators
     * @return draws for one thread
     */
    default Draws over(IndicatorTable table, ImmutableList<Indicator> order) {
        requireNonNull(table, "table");
        requireNonNull(order, "order");
        return over(table, order, Presentation.exact());
    }

    /**
     * Returns the positions, rounded and tied by a presentation, under many draws of weights.
     *
     * @param table the table, as for {@link #rank}
     * @param order the order of the weights in each draw; exactly the table's indicators
     * @param presentation how scores are rounded and tied
     * @return draws for one thread
     */
    default Draws over(IndicatorTable table, ImmutableList<Indicator> order, Presentation presentation) {
        requireNonNull(table, "table");
        requireNonNull(order, "order");
        requireNonNull(presentation, "presentation");
        return new ScoredDraws(table, order, scorer(table, order), presentation);
    }

    /**
     * Returns the ranker for a table without a given indicator. The default returns this ranker; a ranker that names
     * indicators, as pillars do, omits the indicator.
     *
     * @throws IllegalArgumentException if no indicator is left
     */
    default Ranker without(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        return this;
    }
}
