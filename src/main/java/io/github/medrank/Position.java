package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.NumberText;
import io.github.medrank.exact.PrintedPlaces;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Where a school stands, as it is shown: {@code 26}, {@code =26}, {@code 201–250} or {@code 701+}.
 *
 * <pre>{@code
 * Position.band(201, 250) // ==> 201–250
 * }</pre>
 */
@Immutable
public final class Position {
    private final double rank;
    private final int first;
    private final int last;
    private final boolean tied;
    private final boolean band;
    private final String text;

    private Position(double rank, int first, int last, boolean tied, boolean band, String text) {
        this.rank = rank;
        this.first = first;
        this.last = last;
        this.tied = tied;
        this.band = band;
        this.text = text;
    }

    /**
     * An exact position.
     *
     * @param rank the number: whole, or between two whole ones under fractional ties
     * @param tied whether more than one school has it
     * @param mark how a shared position is marked
     * @return the position
     */
    public static Position exact(double rank, boolean tied, TieMark mark) {
        String number = NumberText.text(rank);
        return new Position(
                rank, (int) Math.floor(rank), (int) Math.ceil(rank), tied, false, tied ? mark.mark(number) : number);
    }

    /** A band of positions, both ends included. */
    public static Position band(int first, int last) {
        return new Position(first, first, last, false, true, first + "–" + last);
    }

    /** A band without an end. */
    public static Position openBand(int first) {
        return new Position(first, first, Integer.MAX_VALUE, false, true, first + "+");
    }

    /**
     * A named tier, which covers these positions.
     *
     * @param name such as {@code Tier 1}
     * @param first the position of its best school
     * @param last the position that its worst school would have without ties
     */
    public static Position tier(String name, int first, int last) {
        return new Position(first, first, last, false, true, Names.require(name, "tier name"));
    }

    /**
     * Returns the position that a publisher printed: {@code 26}, {@code =26}, {@code 26=}, {@code T26}, {@code #26},
     * {@code 26.0}, {@code 201–250} with any dash, {@code 1,201–1,400} with parted thousands, {@code 701+}.
     *
     * <pre>{@code
     * Position.ofPrinted("T26") // ==> Optional[=26]
     * Position.ofPrinted("1,201-1,400") // ==> Optional[1201–1400]
     * Position.ofPrinted("Reporter") // ==> Optional.empty
     * }</pre>
     *
     * @param printed the text; marks of ties, case and kinds of dash and blank aside
     * @return the position; empty for what is printed for a school without one, such as {@code NR}, {@code Reporter} or
     *     a dash
     * @throws IllegalArgumentException if the text is no position, such as a date, or could be two, such as
     *     {@code 1.201}
     */
    public static Optional<Position> ofPrinted(String printed) {
        return PrintedPlaces.read(requireNonNull(printed, "printed")).map(Position::of);
    }

    private static Position of(PrintedPlaces read) {
        if (!read.band()) {
            return exact(read.first(), read.tied(), TieMark.PREFIX);
        }
        int first = (int) read.first();
        return read.last().isPresent() ? band(first, read.last().getAsInt()) : openBand(first);
    }

    /** The position as a number: 26, or 2.5 under fractional ties, or the first of a band or tier. */
    public double rank() {
        return rank;
    }

    /** The first position covered: the position itself, or the first of the band. */
    public int first() {
        return first;
    }

    /** The last position covered; empty for a band without an end. */
    public OptionalInt last() {
        return last == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(last);
    }

    /** Whether it is a band or a tier and no exact position. */
    public boolean isBand() {
        return band;
    }

    /** Whether it is an exact position that more than one school has. */
    public boolean isTied() {
        return tied;
    }

    /** Whether the other object is a position of the same text and number. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Position that && rank == that.rank && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The position as it is shown. */
    @Override
    public String toString() {
        return text;
    }
}
