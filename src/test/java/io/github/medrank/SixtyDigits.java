package io.github.medrank;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Logarithm, exponential and normal distribution by the plainest series there are, for tests to judge by. */
public final class SixtyDigits {
    /** Of every result. */
    public static final MathContext DIGITS = new MathContext(60);

    private static final MathContext MORE = new MathContext(80);
    private static final BigDecimal TINY = new BigDecimal("1e-85");
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal ROOT_2_PI = pi().multiply(TWO).sqrt(MORE);

    private SixtyDigits() {}

    /** 2^m · ln of the 2^m-th root, by 2 (t + t³/3 + t⁵/5 + …) where t = (x − 1)/(x + 1). */
    public static BigDecimal ln(BigDecimal x) {
        BigDecimal root = x;
        BigDecimal times = TWO;
        while (root.subtract(BigDecimal.ONE).abs().compareTo(new BigDecimal("0.1")) > 0) {
            root = root.sqrt(MORE);
            times = times.multiply(TWO);
        }
        BigDecimal t = root.subtract(BigDecimal.ONE).divide(root.add(BigDecimal.ONE), MORE);
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = t;
        for (int odd = 1; power.abs().compareTo(TINY) > 0; odd += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(odd), MORE));
            power = power.multiply(t, MORE).multiply(t, MORE);
        }
        return sum.multiply(times).round(DIGITS);
    }

    /** 1 + x + x²/2 + …, of x over 2^m, squared m times. */
    public static BigDecimal exp(BigDecimal x) {
        int halvings = 0;
        BigDecimal part = x;
        for (; part.abs().compareTo(new BigDecimal("0.1")) > 0; halvings++) {
            part = part.divide(TWO, MORE);
        }
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal term = BigDecimal.ONE;
        for (int i = 1; term.abs().compareTo(TINY) > 0; i++) {
            sum = sum.add(term, MORE);
            term = term.multiply(part, MORE).divide(BigDecimal.valueOf(i), MORE);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, MORE);
        }
        return sum.round(DIGITS);
    }

    /** ½ + (z − z³/(2·3) + z⁵/(2²·2!·5) − …) / √(2π), for a few deviations. */
    public static BigDecimal normalCdf(BigDecimal z) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal power = z;
        BigDecimal step = z.multiply(z).divide(TWO, MORE).negate();
        for (int k = 0; power.abs().compareTo(TINY) > 0; k++) {
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * k + 1), MORE));
            power = power.multiply(step, MORE).divide(BigDecimal.valueOf(k + 1L), MORE);
        }
        return new BigDecimal("0.5").add(sum.divide(ROOT_2_PI, MORE)).round(DIGITS);
    }

    /** 16 arctan 1/5 − 4 arctan 1/239. */
    private static BigDecimal pi() {
        return arctan(5).multiply(BigDecimal.valueOf(16)).subtract(arctan(239).multiply(BigDecimal.valueOf(4)));
    }

    private static BigDecimal arctan(int inverse) {
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(inverse), MORE);
        BigDecimal sum = BigDecimal.ZERO;
        for (int odd = 1; power.abs().compareTo(TINY) > 0; odd += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(odd), MORE));
            power = power.divide(BigDecimal.valueOf((long) inverse * inverse), MORE)
                    .negate();
        }
        return sum;
    }

    /** To 52 decimals: numbers that are equal in truth are equal, and what is made of them is good to 45. */
    public static BigDecimal fine(BigDecimal number) {
        return number.setScale(52, RoundingMode.HALF_EVEN);
    }

    /** To 45 decimals, so that numbers that are equal in truth are equal. */
    public static BigDecimal clear(BigDecimal number) {
        return number.setScale(45, RoundingMode.HALF_EVEN);
    }

    /** Competition places, the largest first; numbers that agree to 45 decimals are level. */
    public static List<Integer> places(List<BigDecimal> scores) {
        List<BigDecimal> clear = scores.stream().map(SixtyDigits::clear).toList();
        return clear.stream()
                .map(mine -> 1
                        + (int) clear.stream()
                                .filter(other -> other.compareTo(mine) > 0)
                                .count())
                .toList();
    }
}
