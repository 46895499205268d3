package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Rational;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Checks claims about the weights behind printed scores: that a share lies in an interval, or that no weights give all
 * scores.
 *
 * <p>A score is (Σ weight · value + a) / t, where the document states whether a and t exist. It lies in the closed
 * interval of numbers that are rounded to the printed score. The weights are nonnegative and add up to 1. A missing
 * value is left out, and the other weights are divided by their sum.
 */
final class ScoresProof {
    private final Entries claim;
    private final Entries proof;
    private final CertifiedTable table;
    private final Rational[] scores;
    private final Rational below;
    private final Rational above;
    /** The index of a, or −1 if there is none. */
    private final int offset;
    /** The index of t, or −1 if there is none. */
    private final int divisor;

    private final boolean isFromTop;
    private final int width;

    ScoresProof(Entries document) {
        this.claim = document.object("claim");
        this.proof = document.object("proof");
        this.table = CertifiedTable.of(document);
        this.scores = document.numbers("scores", table.size());
        Entries rule = document.object("rule");
        this.below = rule.number("below");
        this.above = rule.number("above");
        this.offset = rule.flag("offset") ? table.width() : -1;
        this.divisor = rule.flag("divisor") ? table.width() + (offset >= 0 ? 1 : 0) : -1;
        this.isFromTop = rule.flag("top");
        this.width = table.width() + (offset >= 0 ? 1 : 0) + (divisor >= 0 ? 1 : 0);
        checkArgument(below.signum() >= 0 && above.signum() >= 0, "a score is not in its own interval");
        checkArgument(table.size() > 0, "there are no scores");
    }

    void checkShare() {
        int indicator = claim.index("indicator", table.width());
        checkEnd(proof.object("low"), indicator, claim.number("low"), -1);
        checkEnd(proof.object("high"), indicator, claim.number("high"), 1);
    }

    /** Checks that an end is attained, and that no weights lie beyond it. */
    private void checkEnd(Entries end, int indicator, Rational value, int sign) {
        Rational[] point = end.numbers("attained", width);
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
        checkArgument(isContradiction(proof.object("by"), null), "the multipliers exclude nothing");
    }

    private void requireConsistent(Rational[] point) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < table.width(); i++) {
            checkArgument(point[i].signum() >= 0, "a weight is %s", point[i]);
            sum = sum.plus(point[i]);
        }
        checkArgument(sum.equals(Rational.of(1)), "the weights add up to %s", sum);
        checkArgument(divisor < 0 || point[divisor].signum() >= 0, "the divisor is negative");
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

    private boolean isContradiction(Entries by, @Nullable Inequality beyond) {
        InequalitySum sum = new InequalitySum(width);
        for (String key : by.keys()) {
            Rational multiplier = by.number(key);
            if (key.equals("sum")) {
                sum.addEquation(multiplier, Inequality.atLeast(ones(), Rational.of(1)));
            } else if (key.equals("beyond") && beyond != null) {
                sum.add(multiplier, beyond);
            } else if (key.equals("divisor") && divisor >= 0) {
                sum.add(multiplier, Inequality.moreThan(unit(divisor, 1), Rational.ZERO));
            } else if (key.startsWith("low ")) {
                sum.add(multiplier, low(row("low ", key)));
            } else if (key.startsWith("high ")) {
                sum.add(multiplier, high(row("high ", key)));
            } else {
                int row = row("top ", key);
                checkArgument(isTop(row), "%s is not at the top", table.school(row));
                if (tops() == 1) {
                    sum.addEquation(multiplier, top(row));
                } else {
                    sum.add(multiplier, top(row));
                }
            }
        }
        return sum.isContradiction(lower(), upper());
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
        Rational[] coefficients = new Rational[width];
        Arrays.fill(coefficients, Rational.ZERO);
        Rational turn = Rational.of(sign);
        boolean whole = true;
        for (int i = 0; i < table.width(); i++) {
            whole &= table.value(row, i) != null;
        }
        checkArgument(whole || (offset < 0 && divisor < 0), "%s lacks a value", table.school(row));
        for (int i = 0; i < table.width(); i++) {
            Rational value = table.value(row, i);
            if (value != null) {
                coefficients[i] = (whole ? value : value.minus(bound)).times(turn);
            }
        }
        if (offset >= 0) {
            coefficients[offset] = turn;
        }
        if (divisor >= 0) {
            coefficients[divisor] = bound.times(turn).negate();
        }
        return Inequality.atLeast(coefficients, divisor < 0 && whole ? bound.times(turn) : Rational.ZERO);
    }

    // ---- variables ----

    private int row(String word, String key) {
        int row = RegionProof.number(word, key);
        checkArgument(row < table.size(), "nothing is called \"%s\"", key);
        return row;
    }

    private Rational[] ones() {
        Rational[] ones = new Rational[width];
        Arrays.fill(ones, Rational.ZERO);
        Arrays.fill(ones, 0, table.width(), Rational.of(1));
        return ones;
    }

    private Rational[] unit(int variable, int sign) {
        Rational[] unit = new Rational[width];
        Arrays.fill(unit, Rational.ZERO);
        unit[variable] = Rational.of(sign);
        return unit;
    }

    private @Nullable Rational[] lower() {
        @Nullable Rational[] lower = new Rational[width];
        Arrays.fill(lower, Rational.ZERO);
        if (offset >= 0) {
            lower[offset] = null;
        }
        return lower;
    }

    private @Nullable Rational[] upper() {
        @Nullable Rational[] upper = new Rational[width];
        Arrays.fill(upper, 0, table.width(), Rational.of(1));
        return upper;
    }
}
