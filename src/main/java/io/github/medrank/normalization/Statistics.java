package io.github.medrank.normalization;

import com.google.common.base.Suppliers;
import io.github.medrank.Column;
import io.github.medrank.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Exact statistics of a column, of its exact numbers where it was computed; and what they change in it. */
final class Statistics {
    private Statistics() {}

    /** The rows that have a number. */
    static IntStream rows(Column column) {
        return IntStream.range(0, column.size()).filter(column::isPresent);
    }

    /** The numbers row by row, NaN where there is none. */
    private static double[] values(Column column) {
        double[] values = new double[column.size()];
        column.copyTo(values);
        return values;
    }

    /** The least number of a column that has one. */
    static Rational least(Column column) {
        return near(column, column.min().orElseThrow(), 0);
    }

    /** The greatest number of a column that has one. */
    static Rational greatest(Column column) {
        return near(column, column.max().orElseThrow(), -1);
    }

    /** The number that has some numbers before it when they are sorted. */
    static Rational ordered(Column column, int before) {
        double near = column.sortedValues().skip(before).findFirst().orElseThrow();
        return near(column, near, column.isDecimal() ? 0 : before - column.countBelow(near - 2 * column.errorBound()));
    }

    /** The exact number next to a double, of those that may be it the one at a place; −1 is the last. */
    private static Rational near(Column column, double number, int place) {
        if (column.isDecimal()) {
            return Rational.of(number);
        }
        int[] rows = rowsNear(column, number);
        if (Arrays.stream(rows).allMatch(row -> column.isAlike(rows[0], row))) {
            return column.exact(rows[0]);
        }
        Rational[] sorted = Arrays.stream(rows).mapToObj(column::exact).sorted().toArray(Rational[]::new);
        return sorted[place < 0 ? sorted.length - 1 : place];
    }

    private static int[] rowsNear(Column column, double number) {
        double[] values = values(column);
        double low = number - 2 * column.errorBound();
        double high = number + 2 * column.errorBound();
        int[] rows = new int[8];
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            if (values[row] >= low && values[row] <= high) {
                rows = count == rows.length ? Arrays.copyOf(rows, 2 * count) : rows;
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    /** Type 7 of Hyndman and Fan, as {@link Column#quantileType7}, of a column that has a number. */
    static Rational quantile(Column column, BigDecimal share) {
        BigDecimal place = share.multiply(BigDecimal.valueOf(column.size() - column.missing() - 1L));
        int below = place.intValue();
        BigDecimal part = place.subtract(BigDecimal.valueOf(below));
        Rational low = ordered(column, below);
        return part.signum() == 0
                ? low
                : low.plus(ordered(column, below + 1).minus(low).times(Rational.of(part)));
    }

    /** The arithmetic mean of a column that has a number. */
    static Rational mean(Column column) {
        BigDecimal count = BigDecimal.valueOf(column.size() - (long) column.missing());
        long unit = column.denominator();
        if (unit > 0) {
            BigInteger sum = BigInteger.ZERO;
            long part = 0;
            for (double value : values(column)) {
                part += (long) Math.rint(value * unit); // 0 for NaN
                if (Math.abs(part) > 1L << 61) {
                    sum = sum.add(BigInteger.valueOf(part));
                    part = 0;
                }
            }
            return Rational.ratio(
                    new BigDecimal(sum.add(BigInteger.valueOf(part))), count.multiply(BigDecimal.valueOf(unit)));
        }
        return rows(column)
                .mapToObj(column::exact)
                .reduce(Rational.ZERO, Rational::plus)
                .dividedBy(Rational.of(count));
    }

    /** A number that a column's missing cells are filled with, in doubles and exactly. */
    record Filling(double near, Supplier<Rational> exactly, boolean isDecimal, double error) {
        static Filling of(Rational exact) {
            double near = exact.doubleValue();
            return new Filling(near, () -> exact, Rational.of(near).equals(exact), 0);
        }

        /** What a column has in a row. */
        static Filling at(Column column, int row) {
            return new Filling(column.value(row), () -> column.exact(row), column.isDecimal(), Exactly.error(column));
        }

        /** The mean, which of a column of computed numbers is found when it is asked for. */
        static Filling mean(Column column) {
            return column.denominator() > 0 || column.isDecimal()
                    ? of(Statistics.mean(column))
                    : new Filling(
                            column.mean().orElseThrow(),
                            Suppliers.memoize(() -> Statistics.mean(column)),
                            false,
                            Exactly.error(column));
        }
    }

    /** Fills missing cells with numbers that a double may only approximate. */
    static Column filled(Column column, IntFunction<@Nullable Filling> fillings) {
        Filling[] numbers = new Filling[column.size()];
        boolean decimal = column.isDecimal();
        double error = Exactly.error(column);
        for (int row = 0; row < numbers.length; row++) {
            if (!column.isPresent(row)) {
                numbers[row] = fillings.apply(row);
                decimal &= numbers[row] == null || numbers[row].isDecimal();
                error = Math.max(error, numbers[row] == null ? 0 : numbers[row].error());
            }
        }
        Column filled = column.fill(
                row -> numbers[row] == null ? OptionalDouble.empty() : OptionalDouble.of(numbers[row].near()));
        return decimal
                ? filled
                : filled.standingFor(
                        row -> numbers[row] == null
                                ? column.exact(row)
                                : numbers[row].exactly().get(),
                        error);
    }

    /** Cuts a column off at two ends of its own. */
    static Column clipped(Column column, Rational low, Rational high) {
        double least = low.doubleValue();
        double most = high.doubleValue();
        if (column.isDecimal()
                && Rational.of(least).equals(low)
                && Rational.of(most).equals(high)) {
            return column.map(value -> Math.max(least, Math.min(most, value)));
        }
        return computed(
                column,
                new Exactly(
                        value -> Math.max(least, Math.min(most, value)),
                        value -> value.compareTo(low) < 0 ? low : value.compareTo(high) > 0 ? high : value,
                        values -> Exactly.error(values) + values.magnitude() * Exactly.ROUNDINGS,
                        values -> Exactly.common(values, Exactly.common(whole(low), whole(high)))));
    }

    private static long whole(Rational end) {
        BigInteger denominator = end.denominator();
        return denominator.bitLength() < Long.SIZE ? denominator.longValue() : 0;
    }

    /** The column on a scale that is no longer the indicator's. */
    static Column computed(Column column, Exactly scale) {
        return column.scaled(scale).withIndicator(column.indicator().withoutScale());
    }

    /**
     * The same column with doubles that are equal where its numbers are; this one if that is so already, and no doubles
     * are nearer to each other than their error.
     */
    static Column nearest(Column column) {
        return column.isDecimal() || tells(column)
                ? column
                : Column.of(
                        column.indicator(),
                        rows(column)
                                .mapToDouble(row -> column.exact(row).doubleValue())
                                .toArray());
    }

    /** Whether doubles are equal where the exact numbers are, and otherwise in the same order. */
    private static boolean tells(Column column) {
        double[] sorted = column.sortedValues().toArray();
        double reach = 2 * column.errorBound();
        boolean ties = false;
        for (int i = 1; i < sorted.length; i++) {
            double gap = sorted[i] - sorted[i - 1];
            if (gap > 0 && gap <= reach) {
                return false;
            }
            ties |= gap == 0;
        }
        return !ties || column.denominator() > 0 || tiesAreTrue(column);
    }

    /** Whether rows of equal doubles have equal numbers: each row is compared with the first one of its double. */
    private static boolean tiesAreTrue(Column column) {
        double[] values = values(column);
        int slots = Integer.highestOneBit(Math.max(1, values.length)) * 4;
        int[] firsts = new int[slots]; // one more than the row
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            if (!Double.isNaN(value)) {
                int slot = Long.hashCode(Double.doubleToLongBits(value) * 0x9E3779B97F4A7C15L) & (slots - 1);
                while (firsts[slot] > 0 && values[firsts[slot] - 1] != value) {
                    slot = (slot + 1) & (slots - 1);
                }
                int first = firsts[slot] - 1;
                if (first >= 0
                        && !column.isAlike(first, row)
                        && !column.exact(first).equals(column.exact(row))) {
                    return false;
                }
                firsts[slot] = firsts[slot] > 0 ? firsts[slot] : row + 1;
            }
        }
        return true;
    }
}
