package io.github.medrank.insight;

import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Formats exact numbers and positions for the reports of this package. */
final class Show {
    private static final int DECIMALS = 6;

    private Show() {}

    /** A number to at most six decimals, without trailing zeros. */
    static String number(Rational exact) {
        return NumberText.plain(exact.round(DECIMALS, RoundingMode.HALF_UP));
    }

    /** A number with its sign. */
    static String signed(Rational exact) {
        return (exact.signum() > 0 ? "+" : "") + number(exact);
    }

    /** A share as a percentage, to two decimals. */
    static String percent(Rational share) {
        return NumberText.plain(
                        share.times(Rational.of(BigDecimal.valueOf(100))).round(2, RoundingMode.HALF_UP)) + " %";
    }

    /** The position as a number; if only a band is shown, the place. */
    static double position(Ranking ranking, RankedSchool school) {
        return school.position().isBand()
                ? ranking.placeAt(school.row())
                : school.position().number();
    }
}
