package io.github.medrank.normalization;

import io.github.medrank.Column;
import io.github.medrank.Rational;
import io.github.medrank.exact.SmallPrimes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The line (x − mean) / deviation, with the mean an exact fraction and one over the deviation a fraction times a square
 * root of 40 digits.
 *
 * <p>Squares of small primes are taken out of the root. So columns whose deviations are in the ratio of small whole
 * numbers share the same root, and what ties by arithmetic under z-scores ties here.
 */
final class Standardization {
    /** Of numbers that have no decimal. */
    private static final int DIGITS = 50;

    private Standardization() {}

    /** Σx and Σx² of whole numbers of 10^−places. */
    private record Sums(int count, BigInteger sum, BigInteger squares, int places) {
        static Sums of(Column column) {
            return column.decimals() < 0 ? ofDecimals(column) : ofWhole(column);
        }

        /** In longs, the squares in two of them. */
        private static Sums ofWhole(Column column) {
            long sum = 0; // 2^44 each at most, so good for half a million rows; a carry follows it
            BigInteger carried = BigInteger.ZERO;
            long high = 0;
            long low = 0;
            int count = 0;
            for (int row = 0; row < column.size(); row++) {
                if (column.isPresent(row)) {
                    long units = column.unscaled(row);
                    if (Math.abs(sum) > 1L << 62) {
                        carried = carried.add(BigInteger.valueOf(sum));
                        sum = 0;
                    }
                    sum += units;
                    long square = units * units;
                    low += square;
                    high += Math.multiplyHigh(units, units) + (Long.compareUnsigned(low, square) < 0 ? 1 : 0);
                    count++;
                }
            }
            BigInteger rest = BigInteger.valueOf(low & Long.MAX_VALUE);
            BigInteger squares = BigInteger.valueOf(high).shiftLeft(64).add(low < 0 ? rest.setBit(63) : rest);
            return new Sums(count, carried.add(BigInteger.valueOf(sum)), squares, column.decimals());
        }

        private static Sums ofDecimals(Column column) {
            BigDecimal magnitude = new BigDecimal(column.magnitude());
            int most = DIGITS - (magnitude.precision() - magnitude.scale());
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal squares = BigDecimal.ZERO;
            int count = 0;
            for (int row : Statistics.rows(column).toArray()) {
                BigDecimal number = column.isDecimal()
                        ? column.decimal(row)
                        : column.exact(row).round(most, RoundingMode.HALF_EVEN);
                sum = sum.add(number);
                squares = squares.add(number.multiply(number));
                count++;
            }
            int places = Math.max(sum.scale(), (squares.scale() + 1) / 2);
            return new Sums(
                    count,
                    sum.setScale(places).unscaledValue(),
                    squares.setScale(2 * places).unscaledValue(),
                    places);
        }
    }

    /** The line times a factor. */
    static Line.Coefficients coefficients(Column reference, boolean sample, Rational times) {
        Sums sums = Sums.of(reference);
        BigInteger n = BigInteger.valueOf(sums.count());
        BigInteger spread = n.multiply(sums.squares()).subtract(sums.sum().pow(2));
        // 1 / deviation = n / √spread, or √(n(n − 1)) / √spread = n(n − 1) / √(n(n − 1)·spread), in units of 10^places.
        BigInteger above = sample ? n.multiply(n.subtract(BigInteger.ONE)) : n;
        BigInteger below = sample ? above.multiply(spread) : spread;
        Rational factor = Rational.ratio(
                        SmallPrimes.root(below).multiply(new BigDecimal(above)).movePointRight(sums.places()),
                        new BigDecimal(below))
                .times(times);
        Rational mean = Rational.ratio(new BigDecimal(sums.sum(), sums.places()), new BigDecimal(n));
        return new Line.Coefficients(factor, mean.times(factor).negate());
    }
}
