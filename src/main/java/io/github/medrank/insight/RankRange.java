package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;

/**
 * Between which positions a school's rank lies, however that was found: sampled weights, sampled data, exact bounds.
 *
 * <pre>{@code
 * RankRange.of(3, 5, 9) // ==> 3–9, median 5
 * }</pre>
 *
 * @param best the best position, at least 1
 * @param median the position in the middle
 * @param worst the worst position
 */
@Immutable
public record RankRange(double best, double median, double worst) {
    /**
     * Checks the order of the positions.
     *
     * @throws IllegalArgumentException if not 1 ≤ best ≤ median ≤ worst &lt; ∞
     */
    public RankRange {
        checkArgument(
                best >= 1 && best <= median && median <= worst && worst < Double.POSITIVE_INFINITY,
                "rank interval from %s by %s to %s; best, median and worst rise, and none is below 1",
                best,
                median,
                worst);
    }

    /** An interval with its median. */
    public static RankRange of(double best, double median, double worst) {
        return new RankRange(best, median, worst);
    }

    /** The ends, or the one position if they are the same. */
    String ends() {
        return best == worst ? Figures.text(best) : Figures.text(best) + "–" + Figures.text(worst);
    }

    /** The ends and the median: {@code 3–9, median 5}. */
    @Override
    public String toString() {
        return ends() + ", median " + Figures.text(median);
    }
}
