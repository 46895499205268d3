package io.github.medrank.weightspace;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.NumberText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A closed interval of numbers.
 *
 * <pre>{@code
 * Interval.of(1, 3).overlaps(Interval.of(3, 4)) // ==> true
 * }</pre>
 */
@Immutable
public final class Interval {
    private final double low;
    private final double high;

    /**
     * Returns the closed interval between two numbers.
     *
     * @throws IllegalArgumentException if the lower end is above the upper end, or an end is NaN
     */
    public static Interval of(double low, double high) {
        return new Interval(low, high);
    }

    private Interval(double low, double high) {
        checkArgument(low <= high, "interval from %s to %s; the lower end comes first", low, high);
        this.low = low + 0.0;
        this.high = high + 0.0;
    }

    /** Returns the lower end. */
    public double low() {
        return low;
    }

    /** Returns the upper end, which is at least the lower end. */
    public double high() {
        return high;
    }

    /** Returns whether a number lies in the interval or is one of its ends. */
    public boolean contains(double value) {
        return value >= low && value <= high;
    }

    /** Returns whether the two intervals share at least one number; a common end is enough. */
    public boolean overlaps(Interval other) {
        requireNonNull(other, "other");
        return low <= other.high && other.low <= high;
    }

    /** Returns whether the other object is an interval with the same ends. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Interval that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(low, high);
    }

    /** Returns the two ends, to four significant digits. */
    @Override
    public String toString() {
        return NumberText.significant(low) + "–" + NumberText.significant(high);
    }
}
