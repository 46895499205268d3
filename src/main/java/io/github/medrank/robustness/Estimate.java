package io.github.medrank.robustness;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * A sampled figure with its Monte Carlo standard error, which estimates the distance from the result of unlimited
 * sampling.
 *
 * <p>The error is that of sampling alone, and shrinks with the square root of the number of draws. It does not tell how
 * certain a position is. A share that was 0 or 1 in the sample has the error 0; after n draws, the true share is then
 * within about 3/n of it.
 *
 * <pre>{@code
 * Estimate.ofShare(250, 1000) // ==> 0.250 ± 0.014
 * }</pre>
 *
 * @param value the figure
 * @param standardError its standard error, not negative
 */
@Immutable
public record Estimate(double value, double standardError) {
    /** Checks the numbers. */
    public Estimate {
        checkArgument(Double.isFinite(value), "estimate %s is not a finite number", value);
        checkArgument(
                standardError >= 0 && standardError < Double.POSITIVE_INFINITY,
                "standard error %s; it must be finite and not negative",
                standardError);
        value += 0.0;
    }

    /**
     * Returns the share of draws in which an event happened: p with the error √(p(1−p)/n).
     *
     * @param times the number of draws in which it happened, from 0 to {@code draws}
     * @param draws the number of draws, at least 1
     */
    public static Estimate ofShare(long times, long draws) {
        checkArgument(
                draws > 0 && times >= 0 && times <= draws,
                "%s of %s draws; there must be some draws, and 0 to all of them",
                times,
                draws);
        double share = (double) times / draws;
        return new Estimate(share, Math.sqrt(share * (1 - share) / draws));
    }

    /** Returns the figure, rounded to the digits that its error supports, and the error. */
    @Override
    public String toString() {
        if (standardError == 0) {
            return new BigDecimal(value)
                    .round(new MathContext(6))
                    .stripTrailingZeros()
                    .toPlainString();
        }
        BigDecimal error = new BigDecimal(standardError).round(new MathContext(2, RoundingMode.HALF_UP));
        int decimals = Math.max(0, error.scale());
        return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).toPlainString() + " ± "
                + error.setScale(decimals, RoundingMode.HALF_UP).toPlainString();
    }
}
