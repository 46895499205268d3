package consumer;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.WeightingStrategy;
import io.github.medrank.Weights;

/** Forty points for the first column, ten for the second and the fifth, twenty for the others: QS's weights of 2026. */
final class ReputationFirst implements WeightingStrategy {
    @Override
    public Weights weigh(IndicatorTable table) {
        Weights.Builder weights = Weights.builder();
        for (Indicator indicator : table.indicators()) {
            weights.put(indicator, points(table.indicators().indexOf(indicator)));
        }
        return weights.build();
    }

    private static int points(int column) {
        if (column == 0) {
            return 40;
        }
        return column == 1 || column == 4 ? 10 : 20;
    }
}
