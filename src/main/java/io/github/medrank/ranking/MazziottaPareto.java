package io.github.medrank.ranking;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Rational;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import io.github.medrank.exact.ExactSum;
import java.util.Arrays;

@Immutable
enum MazziottaPareto implements ScoreRanker {
    INSTANCE;

    @Override
    public Scores scores(IndicatorTable table, Weights weights) {
        ImmutableList<Indicator> indicators = Raw.weighted(table, weights);
        double[][] values = Raw.upward(table, indicators);
        double[] shares = overLargest(Raw.shares(weights, indicators));
        double total = Arrays.stream(shares).sum();
        ImmutableList<Column> columns = indicators.stream().map(table::column).collect(ImmutableList.toImmutableList());
        ExactShares exact = new ExactShares(columns, weights);
        double[] scores = new double[table.size()];
        ExactSum sum = new ExactSum();
        double bound = 0;
        double off = off(columns, shares) / total;
        for (int row = 0; row < scores.length; row++) {
            double mean = mean(values, shares, row, sum) / total;
            boolean positive =
                    mean > 2 * off || (mean > -2 * off && exact.mean(row).signum() > 0);
            checkArgument(
                    positive,
                    "school \"%s\": its mean is %s, and the Mazziotta-Pareto index divides by it; normalise to positive"
                            + " values, such as to mean 100 and deviation 10",
                    table.schools().get(row).name(),
                    mean);
            double penalty = penalty(values, shares, row, mean, sum) / total;
            scores[row] = mean - penalty;
            // The mean may be off, and the distances from it, of which the mean is no more than their root mean square.
            double part = off / mean;
            bound = Math.max(
                    bound, off * (1 + 4 * Math.sqrt(penalty / mean) + 4 * part + penalty / mean) + penalty * 0x1p-48);
            bound = mean > 8 * off ? bound : Double.POSITIVE_INFINITY;
        }
        return ComputedScores.of(scores, Direction.HIGHER_IS_BETTER, bound, columns, row -> score(exact, row));
    }

    /** Equal weights become ones, so that the mean of equal numbers is that number in doubles too. */
    private static double[] overLargest(double[] shares) {
        double largest = Arrays.stream(shares).max().orElse(1);
        return Arrays.stream(shares).map(share -> share / largest).toArray();
    }

    /** How far a weighted sum may be off. */
    private static double off(ImmutableList<Column> columns, double[] shares) {
        double off = 0;
        for (int i = 0; i < shares.length; i++) {
            off += shares[i] * (Raw.off(columns.get(i)) + columns.get(i).magnitude() * 0x1p-51);
        }
        return off;
    }

    private static Rational score(ExactShares exact, int row) {
        Rational mean = exact.mean(row);
        Rational variance = exact.sum(row, number -> {
            Rational away = number.minus(mean);
            return away.times(away);
        });
        return mean.minus(variance.dividedBy(mean));
    }

    private static double mean(double[][] values, double[] shares, int row, ExactSum sum) {
        sum.clear();
        for (int i = 0; i < shares.length; i++) {
            sum.add(shares[i] * values[i][row]);
        }
        return sum.value();
    }

    /** The variance over the mean, times the total of the weights. */
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
