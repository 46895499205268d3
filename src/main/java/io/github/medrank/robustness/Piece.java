package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The counts of some of the draws of a run. A piece is the part of a distributed run that one machine makes, or what an
 * interrupted run has completed.
 *
 * <p>The pieces of a run can be {@link #merge merged} in any order; the counts are the same, bit for bit.
 * {@link Robustness#result(Piece)} evaluates them. A piece is serializable between equal versions of this library. It
 * holds counts, not schools. Memory: four bytes for each school and position.
 */
public final class Piece implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private final long run;
    private final long[] starts;
    private final long[] ends;
    private final Tally tally;

    Piece(long run, long start, long end, Tally tally) {
        this(run, new long[] {start}, new long[] {end}, tally);
    }

    private Piece(long run, long[] starts, long[] ends, Tally tally) {
        this.run = run;
        this.starts = starts;
        this.ends = ends;
        this.tally = tally;
    }

    /** Returns the number of draws it holds. */
    public long draws() {
        return IntStream.range(0, starts.length)
                .mapToLong(i -> ends[i] - starts[i])
                .sum();
    }

    /**
     * Returns this piece and another one combined; neither is changed.
     *
     * @param other a piece of the same run, with none of the draws of this one
     * @return the draws of both
     * @throws IllegalArgumentException if the other piece is of another run (other seed, data or indicators), or has a
     *     draw in common with this one
     */
    public Piece merge(Piece other) {
        requireNonNull(other, "other");
        checkArgument(
                run == other.run && tally.counts.length == other.tally.counts.length,
                "the pieces are of different runs; seed, schools, values, indicators, methods and what varies must be the same");
        checkArgument(
                (tally.ahead == null) == (other.tally.ahead == null),
                "one of the pieces counts pairs of schools and the other does not");
        long[] allStarts = concat(starts, other.starts);
        long[] allEnds = concat(ends, other.ends);
        Arrays.sort(allStarts);
        Arrays.sort(allEnds);
        int ranges = 0;
        for (int i = 0; i < allStarts.length; i++) {
            checkArgument(
                    i == 0 || allStarts[i] >= allEnds[i - 1],
                    "both pieces hold draw %s: %s and %s",
                    allStarts[i],
                    this,
                    other);
            if (allStarts[i] == allEnds[i]) {
                continue;
            }
            if (ranges > 0 && allEnds[ranges - 1] == allStarts[i]) {
                allEnds[ranges - 1] = allEnds[i];
            } else {
                allStarts[ranges] = allStarts[i];
                allEnds[ranges++] = allEnds[i];
            }
        }
        Tally sum = new Tally(tally.counts.length, indicators(), tally.ahead != null);
        sum.addAll(tally);
        sum.addAll(other.tally);
        return new Piece(run, Arrays.copyOf(allStarts, ranges), Arrays.copyOf(allEnds, ranges), sum);
    }

    private static long[] concat(long[] some, long[] more) {
        long[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    /** Whether it holds whole blocks from the first draw on. */
    boolean isStart(int blockSize) {
        return draws() == 0 || (starts.length == 1 && starts[0] == 0 && ends[0] % blockSize == 0);
    }

    long run() {
        return run;
    }

    Tally tally() {
        return tally;
    }

    private int indicators() {
        return tally.firstShares.size() / tally.counts.length;
    }

    /** Returns whether the other object holds the same draws of the same run, with counts equal to the last bit. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Piece that
                && run == that.run
                && Arrays.equals(starts, that.starts)
                && Arrays.equals(ends, that.ends)
                && tally.equals(that.tally);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(run) * 31 + Arrays.hashCode(starts) + tally.hashCode();
    }

    /** Returns the numbers of the draws it holds. */
    @Override
    public String toString() {
        return "draws "
                + IntStream.range(0, starts.length)
                        .mapToObj(i -> starts[i] + "–" + (ends[i] - 1))
                        .collect(Collectors.joining(", "));
    }
}
