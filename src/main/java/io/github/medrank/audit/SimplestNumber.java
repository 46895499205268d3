package io.github.medrank.audit;

import io.github.medrank.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the number with the fewest decimals that satisfies some inequalities, and of several the one nearest to the
 * middle.
 */
final class SimplestNumber {
    private static final int MOST_DECIMALS = 30;

    private @Nullable Rational low;
    private @Nullable Rational high;
    private boolean impossible;

    /** Requires factor · number ≥ bound. */
    void atLeast(Rational factor, Rational bound) {
        if (factor.signum() == 0) {
            impossible |= bound.signum() > 0;
            return;
        }
        Rational end = bound.dividedBy(factor);
        if (factor.signum() > 0) {
            low = low == null || low.compareTo(end) < 0 ? end : low;
        } else {
            high = high == null || high.compareTo(end) > 0 ? end : high;
        }
    }

    /** Requires least ≤ factor · number ≤ most. */
    void between(Rational factor, Rational least, Rational most) {
        atLeast(factor, least);
        atLeast(factor.negate(), most.negate());
    }

    Optional<BigDecimal> find() {
        Rational from = low == null ? high : low;
        Rational to = high == null ? low : high;
        if (impossible || (from != null && to != null && from.compareTo(to) > 0)) {
            return Optional.empty();
        }
        if (from == null || to == null) {
            return Optional.of(BigDecimal.ZERO);
        }
        Rational middle = from.plus(to).dividedBy(Rational.of(2));
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            BigDecimal rounded = middle.round(decimals, RoundingMode.HALF_EVEN);
            Rational exact = Rational.of(rounded);
            // At an end a score would be halfway between two printed ones, which not every rounding allows.
            if (from.compareTo(exact) < 0 && exact.compareTo(to) < 0) {
                return Optional.of(rounded);
            }
        }
        return Optional.of(middle.toBigDecimal());
    }
}
