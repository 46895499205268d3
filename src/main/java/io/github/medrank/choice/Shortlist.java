package io.github.medrank.choice;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Position;
import io.github.medrank.RankRange;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import io.github.medrank.UnrankedSchool;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The schools that suit a person, best first, with position, fit, certainty and trade-offs.
 *
 * <p>Certainty is never estimated here. It consists of the ranges and probabilities passed to {@link #withRanges} and
 * {@link #withChances}, and is absent without them. {@link Profile#shortlist} and {@link WhatMatters#shortlist} make
 * shortlists.
 */
@Immutable
public final class Shortlist {
    private final Profile profile;
    private final Ranking ranking;
    private final ImmutableList<Suggestion> schools;
    private final ImmutableList<UnrankedSchool> excluded;
    private final String event;

    private Shortlist(
            Profile profile,
            Ranking ranking,
            ImmutableList<Suggestion> schools,
            ImmutableList<UnrankedSchool> excluded,
            String event) {
        this.profile = profile;
        this.ranking = ranking;
        this.schools = schools;
        this.excluded = excluded;
        this.event = event;
    }

    static Shortlist of(Profile profile, Ranking ranking, Ranking usual, IndicatorTable table) {
        ImmutableList.Builder<UnrankedSchool> excluded = ImmutableList.builder();
        ImmutableList.Builder<RankedSchool> kept = ImmutableList.builder();
        for (RankedSchool each : ranking) {
            profile.refusal(table.row(table.rowOf(each.school()).orElseThrow()))
                    .ifPresentOrElse(
                            reason -> excluded.add(new UnrankedSchool(each.school(), reason)), () -> kept.add(each));
        }
        excluded.addAll(ranking.unranked());
        Suggestions suggestions = new Suggestions(profile, ranking, usual, kept.build());
        return new Shortlist(profile, ranking, suggestions.all(), excluded.build(), "");
    }

    /** Computes the suggestion for each school. */
    private static final class Suggestions {
        private final Ranking ranking;
        private final Ranking usual;
        private final ImmutableList<RankedSchool> kept;
        private final ImmutableList<Indicator> mattering; // largest weight first
        private final ImmutableList<BigDecimal> points;
        private final BigDecimal total;
        private final Skyline skyline;
        private final int[] ranked;

        Suggestions(Profile profile, Ranking ranking, Ranking usual, ImmutableList<RankedSchool> kept) {
            this.ranking = ranking;
            this.usual = usual;
            this.kept = kept;
            this.mattering = profile.weights().indicators().stream()
                    .filter(each -> profile.weights().points(each).signum() > 0)
                    .map(each -> ranking.table().column(each).indicator())
                    .sorted(Comparator.comparing(
                                    (Indicator each) -> profile.weights().points(each))
                            .reversed())
                    .collect(ImmutableList.toImmutableList());
            this.points = mattering.stream().map(profile.weights()::points).collect(ImmutableList.toImmutableList());
            this.total = profile.weights().total();
            this.skyline = new Skyline(ranking.table(), mattering);
            this.ranked = ranking.rows().toArray();
        }

        ImmutableList<Suggestion> all() {
            return kept.stream().map(this::suggestion).collect(ImmutableList.toImmutableList());
        }

        private Suggestion suggestion(RankedSchool each) {
            RankedSchool first = kept.get(0);
            return new Suggestion(
                    each,
                    usual(each.school()),
                    fit(each.row()),
                    kept.stream()
                            .filter(other -> skyline.beats(other.row(), each.row()))
                            .map(RankedSchool::school)
                            .collect(ImmutableList.toImmutableList()),
                    each.row() == first.row() ? Optional.empty() : Optional.of(tradeOff(each, first)));
        }

        /** Empty if the methodology refuses to rank: it may need a value that does not matter to the person. */
        private Optional<Position> usual(School school) {
            OptionalInt row = usual.table().rowOf(school);
            return row.isPresent() && usual.placeAt(row.getAsInt()) > 0
                    ? Optional.of(usual.of(school).position())
                    : Optional.empty();
        }

        private double fit(int row) {
            int others = Math.max(1, ranked.length - 1);
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < mattering.size(); i++) {
                int noBetter = skyline.noBetter(i, row, ranked);
                // The count includes the school itself; if it is the only one, no school is before it.
                int counted = ranked.length == 1 ? noBetter : Math.max(0, noBetter - 1);
                sum = sum.add(points.get(i).multiply(BigDecimal.valueOf(counted)));
            }
            return sum.divide(total.multiply(BigDecimal.valueOf(others)), MathContext.DECIMAL64)
                    .doubleValue();
        }

        TradeOff tradeOff(RankedSchool taken, RankedSchool instead) {
            ImmutableList.Builder<TradeOff.Line> better = ImmutableList.builder();
            ImmutableList.Builder<TradeOff.Line> worse = ImmutableList.builder();
            for (int i = 0; i < mattering.size(); i++) {
                Indicator indicator = mattering.get(i);
                Cell mine = ranking.table().column(indicator).cell(taken.row());
                Cell theirs = ranking.table().column(indicator).cell(instead.row());
                int order = skyline.compare(i, taken.row(), instead.row());
                if (order != 0) {
                    (order > 0 ? better : worse).add(new TradeOff.Line(indicator, mine, theirs));
                }
            }
            return new TradeOff(taken.school(), instead.school(), better.build(), worse.build());
        }
    }

    // ---- accessors ----

    /** Returns the profile that the list was made for. */
    public Profile profile() {
        return profile;
    }

    /** Returns the ranking of all schools by the person's weights, including those that do not suit. */
    public Ranking ranking() {
        return ranking;
    }

    /** Returns the schools that suit, best first. */
    public ResultList<Suggestion> schools() {
        return ResultList.copyOf(schools);
    }

    /**
     * Returns the schools that do not suit, in the order of the ranking, and the schools that are not ranked, each with
     * the reasons.
     */
    public ResultList<UnrankedSchool> excluded() {
        return ResultList.copyOf(excluded);
    }

    /**
     * Returns the schools on the list that no other school on it beats on all that matters, being at least as good on
     * every indicator and better on one. A missing value is worse than any number. Every sensible choice is one of
     * these schools, under any weights.
     */
    public ResultList<School> skyline() {
        return schools.stream()
                .filter(Suggestion::isOnSkyline)
                .map(Suggestion::school)
                .collect(ResultList.toResultList());
    }

    /**
     * Returns a school on the list, given its id, name or alias.
     *
     * @throws IllegalArgumentException if the school is not ranked or does not suit; the message says why
     */
    public Suggestion of(String idOrName) {
        School school = ranking.of(idOrName).school();
        for (UnrankedSchool each : excluded) {
            checkArgument(
                    !each.school().equals(school),
                    "school \"%s\" is not on the shortlist: %s",
                    school.name(),
                    each.reason());
        }
        return schools.stream()
                .filter(each -> each.school().equals(school))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "school \"" + school.name() + "\" is not among the first " + schools.size() + " of the list"));
    }

    /**
     * Returns what is won and given up by taking one school instead of another.
     *
     * @param taken id, name or alias of a school, on the list or not
     * @param instead id, name or alias of a school, on the list or not
     */
    public TradeOff tradeOff(String taken, String instead) {
        requireNonNull(taken, "taken");
        requireNonNull(instead, "instead");
        return new Suggestions(profile, ranking, ranking, ImmutableList.of())
                .tradeOff(ranking.of(taken), ranking.of(instead));
    }

    // ---- changed copies ----

    /** Returns the first {@code n} schools of the list; their suggestions are unchanged. */
    public Shortlist top(int n) {
        checkArgument(n >= 0, "top(%s): a number of schools is not negative", n);
        return new Shortlist(profile, ranking, schools.subList(0, Math.min(n, schools.size())), excluded, event);
    }

    /**
     * Returns the list with a range of positions for each school.
     *
     * @param ranges from any analysis, such as {@code RankAcceptability.ranges(0.9)} for the weights of the
     *     {@link #ranking}; a school that is not in the map has no range
     */
    public Shortlist withRanges(Map<School, RankRange> ranges) {
        requireNonNull(ranges, "ranges");
        return with(
                schools.stream().map(each -> each.withRange(Optional.ofNullable(ranges.get(each.school())))), event);
    }

    /**
     * Returns the list with the probability of an event for each school.
     *
     * @param what the event in a few words, such as {@code in the first ten}
     * @param chances probabilities in [0, 1]; a school that is not in the map has no probability
     * @throws IllegalArgumentException if a probability is not in [0, 1]
     */
    public Shortlist withChances(String what, Map<School, Double> chances) {
        requireNonNull(chances, "chances");
        requireNonNull(what, "what");
        chances.forEach((school, chance) -> checkArgument(
                chance >= 0 && chance <= 1,
                "school \"%s\": probability %s (%s); it must be between 0 and 1",
                school.name(),
                chance,
                what));
        return with(
                schools.stream().map(each -> {
                    Double chance = chances.get(each.school());
                    return each.withChance(chance == null ? OptionalDouble.empty() : OptionalDouble.of(chance));
                }),
                what);
    }

    private Shortlist with(Stream<Suggestion> changed, String newEvent) {
        return new Shortlist(profile, ranking, changed.collect(ImmutableList.toImmutableList()), excluded, newEvent);
    }

    /**
     * Returns an aligned table: the position by the person's weights and by the methodology's own, the school, its
     * score and fit, its range and probability if given, and a star for the skyline.
     */
    @Override
    public String toString() {
        boolean ranges = schools.stream().anyMatch(each -> each.range().isPresent());
        boolean chances = schools.stream().anyMatch(each -> each.chance().isPresent());
        TextTable.Builder text = TextTable.builder("#")
                .left("usual")
                .left("School")
                .right("Score")
                .right("Fit");
        if (ranges) {
            text.left("Ranks");
        }
        if (chances) {
            text.right(event);
        }
        text.left("Skyline");
        schools.stream().limit(TextTable.briefRows(schools.size())).forEach(each -> {
            Object[] range = {each.range().map(RankRange::ends).orElse("")};
            Object[] chance = {
                each.chance().isPresent() ? NumberText.percent(each.chance().getAsDouble()) : ""
            };
            text.row(
                    each.position(),
                    each.usual().map(Position::toString).orElse("–"),
                    each.school(),
                    each.score().toPlainString(),
                    NumberText.percent(each.fit()),
                    ranges ? range : new Object[0],
                    chances ? chance : new Object[0],
                    each.isOnSkyline() ? "*" : "");
        });
        schools.stream()
                .map(Suggestion::range)
                .flatMap(Optional::stream)
                .map(RankRange::basis)
                .distinct()
                .forEach(basis -> text.note("ranks: " + basis));
        text.note(excluded.size() + " schools do not suit: excluded()");
        return text.build().brief(schools.size(), "schools()");
    }
}
