package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;

/** From the worst to the best of the reference, of values or of their logarithms. */
@Immutable
record MinMax(double low, double high, boolean ofLogarithms) implements Normalizer {
    MinMax {
        Ranges.check(low, high, "a scale");
    }

    @Override
    public Scale fit(Column reference) {
        if (!ofLogarithms) {
            return linear(reference);
        }
        Scale scale = linear(reference.map(MinMax::logarithm));
        return value -> scale.apply(logarithm(value));
    }

    /** The same on every machine, unlike {@code Math.log}. */
    private static double logarithm(double value) {
        return value > 0 ? StrictMath.log(value) : Double.NaN;
    }

    private Scale linear(Column reference) {
        if (reference.min().isEmpty()) {
            return value -> Double.NaN;
        }
        double least = reference.min().getAsDouble();
        double greatest = reference.max().orElse(least);
        boolean more = reference.indicator().direction() == Direction.HIGHER_IS_BETTER;
        if (least == greatest) {
            double middle = low + (high - low) / 2;
            return value -> value == least ? middle : Double.NaN;
        }
        return more ? Ranges.line(least, low, greatest, high) : Ranges.line(greatest, low, least, high);
    }

    @Override
    public String toString() {
        return (ofLogarithms ? "log-min–max to " : "min–max to ") + Text.range(low, high);
    }
}
