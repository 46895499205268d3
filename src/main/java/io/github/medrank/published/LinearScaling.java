package io.github.medrank.published;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.ExactScale;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.Scale;
import io.github.medrank.normalization.Normalizers;

/**
 * Maps the least value of the population to one number, the greatest to another, and the values between in proportion;
 * undefined if they are equal. The direction is ignored, unlike in min–max.
 */
@Immutable
record LinearScaling(double low, double high) implements Normalizer {
    @Override
    public Scale fit(Column reference) {
        return reference.min().orElse(0) < reference.max().orElse(0)
                ? Normalizers.minMax(low, high).fit(rising(reference))
                : value -> Double.NaN;
    }

    static Column rising(Column column) {
        return column.withIndicator(column.indicator().withDirection(Direction.HIGHER_IS_BETTER));
    }

    /** Applies this scaling after another scale, fitted on the population that the other scale maps. */
    Scale after(ExactScale inner, Column reference) {
        Column places = reference.scaled(inner);
        return fit(places) instanceof ExactScale outer
                ? new After(inner, outer, reference, places)
                : value -> Double.NaN;
    }

    /** One scale after another. The scaled population is kept, so that it is not computed again. */
    @Immutable
    private record After(ExactScale inner, ExactScale outer, Column reference, Column places) implements ExactScale {
        @Override
        public double apply(double value) {
            return outer.apply(inner.apply(value));
        }

        @Override
        public Rational exact(Rational value) {
            return outer.exact(inner.exact(requireNonNull(value, "value")));
        }

        @Override
        @SuppressWarnings("ReferenceEquality") // a shortcut
        public double errorBound(Column values) {
            requireNonNull(values, "values");
            return outer.errorBound(values == reference ? places : values.scaled(inner));
        }
    }

    @Override
    public String toString() {
        return "linear from " + low + " for the least to " + high + " for the greatest";
    }
}
