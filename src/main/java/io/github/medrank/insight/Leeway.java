package io.github.medrank.insight;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a school may fall in each single indicator before it loses what it has. */
@Immutable
public final class Leeway {
    private final School school;
    private final Position position;
    private final Goal goal;
    private final ImmutableList<Line> lines;

    Leeway(School school, Position position, Goal goal, ImmutableList<Line> lines) {
        this.school = school;
        this.position = position;
        this.goal = goal;
        this.lines = lines;
    }

    /** Returns the school. */
    public School school() {
        return school;
    }

    /** Returns where it stands. */
    public Position position() {
        return position;
    }

    /** Returns what it keeps. */
    public Goal goal() {
        return goal;
    }

    /** Returns one line per indicator, in the table's order. */
    public ImmutableList<Line> lines() {
        return lines;
    }

    /**
     * Returns the line of an indicator.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Line of(Indicator indicator) {
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
        return other instanceof Leeway that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(school, position, goal, lines);
    }

    /** Returns an aligned table: value now, how low it may go, and where the next step leads. */
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

    /** One indicator. */
    @Immutable
    public static final class Line {
        private final Indicator indicator;
        private final Cell from;
        private final Cell to;
        private final Optional<Cell> lost;
        private final Optional<Position> then;

        Line(Indicator indicator, Cell from, Cell to, Optional<Cell> lost, Optional<Position> then) {
            this.indicator = indicator;
            this.from = from;
            this.to = to;
            this.lost = lost;
            this.then = then;
        }

        /** Returns the indicator. */
        public Indicator indicator() {
            return indicator;
        }

        /** Returns the value as it is, or the reason why there is none. */
        public Cell from() {
            return from;
        }

        /** Returns the worst value on the grid down to which every one keeps the goal; {@link #from} if none does. */
        public Cell to() {
            return to;
        }

        /** Returns the next grid value, with which the goal is lost; empty if it is not lost within the bounds. */
        public Optional<Cell> lost() {
            return lost;
        }

        /** Returns where the school stands with that value; empty if the goal is not lost, or the school not ranked. */
        public Optional<Position> then() {
            return then;
        }

        /** Returns whether the other object has equal parts. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Line that && parts().equals(that.parts());
        }

        @Override
        public int hashCode() {
            return parts().hashCode();
        }

        private List<Object> parts() {
            return List.of(indicator, from, to, lost, then);
        }

        /** Returns the line in words. */
        @Override
        public String toString() {
            return indicator.name() + ": " + from + " keeps to " + to
                    + lost.map(each -> ", lost at " + each).orElse("");
        }
    }
}
