package io.github.medrank.ranking;

import static io.github.medrank.SixtyDigits.DIGITS;

import io.github.medrank.SixtyDigits;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/** What each normalizer of the catalogue makes of a column, in 60-digit arithmetic and written anew. */
final class TrueScales {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal FIFTY = BigDecimal.valueOf(50);

    private TrueScales() {}

    static BigDecimal number(double number) {
        return BigDecimal.valueOf(number);
    }

    private static List<BigDecimal> each(List<BigDecimal> column, UnaryOperator<BigDecimal> one) {
        return column.stream().map(one).toList();
    }

    private static BigDecimal least(List<BigDecimal> column) {
        return column.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static BigDecimal greatest(List<BigDecimal> column) {
        return column.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    /** 0 at one number and the rise at the other. */
    private static List<BigDecimal> line(List<BigDecimal> column, BigDecimal from, BigDecimal to, double rise) {
        return each(column, x -> x.subtract(from).multiply(number(rise)).divide(to.subtract(from), DIGITS));
    }

    private static List<BigDecimal> minMax(List<BigDecimal> column, boolean more, double rise) {
        return more
                ? line(column, least(column), greatest(column), rise)
                : line(column, greatest(column), least(column), rise);
    }

    private static List<BigDecimal> percent(List<BigDecimal> column, boolean more, BigDecimal whole) {
        return each(column, x -> (more ? x : whole).multiply(HUNDRED).divide(more ? whole : x, DIGITS));
    }

    private static List<BigDecimal> standard(List<BigDecimal> column, boolean more, int less) {
        BigDecimal n = BigDecimal.valueOf(column.size());
        BigDecimal mean =
                column.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(n, DIGITS);
        BigDecimal deviation = column.stream()
                .map(x -> x.subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(n.subtract(BigDecimal.valueOf(less)), DIGITS)
                .sqrt(DIGITS);
        return each(column, x -> (more ? x.subtract(mean) : mean.subtract(x)).divide(deviation, DIGITS));
    }

    private static List<BigDecimal> ranks(
            List<BigDecimal> column, boolean more, double equal, double added, double times, double over) {
        return each(column, x -> {
            long worse = column.stream()
                    .filter(y -> more ? y.compareTo(x) < 0 : y.compareTo(x) > 0)
                    .count();
            long same = column.stream().filter(y -> y.compareTo(x) == 0).count();
            return number((worse + equal * same + added) * times).divide(number(over), DIGITS);
        });
    }

    private static List<BigDecimal> knee(List<BigDecimal> column, boolean more) {
        List<BigDecimal> sorted = column.stream().sorted().toList();
        int n = sorted.size();
        BigDecimal median = sorted.get((n - 1) / 2).add(sorted.get(n / 2)).divide(number(2), DIGITS);
        BigDecimal best = more ? greatest(column) : least(column);
        BigDecimal worst = more ? least(column) : greatest(column);
        return each(column, x -> {
            if (x.compareTo(median) == 0) {
                return FIFTY;
            }
            boolean better = more == (x.compareTo(median) > 0);
            BigDecimal part = x.subtract(median).divide((better ? best : worst).subtract(median), DIGITS);
            return FIFTY.add(part.multiply(number(better ? 40 : -50)));
        });
    }

    /** Through the points of the catalogue's value functions. */
    private static BigDecimal worth(BigDecimal x, boolean more) {
        double[] ys = more ? new double[] {5, 70, 100} : new double[] {100, 40, 5};
        if (x.compareTo(number(30)) <= 0) {
            return number(ys[0]).add(x.multiply(number(ys[1] - ys[0])).divide(number(30), DIGITS));
        }
        BigDecimal beyond = x.min(number(90)).subtract(number(30));
        return number(ys[1]).add(beyond.multiply(number(ys[2] - ys[1])).divide(number(60), DIGITS));
    }

    private static BigDecimal clip(BigDecimal x) {
        return x.max(BigDecimal.ZERO).min(HUNDRED);
    }

    /**
     * The places of a column.
     *
     * @param factory the signature of the catalogue
     * @param more whether more is better
     */
    static List<BigDecimal> of(String factory, List<BigDecimal> column, boolean more) {
        BigDecimal sixty = number(60);
        BigDecimal best = more ? greatest(column) : least(column);
        double n = column.size();
        List<BigDecimal> unclipped =
                more ? line(column, BigDecimal.ZERO, sixty, 100) : line(column, sixty, BigDecimal.ZERO, 100);
        return switch (factory) {
            case "identity()" -> column;
            case "minMax(double, double)" -> each(minMax(column, more, 9), x -> x.add(BigDecimal.ONE));
            case "logMinMax(double, double)" -> minMax(each(column, SixtyDigits::ln), more, 100);
            case "goalposts(double, double)" -> each(unclipped, TrueScales::clip);
            case "goalpostsUnclipped(double, double)" -> unclipped;
            case "percentOfMaximum()" -> percent(column, more, best);
            case "sqrtOfPercentOfMaximum()" ->
                each(percent(column, more, best), x -> x.multiply(HUNDRED).sqrt(DIGITS));
            case "zScore()" -> standard(column, more, 0);
            case "normalCdf()", "normalCdf(ZScore)" ->
                each(standard(column, more, 0), z -> SixtyDigits.normalCdf(z).multiply(HUNDRED));
            case "tScore()" ->
                each(standard(column, more, 0), z -> z.multiply(BigDecimal.TEN).add(FIFTY));
            case "tScore(ZScore)" ->
                each(standard(column, more, 1), z -> z.multiply(BigDecimal.TEN).add(FIFTY));
            case "percentileRankMean()" -> ranks(column, more, 0.5, 0, 100, n);
            case "percentileRankWeak()" -> ranks(column, more, 1, 0, 100, n);
            case "percentileRankStrict()" -> ranks(column, more, 0, 0, 100, n);
            case "rank()" -> ranks(column, more, 0.5, 0.5, 1, 1);
            case "piecewiseLinearAtMedian(double, double, double)" -> knee(column, more);
            case "valueFunction(Map)" -> each(column, x -> worth(x, more));
            case "percentOfReference(Row)" -> percent(column, more, FIFTY);
            case "distanceToReference(Row)" ->
                more
                        ? line(column, least(column), number(120), 100)
                        : line(column, greatest(column), number(0.05), 100);
            case "frozen(Normalizer, Column)" -> more ? column : each(column, HUNDRED::subtract);
            case "frozen(Normalizer, IndicatorTable)" -> more ? column : each(column, BigDecimal::negate);
            default -> throw new IllegalArgumentException("no truth of " + factory);
        };
    }
}
