package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;

/**
 * Determines the weights of the indicators. This is a plug-in point; a lambda will do.
 *
 * <pre>{@code
 * WeightingStrategy equal = table -> Weights.equal(table.indicators());
 * }</pre>
 */
@Immutable
@FunctionalInterface
public interface WeightingStrategy {
    /**
     * Returns the weights for a table.
     *
     * @param table the normalised table; missing cells are still missing
     * @return points for exactly the table's indicators
     */
    Weights weigh(IndicatorTable table);

    /**
     * Returns whether the weights depend on the table's values, so that a missing value may change them. A ranking then
     * warns about missing values. The default is true.
     */
    default boolean learns() {
        return true;
    }

    /** Returns the strategy that gives each indicator one point. */
    static WeightingStrategy equal() {
        return EqualWeighting.INSTANCE;
    }

    /** Returns the strategy that uses the same weights for every table. */
    static WeightingStrategy fixed(Weights weights) {
        return new Weights.Fixed(weights);
    }
}

@Immutable
enum EqualWeighting implements WeightingStrategy {
    INSTANCE;

    @Override
    public Weights weigh(IndicatorTable table) {
        requireNonNull(table, "table");
        return Weights.equal(table.indicators());
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public String toString() {
        return "equal";
    }
}
