package io.github.medrank.weighting;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.IndicatorTable;
import io.github.medrank.exact.Matrices;

/** Squared loadings of the first principal component. */
@Immutable
enum PrincipalComponentWeighting implements LearnedWeighting {
    INSTANCE;

    @Override
    public double[] learn(ImmutableList<Column> columns, IndicatorTable table) {
        return Matrices.squaredLoadings(CorrelationTargeted.correlations(columns));
    }

    @Override
    public String toString() {
        return "first principal component (squared loadings)";
    }
}
