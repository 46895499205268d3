package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;
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

@Immutable
enum MazziottaPareto implements Ranker {
    INSTANCE;

    @Override
    public Ranking rank(IndicatorTable table, Weights weights) {
        requireNonNull(table, "table");
        requireNonNull(weights, "weights");
        ImmutableList<Indicator> indicators = Raw.weighted(table, weights);
        double[][] values = Raw.upward(table, indicators);
        double[] shares = Raw.shares(weights, indicators);
        double[] scores = new double[table.size()];
        ExactSum sum = new ExactSum();
        for (int row = 0; row < scores.length; row++) {
            double mean = mean(values, shares, row, sum);
            checkArgument(
                    mean > 0,
                    "school \"%s\": its mean is %s, and the Mazziotta-Pareto index divides by it; normalise to positive"
                            + " values, such as to mean 100 and deviation 10",
                    table.schools().get(row).name(),
                    mean);
            scores[row] = Raw.rounded(mean - penalty(values, shares, row, mean, sum));
        }
        return Ranking.of(table, weights, ComputedScores.of(scores, Direction.HIGHER_IS_BETTER));
    }

    private static double mean(double[][] values, double[] shares, int row, ExactSum sum) {
        sum.clear();
        for (int i = 0; i < shares.length; i++) {
            sum.add(shares[i] * values[i][row]);
        }
        return sum.value();
    }

    /** The variance divided by the mean. */
    private static double penalty(double[][] values, double[] shares, int row, double mean, ExactSum sum) {
        sum.clear();
        for (int i = 0; i < shares.length; i++) {
            double off = Math.scalb(
                    values[i][row] - mean, -Math.getExponent(mean)); // so that no square overflows or vanishes
            sum.add(shares[i] * off * off);
        }
        int exponent = Math.getExponent(mean);
        return Math.scalb(sum.value() / Math.scalb(mean, -exponent), exponent);
    }

    @Override
    public String toString() {
        return "Mazziotta-Pareto index";
    }
}
