package io.github.medrank.insight;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import java.util.Optional;

/**
 * How far a school may fall in each single indicator before it loses what it has.
 *
 * @param school the school
 * @param position where it stands
 * @param goal what it keeps
 * @param lines one an indicator, in the table's order
 */
@Immutable
public record Leeway(School school, Position position, Goal goal, ImmutableList<Line> lines) {
    /**
     * One indicator.
     *
     * @param indicator the indicator
     * @param from the value as it is, or the reason why there is none
     * @param to the worst value on the grid down to which every one keeps the goal; {@code from} if none does
     * @param lost the next grid value, with which the goal is lost; empty if it is not lost within the bounds
     * @param then where the school stands with that value; empty if the goal is not lost, or the school not ranked
     */
    @Immutable
    public record Line(Indicator indicator, Cell from, Cell to, Optional<Cell> lost, Optional<Position> then) {}

    /**
     * The line of an indicator.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Line of(Indicator indicator) {
        return lines.stream()
                .filter(line -> line.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no indicator \"" + indicator.id() + "\" in the table"));
    }

    /** An aligned table: value now, how low it may go, and where the next step leads. */
    @Override
    public String toString() {
        TextTable.Builder text = TextTable.builder(school.name() + ", " + position)
                .right("now")
                .right("keeps to")
                .right("lost at")
                .right("then");
        for (Line line : lines) {
            String then = line.lost().isEmpty()
                    ? ""
                    : line.then().map(Position::toString).orElse("not ranked");
            text.row(
                    line.indicator().name(),
                    line.from(),
                    line.to(),
                    line.lost().map(Cell::toString).orElse("never"),
                    then);
        }
        return text.note("keeps: " + goal).build().toString();
    }
}
