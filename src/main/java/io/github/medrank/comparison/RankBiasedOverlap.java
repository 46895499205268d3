package io.github.medrank.comparison;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.NumberText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rank-biased overlap: the mean agreement of two lists over all depths, where depth d has the weight (1 − p)·p^(d−1).
 * The lists may have any length and any schools.
 *
 * <p>Each list is read as the visible part of a longer one. {@code extrapolated} assumes that the agreement seen so far
 * continues; {@code min} and {@code max} bound the value over all possible continuations. For complete rankings, quote
 * {@code extrapolated}. The variants differ in how they read a tie:
 *
 * <ul>
 *   <li>{@link #webber2010}: tied schools share the rank, as in sports; 1 for a list with itself;
 *   <li>{@link #corsiUrbano2024a}: a tie hides an order, and the result is the mean over all orders; below 1 for a tied
 *       list with itself;
 *   <li>{@link #corsiUrbano2024b}: the same, corrected for what the ties hide; 1 for a list with itself.
 * </ul>
 *
 * The variants are equal if there are no ties. The cost per school is proportional to the length of its tie. Webber,
 * Moffat and Zobel 2010, doi:10.1145/1852102.1852106; Corsi and Urbano 2024, doi:10.1145/3626772.3657700.
 *
 * <pre>{@code
 * var list = RankedList.ofPositions(Map.of(School.of("a"), 1, School.of("b"), 2, School.of("c"), 2));
 * RankBiasedOverlap.webber2010(RankComparison.of(list, list), 0.9).extrapolated() // ==> 1.0
 * }</pre>
 */
@Immutable
public final class RankBiasedOverlap {
    private final double extrapolated;
    private final double min;
    private final double max;

    /**
     * Returns the overlap in which tied schools share the rank (RBO^w). The agreement at a depth is twice the number of
     * common schools divided by the number of schools of both lists.
     *
     * @param comparison the two lists; {@link RankComparison#unmatched} is ignored
     * @param p the persistence, between 0 and 1: the first place has the weight 1 − p
     * @throws IllegalArgumentException if p is not between 0 and 1, both excluded
     */
    public static RankBiasedOverlap webber2010(RankComparison comparison, double p) {
        requireNonNull(comparison, "comparison");
        return of(comparison, p, Overlaps.Ties.SHARED);
    }

    /**
     * Returns the mean overlap over all orders that the ties may hide (RBO^a).
     *
     * @param comparison the two lists; {@link RankComparison#unmatched} is ignored
     * @param p the persistence, between 0 and 1
     * @throws IllegalArgumentException if p is not between 0 and 1, both excluded
     */
    public static RankBiasedOverlap corsiUrbano2024a(RankComparison comparison, double p) {
        requireNonNull(comparison, "comparison");
        return of(comparison, p, Overlaps.Ties.MEAN);
    }

    /**
     * Returns the mean overlap over all orders that the ties may hide, corrected for the information lost in ties
     * (RBO^b). The correction is the one that turns τ into τ-b.
     *
     * @param comparison the two lists; {@link RankComparison#unmatched} is ignored
     * @param p the persistence, between 0 and 1
     * @throws IllegalArgumentException if p is not between 0 and 1, both excluded
     */
    public static RankBiasedOverlap corsiUrbano2024b(RankComparison comparison, double p) {
        requireNonNull(comparison, "comparison");
        return of(comparison, p, Overlaps.Ties.CORRECTED);
    }

    private static RankBiasedOverlap of(RankComparison comparison, double p, Overlaps.Ties ties) {
        checkArgument(p > 0 && p < 1, "persistence p is %s; it must be greater than 0 and less than 1", p);
        return new Overlaps(comparison, ties).overlap(p);
    }

    RankBiasedOverlap(double extrapolated, double min, double max) {
        this.extrapolated = extrapolated;
        this.min = min;
        this.max = max;
    }

    /** Returns the point estimate, in [0, 1]. */
    public double extrapolated() {
        return extrapolated;
    }

    /** Returns the least possible value, over all continuations of the lists. */
    public double min() {
        return min;
    }

    /** Returns the greatest possible value, over all continuations of the lists. */
    public double max() {
        return max;
    }

    /** Returns the width of the bounds, {@code max} minus {@code min}. */
    public double residual() {
        return max - min;
    }

    /** Returns whether the other object has equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RankBiasedOverlap that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(extrapolated, min, max);
    }

    /** Returns the point estimate and the bounds: {@code 0.8441, between 0.7286 and 0.9107}. */
    @Override
    public String toString() {
        return NumberText.rounded(extrapolated) + ", between " + NumberText.rounded(min) + " and "
                + NumberText.rounded(max);
    }
}
