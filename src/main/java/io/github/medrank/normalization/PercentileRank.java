package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.common.math.LongMath;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.Scale;
import java.math.BigDecimal;

/** What share of the reference a value leaves behind it. */
@Immutable
enum PercentileRank implements Normalizer {
    MEAN(1, 0, "percentile rank (worse and half of equal)"),
    WEAK(2, 0, "percentile rank (worse or equal)"),
    STRICT(0, 0, "percentile rank (worse)"),
    POSITION(1, 1, "rank from the worst, ties averaged");

    private final int halvesPerEqual;
    private final int moreHalves;
    private final String text;

    PercentileRank(int halvesPerEqual, int moreHalves, String text) {
        this.halvesPerEqual = halvesPerEqual;
        this.moreHalves = moreHalves;
        this.text = text;
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // of a column that is not this very one less is known
    public Scale fit(Column reference) {
        requireNonNull(reference, "reference");
        int n = reference.size() - reference.missing();
        if (n == 0) {
            return Exactly.NOWHERE;
        }
        Column values = Statistics.nearest(reference);
        // The place in halves of a school, over a whole of which it is a part: 100 · halves / 2n, or halves / 2.
        double hundred = this == POSITION ? 1 : 100;
        double whole = this == POSITION ? 2 : 2.0 * n;
        Rational percent = Rational.ratio(BigDecimal.valueOf(hundred), BigDecimal.valueOf(whole));
        return new Exactly(
                value -> halves(values, n, value) * hundred / whole,
                value -> Rational.of(BigDecimal.valueOf(halves(values, n, value.doubleValue())))
                        .times(percent),
                column -> column.isDecimal() || column == values
                        ? n * hundred / whole * Exactly.ROUNDINGS
                        : Double.POSITIVE_INFINITY,
                any -> (long) whole / LongMath.gcd((long) whole, (long) hundred));
    }

    private long halves(Column values, int n, double value) {
        int below = values.countBelow(value);
        int above = values.countAbove(value);
        boolean more = values.indicator().direction() == Direction.HIGHER_IS_BETTER;
        return 2L * (more ? below : above) + (long) halvesPerEqual * (n - below - above) + moreHalves;
    }

    @Override
    public String toString() {
        return text;
    }
}
