package io.github.medrank.sensitivity;

import io.github.medrank.exact.Matrices;
import io.github.medrank.exact.Moments;
import java.util.Arrays;

/** Computes all figures of coherence for some rows, in sequence; NaN marks a figure that is not defined. */
final class CoherenceFigures {
    private final int width;

    CoherenceFigures(int width) {
        this.width = width;
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

    /** @param bandwidths of the local regression of the score on each indicator */
    double[] of(double[][] x, double[] y, double[] bandwidths) {
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
        components(all);
        for (int i = 0; i < width; i++) {
            double r = Moments.correlation(x[i], y).orElse(Double.NaN);
            all[linear(i)] = r * r;
            all[local(i)] = Double.isNaN(r) || Double.isNaN(bandwidths[i])
                    ? Double.NaN
                    : bandwidths[i] == LocalLine.STRAIGHT ? r * r : new LocalLine(x[i], y).ratio(bandwidths[i]);
        }
        return all;
    }

    /** k / (k − 1) · (1 − Σ variances / variance of the sums). */
    static double alpha(double[][] x) {
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

    private void components(double[] all) {
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
}
