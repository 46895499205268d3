package io.github.medrank.insight;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CheckReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Ranking;
import io.github.medrank.ResultList;
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
 * A ranking with changes: to values, weights, any step of the methodology such as the handling of missing values, or
 * the set of schools. Returns the new ranking and the movements.
 *
 * <p>Each change returns a new what-if that includes all previous changes; {@link #before()} always returns the
 * original ranking. Each call of {@link #after()} ranks the table again.
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
     * Returns a what-if without changes.
     *
     * @throws IllegalArgumentException if the methodology rejects the table
     */
    public static WhatIf of(Methodology methodology, IndicatorTable table) {
        requireNonNull(methodology, "methodology");
        return new WhatIf(methodology.rank(table), methodology, table);
    }

    // ---- changes ----

    /**
     * Returns a what-if with one value changed.
     *
     * @param idOrName the school's id, name or alias
     * @param indicator the indicator to change
     * @param value the new value
     * @throws IllegalArgumentException if there is no such school or indicator, or the value is NaN, infinite or off
     *     the indicator's scale; see {@link IndicatorTable.Builder#allowOffScale()}
     */
    public WhatIf with(String idOrName, Indicator indicator, double value) {
        return with(idOrName, indicator, Cell.of(value));
    }

    /**
     * Returns a what-if with one cell changed. A missing cell removes a value.
     *
     * @throws IllegalArgumentException if there is no such school or indicator, or a value is off its indicator's scale
     */
    public WhatIf with(String idOrName, Indicator indicator, Cell cell) {
        requireNonNull(cell, "cell");
        return on(table.with(school(idOrName), indicator, cell));
    }

    /**
     * Returns a what-if with several cells of a school changed, such as {@link Plan#values()}.
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
     * Returns a what-if with a changed methodology. For example, {@code m -> m.withFilling(filling)} changes how
     * missing values are filled.
     */
    public WhatIf withMethodology(UnaryOperator<Methodology> change) {
        requireNonNull(change, "change");
        return by(requireNonNull(change.apply(methodology), "methodology"));
    }

    /**
     * Returns a what-if with one more school, added last to the table.
     *
     * @param school the school, with an id that the table does not have
     * @param values one number per indicator of the table, in order
     * @throws IllegalArgumentException if the table already has the id, the number of values is wrong, or a value is
     *     off its scale
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
     * Returns a what-if with one more school, given by its cells and added last to the table.
     *
     * @param school the school, with an id that the table does not have
     * @param cells one cell per indicator of the table, in order
     * @throws IllegalArgumentException if the table already has the id, the number of cells is wrong, or a value is off
     *     its scale
     */
    public WhatIf withSchool(School school, List<Cell> cells) {
        requireNonNull(school, "school");
        requireNonNull(cells, "cells");
        return on(table.withRow(school, cells));
    }

    /**
     * Returns a what-if with one school removed.
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

    // ---- results ----

    /** Returns the original ranking. */
    public Ranking before() {
        return before;
    }

    /**
     * Returns the ranking after the changes.
     *
     * @throws IllegalArgumentException if the changed methodology rejects the changed table
     */
    public Ranking after() {
        return methodology.rank(table);
    }

    /**
     * Returns the movements of all schools: first those ranked after the changes, in order, then those no longer
     * ranked.
     */
    public ResultList<Movement> movements() {
        return ResultList.copyOf(Movement.between(before, after()));
    }

    /** Returns the movement of one school, which must be ranked before or after the changes. */
    public Movement movement(String idOrName) {
        List<Movement> all = movements();
        School school =
                SchoolLookup.of(all.stream().map(Movement::school).toList()).school(idOrName);
        return all.stream()
                .filter(each -> each.school().equals(school))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Returns the changes as a correction of one school after publication, as QS does it: the school is placed at its
     * new position, jointly with any school already there, and no other school moves.
     *
     * @param idOrName the corrected school's id, name or alias; it must be ranked before and after the changes
     * @return the published ranking with the correction
     * @throws IllegalArgumentException if either ranking does not have the school
     */
    public Correction asCorrection(String idOrName) {
        return Correction.of(before, after().of(before.of(idOrName).school()));
    }

    /** Returns the schools whose position or score changes, as many as JShell shows. */
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
