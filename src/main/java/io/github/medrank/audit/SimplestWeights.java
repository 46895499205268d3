package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.Rational;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Finds the weights with the fewest decimals that fit, and those on a grid that fit. */
final class SimplestWeights {
    /** Tries percentages without decimals, with one decimal, small whole numbers, then more decimals. */
    private static final long[] TOTALS = {
        1, 2, 4, 5, 10, 20, 25, 50, 100, 40, 200, 3, 6, 7, 8, 9, 11, 12, 15, 16, 18, 22, 24, 30, 36, 1000, 400, 2000,
        10_000
    };

    private static final ImmutableList<BigDecimal> STEPS = ImmutableList.of(
            BigDecimal.ONE,
            new BigDecimal("0.5"),
            new BigDecimal("0.25"),
            new BigDecimal("0.1"),
            new BigDecimal("0.05"),
            new BigDecimal("0.025"),
            new BigDecimal("0.01"),
            new BigDecimal("0.005"),
            new BigDecimal("0.001"));

    private static final int MOST_TRIES = 400;
    /** If rows that are not linear were left out, they almost always refute either all weights or none. */
    private static final int FEW_TRIES = 3;

    private static final int MOST_DECIMALS = 14;

    private final ImmutableList<Indicator> indicators;
    private final double[] low;
    private final double[] high;
    private final List<Rational> middle;
    private final boolean points;
    private final Predicate<double[]> mayFit;
    private final int tries;

    /**
     * Prepares the search.
     *
     * @param ends the intervals of shares, or of points
     * @param middle weights that satisfy all constraints
     * @param points whether the numbers are points of a sum, whose total is free
     * @param mayFit a check in doubles that weights which fit always pass
     * @param linear whether all rows are linear under the rule
     */
    SimplestWeights(
            ImmutableList<Indicator> indicators,
            List<ExactInterval> ends,
            List<Rational> middle,
            boolean points,
            Predicate<double[]> mayFit,
            boolean linear) {
        this.indicators = indicators;
        this.low = ends.stream().mapToDouble(each -> each.low().doubleValue()).toArray();
        this.high = ends.stream().mapToDouble(each -> each.high().doubleValue()).toArray();
        this.middle = middle;
        this.points = points;
        this.mayFit = mayFit;
        this.tries = linear ? MOST_TRIES : FEW_TRIES;
    }

    /** The first weights for which the check returns a value. */
    <T> Optional<T> find(Function<Weights, Optional<T>> check) {
        for (int i = 0; i < (points ? STEPS.size() : TOTALS.length); i++) {
            BigDecimal step = points ? STEPS.get(i) : BigDecimal.ONE;
            long total = points ? -1 : TOTALS[i];
            Optional<List<long[]>> lattice =
                    points ? Lattice.ofPoints(low, high, step) : Lattice.ofShares(low, high, total);
            if (lattice.isEmpty()) {
                break;
            }
            Optional<T> found = lattice.get().stream()
                    .filter(point -> mayFit.test(numbers(point, total, step)))
                    .limit(tries)
                    .map(point -> check.apply(weights(point, total, step)))
                    .flatMap(Optional::stream)
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return rounded(check);
    }

    private static double[] numbers(long[] point, long total, BigDecimal step) {
        double scale = total > 0 ? 1.0 / total : step.doubleValue();
        double[] numbers = new double[point.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = point[i] * scale;
        }
        return numbers;
    }

    private Weights weights(long[] point, long total, BigDecimal step) {
        // Uses percentages if they terminate, and otherwise the whole numbers themselves.
        BigDecimal unit = total < 0 ? step : 1_000_000 % total == 0 ? percent(total) : BigDecimal.ONE;
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < point.length; i++) {
            weights.put(indicators.get(i), plain(unit.multiply(BigDecimal.valueOf(point[i]))));
        }
        return weights.build();
    }

    private static BigDecimal percent(long total) {
        return BigDecimal.valueOf(100).divide(BigDecimal.valueOf(total));
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** The middle, rounded to an increasing number of decimals. */
    private <T> Optional<T> rounded(Function<Weights, Optional<T>> check) {
        for (int decimals = points ? 3 : 1; decimals <= MOST_DECIMALS; decimals++) {
            BigDecimal[] numbers = new BigDecimal[middle.size()];
            int largest = 0;
            BigDecimal rest = BigDecimal.valueOf(100);
            for (int i = 0; i < numbers.length; i++) {
                Rational number = points ? middle.get(i) : middle.get(i).times(Rational.of(100));
                numbers[i] = number.round(decimals, RoundingMode.HALF_EVEN).max(BigDecimal.ZERO);
                largest = numbers[i].compareTo(numbers[largest]) > 0 ? i : largest;
                rest = rest.subtract(numbers[i]);
            }
            if (!points) {
                numbers[largest] = numbers[largest].add(rest);
            }
            if (numbers[largest].signum() > 0) {
                Weights.Builder weights = Weights.builder();
                for (int i = 0; i < numbers.length; i++) {
                    weights.put(indicators.get(i), plain(numbers[i]));
                }
                Optional<T> found = check.apply(weights.build());
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The weights on a grid that pass a check; shares only. */
    GridWeights onGrid(BigDecimal step, Predicate<Weights> check) {
        long total = BigDecimal.valueOf(100).divideToIntegralValue(step).longValueExact();
        Optional<List<long[]>> lattice = Lattice.ofShares(low, high, total);
        if (lattice.isEmpty()) {
            return new GridWeights(step, ImmutableList.of(), false);
        }
        List<long[]> likely = lattice.get().stream()
                .filter(point -> mayFit.test(numbers(point, total, step)))
                .limit(MOST_TRIES + 1L)
                .toList();
        ImmutableList<Weights> fitting = likely.stream()
                .limit(MOST_TRIES)
                .map(point -> weights(point, total, step))
                .filter(check)
                .collect(ImmutableList.toImmutableList());
        return new GridWeights(step, fitting, likely.size() <= MOST_TRIES);
    }

    // ---- the grid ----

    /** Lists the points of a grid within a box, those nearest to its middle first. */
    private static final class Lattice {
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
}
