package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
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
        private static final double SHARE_OF_RANGE = 0.01;

        @Override
        public Column change(Column column, IndicatorTable table) {
            Column pulledIn = winsorized.change(column, table);
            return winsorized.isOdd(pulledIn) ? logarithm(column) : pulledIn;
        }

        private static Column logarithm(Column column) {
            double least = column.min().orElseThrow();
            double added = SHARE_OF_RANGE * (column.max().orElseThrow() - least);
            return column.map(value -> StrictMath.log(value - least + added));
        }

        @Override
        public String toString() {
            return winsorized + "; where that is not enough, log(x − min + (max − min)/100) of the values as they were";
        }
    }
}
