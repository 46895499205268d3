package io.github.medrank.insight;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CheckReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.SchoolLookup;
import io.github.medrank.TextTable;
import io.github.medrank.Weights;
import io.github.medrank.comparison.Movement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * A ranking with something changed: values, weights, the missing-value policy or any other step, schools added or
 * removed. Gives the new ranking and the movements.
 *
 * <p>Each change gives a new what-if on top of the changes before; {@link #before()} stays the ranking that it all
 * started from. Ranking anew costs what ranking costs, at each call of {@link #after()}.
 *
 * <pre>{@code
 * var papers = Indicator.of("papers");
 * var table = IndicatorTable.builder(papers).row(School.of("Oxford"), 9).row(School.of("Yale"), 8)
 *         .build();
 * var byPapers = Methodology.builder("papers").ranker(Rankers.weightedMean()).build();
 * WhatIf.of(byPapers, table).with("Yale", papers, 9).after().of("Yale").position() // ==> =1
 * }</pre>
 */
@Immutable
@CheckReturnValue
public final class WhatIf {
    private final Ranking before;
    private final Methodology methodology;
    private final IndicatorTable table;

    private WhatIf(Ranking before, Methodology methodology, IndicatorTable table) {
        this.before = before;
        this.methodology = methodology;
        this.table = table;
    }

    /**
     * Starts from the ranking with nothing changed yet.
     *
     * @throws IllegalArgumentException if the methodology refuses the table
     */
    public static WhatIf of(Methodology methodology, IndicatorTable table) {
        requireNonNull(methodology, "methodology");
        return new WhatIf(methodology.rank(table), methodology, table);
    }

    // ---- changes ----

    /**
     * Returns a what-if with one value changed.
     *
     * @param idOrName the school, by id, else by exact name, else by alias
     * @param indicator what is changed
     * @param value the new value
     * @throws IllegalArgumentException if there is no such school or indicator, or the value is NaN, infinite or off
     *     the indicator's scale; see {@link IndicatorTable.Builder#allowOffScale()}
     */
    public WhatIf with(String idOrName, Indicator indicator, double value) {
        return with(idOrName, indicator, Cell.of(value));
    }

    /**
     * Returns a what-if with one cell changed; a missing one takes a value away.
     *
     * @throws IllegalArgumentException if there is no such school or indicator, or a value is off its indicator's scale
     */
    public WhatIf with(String idOrName, Indicator indicator, Cell cell) {
        requireNonNull(cell, "cell");
        return on(table.with(school(idOrName), indicator, cell));
    }

    /**
     * Returns a what-if with several cells of a school changed, such as the {@link Plan#values()} of a plan.
     *
     * @throws IllegalArgumentException if there is no such school or indicator, or a value is off its indicator's scale
     */
    public WhatIf with(String idOrName, Map<Indicator, Cell> cells) {
        requireNonNull(cells, "cells");
        School school = school(idOrName);
        IndicatorTable changed = table;
        for (Map.Entry<Indicator, Cell> cell : cells.entrySet()) {
            changed = changed.with(school, cell.getKey(), cell.getValue());
        }
        return on(changed);
    }

    /** Returns a what-if with other weights. */
    public WhatIf withWeights(Weights weights) {
        return by(methodology.withWeights(weights));
    }

    /**
     * Returns a what-if with another step of the methodology: {@code m -> m.withFilling(filling)} changes the
     * missing-value policy.
     */
    public WhatIf withMethodology(UnaryOperator<Methodology> change) {
        requireNonNull(change, "change");
        return by(requireNonNull(change.apply(methodology), "methodology"));
    }

    /**
     * Returns a what-if with one school more, last in the table.
     *
     * @param school the school, of an id that the table does not have
     * @param values a number for each of the table's indicators, in order
     * @throws IllegalArgumentException if the id is there already, the number of values is wrong, or one is off its
     *     scale
     */
    public WhatIf withSchool(School school, double... values) {
        requireNonNull(school, "school");
        requireNonNull(values, "values");
        return withSchool(
                school,
                IntStream.range(0, values.length)
                        .mapToObj(i -> Cell.of(values[i]))
                        .toList());
    }

    /**
     * Returns a what-if with one school more, given by its cells, last in the table.
     *
     * @param school the school, of an id that the table does not have
     * @param cells a cell for each of the table's indicators, in order
     * @throws IllegalArgumentException if the id is there already, the number of cells is wrong, or a value is off its
     *     scale
     */
    public WhatIf withSchool(School school, List<Cell> cells) {
        requireNonNull(school, "school");
        requireNonNull(cells, "cells");
        return on(table.withRow(school, cells));
    }

    /**
     * Returns a what-if without a school.
     *
     * @throws IllegalArgumentException if there is no such school, or it is the only one
     */
    public WhatIf without(String idOrName) {
        School school = school(idOrName);
        return on(table.filter(row -> !row.school().equals(school)));
    }

    private WhatIf on(IndicatorTable changed) {
        return new WhatIf(before, methodology, changed);
    }

    private WhatIf by(Methodology changed) {
        return new WhatIf(before, changed, table);
    }

    private School school(String idOrName) {
        requireNonNull(idOrName, "idOrName");
        return table.lookup().school(idOrName);
    }

    // ---- what comes of it ----

    /** Returns the ranking that it all started from. */
    public Ranking before() {
        return before;
    }

    /**
     * Returns the ranking with the changes.
     *
     * @throws IllegalArgumentException if the changed methodology refuses the changed table
     */
    public Ranking after() {
        return methodology.rank(table);
    }

    /** Returns every school before and after: those ranked after in their order, then those that are not any more. */
    public ImmutableList<Movement> movements() {
        return Movement.between(before, after());
    }

    /** Returns the movement of one school, looked up among those ranked before or after. */
    public Movement movement(String idOrName) {
        ImmutableList<Movement> all = movements();
        School school =
                SchoolLookup.of(all.stream().map(Movement::school).toList()).school(idOrName);
        return all.stream()
                .filter(each -> each.school().equals(school))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the changes taken as a correction of one school after publication, the way QS does it: the school is put
     * joint at its new position, and no other school moves.
     *
     * @param idOrName the corrected school, ranked before and after
     * @return the ranking as it was published, with the correction
     * @throws IllegalArgumentException if there is no such school in one of the rankings
     */
    public Correction asCorrection(String idOrName) {
        return Correction.of(before, after().of(before.of(idOrName).school()));
    }

    /** Returns the schools whose position or score moves, as many as JShell shows. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder("School")
                .right("before")
                .right("after")
                .right("score")
                .right("after");
        List<Movement> moved = movements().stream().filter(Movement::isChange).toList();
        for (Movement each : moved.subList(0, TextTable.briefRows(moved.size()))) {
            text.row(
                    each.school().name(),
                    each.before().map(Object::toString).orElse("–"),
                    each.after().map(Object::toString).orElse("–"),
                    each.scoreBefore().map(BigDecimal::toPlainString).orElse("–"),
                    each.scoreAfter().map(BigDecimal::toPlainString).orElse("–"));
        }
        return moved.isEmpty() ? "no school moves" : text.build().brief(moved.size(), "movements()");
    }
}
