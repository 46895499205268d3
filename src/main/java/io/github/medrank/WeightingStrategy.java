package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;

/**
 * How the indicators are weighted: a plug-in point that any lambda fits.
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
     * @param table the normalised table, its missing cells still missing
     * @return points for exactly the table's indicators
     */
    Weights weigh(IndicatorTable table);

    /**
     * Returns whether the weights depend on the table's values, so that a missing one may change them; a ranking warns
     * of it. Said of any strategy that does not say otherwise.
     */
    default boolean learns() {
        return true;
    }

    /** Returns the strategy that gives every indicator one point. */
    static WeightingStrategy equal() {
        return EqualWeighting.INSTANCE;
    }

    /** Returns the strategy that gives the same weights to every table. */
    static WeightingStrategy fixed(Weights weights) {
        return new FixedWeights(weights);
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
