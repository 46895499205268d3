package io.github.medrank;

import com.google.errorprone.annotations.Immutable;

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

    /** Whether the result is on a scale where more is better, whatever the indicator's direction. */
    default boolean orients() {
        return true;
    }

    /** The normalizer that leaves values, and the direction, as they are. */
    static Normalizer identity() {
        return IdentityNormalizer.INSTANCE;
    }
}
