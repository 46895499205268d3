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
 * Where a school stands, as it is shown: {@code 26}, {@code =26}, {@code 201–250} or {@code 701+}.
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
     * @param number the number, 1 or more: whole, or between two whole ones under fractional ties
     * @param tied whether more than one school has it
     * @param mark how a shared position is marked
     * @return the position
     * @throws IllegalArgumentException if the number is below 1 or not finite
     */
    public static Position exact(double number, boolean tied, TieMark mark) {
        requireNonNull(mark, "mark");
        if (!(number >= 1 && number <= Integer.MAX_VALUE)) { // checkArgument would box the number at each position
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
     * Returns a band of positions, both ends included.
     *
     * @throws IllegalArgumentException if the best is below 1 or the worst is better than it
     */
    public static Position band(int best, int worst) {
        requireOrder("band", best, worst);
        return new Position(best, best, worst, false, true, best + "–" + worst);
    }

    /**
     * Returns a band without an end.
     *
     * @throws IllegalArgumentException if the best position is below 1
     */
    public static Position openBand(int best) {
        requireOrder("band", best, Integer.MAX_VALUE);
        return new Position(best, best, Integer.MAX_VALUE, false, true, best + "+");
    }

    /**
     * Returns a named tier, which covers these positions.
     *
     * @param name such as {@code Tier 1}
     * @param best the position of its best school
     * @param worst the position that its worst school would have without ties
     * @throws IllegalArgumentException if the name is blank, the best is below 1 or the worst is better than it
     */
    public static Position tier(String name, int best, int worst) {
        requireOrder("tier", best, worst);
        return new Position(best, best, worst, false, true, Names.require(name, "tier name"));
    }

    private static void requireOrder(String what, int best, int worst) {
        checkArgument(
                1 <= best && best <= worst, "%s from %s to %s; positions are counted from 1, up", what, best, worst);
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
     * Reads an exact position or a band, as {@link #toString} writes it; for what publishers print there is {@link
     * #ofPrinted}. A tier's name does not say which positions it covers; make it with {@link #tier}.
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

    /** Returns the position as a number: 26, or 2.5 under fractional ties, or the first of a band or tier. */
    public double number() {
        return number;
    }

    /** Returns the best position covered: the position itself, or the first of the band. */
    public int best() {
        return best;
    }

    /** Returns the worst position covered; empty for a band without an end. */
    public OptionalInt worst() {
        return worst == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(worst);
    }

    /** Tells whether it is a band or a tier and no exact position. */
    public boolean isBand() {
        return band;
    }

    /** Tells whether it is an exact position that more than one school has. */
    public boolean isTied() {
        return tied;
    }

    /** Tells whether the other object is a position of the same text and number. */
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
