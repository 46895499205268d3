package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.common.math.LongMath;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.ExactScale;
import io.github.medrank.Rational;
import io.github.medrank.Scale;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * An exact scale made of its parts, and what its kind needs of a reference.
 *
 * @param approximate the place in doubles
 * @param exactly the exact place
 * @param bound how far one may be from the other, given the largest value and the error of values
 * @param whole what makes whole numbers of the places, given what does of the values
 */
@Immutable
@SuppressWarnings("Immutable") // pure functions
record Exactly(
        DoubleUnaryOperator approximate,
        UnaryOperator<Rational> exactly,
        DoubleBinaryOperator bound,
        LongUnaryOperator whole)
        implements ExactScale {
    /** A few roundings of a result. */
    static final double ROUNDINGS = 0x1p-50;

    private static final double LARGEST_DENOMINATOR = 1e15;

    /** Gives no value a place. */
    static final Scale NOWHERE = value -> Double.NaN;

    /** A scale whose places have no denominator of use. */
    Exactly(DoubleUnaryOperator approximate, UnaryOperator<Rational> exactly, DoubleBinaryOperator bound) {
        this(approximate, exactly, bound, values -> 0);
    }

    @Override
    public double apply(double value) {
        return approximate.applyAsDouble(value);
    }

    @Override
    public Rational exact(Rational value) {
        requireNonNull(value, "value");
        return exactly.apply(value);
    }

    @Override
    public double errorBound(double magnitude, double error) {
        return bound.applyAsDouble(magnitude, error);
    }

    @Override
    public long denominator(long ofValues) {
        return whole.applyAsLong(ofValues);
    }

    /** The least whole number that both divide; 0 where one is 0 or it is too large to be of use. */
    static long common(long first, long second) {
        if (first == 0 || second == 0) {
            return 0;
        }
        long factor = first / LongMath.gcd(first, second);
        return (double) factor * second < LARGEST_DENOMINATOR ? factor * second : 0;
    }

    /** Gives the one value that a column has a place, and no other. */
    static ExactScale only(Column column, Rational place) {
        double near = place.doubleValue();
        double value = column.min().orElseThrow();
        double tolerance = column.isDecimal() ? 0 : 2 * column.errorBound();
        return new Exactly(
                each -> Math.abs(each - value) <= tolerance ? near : Double.NaN,
                each -> place,
                (magnitude, error) -> Math.abs(near) * ROUNDINGS,
                values -> ofDecimal(place));
    }

    /** Cuts a scale off at two ends. */
    static ExactScale clipped(ExactScale scale, double low, double high) {
        if (low == Double.NEGATIVE_INFINITY && high == Double.POSITIVE_INFINITY) {
            return scale;
        }
        return new Exactly(
                value -> Math.max(low, Math.min(high, scale.apply(value))),
                value -> clip(scale.exact(value), low, high),
                scale::errorBound,
                values -> common(scale.denominator(values), common(ofEnd(low), ofEnd(high))));
    }

    private static long ofEnd(double end) {
        return Double.isInfinite(end) ? 1 : ofDecimal(Rational.of(end));
    }

    /** The power of ten that makes a whole number of a short decimal; 0 for any other number. */
    static long ofDecimal(Rational number) {
        BigDecimal decimal = number.toBigDecimal();
        return decimal.scale() <= Decimals.MOST_COUNTED && Rational.of(decimal).equals(number)
                ? LongMath.checkedPow(10, Math.max(0, decimal.scale()))
                : 0;
    }

    private static Rational clip(Rational place, double low, double high) {
        if (low > Double.NEGATIVE_INFINITY && place.compareTo(Rational.of(low)) < 0) {
            return Rational.of(low);
        }
        return high < Double.POSITIVE_INFINITY && place.compareTo(Rational.of(high)) > 0 ? Rational.of(high) : place;
    }

    /** The least number of a column that has one. */
    static Rational least(Column column) {
        double least = column.min().orElseThrow();
        return column.isDecimal()
                ? Rational.of(least)
                : rows(column)
                        .filter(row -> column.value(row) <= least + 2 * column.errorBound())
                        .mapToObj(column::exact)
                        .min(Rational::compareTo)
                        .orElseThrow();
    }

    /** The greatest number of a column that has one. */
    static Rational greatest(Column column) {
        double greatest = column.max().orElseThrow();
        return column.isDecimal()
                ? Rational.of(greatest)
                : rows(column)
                        .filter(row -> column.value(row) >= greatest - 2 * column.errorBound())
                        .mapToObj(column::exact)
                        .max(Rational::compareTo)
                        .orElseThrow();
    }

    /** The same column with each double the nearest to its exact number, so that equal numbers are equal doubles. */
    static Column nearest(Column column) {
        return column.isDecimal()
                ? column
                : Column.of(
                        column.indicator(),
                        rows(column)
                                .mapToDouble(row -> column.exact(row).doubleValue())
                                .toArray());
    }

    static IntStream rows(Column column) {
        return IntStream.range(0, column.size()).filter(column::isPresent);
    }
}
