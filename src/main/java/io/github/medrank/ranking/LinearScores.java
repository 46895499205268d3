package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.math.LongMath;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Rational;
import io.github.medrank.Scorer;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Σ points·value / Σ points: in doubles column by column, in decimals for one row at a time.
 *
 * <p>All weighted sums use this kernel. It processes a few columns at a time, so that each pass streams through
 * contiguous memory and vectorises. It writes into the caller's array, so that a draw allocates nothing.
 */
final class LinearScores implements Scores {
    /** Whole numbers with this many digits are exact in a double. */
    private static final int MOST_DIGITS = 15;

    private static final double LARGEST = 1e15;
    private static final double LARGEST_LONG = 0x1p62;

    private final ImmutableList<Column> columns;
    private final Direction direction;
    private final double[] shares;
    private final double[] drawn;
    /** The factor that makes all values whole numbers; 0 if none is known. */
    private final long ofValues;

    private long denominator;
    private double errorBound;
    private @Nullable Weights weights;
    /** The exact points of each column, and behind them their sum; null until they are asked for. */
    private volatile BigDecimal @Nullable [] exactPoints;

    /** In draws, for each row one that was found alike, as it will be in every draw; empty for a single ranking. */
    private final int[] twins;

    LinearScores(ImmutableList<Column> columns, Weights weights, Direction direction) {
        this(columns, weights, direction, new int[0]);
    }

    private LinearScores(ImmutableList<Column> columns, Weights weights, Direction direction, int[] twins) {
        this.columns = columns;
        this.direction = direction;
        this.shares = new double[columns.size()];
        this.drawn = new double[columns.size()];
        this.weights = weights;
        this.twins = twins;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = weights.share(columns.get(i).indicator());
        }
        this.errorBound = bound();
        this.ofValues = ofValues(columns);
        this.denominator = denominator(ofValues, weights);
    }

    /** A scorer of draws, which give their weights in the order of the columns. */
    static Scorer scorer(ImmutableList<Column> columns, Direction direction) {
        Weights equal = Weights.equal(Lists.transform(columns, Column::indicator));
        int[] rows = IntStream.range(0, columns.get(0).size()).toArray();
        return new LinearScores(columns, equal, direction, rows)::reweighted;
    }

    /** The same table under drawn weights, each read as the decimal that its double prints; changes this object. */
    private Scores reweighted(double[] points) {
        double total = total(points, shares.length);
        boolean whole = ofValues > 0 && total * ofValues < LARGEST;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = points[i] / total;
            drawn[i] = points[i];
            whole &= points[i] == Math.rint(points[i]);
        }
        weights = null;
        exactPoints = null;
        denominator = whole ? (long) (total * ofValues) : 0; // points of a slider or of a methodology, as a rule
        errorBound = bound();
        return this;
    }

    /**
     * Each value has its column's error bound. Each share, product and sum adds at most half a unit in the last place;
     * the share of drawn weights adds one such error per term of its total.
     */
    private double bound() {
        double magnitude = 0;
        double values = 0;
        for (int i = 0; i < shares.length; i++) {
            magnitude += shares[i] * columns.get(i).magnitudeBound();
            values += shares[i] * columns.get(i).errorBound();
        }
        return values * (1 + 0x1p-40)
                + magnitude * (2 * shares.length + 5) * 0x1p-53
                + shares.length * Double.MIN_NORMAL;
    }

    @Override
    public int size() {
        return columns.get(0).size();
    }

    @Override
    public void copyTo(double[] approximations) {
        requireNonNull(approximations, "approximations");
        Column.weightedSums(columns, shares, approximations);
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public double errorBound() {
        return errorBound;
    }

    /**
     * Returns a number that makes all sums whole: points in units of their last decimal are whole numbers, and so are
     * values times their denominators.
     */
    @Override
    public long denominator() {
        return denominator;
    }

    private static long denominator(long ofValues, Weights weights) {
        BigDecimal total = weights.total().setScale(Math.max(0, weights.total().scale()));
        boolean small = ofValues > 0 && total.precision() <= MOST_DIGITS;
        double ofSums = small ? total.unscaledValue().doubleValue() * ofValues : LARGEST;
        return ofSums < LARGEST ? total.unscaledValue().longValue() * ofValues : 0;
    }

    /**
     * The factor that makes the values of all columns whole numbers; 0 if none is known, or it is too large to be
     * useful.
     */
    private static long ofValues(ImmutableList<Column> columns) {
        long common = 1;
        for (Column column : columns) {
            long next = column.denominator();
            if (next == 0) {
                return 0;
            }
            long factor = common % next == 0 ? 1 : next / LongMath.gcd(common, next);
            if ((double) common * factor >= LARGEST) {
                return 0;
            }
            common *= factor;
        }
        for (Column column : columns) {
            if (column.magnitudeBound() * common >= LARGEST_LONG) {
                return 0;
            }
        }
        return common;
    }

    @Override
    public Rational exact(int row) {
        BigDecimal[] exact = exactPoints();
        BigDecimal decimals = BigDecimal.ZERO;
        Rational fractions = Rational.ZERO;
        for (int i = 0; i < shares.length; i++) {
            Column column = columns.get(i);
            if (column.isDecimal()) {
                decimals = decimals.add(exact[i].multiply(decimal(column, row)));
            } else {
                fractions = fractions.plus(column.exact(row).times(Rational.of(exact[i])));
            }
        }
        return fractions.plus(Rational.of(decimals)).dividedBy(Rational.of(exact[shares.length]));
    }

    @Override
    public boolean alike(int row, int other) {
        boolean remembers = row >= 0 && row < twins.length;
        if (remembers && twins[row] == other) {
            return true;
        }
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isAlike(row, other)) {
                return false;
            }
        }
        if (remembers) {
            twins[row] = other;
        }
        return true;
    }

    @Override
    public void alike(int[] rows, int[] others, int pairs, boolean[] alike) {
        Column.alike(columns, rows, others, pairs, alike);
    }

    @Override
    public ImmutableList<Rational> contributions(int row) {
        BigDecimal[] exact = exactPoints();
        return IntStream.range(0, shares.length)
                .mapToObj(i -> columns.get(i).exact(row).times(Rational.ratio(exact[i], exact[shares.length])))
                .collect(ImmutableList.toImmutableList());
    }

    /** The sum of drawn weights, which must have the right number of elements, be not negative and not all zero. */
    @CanIgnoreReturnValue
    static double total(double[] drawn, int width) {
        requireNonNull(drawn, "shares");
        checkArgument(drawn.length == width, "%s weights for %s indicators", drawn.length, width);
        double total = 0;
        for (double each : drawn) {
            total = each >= 0 ? total + each : Double.NaN;
        }
        if (!(total > 0 && total < Double.POSITIVE_INFINITY)) { // checkArgument would box the total in each draw
            throw new IllegalArgumentException(
                    "the weights add up to " + total + "; they must not be negative, nor all zero");
        }
        return total;
    }

    /** Avoids the conversion through text if the column consists of whole tenths, hundredths, …. */
    static BigDecimal decimal(Column column, int row) {
        int decimals = column.decimals();
        return decimals < 0 ? column.decimal(row) : BigDecimal.valueOf(column.unscaled(row), decimals);
    }

    private BigDecimal[] exactPoints() {
        BigDecimal[] known = exactPoints;
        if (known == null) {
            known = new BigDecimal[shares.length + 1];
            known[shares.length] = BigDecimal.ZERO;
            for (int i = 0; i < shares.length; i++) {
                known[i] = weights == null
                        ? Decimals.of(drawn[i])
                        : weights.points(columns.get(i).indicator());
                known[shares.length] = known[shares.length].add(known[i]);
            }
            exactPoints = known;
        }
        return known;
    }
}
