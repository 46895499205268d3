package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A closed interval of numbers.
 *
 * <pre>{@code
 * new Interval(1, 3).overlaps(new Interval(3, 4)) // ==> true
 * }</pre>
 *
 * @param low the lower end
 * @param high the upper end, not below the lower one
 */
@Immutable
public record Interval(double low, double high) {
    /** Checks the ends. */
    public Interval {
        checkArgument(low <= high, "interval from %s to %s; the lower end comes first", low, high);
        low += 0.0;
        high += 0.0;
    }

    /** Whether a number lies within, ends included. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /** Whether the two have a number in common, ends included. */
    public boolean overlaps(Interval other) {
        return low <= other.high && other.low <= high;
    }

    /** The ends, to four significant digits. */
    @Override
    public String toString() {
        return text(low) + "–" + text(high);
    }

    static String text(double value) {
        BigDecimal shown = new BigDecimal(value).round(new MathContext(4, RoundingMode.HALF_EVEN));
        BigDecimal decimal = shown.signum() == 0 ? BigDecimal.ZERO : shown.stripTrailingZeros();
        return decimal.toPlainString().replace('-', '−');
    }
}
