package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Rational;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Checks claims about the weights behind printed scores: that a share lies in an interval, or that no weights give all
 * scores.
 *
 * <p>A score is (Σ weight · value + a) / t, where the bounds of the region state what is known of the weights, a and t.
 * It lies in the closed interval of numbers that are rounded to the printed score. A missing value is left out, and the
 * other weights are divided by their sum.
 */
final class ScoresProof {
    private final Entries claim;
    private final Entries proof;
    private final CertifiedTable table;
    private final CertifiedRegion region;
    private final Rational[] scores;
    private final Rational below;
    private final Rational above;
    private final boolean isFromTop;
    /** The index of a. */
    private final int offset;
    /** The index of t. */
    private final int divisor;

    private final int width;

    ScoresProof(Entries document) {
        document.only(
                "type", "claim", "indicators", "schools", "matrix", "scores", "region", "rule", "proof", "digest");
        this.claim = document.object("claim");
        this.proof = document.object("proof");
        this.table = CertifiedTable.of(document);
        this.offset = table.width();
        this.divisor = table.width() + 1;
        this.width = table.width() + 2;
        this.region = CertifiedRegion.of(document, table.width(), width);
        this.scores = document.numbers("scores", table.size());
        Entries rule = document.object("rule").only("below", "above", "top");
        this.below = rule.number("below");
        this.above = rule.number("above");
        this.isFromTop = rule.flag("top");
        checkArgument(below.signum() >= 0 && above.signum() >= 0, "a score is not in its own interval");
        checkArgument(table.size() > 0, "there are no scores");
    }

    void checkShare() {
        int indicator = claim.only("kind", "indicator", "low", "high").index("indicator", table.width());
        proof.only("low", "high");
        checkEnd(proof.object("low"), indicator, claim.number("low"), -1);
        checkEnd(proof.object("high"), indicator, claim.number("high"), 1);
    }

    /** Checks that an end is attained, and that no weights lie beyond it. */
    private void checkEnd(Entries end, int indicator, Rational value, int sign) {
        Rational[] point = end.only("attained", "by").numbers("attained", width);
        requireConsistent(point);
        checkArgument(
                point[indicator].equals(value),
                "the share of %s is %s at the weights given, and %s is claimed",
                table.indicator(indicator),
                point[indicator],
                value);
        Inequality beyond = Inequality.moreThan(unit(indicator, sign), value.times(Rational.of(sign)));
        checkArgument(
                isContradiction(end.object("by"), beyond), "the multipliers do not exclude a share beyond %s", value);
    }

    void checkNoWeights() {
        claim.only("kind");
        checkArgument(isContradiction(proof.only("by").object("by"), null), "the multipliers exclude nothing");
    }

    private void requireConsistent(Rational[] point) {
        region.require(point);
        for (int row = 0; row < table.size(); row++) {
            boolean holds = low(row).holdsAt(point)
                    && high(row).holdsAt(point)
                    && (!isTop(row)
                            || (top(row).holdsAt(point)
                                    && (tops() > 1 || turned(top(row)).holdsAt(point))));
            checkArgument(holds, "the weights given do not give the score of %s", table.school(row));
        }
    }

    private static Inequality turned(Inequality each) {
        Rational[] row = new Rational[each.width()];
        Arrays.setAll(row, i -> each.coefficient(i).negate());
        return Inequality.atLeast(row, each.bound().negate());
    }

    /** Whether the conditions contradict what lies beyond an end or, without an end, that t is positive. */
    private boolean isContradiction(Entries by, @Nullable Inequality beyond) {
        InequalitySum sum = new InequalitySum(width);
        for (String key : by.keys()) {
            Rational multiplier = by.number(key);
            if (key.equals("beyond") && beyond != null) {
                sum.add(multiplier, beyond);
            } else if (key.equals("divisor") && beyond == null) {
                sum.add(multiplier, Inequality.moreThan(unit(divisor, 1), Rational.ZERO));
            } else if (key.startsWith("low ")) {
                sum.add(multiplier, low(Entries.number("low ", key, table.size())));
            } else if (key.startsWith("high ")) {
                sum.add(multiplier, high(Entries.number("high ", key, table.size())));
            } else if (key.startsWith("top ")) {
                addTop(sum, multiplier, Entries.number("top ", key, table.size()));
            } else {
                region.addTo(sum, key, multiplier);
            }
        }
        return sum.isContradiction(region.lower(), region.upper());
    }

    private void addTop(InequalitySum sum, Rational multiplier, int row) {
        checkArgument(isTop(row), "%s is not at the top", table.school(row));
        if (tops() == 1) {
            sum.addEquation(multiplier, top(row));
        } else {
            sum.add(multiplier, top(row));
        }
    }

    // ---- what a printed score says ----

    private Inequality low(int row) {
        return side(row, scores[row].minus(below), 1);
    }

    private Inequality high(int row) {
        return side(row, scores[row].plus(above), -1);
    }

    private boolean isTop(int row) {
        return isFromTop && Arrays.stream(scores).noneMatch(each -> each.compareTo(scores[row]) > 0);
    }

    private int tops() {
        int tops = 0;
        for (int row = 0; row < scores.length; row++) {
            tops += isTop(row) ? 1 : 0;
        }
        return tops;
    }

    /**
     * The highest score is exact: no composite is above it and, if one school has it, its composite is not below it.
     */
    private Inequality top(int row) {
        return side(row, scores[row], -1);
    }

    /** Σ weight · value + a ≥ t · bound, or ≤ for a negative sign. */
    private Inequality side(int row, Rational bound, int sign) {
        Rational turn = Rational.of(sign);
        Rational[] coefficients = CertifiedRegion.zeros(width);
        boolean whole = true;
        for (int i = 0; i < table.width(); i++) {
            whole &= table.value(row, i) != null;
        }
        Rational shift = whole ? Rational.ZERO : shift(row, bound);
        for (int i = 0; i < table.width(); i++) {
            Rational value = table.value(row, i);
            if (value != null) {
                coefficients[i] = value.plus(shift).times(turn);
            }
        }
        if (whole) {
            coefficients[offset] = turn;
            coefficients[divisor] = bound.times(turn).negate();
        }
        return Inequality.atLeast(coefficients, Rational.ZERO);
    }

    /** a − t · bound, which is a number only if a and t are. */
    private Rational shift(int row, Rational bound) {
        Rational a = region.fixed(offset);
        Rational t = region.fixed(divisor);
        checkArgument(a != null && t != null, "%s lacks a value", table.school(row));
        return a.minus(t.times(bound));
    }

    private Rational[] unit(int variable, int sign) {
        Rational[] unit = CertifiedRegion.zeros(width);
        unit[variable] = Rational.of(sign);
        return unit;
    }
}
