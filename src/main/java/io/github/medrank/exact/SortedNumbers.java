package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/** Statistics of sorted numbers: since they are sorted, the order of rows does not matter. */
public final class SortedNumbers {
    private SortedNumbers() {}

    public static OptionalDouble quantileType7(double[] sorted, double p) {
        checkArgument(p >= 0 && p <= 1, "quantile %s; it is a share between 0 and 1", p);
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        BigDecimal place = Decimals.of(p).multiply(BigDecimal.valueOf(sorted.length - 1));
        int below = place.intValue();
        double low = sorted[below];
        if (below + 1 >= sorted.length || sorted[below + 1] == low) {
            return OptionalDouble.of(low);
        }
        BigDecimal from = Decimals.of(low);
        BigDecimal step = Decimals.of(sorted[below + 1]).subtract(from);
        return OptionalDouble.of(from.add(step.multiply(place.subtract(BigDecimal.valueOf(below))))
                .doubleValue());
    }

    /** Halves the numbers left without a jump that depends on them, which a processor could not foresee. */
    public static int countBelow(double[] sorted, double value) {
        if (sorted.length == 0) {
            return 0;
        }
        int low = 0;
        for (int left = sorted.length; left > 1; left -= left >>> 1) {
            int half = left >>> 1;
            low = sorted[low + half - 1] < value ? low + half : low;
        }
        return sorted[low] < value ? low + 1 : low;
    }

    public static int countAbove(double[] sorted, double value) {
        return sorted.length - countBelow(sorted, Math.nextUp(value));
    }

    public static OptionalDouble skewnessG1(double[] sorted) {
        double n = sorted.length;
        double[] moments = centralMoments(sorted);
        if (n < 3 || moments[0] == 0) {
            return OptionalDouble.empty();
        }
        return finite(Math.sqrt(n * (n - 1)) / (n - 2) * (moments[1] / (moments[0] * Math.sqrt(moments[0]))));
    }

    public static OptionalDouble kurtosisG2(double[] sorted) {
        double n = sorted.length;
        double[] moments = centralMoments(sorted);
        if (n < 4 || moments[0] == 0) {
            return OptionalDouble.empty();
        }
        double excess = moments[2] / (moments[0] * moments[0]) - 3;
        return finite((n - 1) / ((n - 2) * (n - 3)) * ((n + 1) * excess + 6));
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** The second, third and fourth, of numbers divided by the largest distance from the mean, which cancels out. */
    private static double[] centralMoments(double[] sorted) {
        double[] moments = new double[3];
        if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) {
            return moments;
        }
        Twofold sum = Twofold.sum(sorted);
        double mean = sum.high() / sorted.length;
        // What the mean lacks as a double: next to nothing, unless the numbers differ by next to nothing too.
        double rest = (Math.fma(-sorted.length, mean, sum.high()) + sum.low()) / sorted.length;
        double reach = Math.max(mean - sorted[0], sorted[sorted.length - 1] - mean);
        for (double number : sorted) {
            double away = (number - mean - rest) / reach;
            double square = away * away;
            moments[0] += square / sorted.length;
            moments[1] += square * away / sorted.length;
            moments[2] += square * square / sorted.length;
        }
        return moments;
    }
}
