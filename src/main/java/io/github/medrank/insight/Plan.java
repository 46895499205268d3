package io.github.medrank.insight;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cheapest changes in several indicators that together reach a goal. */
@Immutable
public final class Plan {
    private final School school;
    private final Goal goal;
    private final boolean attainable;
    private final ImmutableList<Change> changes;
    private final BigDecimal cost;
    private final Optional<Position> position;
    private final Optional<BigDecimal> score;

    Plan(
            School school,
            Goal goal,
            boolean attainable,
            ImmutableList<Change> changes,
            BigDecimal cost,
            Optional<Position> position,
            Optional<BigDecimal> score) {
        this.school = school;
        this.goal = goal;
        this.attainable = attainable;
        this.changes = changes;
        this.cost = cost;
        this.position = position;
        this.score = score;
    }

    /** Returns the school. */
    public School school() {
        return school;
    }

    /** Returns the goal. */
    public Goal goal() {
        return goal;
    }

    /**
     * Returns whether the changes reach the goal. If not, they are the cheapest changes to the best attainable place.
     */
    public boolean attainable() {
        return attainable;
    }

    /** Returns the indicators that change, in the table's order; empty if nothing needs to change, or nothing helps. */
    public ResultList<Change> changes() {
        return ResultList.copyOf(changes);
    }

    /** Returns the sum of the costs. */
    public BigDecimal cost() {
        return cost;
    }

    /** Returns the position after the changes; empty if the school is then not ranked. */
    public Optional<Position> position() {
        return position;
    }

    /** Returns the presented score after the changes; empty if the school is then not ranked. */
    public Optional<BigDecimal> score() {
        return score;
    }

    /** Returns the new values, as input for {@link WhatIf}. */
    public ImmutableMap<Indicator, Cell> values() {
        return changes.stream().collect(ImmutableMap.toImmutableMap(Change::indicator, Change::to));
    }

    /** Returns whether the other object has equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Plan that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(school, goal, attainable, changes, cost, position, score);
    }

    /** Returns an aligned table: present value, value needed, cost. */
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
        String withScore = score.map(each -> " with " + each.toPlainString()).orElse("");
        return text.note("goal: " + goal + (attainable ? "" : ", not attainable"))
                .note((attainable ? "then " : "at best ") + where + withScore)
                .build()
                .toString();
    }

    /** The change of one indicator. */
    @Immutable
    public static final class Change {
        private final Indicator indicator;
        private final Cell from;
        private final Cell to;
        private final BigDecimal cost;

        Change(Indicator indicator, Cell from, Cell to, BigDecimal cost) {
            this.indicator = indicator;
            this.from = from;
            this.to = to;
            this.cost = cost;
        }

        /** Returns the indicator. */
        public Indicator indicator() {
            return indicator;
        }

        /** Returns the present value, or the reason why it is missing. */
        public Cell from() {
            return from;
        }

        /** Returns the planned value. */
        public Cell to() {
            return to;
        }

        /** Returns the cost of the change. */
        public BigDecimal cost() {
            return cost;
        }

        /** Returns whether the other object has equal parts. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Change that && parts().equals(that.parts());
        }

        @Override
        public int hashCode() {
            return parts().hashCode();
        }

        private List<Object> parts() {
            return List.of(indicator, from, to, cost);
        }

        /** Returns the line in words. */
        @Override
        public String toString() {
            return indicator.name() + ": " + from + " → " + to + " for " + NumberText.plain(cost);
        }
    }
}
