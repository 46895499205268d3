package io.github.medrank.published;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import java.util.Collection;
import java.util.TreeSet;

/** What the published methodologies share. */
final class Editions {
    private Editions() {}

    /** Refuses an edition that is not known, and says which are. */
    static void require(boolean known, String ranking, int edition, Collection<Integer> all) {
        checkArgument(known, "%s has no edition %s here; known are %s", ranking, edition, new TreeSet<>(all));
    }

    /** Points in the order of the indicators. */
    static Weights weights(ImmutableList<Indicator> indicators, Number... points) {
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < points.length; i++) {
            weights.put(indicators.get(i), points[i]);
        }
        return weights.build();
    }
}
