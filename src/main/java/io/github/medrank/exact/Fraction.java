package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * An exact fraction in lowest terms.
 *
 * @param numerator any whole number
 * @param denominator positive
 */
@Immutable
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);

    /** Brings the fraction to lowest terms and its denominator to a positive number. */
    public Fraction {
        checkArgument(denominator.signum() != 0, "%s / 0 is no fraction", numerator);
        BigInteger common = numerator.gcd(denominator);
        common = denominator.signum() < 0 ? common.negate() : common;
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /** Returns the quotient of two decimals, of which the second is not zero. */
    public static Fraction ratio(BigDecimal numerator, BigDecimal denominator) {
        return FractionVector.of(new BigDecimal[] {numerator}, denominator).get(0);
    }

    /** Returns −1, 0 or 1 if the fraction is negative, zero or positive. */
    public int signum() {
        return numerator.signum();
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Fraction minus(Fraction other) {
        return plus(other.negated());
    }

    /** Returns the fraction with the opposite sign. */
    public Fraction negated() {
        return new Fraction(numerator.negate(), denominator);
    }

    /** Returns the product. */
    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** Returns a double within two units in the last place, or infinity if no double is that large. */
    public double doubleValue() {
        return quotient(numerator, denominator);
    }

    /** Divides two whole numbers of any size, to within two units in the last place. */
    static double quotient(BigInteger numerator, BigInteger denominator) {
        if (numerator.signum() == 0) {
            return 0;
        }
        int over = Math.max(0, numerator.bitLength() - 64);
        int under = Math.max(0, denominator.bitLength() - 64);
        double leading = numerator.shiftRight(over).doubleValue()
                / denominator.shiftRight(under).doubleValue();
        return over == under ? leading : Math.scalb(leading, over - under);
    }

    /** Compares the numbers. */
    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** Returns the fraction, such as {@code 2/3}, or only the numerator of a whole number. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
