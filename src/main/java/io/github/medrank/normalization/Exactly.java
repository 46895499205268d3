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
import java.util.function.DoubleUnaryOperator;
import java.util.function.LongUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * An exact scale made of its parts.
 *
 * @param approximate the place in doubles
 * @param exactly the exact place
 * @param bound how far one may be from the other, given the values
 * @param whole what makes whole numbers of the places, given what does of the values
 */
@Immutable
@SuppressWarnings("Immutable") // pure functions
record Exactly(
        DoubleUnaryOperator approximate,
        UnaryOperator<Rational> exactly,
        ToDoubleFunction<Column> bound,
        LongUnaryOperator whole)
        implements ExactScale {
    /** A few roundings of a result. */
    static final double ROUNDINGS = 0x1p-50;

    private static final double LARGEST_DENOMINATOR = 1e15;

    /** Gives no value a place. */
    static final Scale NOWHERE = value -> Double.NaN;

    /** A scale whose places have no denominator of use. */
    Exactly(DoubleUnaryOperator approximate, UnaryOperator<Rational> exactly, ToDoubleFunction<Column> bound) {
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
    public double errorBound(Column values) {
        requireNonNull(values, "values");
        return bound.applyAsDouble(values);
    }

    @Override
    public long denominator(long ofValues) {
        return whole.applyAsLong(ofValues);
    }

    /** How far the doubles of a column may be from its numbers, their own rounding to the nearest aside. */
    static double error(Column column) {
        return column.isDecimal() ? 0 : column.errorBound();
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
        return only(column.min().orElseThrow(), column, place);
    }

    /** Gives one value of a column a place, and no other. */
    static ExactScale only(double value, Column column, Rational place) {
        double near = place.doubleValue();
        double tolerance = 2 * error(column);
        return new Exactly(
                each -> Math.abs(each - value) <= tolerance ? near : Double.NaN,
                each -> place,
                values -> Math.abs(near) * ROUNDINGS,
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

    /**
     * times · part / x, in whole units where the values and the part have few decimals.
     *
     * @param times a whole number
     */
    static Exactly inProportion(long times, Rational part, int decimals) {
        double unit = decimals > 0 ? Decimals.power(decimals) : Line.within(part.doubleValue());
        double whole = part.doubleValue() * unit;
        double above = decimals > 0 ? Math.rint(whole) * times : whole * times;
        Rational multiple = part.times(Rational.of(BigDecimal.valueOf(times)));
        return new Exactly(
                value -> value > 0 ? above / nearUnits(value, unit) : Double.NaN,
                multiple::dividedBy,
                values -> above / (leastPositive(values) * unit) * (ROUNDINGS + 4 * relativeError(values)));
    }

    /** As {@link Line#inUnits}, but for a value next to the decimal too: a quotient stays within its bound. */
    private static double nearUnits(double value, double unit) {
        double units = value * unit;
        double whole = Math.rint(units);
        return Math.abs(units - whole) <= whole * 0x1p-51 ? whole : units;
    }

    /** The least number above zero of a column; 1 if there is none. */
    static double leastPositive(Column values) {
        double least = values.min().orElse(1);
        return least > 0
                ? least
                : values.values().filter(value -> value > 0).min().orElse(1);
    }

    /** How far a number above zero may be from the exact one, as a part of it; infinite if that is not little. */
    static double relativeError(Column values) {
        double error = error(values) == 0 ? 0 : error(values) / leastPositive(values);
        return error < 0x1p-10 ? error : Double.POSITIVE_INFINITY;
    }
}
