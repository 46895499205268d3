package io.github.medrank;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction of decimals, so that a third of the weight is exactly a third.
 *
 * <p>Comparison and rounding are exact. Two fractions are equal if they are the same number.
 *
 * <pre>{@code
 * var third = Rational.ratio(new BigDecimal("89.85"), new BigDecimal("3"));
 * third.round(1, RoundingMode.HALF_UP) // ==> 30.0
 * }</pre>
 */
@Immutable
public final class Rational implements Comparable<Rational> {
    /** The number zero. */
    public static final Rational ZERO = of(BigDecimal.ZERO);

    private static final int LONG_DENOMINATOR = 64;
    private static final int MOST_DECIMALS = 10_000;
    private static final int EXACT_DIGITS = 15;
    private static final MathContext PRINTED = MathContext.DECIMAL128;

    private final BigDecimal numerator;
    private final BigDecimal denominator;

    private Rational(BigDecimal numerator, BigDecimal denominator) {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    /**
     * Returns the fraction of two decimals.
     *
     * @throws IllegalArgumentException if the denominator is zero
     */
    public static Rational ratio(BigDecimal numerator, BigDecimal denominator) {
        requireNonNull(numerator, "numerator");
        requireNonNull(denominator, "denominator");
        checkArgument(denominator.signum() != 0, "%s / 0 has no value", numerator);
        return denominator.signum() > 0
                ? new Rational(numerator, denominator)
                : new Rational(numerator.negate(), denominator.negate());
    }

    /** Returns a decimal as a fraction. */
    public static Rational of(BigDecimal decimal) {
        requireNonNull(decimal, "decimal");
        return new Rational(decimal, BigDecimal.ONE);
    }

    /**
     * Returns the decimal that a double stands for.
     *
     * @throws IllegalArgumentException if the value is NaN or infinite
     */
    public static Rational of(double value) {
        checkArgument(Double.isFinite(value), "%s is not a finite number", value);
        return of(Decimals.of(value));
    }

    /** Returns the sum of two numbers. */
    public Rational plus(Rational other) {
        requireNonNull(other, "other");
        if (denominator.compareTo(other.denominator) == 0) {
            return new Rational(numerator.add(other.numerator), denominator);
        }
        return reduced(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /**
     * Reduces long fractions, since sums of many unlike fractions would grow without bound; leaves short ones as they
     * are.
     */
    private static Rational reduced(BigDecimal numerator, BigDecimal denominator) {
        if (denominator.unscaledValue().bitLength() <= LONG_DENOMINATOR) {
            return new Rational(numerator, denominator);
        }
        BigInteger[] parts = new Rational(numerator, denominator).inLowestTerms();
        return new Rational(new BigDecimal(parts[0]), new BigDecimal(parts[1]));
    }

    /** Returns the difference of two numbers. */
    public Rational minus(Rational other) {
        requireNonNull(other, "other");
        return plus(other.negate());
    }

    /** Returns the product of two numbers. */
    public Rational times(Rational other) {
        requireNonNull(other, "other");
        return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * Returns the quotient of two numbers.
     *
     * @throws IllegalArgumentException if the other is zero
     */
    public Rational dividedBy(Rational other) {
        requireNonNull(other, "other");
        return ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** Returns the number with the opposite sign. */
    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    /** Returns −1, 0 or 1 as the number is negative, zero or positive. */
    public int signum() {
        return numerator.signum();
    }

    /**
     * Returns the number rounded, exactly, to a given number of decimals.
     *
     * @param decimals the number of decimals; may be negative
     * @param mode the rounding mode
     * @return the rounded decimal, of that scale
     * @throws IllegalArgumentException if the number of decimals is beyond ±10 000
     * @throws ArithmeticException if the mode is UNNECESSARY and the number has more decimals
     */
    public BigDecimal round(int decimals, RoundingMode mode) {
        requireNonNull(mode, "mode");
        checkArgument(
                Math.abs((long) decimals) <= MOST_DECIMALS,
                "%s decimals; there must be from -%s to %s",
                decimals,
                MOST_DECIMALS,
                MOST_DECIMALS);
        return numerator.divide(denominator, decimals, mode);
    }

    /**
     * Returns the numerator of the fraction in lowest terms.
     *
     * <pre>{@code
     * Rational.ratio(new BigDecimal("1.5"), new BigDecimal("-4.5")).numerator() // ==> -1
     * }</pre>
     */
    public BigInteger numerator() {
        return inLowestTerms()[0];
    }

    /** Computes the denominator of the fraction in lowest terms, which is above zero. */
    public BigInteger denominator() {
        return inLowestTerms()[1];
    }

    private BigInteger[] inLowestTerms() {
        int scale = Math.max(numerator.scale(), denominator.scale());
        BigInteger over = numerator.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger under = denominator.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        BigInteger common = over.gcd(under);
        return new BigInteger[] {over.divide(common), under.divide(common)};
    }

    /** Returns the number as an exact decimal if there is one, otherwise to 34 digits, rounded half even. */
    public BigDecimal toBigDecimal() {
        BigDecimal quotient = numerator.divide(denominator, PRINTED);
        BigDecimal exact = quotient;
        if (quotient.multiply(denominator).compareTo(numerator) != 0 && terminates()) {
            exact = numerator.divide(denominator);
        }
        return exact.signum() == 0 ? BigDecimal.ZERO : plain(exact.stripTrailingZeros());
    }

    /** Returns the number to the precision of a context, rounded by its mode. */
    public BigDecimal toBigDecimal(MathContext digits) {
        requireNonNull(digits, "digits");
        return numerator.divide(denominator, digits);
    }

    /** Returns a double next to the number. Equal numbers give equal doubles, however they were computed. */
    public double doubleValue() {
        long shift = (long) denominator.scale() - numerator.scale();
        long up = Math.max(0, shift);
        long down = Math.max(0, -shift);
        if (numerator.precision() + up > EXACT_DIGITS || denominator.precision() + down > EXACT_DIGITS) {
            return numerator.divide(denominator, PRINTED).doubleValue();
        }
        // The quotient of two whole numbers that doubles hold exactly is the double that its 34 digits give too.
        return numerator.unscaledValue().doubleValue()
                * Decimals.power((int) up)
                / (denominator.unscaledValue().doubleValue() * Decimals.power((int) down));
    }

    private boolean terminates() {
        BigInteger rest = denominator.unscaledValue();
        rest = rest.divide(rest.gcd(numerator.unscaledValue()));
        rest = rest.shiftRight(rest.getLowestSetBit());
        BigInteger five = BigInteger.valueOf(5);
        for (BigInteger[] parts = rest.divideAndRemainder(five);
                parts[1].signum() == 0 && rest.signum() != 0;
                parts = rest.divideAndRemainder(five)) {
            rest = parts[0];
        }
        return rest.equals(BigInteger.ONE);
    }

    private static BigDecimal plain(BigDecimal decimal) {
        return decimal.scale() < 0 && decimal.scale() > -30 ? decimal.setScale(0, RoundingMode.UNNECESSARY) : decimal;
    }

    /** Compares the numbers, exactly. */
    @Override
    public int compareTo(Rational other) {
        requireNonNull(other, "other");
        if (denominator.compareTo(other.denominator) == 0) {
            return numerator.compareTo(other.numerator);
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Returns whether the other object is the same number. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Rational that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return Double.hashCode(doubleValue());
    }

    /** Returns the exact decimal if there is one, otherwise 34 digits of it. */
    @Override
    public String toString() {
        return toBigDecimal().toString();
    }
}
