package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Breakdown;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An explanation of a score that need not be a sum of parts: the Shapley value of each indicator (Shapley 1953).
 *
 * <p>The worth of a set of indicators is the school's score, before rescaling, if all other indicators are at a stated
 * baseline on the normalised scale and every other school stays the same. The Shapley value of an indicator is what it
 * adds on average, over all orders in which the indicators may be switched from the baseline to the school's own
 * values.
 *
 * <p>The base, the lines, {@link #rescaling} and {@link #rounding} add up exactly to the presented score. For a
 * weighted mean, a line is share × (value − baseline).
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("a"), Indicator.of("b"))
 *         .row(School.of("Yale"), 3, 5).build();
 * var weakest = Methodology.builder("weakest")
 *         .ranker((t, w) -> Ranking.byScore(t, w, row -> row.min())).build();
 * ShapleyBreakdown.of(weakest, table, "Yale", Baseline.at(0)).of(Indicator.of("a"))
 *         .contribution() // ==> 1.5
 * }</pre>
 */
@Immutable
public final class ShapleyBreakdown {
    private final School school;
    private final String baseline;
    private final Rational base;
    private final ImmutableList<Line> lines;
    private final Rational rescaling;
    private final Rational rounding;
    private final BigDecimal score;

    /**
     * Explains a school's score.
     *
     * <p>Takes 2<sup>k</sup> rankings of the table for k indicators.
     *
     * @param methodology the methodology
     * @param table the table
     * @param idOrName the school's id, name or alias, as for {@link Ranking#of(String)}
     * @param baseline the values of indicators that are not counted
     * @return the breakdown
     * @throws IllegalArgumentException if there is no such school, there are more than 12 indicators, or the ranker
     *     rejects the school with some indicators at the baseline
     */
    public static ShapleyBreakdown of(
            Methodology methodology, IndicatorTable table, String idOrName, Baseline baseline) {
        requireNonNull(methodology, "methodology");
        requireNonNull(baseline, "baseline");
        Ranking ranking = methodology.rank(table);
        RankedSchool mine = ranking.of(idOrName);
        int k = ranking.weights().indicators().size();
        checkArgument(
                k <= Shapley.MOST_PLAYERS,
                "Shapley values are exact for up to %s indicators; the table has %s",
                Shapley.MOST_PLAYERS,
                k);
        List<Column> columns = ranking.normalized().columns();
        List<Column> based = columns.stream()
                .map(column -> Columns.with(column, mine.row(), baseline.of(ranking, column)))
                .toList();
        ImmutableList<Rational> parts = Shapley.values(k, mask -> {
            IndicatorTable mixed = ranking.normalized();
            for (int i = 0; i < k; i++) {
                mixed = (mask >> i & 1) == 1 ? mixed : mixed.withColumn(based.get(i));
            }
            return score(methodology.ranker().rank(mixed, ranking.weights()), mine);
        });
        return add(ranking, mine, baseline.toString(), based, parts);
    }

    private static ShapleyBreakdown add(
            Ranking ranking, RankedSchool mine, String baseline, List<Column> based, List<Rational> parts) {
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        Rational sum = Rational.ZERO;
        for (int i = 0; i < parts.size(); i++) {
            Column column = ranking.normalized().columns().get(i);
            lines.add(new Line(
                    column.indicator(), column.cell(mine.row()), based.get(i).cell(mine.row()), parts.get(i)));
            sum = sum.plus(parts.get(i));
        }
        Breakdown whole = mine.breakdown();
        return new ShapleyBreakdown(
                mine.school(),
                baseline,
                whole.composite().minus(sum),
                lines.build(),
                whole.rescaling(),
                whole.rounding(),
                whole.score());
    }

    private static Rational score(Ranking mixed, RankedSchool mine) {
        checkArgument(
                mixed.scores().unranked(mine.row()).isEmpty(),
                "school \"%s\" has no score with some indicators at the baseline: %s",
                mine.school().name(),
                mixed.scores().unranked(mine.row()).orElse(""));
        return mixed.scores().exact(mine.row());
    }

    private ShapleyBreakdown(
            School school,
            String baseline,
            Rational base,
            ImmutableList<Line> lines,
            Rational rescaling,
            Rational rounding,
            BigDecimal score) {
        this.school = school;
        this.baseline = baseline;
        this.base = base;
        this.lines = lines;
        this.rescaling = rescaling;
        this.rounding = rounding;
        this.score = score;
    }

    /** Returns the school. */
    public School school() {
        return school;
    }

    /** Returns the baseline in words. */
    public String baseline() {
        return baseline;
    }

    /** Returns the score with every indicator at the baseline. */
    public Rational base() {
        return base;
    }

    /** Returns the lines, one per indicator, in the table's order. */
    public ResultList<Line> lines() {
        return ResultList.copyOf(lines);
    }

    /** Returns what rescaling adds. */
    public Rational rescaling() {
        return rescaling;
    }

    /** Returns what rounding adds. */
    public Rational rounding() {
        return rounding;
    }

    /** Returns the score as presented. */
    public BigDecimal score() {
        return score;
    }

    /**
     * Returns the line of an indicator.
     *
     * @throws IllegalArgumentException if the indicator has no line here
     */
    public Line of(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        return lines.stream()
                .filter(line -> line.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no indicator \"" + indicator.id() + "\" in the breakdown"));
    }

    /** Returns whether the other object has equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ShapleyBreakdown that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(school, baseline, base, lines, rescaling, rounding, score);
    }

    /** Returns an aligned table whose last column adds up. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder(school.name())
                .right("normalized")
                .right("baseline")
                .right("contribution");
        text.row("base: " + baseline, "", "", Show.number(base));
        for (Line line : lines) {
            text.row(line.indicator().name(), line.value(), line.baseline(), Show.signed(line.contribution()));
        }
        if (rescaling.signum() != 0) {
            text.row("rescaling", "", "", Show.signed(rescaling));
        }
        if (rounding.signum() != 0) {
            text.row("rounding", "", "", Show.signed(rounding));
        }
        return text.row("score", "", "", score.toPlainString()).build().toString();
    }

    /** The part of one indicator. */
    @Immutable
    public static final class Line {
        private final Indicator indicator;
        private final Cell value;
        private final Cell baseline;
        private final Rational contribution;

        private Line(Indicator indicator, Cell value, Cell baseline, Rational contribution) {
            this.indicator = indicator;
            this.value = value;
            this.baseline = baseline;
            this.contribution = contribution;
        }

        /** Returns the indicator. */
        public Indicator indicator() {
            return indicator;
        }

        /** Returns the normalised value. */
        public Cell value() {
            return value;
        }

        /** Returns the baseline value, used when the indicator is not counted. */
        public Cell baseline() {
            return baseline;
        }

        /** Returns the indicator's Shapley value: what it adds to the score. */
        public Rational contribution() {
            return contribution;
        }

        /** Returns whether the other object has equal parts. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Line that && parts().equals(that.parts());
        }

        @Override
        public int hashCode() {
            return parts().hashCode();
        }

        private List<Object> parts() {
            return List.of(indicator, value, baseline, contribution);
        }

        /** Returns the line in words. */
        @Override
        public String toString() {
            return indicator.name() + ": " + value + " from " + baseline + ", " + Show.signed(contribution);
        }
    }
}
