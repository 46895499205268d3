package io.github.medrank.weightspace;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import io.github.medrank.Weights;

/**
 * The best and the worst position a school can have over a region of weights.
 *
 * <p>What is attained is proven by weights that give it; what is bounded is proven for all weights of the region. Where
 * the two meet, the position is exact.
 *
 * @param school the school
 * @param bestAttained the best position that some weights give it
 * @param bestBound no weights give it a better position than this; at most {@code bestAttained}
 * @param worstAttained the worst position that some weights give it
 * @param worstBound no weights give it a worse position than this; at least {@code worstAttained}
 * @param weightsAtBest weights that give it {@code bestAttained}, as shares
 * @param weightsAtWorst weights that give it {@code worstAttained}, as shares
 */
@Immutable
public record RankBound(
        School school,
        int bestAttained,
        int bestBound,
        int worstAttained,
        int worstBound,
        Weights weightsAtBest,
        Weights weightsAtWorst) {

    /** Whether the best position is exact: attained, and proven not to be exceeded. */
    public boolean isBestExact() {
        return bestAttained == bestBound;
    }

    /** Whether the worst position is exact: attained, and proven not to be exceeded. */
    public boolean isWorstExact() {
        return worstAttained == worstBound;
    }

    /** Best to worst, such as {@code 1–4}; where a bound is not attained as far as known, {@code 1..2–4}. */
    public String range() {
        String best = isBestExact() ? "" + bestAttained : bestBound + ".." + bestAttained;
        String worst = isWorstExact() ? "" + worstAttained : worstAttained + ".." + worstBound;
        return best.equals(worst) ? best : best + "–" + worst;
    }

    /** The school and its range. */
    @Override
    public String toString() {
        return school.name() + " " + range();
    }
}
