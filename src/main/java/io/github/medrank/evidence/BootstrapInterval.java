package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An estimate with its bootstrap interval and the number of replicates behind it.
 *
 * <pre>{@code
 * BootstrapInterval.of(12.3, 11.8, 12.9, 1000) // ==> 12.3 [11.8, 12.9]
 * }</pre>
 */
@Immutable
public final class BootstrapInterval {
    private final double estimate;
    private final double low;
    private final double high;
    private final int replicates;

    private BootstrapInterval(double estimate, double low, double high, int replicates) {
        this.estimate = estimate + 0.0;
        this.low = low + 0.0;
        this.high = high + 0.0;
        this.replicates = replicates;
    }

    /**
     * Returns an interval.
     *
     * @param estimate the estimate, which need not lie inside the interval
     * @param low the lower end
     * @param high the upper end, not less than the lower
     * @param replicates the number of replicates that had a value, at least 1
     * @return the interval
     * @throws IllegalArgumentException if a number is not finite, the ends are out of order, or there are no replicates
     */
    public static BootstrapInterval of(double estimate, double low, double high, int replicates) {
        checkArgument(Double.isFinite(estimate), "estimate %s; it is a finite number", estimate);
        checkArgument(
                low <= high && Double.isFinite(low) && Double.isFinite(high),
                "an interval from %s to %s; its ends are finite and in order",
                low,
                high);
        checkArgument(replicates >= 1, "%s replicates; an interval needs at least 1", replicates);
        return new BootstrapInterval(estimate, low, high, replicates);
    }

    /** Returns the estimate. */
    public double estimate() {
        return estimate;
    }

    /** Returns the lower end. */
    public double low() {
        return low;
    }

    /** Returns the upper end. */
    public double high() {
        return high;
    }

    /** Returns the number of replicates that had a value. */
    public int replicates() {
        return replicates;
    }

    /** ⌊(1 ± coverage)/2 · size⌋ in exact decimals, since in doubles 0.975 · 1000 is less than 975. */
    static int element(double coverage, int sign, int size) {
        BigDecimal half = Decimals.of(coverage).multiply(BigDecimal.valueOf(sign));
        return BigDecimal.ONE
                .add(half)
                .multiply(BigDecimal.valueOf(size))
                .divide(BigDecimal.valueOf(2), 0, RoundingMode.FLOOR)
                .intValueExact();
    }

    /** Returns whether the other object has the same numbers. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof BootstrapInterval that
                && estimate == that.estimate
                && low == that.low
                && high == that.high
                && replicates == that.replicates;
    }

    @Override
    public int hashCode() {
        return Objects.hash(estimate, low, high, replicates);
    }

    /** Returns the estimate and its interval: {@code 12.3 [11.8, 12.9]}. */
    @Override
    public String toString() {
        return Cell.of(estimate) + " [" + Cell.of(low) + ", " + Cell.of(high) + "]";
    }
}
