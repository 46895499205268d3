package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.NumberText;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a table: a measured number, the reason why it is missing, or a number that was filled in for a missing
 * one.
 *
 * <pre>{@code
 * Cell.missing(MissingReason.NOT_REPORTED).filledWith(0) // ==> 0 (filled: not reported)
 * }</pre>
 */
@Immutable
public final class Cell {
    private final double value;
    private final @Nullable MissingReason reason;

    private Cell(double value, @Nullable MissingReason reason) {
        this.value = value;
        this.reason = reason;
    }

    /**
     * Returns a cell with a number.
     *
     * @param value a finite number; −0.0 becomes 0.0
     * @return the cell
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public static Cell of(double value) {
        checkArgument(Double.isFinite(value), "cell value %s is not a finite number; give a missing reason", value);
        return new Cell(value + 0.0, null);
    }

    /** Returns a missing cell with the reason why it is missing. */
    public static Cell missing(MissingReason reason) {
        return new Cell(Double.NaN, requireNonNull(reason, "reason"));
    }

    /** Returns a copy with a number filled in; the copy keeps its reason. */
    public Cell filledWith(double number) {
        return new Cell(of(number).value, reason);
    }

    /** Returns the number, measured or filled in; empty if the cell is missing. */
    public OptionalDouble value() {
        return isPresent() ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** Returns the reason why the number is missing, or was before it was filled in; empty if it was measured. */
    public Optional<MissingReason> reason() {
        return Optional.ofNullable(reason);
    }

    /** Returns whether the cell has a number, measured or filled in. */
    public boolean isPresent() {
        return !Double.isNaN(value);
    }

    /** Returns whether the number was filled in. */
    public boolean isFilled() {
        return reason != null && isPresent();
    }

    double orNaN() {
        return value;
    }

    /** Returns whether the other object is a cell with the same number and the same reason. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Cell that && Double.compare(value, that.value) == 0 && reason == that.reason;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(value) * 31 + (reason == null ? 0 : reason.code());
    }

    /** Returns the number as a plain decimal, the reason in words, or both: {@code 0 (filled: not reported)}. */
    @Override
    public String toString() {
        if (reason == null) {
            return NumberText.text(value);
        }
        return isPresent() ? NumberText.text(value) + " (filled: " + reason + ")" : reason.toString();
    }
}
