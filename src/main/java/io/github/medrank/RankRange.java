package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.NumberText;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Between which positions a school's rank lies, and what that statement stands on: sampled weights, sampled data, exact
 * bounds, a confidence level.
 *
 * <p>Every analysis that bounds positions gives these by a method {@code ranges}; pictures, shortlists and tiers take
 * them. Positions start at 1 and may be fractional, as ties share them under {@link TieRule#FRACTIONAL}.
 *
 * <pre>{@code
 * RankRange.of(3, 9, "90 % of 10 000 draws").withMedian(5) // ==> 3–9, median 5 (90 % of 10 000 draws)
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // an optional double does not change
public final class RankRange {
    private final double best;
    private final double worst;
    private final OptionalDouble median;
    private final String basis;

    private RankRange(double best, double worst, OptionalDouble median, String basis) {
        checkArgument(
                best >= 1 && best <= worst && worst < Double.POSITIVE_INFINITY,
                "rank range from %s to %s; the best position is at least 1 and not above the worst",
                best,
                worst);
        checkArgument(
                median.isEmpty() || (median.getAsDouble() >= best && median.getAsDouble() <= worst),
                "median %s of the rank range from %s to %s; it lies within",
                median.orElse(Double.NaN),
                best,
                worst);
        this.best = best;
        this.worst = worst;
        this.median = median;
        this.basis = Names.require(basis, "basis");
    }

    /**
     * Returns a range without a median.
     *
     * @param best the best position, at least 1
     * @param worst the worst position, not below the best
     * @param basis what the range stands on, such as {@code exact over weights within ± 25 %}
     * @throws IllegalArgumentException if not 1 ≤ best ≤ worst &lt; ∞, or the basis is blank
     */
    public static RankRange of(double best, double worst, String basis) {
        return new RankRange(best, worst, OptionalDouble.empty(), basis);
    }

    /**
     * Returns a copy with the position in the middle.
     *
     * @throws IllegalArgumentException if it lies outside the range
     */
    public RankRange withMedian(double newMedian) {
        return new RankRange(best, worst, OptionalDouble.of(newMedian), basis);
    }

    /** Returns the best position, at least 1. */
    public double best() {
        return best;
    }

    /** Returns the worst position. */
    public double worst() {
        return worst;
    }

    /** Returns the position in the middle; empty where that is not known, as for exact bounds. */
    public OptionalDouble median() {
        return median;
    }

    /** Returns what the range stands on, as text. */
    public String basis() {
        return basis;
    }

    /** Returns whether a position lies within, ends included. */
    public boolean contains(double position) {
        return position >= best && position <= worst;
    }

    /** Returns whether the two have a position in common, ends included. */
    public boolean overlaps(RankRange other) {
        requireNonNull(other, "other");
        return best <= other.worst && other.best <= worst;
    }

    /** Returns the ends as text, {@code 3–9}, or the one position if they are the same. */
    public String ends() {
        return best == worst ? NumberText.plain(best) : NumberText.plain(best) + "–" + NumberText.plain(worst);
    }

    /** Returns whether the other is a range of the same ends, median and basis. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RankRange that
                && best == that.best
                && worst == that.worst
                && median.equals(that.median)
                && basis.equals(that.basis);
    }

    @Override
    public int hashCode() {
        return (Double.hashCode(best) * 31 + Double.hashCode(worst)) * 31 + basis.hashCode();
    }

    /** Returns ends, median and basis: {@code 3–9, median 5 (90 % of 10 000 draws)}. */
    @Override
    public String toString() {
        String middle = median.isPresent() ? ", median " + NumberText.plain(median.getAsDouble()) : "";
        return ends() + middle + " (" + basis + ")";
    }
}
