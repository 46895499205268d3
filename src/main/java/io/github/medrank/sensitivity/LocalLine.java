package io.github.medrank.sensitivity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The mean of y given x by local linear regression with a Gaussian kernel (Fan and Gijbels 1996), and the share of the
 * variance of y that it accounts for: the squared correlation ratio.
 *
 * <p>The bandwidth is half, one, two or four times σ n<sup>−1/5</sup>, or infinite, which gives a straight line. It is
 * chosen by leave-one-out least squares of prediction. The mean is computed at fifty quantiles of x and interpolated.
 */
final class LocalLine {
    static final double STRAIGHT = Double.POSITIVE_INFINITY;

    private static final double[] FACTORS = {4, 2, 1, 0.5};
    private static final int QUANTILES = 50;
    /** The greatest number of schools, evenly spaced by x, that are left out in turn to choose the bandwidth. */
    private static final int MOST_LEFT_OUT = 500;

    private final double[] x; // in ascending order
    private final double[] y;

    LocalLine(double[] xs, double[] ys) {
        int[] order = IntStream.range(0, xs.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> xs[i]).thenComparingDouble(i -> ys[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.x = Arrays.stream(order).mapToDouble(i -> xs[i]).toArray();
        this.y = Arrays.stream(order).mapToDouble(i -> ys[i]).toArray();
    }

    /** The bandwidth with the least prediction error; among equal ones, the wider. */
    double bandwidth() {
        double unit = Math.sqrt(variance(x)) * StrictMath.pow(x.length, -0.2);
        double best = STRAIGHT;
        double least = error(STRAIGHT);
        for (double factor : FACTORS) {
            double error = error(factor * unit);
            if (error < least * (1 - 1e-9)) {
                least = error;
                best = factor * unit;
            }
        }
        return best;
    }

    private double error(double bandwidth) {
        int step = Math.max(1, x.length / MOST_LEFT_OUT);
        double sum = 0;
        for (int i = 0; i < x.length; i += step) {
            double off = y[i] - at(x[i], bandwidth, i);
            sum += off * off;
        }
        return sum;
    }

    /** The share of the variance of y that its mean given x accounts for; in [0, 1]. */
    double ratio(double bandwidth) {
        double all = variance(y);
        double[] knots = new double[QUANTILES];
        double[] means = new double[QUANTILES];
        for (int q = 0; q < QUANTILES; q++) {
            knots[q] = x[(int) ((long) (x.length - 1) * q / (QUANTILES - 1))];
            means[q] = at(knots[q], bandwidth, -1);
        }
        double[] fitted = new double[x.length];
        int q = 0;
        for (int i = 0; i < x.length; i++) {
            while (q < QUANTILES - 2 && knots[q + 1] < x[i]) {
                q++;
            }
            double width = knots[q + 1] - knots[q];
            double part = width > 0 ? (x[i] - knots[q]) / width : 1;
            fitted[i] = means[q] + part * (means[q + 1] - means[q]);
        }
        return Math.max(0, Math.min(1, variance(fitted) / all));
    }

    /** The local line's value at a place, possibly with one point left out. */
    private double at(double place, double bandwidth, int leftOut) {
        double sum = 0;
        double sumX = 0;
        double sumXx = 0;
        double sumY = 0;
        double sumXy = 0;
        for (int i = 0; i < x.length; i++) {
            if (i != leftOut) {
                double away = x[i] - place;
                double u = away / bandwidth;
                double weight = bandwidth == STRAIGHT ? 1 : StrictMath.exp(-0.5 * u * u);
                sum += weight;
                sumX += weight * away;
                sumXx += weight * away * away;
                sumY += weight * y[i];
                sumXy += weight * away * y[i];
            }
        }
        double determinant = sum * sumXx - sumX * sumX;
        return determinant > 1e-9 * sum * sumXx
                ? (sumXx * sumY - sumX * sumXy) / determinant
                : sum > 0 ? sumY / sum : Arrays.stream(y).sum() / y.length;
    }

    static double variance(double[] numbers) {
        double mean = Arrays.stream(numbers).sum() / numbers.length;
        double sum = 0;
        for (double each : numbers) {
            sum += (each - mean) * (each - mean);
        }
        return sum / (numbers.length - 1);
    }
}
