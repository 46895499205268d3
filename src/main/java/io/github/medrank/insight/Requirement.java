package io.github.medrank.insight;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a school needs in one indicator to reach a goal, if everything else stays the same. */
@Immutable
public final class Requirement {
    private final Indicator indicator;
    private final Cell from;
    private final Cell to;
    private final boolean attainable;
    private final Optional<Position> position;
    private final Optional<BigDecimal> score;

    Requirement(
            Indicator indicator,
            Cell from,
            Cell to,
            boolean attainable,
            Optional<Position> position,
            Optional<BigDecimal> score) {
        this.indicator = indicator;
        this.from = from;
        this.to = to;
        this.attainable = attainable;
        this.position = position;
        this.score = score;
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
     * Returns the least improvement on the grid that reaches the goal. If none does, it is the least improvement to the
     * best attainable place, or {@link #from} if no improvement helps.
     */
    public Cell to() {
        return to;
    }

    /** Returns whether {@link #to} reaches the goal. */
    public boolean attainable() {
        return attainable;
    }

    /** Returns the position with that value; empty if the school is then not ranked. */
    public Optional<Position> position() {
        return position;
    }

    /** Returns the presented score with that value; empty if the school is then not ranked. */
    public Optional<BigDecimal> score() {
        return score;
    }

    /** Returns whether the other object has equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Requirement that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(indicator, from, to, attainable, position, score);
    }

    /** Returns the value needed and its effect; or that the goal is out of reach, with the best attainable result. */
    @Override
    public String toString() {
        String where = position.map(Position::toString).orElse("not ranked");
        if (attainable) {
            return indicator.name() + ": " + to + " (" + where + ")";
        }
        return indicator.name() + ": not attainable, at best " + where + (to.equals(from) ? "" : " with " + to);
    }
}
