package io.github.medrank.certificate;

import static com.google.common.base.Preconditions.checkArgument;

import io.github.medrank.Rational;

/**
 * Printed scores: each (Σ weight · value + a) / t lies between the two numbers at the end of its row.
 *
 * <p>A value may hide digits beyond those printed, so that it lies within half a unit of its last decimal. No weight is
 * negative, so a score is not below an end for some hidden digits if it is not for the highest; and as it changes
 * steadily with them, it lies between both ends for some if neither is out of reach.
 *
 * <p>A missing value counts 0. If its weight is shared among the others, a and t are 0 and 1, and it counts as the
 * score itself, which is the same.
 */
final class PrintedScores implements PrintedFacts {
    private final CertifiedTable table;
    private final boolean isShared;
    private final Rational[] hidden;

    PrintedScores(Entries rule, CertifiedTable table, CertifiedRegion region) {
        this.table = table;
        this.isShared = rule.only("shared", "hidden").flag("shared");
        this.hidden = rule.numbers("hidden", table.width());
        for (Rational half : hidden) {
            checkArgument(half.signum() >= 0, "hidden digits of %s", half);
        }
        region.requireNoneNegative(table.width(), table.width() + 1);
    }

    @Override
    public Inequality named(String key) {
        return key.startsWith("low ")
                ? low(Entries.number("low ", key, table.size()))
                : high(Entries.number("high ", key, table.size()));
    }

    @Override
    public void require(Rational[] point) {
        for (int row = 0; row < table.size(); row++) {
            checkArgument(
                    low(row).holdsAt(point) && high(row).holdsAt(point),
                    "the weights given do not give the score of %s",
                    table.school(row));
        }
    }

    private Inequality low(int row) {
        return end(row, table.width(), 1);
    }

    private Inequality high(int row) {
        return end(row, table.width() + 1, -1);
    }

    /** Σ weight · value + a ≥ t · end with the highest digits, or ≤ with the lowest for a negative sign. */
    private Inequality end(int row, int column, int sign) {
        Rational turn = Rational.of(sign);
        Rational end = table.printed(row, column);
        Rational[] coefficients = CertifiedRegion.zeros(table.width() + 2);
        for (int i = 0; i < table.width(); i++) {
            Rational value = table.value(row, i);
            Rational missing = isShared ? end : Rational.ZERO;
            coefficients[i] = (value == null ? missing : value.plus(hidden[i].times(turn))).times(turn);
        }
        if (isShared) {
            return Inequality.atLeast(coefficients, end.times(turn));
        }
        coefficients[table.width()] = turn;
        coefficients[table.width() + 1] = end.times(turn).negate();
        return Inequality.atLeast(coefficients, Rational.ZERO);
    }
}
