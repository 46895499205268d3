package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Breakdown;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Contribution;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A school's strengths and weaknesses by indicator, compared with all other schools, with a peer group, or with the
 * schools just above.
 *
 * <p>A line gives what an indicator adds to the school's score, its mean contribution to the others' scores, and the
 * gap between the two. The gaps plus {@link #aggregation} equal {@link #lead}, the school's score minus the others'
 * mean score, both before rescaling and rounding. A strength is a gap in the school's favour; if smaller scores are
 * better, that is a negative gap.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Indicator.of("papers"), Indicator.of("teaching"))
 *         .row(School.of("Oxford"), 8, 6).row(School.of("Yale"), 6, 7).build();
 * var ranking = Rankers.weightedMean().rank(table, Weights.equal(table.indicators()));
 * Strengths.of(ranking, "Oxford").of(Indicator.of("papers")).gap() // ==> 1
 * }</pre>
 */
@Immutable
public final class Strengths {
    private final School school;
    private final Position position;
    private final String reference;
    private final int peers;
    private final ImmutableList<Line> lines;
    private final Rational aggregation;
    private final Rational lead;
    private final Direction direction;

    /**
     * Compares a school with all other ranked schools. O(n · k) for n schools and k indicators.
     *
     * @param ranking the ranking
     * @param idOrName the school's id, name or alias, as for {@link Ranking#of(String)}
     * @return its strengths and weaknesses
     * @throws IllegalArgumentException if there is no such school, or no other school
     */
    public static Strengths of(Ranking ranking, String idOrName) {
        requireNonNull(ranking, "ranking");
        return against(ranking, ranking.of(idOrName), "all others", each -> true);
    }

    /**
     * Compares a school with a peer group.
     *
     * @param ranking the ranking
     * @param idOrName the school's id, name or alias, as for {@link Ranking#of(String)}
     * @param peers which schools are peers; the school itself is excluded
     * @return its strengths and weaknesses
     * @throws IllegalArgumentException if there is no such school, or no other school matches
     */
    public static Strengths amongPeers(Ranking ranking, String idOrName, Predicate<? super School> peers) {
        requireNonNull(ranking, "ranking");
        requireNonNull(peers, "peers");
        return against(ranking, ranking.of(idOrName), "peers", each -> peers.test(each.school()));
    }

    /**
     * Compares a school with the school at the next better place, or with the mean of the schools that share it.
     *
     * @param ranking the ranking
     * @param idOrName the school's id, name or alias, as for {@link Ranking#of(String)}
     * @return its strengths and weaknesses
     * @throws IllegalArgumentException if there is no such school, or no school is above it
     */
    public static Strengths againstNextAbove(Ranking ranking, String idOrName) {
        requireNonNull(ranking, "ranking");
        RankedSchool mine = ranking.of(idOrName);
        int place = ranking.placeAt(mine.row());
        int above = ranking.stream()
                .mapToInt(each -> ranking.placeAt(each.row()))
                .filter(each -> each < place)
                .max()
                .orElse(0);
        checkArgument(above > 0, "no school is above \"%s\"", mine.school().name());
        List<RankedSchool> next = ranking.stream()
                .filter(each -> ranking.placeAt(each.row()) == above)
                .toList();
        String who = next.size() == 1
                ? next.get(0).school().name()
                : "the " + next.size() + " at " + next.get(0).position();
        return against(ranking, mine, who, each -> ranking.placeAt(each.row()) == above);
    }

    private static Strengths against(
            Ranking ranking, RankedSchool mine, String reference, Predicate<RankedSchool> passes) {
        List<Breakdown> others = ranking.stream()
                .filter(each -> each.row() != mine.row() && passes.test(each))
                .map(RankedSchool::breakdown)
                .toList();
        checkArgument(
                !others.isEmpty(),
                "no other school to compare \"%s\" with",
                mine.school().name());
        Breakdown own = mine.breakdown();
        Rational one = Rational.ratio(BigDecimal.ONE, BigDecimal.valueOf(others.size()));
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        for (int i = 0; i < own.contributions().size(); i++) {
            int at = i;
            Rational mean = sum(others.stream()
                            .map(each -> each.contributions().get(at).amount())
                            .toList())
                    .times(one);
            lines.add(line(ranking, mine, own, own.contributions().get(i), mean));
        }
        Rational rest =
                sum(others.stream().map(Breakdown::aggregation).toList()).times(one);
        Rational theirs =
                sum(others.stream().map(Breakdown::composite).toList()).times(one);
        return new Strengths(
                own.school(),
                own.position(),
                reference,
                others.size(),
                lines.build(),
                own.aggregation().minus(rest),
                own.composite().minus(theirs),
                ranking.scores().direction());
    }

    private static Line line(Ranking ranking, RankedSchool mine, Breakdown own, Contribution part, Rational mean) {
        Column column = ranking.table().column(part.indicator());
        double sign = column.indicator().direction() == Direction.HIGHER_IS_BETTER ? 1 : -1;
        int ranked = 0;
        int better = 0;
        for (RankedSchool each : ranking) {
            if (column.isPresent(each.row())) {
                ranked++;
                boolean ahead = column.isPresent(mine.row())
                        && sign * column.value(each.row()) > sign * column.value(mine.row());
                better += ahead ? 1 : 0;
            }
        }
        return new Line(
                part.indicator(),
                part.value(),
                column.isPresent(mine.row()) ? OptionalInt.of(better + 1) : OptionalInt.empty(),
                ranked,
                part.points(),
                part.amount(),
                share(part.amount(), own.composite()),
                mean);
    }

    private static Optional<Rational> share(Rational contribution, Rational whole) {
        return whole.signum() == 0 ? Optional.empty() : Optional.of(contribution.dividedBy(whole));
    }

    private static Rational sum(List<Rational> parts) {
        return parts.stream().reduce(Rational.ZERO, Rational::plus);
    }

    private Strengths(
            School school,
            Position position,
            String reference,
            int peers,
            ImmutableList<Line> lines,
            Rational aggregation,
            Rational lead,
            Direction direction) {
        this.school = school;
        this.position = position;
        this.reference = reference;
        this.peers = peers;
        this.lines = lines;
        this.aggregation = aggregation;
        this.lead = lead;
        this.direction = direction;
    }

    /** Returns the school. */
    public School school() {
        return school;
    }

    /** Returns the school's position. */
    public Position position() {
        return position;
    }

    /** Returns the schools it is compared with, in words. */
    public String reference() {
        return reference;
    }

    /** Returns the number of schools it is compared with. */
    public int peers() {
        return peers;
    }

    /** Returns the lines, one per indicator, in the table's order. */
    public ResultList<Line> lines() {
        return ResultList.copyOf(lines);
    }

    /** Returns the part of the lead that is not in the gaps; zero if scores are weighted sums. */
    public Rational aggregation() {
        return aggregation;
    }

    /** Returns the school's score minus the mean score of the others, before rescaling and rounding. */
    public Rational lead() {
        return lead;
    }

    /** Returns whether larger or smaller scores are better. */
    public Direction direction() {
        return direction;
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
                        () -> new IllegalArgumentException("no indicator \"" + indicator.id() + "\" in the ranking"));
    }

    /** Returns the indicators in which the school is ahead of the others, largest gap first. */
    public ResultList<Line> strengths() {
        return ResultList.copyOf(ahead(1));
    }

    /** Returns the indicators in which the school is behind the others, largest gap first. */
    public ResultList<Line> weaknesses() {
        return ResultList.copyOf(ahead(-1));
    }

    private ImmutableList<Line> ahead(int side) {
        int sign = direction == Direction.HIGHER_IS_BETTER ? side : -side;
        Comparator<Line> rising = Comparator.comparing(Line::gap);
        return lines.stream()
                .filter(line -> line.gap().signum() == sign)
                .sorted(sign > 0 ? rising.reversed() : rising)
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the lines summed by groups of indicators. The gaps of the pillars add up like those of the lines.
     *
     * @param pillars the name of the group of each indicator; an indicator that is not listed forms a group of its own
     *     name
     * @return the groups, in the order of their first indicators
     */
    public ResultList<Pillar> byPillar(Map<Indicator, String> pillars) {
        requireNonNull(pillars, "pillars");
        Rational whole = sum(lines.stream().map(Line::contribution).toList());
        Map<String, Pillar> groups = new LinkedHashMap<>();
        for (Line line : lines) {
            String name =
                    pillars.getOrDefault(line.indicator(), line.indicator().name());
            Pillar before = groups.getOrDefault(name, new Pillar(name, Rational.ZERO, Optional.empty(), Rational.ZERO));
            Rational contribution = before.contribution().plus(line.contribution());
            groups.put(
                    name,
                    new Pillar(
                            name,
                            contribution,
                            share(contribution, whole),
                            before.reference().plus(line.reference())));
        }
        return ResultList.copyOf(groups.values());
    }

    /** Returns whether the other object has equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Strengths that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(school, position, reference, peers, lines, aggregation, lead, direction);
    }

    /** Returns an aligned table whose last column adds up to the lead. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder(school.name() + ", " + position)
                .right("value")
                .right("place")
                .right("contribution")
                .right(reference)
                .right("gap");
        for (Line line : lines) {
            String place = line.place().isPresent() ? line.place().getAsInt() + " of " + line.ranked() : "–";
            text.row(
                    line.indicator().name(),
                    line.value(),
                    place,
                    Show.number(line.contribution()),
                    Show.number(line.reference()),
                    Show.signed(line.gap()));
        }
        if (aggregation.signum() != 0) {
            text.row("aggregation", "", "", "", "", Show.signed(aggregation));
        }
        return text.row("lead", "", "", "", "", Show.signed(lead)).build().toString();
    }

    /** The comparison on one indicator. */
    @Immutable
    public static final class Line {
        private final Indicator indicator;
        private final Cell value;
        private final OptionalInt place;
        private final int ranked;
        private final BigDecimal points;
        private final Rational contribution;
        private final Optional<Rational> share;
        private final Rational reference;

        private Line(
                Indicator indicator,
                Cell value,
                OptionalInt place,
                int ranked,
                BigDecimal points,
                Rational contribution,
                Optional<Rational> share,
                Rational reference) {
            this.indicator = indicator;
            this.value = value;
            this.place = place;
            this.ranked = ranked;
            this.points = points;
            this.contribution = contribution;
            this.share = share;
            this.reference = reference;
        }

        /** Returns the indicator. */
        public Indicator indicator() {
            return indicator;
        }

        /** Returns the given value, or the reason why it is missing. */
        public Cell value() {
            return value;
        }

        /**
         * Returns the school's competition place on the given values of this indicator; empty if its value is missing.
         */
        public OptionalInt place() {
            return place;
        }

        /** Returns the number of ranked schools that have a value. */
        public int ranked() {
            return ranked;
        }

        /** Returns the indicator's points as written. */
        public BigDecimal points() {
            return points;
        }

        /** Returns what the indicator adds to the school's score. */
        public Rational contribution() {
            return contribution;
        }

        /** Returns the indicator's part of the school's score; empty if the score is zero. */
        public Optional<Rational> share() {
            return share;
        }

        /** Returns what the indicator adds to the others' scores on average. */
        public Rational reference() {
            return reference;
        }

        /** Returns the contribution minus the reference, that is, what the indicator adds to the school's lead. */
        public Rational gap() {
            return contribution.minus(reference);
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
            return List.of(indicator, value, place, ranked, points, contribution, share, reference);
        }

        /** Returns the line in words. */
        @Override
        public String toString() {
            return indicator.name() + ": " + Show.number(contribution) + " against " + Show.number(reference) + ", "
                    + Show.signed(gap());
        }
    }

    /** The comparison on a group of indicators. */
    @Immutable
    public static final class Pillar {
        private final String name;
        private final Rational contribution;
        private final Optional<Rational> share;
        private final Rational reference;

        private Pillar(String name, Rational contribution, Optional<Rational> share, Rational reference) {
            this.name = name;
            this.contribution = contribution;
            this.share = share;
            this.reference = reference;
        }

        /** Returns the name of the group. */
        public String name() {
            return name;
        }

        /** Returns what the indicators of the group add to the school's score. */
        public Rational contribution() {
            return contribution;
        }

        /** Returns the group's part of the school's score; empty if the score is zero. */
        public Optional<Rational> share() {
            return share;
        }

        /** Returns what the indicators of the group add to the others' scores on average. */
        public Rational reference() {
            return reference;
        }

        /** Returns the contribution minus the reference, that is, what the pillar adds to the school's lead. */
        public Rational gap() {
            return contribution.minus(reference);
        }

        /** Returns whether the other object has equal parts. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Pillar that && parts().equals(that.parts());
        }

        @Override
        public int hashCode() {
            return parts().hashCode();
        }

        private List<Object> parts() {
            return List.of(name, contribution, share, reference);
        }

        /** Returns the line in words. */
        @Override
        public String toString() {
            return name + ": " + Show.number(contribution) + " against " + Show.number(reference) + ", "
                    + Show.signed(gap());
        }
    }
}
