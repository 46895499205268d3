package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.primitives.ImmutableIntArray;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import java.util.function.ToDoubleFunction;

/**
 * A number that summarises a ranking, such as the position of a school; {@link RankSensitivity} explains its variance.
 *
 * <p>Can be implemented by a lambda, which receives the ranking without changes and returns a function of the positions
 * under changed weights or methods.
 */
@FunctionalInterface
public interface RankOutput {
    /**
     * Returns the function of positions.
     *
     * @param reference the ranking without changes
     * @param table the table that is ranked
     * @param positions the position in the reference of each row of the table, 0 if it is not ranked
     * @return a function from the positions of the rows, 0 for rows not ranked, to a finite number; it must not keep
     *     the array
     */
    ToDoubleFunction<int[]> over(Ranking reference, IndicatorTable table, ImmutableIntArray positions);

    /**
     * Returns the position of a school, found as by {@link Ranking#of(String)}.
     *
     * <p>If a changed method does not rank the school, the function throws an IllegalArgumentException.
     */
    static RankOutput positionOf(String idOrName) {
        requireNonNull(idOrName, "idOrName");
        return (reference, table, positions) -> {
            School school = reference.of(idOrName).school();
            int row = table.rowOf(school).orElseThrow();
            return changed -> {
                checkArgument(changed[row] > 0, "school \"%s\" is not ranked under every choice", school.name());
                return changed[row];
            };
        };
    }

    /** Returns the mean number of places by which schools move, over the schools ranked before and after. */
    static RankOutput meanShift() {
        return (reference, table, positions) -> changed -> {
            long moved = 0;
            int ranked = 0;
            for (int row = 0; row < changed.length; row++) {
                if (changed[row] > 0 && positions.get(row) > 0) {
                    moved += Math.abs(changed[row] - positions.get(row));
                    ranked++;
                }
            }
            return ranked == 0 ? 0 : (double) moved / ranked;
        };
    }
}
