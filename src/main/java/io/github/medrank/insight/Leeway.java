package io.github.medrank.insight;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a school may fall in each single indicator without losing its goal. */
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

    /** Returns the school's position. */
    public Position position() {
        return position;
    }

    /** Returns the goal to be kept. */
    public Goal goal() {
        return goal;
    }

    /** Returns the lines, one per indicator, in the table's order. */
    public ResultList<Line> lines() {
        return ResultList.copyOf(lines);
    }

    /**
     * Returns the line of an indicator.
     *
     * @throws IllegalArgumentException if the indicator has no line here
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

    /** Returns an aligned table: the present value, the lowest that keeps the goal, and the position one step below. */
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

    /** The leeway in one indicator. */
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

        /** Returns the present value, or the reason why it is missing. */
        public Cell from() {
            return from;
        }

        /**
         * Returns the worst grid value such that it and all better ones keep the goal; {@link #from} if there is none.
         */
        public Cell to() {
            return to;
        }

        /** Returns the next grid value, which loses the goal; empty if the goal is kept within the bounds. */
        public Optional<Cell> lost() {
            return lost;
        }

        /**
         * Returns the position with the losing value; empty if the goal is kept, or if the school is then not ranked.
         */
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
