package io.github.medrank.insight;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.Position;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a school needs in one indicator to reach a goal, all else equal.
 *
 * @param indicator the indicator
 * @param from the value as it is, or the reason why there is none
 * @param to the least improvement on the grid that reaches the goal; where none does, the least that gets to the best
 *     place there is, which is {@code from} if no improvement helps
 * @param attainable whether {@code to} reaches the goal
 * @param position the position with that value; empty if the school is not ranked even then
 * @param score the score with that value, as presented; empty if the school is not ranked even then
 */
@Immutable
public record Requirement(
        Indicator indicator,
        Cell from,
        Cell to,
        boolean attainable,
        Optional<Position> position,
        Optional<BigDecimal> score) {
    /** The value needed, and what it gets; or that it cannot be, and the best attainable. */
    @Override
    public String toString() {
        String where = position.map(Position::toString).orElse("not ranked");
        if (attainable) {
            return indicator.name() + ": " + to + " (" + where + ")";
        }
        return indicator.name() + ": not attainable, at best " + where + (to.equals(from) ? "" : " with " + to);
    }
}
