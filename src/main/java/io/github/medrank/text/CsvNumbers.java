package io.github.medrank.text;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.SafeText;
import java.math.BigDecimal;

/** Reads numbers as a column writes them, with a given decimal mark and thousands separator. */
final class CsvNumbers {
    /** Accepts a decimal point only, without thousands separators or percent signs. */
    static final CsvNumbers STRICT = new CsvNumbers('.', '\0', false);

    /** The smallest double has 343 characters as a plain decimal. */
    private static final int LONGEST = 400;
    /** Any double keeps as many digits. */
    private static final int SAFE_DIGITS = 15;

    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private static final String DATE =
            "\\d{1,4}[-/](\\d{1,2}|[A-Za-z]{3,9})([-/]\\d{1,4})?|[A-Za-z]{3,9}[-/. ]\\d{1,4}|\\d{1,2}\\.\\d{1,2}\\.\\d{4}";
    private static final String ERROR = "#[A-Z0-9/]{2,10}[!?]?";

    private final char decimal;
    private final char thousands;
    private final boolean adorned;

    private CsvNumbers(char decimal, char thousands, boolean adorned) {
        this.decimal = decimal;
        this.thousands = thousands;
        this.adorned = adorned;
    }

    static CsvNumbers of(char decimal, char thousands) {
        checkArgument(decimal != thousands, "\"%s\" cannot stand both before decimals and between thousands", decimal);
        return new CsvNumbers(decimal, thousands, true);
    }

    char decimal() {
        return decimal;
    }

    char thousands() {
        return thousands;
    }

    /**
     * Returns the number as a plain decimal with a point, or the text itself if it is one already.
     *
     * @throws IllegalArgumentException if the text is not a number written this way
     */
    String plain(String written) {
        String text = adorned ? withoutPercent(written) : written;
        if (isPlain() && isPlain(text)) {
            return text;
        }
        require(adorned, written);
        StringBuilder plain = new StringBuilder(text.length());
        int sinceGroup = -1; // digits since the last mark between thousands; −1 before the first
        boolean decimals = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == decimal && !decimals) {
                require(sinceGroup < 0 || sinceGroup == 3, written);
                decimals = true;
                sinceGroup = -1;
                plain.append('.');
            } else if (isGroupMark(c) && !decimals && plain.length() > 0) {
                require(sinceGroup < 0 ? digits(plain) <= 3 : sinceGroup == 3, written);
                sinceGroup = 0;
            } else if (c == '−') {
                plain.append('-');
            } else {
                require(isPlain(c) && c != '.', written);
                sinceGroup += sinceGroup >= 0 && isDigit(c) ? 1 : 0;
                plain.append(c);
            }
        }
        require(sinceGroup < 0 || sinceGroup == 3, written);
        return plain.toString();
    }

    /** Blanks between groups of three digits are unambiguous, so no option is needed. */
    private boolean isGroupMark(char c) {
        return c == thousands || c == ' ' || c == '\u00A0' || c == '\u202F' || c == '\u2009';
    }

    private static int digits(CharSequence plain) {
        return (int) plain.chars().filter(c -> isDigit((char) c)).count();
    }

    /**
     * Returns the double for a text.
     *
     * @throws IllegalArgumentException if the text is not a number written this way, or no double can hold it
     */
    double read(String written) {
        checkArgument(written.length() <= LONGEST, "%s", tooMuch(written));
        String plain = plain(written);
        double number;
        try {
            number = isPlain(plain) ? Double.parseDouble(plain) : Double.NaN;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(unreadable(written), e);
        }
        checkArgument(Double.isFinite(number) && holds(number, plain), "%s", tooMuch(written));
        return number;
    }

    /**
     * Returns the number of at most fifteen digits with at most one point, or −1 if the text is not such a number. The
     * digits and the power of ten are both exact doubles, so their quotient is the double nearest to the decimal, as
     * {@code parseDouble} returns.
     */
    static double simple(char[] text, int from, int to) {
        int length = to - from;
        if (length == 0 || length > SAFE_DIGITS + 1 || !isDigit(text[from]) || !isDigit(text[to - 1])) {
            return -1;
        }
        long digits = 0;
        int point = -1;
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (isDigit(c)) {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return -1;
            }
        }
        if (point < 0) {
            return length > SAFE_DIGITS ? -1 : digits;
        }
        return digits / TENS[to - point - 1];
    }

    /** Whether numbers are plain decimals, most of which are {@link #simple}. */
    boolean isPlain() {
        return decimal == '.' && thousands == '\0';
    }

    private static void require(boolean readable, String written) {
        checkArgument(readable, "%s", unreadable(written));
    }

    /** Up to fifteen digits survive in any double; more digits must be those that the double prints. */
    private static boolean holds(double number, String plain) {
        if (plain.length() <= SAFE_DIGITS && plain.indexOf('e') < 0 && plain.indexOf('E') < 0) {
            return true;
        }
        BigDecimal exact = new BigDecimal(plain);
        if (exact.signum() != 0 && number == 0) {
            return false;
        }
        return exact.stripTrailingZeros().precision() <= SAFE_DIGITS || exact.compareTo(Decimals.of(number)) == 0;
    }

    private static String withoutPercent(String written) {
        return written.endsWith("%")
                ? written.substring(0, written.length() - 1).strip()
                : written;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return isDigit(c) || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String tooMuch(String written) {
        return "\"" + shown(written) + "\" has more digits, or a larger exponent, than a double holds";
    }

    private static String unreadable(String written) {
        if (written.length() <= LONGEST && written.matches(DATE)) {
            return "\"" + written
                    + "\" is a date; a spreadsheet turns numbers such as 1-24 into one: mend the cell there";
        }
        if (written.length() <= LONGEST && written.matches(ERROR)) {
            return "\"" + written + "\" is a spreadsheet's error: mend the cell there, or leave it blank";
        }
        return "\"" + shown(written)
                + "\" is not a number with a decimal point, such as 95.7; leave the cell blank if there is none";
    }

    static String shown(String text) {
        return SafeText.line(text.length() > 40 ? text.substring(0, 40) + "…" : text);
    }
}
