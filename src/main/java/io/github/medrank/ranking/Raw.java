package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.Rational;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The input of methods that compare schools: whole columns, larger is better, without those of weight zero. */
final class Raw {
    /** Of scores that a formula gives; half a unit of the last is this part of a score at most. */
    private static final MathContext DIGITS = new MathContext(13);

    static final double HALF_DIGIT = 5.1e-13;
    private static final double LARGEST_COMPARED = 0x1p30;
    static final double NEAR = 0x1p-46;

    private Raw() {}

    /** The indicators that count, sorted independently of the table, so that the order of columns does not matter. */
    static ImmutableList<Indicator> weighted(IndicatorTable table, Weights weights) {
        return table.indicators().stream()
                .filter(indicator -> weights.points(indicator).signum() > 0)
                .sorted(Comparator.comparing(Indicator::id))
                .collect(ImmutableList.toImmutableList());
    }

    /** The values of an indicator, negated if less is better. */
    static double[] values(IndicatorTable table, Indicator indicator) {
        Column column = table.column(indicator);
        requireComplete(table, column);
        double[] values = new double[column.size()];
        column.copyTo(values);
        if (column.indicator().direction() == Direction.LOWER_IS_BETTER) {
            for (int row = 0; row < values.length; row++) {
                values[row] = 0.0 - values[row];
            }
        }
        return values;
    }

    /** One array of values per indicator. */
    static double[][] matrix(IndicatorTable table, ImmutableList<Indicator> indicators) {
        return indicators.stream().map(indicator -> values(table, indicator)).toArray(double[][]::new);
    }

    /** The same, for indicators of which more is better; an indicator of which less is better is refused. */
    static double[][] upward(IndicatorTable table, ImmutableList<Indicator> indicators) {
        return MeanRanker.columns(table, indicators, Direction.HIGHER_IS_BETTER).stream()
                .map(column -> values(table, column.indicator()))
                .toArray(double[][]::new);
    }

    static double[] shares(Weights weights, ImmutableList<Indicator> indicators) {
        return indicators.stream().mapToDouble(weights::share).toArray();
    }

    static void requireComplete(IndicatorTable table, Column column) {
        for (int row = 0; !column.isComplete() && row < column.size(); row++) {
            checkArgument(
                    column.isPresent(row),
                    "school \"%s\" has no value for indicator \"%s\" (%s), and schools cannot be compared without; fill"
                            + " missing values, or leave the school out",
                    table.schools().get(row).name(),
                    column.indicator().id(),
                    column.reason(row).orElse(MissingReason.NOT_REPORTED));
        }
    }

    /**
     * Whole numbers in the order of an indicator's values, larger is better, whose differences are ints: the values in
     * units of their last decimal, or their levels.
     */
    static int[] comparable(IndicatorTable table, Indicator indicator) {
        Column column = table.column(indicator);
        double[] values = values(table, indicator);
        double unit = column.decimals() < 0 ? Double.POSITIVE_INFINITY : Decimals.power(column.decimals());
        if (!(column.magnitude() * unit < LARGEST_COMPARED)) {
            return levels(column);
        }
        int[] whole = new int[values.length];
        for (int row = 0; row < whole.length; row++) {
            whole[row] = (int) Math.rint(values[row] * unit);
        }
        return whole;
    }

    /**
     * A row's number, correct to at least 14 digits: the double if the column's error bound guarantees that, otherwise
     * the double nearest to the exact number.
     */
    static double near(Column column, int row) {
        double value = column.value(row);
        return column.isDecimal() || column.errorBound() <= Math.abs(value) * NEAR ? value : nonZero(column.exact(row));
    }

    /** Converts to a double, but never turns a number other than zero into zero. */
    static double nonZero(Rational exact) {
        double nearest = exact.doubleValue();
        return nearest == 0 ? exact.signum() * Double.MIN_VALUE : nearest;
    }

    /** The relative error bound of the numbers that {@link #near} returns for a column. */
    static double error(Column column) {
        return column.isDecimal() ? 0x1p-53 : NEAR;
    }

    /** The same for one number, apart from the rounding of the double. */
    static double error(Column column, double near) {
        return column.isDecimal() || near == 0 ? 0 : Math.min(NEAR, column.errorBound() / Math.abs(near));
    }

    /** For each row of a complete column how many different numbers are worse. */
    static int[] levels(Column column) {
        int[] levels = column.isDecimal() ? decimalLevels(column) : exactLevels(column);
        return column.indicator().direction() == Direction.HIGHER_IS_BETTER ? levels : turned(levels);
    }

    private static int[] decimalLevels(Column column) {
        double[] distinct = column.sortedValues().distinct().toArray();
        return column.values()
                .mapToInt(value -> Arrays.binarySearch(distinct, value))
                .toArray();
    }

    private static int[] turned(int[] levels) {
        int most = Arrays.stream(levels).max().orElse(0);
        return Arrays.stream(levels).map(level -> most - level).toArray();
    }

    /** By the exact numbers, which are compared only where the doubles are within their error of each other. */
    private static int[] exactLevels(Column column) {
        Integer[] order = IntStream.range(0, column.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, column::compare);
        int[] levels = new int[order.length];
        for (int i = 1; i < order.length; i++) {
            levels[order[i]] = levels[order[i - 1]] + column.compare(order[i], order[i - 1]);
        }
        return levels;
    }

    /** The exact number that is the best, or the worst, of a complete column. */
    static Rational end(Column column, boolean best) {
        boolean most = best == (column.indicator().direction() == Direction.HIGHER_IS_BETTER);
        Stream<Integer> rows = IntStream.range(0, column.size()).boxed();
        Optional<Integer> end = most ? rows.max(column::compare) : rows.min(column::compare);
        return column.exact(end.orElseThrow());
    }

    /** How far any double of a column may be from its number. */
    static double off(Column column) {
        return Math.max(column.errorBound(), column.magnitude() * 0x1p-53);
    }

    /** The number to 13 significant digits. */
    static Rational rounded(Rational number) {
        return Rational.of(number.toBigDecimal(DIGITS));
    }
}
