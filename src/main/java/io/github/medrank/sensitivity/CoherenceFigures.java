package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.InterruptedRunException;
import io.github.medrank.Ranking;
import io.github.medrank.exact.BlockRandom;
import io.github.medrank.exact.Matrices;
import io.github.medrank.exact.Moments;
import io.github.medrank.weightspace.Interval;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** All figures of coherence for some rows, in sequence; NaN marks a figure that is not defined. */
final class CoherenceFigures {
    private final ImmutableList<Indicator> indicators; // by id, so that sums do not depend on the order of columns
    private final double[][] x; // x[indicator][row]
    private final double[] y;
    private final double[] bandwidths; // of the local regression of the score on each indicator
    private final int width;
    private final double[] figures;

    private CoherenceFigures(ImmutableList<Indicator> indicators, double[][] x, double[] y, double[] bandwidths) {
        this.indicators = indicators;
        this.x = x;
        this.y = y;
        this.bandwidths = bandwidths;
        this.width = x.length;
        this.figures = computed();
    }

    static CoherenceFigures of(Ranking ranking) {
        IndicatorTable values = ranking.normalized();
        ImmutableList<Indicator> indicators =
                ImmutableList.sortedCopyOf(Comparator.comparing(Indicator::id), values.indicators());
        Comparator<Integer> byValues = Comparator.comparingDouble(row -> 0); // nor on the order of rows
        for (Indicator each : indicators) {
            byValues = byValues.thenComparingDouble(values.column(each)::value);
        }
        List<Integer> rows = ranking.rows()
                .filter(row -> isComplete(ranking, row))
                .boxed()
                .sorted(byValues)
                .toList();
        checkArgument(rows.size() >= 3, "%s ranked schools have all values; coherence needs at least 3", rows.size());
        double[][] x = indicators.stream()
                .map(values::column)
                .map(column -> rows.stream().mapToDouble(column::value).toArray())
                .toArray(double[][]::new);
        double[] y = rows.stream()
                .mapToDouble(row -> ranking.scores().exact(row).doubleValue())
                .toArray();
        boolean varies = LocalLine.variance(y) > 0;
        double[] bandwidths = Arrays.stream(x)
                .mapToDouble(column ->
                        varies && LocalLine.variance(column) > 0 ? new LocalLine(column, y).bandwidth() : Double.NaN)
                .toArray();
        return new CoherenceFigures(indicators, x, y, bandwidths);
    }

    static boolean isComplete(Ranking ranking, int row) {
        return ranking.normalized().columns().stream().allMatch(each -> each.isPresent(row));
    }

    ImmutableList<Indicator> indicators() {
        return indicators;
    }

    int rows() {
        return y.length;
    }

    double get(int place) {
        return figures[place];
    }

    /** The sum of the figures of all indicators that are defined. */
    double sum(IntUnaryOperator place) {
        return IntStream.range(0, width)
                .mapToDouble(i -> figures[place.applyAsInt(i)])
                .filter(each -> !Double.isNaN(each))
                .sum();
    }

    // ---- index of a figure ----

    int correlation(int i, int j) {
        int low = Math.min(i, j);
        int high = Math.max(i, j);
        return high * (high - 1) / 2 + low;
    }

    int alpha() {
        return width * (width - 1) / 2;
    }

    int standardizedAlpha() {
        return alpha() + 1;
    }

    int component(int i) {
        return alpha() + 2 + i;
    }

    int linear(int i) {
        return component(width) + i;
    }

    int local(int i) {
        return linear(width) + i;
    }

    // ---- values of the figures ----

    private double[] computed() {
        double[] all = new double[local(width)];
        Arrays.fill(all, Double.NaN);
        double sum = 0;
        for (int j = 0; j < width; j++) {
            for (int i = 0; i < j; i++) {
                double r = Moments.correlation(x[i], x[j]).orElse(Double.NaN);
                all[correlation(i, j)] = r;
                sum += r;
            }
        }
        all[alpha()] = alpha(x);
        if (width > 1) {
            double mean = sum / (width * (width - 1) / 2.0);
            all[standardizedAlpha()] = width * mean / (1 + (width - 1) * mean);
        }
        addComponents(all);
        for (int i = 0; i < width; i++) {
            double r = Moments.correlation(x[i], y).orElse(Double.NaN);
            all[linear(i)] = r * r;
            all[local(i)] = Double.isNaN(r) || Double.isNaN(bandwidths[i])
                    ? Double.NaN
                    : bandwidths[i] == LocalLine.STRAIGHT ? r * r : new LocalLine(x[i], y).ratio(bandwidths[i]);
        }
        return all;
    }

    double alphaWithout(int left) {
        return alpha(IntStream.range(0, width)
                .filter(i -> i != left)
                .mapToObj(i -> x[i])
                .toArray(double[][]::new));
    }

    /** k / (k − 1) · (1 − Σ variances / variance of the sums). */
    private static double alpha(double[][] x) {
        if (x.length < 2) {
            return Double.NaN;
        }
        double[] sums = new double[x[0].length];
        double variances = 0;
        for (double[] column : x) {
            variances += LocalLine.variance(column);
            for (int row = 0; row < sums.length; row++) {
                sums[row] += column[row];
            }
        }
        double whole = LocalLine.variance(sums);
        return whole > 0 ? x.length / (x.length - 1.0) * (1 - variances / whole) : Double.NaN;
    }

    private void addComponents(double[] all) {
        double[][] matrix = new double[width][width];
        for (int i = 0; i < width; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                double r = all[correlation(i, j)];
                if (Double.isNaN(r)) {
                    return;
                }
                matrix[i][j] = r;
                matrix[j][i] = r;
            }
        }
        double[] values = Matrices.eigenvalues(matrix);
        for (int i = 0; i < width; i++) {
            all[component(i)] = Math.max(0, values[i]) / width;
        }
    }

    // ---- intervals ----

    /** The intervals of the figures over resampled rows, with the same bandwidths. */
    ImmutableList<Optional<Interval>> bootstrap(int replicates, double level, long seed) {
        double[][] all = new double[figures.length][replicates];
        BlockRandom random = new BlockRandom(seed, 0);
        double[][] drawn = new double[width][y.length];
        double[] scores = new double[y.length];
        for (int replicate = 0; replicate < replicates; replicate++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedRunException("bootstrap interrupted after " + replicate + " replicates");
            }
            random.start(replicate);
            for (int row = 0; row < scores.length; row++) {
                int from = random.nextInt(scores.length);
                scores[row] = y[from];
                for (int i = 0; i < width; i++) {
                    drawn[i][row] = x[i][from];
                }
            }
            double[] once = new CoherenceFigures(indicators, drawn, scores, bandwidths).figures;
            for (int f = 0; f < once.length; f++) {
                all[f][replicate] = once[f];
            }
        }
        return Arrays.stream(all).map(each -> interval(each, level)).collect(ImmutableList.toImmutableList());
    }

    private static Optional<Interval> interval(double[] replicates, double level) {
        double[] defined = Arrays.stream(replicates)
                .filter(each -> !Double.isNaN(each))
                .sorted()
                .toArray();
        int left = (int) Math.floor((1 - level) / 2 * defined.length);
        return defined.length == 0
                ? Optional.empty()
                : Optional.of(Interval.of(defined[left], defined[defined.length - 1 - left]));
    }
}
