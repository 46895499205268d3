package io.github.medrank.audit;

import com.google.common.collect.Iterables;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Finds the constant a in printed scores b·S + a whose composite S is a geometric or a harmonic mean. Such scores are
 * linear in the weights only if a is fixed, so that b·S has a known logarithm or reciprocal.
 *
 * <p>Least squares tell where a must be. Exact programs then decide on points of a grid near there, those with the
 * fewest digits first.
 */
final class ConstantSearch {
    /** In steps of the grid, what is tried first. */
    private static final int[] SIMPLE_STEPS = {10_000, 5_000, 1_000, 500, 100, 50};

    /** How far from the estimate a simple constant may be, in steps of the grid. */
    private static final int NEAR = 250;
    /** How many constants of the grid, and of a grid ten times as coarse, are tried on each side of the estimate. */
    private static final int TRIED = 20;

    private static final int MOST_ROWS = 300;
    private static final int POINTS = 60;
    private static final int STEPS = 45;
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    /** The largest error of least squares, in units of the last printed digit; rounding alone causes 0.3. */
    private static final double MOST_UNITS = 0.5;

    private static final int FEWEST_PROGRAMS = 5;
    /** The numbers in all constraints of all programs of a search. */
    private static final int MOST_NUMBERS = 500_000;

    private final PrintedRows rows;
    private final ScoreRule rule;
    private final int[] sample;
    private final double unit;
    private final double least;
    private final double most;

    private ConstantSearch(PrintedRows rows, ScoreRule rule) {
        this.rows = rows;
        this.rule = rule;
        int[] usable = IntStream.range(0, rows.size).filter(this::isUsable).toArray();
        int stride = Math.max(1, (usable.length + MOST_ROWS - 1) / MOST_ROWS);
        this.sample = IntStream.range(0, usable.length)
                .filter(i -> i % stride == 0)
                .map(i -> usable[i])
                .toArray();
        this.unit = Math.pow(10, -rows.decimals);
        this.least =
                IntStream.range(0, rows.size).mapToDouble(this::score).min().orElse(0);
        this.most = IntStream.range(0, rows.size).mapToDouble(this::score).max().orElse(0);
    }

    /** The step of the grid: a hundredth of a unit of the last printed digit. */
    static BigDecimal step(PrintedRows rows) {
        return BigDecimal.valueOf(1, rows.decimals + 2);
    }

    /** The constraints at a constant that some weights fit; empty if none was found. */
    static Optional<RuleConstraints> find(PrintedRows rows, ScoreRule rule) {
        return new ConstantSearch(rows, rule).find();
    }

    private boolean isUsable(int row) {
        return IntStream.range(0, rows.width).allMatch(i -> {
            BigDecimal value = rows.value(row, i);
            return value != null && value.signum() > 0;
        });
    }

    private double score(int row) {
        return rows.score(row).doubleValue();
    }

    private Optional<RuleConstraints> find() {
        if (sample.length < rows.width + 2 || most <= least) {
            return Optional.empty();
        }
        double distance = Math.exp(best(log -> error(least - Math.exp(log))));
        double constant = least - distance;
        if (!(error(constant) <= MOST_UNITS * unit)) {
            return Optional.empty();
        }
        int programs = Math.max(FEWEST_PROGRAMS, MOST_NUMBERS / (rows.size * rows.width));
        for (BigDecimal each : Iterables.limit(candidates(new BigDecimal(constant, MathContext.DECIMAL64)), programs)) {
            Optional<RuleConstraints> constraints = RuleConstraints.of(rows, rule, each);
            if (constraints.isPresent()
                    && RuleProgram.of(constraints.get(), Set.of())
                            .contradiction()
                            .isEmpty()) {
                return constraints;
            }
        }
        return Optional.empty();
    }

    private Set<BigDecimal> candidates(BigDecimal near) {
        BigDecimal step = step(rows);
        Set<BigDecimal> candidates = new LinkedHashSet<>();
        for (int times : SIMPLE_STEPS) {
            BigDecimal simple = multiple(near, step.multiply(BigDecimal.valueOf(times)), 0);
            if (simple.subtract(near).abs().compareTo(step.multiply(BigDecimal.valueOf(NEAR))) <= 0) {
                candidates.add(simple);
            }
        }
        for (BigDecimal each : List.of(step.multiply(BigDecimal.TEN), step)) {
            for (int away = 0; away <= TRIED; away++) {
                candidates.add(multiple(near, each, away));
                candidates.add(multiple(near, each, -away));
            }
        }
        return candidates;
    }

    private static BigDecimal multiple(BigDecimal near, BigDecimal step, int more) {
        BigDecimal times = near.divide(step, 0, RoundingMode.HALF_EVEN).add(BigDecimal.valueOf(more));
        BigDecimal multiple = times.multiply(step).stripTrailingZeros();
        return multiple.scale() < 0 ? multiple.setScale(0, RoundingMode.UNNECESSARY) : multiple;
    }

    // ---- least squares ----

    /** The logarithm of the distance below the lowest score with the least error: a grid, then a golden section. */
    private double best(DoubleUnaryOperator error) {
        double from = Math.log(unit / 2);
        double width = (Math.log(20 * (most - least) + unit) - from) / POINTS;
        int best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= POINTS; i++) {
            double each = error.applyAsDouble(from + i * width);
            if (each < lowest) {
                lowest = each;
                best = i;
            }
        }
        double low = from + (best - 1) * width;
        double high = from + (best + 1) * width;
        for (int i = 0; i < STEPS; i++) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            if (error.applyAsDouble(left) < error.applyAsDouble(right)) {
                high = right;
            } else {
                low = left;
            }
        }
        return (low + high) / 2;
    }

    /** The root mean square error of the best weights at a constant, about in the unit of the scores. */
    private double error(double constant) {
        boolean logs = rule.mean() == CompositeMean.GEOMETRIC;
        int width = rows.width;
        double[][] equations = new double[sample.length][width + 1];
        for (int r = 0; r < sample.length; r++) {
            double above = score(sample[r]) - constant;
            double scale = logs ? above : above * above;
            double last = Math.log(value(r, width - 1));
            for (int i = 0; i < width; i++) {
                // The weights add up to 1, so the last one follows; in its place is the logarithm of b.
                double factor = logs ? (i < width - 1 ? Math.log(value(r, i)) - last : 1) : 1 / value(r, i);
                equations[r][i] = scale * factor;
            }
            equations[r][width] = scale * (logs ? Math.log(above) - last : 1 / above);
        }
        return leastSquares(equations, width);
    }

    private double value(int r, int indicator) {
        BigDecimal value = rows.value(sample[r], indicator);
        return value == null ? Double.NaN : value.doubleValue();
    }

    /** The root mean square of what is left of the last column, by Gram and Schmidt's method. */
    private static double leastSquares(double[][] equations, int width) {
        for (int i = 0; i < width; i++) {
            double size = product(equations, i, i);
            for (int j = i + 1; j <= width && size > 0; j++) {
                double times = product(equations, i, j) / size;
                for (double[] row : equations) {
                    row[j] -= times * row[i];
                }
            }
        }
        return Math.sqrt(product(equations, width, width) / equations.length);
    }

    private static double product(double[][] equations, int i, int j) {
        double sum = 0;
        for (double[] row : equations) {
            sum += row[i] * row[j];
        }
        return sum;
    }
}
