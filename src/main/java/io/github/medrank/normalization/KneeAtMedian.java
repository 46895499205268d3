package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.ExactScale;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.Scale;
import java.math.BigDecimal;
import java.util.function.Supplier;

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
        double knee = reference.median().getAsDouble();
        Supplier<Rational> median = Suppliers.memoize(() -> Statistics.quantile(reference, HALF));
        boolean more = reference.indicator().direction() == Direction.HIGHER_IS_BETTER;
        double least = reference.min().orElseThrow();
        double greatest = reference.max().orElseThrow();
        ExactScale below = side(reference, knee, median, least, () -> Statistics.least(reference), more ? low : high);
        ExactScale above =
                side(reference, knee, median, greatest, () -> Statistics.greatest(reference), more ? high : low);
        return new Exactly(
                value -> (value < knee ? below : above).apply(value),
                value -> (value.compareTo(median.get()) < 0 ? below : above).exact(value),
                values -> Math.max(below.errorBound(values), above.errorBound(values)),
                values -> Exactly.common(below.denominator(values), above.denominator(values)));
    }

    /** The line from the median to an end, both exact only where doubles cannot tell them apart or are asked to. */
    private ExactScale side(
            Column reference,
            double knee,
            Supplier<Rational> median,
            double end,
            Supplier<Rational> exactEnd,
            double place) {
        if (!reference.isDecimal() && Math.abs(end - knee) > 8 * reference.errorBound()) {
            Supplier<Line.Coefficients> exact = () ->
                    Line.Coefficients.through(median.get(), Rational.of(middle), exactEnd.get(), Rational.of(place));
            return Line.near(reference, knee, middle, end, place, exact);
        }
        // The middle of two values has one decimal more than they.
        int decimals = reference.decimals() < 0 ? -1 : reference.decimals() + 1;
        return exactEnd.get().equals(median.get())
                ? Exactly.only(Column.of(reference.indicator(), knee), Rational.of(middle))
                : Line.through(median.get(), middle, exactEnd.get(), place, decimals);
    }

    @Override
    public String toString() {
        return "linear from worst " + Text.number(low) + " over median " + Text.number(middle) + " to best "
                + Text.number(high);
    }
}
