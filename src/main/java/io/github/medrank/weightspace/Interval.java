package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.NumberText;

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
        return NumberText.significant(low) + "–" + NumberText.significant(high);
    }
}
