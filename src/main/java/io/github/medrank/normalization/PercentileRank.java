package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;

/** What share of the reference a value leaves behind it. */
@Immutable
enum PercentileRank implements Normalizer {
    MEAN(0.5, 0, "percentile rank (worse and half of equal)"),
    WEAK(1, 0, "percentile rank (worse or equal)"),
    STRICT(0, 0, "percentile rank (worse)"),
    POSITION(0.5, 0.5, "rank from the worst, ties averaged");

    private final double equalCount;
    private final double offset;
    private final String text;

    PercentileRank(double equalCount, double offset, String text) {
        this.equalCount = equalCount;
        this.offset = offset;
        this.text = text;
    }

    @Override
    public Scale fit(Column reference) {
        int n = reference.size() - reference.missing();
        if (n == 0) {
            return value -> Double.NaN;
        }
        boolean more = reference.indicator().direction() == Direction.HIGHER_IS_BETTER;
        return value -> {
            int below = reference.countBelow(value);
            int above = reference.countAbove(value);
            double passed = (more ? below : above) + equalCount * (n - below - above) + offset;
            return this == POSITION ? passed : passed * 100 / n;
        };
    }

    @Override
    public String toString() {
        return text;
    }
}
