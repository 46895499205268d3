package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;

/** Compares each pair of schools once, by whole numbers. The loops run along columns, so that they vectorise. */
@Immutable
enum Copeland implements ScoreRanker {
    INSTANCE;

    private static final BigInteger LARGEST = BigInteger.valueOf(Integer.MAX_VALUE);

    @Override
    public Scores scores(IndicatorTable table, Weights weights) {
        ImmutableList<Indicator> indicators = Raw.weighted(table, weights);
        int[][] levels = indicators.stream()
                .map(indicator -> Raw.comparable(table, indicator))
                .toArray(int[][]::new);
        BigInteger[] points = wholePoints(weights, indicators);
        BigInteger total = Arrays.stream(points).reduce(BigInteger.ZERO, BigInteger::add);
        int[] scores = total.compareTo(LARGEST) <= 0
                ? byInts(
                        levels,
                        Arrays.stream(points)
                                .mapToInt(BigInteger::intValueExact)
                                .toArray())
                : byAny(levels, points);
        return ComputedScores.of(Arrays.stream(scores).asDoubleStream().toArray(), Direction.HIGHER_IS_BETTER);
    }

    /** The points as whole numbers without a common factor, in exactly the same proportions. */
    private static BigInteger[] wholePoints(Weights weights, ImmutableList<Indicator> indicators) {
        int scale = indicators.stream()
                .mapToInt(indicator ->
                        weights.points(indicator).stripTrailingZeros().scale())
                .max()
                .orElse(0);
        BigInteger[] points = indicators.stream()
                .map(weights::points)
                .map(each -> each.movePointRight(scale).setScale(0, java.math.RoundingMode.UNNECESSARY))
                .map(BigDecimal::toBigIntegerExact)
                .toArray(BigInteger[]::new);
        BigInteger common = Arrays.stream(points).reduce(BigInteger.ZERO, BigInteger::gcd);
        return Arrays.stream(points).map(each -> each.divide(common)).toArray(BigInteger[]::new);
    }

    private static int[] byInts(int[][] levels, int[] points) {
        int n = levels[0].length;
        int[] scores = new int[n];
        int[] margins = new int[n];
        for (int row = 0; row < n - 1; row++) {
            Arrays.fill(margins, row + 1, n, 0);
            for (int i = 0; i < points.length; i++) {
                addMargins(levels[i], row, points[i], margins);
            }
            int won = 0;
            for (int other = row + 1; other < n; other++) {
                int sign = Integer.signum(margins[other]);
                won += sign;
                scores[other] -= sign;
            }
            scores[row] += won;
        }
        return scores;
    }

    /**
     * The sign bit of a difference shows which school is better without a branch, so that the processor compares
     * several schools at once.
     */
    private static void addMargins(int[] levels, int row, int points, int[] margins) {
        int mine = levels[row];
        for (int other = row + 1; other < margins.length; other++) {
            int ahead = mine - levels[other];
            margins[other] += points & (-ahead >> 31);
            margins[other] -= points & (ahead >> 31);
        }
    }

    private static int[] byAny(int[][] levels, BigInteger[] points) {
        int n = levels[0].length;
        int[] scores = new int[n];
        for (int row = 0; row < n; row++) {
            for (int other = row + 1; other < n; other++) {
                BigInteger margin = BigInteger.ZERO;
                for (int i = 0; i < points.length; i++) {
                    int sign = Integer.compare(levels[i][row], levels[i][other]);
                    margin = margin.add(points[i].multiply(BigInteger.valueOf(sign)));
                }
                scores[row] += margin.signum();
                scores[other] -= margin.signum();
            }
        }
        return scores;
    }

    @Override
    public String toString() {
        return "Copeland score";
    }
}
