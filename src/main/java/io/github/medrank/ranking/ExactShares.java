package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Rational;
import io.github.medrank.Weights;
import java.util.function.UnaryOperator;

/** The exact numbers of columns and their exact shares of the weights, for where doubles cannot decide. */
final class ExactShares {
    private final ImmutableList<Column> columns;
    private final ImmutableList<Rational> shares;

    ExactShares(ImmutableList<Column> columns, Weights weights) {
        this.columns = columns;
        Rational total = columns.stream()
                .map(column -> Rational.of(weights.points(column.indicator())))
                .reduce(Rational.ZERO, Rational::plus);
        this.shares = columns.stream()
                .map(column -> Rational.of(weights.points(column.indicator())).dividedBy(total))
                .collect(ImmutableList.toImmutableList());
    }

    Rational share(int indicator) {
        return shares.get(indicator);
    }

    /** The weighted sum of what becomes of a row's numbers. */
    Rational sum(int row, UnaryOperator<Rational> function) {
        Rational sum = Rational.ZERO;
        for (int i = 0; i < columns.size(); i++) {
            sum = sum.plus(function.apply(columns.get(i).exact(row)).times(shares.get(i)));
        }
        return sum;
    }

    Rational mean(int row) {
        return sum(row, number -> number);
    }
}
