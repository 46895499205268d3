package io.github.medrank.audit;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Rational;
import io.github.medrank.exact.Fraction;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A closed interval of exact fractions. */
@Immutable
public final class ExactInterval {
    /** The number of digits of a printed end, which is rounded outwards. */
    private static final int DIGITS = 5;

    private final Rational low;
    private final Rational high;

    private ExactInterval(Rational low, Rational high) {
        this.low = low;
        this.high = high;
    }

    static ExactInterval of(Fraction low, Fraction high) {
        return new ExactInterval(rational(low), rational(high));
    }

    static ExactInterval of(Rational low, Rational high) {
        return new ExactInterval(low, high);
    }

    static Rational rational(Fraction fraction) {
        return Rational.ratio(new BigDecimal(fraction.numerator()), new BigDecimal(fraction.denominator()));
    }

    /** Returns the lower end. */
    public Rational low() {
        return low;
    }

    /** Returns the upper end, which is at least the lower end. */
    public Rational high() {
        return high;
    }

    /** Returns whether a number lies in the interval or is one of its ends. */
    public boolean contains(Rational value) {
        requireNonNull(value, "value");
        return low.compareTo(value) <= 0 && value.compareTo(high) <= 0;
    }

    /** Returns the distance between the ends. */
    public Rational width() {
        return high.minus(low);
    }

    /** The ends in percent, to two decimals, rounded outwards. */
    String percent() {
        return percent(low, RoundingMode.FLOOR) + "–" + percent(high, RoundingMode.CEILING);
    }

    private static String percent(Rational share, RoundingMode mode) {
        return share.times(Rational.of(100)).round(2, mode).toPlainString();
    }

    /** Returns whether the other object is an interval with the same ends. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ExactInterval that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Rational> parts() {
        return List.of(low, high);
    }

    /** Returns the ends to five significant digits, rounded outwards. */
    @Override
    public String toString() {
        return NumberText.plain(low.toBigDecimal(new MathContext(DIGITS, RoundingMode.FLOOR)))
                + "–"
                + NumberText.plain(high.toBigDecimal(new MathContext(DIGITS, RoundingMode.CEILING)));
    }
}
