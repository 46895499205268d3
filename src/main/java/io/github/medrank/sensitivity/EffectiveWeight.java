package io.github.medrank.sensitivity;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The nominal weight of an indicator, and how much of the variance of scores it accounts for; returned by
 * {@link Coherence#effectiveWeights}.
 *
 * <p>The squared correlation ratio is Var(E[score | indicator]) / Var(score) (Paruolo, Saisana and Saltelli 2013).
 * Correlated indicators account for the same variance twice, so the ratios of all indicators may add up to more than 1.
 * Their shares add up to 1 and can be compared with the nominal weights.
 */
@Immutable
public final class EffectiveWeight {
    private final Indicator indicator;
    private final double nominal;
    private final Coherence.Figure linear;
    private final Coherence.Figure local;
    private final double linearShare;
    private final double localShare;

    EffectiveWeight(
            Indicator indicator,
            double nominal,
            Coherence.Figure linear,
            Coherence.Figure local,
            double linearShare,
            double localShare) {
        this.indicator = indicator;
        this.nominal = nominal;
        this.linear = linear;
        this.local = local;
        this.linearShare = linearShare;
        this.localShare = localShare;
    }

    /** Returns the indicator. */
    public Indicator indicator() {
        return indicator;
    }

    /** Returns the share of the weight that the methodology gives the indicator. */
    public double nominal() {
        return nominal;
    }

    /** Returns the squared correlation with the score, which is the correlation ratio if the mean score is linear. */
    public Coherence.Figure linear() {
        return linear;
    }

    /** Returns the squared correlation ratio by local linear regression. */
    public Coherence.Figure local() {
        return local;
    }

    /** Returns the linear ratio divided by the sum of all indicators' linear ratios. */
    public double linearShare() {
        return linearShare;
    }

    /** Returns the local ratio divided by the sum of all indicators' local ratios. */
    public double localShare() {
        return localShare;
    }

    /** Returns whether the other object has the same figures for an equal indicator. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EffectiveWeight that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(indicator, nominal, linear, local, linearShare, localShare);
    }

    /** Returns the figures: {@code H-index: nominal 0.100, linear 0.812 (share 0.231), local 0.820 (share 0.230)}. */
    @Override
    public String toString() {
        return indicator.name() + ": nominal " + SobolIndex.three(nominal) + ", linear " + linear + " (share "
                + SobolIndex.three(linearShare) + "), local " + local + " (share " + SobolIndex.three(localShare) + ")";
    }
}
