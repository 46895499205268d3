package io.github.medrank;

import com.google.errorprone.annotations.Immutable;

@Immutable
enum EqualWeighting implements WeightingStrategy {
    INSTANCE;

    @Override
    public Weights weigh(IndicatorTable table) {
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
