package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkState;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.Indexes;
import io.github.medrank.exact.LazyNumbers;
import io.github.medrank.exact.Moments;
import io.github.medrank.exact.NumberText;
import io.github.medrank.exact.SortedNumbers;
import io.github.medrank.exact.WeightedSums;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The values of one indicator, one per row of a table.
 *
 * <p>A missing cell has a reason; a filled cell has a number and keeps its reason. A column takes eight bytes per row,
 * and one more if any cell is missing or filled. Statistics are computed on first use and keep up to twice as much
 * memory.
 *
 * <p>Each number also has an exact value. In a column as given, it is the decimal that the double prints. In a column
 * computed by a scale or a treatment, {@link #exact(int)} returns the exact result, such as 200/3, and
 * {@link #value(int)} returns a double within {@link #errorBound()} of it. Composite scores, ties and halves are
 * decided on the exact values.
 *
 * <pre>{@code
 * var column = Column.of(Indicator.of("papers"), 3, 1, 2);
 * column.max() // ==> OptionalDouble[3.0]
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // The arrays are never written after construction and never lent out.
public final class Column {
    /** The relative error of a few roundings. */
    private static final double ROUNDINGS = 0x1p-51;

    private final Indicator indicator;
    /** The numbers; null if a scale computes them when they are first needed. */
    private final double @Nullable [] values;

    private final @Nullable LazyNumbers onScale;
    private final byte @Nullable [] reasons;
    private final int missing;
    /** The largest absolute value, or a bound where a scale computes the numbers. */
    private final double magnitude;

    /** The exact values; null where they are the decimals that the doubles print. */
    private final @Nullable IntFunction<Rational> exact;

    private final double errorBound;

    /** The column that the exact values are computed from, row by row; null if that is not known. */
    private final @Nullable Column source;

    /** A whole number that turns every exact value into a whole number; 0 if none is known. */
    private final long denominator;

    // Derived values, the same for each thread that computes them: a race costs work, never correctness.
    private int decimals = -2;
    private int counted = -2;

    private volatile @Nullable Moments moments;
    private volatile double @Nullable [] ends;
    private volatile double @Nullable [] sorted;

    private Column(Indicator indicator, double[] values, byte @Nullable [] reasons) {
        this(indicator, values, reasons, null, 0, 0, null);
    }

    private Column(
            Indicator indicator,
            double[] values,
            byte @Nullable [] reasons,
            @Nullable IntFunction<Rational> exact,
            double errorBound,
            long denominator,
            @Nullable Column source) {
        this.indicator = requireNonNull(indicator, "indicator");
        this.values = values;
        this.onScale = null;
        this.reasons = reasons;
        int absent = 0;
        double largest = 0;
        for (double value : values) {
            double size = Math.abs(value);
            if (!(size <= largest)) { // rarely true, so this is one comparison per row
                absent += Double.isNaN(value) ? 1 : 0;
                largest = size > largest ? size : largest;
            }
        }
        this.missing = absent;
        this.magnitude = largest;
        this.exact = exact;
        this.source = source;
        this.errorBound = Math.max(largest * (exact == null ? 0x1p-53 : ROUNDINGS), errorBound);
        this.denominator = this.errorBound * denominator < 0.25 ? denominator : 0;
    }

    /** The places of a column on a monotone scale: none is larger than those of the ends of a range with all values. */
    private Column(Column source, ExactScale scale, IntFunction<Rational> exact, double bound, long denominator) {
        this.indicator = source.indicator;
        this.values = null;
        this.onScale = onScale(source, scale);
        this.reasons = source.reasons;
        this.missing = source.missing;
        double[] ends = {-source.magnitude, source.magnitude};
        scale.applyAll(ends, 2, source.decimals());
        this.magnitude = Math.max(Math.abs(ends[0]), Math.abs(ends[1]));
        this.exact = exact;
        this.source = source;
        this.errorBound = Math.max(magnitude * ROUNDINGS, bound);
        this.denominator = this.errorBound * denominator < 0.25 ? denominator : 0;
    }

    /** The same cells of another indicator. */
    private Column(Indicator indicator, Column same) {
        this.indicator = requireNonNull(indicator, "indicator");
        this.values = same.values;
        this.onScale = same.onScale;
        this.reasons = same.reasons;
        this.missing = same.missing;
        this.magnitude = same.magnitude;
        this.exact = same.exact;
        this.source = same.source;
        this.errorBound = same.errorBound;
        this.denominator = same.denominator;
        this.decimals = same.decimals;
        this.counted = same.counted;
        this.moments = same.moments;
        this.ends = same.ends;
        this.sorted = same.sorted;
    }

    /**
     * Returns a column of numbers.
     *
     * @param indicator what the numbers measure
     * @param values the numbers, row by row, all finite; copied
     * @return the column
     * @throws IllegalArgumentException if a value is NaN or infinite
     */
    public static Column of(Indicator indicator, double... values) {
        requireNonNull(indicator, "indicator");
        requireNonNull(values, "values");
        double[] copy = new double[values.length];
        int places = Decimals.copy(values, copy);
        Column column = new Column(indicator, copy, null);
        column.decimals = Decimals.inUnits(column.magnitude, places, Decimals.MOST);
        if (column.missing > 0 || column.magnitude == Double.POSITIVE_INFINITY) {
            int row = 0;
            while (Double.isFinite(copy[row])) {
                row++;
            }
            throw new IllegalArgumentException("indicator \"" + indicator.id() + "\", row " + row + ": " + copy[row]
                    + " is not a finite number; use Cell.missing for an absent value");
        }
        return column;
    }

    /**
     * Returns a column of cells.
     *
     * @param indicator what the cells measure
     * @param cells the cells, row by row
     * @return the column
     */
    public static Column of(Indicator indicator, Iterable<Cell> cells) {
        requireNonNull(cells, "cells");
        Builder builder = new Builder(indicator);
        for (Cell cell : cells) {
            builder.add(cell);
        }
        return builder.build();
    }

    /** Returns the indicator that the column measures. */
    public Indicator indicator() {
        return indicator;
    }

    /** Returns the number of rows. */
    public int size() {
        return values != null ? values.length : requireNonNull(source).size();
    }

    /** The number in each row; NaN where it is missing. */
    private double[] numbers() {
        return values != null ? values : requireNonNull(onScale).all();
    }

    /** Returns the number of missing cells. */
    public int missing() {
        return missing;
    }

    /** Returns whether every row has a number, measured or filled in. */
    public boolean isComplete() {
        return missing == 0;
    }

    /** Returns whether the row has a number, measured or filled in. */
    public boolean isPresent(int row) {
        return !Double.isNaN(numbers()[Indexes.check(row, size(), "row")]);
    }

    /** Returns whether the row's number was filled in. */
    public boolean isFilled(int row) {
        return isPresent(row) && reasons != null && reasons[row] != 0;
    }

    /**
     * Returns the number in a row.
     *
     * @param row from 0
     * @return the number, measured or filled in
     * @throws IllegalStateException if the row has no number
     */
    public double value(int row) {
        double value = numbers()[Indexes.check(row, size(), "row")];
        if (Double.isNaN(value)) {
            throw new IllegalStateException("indicator \"" + indicator.id() + "\", row " + row + " has no value ("
                    + reason(row).orElseThrow() + "); fill it or ask isPresent first");
        }
        return value;
    }

    /** Returns the reason why the row's number is missing, or was until it was filled; empty if it was measured. */
    public Optional<MissingReason> reason(int row) {
        Indexes.check(row, size(), "row");
        return reasons == null || reasons[row] == 0 ? Optional.empty() : Optional.of(MissingReason.of(reasons[row]));
    }

    /** Whether any number is missing, or was before it was filled in. O(1). */
    boolean hasReasons() {
        return reasons != null;
    }

    /** Returns the row's cell. */
    public Cell cell(int row) {
        Indexes.check(row, size(), "row");
        Cell plain = reason(row).map(Cell::missing).orElse(null);
        if (plain == null) {
            return Cell.of(numbers()[row]);
        }
        return isPresent(row) ? plain.filledWith(numbers()[row]) : plain;
    }

    /** Returns the numbers in row order, without missing rows. */
    public DoubleStream values() {
        DoubleStream all = Arrays.stream(numbers());
        return missing == 0 ? all : all.filter(value -> !Double.isNaN(value));
    }

    /** Returns the smallest number; empty if there are no numbers. O(n) on the first call, O(1) after it. */
    public OptionalDouble min() {
        return missing == size() ? OptionalDouble.empty() : OptionalDouble.of(ends()[0]);
    }

    /** Returns the largest number; empty if there are no numbers. O(n) on the first call, O(1) after it. */
    public OptionalDouble max() {
        return missing == size() ? OptionalDouble.empty() : OptionalDouble.of(ends()[1]);
    }

    /**
     * Returns the double nearest to the sum of the numbers, independent of their order; 0 if there are no numbers.
     *
     * <p>This and the other moments are computed from the decimals that the numbers stand for if all share
     * {@link #decimals()}, and from the doubles otherwise. O(n) on the first call, O(1) after it.
     */
    public double sum() {
        return moments().sum();
    }

    /** Returns the double nearest to the arithmetic mean; empty if there are no numbers. See {@link #sum()}. */
    public OptionalDouble mean() {
        return moments().mean();
    }

    /**
     * Returns the double nearest to √(Σ(x − mean)² / n); 0 if all numbers are equal, empty if there are none. See
     * {@link #sum()}.
     */
    public OptionalDouble populationStandardDeviation() {
        return moments().deviation(0);
    }

    /**
     * Returns the double nearest to √(Σ(x − mean)² / (n − 1)); 0 if all numbers are equal, empty if there are fewer
     * than two. See {@link #sum()}.
     */
    public OptionalDouble sampleStandardDeviation() {
        return moments().deviation(1);
    }

    /**
     * Returns the median, the exact mean of the two middle numbers for an even count; empty if there are no numbers.
     * O(n log n) on the first call.
     */
    public OptionalDouble median() {
        return quantileType7(0.5);
    }

    /**
     * Returns the quantile by linear interpolation between the order statistics x(1) … x(n) at 1 + (n − 1)·p. This is
     * type 7 of Hyndman and Fan (The American Statistician 50, 1996), known in spreadsheets as PERCENTILE.INC. O(n log
     * n) on the first call.
     *
     * @param p in [0, 1]
     * @return the quantile, interpolated in exact decimals; empty if there is no number
     * @throws IllegalArgumentException if p is not in [0, 1]
     */
    public OptionalDouble quantileType7(double p) {
        return SortedNumbers.quantileType7(sorted(), p);
    }

    /** Returns the count of numbers below a value. O(log n) after the first call, which sorts. */
    public int countBelow(double value) {
        return SortedNumbers.countBelow(sorted(), value);
    }

    /** Returns the count of numbers above a value. O(log n) after the first call, which sorts. */
    public int countAbove(double value) {
        return SortedNumbers.countAbove(sorted(), value);
    }

    /** Returns the numbers in ascending order, without missing rows. O(n log n) on the first call. */
    public DoubleStream sortedValues() {
        return Arrays.stream(sorted());
    }

    /**
     * Returns the sample skewness G1 = √(n(n − 1)) / (n − 2) · m3 / m2^(3/2), as spreadsheets and SAS define it (Joanes
     * and Gill, The Statistician 47, 1998); empty if there are fewer than three numbers or all are equal. O(n log n).
     */
    public OptionalDouble skewnessG1() {
        return SortedNumbers.skewnessG1(sorted());
    }

    /**
     * Returns the excess kurtosis G2 = (n − 1) / ((n − 2)(n − 3)) · ((n + 1)·(m4 / m2² − 3) + 6), as spreadsheets and
     * SAS define it (Joanes and Gill, The Statistician 47, 1998); empty if there are fewer than four numbers or all are
     * equal. O(n log n).
     */
    public OptionalDouble kurtosisG2() {
        return SortedNumbers.kurtosisG2(sorted());
    }

    /**
     * Returns Pearson's correlation with another column over the rows where both have a number, in [−1, 1]. The result
     * does not depend on the order of the rows. O(n).
     *
     * @param other a column of the same rows
     * @return the correlation; empty if fewer than two rows have both numbers, or if one column is constant over those
     *     rows
     * @throws IllegalArgumentException if the sizes differ
     */
    public OptionalDouble correlation(Column other) {
        requireNonNull(other, "other");
        checkArgument(
                size() == other.size(), "%s and %s rows; a correlation needs equal numbers", size(), other.size());
        if (missing == 0 && other.missing == 0) {
            return size() < 2 ? OptionalDouble.empty() : Moments.correlation(numbers(), other.numbers());
        }
        int[] both = IntStream.range(0, size())
                .filter(row -> isPresent(row) && other.isPresent(row))
                .toArray();
        double[] mine = Arrays.stream(both).mapToDouble(row -> numbers()[row]).toArray();
        double[] theirs =
                Arrays.stream(both).mapToDouble(row -> other.numbers()[row]).toArray();
        return both.length < 2 ? OptionalDouble.empty() : Moments.correlation(mine, theirs);
    }

    private Moments moments() {
        Moments known = moments;
        if (known == null) {
            double[] present = missing == 0 ? numbers() : values().toArray();
            int places = decimals();
            known = places < 0
                    ? new Moments(present, 0)
                    : Moments.ofDecimals(present, magnitude, Decimals.power(places));
            moments = known;
        }
        return known;
    }

    /** The smallest and the largest number. */
    private double[] ends() {
        double[] known = ends;
        if (known == null) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (double value : numbers()) { // no comparison with NaN is true
                least = value < least ? value : least;
                greatest = value > greatest ? value : greatest;
            }
            known = new double[] {least, greatest};
            ends = known;
        }
        return known;
    }

    private double[] sorted() {
        double[] known = sorted;
        if (known == null) {
            known = missing == 0 ? numbers().clone() : values().toArray();
            Arrays.sort(known);
            sorted = known;
        }
        return known;
    }

    /** Returns the largest absolute value; 0 if there are no numbers. O(1), or O(n) on the first call on a scale. */
    public double magnitude() {
        return onScale == null ? magnitude : Math.max(Math.abs(ends()[0]), Math.abs(ends()[1]));
    }

    /** Returns a number that no absolute value exceeds: the {@link #magnitude()} unless that would take time. O(1). */
    public double magnitudeBound() {
        return magnitude;
    }

    /**
     * Adds {@code weight} times each value to the sum of its row.
     *
     * <p>The sum of a row without a number becomes NaN. O(n), allocates nothing.
     *
     * @param weight the factor
     * @param sums one sum per row, updated in place
     * @throws IllegalArgumentException if the number of sums differs from the number of rows
     */
    public void addTo(double weight, double[] sums) {
        requireNonNull(sums, "sums");
        double[] column = checkSize(sums).numbers();
        for (int row = 0; row < sums.length; row++) {
            sums[row] += weight * column[row];
        }
    }

    /**
     * Computes the weighted sum of several columns for each row. The results equal, to the last bit, those of calling
     * {@link #addTo} for each column in order on sums that start at zero, with half the memory traffic.
     *
     * <p>The sum of a row is NaN if any column has no number there. O(n · k), allocates nothing.
     *
     * @param columns the columns, all of the same size
     * @param weights one factor per column
     * @param sums the array to write to, one sum per row
     * @throws IllegalArgumentException if the number of weights or of sums is wrong
     */
    public static void weightedSums(ImmutableList<Column> columns, double[] weights, double[] sums) {
        requireNonNull(columns, "columns");
        requireNonNull(weights, "weights");
        requireNonNull(sums, "sums");
        int count = columns.size();
        checkArgument(weights.length == count, "%s weights for %s columns", weights.length, count);
        boolean firstUse = false;
        for (int i = 0; i < count; i++) {
            checkArgument(
                    columns.get(i).size() == sums.length,
                    "%s sums for %s rows",
                    sums.length,
                    columns.get(i).size());
            LazyNumbers onScale = columns.get(i).onScale;
            firstUse |= onScale != null && onScale.isFirstUse();
        }
        if (firstUse) {
            WeightedSums.ofChunks(Lists.transform(columns, column -> column::copyTo), weights, sums);
            return;
        }
        if (count == 0) {
            Arrays.fill(sums, 0);
            return;
        }
        int first = WeightedSums.atFirst(count);
        WeightedSums.set(
                numbers(columns, 0),
                numbers(columns, 1),
                numbers(columns, 2),
                numbers(columns, 3),
                numbers(columns, first - 1),
                weights,
                sums);
        for (int from = first; from < count; from += WeightedSums.AT_ONCE) {
            WeightedSums.add(
                    numbers(columns, from),
                    numbers(columns, from + 1),
                    numbers(columns, from + 2),
                    numbers(columns, from + 3),
                    weights,
                    from,
                    sums);
        }
    }

    /** The numbers of a column; those of the last one where there are no more. */
    private static double[] numbers(ImmutableList<Column> columns, int index) {
        return columns.get(Math.min(index, columns.size() - 1)).numbers();
    }

    private static LazyNumbers onScale(Column source, ExactScale scale) {
        return new LazyNumbers(source.size(), (chunk, from, count) -> {
            source.copyTo(chunk, from, count);
            scale.applyAll(chunk, count, source.decimals());
        });
    }

    private void copyTo(double[] chunk, int from, int count) {
        if (onScale != null) {
            onScale.copyTo(chunk, from, count);
        } else {
            System.arraycopy(numbers(), from, chunk, 0, count);
        }
    }

    private Column checkSize(double[] sums) {
        Indexes.room(sums, size(), "sums");
        return this;
    }

    /** Copies the values to an array of the column's size, with NaN for missing cells. O(n), allocates nothing. */
    public void copyTo(double[] target) {
        requireNonNull(target, "target");
        System.arraycopy(numbers(), 0, Indexes.room(target, size(), "numbers"), 0, size());
    }

    /**
     * Returns the exact value of a row's number.
     *
     * <pre>{@code
     * var papers = Column.of(Indicator.of("papers"), 1, 3, 4);
     * papers.scaled(Normalizers.minMax(0, 1).fit(papers)).exact(1).times(Rational.of(3)) // ==> 2
     * }</pre>
     *
     * @param row from 0
     * @return the exact value; the decimal that the double prints unless the column was computed
     * @throws IllegalStateException if the row has no number
     */
    public Rational exact(int row) {
        double value = value(row);
        if (exact == null) {
            int places = decimals();
            return places < 0 ? Rational.of(value) : Rational.of(BigDecimal.valueOf(unscaled(row), places));
        }
        return denominator > 0
                ? Rational.ratio(BigDecimal.valueOf(numerator(row)), BigDecimal.valueOf(denominator))
                : exact.apply(row);
    }

    /**
     * Compares the exact values of two rows. Doubles decide where their error leaves no doubt.
     *
     * <pre>{@code
     * Column.of(Indicator.of("papers"), 1, 3, 4).compare(0, 2) // ==> -1
     * }</pre>
     *
     * @param row from 0
     * @param other from 0
     * @return −1, 0 or 1, as the first value is less than, equal to or greater than the second
     * @throws IllegalStateException if a row has no number
     */
    public int compare(int row, int other) {
        double mine = value(row);
        double theirs = value(other);
        if (exact == null || Math.abs(mine - theirs) > 2 * errorBound) {
            return Double.compare(mine, theirs);
        }
        return isAlike(row, other) ? 0 : exact(row).compareTo(exact(other));
    }

    /**
     * Returns whether two rows are known to have the same exact value without computing it. This is a shortcut: in a
     * computed column, {@code false} does not mean that they differ.
     *
     * @param row from 0
     * @param other from 0
     */
    public boolean isAlike(int row, int other) {
        Indexes.check(row, size(), "row");
        Indexes.check(other, size(), "other row");
        Column told = told();
        return told != null && told.numbers()[row] == told.numbers()[other];
    }

    /** The column whose doubles tell which rows are alike; null if that is not known. */
    private @Nullable Column told() {
        if (exact == null || denominator > 0) {
            return this;
        }
        return source == null ? null : source.told();
    }

    /**
     * Writes for each of several pairs of rows whether they are {@linkplain #isAlike alike} in all of the columns. The
     * columns are read one after another, which in a table of a million rows takes a fifth of the time.
     *
     * @param columns the columns, all of the same size
     * @param rows one row of each pair, from 0
     * @param others the other row of each pair
     * @param pairs the number of pairs, from the first
     * @param alike the array to write to, one element per pair
     */
    public static void alike(ImmutableList<Column> columns, int[] rows, int[] others, int pairs, boolean[] alike) {
        requireNonNull(columns, "columns");
        Indexes.checkPairs(rows, others, pairs, alike);
        Arrays.fill(alike, 0, pairs, true);
        for (int column = 0; column < columns.size(); column++) { // allocates nothing in a draw
            Column told = columns.get(column).told();
            double[] places = told == null ? new double[0] : told.numbers();
            for (int i = 0; i < pairs; i++) {
                alike[i] &= told != null
                        && places[Indexes.check(rows[i], places.length, "row")]
                                == places[Indexes.check(others[i], places.length, "other row")];
            }
        }
    }

    /**
     * Returns a whole number whose product with each exact value is a whole number; 0 if none is known. O(n) on the
     * first call, O(1) after it.
     */
    public long denominator() {
        if (exact != null) {
            return denominator;
        }
        int known = counted;
        if (known == -2) {
            known = decimals() < 0 ? Decimals.shared(numbers(), magnitude, Decimals.MOST_COUNTED) : decimals();
            counted = known;
        }
        return known < 0 ? 0 : (long) Decimals.power(known);
    }

    /**
     * Returns the row's exact value times the {@link #denominator()}.
     *
     * @param row from 0, of a row that has a number
     * @return the whole number
     * @throws IllegalStateException if the column has no denominator, or the row has no number
     */
    public long numerator(int row) {
        long whole = denominator();
        checkState(whole > 0, "indicator \"%s\": no whole number is known to make all values whole", indicator.id());
        return (long) Math.rint(value(row) * whole);
    }

    /** Returns the largest possible difference between a double and the {@link #exact} value it stands for. O(1). */
    public double errorBound() {
        return errorBound;
    }

    /** Returns whether every number is exactly the decimal that its double prints, as in a column as given. */
    public boolean isDecimal() {
        return exact == null;
    }

    /**
     * Returns the decimal that a row's double prints, as {@link Double#toString(double)} shows it; see {@link #exact}.
     *
     * @param row from 0
     * @return the decimal
     * @throws IllegalStateException if the row has no number
     */
    public BigDecimal decimal(int row) {
        return Decimals.of(value(row));
    }

    /**
     * Returns how many decimals the numbers need, if none needs more than nine and a {@code long} can hold each number
     * in units of the last decimal; −1 otherwise, or if the numbers are not {@linkplain #isDecimal decimals}. O(n) on
     * the first call, O(1) after it.
     */
    public int decimals() {
        int known = decimals;
        if (known == -2) {
            known = exact == null ? Decimals.shared(numbers(), magnitude, Decimals.MOST) : -1;
            decimals = known;
        }
        return known;
    }

    /**
     * Returns the row's number in units of the last of its {@link #decimals()}, such as 957 for 95.7 in a column with
     * one decimal.
     *
     * @param row from 0, of a row that has a number
     * @return the exact integer
     * @throws IllegalStateException if the column has no common number of decimals, or the row has no number
     */
    public long unscaled(int row) {
        int places = decimals();
        checkState(places >= 0, "indicator \"%s\": the values share no number of decimals", indicator.id());
        return (long) Math.rint(value(row) * Decimals.power(places));
    }

    /**
     * Returns a column with a function applied to each number. Missing cells stay missing, filled cells stay filled.
     *
     * @param function maps each number to a number; NaN makes the cell missing as {@link MissingReason#UNDEFINED}
     * @return the new column, of the same indicator; this one if nothing changed
     * @throws IllegalArgumentException if the function returns an infinite number
     */
    public Column map(DoubleUnaryOperator function) {
        requireNonNull(function, "function");
        return mapRows(
                row -> function.applyAsDouble(numbers()[row]),
                (mapped, why) -> exact == null && Arrays.equals(mapped, numbers())
                        ? this
                        : new Column(indicator.withoutScale(), mapped, why));
    }

    private Column mapRows(IntToDoubleFunction function, BiFunction<double[], byte @Nullable [], Column> toColumn) {
        double[] mapped = new double[size()];
        byte[] why = null;
        for (int row = 0; row < mapped.length; row++) {
            double value = numbers()[row];
            mapped[row] = Double.isNaN(value) ? value : function.applyAsDouble(row) + 0.0;
            checkArgument(
                    !Double.isInfinite(mapped[row]),
                    "indicator \"%s\", row %s: %s is mapped to %s, not to a finite number",
                    indicator.id(),
                    row,
                    value,
                    mapped[row]);
            if (Double.isNaN(mapped[row]) && !Double.isNaN(value)) {
                why = why == null ? reasonsOrNone() : why;
                why[row] = MissingReason.UNDEFINED.code();
            }
        }
        return toColumn.apply(mapped, why == null ? reasons : why);
    }

    /**
     * Returns the column mapped to a scale. The doubles are those of {@link #map}; if the scale is an
     * {@link ExactScale}, the new column also has their exact values.
     *
     * @param scale maps each number to its value on the scale; NaN makes the cell missing as
     *     {@link MissingReason#UNDEFINED}
     * @return the new column, of the same indicator
     * @throws IllegalArgumentException if the scale returns an infinite number
     */
    public Column scaled(Scale scale) {
        requireNonNull(scale, "scale");
        if (!(scale instanceof ExactScale exactScale)) {
            return map(scale::apply);
        }
        IntFunction<Rational> places = row -> exactScale.exact(exact(row));
        double bound = exactScale.errorBound(this);
        if (bound == 0) {
            return map(scale::apply);
        }
        long whole = exactScale.denominator(denominator());
        if (bound < Double.POSITIVE_INFINITY) {
            Column scaled = missing < size() && exactScale.isMonotone(decimals())
                    ? new Column(this, exactScale, places, bound, whole)
                    : new Column(indicator, onScale(this, exactScale).all(), reasons, places, bound, whole, this);
            if (scaled.missing == missing && scaled.magnitude < Double.POSITIVE_INFINITY) {
                return scaled;
            }
            return mapRows(
                    row -> scale.apply(numbers()[row]),
                    (mapped, why) -> new Column(indicator.withoutScale(), mapped, why, places, bound, whole, this));
        }
        return mapRows(
                row -> Double.isNaN(scale.apply(numbers()[row]))
                        ? Double.NaN
                        : places.apply(row).doubleValue(),
                (nearest, why) -> new Column(indicator.withoutScale(), nearest, why, places, 0, 0, null));
    }

    /**
     * Returns a column of the same cells whose doubles approximate the given exact values.
     *
     * @param exactly the exact value of a row that has one; a pure function, called when a double cannot decide
     * @param bound the largest possible difference between a double and its exact value
     * @return the new column
     * @throws IllegalArgumentException if the bound is negative, infinite or NaN
     */
    public Column standingFor(IntFunction<Rational> exactly, double bound) {
        return standingFor(exactly, bound, null);
    }

    /**
     * Returns the same as {@link #standingFor(IntFunction, double)}, of numbers that are a function of those of another
     * column, row by row: rows that are {@linkplain #isAlike alike} there are alike here.
     *
     * @param of the other column, of as many rows
     * @throws IllegalArgumentException if the bound is negative, infinite or NaN, or the number of rows differs
     */
    public Column functionOf(Column of, IntFunction<Rational> exactly, double bound) {
        requireNonNull(of, "of");
        checkArgument(of.size() == size(), "%s and %s rows; a function of a column has as many", of.size(), size());
        return standingFor(exactly, bound, of);
    }

    private Column standingFor(IntFunction<Rational> exactly, double bound, @Nullable Column of) {
        checkArgument(
                bound >= 0 && bound < Double.POSITIVE_INFINITY,
                "indicator \"%s\": error bound %s; it must be finite and not negative",
                indicator.id(),
                bound);
        return new Column(indicator, numbers(), reasons, requireNonNull(exactly, "exactly"), bound, 0, of);
    }

    /** The rows whose number is off a scale, in the table's order. */
    IntStream offScale(Indicator scale) {
        return IntStream.range(0, size())
                .filter(row -> !Double.isNaN(numbers()[row]) && !scale.isOnScale(numbers()[row]));
    }

    private byte[] reasonsOrNone() {
        return reasons == null ? new byte[size()] : reasons.clone();
    }

    /**
     * Returns a column with missing cells filled in; filled cells keep their reasons.
     *
     * @param filling the number for a missing row, or empty to leave it missing
     * @return the new column; this one if no cell was missing
     * @throws IllegalArgumentException if the filling is NaN or infinite
     */
    public Column fill(IntFunction<OptionalDouble> filling) {
        requireNonNull(filling, "filling");
        if (missing == 0) {
            return this;
        }
        double[] filled = numbers().clone();
        for (int row = 0; row < filled.length; row++) {
            OptionalDouble number = Double.isNaN(filled[row]) ? filling.apply(row) : OptionalDouble.empty();
            if (number.isPresent()) {
                filled[row] = Cell.of(number.getAsDouble()).orNaN();
            }
        }
        IntFunction<Rational> known = exact;
        IntFunction<Rational> all =
                known == null ? null : row -> isPresent(row) ? known.apply(row) : Rational.of(filled[row]);
        return new Column(indicator, filled, reasons, all, errorBound, 0, null);
    }

    /** Returns a column of the given rows in the given order; a row may be repeated. */
    public Column rows(IntStream rows) {
        requireNonNull(rows, "rows");
        int[] chosen = rows.toArray();
        double[] picked = new double[chosen.length];
        byte[] why = reasons == null ? null : new byte[chosen.length];
        for (int i = 0; i < chosen.length; i++) {
            picked[i] = numbers()[chosen[i]];
            if (why != null && reasons != null) {
                why[i] = reasons[chosen[i]];
            }
        }
        IntFunction<Rational> known = exact;
        return new Column(
                indicator,
                picked,
                why,
                known == null ? null : row -> known.apply(chosen[row]),
                errorBound,
                denominator,
                null);
    }

    /**
     * The row's number as text. All rows show as many decimals as the column needs, so that the text lines up; a column
     * that needs more than nine, such as one of quotients, shows four.
     */
    String text(int row) {
        if (!isPresent(row)) {
            return "–";
        }
        int places = decimals();
        if (places < 0) {
            double size = Math.abs(numbers()[row]);
            return size == 0 || (size >= 1e-3 && size < 1e12)
                    ? NumberText.rounded(numbers()[row])
                    : NumberText.text(numbers()[row]);
        }
        return BigDecimal.valueOf(unscaled(row), places).toPlainString();
    }

    /** Returns the same cells as a column of another indicator. */
    public Column withIndicator(Indicator newIndicator) {
        return new Column(newIndicator, this);
    }

    /** Returns whether the other object is a column of the same indicator with the same cells. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Column that) || !indicator.equals(that.indicator)) {
            return false;
        }
        return Arrays.equals(numbers(), that.numbers())
                && IntStream.range(0, size()).allMatch(row -> reason(row).equals(that.reason(row)));
    }

    @Override
    public int hashCode() {
        return indicator.hashCode() * 31 + Arrays.hashCode(numbers());
    }

    /** Returns the indicator's name and the first values. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(indicator.name()).append(": ");
        int shown = Math.min(size(), 10);
        for (int row = 0; row < shown; row++) {
            text.append(row == 0 ? "" : ", ").append(cell(row));
        }
        return size() > shown ? text + ", … " + (size() - shown) + " more" : text.toString();
    }

    /** Collects the cells of a column; not thread-safe. */
    static final class Builder {
        private final Indicator indicator;
        private double[] values = new double[16];
        private byte[] reasons = new byte[16];
        private int size;

        Builder(Indicator indicator) {
            this.indicator = indicator;
        }

        void add(Cell cell) {
            add(cell.orNaN(), cell.reason().orElse(null));
        }

        void add(double value, @Nullable MissingReason reason) {
            if (size == values.length) {
                values = Arrays.copyOf(values, size * 2);
                reasons = Arrays.copyOf(reasons, size * 2);
            }
            values[size] = value + 0.0;
            reasons[size] = reason == null ? 0 : reason.code();
            size++;
        }

        void set(int row, Cell cell) {
            values[row] = cell.orNaN();
            reasons[row] = cell.reason().map(MissingReason::code).orElse((byte) 0);
        }

        /** A cell that was missing when it was added may have been given a value since. */
        private boolean anyReason() {
            for (int row = 0; row < size; row++) {
                if (reasons[row] != 0) {
                    return true;
                }
            }
            return false;
        }

        Column build() {
            return new Column(
                    indicator, Arrays.copyOf(values, size), anyReason() ? Arrays.copyOf(reasons, size) : null);
        }
    }
}
