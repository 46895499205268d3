package io.github.medrank.sensitivity;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;

/**
 * The nominal weight of an indicator, and how much of the variance of scores it accounts for; returned by
 * {@link Coherence#effectiveWeights}.
 *
 * <p>The squared correlation ratio is Var(E[score | indicator]) / Var(score) (Paruolo, Saisana and Saltelli 2013).
 * Correlated indicators account for the same variance twice, so the ratios of all indicators may add up to more than 1.
 * Their shares add up to 1 and can be compared with the nominal weights.
 */
@Immutable
public sealed interface EffectiveWeight permits Coherence.Weight {
    /** Returns the indicator. */
    Indicator indicator();

    /** Returns the share of the weight that the methodology gives the indicator. */
    double nominal();

    /** Returns the squared correlation with the score, which is the correlation ratio if the mean score is linear. */
    Coherence.Figure linear();

    /** Returns the squared correlation ratio by local linear regression. */
    Coherence.Figure local();

    /** Returns the linear ratio divided by the sum of all indicators' linear ratios. */
    double linearShare();

    /** Returns the local ratio divided by the sum of all indicators' local ratios. */
    double localShare();

    /** Returns the figures: {@code H-index: nominal 0.100, linear 0.812 (share 0.231), local 0.820 (share 0.230)}. */
    @Override
    String toString();
}
