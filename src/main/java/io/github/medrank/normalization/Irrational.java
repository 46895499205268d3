package io.github.medrank.normalization;

import com.google.common.base.Suppliers;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Rational;
import io.github.medrank.exact.SmallPrimes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Logarithms and square roots: exact but for the 40 digits of those of primes, of which they are put together, so that
 * what ties by arithmetic ties.
 */
final class Irrational {
    /** No logarithm of a double is larger. */
    private static final double LARGEST_LOGARITHM = 745;

    /** ln x. */
    static final Exactly LOGARITHM = new Exactly(
            value -> value > 0 ? StrictMath.log(value) : Double.NaN,
            Irrational::ln,
            values -> LARGEST_LOGARITHM * Exactly.ROUNDINGS + 2 * Exactly.relativeError(values));

    /** √x. */
    static final Exactly ROOT =
            new Exactly(Math::sqrt, Irrational::root, values -> rootError(values.magnitude(), Exactly.error(values)));

    private Irrational() {}

    /**
     * ln of a sum with a value, which grows with it.
     *
     * @param part how large the parts of the sum are, where it is not what is left of them
     */
    static Exactly logarithm(DoubleUnaryOperator sum, UnaryOperator<Rational> exactSum, ToDoubleFunction<Column> part) {
        return new Exactly(
                value -> sum.applyAsDouble(value) > 0 ? StrictMath.log(sum.applyAsDouble(value)) : Double.NaN,
                value -> ln(exactSum.apply(value)),
                values -> {
                    double off = part.applyAsDouble(values) * Exactly.ROUNDINGS + Exactly.error(values);
                    double lowest = sum.applyAsDouble(values.min().orElse(1));
                    double least = lowest > 0
                            ? lowest
                            : values.values()
                                    .map(sum)
                                    .filter(each -> each > 0)
                                    .min()
                                    .orElse(1);
                    return off / least < 0x1p-10
                            ? LARGEST_LOGARITHM * Exactly.ROUNDINGS + 2 * off / least
                            : Double.POSITIVE_INFINITY;
                });
    }

    /**
     * 100 · √share.
     *
     * @param magnitude the largest share of values
     * @param error how far a share may be off because the values are
     */
    static Exactly rootOfPercent(
            DoubleUnaryOperator share,
            UnaryOperator<Rational> exactShare,
            ToDoubleFunction<Column> magnitude,
            ToDoubleFunction<Column> error) {
        Rational hundred = Rational.of(BigDecimal.valueOf(100));
        return new Exactly(
                value -> 100 * Math.sqrt(share.applyAsDouble(value)),
                value -> root(exactShare.apply(value)).times(hundred),
                values -> 100 * rootError(magnitude.applyAsDouble(values), error.applyAsDouble(values)));
    }

    /** |√a − √b| is no more than √|a − b|. */
    private static double rootError(double magnitude, double error) {
        return Math.sqrt(magnitude) * Exactly.ROUNDINGS + Math.sqrt(error);
    }

    /** Min–max of the logarithms of numbers above zero, of which there are two. */
    static Exactly logMinMax(Column reference, Rational least, Rational greatest, double low, double high) {
        boolean more = reference.indicator().direction() == Direction.HIGHER_IS_BETTER;
        Rational worst = more ? least : greatest;
        Rational best = more ? greatest : least;
        double worstValue = worst.doubleValue();
        double bestValue = best.doubleValue();
        double from = StrictMath.log(worstValue);
        double run = StrictMath.log(bestValue) - from;
        Supplier<Line.Coefficients> line = Suppliers.memoize(
                () -> Line.Coefficients.through(ln(worst), Rational.of(low), ln(best), Rational.of(high)));
        return new Exactly(
                value -> {
                    if (value == worstValue || value == bestValue) {
                        return value == worstValue ? low : high;
                    }
                    return value > 0 ? low + (StrictMath.log(value) - from) * (high - low) / run : Double.NaN;
                },
                value -> ln(value).times(line.get().factor()).plus(line.get().offset()),
                values -> {
                    double nearest = StrictMath.log(Exactly.leastPositive(values));
                    double farthest = StrictMath.log(Math.max(values.magnitude(), Double.MIN_VALUE));
                    double size = largest(from, from + run, nearest, farthest);
                    double off = size * Exactly.ROUNDINGS / Math.abs(run);
                    double reach = largest(nearest - from, farthest - from) / Math.abs(run);
                    double moved = 2 * Exactly.relativeError(values) / Math.abs(run);
                    return off < 0x1p-10
                            ? (high - low) * (4 * off * (1 + reach) + moved) + largest(low, high) * Exactly.ROUNDINGS
                            : Double.POSITIVE_INFINITY;
                });
    }

    private static double largest(double... numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElseThrow();
    }

    private static Rational ln(Rational number) {
        return Rational.of(SmallPrimes.ln(number.numerator()).subtract(SmallPrimes.ln(number.denominator())));
    }

    /** √(p/q) is √(pq) / q. */
    private static Rational root(Rational number) {
        return Rational.ratio(
                SmallPrimes.root(number.numerator().multiply(number.denominator())),
                new BigDecimal(number.denominator()));
    }
}
