package io.github.medrank.ranking;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Direction;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import java.util.Arrays;

@Immutable
enum DominanceLayers implements ScoreRanker {
    INSTANCE;

    @Override
    public Scores scores(IndicatorTable table, Weights weights) {
        int[] layers = Dominance.of(table, Raw.weighted(table, weights)).layerOfRow();
        double[] scores = Arrays.stream(layers).asDoubleStream().toArray();
        return ComputedScores.of(scores, Direction.LOWER_IS_BETTER);
    }

    @Override
    public String toString() {
        return "layers of dominance";
    }
}
