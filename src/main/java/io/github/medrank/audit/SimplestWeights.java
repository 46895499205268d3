package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.Rational;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
}
