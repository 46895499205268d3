package io.github.medrank.sensitivity;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.weightspace.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The share of an output's variance that one factor accounts for.
 *
 * <p>Estimates may be slightly below 0 or above 1; the intervals show their precision.
 */
@Immutable
public final class SobolIndex {
    private final String factor;
    private final double first;
    private final Interval firstInterval;
    private final double total;
    private final Interval totalInterval;

    SobolIndex(String factor, double first, Interval firstInterval, double total, Interval totalInterval) {
        this.factor = factor;
        this.first = first;
        this.firstInterval = firstInterval;
        this.total = total;
        this.totalInterval = totalInterval;
    }

    /** Returns the name of the factor. */
    public String factor() {
        return factor;
    }

    /** Returns the first-order index: the share of the variance that vanishes if this factor alone is fixed. */
    public double first() {
        return first;
    }

    /** Returns the bootstrap interval of {@link #first}. */
    public Interval firstInterval() {
        return firstInterval;
    }

    /**
     * Returns the total-order index, with interactions: the share of the variance that remains if all other factors are
     * fixed.
     */
    public double total() {
        return total;
    }

    /** Returns the bootstrap interval of {@link #total}. */
    public Interval totalInterval() {
        return totalInterval;
    }

    /** Returns whether the other object has the same factor, indices and intervals. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SobolIndex that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(factor, first, firstInterval, total, totalInterval);
    }

    /**
     * Returns both indices with their intervals:
     * {@code x: first order 0.900 (0.881 to 0.920), total 0.912 (0.893 to 0.930)}.
     */
    @Override
    public String toString() {
        return factor + ": first order " + three(first) + " (" + three(firstInterval) + "), total " + three(total)
                + " (" + three(totalInterval) + ")";
    }

    static String three(Interval interval) {
        return three(interval.low()) + " to " + three(interval.high());
    }

    static String three(double value) {
        return new BigDecimal(value)
                .setScale(3, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '−');
    }
}
