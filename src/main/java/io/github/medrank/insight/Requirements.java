package io.github.medrank.insight;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a school needs in each single indicator to reach a goal.
 *
 * @param school the school
 * @param position where it stands; empty if it is not ranked
 * @param goal what it wants
 * @param reached whether it is there already, so that nothing must change
 * @param lines one an indicator, in the table's order
 */
@Immutable
public record Requirements(
        School school, Optional<Position> position, Goal goal, boolean reached, ImmutableList<Requirement> lines) {
    /** The indicators that can do it alone, in the table's order. */
    public ImmutableList<Requirement> attainable() {
        return lines.stream().filter(Requirement::attainable).collect(ImmutableList.toImmutableList());
    }

    /**
     * The line of an indicator.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Requirement of(Indicator indicator) {
        return lines.stream()
                .filter(line -> line.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no indicator \"" + indicator.id() + "\" in the table"));
    }

    /** An aligned table: value now, value needed, position and score then. */
    @Override
    public String toString() {
        String now = position.map(Position::toString).orElse("not ranked");
        TextTable.Builder text = TextTable.builder(school.name() + ", " + now)
                .right("now")
                .right("needed")
                .right("position")
                .right("score");
        for (Requirement line : lines) {
            text.row(
                    line.indicator().name(),
                    line.from(),
                    line.attainable() ? line.to() : line.to().equals(line.from()) ? "–" : "at best " + line.to(),
                    line.position().map(Position::toString).orElse("not ranked"),
                    line.score().map(BigDecimal::toPlainString).orElse(""));
        }
        text.note("goal: " + goal + (reached ? ", reached already" : ""));
        int open = lines.size() - attainable().size();
        if (open > 0) {
            text.note("not attainable by " + open + " of the " + lines.size() + " alone");
        }
        return text.build().toString();
    }
}
