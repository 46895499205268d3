package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;

@Immutable
record FixedWeights(Weights weights) implements WeightingStrategy {
    FixedWeights {
        requireNonNull(weights, "weights");
    }

    @Override
    public Weights weigh(IndicatorTable table) {
        requireNonNull(table, "table");
        return weights;
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public String toString() {
        return weights.toString();
    }
}
