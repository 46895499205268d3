package io.github.medrank.weightspace;

import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Presentation;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.FractionVector;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * Decides exactly which school is ahead as the presentation shows it, including tie-breakers, at a point or as
 * half-spaces.
 */
final class ExactPlaces {
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final LinearModel model;
    private final Leads leads;
    private final RoundingMode rounding;
    private final int decimals;
    private final boolean rounds;
    private final List<Column> breakers;

    /** A half-space Σ row · share ≥ bound, or with a strict inequality; both sides are multiplied by a scale. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record HalfSpace(BigDecimal[] row, BigDecimal bound, boolean isStrict, BigDecimal scale) {
        /** One school is ahead of another, or level with it unless the half-space is strict. */
        static HalfSpace ahead(LinearModel model, int ahead, int behind, boolean strict) {
            return new HalfSpace(
                    model.exactDifference(ahead, behind), BigDecimal.ZERO, strict, model.scale(ahead, behind));
        }

        /** Returns the complement. */
        HalfSpace other() {
            BigDecimal[] turned = new BigDecimal[row.length];
            Arrays.setAll(turned, i -> row[i].negate());
            return new HalfSpace(turned, bound.negate(), !isStrict, scale);
        }
    }

    ExactPlaces(LinearModel model, Leads leads, Presentation shown) {
        this.model = model;
        this.leads = leads;
        this.rounding = shown.rounding();
        this.rounds = leads.rounds();
        this.decimals = shown.decimals().orElse(0);
        this.breakers = shown.tieBreakers().stream().map(model::column).toList();
    }

    /** Whether a tie-breaker puts one school before another of the same score. */
    boolean isPreferred(int one, int other) {
        for (Column breaker : breakers) {
            boolean mine = breaker.isPresent(one);
            boolean theirs = breaker.isPresent(other);
            int sign = breaker.indicator().direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
            int order = mine && theirs ? sign * breaker.compare(one, other) : Boolean.compare(mine, theirs);
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }

    // ---- at a point ----

    /** The competition position of a school. Doubles are used where they suffice. */
    int position(int school, FractionVector shares) {
        double[] point = shares.toDoubles();
        int position = 1;
        for (int rival = 0; rival < model.size(); rival++) {
            if (rival != school && isAhead(rival, school, shares, point)) {
                position++;
            }
        }
        return position;
    }

    boolean isAhead(int rival, int school, FractionVector shares) {
        return isAhead(rival, school, shares, shares.toDoubles());
    }

    private boolean isAhead(int rival, int school, FractionVector shares, double[] point) {
        double lead = 0;
        for (int i = 0; i < point.length; i++) {
            lead += (model.value(rival, i) - model.value(school, i)) * point[i];
        }
        double sure = leads.margin() + model.error();
        if (Math.abs(lead) > sure) {
            return lead > 0;
        }
        int sign = rounds
                ? shown(rival, shares).compareTo(shown(school, shares))
                : shares.dot(model.exactDifference(rival, school)).signum();
        return sign > 0 || (sign == 0 && isPreferred(rival, school));
    }

    /** The rounded score. */
    private BigDecimal shown(int row, FractionVector shares) {
        return shares.dot(model.scaled(row))
                .divide(new BigDecimal(shares.denominator()).multiply(model.scale(row)), decimals, rounding);
    }

    // ---- as half-spaces ----

    /** The half-spaces in which a school's score is rounded to a number of units; none if scores are not rounded. */
    List<HalfSpace> rounded(int school, long units) {
        if (!rounds) {
            return List.of();
        }
        return List.of(reaches(school, units), reaches(school, units + 1).other());
    }

    /** The half-space in which a rival is ahead of a school whose score is rounded to this many units. */
    HalfSpace ahead(int rival, int school, long units) {
        boolean preferred = isPreferred(rival, school);
        return rounds
                ? reaches(rival, preferred ? units : units + 1)
                : HalfSpace.ahead(model, rival, school, !preferred);
    }

    /**
     * The half-space that follows from a rival being ahead of a school or not, apart from tie-breakers. If the school's
     * score is rounded to a known number of units, it depends only on the rival's score; otherwise it depends on the
     * rival's lead.
     */
    HalfSpace side(int rival, int school, boolean isAhead, boolean isKnown, long units) {
        HalfSpace ahead = rounds && isKnown ? reaches(rival, units + 1) : HalfSpace.ahead(model, rival, school, true);
        if (isAhead || !rounds || isKnown) {
            return isAhead ? ahead : ahead.other();
        }
        BigDecimal scale = model.scale(school, rival);
        BigDecimal margin = Decimals.of(leads.margin()).multiply(scale);
        return new HalfSpace(model.exactDifference(school, rival), margin.negate(), leads.atMarginToo(), scale);
    }

    /** The half-space in which a score is rounded to at least this many units. */
    HalfSpace reaches(int row, long units) {
        BigDecimal whole = BigDecimal.valueOf(units);
        BigDecimal between = whole.subtract(HALF);
        // Between two whole numbers, directed modes always round in the same direction.
        BigDecimal border =
                Leads.isHalf(rounding) ? between : goesTo(between, whole) ? whole.subtract(BigDecimal.ONE) : whole;
        BigDecimal scale = model.scale(row);
        return new HalfSpace(
                model.scaled(row), border.movePointLeft(decimals).multiply(scale), !goesTo(border, whole), scale);
    }

    private boolean goesTo(BigDecimal units, BigDecimal whole) {
        return units.setScale(0, rounding).compareTo(whole) >= 0;
    }

    static FractionVector normalized(double[] shares) {
        BigDecimal[] parts = new BigDecimal[shares.length];
        BigDecimal whole = BigDecimal.ZERO;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Decimals.of(shares[i]);
            whole = whole.add(parts[i]);
        }
        return FractionVector.of(parts, whole);
    }
}
