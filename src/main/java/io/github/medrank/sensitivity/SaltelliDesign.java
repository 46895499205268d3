package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.InterruptedRunException;
import io.github.medrank.exact.SortedNumbers;
import io.github.medrank.weightspace.Interval;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The outputs on Saltelli's matrices, and the estimators computed from them.
 *
 * <p>Outputs are divided by a power of two near the largest of them before they are squared, so that the indices do not
 * depend on the size or the unit of the outputs.
 */
final class SaltelliDesign {
    /**
     * The number of attempts to redraw a resample without variance. Even in the worst case, half of the resamples have
     * some.
     */
    private static final int MOST_RESAMPLES = 1000;

    private final ImmutableList<String> factors;
    /** The outputs were divided by two to this power. */
    private final int exponent;
    /** Scaled outputs on A and on B, minus their mean, which reduces the noise of the estimators. */
    private final double[] a;

    private final double[] b;
    /** products[i][row] = B·(AB_i − A), the summand of the first-order numerator. */
    private final double[][] products;
    /** squares[i][row] = (A − AB_i)² / 2, the summand of the total-order numerator. */
    private final double[][] squares;

    private final double mean;

    /** Whether the outputs on A and B, before they were scaled, are all the same. */
    private final boolean constant;

    private SaltelliDesign(ImmutableList<String> factors, double[] a, double[] b, double[][] mixed) {
        int rows = a.length;
        this.factors = factors;
        this.constant = DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).allMatch(each -> each == a[0]);
        this.exponent = exponent(a, b, mixed);
        scale(a);
        scale(b);
        Arrays.stream(mixed).forEach(this::scale);
        this.a = a;
        this.b = b;
        this.products = mixed;
        this.squares = new double[mixed.length][rows];
        this.mean = (Arrays.stream(a).sum() + Arrays.stream(b).sum()) / (2.0 * rows);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < mixed.length; i++) {
                double change = mixed[i][row] - a[row];
                squares[i][row] = change * change / 2;
                products[i][row] = (b[row] - mean) * change;
            }
        }
        for (int row = 0; row < rows; row++) {
            a[row] -= mean;
            b[row] -= mean;
        }
    }

    private static int exponent(double[] a, double[] b, double[][] mixed) {
        double largest = Stream.concat(Stream.of(a, b), Arrays.stream(mixed))
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        return largest == 0 ? 0 : Math.getExponent(largest) + 1;
    }

    private void scale(double[] outputs) {
        for (int row = 0; row < outputs.length; row++) {
            outputs[row] = Math.scalb(outputs[row], -exponent);
        }
    }

    static SaltelliDesign evaluate(ImmutableList<String> factors, int rows, ToDoubleFunction<double[]> model) {
        int k = factors.size();
        SobolSequence sequence = SobolSequence.of(2 * k);
        double[] point = new double[2 * k];
        double[] mine = new double[k];
        double[] a = new double[rows];
        double[] b = new double[rows];
        double[][] mixed = new double[k][rows];
        for (int row = 0; row < rows; row++) {
            checkInterrupt("row", row, rows);
            sequence.point(row, point);
            for (int i = 0; i < point.length; i++) {
                point[i] += 0x1p-33; // the middle of its cell, so that no factor is at the edge
            }
            System.arraycopy(point, k, mine, 0, k);
            b[row] = output(model, mine);
            System.arraycopy(point, 0, mine, 0, k);
            a[row] = output(model, mine);
            for (int i = 0; i < k; i++) {
                mine[i] = point[k + i];
                mixed[i][row] = output(model, mine);
                mine[i] = point[i];
            }
        }
        return new SaltelliDesign(factors, a, b, mixed);
    }

    private static double output(ToDoubleFunction<double[]> model, double[] point) {
        double output = model.applyAsDouble(point);
        checkArgument(
                Double.isFinite(output),
                "the output at %s is %s; it must be a finite number",
                Arrays.toString(point),
                output);
        return output;
    }

    SobolIndices indices(SobolSettings settings) {
        double confidence = settings.confidence();
        int rows = a.length;
        int k = factors.size();
        long evaluations = (long) rows * (k + 2);
        if (constant) {
            return new SobolIndices(ImmutableList.of(), unscaled(mean + a[0]), 0, rows, evaluations, confidence);
        }
        int[] once = new int[rows];
        Arrays.fill(once, 1);
        double[] estimate = new double[2 * k];
        double variance = estimate(once, estimate);
        checkArgument(
                variance > 0,
                "the outputs on the two matrices vary by less than 1e-150 of the largest output; no index can be told");
        Interval[] intervals = bootstrap(settings);
        ImmutableList.Builder<SobolIndex> indices = ImmutableList.builder();
        for (int i = 0; i < k; i++) {
            indices.add(new SobolIndices.Index(
                    factors.get(i), estimate[i], intervals[i], estimate[k + i], intervals[k + i]));
        }
        return new SobolIndices(
                indices.build(), unscaled(mean), unscaled(Math.sqrt(variance)), rows, evaluations, confidence);
    }

    private Interval[] bootstrap(SobolSettings settings) {
        int replicates = settings.replicates();
        int rows = a.length;
        double[][] estimates = new double[2 * factors.size()][replicates];
        double[] estimate = new double[2 * factors.size()];
        int[] times = new int[rows];
        SplittableRandom random = new SplittableRandom(settings.seed());
        for (int replicate = 0; replicate < replicates; replicate++) {
            checkInterrupt("bootstrap replicate", replicate, replicates);
            double variance = 0;
            for (int attempt = 0; attempt < MOST_RESAMPLES && !(variance > 0); attempt++) {
                // A resample of identical rows has no variance; since the output varies, other resamples have some.
                Arrays.fill(times, 0);
                for (int i = 0; i < rows; i++) {
                    times[random.nextInt(rows)]++;
                }
                variance = estimate(times, estimate);
            }
            checkArgument(variance > 0, "no resample of the %s rows varies; no interval can be told", rows);
            for (int i = 0; i < estimate.length; i++) {
                estimates[i][replicate] = estimate[i];
            }
        }
        return Arrays.stream(estimates)
                .map(each -> percentiles(each, settings.confidence()))
                .toArray(Interval[]::new);
    }

    /** Computes the estimates with each row used the given number of times; returns the variance. */
    private double estimate(int[] times, double[] estimate) {
        int rows = times.length;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            sum += times[row] * (a[row] + b[row]);
        }
        double centre = sum / (2.0 * rows);
        double square = 0;
        for (int row = 0; row < rows; row++) {
            double offA = a[row] - centre;
            double offB = b[row] - centre;
            square += times[row] * (offA * offA + offB * offB);
        }
        double variance = square / (2.0 * rows);
        int k = factors.size();
        for (int i = 0; i < k; i++) {
            double product = 0;
            double squared = 0;
            for (int row = 0; row < rows; row++) { // in one loop: the two sums are independent and run in parallel
                product += times[row] * products[i][row];
                squared += times[row] * squares[i][row];
            }
            estimate[i] = product / (rows * variance);
            estimate[k + i] = squared / (rows * variance);
        }
        return variance;
    }

    private double unscaled(double number) {
        return Math.scalb(number, exponent);
    }

    private static void checkInterrupt(String what, int done, int all) {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedRunException("interrupted at " + what + " " + done + " of " + all);
        }
    }

    /** Percentiles with linear interpolation between order statistics. */
    static Interval percentiles(double[] estimates, double confidence) {
        double[] sorted = Arrays.stream(estimates).sorted().toArray();
        return Interval.of(
                SortedNumbers.quantileType7(sorted, (1 - confidence) / 2).orElseThrow(),
                SortedNumbers.quantileType7(sorted, (1 + confidence) / 2).orElseThrow());
    }
}
