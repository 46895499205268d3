package io.github.medrank.exact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as people read them, the same in every locale. */
public final class NumberText {
    private NumberText() {}

    /** Returns a plain decimal without a trailing {@code .0}; scientific only where plain digits would be very many. */
    public static String text(double value) {
        double magnitude = Math.abs(value);
        if (value == Math.rint(value) && magnitude < 1e15) {
            return Long.toString((long) value);
        }
        if (magnitude >= 1e-6 && magnitude < 1e15) {
            return plain(value);
        }
        return Double.toString(value);
    }

    /** Returns every digit of the decimal, without a trailing {@code .0} and never scientific. */
    public static String plain(double value) {
        return plain(Decimals.of(value));
    }

    /** Returns every digit of a decimal, without zeros at the end. */
    public static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    /** Returns a decimal rounded half up to four places. */
    public static String rounded(double value) {
        return new BigDecimal(value).setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    /** Returns a decimal rounded half to even to a number of places, with a true minus sign. */
    public static String fixed(double value, int places) {
        return new BigDecimal(value)
                .setScale(places, RoundingMode.HALF_EVEN)
                .toPlainString()
                .replace('-', '−');
    }

    /** Returns four significant digits, rounded half to even, with a true minus sign. */
    public static String significant(double value) {
        return plain(new BigDecimal(value).round(new MathContext(4, RoundingMode.HALF_EVEN)))
                .replace('-', '−');
    }

    /** Returns a whole number with its thousands apart: {@code 10 000}. */
    public static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
    }

    /** Returns a share in percent with every digit: {@code 97.5 %}. */
    public static String exactPercent(double share) {
        return plain(Decimals.of(share).movePointRight(2)) + " %";
    }

    /** Returns a share in whole percent, rounded half up; never 0 or 100 for a share that is not. */
    public static String percent(double share) {
        int percent = Decimals.of(share)
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        if (percent == 100 && share < 1) {
            return ">99 %";
        }
        return percent == 0 && share > 0 ? "<1 %" : percent + " %";
    }
}
