package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one indicator adds to a school's score: a line of a {@link Breakdown}. */
@Immutable
public final class Contribution {
    private final Indicator indicator;
    private final Cell value;
    private final Cell normalized;
    private final BigDecimal points;
    private final Rational amount;

    Contribution(Indicator indicator, Cell value, Cell normalized, BigDecimal points, Rational amount) {
        this.indicator = requireNonNull(indicator, "indicator");
        this.value = requireNonNull(value, "value");
        this.normalized = requireNonNull(normalized, "normalized");
        this.points = requireNonNull(points, "points");
        this.amount = requireNonNull(amount, "amount");
    }

    /** Returns the indicator. */
    public Indicator indicator() {
        return indicator;
    }

    /** Returns the value that was given, or the reason why there is none. */
    public Cell value() {
        return value;
    }

    /** Returns the value that the ranker saw: normalised, and filled where it was missing. */
    public Cell normalized() {
        return normalized;
    }

    /** Returns the indicator's weight as written. */
    public BigDecimal points() {
        return points;
    }

    /** Returns what the indicator adds to the score before rescaling, exactly. */
    public Rational amount() {
        return amount;
    }

    /** Tells whether the other object is a line of the same indicator with equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Contribution that
                && indicator.equals(that.indicator)
                && value.equals(that.value)
                && normalized.equals(that.normalized)
                && points.equals(that.points)
                && amount.equals(that.amount);
    }

    @Override
    public int hashCode() {
        return Objects.hash(indicator, value, normalized, points, amount);
    }

    /** Returns the line in words: {@code Papers: 50, 40 points, contribution 20}. */
    @Override
    public String toString() {
        return SafeText.line(indicator.name()) + ": " + value + ", " + points.toPlainString() + " points, contribution "
                + amount;
    }
}
