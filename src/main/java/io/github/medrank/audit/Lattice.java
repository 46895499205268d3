package io.github.medrank.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Lists the points of a grid within a box, those nearest to its middle first. */
final class Lattice {
    private static final int MOST_STEPS = 200_000;

    private final long[] low;
    private final long[] high;
    private final double[] middle;
    /** The required sum of the numbers; −1 if any sum is allowed. */
    private final long total;

    private final List<long[]> found = new ArrayList<>();
    private int steps;

    private Lattice(double[] low, double[] high, double scale, long total) {
        int width = low.length;
        this.low = new long[width];
        this.high = new long[width];
        this.middle = new double[width];
        this.total = total;
        for (int i = 0; i < width; i++) {
            // Whether a point at an end lies inside is decided exactly, afterwards.
            this.low[i] = (long) Math.ceil(low[i] * scale - 1e-6);
            this.high[i] = (long) Math.floor(high[i] * scale + 1e-6);
            this.middle[i] = (low[i] + high[i]) / 2 * scale;
        }
    }

    /**
     * Whole numbers that add up to a total and whose quotients by the total lie in the box; empty if there are too
     * many.
     */
    static Optional<List<long[]>> ofShares(double[] low, double[] high, long total) {
        return new Lattice(low, high, total, total).search();
    }

    /** Multiples of a step within the box; empty if there are too many. */
    static Optional<List<long[]>> ofPoints(double[] low, double[] high, BigDecimal step) {
        return new Lattice(low, high, 1 / step.doubleValue(), -1).search();
    }

    private Optional<List<long[]>> search() {
        go(0, new long[low.length], 0);
        if (steps > MOST_STEPS) {
            return Optional.empty();
        }
        found.sort((a, b) -> Double.compare(distance(a), distance(b)));
        return Optional.of(found);
    }

    private double distance(long[] point) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            sum += (point[i] - middle[i]) * (point[i] - middle[i]);
        }
        return sum;
    }

    private void go(int at, long[] point, long sum) {
        if (++steps > MOST_STEPS) {
            return;
        }
        if (at == point.length) {
            if (total < 0 ? sum > 0 : sum == total) {
                found.add(point.clone());
            }
            return;
        }
        long from = low[at];
        long to = high[at];
        if (total >= 0) {
            from = Math.max(from, total - sum - rest(high, at));
            to = Math.min(to, total - sum - rest(low, at));
        }
        for (long value = Math.max(0, from); value <= to && steps <= MOST_STEPS; value++) {
            point[at] = value;
            go(at + 1, point, sum + value);
        }
    }

    private static long rest(long[] ends, int at) {
        return Arrays.stream(ends, at + 1, ends.length).sum();
    }
}
