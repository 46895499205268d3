package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;

/** Two straight lines: from the worst to the median, and from there to the best. */
@Immutable
record KneeAtMedian(double low, double middle, double high) implements Normalizer {
    KneeAtMedian {
        checkArgument(
                low <= middle && middle <= high && low < high && Double.isFinite(high - low),
                "a scale from %s over %s to %s; they must ascend and be finite",
                low,
                middle,
                high);
    }

    @Override
    public Scale fit(Column reference) {
        if (reference.median().isEmpty()) {
            return value -> Double.NaN;
        }
        double median = reference.median().getAsDouble();
        boolean more = reference.indicator().direction() == Direction.HIGHER_IS_BETTER;
        double worst = (more ? reference.min() : reference.max()).orElse(median);
        double best = (more ? reference.max() : reference.min()).orElse(median);
        Scale lower = worst == median ? value -> Double.NaN : Ranges.line(worst, low, median, middle);
        Scale upper = best == median ? value -> Double.NaN : Ranges.line(median, middle, best, high);
        return value -> {
            if (value == median) {
                return middle;
            }
            return (value > median) == more ? upper.apply(value) : lower.apply(value);
        };
    }

    @Override
    public String toString() {
        return "linear from worst " + Text.number(low) + " over median " + Text.number(middle) + " to best "
                + Text.number(high);
    }
}
