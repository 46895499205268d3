package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import java.util.OptionalDouble;

/**
 * How the values of one indicator are brought to a common scale: a plug-in point in two steps, so that the scale can be
 * fitted on one population and applied to another.
 */
@Immutable
@FunctionalInterface
public interface Normalizer {
    /**
     * Fits a scale.
     *
     * @param reference the values of the reference population; its indicator tells the direction
     * @return the scale, on which more is better unless this normalizer says otherwise
     */
    Scale fit(Column reference);

    /** Returns whether the result is on a scale where more is better, regardless of the indicator's direction. */
    default boolean orients() {
        return true;
    }

    /**
     * Returns the most that can be filled in for a missing value without raising the school, regardless of the value: a
     * floor under the scale, of which moreover no missing value lowers what the others are mapped to. Where there is
     * none, as is usual, a ranking warns of what was filled in.
     */
    default OptionalDouble floor() {
        return OptionalDouble.empty();
    }

    /** Returns the normalizer that leaves values, and the direction, as they are. */
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

    /** Takes indicators to be zero or more, unless the ranking sees a value that is less. */
    @Override
    public OptionalDouble floor() {
        return OptionalDouble.of(0);
    }

    @Override
    public String toString() {
        return "as given";
    }
}
