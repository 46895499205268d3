package io.github.medrank.insight;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.CheckReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;

/**
 * Finds what must change for a school to reach a goal, and how far it may fall before it loses one.
 *
 * <p>Values are tried on a grid: the multiples of a step between two bounds. The step is 0.1 unless {@link #onGrid}
 * changes it, and the bounds are the worst and the best value in the table unless {@link #within} changes them. Every
 * answer is confirmed by ranking the table with the change: the answer reaches the goal, and one grid step less does
 * not. Answers therefore respect the methodology's ties, its rounding, and scales that move with the school's own
 * change.
 *
 * <p>The search depends on the methodology. A weighted mean with fixed weights of values as given, without rescaling,
 * is solved on exact scores. For any other methodology, grid values are tried one after another from the present value.
 * The first that reaches the goal is then the least, even if the method is not monotone. {@link #assumingMonotone()}
 * replaces this by a search with O(log n) rankings.
 *
 * <p>If the methodology rejects the table with a value, such as 0 before a logarithm, or leaves no school eligible, the
 * school counts as not ranked with that value: it neither reaches nor keeps a goal.
 *
 * <p>Instances are immutable, and safe to share between threads if the methodology's lambdas are.
 *
 * <pre>{@code
 * var papers = Indicator.of("papers");
 * var table = IndicatorTable.builder(papers).row(School.of("Oxford"), 9).row(School.of("Yale"), 8)
 *         .build();
 * var byPapers = Methodology.builder("papers").ranker(Rankers.weightedMean()).build();
 * WhatMustChange.of(byPapers, table).within(0, 10).toReach("Yale", Goal.overtake("Oxford")).of(papers)
 *         .to() // ==> 9.1
 * }</pre>
 */
@Immutable
@CheckReturnValue
public final class WhatMustChange {
    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final Methodology methodology;
    private final IndicatorTable table;
    private final Ranking ranking;
    private final Optional<FixedField.Keys> keys;
    private final BigDecimal step;
    private final ImmutableMap<Indicator, BigDecimal> steps;
    private final Optional<Bounds> bounds;
    private final ImmutableMap<Indicator, Bounds> boundsOf;
    private final boolean monotone;

    @Immutable
    private record Bounds(BigDecimal least, BigDecimal most) {
        /** No value off its scale is an answer: the table would refuse it. */
        Bounds onScaleOf(Indicator indicator) {
            return new Bounds(
                    indicator.low() > Double.NEGATIVE_INFINITY ? least.max(Decimals.of(indicator.low())) : least,
                    indicator.high() < Double.POSITIVE_INFINITY ? most.min(Decimals.of(indicator.high())) : most);
        }
    }

    private WhatMustChange(
            WhatMustChange base,
            BigDecimal step,
            ImmutableMap<Indicator, BigDecimal> steps,
            Optional<Bounds> bounds,
            ImmutableMap<Indicator, Bounds> boundsOf,
            boolean monotone) {
        this.methodology = base.methodology;
        this.table = base.table;
        this.ranking = base.ranking;
        this.keys = base.keys;
        this.step = step;
        this.steps = steps;
        this.bounds = bounds;
        this.boundsOf = boundsOf;
        this.monotone = monotone;
    }

    private WhatMustChange(Methodology methodology, IndicatorTable table) {
        this.methodology = requireNonNull(methodology, "methodology");
        this.ranking = methodology.rank(table);
        this.table = table.select(ranking.table().indicators());
        this.keys = FixedField.Keys.of(methodology, ranking);
        this.step = TENTH;
        this.steps = ImmutableMap.of();
        this.bounds = Optional.empty();
        this.boundsOf = ImmutableMap.of();
        this.monotone = false;
    }

    /**
     * Returns a search over a table and a methodology, after ranking the table once.
     *
     * @throws IllegalArgumentException if the methodology rejects the table
     */
    public static WhatMustChange of(Methodology methodology, IndicatorTable table) {
        return new WhatMustChange(methodology, table);
    }

    // ---- the grid ----

    /**
     * Returns a copy with another step for every indicator.
     *
     * @param newStep the distance between grid points; positive; a {@code Double} stands for the decimal it prints
     * @throws IllegalArgumentException if the step is not positive and finite
     */
    public WhatMustChange onGrid(Number newStep) {
        return new WhatMustChange(this, positive(newStep, "step"), ImmutableMap.of(), bounds, boundsOf, monotone);
    }

    /**
     * Returns a copy with another step for one indicator.
     *
     * @throws IllegalArgumentException if the step is not positive and finite, or the indicator is not in the table
     */
    public WhatMustChange onGrid(Indicator indicator, Number newStep) {
        Column known = table.column(indicator);
        BigDecimal mine = positive(newStep, "step of \"" + indicator.id() + "\"");
        return new WhatMustChange(this, step, with(steps, known.indicator(), mine), bounds, boundsOf, monotone);
    }

    /**
     * Returns a copy with other bounds for every indicator. A present value beyond the bounds may stay, but no other is
     * tried there, nor beyond the scale that an indicator states.
     *
     * @throws IllegalArgumentException if a bound is not finite, or the lower exceeds the upper
     */
    public WhatMustChange within(Number least, Number most) {
        requireNonNull(least, "least");
        requireNonNull(most, "most");
        Bounds both = bounds(least, most);
        return new WhatMustChange(this, step, steps, Optional.of(both), ImmutableMap.of(), monotone);
    }

    /**
     * Returns a copy with other bounds for one indicator. Values beyond the scale that it states are not tried.
     *
     * @throws IllegalArgumentException if a bound is not finite, the lower exceeds the upper, or the indicator is not
     *     in the table
     */
    public WhatMustChange within(Indicator indicator, Number least, Number most) {
        requireNonNull(least, "least");
        requireNonNull(most, "most");
        Column known = table.column(indicator);
        ImmutableMap<Indicator, Bounds> more = with(boundsOf, known.indicator(), bounds(least, most));
        return new WhatMustChange(this, step, steps, bounds, more, monotone);
    }

    /**
     * Returns a copy that assumes a monotone methodology: if a value reaches a goal, every better value does, and if a
     * value loses it, every worse value does. The search then takes O(log n) rankings instead of n. Answers are still
     * confirmed by ranking; but if the assumption is wrong, a smaller answer may be missed.
     */
    public WhatMustChange assumingMonotone() {
        return new WhatMustChange(this, step, steps, bounds, boundsOf, true);
    }

    private static <V> ImmutableMap<Indicator, V> with(ImmutableMap<Indicator, V> map, Indicator indicator, V value) {
        return ImmutableMap.<Indicator, V>builder()
                .putAll(map)
                .put(indicator, value)
                .buildKeepingLast();
    }

    private static Bounds bounds(Number least, Number most) {
        Bounds both = new Bounds(finite(least, "lower bound"), finite(most, "upper bound"));
        checkArgument(
                both.least().compareTo(both.most()) <= 0,
                "lower bound %s is above the upper bound %s",
                both.least(),
                both.most());
        return both;
    }

    static BigDecimal positive(Number number, String what) {
        BigDecimal exact = finite(number, what);
        checkArgument(exact.signum() > 0, "%s: %s is not positive", what, number);
        return exact;
    }

    private static BigDecimal finite(Number number, String what) {
        requireNonNull(number, what);
        checkArgument(Double.isFinite(number.doubleValue()), "%s: %s is not a finite number", what, number);
        return new BigDecimal(number.toString());
    }

    // ---- the answers ----

    /**
     * Returns the least improvement in each single indicator that reaches a goal. If no improvement does, the result
     * says so and gives the best attainable place.
     *
     * @param idOrName the school's id, name or alias, as for {@link Ranking#of(String)}; it may be listed without a
     *     position
     * @param goal the goal to reach
     * @return one line per indicator
     * @throws IllegalArgumentException if there is no such school or rival, or there are too many values to try one by
     *     one
     */
    public Requirements toReach(String idOrName, Goal goal) {
        return trial(ranking.lookup().school(idOrName), goal).requirements();
    }

    /**
     * Returns the cheapest combination of changes in several indicators that reaches a goal, given the cost per unit of
     * improvement.
     *
     * <p>The search is exact on the grid. If the other schools' scores do not move, it branches and bounds on exact
     * scores. Otherwise it ranks the table for one combination after another, in order of cost, and throws an exception
     * beyond 100 000. If several combinations cost the same, the same one is always returned.
     *
     * @param idOrName the school's id, name or alias, as for {@link Ranking#of(String)}; it may be listed without a
     *     position
     * @param goal the goal to reach
     * @param costs the cost per unit of improvement for each indicator that may change; positive. An improvement of a
     *     missing value is counted from the worst bound
     * @return the plan
     * @throws IllegalArgumentException if there is no such school, rival or indicator, a cost is not positive, or the
     *     search is too large
     */
    public Plan cheapest(String idOrName, Goal goal, Map<Indicator, ? extends Number> costs) {
        requireNonNull(costs, "costs");
        return trial(ranking.lookup().school(idOrName), goal).cheapest(costs);
    }

    /**
     * Returns how far a school may fall in each single indicator while keeping its position or a better one, tied or
     * not.
     *
     * @param idOrName the school's id, name or alias, as for {@link Ranking#of(String)}
     * @return one line per indicator
     * @throws IllegalArgumentException if there is no such ranked school, or there are too many values to try one by
     *     one
     */
    public Leeway mayFall(String idOrName) {
        int position = (int) Math.ceil(Show.position(ranking, ranking.of(idOrName)));
        return mayFall(idOrName, Goal.position(position));
    }

    /**
     * Returns how far a school may fall in each single indicator while keeping a goal that it has reached.
     *
     * @param idOrName the school's id, name or alias, as for {@link Ranking#of(String)}
     * @param goal the goal to keep
     * @return one line per indicator
     * @throws IllegalArgumentException if there is no such ranked school or rival, the goal is not reached, or there
     *     are too many values to try one by one
     */
    public Leeway mayFall(String idOrName, Goal goal) {
        return trial(ranking.of(idOrName).school(), goal).leeway();
    }

    private Trial trial(School school, Goal goal) {
        return new Trial(this, school, requireNonNull(goal, "goal"));
    }

    // ---- for the trial ----

    Ranking ranking() {
        return ranking;
    }

    IndicatorTable table() {
        return table;
    }

    /** The grid points of an indicator that are better, or worse, than the school's present value. */
    Steps steps(School school, Indicator indicator, boolean better) {
        Column column = table.column(indicator);
        boolean up = (column.indicator().direction() == Direction.HIGHER_IS_BETTER) == better;
        Bounds mine = boundsOf(column);
        return Steps.beyond(
                table.cell(school, indicator), steps.getOrDefault(indicator, step), mine.least(), mine.most(), up);
    }

    /** The worst bound for a school. */
    BigDecimal worst(Indicator indicator) {
        Column column = table.column(indicator);
        Bounds mine = boundsOf(column);
        return column.indicator().direction() == Direction.HIGHER_IS_BETTER ? mine.least() : mine.most();
    }

    private Bounds boundsOf(Column column) {
        Bounds mine = boundsOf.get(column.indicator());
        DoubleFunction<BigDecimal> exact = value -> Decimals.of(value);
        Bounds both = mine != null
                ? mine
                : bounds.orElseGet(() -> new Bounds(
                        exact.apply(column.min().orElse(0)),
                        exact.apply(column.max().orElse(0))));
        return both.onScaleOf(column.indicator());
    }

    /** A field of fixed scores if the methodology allows it; otherwise one that ranks. */
    Field quickField(School school, Goal goal) {
        return keys.isPresent() ? keys.get().field(school, goal.rival()) : rankedField(school, goal, monotone);
    }

    RankedField rankedField(School school, Goal goal, boolean assumedMonotone) {
        return new RankedField(methodology, table, school, goal.rival(), assumedMonotone);
    }

    /** Returns the methodology, and the grid in words. */
    @Override
    public String toString() {
        return "What must change in " + methodology.name() + ", in steps of " + step.toPlainString();
    }
}
