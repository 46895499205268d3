package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
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
import java.util.List;

/** Converts a rule to a methodology that can be run. The weights are the points of a sum or of a mean. */
final class RuleMethodology {
    private RuleMethodology() {}

    static Methodology of(
            PrintedRows rows,
            ScoreRule rule,
            ImmutableList<Pillar> pillars,
            Weights weights,
            boolean sum,
            Presentation shown) {
        Methodology.Builder builder = Methodology.builder("Recovered from a published table")
                .indicators(weights.indicators())
                .weights(weights)
                .ranker(ranker(rule, pillars, sum))
                .presentation(shown)
                .provenance(Provenance.of(
                        weights.indicators(),
                        Provenance.Origin.RECOVERED,
                        "recovered from " + RecoveredRule.rows(rows.size),
                        rule.toString()));
        if (rule.values() == InputValues.RAW) {
            builder.normalizer(Normalizers.frozen(Normalizers.minMax(0, 100), rows.table));
        }
        if (rule.missing() == MissingRule.ZERO) {
            builder.filling(Imputations.zero());
        }
        return builder.build();
    }

    private static Ranker ranker(ScoreRule rule, ImmutableList<Pillar> pillars, boolean sum) {
        Skipping skipping = switch (rule.missing()) {
            case ZERO -> Skipping.refuse();
            case SHARED -> Skipping.overAll();
            case SHARED_IN_PILLAR -> Skipping.withinPillar();
            case SET_ASIDE -> Skipping.unrank();
        };
        if (rule.missing() == MissingRule.SHARED_IN_PILLAR) {
            List<Pillar> more = pillars.subList(1, pillars.size());
            return Rankers.pillars(rule.mean().mean(), skipping, pillars.get(0), more.toArray(Pillar[]::new));
        }
        if (sum) {
            return Rankers.weightedSum(1, skipping);
        }
        return Rankers.mean(rule.mean().mean(), skipping);
    }
}
