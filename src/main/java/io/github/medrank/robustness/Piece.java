package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import java.io.Serial;
import java.io.Serializable;
import java.util.stream.Collectors;
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
    private final ImmutableRangeSet<Long> numbers;
    private final Tally tally;

    Piece(long run, long start, long end, Tally tally) {
        this(run, ImmutableRangeSet.of(Range.closedOpen(start, end)), tally);
    }

    private Piece(long run, ImmutableRangeSet<Long> numbers, Tally tally) {
        this.run = run;
        this.numbers = numbers;
        this.tally = tally;
    }

    /** Returns the number of draws it holds. */
    public long draws() {
        return numbers.asRanges().stream()
                .mapToLong(range -> range.upperEndpoint() - range.lowerEndpoint())
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
        ImmutableRangeSet<Long> both = numbers.intersection(other.numbers);
        if (!both.isEmpty()) {
            throw new IllegalArgumentException(
                    "both pieces hold draw " + both.span().lowerEndpoint() + ": " + this + " and " + other);
        }
        Tally sum = new Tally(tally.counts.length, indicators(), tally.ahead != null);
        sum.addAll(tally);
        sum.addAll(other.tally);
        return new Piece(run, numbers.union(other.numbers), sum);
    }

    /** Whether it holds whole blocks from the first draw on. */
    boolean isStart(int blockSize) {
        return draws() % blockSize == 0 && numbers.equals(ImmutableRangeSet.of(Range.closedOpen(0L, draws())));
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
                && numbers.equals(that.numbers)
                && tally.equals(that.tally);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(run) * 31 + numbers.hashCode() + tally.hashCode();
    }

    /** Returns the numbers of the draws it holds. */
    @Override
    public String toString() {
        return "draws "
                + numbers.asRanges().stream()
                        .map(range -> range.lowerEndpoint() + "–" + (range.upperEndpoint() - 1))
                        .collect(Collectors.joining(", "));
    }
}
