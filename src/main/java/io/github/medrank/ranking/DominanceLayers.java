package io.github.medrank.ranking;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Direction;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Weights;
import java.util.Arrays;

@Immutable
enum DominanceLayers implements Ranker {
    INSTANCE;

    @Override
    public Ranking rank(IndicatorTable table, Weights weights) {
        requireNonNull(table, "table");
        requireNonNull(weights, "weights");
        int[] layers = Dominance.of(table, Raw.weighted(table, weights)).layerOfRow();
        double[] scores = Arrays.stream(layers).asDoubleStream().toArray();
        return Ranking.of(table, weights, ComputedScores.of(scores, Direction.LOWER_IS_BETTER));
    }

    @Override
    public String toString() {
        return "layers of dominance";
    }
}
