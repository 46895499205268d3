package io.github.medrank.exact;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A vector of exact fractions with one positive common denominator, in lowest terms together. */
@Immutable
@SuppressWarnings("Immutable") // the array is not written after construction
public final class FractionVector {
    private final BigInteger[] numerators;
    private final BigInteger denominator;

    private FractionVector(BigInteger[] numerators, BigInteger denominator) {
        this.numerators = numerators;
        this.denominator = denominator;
    }

    /**
     * Returns the fractions with the given numerators and one denominator.
     *
     * @param numerators the numerators, which are copied
     * @param denominator the denominator, not zero
     */
    static FractionVector of(BigInteger[] numerators, BigInteger denominator) {
        BigInteger common = denominator;
        for (int i = 0; i < numerators.length && !common.equals(BigInteger.ONE); i++) {
            common = numerators[i].signum() == 0 ? common : common.gcd(numerators[i]);
        }
        BigInteger divisor = denominator.signum() < 0 ? common.abs().negate() : common.abs();
        BigInteger[] reduced = new BigInteger[numerators.length];
        Arrays.setAll(reduced, i -> numerators[i].divide(divisor));
        return new FractionVector(reduced, denominator.divide(divisor));
    }

    /**
     * Returns the fractions of the given decimals by one decimal.
     *
     * @param parts the numerators
     * @param whole the denominator, not zero
     */
    public static FractionVector of(BigDecimal[] parts, BigDecimal whole) {
        int scale = whole.scale();
        for (BigDecimal part : parts) {
            scale = Math.max(scale, part.scale());
        }
        BigInteger[] numerators = new BigInteger[parts.length];
        for (int i = 0; i < parts.length; i++) {
            numerators[i] = parts[i].setScale(scale).unscaledValue();
        }
        return of(numerators, whole.setScale(scale).unscaledValue());
    }

    /** Returns the number of fractions. */
    public int size() {
        return numerators.length;
    }

    /** Returns the numerator of one fraction over the common denominator. */
    public BigInteger numerator(int i) {
        return numerators[i];
    }

    /** Returns a copy of the numerators over the common denominator. */
    public BigInteger[] numerators() {
        return numerators.clone();
    }

    /** Returns the common denominator, which is positive. */
    public BigInteger denominator() {
        return denominator;
    }

    /** Returns the vector with the opposite signs. */
    public FractionVector negated() {
        return new FractionVector(
                Arrays.stream(numerators).map(BigInteger::negate).toArray(BigInteger[]::new), denominator);
    }

    /** Returns Σ coefficient · numerator, which is the scalar product times the common denominator. */
    public BigDecimal dot(BigDecimal[] coefficients) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < coefficients.length; i++) {
            sum = sum.add(coefficients[i].multiply(new BigDecimal(numerators[i])));
        }
        return sum;
    }

    /** Returns a vector of the first {@code count} fractions. */
    public FractionVector first(int count) {
        return of(Arrays.copyOf(numerators, count), denominator);
    }

    /** Returns one of the fractions. */
    public Fraction get(int i) {
        return new Fraction(numerators[i], denominator);
    }

    /** Returns the doubles next to the fractions, each within two units in the last place. */
    public double[] toDoubles() {
        return Arrays.stream(numerators)
                .mapToDouble(each -> Fraction.quotient(each, denominator))
                .toArray();
    }

    /** Returns whether the other object is a vector of equal fractions. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FractionVector that
                && denominator.equals(that.denominator)
                && Arrays.equals(numerators, that.numerators);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numerators) + denominator.hashCode();
    }

    /** Returns the fractions, each in lowest terms. */
    @Override
    public String toString() {
        return IntStream.range(0, size())
                .mapToObj(this::get)
                .map(Fraction::toString)
                .collect(Collectors.joining(", "));
    }
}
