package io.github.medrank.weightspace;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import io.github.medrank.Weights;

/**
 * The best and the worst position that a school can have over a region of weights.
 *
 * <p>Each end has two values. The <em>attained</em> position is proven by weights that give it; the <em>bound</em> is
 * proven to hold for all weights of the region. Where the two are equal, the position is exact.
 */
@Immutable
public sealed interface RankBound permits PositionSearch.Found {
    /** Returns the school. */
    School school();

    /** Returns the best position that is proven by weights that give it. */
    int bestAttained();

    /** Returns a position that the school cannot improve on with any weights; at most {@link #bestAttained}. */
    int bestBound();

    /** Returns the worst position that is proven by weights that give it. */
    int worstAttained();

    /** Returns a position that the school cannot fall below with any weights; at least {@link #worstAttained}. */
    int worstBound();

    /** Returns weights that give the school the position {@link #bestAttained}, as shares. */
    Weights weightsAtBest();

    /** Returns weights that give the school the position {@link #worstAttained}, as shares. */
    Weights weightsAtWorst();

    /** Returns whether the best position is exact: some weights give it, and no weights give a better one. */
    default boolean isBestExact() {
        return bestAttained() == bestBound();
    }

    /** Returns whether the worst position is exact: some weights give it, and no weights give a worse one. */
    default boolean isWorstExact() {
        return worstAttained() == worstBound();
    }

    /**
     * Returns the range from best to worst, such as {@code 1–4}, or {@code 1..2–4} if the bound 1 is not known to be
     * attained.
     */
    default String range() {
        String best = RankBounds.best(this);
        String worst = RankBounds.worst(this);
        return best.equals(worst) ? best : best + "–" + worst;
    }

    /** Returns the school and its range. */
    @Override
    String toString();
}
