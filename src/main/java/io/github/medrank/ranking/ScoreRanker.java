package io.github.medrank.ranking;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Scores;
import io.github.medrank.Weights;

/** Ranks by scores. */
@Immutable
interface ScoreRanker extends Ranker {
    Scores scores(IndicatorTable table, Weights weights);

    @Override
    default Ranking rank(IndicatorTable table, Weights weights) {
        requireNonNull(table, "table");
        requireNonNull(weights, "weights");
        return Ranking.of(table, weights, scores(table, weights));
    }
}
