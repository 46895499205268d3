package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Breakdown;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Contribution;
import io.github.medrank.Indicator;
import io.github.medrank.Presentation;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.ResultList;
import io.github.medrank.TextTable;
import io.github.medrank.exact.Decimals;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An explanation of why one school is above another: difference × share of the weight for each indicator, adding up to
 * the margin.
 *
 * <p>The contributions of the lines plus {@link #aggregation} equal {@link #margin}. Adding {@link #rescaling} and
 * {@link #rounding} gives {@link #lead}, the difference between the scores as presented. All sums are exact. If scores
 * are weighted sums, {@link #aggregation} is zero, and the duel also shows which weights would reverse it.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("papers"), Indicator.of("teaching"))
 *         .row(School.of("Oxford"), 9, 6).row(School.of("Yale"), 6, 7).build();
 * var duel = Duel.of(
 *         Rankers.weightedMean().rank(table, Weights.equal(table.indicators())), "Oxford", "Yale");
 * duel.margin() // ==> 1
 * duel.reversals().get(0) // ==> papers: a share below 25 % (now 50 %)
 * }</pre>
 */
@Immutable
public final class Duel {
    private final Side first;
    private final Side second;
    private final ImmutableList<Line> lines;
    private final Rational aggregation;
    private final Rational rescaling;
    private final Rational rounding;
    private final BigDecimal lead;
    private final boolean linear;
    private final Optional<Indicator> tieBreaker;

    /**
     * Compares two schools of a ranking. O(n · k), since it checks whether all n scores are weighted means.
     *
     * @param ranking the ranking
     * @param first the first school's id, name or alias, as for {@link Ranking#of(String)}
     * @param second the second school's id, name or alias
     * @return the duel
     * @throws IllegalArgumentException if there is no such school, or both are the same
     */
    public static Duel of(Ranking ranking, String first, String second) {
        requireNonNull(ranking, "ranking");
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        RankedSchool one = ranking.of(first);
        RankedSchool other = ranking.of(second);
        checkArgument(one.row() != other.row(), "\"%s\" and \"%s\" are the same school", first, second);
        Breakdown mine = one.breakdown();
        Breakdown theirs = other.breakdown();
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        for (int i = 0; i < mine.contributions().size(); i++) {
            lines.add(line(
                    ranking, mine.contributions().get(i), theirs.contributions().get(i)));
        }
        return new Duel(
                side(one),
                side(other),
                lines.build(),
                mine.aggregation().minus(theirs.aggregation()),
                mine.rescaling().minus(theirs.rescaling()),
                mine.rounding().minus(theirs.rounding()),
                mine.score().subtract(theirs.score()),
                isLinear(ranking),
                tieBreaker(ranking, one, other));
    }

    /** The first tie-breaker that differs, if the deciding scores are equal. */
    private static Optional<Indicator> tieBreaker(Ranking ranking, RankedSchool one, RankedSchool other) {
        Presentation shown = ranking.presentation();
        boolean rounded = shown.decimals().isPresent() && shown.ranksRounded();
        boolean level = rounded
                ? one.score().compareTo(other.score()) == 0
                : one.exactScore().equals(other.exactScore());
        return shown.tieBreakers().stream()
                .filter(each -> level && differ(ranking.normalized().column(each), one.row(), other.row()))
                .findFirst();
    }

    private static boolean differ(Column column, int one, int other) {
        return column.isPresent(one) != column.isPresent(other)
                || (column.isPresent(one) && column.decimal(one).compareTo(column.decimal(other)) != 0);
    }

    private static Side side(RankedSchool school) {
        return new Side(school.school().name(), school.position().toString(), school.score());
    }

    private static Line line(Ranking ranking, Contribution mine, Contribution theirs) {
        return new Line(
                mine.indicator(),
                mine.normalized(),
                theirs.normalized(),
                value(mine.normalized()).subtract(value(theirs.normalized())),
                Rational.ratio(mine.points(), ranking.weights().total()),
                mine.amount().minus(theirs.amount()));
    }

    private static BigDecimal value(Cell cell) {
        return cell.isPresent() ? Decimals.of(cell.value().getAsDouble()) : BigDecimal.ZERO;
    }

    private static boolean isLinear(Ranking ranking) {
        return ranking.stream().allMatch(each -> isLinear(ranking, each.breakdown()));
    }

    private static boolean isLinear(Ranking ranking, Breakdown breakdown) {
        return breakdown.aggregation().signum() == 0
                && breakdown.contributions().stream()
                        .allMatch(part -> part.normalized().isPresent()
                                && part.amount()
                                        .equals(Rational.ratio(
                                                part.points().multiply(value(part.normalized())),
                                                ranking.weights().total())));
    }

    private Duel(
            Side first,
            Side second,
            ImmutableList<Line> lines,
            Rational aggregation,
            Rational rescaling,
            Rational rounding,
            BigDecimal lead,
            boolean linear,
            Optional<Indicator> tieBreaker) {
        this.first = first;
        this.second = second;
        this.lines = lines;
        this.aggregation = aggregation;
        this.rescaling = rescaling;
        this.rounding = rounding;
        this.lead = lead;
        this.linear = linear;
        this.tieBreaker = tieBreaker;
    }

    /** Returns the first school, with its position and score. */
    public Side first() {
        return first;
    }

    /** Returns the second school, with its position and score. */
    public Side second() {
        return second;
    }

    /** Returns the lines, one per indicator, in the table's order. */
    public ResultList<Line> lines() {
        return ResultList.copyOf(lines);
    }

    /** Returns the part of the margin that is not in the lines; zero if scores are weighted sums. */
    public Rational aggregation() {
        return aggregation;
    }

    /** Returns what rescaling adds to the margin. */
    public Rational rescaling() {
        return rescaling;
    }

    /** Returns what rounding the two scores adds to the margin. */
    public Rational rounding() {
        return rounding;
    }

    /** Returns the first school's presented score minus the second's. */
    public BigDecimal lead() {
        return lead;
    }

    /**
     * Returns whether every score in the ranking is the weighted mean of the normalised values. Only then are reversals
     * known.
     */
    public boolean linear() {
        return linear;
    }

    /**
     * Returns the tie-breaker that decides between the schools if their deciding scores are equal; empty if the scores
     * differ, or if no tie-breaker differs.
     */
    public Optional<Indicator> tieBreaker() {
        return tieBreaker;
    }

    /**
     * Returns the first school's exact score minus the second's, before rescaling and rounding. If larger scores are
     * better, it is negative when the second school leads; if smaller scores are better, as after
     * {@code Rankers.lessIsBetter}, when the first leads.
     */
    public Rational margin() {
        Rational sum = aggregation;
        for (Line line : lines) {
            sum = sum.plus(line.contribution());
        }
        return sum;
    }

    /**
     * Returns, in the table's order, the share of each indicator at which the lead changes on exact scores, if the
     * other indicators keep their proportions.
     *
     * @return no entry for an indicator that alone cannot reverse the duel; empty if the schools tie, or the ranking is
     *     not {@link #linear}
     */
    public ResultList<Reversal> reversals() {
        ImmutableList.Builder<Reversal> reversals = ImmutableList.builder();
        lines.forEach(line -> reversal(line).ifPresent(reversals::add));
        return ResultList.copyOf(reversals.build());
    }

    private Optional<Reversal> reversal(Line line) {
        Rational one = Rational.of(BigDecimal.ONE);
        Rational others = one.minus(line.share());
        Rational margin = margin();
        if (!linear || margin.signum() == 0 || others.signum() == 0) {
            return Optional.empty();
        }
        // With a share of t, the margin is t·own + (1 − t)·rest.
        Rational own = Rational.of(line.difference());
        Rational rest = margin.minus(line.contribution()).dividedBy(others);
        if (own.signum() != -margin.signum() && rest.signum() != -margin.signum()) {
            return Optional.empty();
        }
        Rational tie = rest.dividedBy(rest.minus(own));
        return Optional.of(new Reversal(line.indicator(), line.share(), tie));
    }

    /**
     * Returns the least weight that must move between indicators for the exact scores to tie; any more reverses the
     * duel.
     *
     * <p>Weight moves from the indicators that favour the leader most to the one that favours the other school most,
     * which is the optimum of this linear program.
     *
     * @return the shares at the tie; empty if no weights reverse the duel because the leader is behind on no indicator,
     *     if the schools already tie, or if the ranking is not {@link #linear}
     */
    public Optional<WeightShift> leastShift() {
        int leader = margin().signum();
        return linear && leader != 0 ? WeightShift.of(lines, margin(), leader) : Optional.empty();
    }

    /** Returns whether the other object has equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Duel that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(first, second, lines, aggregation, rescaling, rounding, lead, linear, tieBreaker);
    }

    /** Returns an aligned table whose last column adds up to the lead. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder("")
                .right(first.name())
                .right(second.name())
                .right("difference")
                .right("share")
                .right("contribution");
        text.row("position", first.position(), second.position(), "", "", "");
        for (Line line : lines) {
            text.row(
                    line.indicator().name(),
                    line.first(),
                    line.second(),
                    (line.difference().signum() > 0 ? "+" : "") + NumberText.plain(line.difference()),
                    Show.percent(line.share()),
                    Show.signed(line.contribution()));
        }
        rest(text, "aggregation", aggregation);
        rest(text, "rescaling", rescaling);
        rest(text, "rounding", rounding);
        tieBreaker.ifPresent(each -> text.note("equal scores; the tie is broken by " + each.name()));
        return text.row(
                        "score",
                        first.score().toPlainString(),
                        second.score().toPlainString(),
                        "",
                        "",
                        (lead.signum() > 0 ? "+" : "") + lead.toPlainString())
                .build()
                .toString();
    }

    private static void rest(TextTable.Builder text, String name, Rational contribution) {
        if (contribution.signum() != 0) {
            text.row(name, "", "", "", "", Show.signed(contribution));
        }
    }

    /** One of the two schools. */
    @Immutable
    public static final class Side {
        private final String name;
        private final String position;
        private final BigDecimal score;

        private Side(String name, String position, BigDecimal score) {
            this.name = name;
            this.position = position;
            this.score = score;
        }

        /** Returns the school's name. */
        public String name() {
            return name;
        }

        /** Returns the school's position as it is shown. */
        public String position() {
            return position;
        }

        /** Returns the school's score as presented. */
        public BigDecimal score() {
            return score;
        }

        /** Returns whether the other object has equal parts. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Side that && parts().equals(that.parts());
        }

        @Override
        public int hashCode() {
            return parts().hashCode();
        }

        private List<Object> parts() {
            return List.of(name, position, score);
        }

        /** Returns the school, its position and its score in words. */
        @Override
        public String toString() {
            return name + ", " + position + ", " + score.toPlainString();
        }
    }

    /** The comparison of the two schools on one indicator. */
    @Immutable
    public static final class Line {
        private final Indicator indicator;
        private final Cell first;
        private final Cell second;
        private final BigDecimal difference;
        private final Rational share;
        private final Rational contribution;

        private Line(
                Indicator indicator,
                Cell first,
                Cell second,
                BigDecimal difference,
                Rational share,
                Rational contribution) {
            this.indicator = indicator;
            this.first = first;
            this.second = second;
            this.difference = difference;
            this.share = share;
            this.contribution = contribution;
        }

        /** Returns the indicator. */
        public Indicator indicator() {
            return indicator;
        }

        /** Returns the first school's normalised value. */
        public Cell first() {
            return first;
        }

        /** Returns the second school's normalised value. */
        public Cell second() {
            return second;
        }

        /** Returns the first school's value minus the second's; a missing value counts as zero. */
        public BigDecimal difference() {
            return difference;
        }

        /** Returns the indicator's share of the weight. */
        public Rational share() {
            return share;
        }

        /** Returns what the indicator adds to the margin; this is share × difference if scores are weighted sums. */
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
            return List.of(indicator, first, second, difference, share, contribution);
        }

        /** Returns the line in words. */
        @Override
        public String toString() {
            return indicator.name() + ": " + first + " against " + second + ", " + Show.signed(contribution);
        }
    }

    /**
     * A share of one indicator at which the two schools tie, if the other indicators keep their proportions. Beyond it
     * the other school leads.
     */
    @Immutable
    public static final class Reversal {
        private final Indicator indicator;
        private final Rational now;
        private final Rational tie;

        private Reversal(Indicator indicator, Rational now, Rational tie) {
            this.indicator = indicator;
            this.now = now;
            this.tie = tie;
        }

        /** Returns the indicator. */
        public Indicator indicator() {
            return indicator;
        }

        /** Returns the indicator's present share. */
        public Rational now() {
            return now;
        }

        /** Returns the share at which the exact scores tie, in [0, 1]. */
        public Rational tie() {
            return tie;
        }

        /** Returns whether the other object has equal parts. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Reversal that && parts().equals(that.parts());
        }

        @Override
        public int hashCode() {
            return parts().hashCode();
        }

        private List<Object> parts() {
            return List.of(indicator, now, tie);
        }

        /** Returns the reversal in words, with shares as percentages to two decimals. */
        @Override
        public String toString() {
            String side = tie.compareTo(now) > 0 ? "above " : "below ";
            return indicator.name() + ": a share " + side + Show.percent(tie) + " (now " + Show.percent(now) + ")";
        }
    }
}
