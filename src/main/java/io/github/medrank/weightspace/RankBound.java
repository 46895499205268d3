package io.github.medrank.weightspace;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best and the worst position a school can have over a region of weights.
 *
 * <p>What is attained is proven by weights that give it; what is bounded is proven for all weights of the region. Where
 * the two meet, the position is exact.
 */
@Immutable
public final class RankBound {
    private final School school;
    private final int bestAttained;
    private final int bestBound;
    private final int worstAttained;
    private final int worstBound;
    private final Weights weightsAtBest;
    private final Weights weightsAtWorst;

    RankBound(
            School school,
            int bestAttained,
            int bestBound,
            int worstAttained,
            int worstBound,
            Weights weightsAtBest,
            Weights weightsAtWorst) {
        this.school = school;
        this.bestAttained = bestAttained;
        this.bestBound = bestBound;
        this.worstAttained = worstAttained;
        this.worstBound = worstBound;
        this.weightsAtBest = weightsAtBest;
        this.weightsAtWorst = weightsAtWorst;
    }

    /** Returns the school. */
    public School school() {
        return school;
    }

    /** Returns the best position that some weights give it. */
    public int bestAttained() {
        return bestAttained;
    }

    /** Returns a position that no weights exceed: they give it no better one. At most {@link #bestAttained}. */
    public int bestBound() {
        return bestBound;
    }

    /** Returns the worst position that some weights give it. */
    public int worstAttained() {
        return worstAttained;
    }

    /** Returns a position that no weights fall below: they give it no worse one. At least {@link #worstAttained}. */
    public int worstBound() {
        return worstBound;
    }

    /** Returns weights that give it {@link #bestAttained}, as shares. */
    public Weights weightsAtBest() {
        return weightsAtBest;
    }

    /** Returns weights that give it {@link #worstAttained}, as shares. */
    public Weights weightsAtWorst() {
        return weightsAtWorst;
    }

    /** Returns whether the best position is exact: attained, and proven not to be exceeded. */
    public boolean isBestExact() {
        return bestAttained == bestBound;
    }

    /** Returns whether the worst position is exact: attained, and proven not to be exceeded. */
    public boolean isWorstExact() {
        return worstAttained == worstBound;
    }

    /** Returns best to worst, such as {@code 1–4}; where a bound is not attained as far as known, {@code 1..2–4}. */
    public String range() {
        String best = isBestExact() ? "" + bestAttained : bestBound + ".." + bestAttained;
        String worst = isWorstExact() ? "" + worstAttained : worstAttained + ".." + worstBound;
        return best.equals(worst) ? best : best + "–" + worst;
    }

    /** Returns whether the other object is a bound of an equal school with equal positions and weights. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RankBound that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(school, bestAttained, bestBound, worstAttained, worstBound, weightsAtBest, weightsAtWorst);
    }

    /** Returns the school and its range. */
    @Override
    public String toString() {
        return school.name() + " " + range();
    }
}
