package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Rational;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;

/** Decides which school is ahead, by the exact or by the rounded score. */
final class CertifiedScores {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final int MOST_DECIMALS = 20;

    private final CertifiedTable table;
    private final boolean rounds;
    private final int decimals;
    private final RoundingMode mode;

    private CertifiedScores(CertifiedTable table, boolean rounds, int decimals, RoundingMode mode) {
        this.table = table;
        this.rounds = rounds;
        this.decimals = decimals;
        this.mode = mode;
    }

    static CertifiedScores of(Entries document, CertifiedTable table) {
        if (!document.has("rounding")) {
            return new CertifiedScores(table, false, 0, RoundingMode.HALF_UP);
        }
        Entries rounding = document.object("rounding").only("decimals", "mode");
        int decimals = rounding.whole("decimals");
        checkArgument(decimals >= 0 && decimals <= MOST_DECIMALS, "%s decimals of a score", decimals);
        RoundingMode mode = RoundingMode.valueOf(rounding.text("mode"));
        checkArgument(mode != RoundingMode.UNNECESSARY, "the mode UNNECESSARY rounds nothing");
        return new CertifiedScores(table, true, decimals, mode);
    }

    boolean areRounded() {
        return rounds;
    }

    /** The position of a school: one more than the number of schools ahead of it. */
    int position(int school, Rational[] weights) {
        Rational mine = shown(school, weights);
        int position = 1;
        for (int rival = 0; rival < table.size(); rival++) {
            position += shown(rival, weights).compareTo(mine) > 0 ? 1 : 0;
        }
        return position;
    }

    private Rational shown(int school, Rational[] weights) {
        Rational score = Inequality.dot(table.row(school), weights);
        return rounds ? Rational.of(score.round(decimals, mode)) : score;
    }

    /** The inequality of the exact scores that follows from a rival being ahead of a school, or not being ahead. */
    Inequality lead(int rival, int school, boolean ahead) {
        Rational[] theirs = table.row(rival);
        Rational[] mine = table.row(school);
        Rational[] row = new Rational[mine.length];
        Arrays.setAll(row, i -> ahead ? theirs[i].minus(mine[i]) : mine[i].minus(theirs[i]));
        if (ahead) {
            return Inequality.moreThan(row, Rational.ZERO);
        }
        return rounds ? behindByLessThanAUnit(row) : Inequality.atLeast(row, Rational.ZERO);
    }

    /** A rounded score may hide a lead of one unit of its last decimal, or of two around zero if digits are cut off. */
    private Inequality behindByLessThanAUnit(Rational[] row) {
        Rational unit = Rational.of(BigDecimal.valueOf(mode == RoundingMode.DOWN ? -2 : -1, decimals));
        boolean whole = mode == RoundingMode.HALF_EVEN || mode == RoundingMode.HALF_DOWN;
        return whole ? Inequality.atLeast(row, unit) : Inequality.moreThan(row, unit);
    }

    /** The inequality that a school's score is rounded to at least this many units of its last decimal. */
    Inequality reaches(int school, int units) {
        BigDecimal whole = BigDecimal.valueOf(units);
        boolean half = mode == RoundingMode.HALF_UP || mode == RoundingMode.HALF_DOWN || mode == RoundingMode.HALF_EVEN;
        BigDecimal between = whole.subtract(HALF);
        BigDecimal border = half ? between : isAtLeast(between, whole) ? whole.subtract(BigDecimal.ONE) : whole;
        Rational bound = Rational.of(border.movePointLeft(decimals));
        return isAtLeast(border, whole)
                ? Inequality.atLeast(table.row(school), bound)
                : Inequality.moreThan(table.row(school), bound);
    }

    private boolean isAtLeast(BigDecimal units, BigDecimal whole) {
        return units.setScale(0, mode).compareTo(whole) >= 0;
    }
}
