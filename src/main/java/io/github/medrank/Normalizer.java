package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import java.util.OptionalDouble;

/**
 * Brings the values of one indicator to a common scale. This plug-in point has two steps, so that a scale can be fitted
 * on one population and applied to another.
 */
@Immutable
@FunctionalInterface
public interface Normalizer {
    /**
     * Fits a scale to a reference population.
     *
     * @param reference the values of the reference population; its indicator gives the direction
     * @return the scale, on which larger is better if {@link #orients} returns true
     */
    Scale fit(Column reference);

    /** Returns whether larger is better on the resulting scale, regardless of the indicator's direction. */
    default boolean orients() {
        return true;
    }

    /**
     * Returns the largest number that can be filled in for any missing value without raising the school; empty, as by
     * default, if there is no such number. A missing value must not lower the normalised values of other schools
     * either. Without a floor, a ranking warns about filled values.
     */
    default OptionalDouble floor() {
        return OptionalDouble.empty();
    }

    /** Returns the normalizer that leaves values and their direction unchanged. */
    static Normalizer identity() {
        return IdentityNormalizer.INSTANCE;
    }
}

@Immutable
enum IdentityNormalizer implements Normalizer {
    INSTANCE;

    @Override
    public Scale fit(Column reference) {
        requireNonNull(reference, "reference");
        return value -> value;
    }

    @Override
    public boolean orients() {
        return false;
    }

    /** Assumes indicators to be zero or more, unless the ranking sees a smaller value. */
    @Override
    public OptionalDouble floor() {
        return OptionalDouble.of(0);
    }

    @Override
    public String toString() {
        return "as given";
    }
}
