package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one indicator adds to a school's score: one line of a {@link Breakdown}. */
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

    /** Returns the value as given, or the reason why it is missing. */
    public Cell value() {
        return value;
    }

    /** Returns the value that the ranker saw: normalised, and filled if it was missing. */
    public Cell normalized() {
        return normalized;
    }

    /** Returns the indicator's weight as written. */
    public BigDecimal points() {
        return points;
    }

    /** Returns the exact amount that the indicator adds to the score before rescaling. */
    public Rational amount() {
        return amount;
    }

    /** Returns whether the other object is a contribution of the same indicator with equal parts. */
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

    /** Returns the contribution in words: {@code Papers: 50, 40 points, contribution 20}. */
    @Override
    public String toString() {
        return SafeText.line(indicator.name()) + ": " + value + ", " + points.toPlainString() + " points, contribution "
                + amount;
    }
}
