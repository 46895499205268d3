package io.github.medrank.ranking;

import static io.github.medrank.SixtyDigits.DIGITS;

import io.github.medrank.SixtyDigits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each ranker of the catalogue makes of a matrix, in 60-digit arithmetic and written anew. All columns count, and
 * in all of them more is better.
 *
 * @param rows the matrix
 * @param points of the three columns
 */
record TrueScores(List<List<BigDecimal>> rows, List<Integer> points) {
    private static final MathContext THIRTEEN = new MathContext(13);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private BigDecimal total() {
        return BigDecimal.valueOf(points.stream().mapToInt(each -> each).sum());
    }

    private BigDecimal share(int i) {
        return BigDecimal.valueOf(points.get(i)).divide(total(), DIGITS);
    }

    private List<BigDecimal> column(int i) {
        return rows.stream().map(row -> SixtyDigits.fine(row.get(i))).toList();
    }

    /** Σ points · f(x) / Σ points. */
    private BigDecimal mean(List<BigDecimal> row, UnaryOperator<BigDecimal> function) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < points.size(); i++) {
            sum = sum.add(function.apply(row.get(i)).multiply(BigDecimal.valueOf(points.get(i))));
        }
        return sum.divide(total(), DIGITS);
    }

    private List<BigDecimal> each(java.util.function.Function<List<BigDecimal>, BigDecimal> score) {
        return rows.stream().map(score).toList();
    }

    private List<BigDecimal> rounded(java.util.function.Function<List<BigDecimal>, BigDecimal> score) {
        return rows.stream().map(score).map(number -> number.round(THIRTEEN)).toList();
    }

    private static BigDecimal power(BigDecimal x, String exponent) {
        return x.signum() == 0
                ? BigDecimal.ZERO
                : SixtyDigits.exp(SixtyDigits.ln(x).multiply(new BigDecimal(exponent)));
    }

    /** The power mean; 0 where the exponent is not above zero and a number is zero. */
    private BigDecimal powerMean(List<BigDecimal> row, String exponent, String inverse) {
        boolean hasZero = row.stream().anyMatch(x -> x.signum() == 0);
        return exponent.startsWith("-") && hasZero
                ? BigDecimal.ZERO
                : power(mean(row, x -> power(x, exponent)), inverse);
    }

    private BigDecimal geometric(List<BigDecimal> row) {
        return row.stream().anyMatch(x -> x.signum() == 0)
                ? BigDecimal.ZERO
                : SixtyDigits.exp(mean(row, SixtyDigits::ln));
    }

    /** The first pillar of the first and third column counts threefold. */
    private List<BigDecimal> pillars(List<BigDecimal> row) {
        BigDecimal first = row.get(0)
                .multiply(BigDecimal.valueOf(points.get(0)))
                .add(row.get(2).multiply(BigDecimal.valueOf(points.get(2))))
                .divide(BigDecimal.valueOf(points.get(0) + points.get(2)), DIGITS);
        return List.of(first, row.get(1));
    }

    private static final List<Integer> PILLARS = List.of(3, 1);

    private BigDecimal mazziottaPareto(List<BigDecimal> row) {
        BigDecimal mean = mean(row, x -> x);
        return mean.subtract(mean(row, x -> x.subtract(mean).pow(2)).divide(mean, DIGITS));
    }

    private static BigDecimal end(List<BigDecimal> numbers, boolean most) {
        Comparator<BigDecimal> order = Comparator.naturalOrder();
        return numbers.stream().max(most ? order : order.reversed()).orElseThrow();
    }

    private List<BigDecimal> topsis(boolean minMax) {
        List<List<BigDecimal>> scaled = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            List<BigDecimal> column = column(i);
            BigDecimal least = end(column, false);
            BigDecimal range = end(column, true).subtract(least);
            BigDecimal norm = column.stream()
                    .map(x -> x.multiply(x))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .sqrt(DIGITS);
            BigDecimal share = share(i);
            scaled.add(column.stream()
                    .map(x -> !minMax
                            ? norm.signum() == 0 ? norm : x.divide(norm, DIGITS)
                            : range.signum() == 0 ? HALF : x.subtract(least).divide(range, DIGITS))
                    .map(x -> x.multiply(share))
                    .toList());
        }
        IntFunction<BigDecimal> score = row -> {
            BigDecimal fromBest = distance(scaled, row, true);
            BigDecimal fromWorst = distance(scaled, row, false);
            BigDecimal both = fromBest.add(fromWorst);
            return both.signum() == 0 ? HALF : fromWorst.divide(both, DIGITS).round(THIRTEEN);
        };
        return IntStream.range(0, rows.size()).mapToObj(score).toList();
    }

    private static BigDecimal distance(List<List<BigDecimal>> columns, int row, boolean fromBest) {
        return columns.stream()
                .map(column -> column.get(row).subtract(end(column, fromBest)).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .sqrt(DIGITS);
    }

    private static List<BigDecimal> toUnit(List<BigDecimal> numbers) {
        List<BigDecimal> clear = numbers.stream().map(SixtyDigits::fine).toList();
        BigDecimal least = end(clear, false);
        BigDecimal range = end(clear, true).subtract(least);
        return clear.stream()
                .map(x -> range.signum() == 0
                        ? BigDecimal.ZERO
                        : x.subtract(least).divide(range, DIGITS))
                .toList();
    }

    /** Minus VIKOR's Q of v = ½. */
    private List<BigDecimal> vikor() {
        List<BigDecimal> utility = new ArrayList<>();
        List<BigDecimal> regret = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            List<BigDecimal> parts = new ArrayList<>();
            for (int i = 0; i < points.size(); i++) {
                BigDecimal best = end(column(i), true);
                BigDecimal range = best.subtract(end(column(i), false));
                parts.add(
                        range.signum() == 0
                                ? BigDecimal.ZERO
                                : best.subtract(column(i).get(row))
                                        .multiply(share(i))
                                        .divide(range, DIGITS));
            }
            utility.add(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            regret.add(end(parts, true));
        }
        List<BigDecimal> fromBest = toUnit(utility);
        List<BigDecimal> fromLeast = toUnit(regret);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> fromBest.get(row)
                        .add(fromLeast.get(row))
                        .multiply(HALF)
                        .round(THIRTEEN)
                        .negate())
                .toList();
    }

    /** The weighted mean of what a column's numbers make of each pair. */
    private List<BigDecimal> flows(List<BinaryOperator<BigDecimal>> preferences, BigDecimal over) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> {
                    BigDecimal sum = BigDecimal.ZERO;
                    for (int i = 0; i < points.size(); i++) {
                        List<BigDecimal> column = column(i);
                        for (BigDecimal other : column) {
                            sum = sum.add(preferences
                                    .get(i)
                                    .apply(column.get(row), other)
                                    .multiply(BigDecimal.valueOf(points.get(i))));
                        }
                    }
                    return sum.divide(total().multiply(over), DIGITS);
                })
                .toList();
    }

    private static BinaryOperator<BigDecimal> preference(UnaryOperator<BigDecimal> ofAdvantage) {
        return (mine, other) -> {
            BigDecimal ahead = mine.subtract(other);
            return ahead.signum() == 0
                    ? BigDecimal.ZERO
                    : ahead.signum() > 0
                            ? ofAdvantage.apply(ahead)
                            : ofAdvantage.apply(ahead.negate()).negate();
        };
    }

    private static final BinaryOperator<BigDecimal> USUAL = preference(ahead -> BigDecimal.ONE);
    private static final BinaryOperator<BigDecimal> LINEAR = preference(ahead -> ahead.subtract(BigDecimal.ONE)
            .divide(BigDecimal.valueOf(19), DIGITS)
            .max(BigDecimal.ZERO)
            .min(BigDecimal.ONE));
    /** To forty decimals, as it is defined: an advantage of 96 counts 1. */
    private static final BinaryOperator<BigDecimal> GAUSSIAN = preference(ahead -> BigDecimal.ONE.subtract(
            SixtyDigits.exp(ahead.multiply(ahead).negate().divide(BigDecimal.valueOf(98), DIGITS))
                    .setScale(40, RoundingMode.HALF_EVEN)));

    /** Half a point for the school itself, which is level with itself, is taken off again. */
    private List<BigDecimal> borda() {
        BinaryOperator<BigDecimal> points = (mine, other) ->
                BigDecimal.valueOf(1 + Integer.signum(mine.compareTo(other))).multiply(HALF);
        return flows(List.of(points, points, points), BigDecimal.ONE).stream()
                .map(sum -> sum.subtract(HALF))
                .toList();
    }

    private List<BigDecimal> copeland() {
        int n = rows.size();
        return IntStream.range(0, n)
                .mapToObj(row -> BigDecimal.valueOf(IntStream.range(0, n)
                        .map(other -> Integer.signum(IntStream.range(0, points.size())
                                .map(i -> points.get(i)
                                        * Integer.signum(column(i)
                                                .get(row)
                                                .compareTo(column(i).get(other))))
                                .sum()))
                        .sum()))
                .toList();
    }

    private boolean dominates(int one, int other) {
        int[] signs = IntStream.range(0, points.size())
                .map(i -> column(i).get(one).compareTo(column(i).get(other)))
                .toArray();
        return IntStream.of(signs).allMatch(sign -> sign >= 0)
                && IntStream.of(signs).anyMatch(sign -> sign > 0);
    }

    private int layer(int row) {
        return 1
                + IntStream.range(0, rows.size())
                        .filter(better -> dominates(better, row))
                        .map(this::layer)
                        .max()
                        .orElse(0);
    }

    private List<BigDecimal> doubted(boolean bounded) {
        return IntStream.range(0, rows.size())
                .mapToObj(row -> benefitOfTheDoubt(row, bounded))
                .toList();
    }

    /**
     * The largest sum of the row's parts under weights that give no school more than 1: at a corner, where three of the
     * limits are met. With bounds, a part is between half of its share of the sum and twice that.
     */
    private BigDecimal benefitOfTheDoubt(int row, boolean bounded) {
        List<BigDecimal[]> limits = new ArrayList<>(); // a·w ≤ b as {a, b}
        for (List<BigDecimal> other : rows) {
            limits.add(new BigDecimal[] {other.get(0), other.get(1), other.get(2), BigDecimal.ONE});
        }
        for (int i = 0; i < points.size(); i++) {
            limits.add(limit(row, i, BigDecimal.ONE, BigDecimal.ZERO));
            if (bounded) {
                limits.add(limit(row, i, BigDecimal.ONE, share(i).multiply(HALF)));
                limits.add(limit(
                        row, i, BigDecimal.ONE.negate(), share(i).add(share(i)).negate()));
            }
        }
        BigDecimal most = BigDecimal.ZERO;
        for (int i = 0; i < limits.size(); i++) {
            for (int j = 0; j < i; j++) {
                for (int k = 0; k < j; k++) {
                    most = most.max(atCorner(row, limits, List.of(limits.get(i), limits.get(j), limits.get(k))));
                }
            }
        }
        return most.setScale(9, RoundingMode.HALF_EVEN);
    }

    /** share · sum − sign · part ≤ 0, turned by the sign; without a share, that the weight is not negative. */
    private BigDecimal[] limit(int row, int i, BigDecimal sign, BigDecimal share) {
        BigDecimal[] limit = new BigDecimal[4];
        Arrays.fill(limit, BigDecimal.ZERO);
        if (share.signum() == 0) {
            limit[i] = sign.negate();
            return limit;
        }
        for (int j = 0; j < 3; j++) {
            limit[j] = rows.get(row).get(j).multiply(share.subtract(j == i ? sign : BigDecimal.ZERO));
        }
        return limit;
    }

    private BigDecimal atCorner(int row, List<BigDecimal[]> limits, List<BigDecimal[]> met) {
        BigDecimal determinant = determinant(met, -1);
        if (determinant.abs().compareTo(new BigDecimal("1e-40")) < 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal slack = new BigDecimal("-1e-45");
        BigDecimal[] weights = new BigDecimal[3];
        for (int i = 0; i < 3; i++) {
            weights[i] = determinant(met, i).divide(determinant, DIGITS);
            if (weights[i].compareTo(slack) < 0) {
                return BigDecimal.ZERO;
            }
        }
        for (BigDecimal[] limit : limits) {
            if (product(limit, weights).subtract(limit[3]).compareTo(slack.negate()) > 0) {
                return BigDecimal.ZERO;
            }
        }
        return SixtyDigits.clear(product(rows.get(row).toArray(BigDecimal[]::new), weights));
    }

    private static BigDecimal product(BigDecimal[] row, BigDecimal[] weights) {
        return row[0].multiply(weights[0]).add(row[1].multiply(weights[1])).add(row[2].multiply(weights[2]));
    }

    /** Of three rows, with one column replaced by the right sides. */
    private static BigDecimal determinant(List<BigDecimal[]> rows, int replaced) {
        BigDecimal[][] m = new BigDecimal[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                m[i][j] = rows.get(i)[j == replaced ? 3 : j];
            }
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int j = 0; j < 3; j++) {
            int next = (j + 1) % 3;
            int last = (j + 2) % 3;
            sum = sum.add(m[0][j].multiply(m[1][next].multiply(m[2][last]).subtract(m[1][last].multiply(m[2][next]))));
        }
        return sum.round(MORE);
    }

    private static final MathContext MORE = new MathContext(120);

    /** The scores, the larger the better; empty where this judge knows none. */
    List<BigDecimal> of(String ranker) {
        return switch (ranker) {
            case "weighted arithmetic mean" -> each(row -> mean(row, x -> x));
            case "sum" -> each(row -> mean(row, x -> x).multiply(total()).movePointLeft(2));
            case "pillars" -> each(row -> new TrueScores(rows, PILLARS).mean(pillars(row), x -> x));
            case "geometric pillars" -> rounded(row -> new TrueScores(rows, PILLARS).geometric(pillars(row)));
            case "geometric" -> rounded(this::geometric);
            case "harmonic" ->
                rounded(row -> row.stream().anyMatch(x -> x.signum() == 0)
                        ? BigDecimal.ZERO
                        : BigDecimal.ONE.divide(mean(row, x -> BigDecimal.ONE.divide(x, DIGITS)), DIGITS));
            case "power 2.5" -> rounded(row -> powerMean(row, "2.5", "0.4"));
            case "power -2.5" -> rounded(row -> powerMean(row, "-2.5", "-0.4"));
            case "Mazziotta-Pareto" -> rounded(this::mazziottaPareto);
            case "TOPSIS" -> topsis(false);
            case "TOPSIS of min–max" -> topsis(true);
            case "VIKOR" -> vikor();
            case "linear PROMETHEE" -> flows(List.of(LINEAR, LINEAR, LINEAR), BigDecimal.valueOf(rows.size() - 1L));
            case "Gaussian PROMETHEE" ->
                flows(List.of(USUAL, GAUSSIAN, GAUSSIAN), BigDecimal.valueOf(rows.size() - 1L));
            case "benefit of the doubt" -> doubted(false);
            case "bounded benefit of the doubt" -> doubted(true);
            case "Borda" -> borda();
            case "Copeland" -> copeland();
            case "layers" ->
                IntStream.range(0, rows.size())
                        .mapToObj(row -> BigDecimal.valueOf(-layer(row)))
                        .toList();
            default -> throw new IllegalArgumentException(ranker);
        };
    }

    /**
     * The score of one school whose other values share the weight of a missing one; null if it has none.
     *
     * @param row with null for a missing value
     */
    static @Nullable BigDecimal skipping(String ranker, List<@Nullable BigDecimal> row, List<Integer> points) {
        if (ranker.equals("geometric pillars")) {
            List<@Nullable BigDecimal> first = Arrays.asList(row.get(0), row.get(2));
            return skipping(
                    "geometric",
                    Arrays.asList(
                            skipping("weighted arithmetic mean", first, List.of(points.get(0), points.get(2))),
                            row.get(1)),
                    PILLARS);
        }
        List<BigDecimal> present = new ArrayList<>();
        List<Integer> theirs = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            BigDecimal number = row.get(i);
            if (number != null) {
                present.add(number);
                theirs.add(points.get(i));
            }
        }
        int all = points.stream().mapToInt(each -> each).sum();
        int some = theirs.stream().mapToInt(each -> each).sum();
        if (some == 0 || (ranker.equals("power -2.5") && some < all) || (ranker.equals("sum") && 2 * some < all)) {
            return null;
        }
        TrueScores only = new TrueScores(List.of(present), theirs);
        return ranker.equals("sum")
                ? only.of("weighted arithmetic mean").get(0).multiply(BigDecimal.valueOf(all))
                : only.of(ranker).get(0);
    }

    /** What a score of the larger the better is shown as. */
    static BigDecimal shown(BigDecimal score, int decimals) {
        return SixtyDigits.clear(score).abs().setScale(decimals, RoundingMode.HALF_UP);
    }

    @Override
    public String toString() {
        return rows + " of " + points;
    }
}
