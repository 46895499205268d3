package io.github.medrank.published;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Pillar;
import io.github.medrank.ranking.Rankers;
import java.util.Collection;
import java.util.TreeSet;

/** Helpers that the published methodologies share. */
final class Editions {
    private Editions() {}

    /** Refuses an unknown edition with a message that lists the known ones. */
    static void require(boolean known, String ranking, int edition, Collection<Integer> all) {
        checkArgument(known, "%s has no edition %s here; known are %s", ranking, edition, new TreeSet<>(all));
    }

    /** The indicators with a scale from 0 to 100, as publishers print their scores. */
    static ImmutableList<Indicator> scores(ImmutableList<Indicator> indicators) {
        ImmutableList.Builder<Indicator> scores = ImmutableList.builder();
        for (Indicator each : indicators) {
            scores.add(each.withScale(0, 100));
        }
        return scores.build();
    }

    /** The indicators as raw numbers of any size. */
    static ImmutableList<Indicator> raw(ImmutableList<Indicator> indicators) {
        return indicators.stream().map(Indicator::withoutScale).collect(ImmutableList.toImmutableList());
    }

    /** Points in the order of the indicators. */
    static Weights weights(ImmutableList<Indicator> indicators, Number... points) {
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < points.length; i++) {
            weights.put(indicators.get(i), points[i]);
        }
        return weights.build();
    }

    /**
     * Begins a methodology whose formula is not published in full: the known parts, with a substitute for the unknown
     * ones. It reproduces no published table, and its provenance says what is missing.
     */
    static Methodology.Builder illustrative(String name, Weights weights, String source, String missing) {
        return Methodology.builder(name + " (illustrative)")
                .indicators(weights.indicators())
                .weights(weights)
                .ranker(Rankers.weightedMean())
                .provenance(Provenance.of(
                        weights.indicators(), Origin.ILLUSTRATIVE, source, "illustrative; missing: " + missing));
    }

    /** A pillar of adjacent indicators in a list. */
    static Pillar pillar(String name, ImmutableList<Indicator> all, int from, int to) {
        return Pillar.of(name, all.get(from), all.subList(from + 1, to).toArray(Indicator[]::new));
    }
}
