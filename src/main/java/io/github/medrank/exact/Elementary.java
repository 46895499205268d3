package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Computes logarithms and exponentials to a given number of bits, for digits that doubles cannot decide.
 *
 * <p>Numbers are whole numbers of 2^−bits; the series converge by four bits a term or more.
 */
public final class Elementary {
    /** Absorbs the roundings of a few hundred terms. */
    private static final int GUARD = 16;

    private static final int LN2_BITS = 512;
    private static final BigInteger LN2 = artanh(
                    BigInteger.ONE.shiftLeft(LN2_BITS).divide(BigInteger.valueOf(3)), LN2_BITS)
            .shiftLeft(1);

    private Elementary() {}

    /** Returns the natural logarithm of a positive number with an error below 2^−bits, for up to 480 bits. */
    public static BigDecimal ln(BigDecimal number, int bits) {
        checkArgument(number.signum() > 0, "ln(%s)", number);
        int working = bits + GUARD;
        int exponent = binaryExponent(number);
        BigInteger mantissa = scaled(number, working - exponent);
        BigInteger one = BigInteger.ONE.shiftLeft(working);
        // The mantissa is near 1, on either side.
        BigInteger quotient = mantissa.subtract(one).shiftLeft(working).divide(mantissa.add(one));
        BigInteger ln = artanh(quotient, working).shiftLeft(1).add(ln2(working).multiply(BigInteger.valueOf(exponent)));
        return unscaled(ln, working);
    }

    /** Returns e to a power with a relative error below 2^−bits, for up to 480 bits. */
    public static BigDecimal exp(BigDecimal power, int bits) {
        int working = bits + GUARD;
        BigInteger number = scaled(power, working + 12); // a quotient of up to 2^12 times an error of ln 2
        BigInteger ln2 = ln2(working + 12);
        BigInteger[] parts = number.divideAndRemainder(ln2);
        BigInteger rest = parts[1].shiftRight(12);
        BigInteger sum = BigInteger.ONE.shiftLeft(working);
        BigInteger term = sum;
        for (int i = 1; term.signum() != 0; i++) {
            term = term.multiply(rest).shiftRight(working).divide(BigInteger.valueOf(i));
            sum = sum.add(term);
        }
        return unscaled(sum, working - parts[0].intValueExact());
    }

    /** t + t³/3 + t⁵/5 + …, for |t| up to a third. */
    private static BigInteger artanh(BigInteger t, int bits) {
        BigInteger square = t.multiply(t).shiftRight(bits);
        BigInteger power = t.abs();
        BigInteger sum = power;
        for (int i = 3; power.signum() != 0; i += 2) {
            power = power.multiply(square).shiftRight(bits);
            sum = sum.add(power.divide(BigInteger.valueOf(i)));
        }
        return t.signum() < 0 ? sum.negate() : sum;
    }

    private static BigInteger ln2(int bits) {
        return LN2.shiftRight(LN2_BITS - bits);
    }

    /** So that the number over 2 to it lies between ½ and 2. */
    private static int binaryExponent(BigDecimal number) {
        int digits = number.precision() - number.scale();
        double leading =
                number.round(new MathContext(17)).scaleByPowerOfTen(-digits).doubleValue(); // in [0.1, 1)
        return (int) Math.rint((digits * Math.log(10) + Math.log(leading)) / Math.log(2));
    }

    /** number · 2^bits, rounded down. */
    private static BigInteger scaled(BigDecimal number, int bits) {
        BigDecimal two = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(bits)));
        return bits >= 0
                ? number.multiply(two).toBigInteger()
                : number.divide(two, 0, RoundingMode.DOWN).toBigInteger();
    }

    /** number / 2^bits, to as many digits as the number has. */
    private static BigDecimal unscaled(BigInteger number, int bits) {
        BigDecimal whole = new BigDecimal(number);
        BigDecimal two = new BigDecimal(BigInteger.ONE.shiftLeft(Math.abs(bits)));
        return bits >= 0 ? whole.divide(two, new MathContext(number.bitLength() / 3 + 2)) : whole.multiply(two);
    }
}
