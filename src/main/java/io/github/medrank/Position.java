package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.NumberText;
import io.github.medrank.exact.PrintedPlaces;
import io.github.medrank.exact.SafeText;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A school's position as it is shown: {@code 26}, {@code =26}, {@code 201–250} or {@code 701+}.
 *
 * <pre>{@code
 * Position.band(201, 250) // ==> 201–250
 * }</pre>
 */
@Immutable
public final class Position {
    private final double number;
    private final int best;
    private final int worst;
    private final boolean tied;
    private final boolean band;
    private final String text;

    private Position(double number, int best, int worst, boolean tied, boolean band, String text) {
        this.number = number;
        this.best = best;
        this.worst = worst;
        this.tied = tied;
        this.band = band;
        this.text = text;
    }

    /**
     * Returns an exact position.
     *
     * @param number the number, at least 1: an integer, or a fraction between two integers under fractional ties
     * @param tied whether several schools share the position
     * @param mark how a shared position is marked
     * @return the position
     * @throws IllegalArgumentException if the number is below 1 or not finite
     */
    public static Position exact(double number, boolean tied, TieMark mark) {
        requireNonNull(mark, "mark");
        if (!(number >= 1 && number <= Integer.MAX_VALUE)) { // checkArgument would box the number on each call
            throw new IllegalArgumentException("position " + number + "; positions are counted from 1");
        }
        String shown = NumberText.text(number);
        return new Position(
                number,
                (int) Math.floor(number),
                (int) Math.ceil(number),
                tied,
                false,
                tied ? mark.mark(shown) : shown);
    }

    /**
     * Returns a band of positions, including both ends.
     *
     * @throws IllegalArgumentException if the best position is below 1, or the worst is less than the best
     */
    public static Position band(int best, int worst) {
        requireOrder("band", best, worst);
        return new Position(best, best, worst, false, true, best + "–" + worst);
    }

    /**
     * Returns a band without an end, such as {@code 701+}.
     *
     * @throws IllegalArgumentException if the best position is below 1
     */
    public static Position openBand(int best) {
        requireOrder("band", best, Integer.MAX_VALUE);
        return new Position(best, best, Integer.MAX_VALUE, false, true, best + "+");
    }

    /**
     * Returns a named tier that covers a range of positions.
     *
     * @param name the name, such as {@code Tier 1}
     * @param best the position of its best school
     * @param worst the position that its worst school would have without ties
     * @throws IllegalArgumentException if the name is blank, the best position is below 1, or the worst is less than
     *     the best
     */
    public static Position tier(String name, int best, int worst) {
        requireOrder("tier", best, worst);
        return new Position(best, best, worst, false, true, SafeText.line(Names.require(name, "tier name")));
    }

    private static void requireOrder(String what, int best, int worst) {
        checkArgument(
                1 <= best && best <= worst, "%s from %s to %s; positions are counted from 1, up", what, best, worst);
    }

    /**
     * Reads a position as publishers print it: {@code 26}, {@code =26}, {@code 26=}, {@code T26}, {@code #26},
     * {@code 26.0}, {@code 201–250} with any dash, {@code 1,201–1,400} with thousands separators, {@code 701+}.
     *
     * <pre>{@code
     * Position.ofPrinted("T26") // ==> Optional[=26]
     * Position.ofPrinted("1,201-1,400") // ==> Optional[1201–1400]
     * Position.ofPrinted("Reporter") // ==> Optional.empty
     * }</pre>
     *
     * @param printed the text; case, tie marks, and kinds of dash and space do not matter
     * @return the position; empty for a text that stands for no position, such as {@code NR}, {@code Reporter} or a
     *     dash
     * @throws IllegalArgumentException if the text is not a position, such as a date, or is ambiguous, such as
     *     {@code 1.201}
     */
    public static Optional<Position> ofPrinted(String printed) {
        return PrintedPlaces.read(requireNonNull(printed, "printed")).map(read -> of(read, TieMark.PREFIX));
    }

    private static Position of(PrintedPlaces read, TieMark mark) {
        if (!read.band()) {
            return exact(read.first(), read.tied(), mark);
        }
        int first = (int) read.first();
        return read.last().isPresent() ? band(first, read.last().getAsInt()) : openBand(first);
    }

    /**
     * Parses an exact position or a band, in the format of {@link #toString}. Use {@link #ofPrinted} for the formats of
     * publishers, and {@link #tier} for a tier, whose name does not say which positions it covers.
     *
     * <pre>{@code
     * Position.parse("=26").isTied()     // ==> true
     * Position.parse("201–250").worst()  // ==> OptionalInt[250]
     * }</pre>
     *
     * @param text such as {@code 26}, {@code =26}, {@code 26=}, {@code 2.5}, {@code 201–250} or {@code 701+}
     * @throws IllegalArgumentException if the text is none of these
     */
    public static Position parse(String text) {
        String line = SafeText.line(requireNonNull(text, "text"));
        TieMark mark = text.endsWith("=") ? TieMark.SUFFIX : TieMark.PREFIX;
        Optional<Position> read = PrintedPlaces.read(line).map(each -> of(each, mark));
        checkArgument(
                read.isPresent() && read.get().toString().equals(text),
                "position \"%s\" is not written like 26, =26, 2.5, 201–250 or 701+; ofPrinted reads what publishers print",
                line);
        return read.get();
    }

    /** Returns the position as a number: 26, or 2.5 under fractional ties; the best position of a band or a tier. */
    public double number() {
        return number;
    }

    /** Returns the best position covered: the position itself, or the first of a band or a tier. */
    public int best() {
        return best;
    }

    /** Returns the worst position covered; empty for a band without an end. */
    public OptionalInt worst() {
        return worst == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(worst);
    }

    /** Returns whether this is a band or a tier rather than an exact position. */
    public boolean isBand() {
        return band;
    }

    /** Returns whether this is an exact position that several schools share. */
    public boolean isTied() {
        return tied;
    }

    /** Returns whether the other object is a position with the same text and number. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Position that && number == that.number && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the position as it is shown. */
    @Override
    public String toString() {
        return text;
    }
}
