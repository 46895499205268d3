package io.github.medrank.insight;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a school needs in each single indicator to reach a goal. */
@Immutable
public final class Requirements {
    private final School school;
    private final Optional<Position> position;
    private final Goal goal;
    private final boolean reached;
    private final ImmutableList<Requirement> lines;

    Requirements(
            School school, Optional<Position> position, Goal goal, boolean reached, ImmutableList<Requirement> lines) {
        this.school = school;
        this.position = position;
        this.goal = goal;
        this.reached = reached;
        this.lines = lines;
    }

    /** Returns the school. */
    public School school() {
        return school;
    }

    /** Returns the school's position; empty if it is not ranked. */
    public Optional<Position> position() {
        return position;
    }

    /** Returns the goal. */
    public Goal goal() {
        return goal;
    }

    /** Returns whether the goal is already reached, so that nothing needs to change. */
    public boolean reached() {
        return reached;
    }

    /** Returns the lines, one per indicator, in the table's order. */
    public ResultList<Requirement> lines() {
        return ResultList.copyOf(lines);
    }

    /** Returns the indicators in which an improvement alone reaches the goal, in the table's order. */
    public ResultList<Requirement> attainable() {
        return lines.stream().filter(Requirement::attainable).collect(ResultList.toResultList());
    }

    /**
     * Returns the line of an indicator.
     *
     * @throws IllegalArgumentException if the indicator has no line here
     */
    public Requirement of(Indicator indicator) {
        requireNonNull(indicator, "indicator");
        return lines.stream()
                .filter(line -> line.indicator().equals(indicator))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no indicator \"" + indicator.id() + "\" in the table"));
    }

    /** Returns whether the other object has equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Requirements that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(school, position, goal, reached, lines);
    }

    /** Returns an aligned table: present value, value needed, and the resulting position and score. */
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
