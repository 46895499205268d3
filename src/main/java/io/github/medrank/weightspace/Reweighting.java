package io.github.medrank.weightspace;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;

/**
 * The smallest change of weights that has a given effect, on exact scores.
 *
 * <p>At the changed weights the schools concerned are level; at weights slightly nearer to the given ones the effect
 * does not occur. The changed weights are exact, because they solve a program in exact arithmetic. The distance is a
 * double.
 */
@Immutable
public sealed interface Reweighting permits Reweightings.Change {
    /** Returns the given weights. */
    Weights from();

    /** Returns the changed weights, as shares. */
    Weights to();

    /** Returns the norm that measures the change. */
    Norm norm();

    /** Returns the size of the change, in shares: 0.1 is ten points of a hundred; 0 if no change is needed. */
    double distance();

    /** Returns the change of an indicator's share, which is positive if the share grows. */
    default double change(Indicator indicator) {
        return to().share(indicator) - from().share(indicator);
    }

    /** Returns the shares before and after, in percent. */
    @Override
    String toString();
}
