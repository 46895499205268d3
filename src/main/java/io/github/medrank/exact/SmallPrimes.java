package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.stream.IntStream;

/**
 * Logarithms and square roots of whole numbers, put together from those of their prime factors: 40 digits of each, so
 * that what is equal by arithmetic comes to equal decimals.
 *
 * <p>ln 2 + ln 8 is ln 4 + ln 4 to the last digit, as each is four times the same decimal for ln 2; and √2 + √8 is √18,
 * as each is three times the same decimal for √2. Factors of which no prime is below a thousand are taken as they are,
 * which no number of up to six digits has more than one of.
 */
public final class SmallPrimes {
    private static final int LARGEST = 997;
    private static final int[] PRIMES = IntStream.rangeClosed(2, LARGEST)
            .filter(each -> IntStream.rangeClosed(2, (int) Math.sqrt(each)).noneMatch(part -> each % part == 0))
            .toArray();
    private static final MathContext ROOT = new MathContext(40);
    /** Of a logarithm. */
    private static final int DECIMALS = 42;

    private static final int BITS = 150;

    private SmallPrimes() {}

    /** The logarithms of the primes, found when the first is asked for. */
    private static final class Logarithms {
        private static final BigDecimal[] ALL = IntStream.of(PRIMES)
                .mapToObj(prime -> logarithm(BigInteger.valueOf(prime)))
                .toArray(BigDecimal[]::new);
    }

    private static BigDecimal logarithm(BigInteger number) {
        return Elementary.ln(new BigDecimal(number), BITS).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    }

    /** Returns the natural logarithm of a positive whole number. */
    public static BigDecimal ln(BigInteger number) {
        checkArgument(number.signum() > 0, "ln(%s)", number);
        BigDecimal sum = BigDecimal.ZERO;
        BigInteger rest = number;
        for (int i = 0; i < PRIMES.length && !rest.equals(BigInteger.ONE); i++) {
            Part part = Part.of(rest, PRIMES[i]);
            rest = part.rest;
            if (part.times > 0) {
                sum = sum.add(Logarithms.ALL[i].multiply(BigDecimal.valueOf(part.times)));
            }
        }
        return rest.equals(BigInteger.ONE) ? sum : sum.add(logarithm(rest));
    }

    /** Returns the square root of a whole number that is not negative. */
    public static BigDecimal root(BigInteger number) {
        BigInteger outside = BigInteger.ONE;
        BigInteger inside = BigInteger.ONE;
        BigInteger rest = number;
        for (int i = 0; i < PRIMES.length && rest.compareTo(BigInteger.ONE) > 0; i++) {
            Part part = Part.of(rest, PRIMES[i]);
            rest = part.rest;
            BigInteger prime = BigInteger.valueOf(PRIMES[i]);
            outside = outside.multiply(prime.pow(part.times / 2));
            inside = part.times % 2 == 0 ? inside : inside.multiply(prime);
        }
        BigInteger whole = rest.sqrt();
        boolean square = whole.multiply(whole).equals(rest);
        return new BigDecimal(square ? inside : inside.multiply(rest))
                .sqrt(ROOT)
                .multiply(new BigDecimal(square ? outside.multiply(whole) : outside));
    }

    /** How often a prime divides a number, and what is left of it. */
    private record Part(int times, BigInteger rest) {
        static Part of(BigInteger number, int prime) {
            return number.bitLength() < Long.SIZE ? ofLong(number.longValue(), prime) : ofAny(number, prime);
        }

        private static Part ofLong(long number, int prime) {
            long rest = number;
            int times = 0;
            for (; rest % prime == 0 && rest != 0; rest /= prime) {
                times++;
            }
            return new Part(times, BigInteger.valueOf(rest));
        }

        private static Part ofAny(BigInteger number, int prime) {
            BigInteger divisor = BigInteger.valueOf(prime);
            BigInteger rest = number;
            int times = 0;
            for (BigInteger[] parts = rest.divideAndRemainder(divisor);
                    parts[1].signum() == 0;
                    parts = rest.divideAndRemainder(divisor)) {
                rest = parts[0];
                times++;
            }
            return new Part(times, rest);
        }
    }
}
