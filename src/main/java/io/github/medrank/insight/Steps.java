package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * The values of one indicator to be tried: the multiples of a step from the present value to a bound, in one direction.
 *
 * @param step the distance between grid points, positive
 * @param first the first multiple to try
 * @param up whether the values increase
 * @param count the number of values; 0 if the bound leaves none
 */
@Immutable
record Steps(BigDecimal step, BigInteger first, boolean up, long count) {
    /**
     * The grid points beyond a value.
     *
     * @param from the value to start from, exclusive; if it is missing, the opposite bound, inclusive
     * @param least the lower bound
     * @param most the upper bound
     */
    static Steps beyond(Cell from, BigDecimal step, BigDecimal least, BigDecimal most, boolean up) {
        BigInteger lowest = multiple(least, step, RoundingMode.CEILING);
        BigInteger highest = multiple(most, step, RoundingMode.FLOOR);
        BigInteger first = up ? lowest : highest;
        if (from.isPresent()) {
            BigDecimal value = Decimals.of(from.value().getAsDouble());
            BigInteger next = up
                    ? multiple(value, step, RoundingMode.FLOOR).add(BigInteger.ONE)
                    : multiple(value, step, RoundingMode.CEILING).subtract(BigInteger.ONE);
            first = up ? first.max(next) : first.min(next);
        }
        BigInteger more = up ? highest.subtract(first) : first.subtract(lowest);
        checkArgument(more.bitLength() < 62, "%s steps of %s; take a coarser grid", more, step);
        return new Steps(step, first, up, Math.max(0, more.longValueExact() + 1));
    }

    private static BigInteger multiple(BigDecimal value, BigDecimal step, RoundingMode mode) {
        return value.divide(step, 0, mode).toBigIntegerExact();
    }

    /** The grid point at an index from 1. */
    BigDecimal value(long index) {
        BigInteger offset = BigInteger.valueOf(index - 1);
        return new BigDecimal(up ? first.add(offset) : first.subtract(offset)).multiply(step);
    }
}
