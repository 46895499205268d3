package io.github.medrank.choice;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Column;
import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.exact.SafeText;

/** A methodology and a table prepared for preferences: normalised values, with indicators and schools found by name. */
final class ChoiceModel {
    /** How far a value may be off a straight line, relative to the range of the normalised values. */
    private static final double STRAIGHT = 1e-9;

    private final Methodology methodology;
    private final IndicatorTable given;
    private final Ranking ranking;
    private final IndicatorTable table;

    private ChoiceModel(Methodology methodology, IndicatorTable given) {
        checkArgument(
                methodology.ranker().isLinear(),
                "preferences need a ranker that is a weighted mean; methodology \"%s\" ranks by %s",
                methodology.name(),
                methodology.ranker());
        this.methodology = methodology;
        this.given = requireNonNull(given, "table");
        this.ranking = methodology.rank(given);
        this.table = ranking.normalized();
    }

    static ChoiceModel of(Methodology methodology, IndicatorTable given) {
        return new ChoiceModel(requireNonNull(methodology, "methodology"), given);
    }

    Methodology methodology() {
        return methodology;
    }

    /** The table as given. */
    IndicatorTable given() {
        return given;
    }

    Ranking ranking() {
        return ranking;
    }

    ImmutableList<Indicator> indicators() {
        return table.indicators();
    }

    Column column(Indicator indicator) {
        return table.column(indicator);
    }

    /** The values as given. */
    Column raw(Indicator indicator) {
        return ranking.table().column(indicator);
    }

    /** The rows of the ranked schools, best first by the methodology's own weights. */
    int[] rows() {
        return ranking.rows().toArray();
    }

    School school(int row) {
        return table.schools().get(row);
    }

    Draws draws() {
        return methodology.ranker().over(table, indicators(), methodology.presentation());
    }

    Indicator indicator(String idOrName) {
        requireNonNull(idOrName, "indicator");
        return indicators().stream()
                .filter(each -> each.id().equals(idOrName) || each.name().equals(idOrName))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("no indicator \"" + SafeText.line(idOrName) + "\"; there are "
                                + indicators().stream().map(Indicator::id).toList()));
    }

    /** The lead of one school over another on each indicator; indicators without a difference are left out. */
    ImmutableMap<Indicator, Double> lead(School ahead, School behind) {
        int a = ranking.of(ahead).row();
        int b = ranking.of(behind).row();
        ImmutableMap.Builder<Indicator, Double> lead = ImmutableMap.builder();
        for (Indicator indicator : indicators()) {
            double difference = difference(indicator, a, b);
            if (difference != 0) {
                lead.put(indicator, difference);
            }
        }
        ImmutableMap<Indicator, Double> all = lead.buildOrThrow();
        checkArgument(
                !all.isEmpty(),
                "schools \"%s\" and \"%s\" have the same values, so no weights tell them apart",
                ahead.name(),
                behind.name());
        return all;
    }

    /**
     * The difference of two normalised values, computed from the decimals that they print rather than from the doubles.
     */
    double difference(Indicator indicator, int a, int b) {
        Column column = table.column(indicator);
        return column.isDecimal()
                ? column.decimal(a).subtract(column.decimal(b)).doubleValue()
                : column.exact(a).minus(column.exact(b)).doubleValue();
    }

    /** The difference between the worst and the best value of the table, on the normalised scale. */
    double swing(Indicator indicator) {
        int best = extreme(table.column(indicator), 1);
        int worst = extreme(table.column(indicator), -1);
        double swing = difference(indicator, best, worst);
        checkArgument(
                swing > 0,
                "indicator \"%s\" has the same value for all schools, so there is no swing from worst to best",
                indicator.id());
        return swing;
    }

    private int extreme(Column column, int sign) {
        int extreme = -1;
        for (int row : rows()) {
            if (extreme < 0 || sign * column.value(row) > sign * column.value(extreme)) {
                extreme = row;
            }
        }
        return extreme;
    }

    /** The rise of the normalised value per unit of the indicator, in the better direction; positive. */
    double slope(Indicator indicator) {
        Column raw = raw(indicator);
        int low = -1;
        int high = -1;
        for (int row : rows()) {
            if (raw.isPresent(row)) {
                low = low < 0 || raw.value(row) < raw.value(low) ? row : low;
                high = high < 0 || raw.value(row) > raw.value(high) ? row : high;
            }
        }
        checkArgument(
                low >= 0 && raw.value(low) < raw.value(high),
                "indicator \"%s\" has the same value for all schools, so the worth of a unit is unknown",
                indicator.id());
        double rise = difference(indicator, high, low);
        double run = raw.value(high) - raw.value(low);
        for (int row : rows()) {
            if (raw.isPresent(row)) {
                double off = difference(indicator, row, low) - rise * ((raw.value(row) - raw.value(low)) / run);
                checkArgument(
                        Math.abs(off) <= STRAIGHT * Math.abs(rise),
                        "indicator \"%s\": school \"%s\" shows that its normalised value is not a linear function of its value,"
                                + " so a unit is not worth the same everywhere; compare schools instead of trading units",
                        indicator.id(),
                        school(row).name());
            }
        }
        return Math.abs(rise / run);
    }
}
