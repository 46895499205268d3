package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import java.util.OptionalDouble;

/** Pulls in one more point a round, at the end of the longer tail, until skewness and kurtosis are tolerable. */
@Immutable
record WinsorizedBySkewness(double skewness, double kurtosis, int most) implements ColumnTreatment {
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
            if (pulledIn.skewnessG1().orElse(0) > 0) {
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
        return third.isPresent()
                && fourth.isPresent()
                && Math.abs(third.getAsDouble()) > skewness
                && fourth.getAsDouble() > kurtosis;
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
