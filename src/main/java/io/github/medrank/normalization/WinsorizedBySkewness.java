package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * Pulls in one more point a round, at the end of the longer tail, until skewness and kurtosis are tolerable. Near a
 * limit fractions decide: skewness by its square.
 */
@Immutable
record WinsorizedBySkewness(double skewness, double kurtosis, int most) implements ColumnTreatment {
    /** Doubles give either statistic more digits than this. */
    private static final double CLEAR = 1e-7;

    WinsorizedBySkewness {
        checkArgument(skewness >= 0, "skewness threshold %s; it is compared with |G1|, so not negative", skewness);
        checkArgument(Double.isFinite(kurtosis), "kurtosis threshold %s; it must be finite", kurtosis);
        checkArgument(most >= 0, "at most %s points; not negative, please", most);
    }

    @Override
    public Column change(Column column, IndicatorTable table) {
        Column pulledIn = column;
        int low = 0;
        int high = 0;
        while (low + high < most && isOdd(pulledIn)) {
            if (isLongerAbove(pulledIn)) {
                high++;
            } else {
                low++;
            }
            pulledIn = Winsorized.pulledIn(column, low, high);
        }
        return pulledIn;
    }

    /** Whether the column is both too skew and too heavy in its tails. */
    private boolean isOdd(Column column) {
        OptionalDouble third = column.skewnessG1();
        OptionalDouble fourth = column.kurtosisG2();
        if (third.isEmpty() || fourth.isEmpty()) {
            return false;
        }
        double skew = Math.abs(third.getAsDouble());
        double heavy = fourth.getAsDouble();
        boolean isClear = isClear(column, skew - skewness, skew) && isClear(column, heavy - kurtosis, heavy);
        return isClear
                ? skew > skewness && heavy > kurtosis
                : Sums.of(column).exceed(Rational.of(skewness), Rational.of(kurtosis));
    }

    private static boolean isLongerAbove(Column column) {
        double third = column.skewnessG1().orElse(0);
        return isClear(column, third, third)
                ? third > 0
                : Sums.of(column).cubes().signum() > 0;
    }

    /** Whether a difference of a statistic is beyond what doubles and the column's own error may do to it. */
    private static boolean isClear(Column column, double difference, double statistic) {
        double range = column.max().orElse(0) - column.min().orElse(0);
        return Math.abs(difference) > CLEAR * (1 + Math.abs(statistic))
                && Exactly.error(column) <= CLEAR * CLEAR * range;
    }

    /** The sums of the powers of the distances from the mean, exactly. */
    private record Sums(int count, Rational squares, Rational cubes, Rational fourths) {
        static Sums of(Column column) {
            Rational mean = Statistics.mean(column);
            Rational squares = Rational.ZERO;
            Rational cubes = Rational.ZERO;
            Rational fourths = Rational.ZERO;
            int count = 0;
            for (int row : Statistics.rows(column).toArray()) {
                Rational away = column.exact(row).minus(mean);
                Rational square = away.times(away);
                squares = squares.plus(square);
                cubes = cubes.plus(square.times(away));
                fourths = fourths.plus(square.times(square));
                count++;
            }
            return new Sums(count, squares, cubes, fourths);
        }

        /**
         * Whether |G1| and G2 exceed two limits: G1² = n²(n − 1) Σd³² / ((n − 2)² Σd²³), and
         * G2 = (n − 1) / ((n − 2)(n − 3)) · ((n + 1)(n Σd⁴ / Σd²² − 3) + 6).
         */
        boolean exceed(Rational skewness, Rational kurtosis) {
            Rational cubed = squares.times(squares).times(squares);
            Rational skew = whole((long) count * count).times(whole(count - 1L)).times(cubes.times(cubes));
            Rational limit = skewness.times(skewness).times(whole((count - 2L) * (count - 2L)));
            Rational excess = whole(count)
                    .times(fourths)
                    .dividedBy(squares.times(squares))
                    .minus(whole(3));
            Rational heavy = whole(count + 1L).times(excess).plus(whole(6)).times(whole(count - 1L));
            return skew.compareTo(limit.times(cubed)) > 0
                    && heavy.compareTo(kurtosis.times(whole((count - 2L) * (count - 3L)))) > 0;
        }

        private static Rational whole(long number) {
            return Rational.of(BigDecimal.valueOf(number));
        }
    }

    @Override
    public String toString() {
        return "winsorised while |skewness G1| > " + Text.number(skewness) + " and kurtosis G2 > "
                + Text.number(kurtosis) + ", by " + most + " points at most";
    }

    /** Winsorises if that is enough, or else takes the logarithm of the distance from the least value. */
    @Immutable
    record ElseLog(WinsorizedBySkewness winsorized) implements ColumnTreatment {
        /** Added to every distance as a share of the range, so that the least value has a logarithm. */
        private static final Rational SHARE_OF_RANGE = Rational.of(0.01);

        @Override
        public Column change(Column column, IndicatorTable table) {
            Column pulledIn = winsorized.change(column, table);
            return winsorized.isOdd(pulledIn) ? logarithm(column) : pulledIn;
        }

        private static Column logarithm(Column column) {
            Rational least = Statistics.least(column);
            Rational added = Statistics.greatest(column).minus(least).times(SHARE_OF_RANGE);
            double low = least.doubleValue();
            double more = added.doubleValue();
            return Statistics.computed(
                    column,
                    Irrational.logarithm(
                            value -> value - low + more,
                            value -> value.minus(least).plus(added),
                            values -> values.magnitude() + Math.abs(low) + more));
        }

        @Override
        public String toString() {
            return winsorized + "; where that is not enough, log(x − min + (max − min)/100) of the values as they were";
        }
    }
}
