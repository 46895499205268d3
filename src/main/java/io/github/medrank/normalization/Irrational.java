package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.ExactScale;
import io.github.medrank.Rational;
import io.github.medrank.Scale;
import io.github.medrank.exact.Elementary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A scale whose true places are irrational: each place is the true one rounded, half even, to a fixed number of
 * decimals, enough that the largest has twelve significant digits.
 *
 * <p>Doubles give the place unless they are within their error of the middle between two decimals.
 *
 * @param approximate the true place in doubles
 * @param precise the true place to {@link #DIGITS} digits
 * @param decimals of the grid
 * @param doubt how far a double may be from the true place, over the larger of the place and 1
 */
@Immutable
@SuppressWarnings("Immutable") // pure functions
record Irrational(DoubleUnaryOperator approximate, Function<Rational, BigDecimal> precise, int decimals, double doubt)
        implements ExactScale {
    /** Of the precise values. */
    static final MathContext DIGITS = new MathContext(36);

    static final int BITS = 120;
    private static final int SIGNIFICANT = 12;
    /** Powers of ten up to here are doubles. */
    private static final int MOST_DECIMALS = 22;

    private static final double[] POWERS = IntStream.rangeClosed(0, MOST_DECIMALS)
            .mapToDouble(i -> Double.parseDouble("1e" + i))
            .toArray();

    /** ln(x + added) of a column's values. */
    static ExactScale logarithm(Column column, double added) {
        Rational more = Rational.of(added);
        DoubleUnaryOperator ln = value -> value + added > 0 ? StrictMath.log(value + added) : Double.NaN;
        // The sum's own rounding is off by as much in its logarithm as its part of the sum.
        double cancelled = added == 0
                ? 0
                : column.values()
                        .map(value -> (Math.abs(value) + Math.abs(added)) / Math.max(value + added, Double.MIN_VALUE))
                        .max()
                        .orElse(0);
        return new Irrational(
                ln, value -> ln(value.plus(more)), decimals(largest(column, ln)), (4 + cancelled) * 0x1p-52);
    }

    /** √x of a column's values. */
    static ExactScale root(Column column) {
        return new Irrational(Math::sqrt, Irrational::root, decimals(largest(column, Math::sqrt)), 0x1p-51);
    }

    /** 100 · √share, where a share is taken of values from the least on. */
    static ExactScale rootOfPercent(DoubleUnaryOperator share, UnaryOperator<Rational> exactShare, double least) {
        return new Irrational(
                value -> value >= least ? 100 * Math.sqrt(share.applyAsDouble(value)) : Double.NaN,
                value -> root(exactShare.apply(value)).movePointRight(2),
                decimals(100),
                0x1p-51);
    }

    /** Min–max of logarithms. */
    static Scale logMinMax(Column reference, double low, double high, Rational middle) {
        Column positive = reference.map(value -> value > 0 ? value : Double.NaN);
        if (positive.min().isEmpty()) {
            return Exactly.NOWHERE;
        }
        double least = positive.min().getAsDouble();
        double greatest = positive.max().orElseThrow();
        if (least == greatest) {
            return Exactly.only(positive, middle);
        }
        boolean more = reference.indicator().direction() == Direction.HIGHER_IS_BETTER;
        double worst = more ? least : greatest;
        double best = more ? greatest : least;
        double lnWorst = StrictMath.log(worst);
        double lnBest = StrictMath.log(best);
        Rational lowest = Rational.of(low);
        Rational span = Rational.of(high).minus(lowest);
        double size = Math.max(Math.abs(low), Math.abs(high));
        double shift = (Math.abs(lnWorst) + Math.abs(lnBest)) / Math.abs(lnBest - lnWorst);
        Function<Rational, BigDecimal> precise = value -> {
            BigDecimal from = ln(Rational.of(worst));
            Rational share = Rational.ratio(
                    ln(value).subtract(from), ln(Rational.of(best)).subtract(from));
            return lowest.plus(share.times(span)).toBigDecimal(DIGITS);
        };
        DoubleUnaryOperator place = value -> {
            if (value == worst || value == best) {
                return value == worst ? low : high;
            }
            return value > 0 ? low + (StrictMath.log(value) - lnWorst) * (high - low) / (lnBest - lnWorst) : Double.NaN;
        };
        return new Irrational(place, precise, decimals(size), Math.max(1, size) * (4 + 4 * shift) * 0x1p-52);
    }

    private static BigDecimal ln(Rational number) {
        return Elementary.ln(number.toBigDecimal(DIGITS), BITS);
    }

    private static BigDecimal root(Rational number) {
        return number.toBigDecimal(DIGITS).sqrt(DIGITS);
    }

    private static double largest(Column column, DoubleUnaryOperator function) {
        return column.values()
                .map(function)
                .filter(Double::isFinite)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** Enough that a number of this size has twelve significant digits. */
    static int decimals(double largest) {
        if (largest == 0) {
            return SIGNIFICANT;
        }
        BigDecimal number = new BigDecimal(largest);
        return Math.max(0, SIGNIFICANT - (number.precision() - number.scale()));
    }

    @Override
    public double apply(double value) {
        double place = approximate.applyAsDouble(value);
        if (Double.isNaN(place) || decimals > MOST_DECIMALS) {
            return Double.isNaN(place) ? place : exact(Rational.of(value)).doubleValue();
        }
        double unit = POWERS[decimals];
        double units = place * unit;
        double whole = Math.rint(units);
        boolean clear =
                0.5 - Math.abs(units - whole) > doubt * Math.max(unit, Math.abs(units)) + Math.abs(units) * 0x1p-52;
        return clear ? whole / unit : exact(Rational.of(value)).doubleValue();
    }

    @Override
    public Rational exact(Rational value) {
        return Rational.of(precise.apply(value).setScale(decimals, RoundingMode.HALF_EVEN));
    }

    /** Returns each double is its decimal; two values close together may be a step of the grid apart. */
    @Override
    public double errorBound(double magnitude, double error) {
        return error == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
}
