package io.github.medrank.comparison;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.NumberText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rank-biased overlap: how much two lists, of any length and with any schools, agree at each depth, the depth
 * d weighing (1 − p)·p^(d−1).
 *
 * <p>A list is the seen part of a longer one: {@code min} and {@code max} bound what its unseen rest can make of the
 * figure, {@code extrapolated} carries on the agreement seen. For whole rankings {@code extrapolated} is the one to
 * quote. The variants differ in what a tie means:
 *
 * <ul>
 *   <li>{@link #webber2010}: tied schools share the rank, as in sports; 1 for a list with itself;
 *   <li>{@link #corsiUrbano2024a}: a tie hides an order; the mean over all orders; below 1 for a tied list with itself;
 *   <li>{@link #corsiUrbano2024b}: as the former, corrected for what the ties hide; 1 for a list with itself.
 * </ul>
 *
 * They are equal where nothing is tied. Cost: for each school as many steps as its ties are long. Webber, Moffat and
 * Zobel 2010, doi:10.1145/1852102.1852106; Corsi and Urbano 2024, doi:10.1145/3626772.3657700.
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
     * Returns tied schools share the rank: at each depth twice the common schools over the schools of both (RBO^w).
     *
     * @param comparison the two lists; {@link RankComparison#unmatched} is ignored
     * @param p how patient the reader is: between 0 and 1; of the weight, 1 − p is on the first place
     * @throws IllegalArgumentException if p is not between 0 and 1
     */
    public static RankBiasedOverlap webber2010(RankComparison comparison, double p) {
        requireNonNull(comparison, "comparison");
        return of(comparison, p, Overlaps.Ties.SHARED);
    }

    /**
     * Returns the mean over all orders that the ties may hide (RBO^a).
     *
     * @param comparison the two lists; {@link RankComparison#unmatched} is ignored
     * @param p how patient the reader is: between 0 and 1
     * @throws IllegalArgumentException if p is not between 0 and 1
     */
    public static RankBiasedOverlap corsiUrbano2024a(RankComparison comparison, double p) {
        requireNonNull(comparison, "comparison");
        return of(comparison, p, Overlaps.Ties.MEAN);
    }

    /**
     * Returns the mean over all orders that the ties may hide, over the information the ties leave (RBO^b), as τ-b does
     * with τ.
     *
     * @param comparison the two lists; {@link RankComparison#unmatched} is ignored
     * @param p how patient the reader is: between 0 and 1
     * @throws IllegalArgumentException if p is not between 0 and 1
     */
    public static RankBiasedOverlap corsiUrbano2024b(RankComparison comparison, double p) {
        requireNonNull(comparison, "comparison");
        return of(comparison, p, Overlaps.Ties.CORRECTED);
    }

    private static RankBiasedOverlap of(RankComparison comparison, double p, Overlaps.Ties ties) {
        checkArgument(p > 0 && p < 1, "persistence p is %s; it must be between 0 and 1, without its ends", p);
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

    /** Returns the least it can be, depending on what follows the lists. */
    public double min() {
        return min;
    }

    /** Returns the most it can be, depending on what follows the lists. */
    public double max() {
        return max;
    }

    /** Returns how wide the bounds are. */
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
