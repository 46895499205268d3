package io.github.medrank.evidence;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A number as it was found, and how far it might have been from there.
 *
 * @param estimate the number as it was found
 * @param lower the lower end
 * @param upper the upper end
 * @param replicates how many replicates had a number
 */
@Immutable
public record BootstrapInterval(double estimate, double lower, double upper, int replicates) {
    /** ⌊(1 ± coverage)/2 · size⌋ in exact decimals, for binary ones put 0.975 · 1000 below 975. */
    static int element(double coverage, int sign, int size) {
        BigDecimal half = Decimals.of(coverage).multiply(BigDecimal.valueOf(sign));
        return BigDecimal.ONE
                .add(half)
                .multiply(BigDecimal.valueOf(size))
                .divide(BigDecimal.valueOf(2), 0, RoundingMode.FLOOR)
                .intValueExact();
    }

    /** The number and its interval: {@code 12.3 [11.8, 12.9]}. */
    @Override
    public String toString() {
        return Cell.of(estimate) + " [" + Cell.of(lower) + ", " + Cell.of(upper) + "]";
    }
}
