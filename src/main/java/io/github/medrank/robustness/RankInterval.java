package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;

/**
 * The positions between which a school was in so many of the draws.
 *
 * <p>The ends are quantiles by CWTS Leiden Ranking's rule: of n sorted positions, counted from 0, those of number
 * ⌊(1−level)/2·n⌋ and ⌊(1+level)/2·n⌋, the latter n−1 at most; of 1 000 positions at a level of .95 those of number 25
 * and 975.
 *
 * <pre>{@code
 * new RankInterval(0.9, new Estimate(3, 0.5), new Estimate(9, 0)) // ==> 3–9
 * }</pre>
 *
 * @param level how many of the draws, in (0, 1)
 * @param first the best of the positions, with its Monte Carlo standard error
 * @param last the worst of the positions, with its Monte Carlo standard error
 */
@Immutable
public record RankInterval(double level, Estimate first, Estimate last) {
    /** Checks the ends. */
    public RankInterval {
        checkArgument(level > 0 && level < 1, "level %s; it must be between 0 and 1", level);
        checkArgument(first.value() <= last.value(), "positions %s to %s", first, last);
    }

    /** How many positions it covers. */
    public int width() {
        return (int) (last.value() - first.value()) + 1;
    }

    /** Whether a position lies within, ends included. */
    public boolean contains(int position) {
        return position >= first.value() && position <= last.value();
    }

    /** Whether two intervals have a position in common. */
    public boolean overlaps(RankInterval other) {
        return first.value() <= other.last.value() && other.first.value() <= last.value();
    }

    /** The positions, such as {@code 3–9}, or one alone. */
    @Override
    public String toString() {
        int from = (int) first.value();
        int to = (int) last.value();
        return from == to ? String.valueOf(from) : from + "–" + to;
    }
}
