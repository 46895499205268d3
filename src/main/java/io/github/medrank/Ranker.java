package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;

/**
 * How a normalised table and weights become an order with exact scores: a plug-in point that any lambda fits.
 *
 * <p>A ranker does not round, tie or band; the methodology's {@link Presentation} does, for any ranker that is plugged
 * in.
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
     * @param table the normalised table; its missing cells filled, if the methodology fills them
     * @param weights points for exactly the table's indicators, in the table's order
     * @return the ranking on exact, unrounded scores
     */
    Ranking rank(IndicatorTable table, Weights weights);

    /**
     * Returns whether every score is Σ share · value over the columns of a complete table, so that exact answers about
     * all weights at once are possible. No, unless a ranker says so; a lambda cannot.
     */
    default boolean isLinear() {
        return false;
    }

    /**
     * Lends the ranker's loop to many draws of weights. This default ranks each draw in full; rankers with a loop worth
     * lending override it with one that allocates nothing.
     *
     * @param table the table, as for {@link #rank}
     * @param order the order in which the draws give their weights; exactly the table's indicators
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
     * Returns the positions, on exact scores, under many draws of weights.
     *
     * @param table the table, as for {@link #rank}
     * @param order the order in which the draws give their weights; exactly the table's indicators
     * @return draws for one thread
     */
    default Draws over(IndicatorTable table, ImmutableList<Indicator> order) {
        requireNonNull(table, "table");
        requireNonNull(order, "order");
        return over(table, order, Presentation.exact());
    }

    /**
     * Returns the positions, as a presentation rounds and ties them, under many draws of weights.
     *
     * @param table the table, as for {@link #rank}
     * @param order the order in which the draws give their weights; exactly the table's indicators
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
     * Returns the ranker of a table in which an indicator was never measured. By default the ranker as it is; a ranker
     * that names indicators, as pillars do, leaves the one out.
     *
     * @throws IllegalArgumentException if nothing is left
     */
    default Ranker without(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        return this;
    }
}
