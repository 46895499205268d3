package io.github.medrank.insight;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them, the same in every locale. */
final class Figures {
    private Figures() {}

    /** A plain decimal without a trailing {@code .0}. */
    static String text(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** A decimal rounded half up to four places. */
    static String rounded(double value) {
        return new BigDecimal(value).setScale(4, RoundingMode.HALF_UP).toPlainString();
    }

    /** A share in whole percent, rounded half up; never 0 or 100 for a share that is not. */
    static String percent(double share) {
        int percent = new BigDecimal(Double.toString(share))
                .movePointRight(2)
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
        if (percent == 100 && share < 1) {
            return ">99 %";
        }
        return percent == 0 && share > 0 ? "<1 %" : percent + " %";
    }
}
