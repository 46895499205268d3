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
 * What must change for a school to reach a goal, and how far it may fall before it loses what it has.
 *
 * <p>Values are tried on a stated grid: the multiples of a step, 0.1 until {@link #onGrid} says otherwise, between two
 * bounds, which are the worst and the best value in the table until {@link #within} says otherwise. Every answer was
 * confirmed by ranking the table with the change: the answer reaches the goal, and one grid step less does not. Ties,
 * rounding and scales that move with the school's own change are therefore as the methodology has them.
 *
 * <p>How the least value is found depends on the methodology. A weighted mean with fixed weights of values as they are
 * given, not rescaled, is solved on exact scores. For any other the grid is tried one value after another, from the
 * present one, so that the first that reaches the goal is the least, whether the method is monotone or not;
 * {@link #assumingMonotone()} replaces that by a search that ranks O(log n) times.
 *
 * <p>A value at which the methodology refuses the table, such as 0 before a logarithm, or at which no school is
 * eligible, is one at which the school is not ranked: it reaches no goal, and keeps none.
 *
 * <p>Immutable; safe to share between threads if the methodology's lambdas are.
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
    private record Bounds(BigDecimal least, BigDecimal most) {}

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
     * Asks what must change in a table ranked by a methodology. Ranks it once.
     *
     * @throws IllegalArgumentException if the methodology refuses the table
     */
    public static WhatMustChange of(Methodology methodology, IndicatorTable table) {
        return new WhatMustChange(methodology, table);
    }

    // ---- the grid ----

    /**
     * Returns the same with another step for every indicator.
     *
     * @param newStep the distance of two grid points; positive; a {@code Double} stands for the decimal it prints
     * @throws IllegalArgumentException if the step is not positive and finite
     */
    public WhatMustChange onGrid(Number newStep) {
        return new WhatMustChange(this, positive(newStep, "step"), ImmutableMap.of(), bounds, boundsOf, monotone);
    }

    /**
     * Returns the same with another step for one indicator.
     *
     * @throws IllegalArgumentException if the step is not positive and finite, or the indicator not in the table
     */
    public WhatMustChange onGrid(Indicator indicator, Number newStep) {
        Column known = table.column(indicator);
        BigDecimal mine = positive(newStep, "step of \"" + indicator.id() + "\"");
        return new WhatMustChange(this, step, with(steps, known.indicator(), mine), bounds, boundsOf, monotone);
    }

    /**
     * Returns the same with other bounds for every indicator; a value beyond them can stay but not be reached.
     *
     * @throws IllegalArgumentException if a bound is not finite, or the lower is above the upper
     */
    public WhatMustChange within(Number least, Number most) {
        requireNonNull(least, "least");
        requireNonNull(most, "most");
        Bounds both = bounds(least, most);
        return new WhatMustChange(this, step, steps, Optional.of(both), ImmutableMap.of(), monotone);
    }

    /**
     * Returns the same with other bounds for one indicator.
     *
     * @throws IllegalArgumentException if a bound is not finite, or the lower is above the upper, or the indicator not
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
     * Returns the same for a methodology that its user knows to be monotone: once a value reaches a goal, every better
     * one does, and once it loses one, every worse one does. Then a search ranks O(log n) times where it would rank n
     * times. The answer is confirmed as ever, but a promise that does not hold may hide a smaller one.
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
     * Returns the least improvement in each single indicator that reaches a goal; where none does, that is said, with
     * the best attainable.
     *
     * @param idOrName the school, looked up as {@link Ranking#of(String)} does; it may be listed without a position
     * @param goal what it wants
     * @return a line for each indicator
     * @throws IllegalArgumentException if there is no such school or rival, or there are too many values to try one by
     *     one
     */
    public Requirements toReach(String idOrName, Goal goal) {
        return trial(ranking.lookup().school(idOrName), goal).requirements();
    }

    /**
     * Returns the cheapest changes in several indicators at once that reach a goal, at a cost for each unit of
     * improvement.
     *
     * <p>The search is exact on the grid. Where the others' scores do not move it branches and bounds on exact scores;
     * otherwise it ranks the table for one combination after another, in the order of their costs, and refuses beyond
     * 100 000. Of several that cost the same, one is given, always the same.
     *
     * @param idOrName the school, looked up as {@link Ranking#of(String)} does; it may be listed without a position
     * @param goal what it wants
     * @param costs for each indicator that may change what a unit of improvement costs; positive. An improvement from a
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
     * Returns how far a school may fall in each single indicator and keep its position or a better one, shared or not.
     *
     * @param idOrName the school, looked up as {@link Ranking#of(String)} does
     * @return a line for each indicator
     * @throws IllegalArgumentException if there is no such ranked school, or there are too many values to try one by
     *     one
     */
    public Leeway mayFall(String idOrName) {
        int position = (int) Math.ceil(Show.position(ranking, ranking.of(idOrName)));
        return mayFall(idOrName, Goal.position(position));
    }

    /**
     * Returns how far a school may fall in each single indicator and keep a goal that it has reached.
     *
     * @param idOrName the school, looked up as {@link Ranking#of(String)} does
     * @param goal what it keeps
     * @return a line for each indicator
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

    /** The grid points of an indicator that are better, or worse, than the school's value. */
    Steps steps(School school, Indicator indicator, boolean better) {
        Column column = table.column(indicator);
        boolean up = (column.indicator().direction() == Direction.HIGHER_IS_BETTER) == better;
        Bounds mine = boundsOf(column);
        return Steps.beyond(
                table.cell(school, indicator), steps.getOrDefault(indicator, step), mine.least(), mine.most(), up);
    }

    /** The bound that is worst for a school. */
    BigDecimal worst(Indicator indicator) {
        Column column = table.column(indicator);
        Bounds mine = boundsOf(column);
        return column.indicator().direction() == Direction.HIGHER_IS_BETTER ? mine.least() : mine.most();
    }

    private Bounds boundsOf(Column column) {
        Bounds mine = boundsOf.get(column.indicator());
        DoubleFunction<BigDecimal> exact = value -> Decimals.of(value);
        return mine != null
                ? mine
                : bounds.orElseGet(() -> new Bounds(
                        exact.apply(column.min().orElse(0)),
                        exact.apply(column.max().orElse(0))));
    }

    /** A field of fixed scores where the methodology has one; otherwise one that ranks. */
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
