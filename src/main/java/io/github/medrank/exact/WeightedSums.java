package io.github.medrank.exact;

import java.util.Arrays;
import java.util.List;

/**
 * Weighted sums of columns, row by row, with the additions in the order of the columns: to the last bit as if each
 * weighted column were added to sums that start at zero.
 */
public final class WeightedSums {
    /** The number of columns in each pass after the first, with one load and one store of the sums. */
    public static final int AT_ONCE = 4;

    /** The number of values that stay in the first-level cache. */
    static final int CHUNK = 512;

    private WeightedSums() {}

    /** The numbers of a column, some of them at a time. */
    @FunctionalInterface
    public interface Chunks {
        void copyTo(double[] chunk, int from, int count);
    }

    /** The number of columns in the first pass: five where four would leave one over, as in a table of five. */
    public static int atFirst(int columns) {
        return columns % AT_ONCE == 1 ? AT_ONCE + 1 : AT_ONCE;
    }

    /**
     * Sets the sums to those of the first columns, {@link #atFirst} of them.
     *
     * <p>Where there are fewer, any column stands for those that are missing, since its weight is zero. It must have
     * no missing number where the others have none.
     */
    public static void set(
            double[] a, double[] b, double[] c, double[] d, double[] e, double[] weights, double[] sums) {
        double p = weight(weights, 0);
        double q = weight(weights, 1);
        double r = weight(weights, 2);
        double s = weight(weights, 3);
        double t = atFirst(weights.length) > AT_ONCE ? weight(weights, AT_ONCE) : 0;
        for (int row = 0; row < sums.length; row++) { // 0.0 is added to, even if the first product is −0.0
            sums[row] = 0.0 + p * a[row] + q * b[row] + r * c[row] + s * d[row] + t * e[row];
        }
    }

    /**
     * Adds the next four columns, or fewer, as {@link #set} does.
     *
     * @param from the number of the first of these columns, whose weight is at this index
     */
    public static void add(double[] a, double[] b, double[] c, double[] d, double[] weights, int from, double[] sums) {
        double p = weight(weights, from);
        double q = weight(weights, from + 1);
        double r = weight(weights, from + 2);
        double s = weight(weights, from + 3);
        for (int row = 0; row < sums.length; row++) {
            sums[row] = sums[row] + p * a[row] + q * b[row] + r * c[row] + s * d[row];
        }
    }

    private static double weight(double[] weights, int column) {
        return column < weights.length ? weights[column] : 0;
    }

    /** Computes the sums of columns whose numbers need not be kept, since a ranking needs them once. */
    public static void ofChunks(List<? extends Chunks> columns, double[] weights, double[] sums) {
        double[] chunk = new double[Math.min(CHUNK, sums.length)];
        double[] some = new double[chunk.length];
        for (int from = 0; from < sums.length; from += CHUNK) {
            int count = Math.min(CHUNK, sums.length - from);
            Arrays.fill(some, 0);
            for (int i = 0; i < weights.length; i++) {
                columns.get(i).copyTo(chunk, from, count);
                double weight = weights[i];
                for (int row = 0; row < some.length; row++) {
                    some[row] += weight * chunk[row];
                }
            }
            System.arraycopy(some, 0, sums, from, count);
        }
    }
}
