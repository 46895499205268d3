package io.github.medrank.robustness;

import io.github.medrank.exact.ExactSums;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The counts of draws. It holds integers and exact sums only, so that tallies add up to the same in any order. */
final class Tally implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** One row per school: the number of draws in which it was unranked, first, second, …. */
    final int[][] counts;
    /** For each school, the number of draws in which it had a finite score. */
    final int[] scored;
    /** For each school, the sums of the differences of its scores from the reference, and of their squares. */
    final ExactSums deviations;

    final ExactSums squares;
    /**
     * For each school and indicator, the sums of the shares in the draws in which it was first, and of their squares.
     */
    final ExactSums firstShares;

    final ExactSums firstSquares;
    /** The number of draws in which the school of the row was ahead of that of the column; null if not counted. */
    final int @Nullable [][] ahead;

    Tally(int schools, int indicators, boolean pairs) {
        this.counts = new int[schools][schools + 1];
        this.scored = new int[schools];
        this.deviations = new ExactSums(schools);
        this.squares = new ExactSums(schools);
        this.firstShares = new ExactSums(schools * indicators);
        this.firstSquares = new ExactSums(schools * indicators);
        this.ahead = pairs ? new int[schools][schools] : null;
    }

    void addAll(Tally other) {
        add(counts, other.counts);
        add(scored, other.scored);
        deviations.addAll(other.deviations);
        squares.addAll(other.squares);
        firstShares.addAll(other.firstShares);
        firstSquares.addAll(other.firstSquares);
        if (ahead != null && other.ahead != null) {
            add(ahead, other.ahead);
        }
    }

    private static void add(int[][] mine, int[][] theirs) {
        for (int row = 0; row < mine.length; row++) {
            add(mine[row], theirs[row]);
        }
    }

    private static void add(int[] mine, int[] theirs) {
        for (int i = 0; i < mine.length; i++) {
            mine[i] += theirs[i];
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tally that
                && Arrays.deepEquals(counts, that.counts)
                && Arrays.equals(scored, that.scored)
                && deviations.equals(that.deviations)
                && squares.equals(that.squares)
                && firstShares.equals(that.firstShares)
                && firstSquares.equals(that.firstSquares)
                && Arrays.deepEquals(ahead, that.ahead);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(counts);
    }
}
