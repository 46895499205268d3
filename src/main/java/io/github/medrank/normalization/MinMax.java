package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.Scale;
import java.math.BigDecimal;

/** From the worst to the best of the reference, of values or of their logarithms. */
@Immutable
record MinMax(double low, double high, boolean ofLogarithms) implements Normalizer {
    private static final Rational HALF = Rational.of(new BigDecimal("0.5"));

    MinMax {
        Line.checkRange(low, high, "a scale");
    }

    @Override
    public Scale fit(Column reference) {
        requireNonNull(reference, "reference");
        return ofLogarithms ? logarithmic(reference) : linear(reference);
    }

    private Rational middle() {
        return Rational.of(low).plus(Rational.of(high)).times(HALF);
    }

    private Scale logarithmic(Column reference) {
        int present = reference.size() - reference.missing();
        int below = reference.min().orElse(1) > 0 ? 0 : reference.countBelow(Double.MIN_VALUE);
        if (below == present) {
            return Exactly.NOWHERE;
        }
        Rational least = Statistics.ordered(reference, below);
        Rational greatest = Statistics.greatest(reference);
        return least.equals(greatest)
                ? Exactly.only(least.doubleValue(), reference, middle())
                : Irrational.logMinMax(reference, least, greatest, low, high);
    }

    private Scale linear(Column reference) {
        if (reference.min().isEmpty()) {
            return Exactly.NOWHERE;
        }
        double range = reference.max().orElseThrow() - reference.min().getAsDouble();
        boolean varies = range > 2 * Exactly.error(reference)
                || !Statistics.least(reference).equals(Statistics.greatest(reference));
        return varies ? Line.between(reference, low, high) : Exactly.only(reference, middle());
    }

    @Override
    public String toString() {
        return (ofLogarithms ? "log-min–max to " : "min–max to ") + Text.range(low, high);
    }
}
