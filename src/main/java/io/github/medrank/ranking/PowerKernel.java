package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import java.util.DoubleSummaryStatistics;
import java.util.PrimitiveIterator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Computes a mean of columns and other means for all rows at once, under one draw of weights after another.
 *
 * <p>A power mean gives the same order as a weighted sum of powers, and a geometric mean the same order as a weighted
 * sum of logarithms. The columns are therefore transformed once. A draw then costs a weighted sum, as for any linear
 * ranker ({@link Column#weightedSums}), and one root per row. Each mean has a relative error of at most
 * {@link #errorBound()}, or is NaN if doubles cannot guarantee that: if a value has been lost among far larger ones, or
 * is missing.
 *
 * <p>No value may be negative; zero is allowed.
 */
final class PowerKernel {
    private static final double UNIT = 0x1p-53;
    /** A sum of powers below this may have lost a part to underflow. */
    private static final double LEAST_SUM = 0x1p-960;
    /** Half a unit of the 13th digit, as a relative error: the effect of rounding a mean. */
    private static final double ROUNDING = 5.01e-13;
    /** Covers terms of second order, and the rounding of these bounds themselves. */
    private static final double SLACK = 1.001;
    /** The largest range of logarithms for which {@link #exponentials} has its error. */
    private static final double SHORT_RANGE = 9.6;
    /**
     * The error of {@link #exponentials} in units: a series has two and a half, each squaring doubles that and adds
     * one, and the exponent and the factor add eight.
     */
    private static final double EXPONENTIAL_ERROR = 64;

    private final Branch branch;
    private final double exponent;
    private final int[] leaves;
    private final ImmutableList<PowerKernel> pillars;

    /** The extremes of the positive values below this node that keep all their digits in a double. */
    private final double least;

    private final double most;
    /**
     * Terms are those of values divided by this: for powers, which must not overflow, a power of two near the extreme
     * that counts most; for logarithms, which should be small, the middle of both.
     */
    private final double unit;

    private final boolean isShort;

    private final ImmutableList<Column> terms;
    private final int[][] zeros;
    private final double errorBound;
    private final @Nullable Roots roots;

    private final double[] shares;
    private final double[] means;

    /** The kernel of a mean of columns and other means. Its draws have one weight per column, in order. */
    PowerKernel(Branch branch, ImmutableList<Column> columns) {
        this.branch = branch;
        this.exponent = branch.mean().exponent();
        this.leaves = branch.parts().stream()
                .filter(Branch::isColumn)
                .mapToInt(Branch::column)
                .toArray();
        this.pillars = branch.parts().stream()
                .filter(part -> !part.isColumn())
                .map(part -> new PowerKernel(part, columns))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Column> mine =
                IntStream.of(leaves).mapToObj(columns::get).collect(ImmutableList.toImmutableList());
        DoubleSummaryStatistics ends = DoubleStream.concat(
                        mine.stream().flatMapToDouble(PowerKernel::values),
                        pillars.stream().flatMapToDouble(part -> DoubleStream.of(part.least, part.most)))
                .filter(value -> value >= Double.MIN_NORMAL)
                .summaryStatistics();
        this.most = Math.max(ends.getMax(), Double.MIN_NORMAL);
        this.least = Math.min(ends.getMin(), most);
        double range = Math.log(most) - Math.log(least);
        this.unit = exponent == 0
                ? least * Math.exp(range / 2)
                : Math.scalb(1.0, Math.getExponent(exponent > 0 ? most : least));
        this.isShort = range <= SHORT_RANGE;
        this.terms = mine.stream().map(this::terms).collect(ImmutableList.toImmutableList());
        this.zeros = mine.stream().map(PowerKernel::zeros).toArray(int[][]::new);
        this.errorBound = bound(mine, range);
        this.roots = roots();
        this.shares = new double[leaves.length];
        this.means = new double[columns.get(0).size()];
    }

    /** The numbers of a column, without missing ones. */
    static DoubleStream values(Column column) {
        return IntStream.range(0, column.size()).filter(column::isPresent).mapToDouble(row -> Raw.near(column, row));
    }

    /** A table of roots, if they are expensive and the series is short. */
    private @Nullable Roots roots() {
        boolean cheap = exponent == 0 || Math.abs(exponent) == 1 || exponent == 2 || exponent == 0.5;
        boolean isLong = 1 / Math.abs(exponent) > Roots.MOST_EXPONENT;
        return cheap || isLong ? null : new Roots(1 / exponent, term(exponent > 0 ? most : least));
    }

    private Column terms(Column column) {
        PrimitiveIterator.OfDouble near = values(column).iterator();
        return column.map(any -> term(near.nextDouble()));
    }

    /** The summand for a value; NaN if the sum cannot include it, or it has lost digits. */
    private double term(double value) {
        if (value == 0) {
            return exponent > 0 ? 0 : Double.NaN;
        }
        double scaled = value / unit;
        if (!(value >= Double.MIN_NORMAL && scaled >= Double.MIN_NORMAL)) {
            return Double.NaN;
        }
        return exponent == 0 ? Math.log(scaled) : Math.pow(scaled, exponent);
    }

    private static int[] zeros(Column column) {
        return IntStream.range(0, column.size())
                .filter(row -> column.isPresent(row) && Raw.near(column, row) == 0)
                .toArray();
    }

    /**
     * Each value has the error of its column or pillar; each share, term, product and sum adds a unit or two. A
     * logarithm turns relative errors into absolute ones, which count in relation to its size. A root of a sum of
     * powers divides all errors by the exponent, including those that the power multiplied by it.
     */
    private double bound(ImmutableList<Column> columns, double range) {
        double values = DoubleStream.concat(
                        columns.stream().mapToDouble(Raw::error),
                        pillars.stream().mapToDouble(PowerKernel::errorBound))
                .max()
                .orElse(0);
        double steps = 2.0 * (leaves.length + pillars.size()) + 12;
        double own =
                exponent == 0 ? steps * (range / 2 + 1) + EXPONENTIAL_ERROR : steps / Math.abs(exponent) + range + 6;
        return (values + own * UNIT + ROUNDING) * SLACK;
    }

    /** The relative error bound of a mean to 13 digits. */
    double errorBound() {
        return errorBound;
    }

    /** The means of the last draw, one per row; always the same array. */
    double[] means() {
        return means;
    }

    /** Computes the means under drawn points, one per column: not negative, and some of this pillar's positive. */
    void draw(double[] points) {
        double total = branch.sum(points);
        for (int i = 0; i < leaves.length; i++) {
            shares[i] = points[leaves[i]] / total;
        }
        sumUp();
        for (PowerKernel pillar : pillars) {
            double share = pillar.branch.full(points) / total;
            if (share > 0) {
                pillar.draw(points);
                add(share, pillar.means);
            }
        }
        if (exponent == 0 && isShort) {
            exponentials(means, unit);
        } else {
            for (int row = 0; row < means.length; row++) {
                means[row] = root(means[row]);
            }
        }
        for (int i = 0; i < leaves.length && exponent <= 0; i++) {
            if (points[leaves[i]] > 0) {
                for (int row : zeros[i]) {
                    means[row] = 0;
                }
            }
        }
    }

    /**
     * Replaces logarithms by a multiple of their exponentials: a twelfth-degree series for a sixteenth of a logarithm,
     * at most 0.3, and four squarings. The compiler vectorises these multiplications and additions, which take
     * a fifth of the time of {@code Math.exp}.
     */
    private static void exponentials(double[] logarithms, double factor) {
        for (int row = 0; row < logarithms.length; row++) {
            double x = logarithms[row] * 0x1p-4;
            double sum = 1 / 479001600.0;
            sum = sum * x + 1 / 39916800.0;
            sum = sum * x + 1 / 3628800.0;
            sum = sum * x + 1 / 362880.0;
            sum = sum * x + 1 / 40320.0;
            sum = sum * x + 1 / 5040.0;
            sum = sum * x + 1 / 720.0;
            sum = sum * x + 1 / 120.0;
            sum = sum * x + 1 / 24.0;
            sum = sum * x + 1 / 6.0;
            sum = sum * x + 1 / 2.0;
            sum = sum * x + 1;
            sum = sum * x + 1;
            double squared = sum * sum;
            double fourth = squared * squared;
            double eighth = fourth * fourth;
            logarithms[row] = eighth * eighth * factor;
        }
    }

    /** The weighted sums of the terms; columns without weight are ignored, whether or not their values are allowed. */
    private void sumUp() {
        int[] counting =
                IntStream.range(0, shares.length).filter(i -> shares[i] > 0).toArray();
        if (counting.length == shares.length) {
            Column.weightedSums(terms, shares, means);
            return;
        }
        ImmutableList<Column> some =
                IntStream.of(counting).mapToObj(terms::get).collect(ImmutableList.toImmutableList());
        Column.weightedSums(
                some, IntStream.of(counting).mapToDouble(i -> shares[i]).toArray(), means);
    }

    private void add(double share, double[] values) {
        for (int row = 0; row < means.length; row++) {
            means[row] += share * term(values[row]);
        }
    }

    private double root(double sum) {
        if (exponent == 0) {
            return unit * Math.exp(sum);
        }
        if (!(sum >= LEAST_SUM)) {
            return Double.NaN;
        }
        if (exponent == 1 || exponent == -1) {
            return exponent == 1 ? unit * sum : unit / sum;
        }
        if (roots != null) {
            return unit * roots.of(sum);
        }
        return unit * (exponent == 2 ? Math.sqrt(sum) : Math.pow(sum, 1 / exponent));
    }

    /** Whether a row with missing values has a mean of its other values. */
    boolean skips() {
        return pillars.isEmpty();
    }

    /** The mean of a row without the absent columns, under the points of the last draw. */
    double without(boolean[] absent, int row) {
        double sum = 0;
        double there = 0;
        for (int i = 0; i < leaves.length; i++) {
            if (!absent[leaves[i]] && shares[i] > 0) {
                there += shares[i];
                sum += shares[i] * (terms.get(i).isPresent(row) ? terms.get(i).value(row) : Double.NaN);
            }
        }
        return there >= LEAST_SUM ? root(sum / there) : Double.NaN;
    }
}
