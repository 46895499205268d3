package io.github.medrank.insight;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The cheapest changes in several indicators at once that reach a goal.
 *
 * @param school the school
 * @param goal what it wants
 * @param attainable whether the changes reach it; if not, they are the cheapest to the best place there is
 * @param changes the indicators that change, in the table's order; empty if nothing must change or nothing helps
 * @param cost the sum of the costs
 * @param position the position with the changes; empty if the school is not ranked even then
 * @param score the score with the changes, as presented; empty if the school is not ranked even then
 */
@Immutable
public record Plan(
        School school,
        Goal goal,
        boolean attainable,
        ImmutableList<Change> changes,
        BigDecimal cost,
        Optional<Position> position,
        Optional<BigDecimal> score) {
    /**
     * One indicator.
     *
     * @param indicator the indicator
     * @param from the value as it is, or the reason why there is none
     * @param to the value in the plan
     * @param cost what the change costs
     */
    @Immutable
    public record Change(Indicator indicator, Cell from, Cell to, BigDecimal cost) {}

    /** The new values, to be tried out. */
    public ImmutableMap<Indicator, Cell> values() {
        return changes.stream().collect(ImmutableMap.toImmutableMap(Change::indicator, Change::to));
    }

    /** An aligned table: value now, value needed, cost. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder(school.name())
                .right("now")
                .right(attainable ? "needed" : "at best")
                .right("cost");
        for (Change change : changes) {
            text.row(change.indicator().name(), change.from(), change.to(), NumberText.plain(change.cost()));
        }
        text.row("total", "", "", NumberText.plain(cost));
        String where = position.map(Position::toString).orElse("not ranked");
        String points = score.map(each -> " with " + each.toPlainString()).orElse("");
        return text.note("goal: " + goal + (attainable ? "" : ", not attainable"))
                .note((attainable ? "then " : "at best ") + where + points)
                .build()
                .toString();
    }
}
