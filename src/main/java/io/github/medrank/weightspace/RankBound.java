package io.github.medrank.weightspace;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The best and the worst position that a school can have over a region of weights.
 *
 * <p>Each end has two values. The <em>attained</em> position is proven by weights that give it; the <em>bound</em> is
 * proven to hold for all weights of the region. Where the two are equal, the position is exact.
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

    /** Returns the best position that is proven by weights that give it. */
    public int bestAttained() {
        return bestAttained;
    }

    /** Returns a position that the school cannot improve on with any weights; at most {@link #bestAttained}. */
    public int bestBound() {
        return bestBound;
    }

    /** Returns the worst position that is proven by weights that give it. */
    public int worstAttained() {
        return worstAttained;
    }

    /** Returns a position that the school cannot fall below with any weights; at least {@link #worstAttained}. */
    public int worstBound() {
        return worstBound;
    }

    /** Returns weights that give the school the position {@link #bestAttained}, as shares. */
    public Weights weightsAtBest() {
        return weightsAtBest;
    }

    /** Returns weights that give the school the position {@link #worstAttained}, as shares. */
    public Weights weightsAtWorst() {
        return weightsAtWorst;
    }

    /** Returns whether the best position is exact: some weights give it, and no weights give a better one. */
    public boolean isBestExact() {
        return bestAttained == bestBound;
    }

    /** Returns whether the worst position is exact: some weights give it, and no weights give a worse one. */
    public boolean isWorstExact() {
        return worstAttained == worstBound;
    }

    /**
     * Returns the range from best to worst, such as {@code 1–4}, or {@code 1..2–4} if the bound 1 is not known to be
     * attained.
     */
    public String range() {
        String best = isBestExact() ? "" + bestAttained : bestBound + ".." + bestAttained;
        String worst = isWorstExact() ? "" + worstAttained : worstAttained + ".." + worstBound;
        return best.equals(worst) ? best : best + "–" + worst;
    }

    /** Returns whether the other object holds equal positions and weights for an equal school. */
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
