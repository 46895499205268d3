package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.ExactScale;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.Scale;
import java.math.BigDecimal;

/** Two straight lines: from the worst to the median, and from there to the best. */
@Immutable
record KneeAtMedian(double low, double middle, double high) implements Normalizer {
    private static final BigDecimal HALF = new BigDecimal("0.5");

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
        requireNonNull(reference, "reference");
        if (reference.median().isEmpty()) {
            return Exactly.NOWHERE;
        }
        Rational median = Statistics.quantile(reference, HALF);
        Rational least = Statistics.least(reference);
        Rational greatest = Statistics.greatest(reference);
        boolean more = reference.indicator().direction() == Direction.HIGHER_IS_BETTER;
        ExactScale atMedian = Exactly.only(Column.of(reference.indicator(), median.doubleValue()), Rational.of(middle));
        // The middle of two values has one decimal more than they.
        int decimals = reference.decimals() < 0 ? -1 : reference.decimals() + 1;
        ExactScale below =
                least.equals(median) ? atMedian : Line.through(median, middle, least, more ? low : high, decimals);
        ExactScale above = greatest.equals(median)
                ? atMedian
                : Line.through(median, middle, greatest, more ? high : low, decimals);
        double knee = median.doubleValue();
        return new Exactly(
                value -> (value < knee ? below : above).apply(value),
                value -> (value.compareTo(median) < 0 ? below : above).exact(value),
                values -> Math.max(below.errorBound(values), above.errorBound(values)),
                values -> Exactly.common(below.denominator(values), above.denominator(values)));
    }

    @Override
    public String toString() {
        return "linear from worst " + Text.number(low) + " over median " + Text.number(middle) + " to best "
                + Text.number(high);
    }
}
