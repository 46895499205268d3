package io.github.medrank.weighting;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.IndicatorTable;
import io.github.medrank.WeightingStrategy;
import io.github.medrank.Weights;

/** Weights from pairwise comparisons, in one of two ways. */
@Immutable
record Compared(PairwiseComparisons comparisons, boolean byEigenvector) implements WeightingStrategy {
    @Override
    public Weights weigh(IndicatorTable table) {
        requireNonNull(table, "table");
        return byEigenvector ? comparisons.principalEigenvector() : comparisons.geometricMean();
    }

    @Override
    public boolean learns() {
        return false;
    }

    @Override
    public String toString() {
        return "AHP (" + (byEigenvector ? "principal eigenvector" : "geometric mean") + ") of " + comparisons;
    }
}
