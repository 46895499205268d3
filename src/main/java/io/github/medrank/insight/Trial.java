package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Tries values for one school and one goal until the goal is reached or lost, and confirms the result by ranking. */
final class Trial {
    private final WhatMustChange grid;
    private final School school;
    private final Goal goal;
    private final Standing now;
    private final Optional<RankedSchool> ranked;
    private final Field field;
    /** Ranks the table for one value after another if necessary; its answers are final. */
    private final RankedField truth;

    Trial(WhatMustChange grid, School school, Goal stated) {
        this.grid = grid;
        this.school = school;
        this.ranked = find(grid.ranking(), school);
        double rank = ranked.map(each -> Show.position(grid.ranking(), each)).orElse(0.0);
        this.goal = stated.of(grid.ranking(), school, rank);
        this.now = RankedField.standing(grid.ranking(), school, goal.rival());
        this.field = grid.quickField(school, goal);
        this.truth = grid.rankedField(school, goal, false);
    }

    private static Optional<RankedSchool> find(Ranking ranking, School school) {
        return RankedField.standing(ranking, school, null).place() == 0
                ? Optional.empty()
                : Optional.of(ranking.of(school));
    }

    /** The school as ranked after changes; empty if it is not ranked. */
    private Optional<RankedSchool> ranked(ImmutableMap<Indicator, BigDecimal> changes) {
        return truth.rank(changes).flatMap(ranking -> find(ranking, school));
    }

    // ---- upwards ----

    Requirements requirements() {
        boolean reached = goal.isReachedBy(now);
        ImmutableList<Requirement> lines = grid.table().indicators().stream()
                .map(indicator -> reached ? unchanged(indicator, true) : requirement(indicator))
                .collect(ImmutableList.toImmutableList());
        return new Requirements(school, ranked.map(RankedSchool::position), goal, reached, lines);
    }

    private Requirement unchanged(Indicator indicator, boolean attainable) {
        Cell cell = grid.table().cell(school, indicator);
        return new Requirement(
                indicator, cell, cell, attainable, ranked.map(RankedSchool::position), ranked.map(RankedSchool::score));
    }

    private Requirement requirement(Indicator indicator) {
        Steps steps = grid.steps(school, indicator, true);
        long first = leastReaching(steps, indicator, field);
        if (!confirms(steps, indicator, first)) {
            first = leastReaching(steps, indicator, truth);
        }
        return first > steps.count() ? atBest(indicator, steps) : line(indicator, steps, first, true);
    }

    private long leastReaching(Steps steps, Indicator indicator, Field in) {
        LongPredicate reaches = index -> goal.isReachedBy(standing(in, indicator, steps, index));
        if (!in.isMonotone() || goal.isMonotone()) {
            return Search.first(steps.count(), in.isMonotone(), indicator.id(), reaches);
        }
        // To hold a position alone, reach the place first; a further step may then change how many schools share it.
        Goal place = Goal.position(goal.place());
        long from = Search.first(
                steps.count(), true, indicator.id(), index -> place.isReachedBy(standing(in, indicator, steps, index)));
        return from
                - 1
                + Search.first(
                        steps.count() - from + 1, false, indicator.id(), index -> reaches.test(from - 1 + index));
    }

    /**
     * Whether rankings confirm that an index reaches the goal and one grid step less does not, or that even the best
     * value does not. Searches that rank need no confirmation.
     */
    private boolean confirms(Steps steps, Indicator indicator, long index) {
        return field instanceof RankedField
                || ((index > steps.count() || reaches(steps, indicator, index))
                        && (index == 1 || !reaches(steps, indicator, index - 1)));
    }

    private boolean reaches(Steps steps, Indicator indicator, long index) {
        return goal.isReachedBy(standing(truth, indicator, steps, index));
    }

    private Requirement atBest(Indicator indicator, Steps steps) {
        long best = field.isMonotone() ? bestByHalving(indicator, steps) : bestOfAll(indicator, steps);
        return best == 0 ? unchanged(indicator, false) : line(indicator, steps, best, false);
    }

    /** Whether the first place is better than the second; place 0 means that a school is not ranked. */
    private static boolean isBetter(int place, int than) {
        return place > 0 && (than == 0 || place < than);
    }

    private long bestByHalving(Indicator indicator, Steps steps) {
        int top = steps.count() == 0
                ? 0
                : standing(field, indicator, steps, steps.count()).place();
        return !isBetter(top, now.place())
                ? 0
                : Search.first(
                        steps.count(),
                        true,
                        indicator.id(),
                        index -> !isBetter(
                                top, standing(field, indicator, steps, index).place()));
    }

    private long bestOfAll(Indicator indicator, Steps steps) {
        int best = now.place();
        long at = 0;
        for (long index = 1; index <= steps.count(); index++) {
            int place = standing(field, indicator, steps, index).place();
            if (isBetter(place, best)) {
                best = place;
                at = index;
            }
        }
        return at;
    }

    private Requirement line(Indicator indicator, Steps steps, long index, boolean attainable) {
        Optional<RankedSchool> there = ranked(change(indicator, steps, index));
        return new Requirement(
                indicator,
                grid.table().cell(school, indicator),
                Cell.of(steps.value(index).doubleValue()),
                attainable,
                there.map(RankedSchool::position),
                there.map(RankedSchool::score));
    }

    private static Standing standing(Field in, Indicator indicator, Steps steps, long index) {
        return in.with(change(indicator, steps, index));
    }

    private static ImmutableMap<Indicator, BigDecimal> change(Indicator indicator, Steps steps, long index) {
        return ImmutableMap.of(indicator, steps.value(index));
    }

    // ---- downwards ----

    Leeway leeway() {
        checkArgument(
                goal.isReachedBy(now), "school \"%s\" has not reached %s, so it cannot lose it", school.name(), goal);
        ImmutableList<Leeway.Line> lines =
                grid.table().indicators().stream().map(this::leeway).collect(ImmutableList.toImmutableList());
        return new Leeway(school, ranked.orElseThrow().position(), goal, lines);
    }

    private Leeway.Line leeway(Indicator indicator) {
        Cell cell = grid.table().cell(school, indicator);
        if (!cell.isPresent()) {
            return new Leeway.Line(indicator, cell, cell, Optional.empty(), Optional.empty());
        }
        Steps steps = grid.steps(school, indicator, false);
        long lost = firstLosing(indicator, steps, field);
        if (!(field instanceof RankedField) && !confirmsLoss(indicator, steps, lost)) {
            lost = firstLosing(indicator, steps, truth);
        }
        Cell kept = lost == 1 ? cell : Cell.of(steps.value(lost - 1).doubleValue());
        if (lost > steps.count()) {
            return new Leeway.Line(indicator, cell, kept, Optional.empty(), Optional.empty());
        }
        return new Leeway.Line(
                indicator,
                cell,
                kept,
                Optional.of(Cell.of(steps.value(lost).doubleValue())),
                ranked(change(indicator, steps, lost)).map(RankedSchool::position));
    }

    private long firstLosing(Indicator indicator, Steps steps, Field in) {
        boolean halve = in.isMonotone() && goal.isMonotone();
        return Search.first(
                steps.count(),
                halve,
                indicator.id(),
                index -> !goal.isReachedBy(standing(in, indicator, steps, index)));
    }

    private boolean confirmsLoss(Indicator indicator, Steps steps, long lost) {
        return (lost == 1 || reaches(steps, indicator, lost - 1))
                && (lost > steps.count() || !reaches(steps, indicator, lost));
    }

    // ---- several at once ----

    Plan cheapest(Map<Indicator, ? extends Number> costs) {
        checkArgument(!costs.isEmpty(), "no costs; give at least one indicator that may change");
        ImmutableList.Builder<Knob> knobs = ImmutableList.builder();
        costs.keySet()
                .forEach(indicator -> checkArgument(
                        grid.table().indicators().contains(indicator),
                        "cost for unknown indicator \"%s\"; the table has %s",
                        indicator.id(),
                        grid.table().indicators().stream().map(Indicator::id).toList()));
        for (Indicator indicator : grid.table().indicators()) {
            Number cost = costs.get(indicator);
            if (cost != null) {
                BigDecimal exact = WhatMustChange.positive(cost, "cost of \"" + indicator.id() + "\"");
                knobs.add(Knob.of(grid, school, indicator, exact));
            }
        }
        return plan(knobs.build());
    }

    private Plan plan(ImmutableList<Knob> knobs) {
        if (goal.isReachedBy(now)) {
            return plan(knobs, new long[knobs.size()], true);
        }
        long[] reaching = search(knobs, goal);
        if (reaching != null) {
            return plan(knobs, reaching, true);
        }
        int best = CombinedSearch.bestPlace(knobs, field);
        boolean helps = isBetter(best, now.place());
        long[] nearest = helps ? search(knobs, Goal.position(best)) : null;
        return plan(knobs, nearest == null ? new long[knobs.size()] : nearest, false);
    }

    /** The cheapest indices, confirmed by ranking; null if no combination reaches the goal. */
    private long @Nullable [] search(ImmutableList<Knob> knobs, Goal wanted) {
        if (field instanceof FixedField fixed) {
            long[] found = new BranchAndBound(knobs, fixed, wanted).cheapest();
            return confirms(knobs, found, wanted) ? found : new CombinedSearch(knobs, truth, wanted).cheapest();
        }
        return new CombinedSearch(knobs, field, wanted).cheapest();
    }

    /**
     * Whether rankings confirm that a combination reaches a goal and that no combination with one grid step less of one
     * indicator does; without a combination, whether they confirm that even the best values do not.
     */
    private boolean confirms(ImmutableList<Knob> knobs, long @Nullable [] found, Goal wanted) {
        if (found == null) {
            return !reaches(knobs, CombinedSearch.most(knobs), wanted);
        }
        boolean least = IntStream.range(0, found.length)
                .filter(i -> found[i] > 0)
                .noneMatch(i -> {
                    long[] less = found.clone();
                    less[i]--;
                    return reaches(knobs, less, wanted);
                });
        return least && reaches(knobs, found, wanted);
    }

    private boolean reaches(ImmutableList<Knob> knobs, long[] indices, Goal wanted) {
        return wanted.isReachedBy(truth.with(CombinedSearch.changes(knobs, indices)));
    }

    private Plan plan(ImmutableList<Knob> knobs, long[] indices, boolean attainable) {
        ImmutableMap<Indicator, BigDecimal> values = CombinedSearch.changes(knobs, indices);
        Optional<RankedSchool> there = values.isEmpty() ? ranked : ranked(values);
        ImmutableList.Builder<Plan.Change> changes = ImmutableList.builder();
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < indices.length; i++) {
            if (indices[i] > 0) {
                Knob knob = knobs.get(i);
                BigDecimal cost = knob.cost(indices[i]);
                changes.add(new Plan.Change(
                        knob.indicator(),
                        knob.from(),
                        Cell.of(knob.value(indices[i]).doubleValue()),
                        cost));
                total = total.add(cost);
            }
        }
        return new Plan(
                school,
                goal,
                attainable,
                changes.build(),
                total,
                there.map(RankedSchool::position),
                there.map(RankedSchool::score));
    }
}
