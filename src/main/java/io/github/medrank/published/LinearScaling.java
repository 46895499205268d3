package io.github.medrank.published;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;
import java.util.OptionalDouble;

/**
 * Maps the least value of the population to one number, the greatest to another, and the values between in proportion.
 */
@Immutable
record LinearScaling(double low, double high) implements Normalizer {
    @Override
    public Scale fit(Column reference) {
        return between(reference.min(), reference.max(), low, high, value -> value);
    }

    /** Stretches the results of another scale; undefined everywhere if that scale has no least and greatest value. */
    static Scale between(OptionalDouble least, OptionalDouble greatest, double low, double high, Scale inner) {
        double from = least.orElse(0);
        double span = greatest.orElse(0) - from;
        return span > 0 ? value -> low + (high - low) * (inner.apply(value) - from) / span : value -> Double.NaN;
    }

    @Override
    public String toString() {
        return "linear from " + low + " for the least to " + high + " for the greatest";
    }
}
