package io.github.medrank.ranking;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Weights;
import io.github.medrank.exact.ExactSum;
import java.util.Arrays;

/** VIKOR's Q. The utilities and regrets are rounded before they are compared, so that equal ones stay equal. */
@Immutable
record Vikor(double v) implements Ranker {
    @Override
    public Ranking rank(IndicatorTable table, Weights weights) {
        requireNonNull(table, "table");
        requireNonNull(weights, "weights");
        ImmutableList<Indicator> indicators = Raw.weighted(table, weights);
        double[][] values = Raw.matrix(table, indicators);
        double[] shares = Raw.shares(weights, indicators);
        double[] utility = new double[table.size()];
        double[] regret = new double[table.size()];
        for (int i = 0; i < values.length; i++) {
            toRegret(values[i], shares[i]);
        }
        ExactSum sum = new ExactSum();
        for (int row = 0; row < utility.length; row++) {
            sum.clear();
            double most = 0;
            for (double[] column : values) {
                sum.add(column[row]);
                most = Math.max(most, column[row]);
            }
            utility[row] = Raw.rounded(sum.value());
            regret[row] = Raw.rounded(most);
        }
        double[] fromBest = toUnit(utility);
        double[] fromLeast = toUnit(regret);
        double[] scores = new double[utility.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = Raw.rounded(v * fromBest[row] + (1 - v) * fromLeast[row]);
        }
        return Ranking.of(table, weights, ComputedScores.of(scores, Direction.LOWER_IS_BETTER));
    }

    private static void toRegret(double[] column, double share) {
        double best = Arrays.stream(column).max().orElseThrow();
        double worst = Arrays.stream(column).min().orElseThrow();
        for (int row = 0; row < column.length; row++) {
            // halved, so that no difference overflows
            column[row] = best > worst ? share * ((best / 2 - column[row] / 2) / (best / 2 - worst / 2)) : 0;
        }
    }

    private static double[] toUnit(double[] numbers) {
        double least = Arrays.stream(numbers).min().orElseThrow();
        double most = Arrays.stream(numbers).max().orElseThrow();
        return Arrays.stream(numbers)
                .map(number -> most > least ? (number - least) / (most - least) : 0)
                .toArray();
    }

    @Override
    public String toString() {
        return "VIKOR (Opricovic and Tzeng 2004), v = " + v;
    }
}
