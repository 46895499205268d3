package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.primitives.ImmutableIntArray;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import java.util.function.ToDoubleFunction;

/**
 * A number that sums a ranking up, such as one school's position: what a {@link RankSensitivity} explains.
 *
 * <p>Any lambda is one: it is given the ranking as the methodology has it, and gives back the function of the positions
 * under changed weights or methods.
 */
@FunctionalInterface
public interface RankOutput {
    /**
     * Returns the function of positions.
     *
     * @param reference the ranking without any change
     * @param table the table that is ranked
     * @param positions the position in the reference of each row of the table, 0 where it is not ranked
     * @return a finite number for the positions of each row of the table, 0 where it is not ranked; the array is lent
     */
    ToDoubleFunction<int[]> over(Ranking reference, IndicatorTable table, ImmutableIntArray positions);

    /**
     * Returns the position of a school, looked up as in {@link Ranking#of(String)}.
     *
     * <p>Where a changed method does not rank the school, an IllegalArgumentException says so.
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

    /**
     * Returns the mean number of places by which schools are moved, over those that are ranked both before and after.
     */
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
