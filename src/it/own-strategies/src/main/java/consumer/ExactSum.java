package consumer;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Row;
import io.github.medrank.Weights;
import java.math.BigDecimal;

/** A weighted sum of one's own, in decimals. */
final class ExactSum implements Ranker {
    @Override
    public Ranking rank(IndicatorTable table, Weights weights) {
        return Ranking.byScore(table, weights, row -> score(row, weights));
    }

    private static double score(Row row, Weights weights) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Indicator indicator : weights.indicators()) {
            sum = sum.add(weights.points(indicator).multiply(BigDecimal.valueOf(row.value(indicator))));
        }
        // All weights add up to a hundred, so this only moves the decimal point.
        return sum.divide(weights.total()).doubleValue();
    }
}
