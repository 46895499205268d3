package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.NumberText;
import io.github.medrank.exact.SafeText;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The range of positions that a school may have, with its basis: sampled weights, sampled data, exact bounds, or a
 * confidence level.
 *
 * <p>Every analysis that bounds positions returns such ranges from a method {@code ranges}; charts, shortlists and
 * tiers accept them. Positions start at 1 and may be fractional, as those of ties are under {@link TieRule#FRACTIONAL}.
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
                "median %s must lie in the rank range from %s to %s",
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
     * @param worst the worst position, not less than the best
     * @param basis what the range is derived from, such as {@code exact over weights within ± 25 %}
     * @throws IllegalArgumentException if not 1 ≤ best ≤ worst &lt; ∞, or the basis is blank
     */
    public static RankRange of(double best, double worst, String basis) {
        return new RankRange(best, worst, OptionalDouble.empty(), SafeText.line(requireNonNull(basis, "basis")));
    }

    /**
     * Returns a copy with a median position.
     *
     * @throws IllegalArgumentException if the median lies outside the range
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

    /** Returns the median position; empty if it is not known, as for exact bounds. */
    public OptionalDouble median() {
        return median;
    }

    /** Returns what the range is derived from, as text. */
    public String basis() {
        return basis;
    }

    /** Returns whether a position lies in the range, including its ends. */
    public boolean contains(double position) {
        return position >= best && position <= worst;
    }

    /** Returns whether the two ranges have a position in common, including their ends. */
    public boolean overlaps(RankRange other) {
        requireNonNull(other, "other");
        return best <= other.worst && other.best <= worst;
    }

    /** Returns the ends as text, such as {@code 3–9}, or a single position if they are equal. */
    public String ends() {
        return best == worst ? NumberText.plain(best) : NumberText.plain(best) + "–" + NumberText.plain(worst);
    }

    /** Returns whether the other object is a range with the same ends, median and basis. */
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

    /** Returns the ends, the median and the basis: {@code 3–9, median 5 (90 % of 10 000 draws)}. */
    @Override
    public String toString() {
        String middle = median.isPresent() ? ", median " + NumberText.plain(median.getAsDouble()) : "";
        return ends() + middle + " (" + basis + ")";
    }
}
