package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.ExactScale;
import io.github.medrank.Rational;
import io.github.medrank.Scale;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * An exact scale made of its parts, and what its kind needs of a reference.
 *
 * @param approximate the place in doubles
 * @param exactly the exact place
 * @param bound how far one may be from the other, given the largest value and the error of values
 */
@Immutable
@SuppressWarnings("Immutable") // pure functions
record Exactly(DoubleUnaryOperator approximate, UnaryOperator<Rational> exactly, DoubleBinaryOperator bound)
        implements ExactScale {
    /** A few roundings of a result. */
    static final double ROUNDINGS = 0x1p-50;

    /** Gives no value a place. */
    static final Scale NOWHERE = value -> Double.NaN;

    @Override
    public double apply(double value) {
        return approximate.applyAsDouble(value);
    }

    @Override
    public Rational exact(Rational value) {
        return exactly.apply(value);
    }

    @Override
    public double errorBound(double magnitude, double error) {
        return bound.applyAsDouble(magnitude, error);
    }

    /** Gives the one value that a column has a place, and no other. */
    static ExactScale only(Column column, Rational place) {
        double near = place.doubleValue();
        double value = column.min().orElseThrow();
        double tolerance = column.isDecimal() ? 0 : 2 * column.errorBound();
        return new Exactly(
                each -> Math.abs(each - value) <= tolerance ? near : Double.NaN,
                each -> place,
                (magnitude, error) -> Math.abs(near) * ROUNDINGS);
    }

    /** Cuts a scale off at two ends. */
    static ExactScale clipped(ExactScale scale, double low, double high) {
        return new Exactly(
                value -> Math.max(low, Math.min(high, scale.apply(value))),
                value -> clip(scale.exact(value), low, high),
                scale::errorBound);
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
