package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Ranker;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Pillar;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way to compute a printed score from indicators and weights: the mean, the scale, the treatment of missing values,
 * the rounding, and the kind of values.
 *
 * <p>Rules are ordered by how much they leave open, the most specific first.
 */
@Immutable
public final class ScoreRule implements Comparable<ScoreRule> {
    private static final Comparator<ScoreRule> ORDER = Comparator.<ScoreRule>comparingInt(
                    rule -> rule.scale.constants())
            .thenComparing(ScoreRule::values)
            .thenComparing(ScoreRule::mean)
            .thenComparing(ScoreRule::scale)
            .thenComparing(ScoreRule::missing)
            .thenComparing(ScoreRule::rounding);

    private final CompositeMean mean;
    private final ScoreScale scale;
    private final MissingRule missing;
    private final ScoreRounding rounding;
    private final InputValues values;

    ScoreRule(CompositeMean mean, ScoreScale scale, MissingRule missing, ScoreRounding rounding, InputValues values) {
        this.mean = mean;
        this.scale = scale;
        this.missing = missing;
        this.rounding = rounding;
        this.values = values;
    }

    /** Returns the mean that combines the indicators. */
    public CompositeMean mean() {
        return mean;
    }

    /** Returns how the printed score is derived from the composite. */
    public ScoreScale scale() {
        return scale;
    }

    /** Returns how a missing value is treated. */
    public MissingRule missing() {
        return missing;
    }

    /** Returns how the score is rounded. */
    public ScoreRounding rounding() {
        return rounding;
    }

    /** Returns how the values of the table relate to the weighted numbers. */
    public InputValues values() {
        return values;
    }

    /**
     * Whether a constant in addition to the weights multiplies or shifts the composite, so that shared weights are not
     * linear.
     */
    boolean hasConstants() {
        return scale != ScoreScale.AS_IS && scale != ScoreScale.ORDER;
    }

    /** Whether the weights are linear only once a constant is fixed: for a line of a mean that is not arithmetic. */
    boolean needsConstant() {
        return mean != CompositeMean.ARITHMETIC && (scale == ScoreScale.LINE || scale == ScoreScale.TOP_ABOVE_MINIMUM);
    }

    ScoreRule withMissing(MissingRule newMissing) {
        return new ScoreRule(mean, scale, newMissing, rounding, values);
    }

    /** The rule with the most general scale that contains the scale of this rule. */
    ScoreRule loosest() {
        ScoreScale widest = mean == CompositeMean.ARITHMETIC ? ScoreScale.LINE : ScoreScale.POINTS;
        return scale == ScoreScale.ORDER ? this : new ScoreRule(mean, widest, missing, rounding, values);
    }

    /** The rule as a methodology that can be run. The weights are the points of a sum or of a mean. */
    Methodology methodology(
            PrintedRows rows, ImmutableList<Pillar> pillars, Weights weights, boolean sum, Presentation shown) {
        Methodology.Builder builder = Methodology.builder("Recovered from a published table")
                .indicators(weights.indicators())
                .weights(weights)
                .ranker(ranker(pillars, sum))
                .presentation(shown)
                .provenance(Provenance.of(
                        weights.indicators(),
                        Provenance.Origin.RECOVERED,
                        "recovered from " + RecoveredRule.rows(rows.size),
                        toString()));
        if (values == InputValues.RAW) {
            builder.normalizer(Normalizers.frozen(Normalizers.minMax(0, 100), rows.table));
        }
        if (missing == MissingRule.ZERO) {
            builder.filling(Imputations.zero());
        }
        return builder.build();
    }

    private Ranker ranker(ImmutableList<Pillar> pillars, boolean sum) {
        Skipping skipping = switch (missing) {
            case ZERO -> Skipping.refuse();
            case SHARED -> Skipping.overAll();
            case SHARED_IN_PILLAR -> Skipping.withinPillar();
            case SET_ASIDE -> Skipping.unrank();
        };
        if (missing == MissingRule.SHARED_IN_PILLAR) {
            List<Pillar> more = pillars.subList(1, pillars.size());
            return Rankers.pillars(mean.mean(), skipping, pillars.get(0), more.toArray(Pillar[]::new));
        }
        if (sum) {
            return Rankers.weightedSum(1, skipping);
        }
        return Rankers.mean(mean.mean(), skipping);
    }

    /** Compares by how much each rule leaves open: constants, values, mean, scale, missing values, rounding. */
    @Override
    public int compareTo(ScoreRule other) {
        return ORDER.compare(this, other);
    }

    /** Returns whether the other object is an equal rule. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ScoreRule that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(mean, scale, missing, rounding, values);
    }

    /** Returns a description of the rule. */
    @Override
    public String toString() {
        String how = scale == ScoreScale.ORDER ? "" : ", rounded " + rounding;
        String which = values == InputValues.AS_PRINTED ? "" : ", " + values;
        return mean + ", " + scale + how + ", " + missing + which;
    }
}
