package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.math.LongMath;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.ExactScale;
import io.github.medrank.Rational;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.Indexes;
import java.util.function.Supplier;

/**
 * A straight line, exactly {@code factor · x + offset}, in doubles {@code start + (x·unit·times − from) · rise / run}.
 *
 * <p>Values of few decimals are counted in units of the last one. Then {@code x·unit·times − from} is a whole number
 * without an error, as a rule {@code rise} too, and the quotient is the double nearest to the truth.
 */
@Immutable
@SuppressWarnings("Immutable") // a supplier of a value that is computed once
final class Line implements ExactScale {
    private static final double LARGEST_WHOLE = 1e15;
    private static final int LARGEST_EXPONENT = 400;

    private final double unit;
    private final double times;
    private final double from;
    private final double rise;
    private final double run;
    private final double start;
    private final double end;
    private final Supplier<Coefficients> coefficients;
    /** Whether the formula comes to the end exactly where it should. */
    private final boolean meetsEnd;
    /** How far the values behind the parts may be from the exact ones. */
    private final double off;

    /** What the line is exactly. */
    record Coefficients(Rational factor, Rational offset) {
        static Coefficients through(Rational fromX, Rational fromY, Rational toX, Rational toY) {
            Rational factor = toY.minus(fromY).dividedBy(toX.minus(fromX));
            return new Coefficients(factor, fromY.minus(fromX.times(factor)));
        }
    }

    /**
     * A line of known parts; the exact ones are asked for when doubles cannot decide.
     *
     * @param off how far the values behind the parts may be from the exact ones, as a share of the run
     */
    Line(
            double unit,
            double times,
            double from,
            double rise,
            double run,
            double start,
            double end,
            double off,
            Supplier<Coefficients> exact) {
        this.unit = unit;
        this.times = times;
        this.from = from;
        this.rise = rise;
        this.run = run;
        this.start = start;
        this.end = end;
        this.off = off;
        this.meetsEnd = start + run * rise / run == end;
        this.coefficients = Suppliers.memoize(exact::get);
    }

    /** The line from the worst of a reference that varies to its best, which go to two places. */
    static Line between(Column reference, double worst, double best) {
        boolean more = reference.indicator().direction() == Direction.HIGHER_IS_BETTER;
        double first = more ? worst : best;
        double last = more ? best : worst;
        double least = reference.min().orElseThrow();
        double greatest = reference.max().orElseThrow();
        if (reference.isDecimal()) {
            return through(least, first, greatest, last, reference.decimals());
        }
        return greatest - least <= 8 * Exactly.error(reference)
                ? through(Statistics.least(reference), first, Statistics.greatest(reference), last, -1)
                : near(
                        reference,
                        least,
                        first,
                        greatest,
                        last,
                        () -> Coefficients.through(
                                Statistics.least(reference),
                                Rational.of(first),
                                Statistics.greatest(reference),
                                Rational.of(last)));
    }

    /** The line through two points as inexact as a column's doubles; exact points are computed on first use. */
    static Line near(
            Column reference, double fromX, double fromY, double toX, double toY, Supplier<Coefficients> exact) {
        double times = within(Math.max(Math.abs(fromX), Math.abs(toX)));
        double from = fromX * times;
        double run = toX * times - from;
        double off = 4 * Exactly.error(reference) * times / Math.abs(run);
        return new Line(1, times, from, toY - fromY, run, fromY, toY, off, exact);
    }

    /**
     * The line through two points, which the doubles meet as well; it goes on beyond them.
     *
     * @param decimals that the values and both x have; negative if none are known
     */
    static Line through(double fromX, double fromY, double toX, double toY, int decimals) {
        return through(
                fromX,
                fromY,
                toX,
                toY,
                decimals,
                () -> Coefficients.through(Rational.of(fromX), Rational.of(fromY), Rational.of(toX), Rational.of(toY)));
    }

    /** The same through values that are no decimals. */
    static Line through(Rational fromX, double fromY, Rational toX, double toY, int decimals) {
        return through(
                fromX.doubleValue(),
                fromY,
                toX.doubleValue(),
                toY,
                decimals,
                () -> Coefficients.through(fromX, Rational.of(fromY), toX, Rational.of(toY)));
    }

    private static Line through(
            double fromX, double fromY, double toX, double toY, int decimals, Supplier<Coefficients> exact) {
        double unit = decimals > 0 ? Decimals.power(decimals) : 1;
        double times = decimals > 0 ? 1 : within(Math.max(Math.abs(fromX), Math.abs(toX)));
        double from = decimals > 0 ? Math.rint(fromX * unit) : fromX * times;
        double to = decimals > 0 ? Math.rint(toX * unit) : toX * times;
        return new Line(unit, times, from, toY - fromY, to - from, fromY, toY, 0, exact);
    }

    /** The power of two that brings numbers of this size so far into the doubles that products stay there; mostly 1. */
    static double within(double size) {
        int exponent = Math.getExponent(size);
        return size == 0 || Math.abs(exponent) <= LARGEST_EXPONENT
                ? 1
                : Math.scalb(1.0, Math.max(-1000, Math.min(1000, -exponent)));
    }

    static void checkRange(double low, double high, String what) {
        checkArgument(
                low < high && Double.isFinite(high - low),
                "%s from %s to %s; the first must be less than the second, both finite",
                what,
                low,
                high);
    }

    /** The decimals that a column and two more numbers share; −1 if there are none. */
    static int decimals(Column column, double first, double second) {
        int shared = Decimals.shared(new double[] {first, second});
        return column.decimals() < 0 || shared < 0 ? -1 : Math.max(shared, column.decimals());
    }

    /** A value times a power of ten: the whole number where that is exactly what its decimal comes to. */
    static double inUnits(double value, double unit) {
        double units = value * unit;
        double whole = Math.rint(units);
        return whole / unit == value ? whole : units;
    }

    @Override
    public double apply(double value) {
        double along = inUnits(value, unit) * times - from;
        return along == run ? end : start + along * rise / run;
    }

    /** Returns whether one formula holds for all values, each step of which keeps their order. */
    @Override
    public boolean isMonotone(int decimals) {
        return meetsEnd && (unit == 1 || (decimals >= 0 && Decimals.power(decimals) <= unit));
    }

    /** Returns in loops without a branch, so that the machine does several values at once. */
    @Override
    public void applyAll(double[] values, int count, int decimals) {
        requireNonNull(values, "values");
        Indexes.checkRange(0, count, values.length, "values");
        if (!isMonotone(decimals)) {
            ExactScale.super.applyAll(values, count, decimals);
        } else if (unit == 1) {
            for (int i = 0; i < count; i++) {
                values[i] = start + (values[i] * times - from) * rise / run;
            }
        } else {
            for (int i = 0; i < count; i++) {
                values[i] = start + (Math.rint(values[i] * unit) * times - from) * rise / run;
            }
        }
    }

    /**
     * Returns the denominator of whole {@code start}, {@code rise} and {@code run}, and values of no more decimals than
     * the unit has.
     */
    @Override
    public long denominator(long ofValues) {
        boolean whole = isWhole(start) && isWhole(rise) && isWhole(run) && isWhole(from) && times == 1 && off == 0;
        if (!whole || ofValues == 0 || unit % ofValues != 0) {
            return 0;
        }
        long divisor = (long) Math.abs(run);
        return divisor / LongMath.gcd(divisor, (long) Math.abs(rise));
    }

    private static boolean isWhole(double number) {
        return Math.abs(number) < LARGEST_WHOLE && number == Math.rint(number);
    }

    @Override
    public Rational exact(Rational value) {
        requireNonNull(value, "value");
        Coefficients line = coefficients.get();
        return value.times(line.factor()).plus(line.offset());
    }

    @Override
    public double errorBound(Column values) {
        requireNonNull(values, "values");
        return errorBound(values.magnitude(), Exactly.error(values));
    }

    private double errorBound(double magnitude, double error) {
        double slope = Math.abs(rise / run);
        // Nine roundings: of the value, the four parts, and each operation; the last term is for what underflows.
        return (slope * (magnitude * unit * times + Math.abs(from)) + Math.abs(start)) * 9 * 0x1p-53
                + 4 * slope * unit * times * error
                + off * (Math.abs(rise) + slope * (magnitude * unit * times + Math.abs(from)))
                + (slope + 1) * Double.MIN_NORMAL;
    }
}
