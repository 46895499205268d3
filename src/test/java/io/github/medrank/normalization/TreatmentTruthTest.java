package io.github.medrank.normalization;

import static io.github.medrank.SixtyDigits.DIGITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.SixtyDigits;
import io.github.medrank.Treatment;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Composites of treated, imputed and then normalised values against 60-digit arithmetic: what ties in truth ties, and
 * what lies on a half is rounded as a half.
 *
 * <p>{@code -Dmedrank.tables=10000} runs the long version.
 */
class TreatmentTruthTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final List<Indicator> BOTH = List.of(A, B);
    private static final int TABLES = Integer.getInteger("medrank.tables", 150);

    static LongStream seeds() {
        return LongStream.range(0, TABLES);
    }

    /** What a treatment makes of a column, all numbers of it present. */
    private interface Truth extends UnaryOperator<List<BigDecimal>> {}

    private record Case(Treatment treatment, Truth truth) {}

    private static Truth each(UnaryOperator<BigDecimal> one) {
        return column -> column.stream().map(one).toList();
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private static List<BigDecimal> sorted(List<BigDecimal> column) {
        return column.stream().sorted().toList();
    }

    private static BigDecimal quantile(List<BigDecimal> column, BigDecimal share) {
        List<BigDecimal> sorted = sorted(column);
        BigDecimal place = share.multiply(BigDecimal.valueOf(sorted.size() - 1L));
        int below = place.intValue();
        BigDecimal next = sorted.get(Math.min(below + 1, sorted.size() - 1));
        BigDecimal rest = place.subtract(BigDecimal.valueOf(below));
        return sorted.get(below).add(next.subtract(sorted.get(below)).multiply(rest));
    }

    private static BigDecimal mean(List<BigDecimal> column) {
        return column.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(column.size()), DIGITS);
    }

    private static List<BigDecimal> clip(List<BigDecimal> column, BigDecimal low, BigDecimal high) {
        return column.stream().map(x -> x.max(low).min(high)).toList();
    }

    private static List<BigDecimal> between(List<BigDecimal> column, String low, String high) {
        return clip(column, quantile(column, number(low)), quantile(column, number(high)));
    }

    private static List<BigDecimal> capped(List<BigDecimal> column) {
        return clip(
                column, sorted(column).get(0).min(BigDecimal.ZERO), mean(column).multiply(number("1.1")));
    }

    private static List<BigDecimal> elseLog(List<BigDecimal> column) {
        BigDecimal mean = mean(column);
        BigDecimal skew = column.stream().map(x -> x.subtract(mean).pow(3)).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (skew.abs().compareTo(new BigDecimal("1e-40")) < 0) {
            return column; // not skew, so left alone
        }
        List<BigDecimal> sorted = sorted(column);
        BigDecimal least = sorted.get(0);
        BigDecimal range = sorted.get(sorted.size() - 1).subtract(least);
        return column.stream()
                .map(x -> SixtyDigits.ln(x.subtract(least).add(range.movePointLeft(2))))
                .toList();
    }

    private static List<BigDecimal> winsorized(List<BigDecimal> column) {
        List<BigDecimal> sorted = sorted(column);
        return clip(column, sorted.get(1), sorted.get(sorted.size() - 2));
    }

    private static List<Case> cases(IndicatorTable other, List<BigDecimal> divisors) {
        Truth ratio = column -> IntStream.range(0, column.size())
                .mapToObj(row -> column.get(row).divide(divisors.get(row), DIGITS))
                .toList();
        Treatment ratioTo = Treatments.ratioTo(other, B);
        return List.of(
                new Case(Treatments.log(), each(SixtyDigits::ln)),
                new Case(Treatments.log(1), each(x -> SixtyDigits.ln(x.add(BigDecimal.ONE)))),
                new Case(Treatments.sqrt(), each(x -> x.sqrt(DIGITS))),
                new Case(Treatments.inTurn(Treatments.reciprocal(), Treatments.reciprocal()), column -> column),
                new Case(ratioTo, ratio),
                new Case(
                        Treatments.inTurn(ratioTo, Treatments.sqrt()),
                        each(x -> x.sqrt(DIGITS)).compose(ratio)::apply),
                new Case(Treatments.winsorized(1, 1), TreatmentTruthTest::winsorized),
                new Case(
                        Treatments.inTurn(ratioTo, Treatments.winsorized(1, 1)),
                        column -> winsorized(ratio.apply(column))),
                new Case(Treatments.capAtPercentile(61), column -> between(column, "0", "0.61")),
                new Case(
                        Treatments.inTurn(ratioTo, Treatments.betweenPercentiles(10, 85)),
                        column -> between(ratio.apply(column), "0.1", "0.85")),
                new Case(Treatments.capAtMeanMultiple(1.1), TreatmentTruthTest::capped),
                new Case(
                        Treatments.inTurn(ratioTo, Treatments.capAtMeanMultiple(1.1)),
                        column -> capped(ratio.apply(column))),
                new Case(Treatments.winsorizedElseLog(0, -100, 0), TreatmentTruthTest::elseLog));
    }

    /** Products of twos and threes, of which logarithms and roots often tie, or numbers of a few decimals. */
    private static BigDecimal value(SplittableRandom random, boolean tied) {
        return tied
                ? BigDecimal.valueOf((1L << random.nextInt(5)) * (random.nextBoolean() ? 1 : 9))
                : BigDecimal.valueOf(random.nextInt(100, 100_000), random.nextInt(1, 4));
    }

    private static List<BigDecimal> column(SplittableRandom random, int n, boolean tied) {
        List<BigDecimal> column = new ArrayList<>();
        do {
            column.clear();
            for (int row = 0; row < n; row++) {
                column.add(value(random, tied));
            }
        } while (sorted(column).get(1).compareTo(sorted(column).get(n - 2)) == 0);
        return column;
    }

    private static IndicatorTable table(List<BigDecimal> a, List<BigDecimal> b) {
        IndicatorTable.Builder table = IndicatorTable.builder(BOTH);
        for (int row = 0; row < a.size(); row++) {
            table.row(
                    School.of("school " + row),
                    a.get(row).doubleValue(),
                    b.get(row).doubleValue());
        }
        return table.build();
    }

    /** The first indicator weighs as many points as it has measured values, so that its mean counts as a whole number. */
    private static Methodology method(Normalizer normalizer, int points) {
        return Methodology.builder("Truth")
                .normalizer(normalizer)
                .weights(Weights.builder().put(A, points).put(B, 1).build())
                .ranker(Rankers.weightedMean())
                .build();
    }

    private static List<BigDecimal> minMax(List<BigDecimal> column) {
        List<BigDecimal> sorted = sorted(column);
        BigDecimal least = sorted.get(0);
        BigDecimal range = sorted.get(sorted.size() - 1).subtract(least);
        return column.stream()
                .map(x -> range.signum() == 0
                        ? BigDecimal.valueOf(50)
                        : x.subtract(least).movePointRight(2).divide(range, DIGITS))
                .toList();
    }

    private static void assertTrue(
            Methodology plain, IndicatorTable table, List<BigDecimal> a, List<BigDecimal> b, Object what) {
        BigDecimal points = plain.rank(table).weights().points(A);
        List<BigDecimal> means = IntStream.range(0, a.size())
                .mapToObj(row -> points.multiply(a.get(row)).add(b.get(row)).divide(points.add(BigDecimal.ONE), DIGITS))
                .toList();
        Ranking ranking = plain.rank(table);
        List<Integer> places =
                IntStream.range(0, table.size()).mapToObj(ranking::placeAt).toList();
        assertThat(places).as("%s of %s", what, table).isEqualTo(SixtyDigits.places(means));
        for (int row = 0; row < table.size(); row++) {
            assertThat(ranking.scores().exact(row).toBigDecimal(DIGITS))
                    .as("%s of school %s of %s", what, row, table)
                    .isCloseTo(means.get(row), within(new BigDecimal("1e-30")));
        }
        Ranking rounded = plain.withPresentation(Presentation.rounded(1)).rank(table);
        for (int row = 0; row < table.size(); row++) {
            assertThat(rounded.of("school " + row).score())
                    .as("%s of school %s of %s", what, row, table)
                    .isEqualByComparingTo(SixtyDigits.clear(means.get(row)).setScale(1, RoundingMode.HALF_UP));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void treated_values_rank_as_in_exact_arithmetic(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(4, 8);
        List<BigDecimal> a = column(random, n, seed % 2 == 0);
        List<BigDecimal> b = column(random, n, seed % 2 == 0);
        List<BigDecimal> divisors = column(random, n, seed % 3 == 0);
        IndicatorTable table = table(a, b);
        for (Case each : cases(table(divisors, divisors), divisors)) {
            List<BigDecimal> left = each.truth().apply(a);
            List<BigDecimal> right = each.truth().apply(b);
            assertTrue(
                    method(Normalizers.identity(), 1).withTreatments(each.treatment()),
                    table,
                    left,
                    right,
                    each.treatment());
            if (!each.treatment().toString().contains("√")) { // quotients of sums of roots are not put together
                assertTrue(
                        method(Normalizers.minMax(0, 100), 1).withTreatments(each.treatment()),
                        table,
                        minMax(left),
                        minMax(right),
                        each.treatment() + ", min–max");
            }
            Column treated = each.treatment().apply(table).column(A);
            for (int row = 0; row < n; row++) {
                assertThat(treated.exact(row).toBigDecimal(DIGITS))
                        .isCloseTo(left.get(row), within(new BigDecimal("1e-36")));
                assertThat(new BigDecimal(treated.value(row)))
                        .isCloseTo(left.get(row), within(new BigDecimal(treated.errorBound())));
            }
        }
    }

    private record Imputed(Treatment imputation, Truth truth) {}

    /** What each imputation gives for the missing numbers, of those that are there. */
    private static List<Imputed> imputations() {
        Truth mean = present -> List.of(mean(present));
        return List.of(
                new Imputed(Imputations.mean(), mean),
                new Imputed(Imputations.forReason(MissingReason.NOT_REPORTED, Imputations.mean()), mean),
                new Imputed(Imputations.groupMean("everybody", school -> java.util.Optional.of("all")), mean),
                new Imputed(Imputations.median(), present -> List.of(quantile(present, number("0.5")))),
                new Imputed(Imputations.quantile(0.3), present -> List.of(quantile(present, number("0.3")))),
                new Imputed(
                        Imputations.worst(), present -> List.of(sorted(present).get(0))));
    }

    private static List<BigDecimal> filled(List<@Nullable BigDecimal> column, Truth truth) {
        List<BigDecimal> present =
                column.stream().filter(java.util.Objects::nonNull).toList();
        BigDecimal filling = truth.apply(present).get(0);
        return column.stream().map(x -> x == null ? filling : x).toList();
    }

    /** Levels a school with the school whose missing value of a counts as the mean of the n − 1 others, n − 1 times. */
    private static void tie(List<@Nullable BigDecimal> a, List<@Nullable BigDecimal> b, int row) {
        int hole = a.indexOf(null);
        if (hole >= 0 && row != hole && b.get(hole) != null && b.get(row) != null) {
            BigDecimal sum = BigDecimal.ZERO;
            for (BigDecimal each : a) {
                sum = each == null ? sum : sum.add(each);
            }
            b.set(row, sum.add(b.get(hole)).subtract(a.get(row).multiply(BigDecimal.valueOf(a.size() - 1L))));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void imputed_values_rank_as_in_exact_arithmetic(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = random.nextInt(5, 9);
        IndicatorTable.Builder builder = IndicatorTable.builder(BOTH);
        List<List<@Nullable BigDecimal>> columns = List.of(
                new ArrayList<>(column(random, n, seed % 2 == 0)), new ArrayList<>(column(random, n, seed % 2 == 0)));
        for (List<@Nullable BigDecimal> column : columns) {
            List<BigDecimal> sorted = column.stream().sorted().toList();
            int hole = random.nextInt(n);
            boolean isEnd = List.of(sorted.get(0), sorted.get(n - 1)).contains(column.get(hole));
            column.set(hole, isEnd ? column.get(hole) : null);
        }
        if (seed % 2 == 0) {
            tie(columns.get(0), columns.get(1), random.nextInt(n));
        }
        for (int row = 0; row < n; row++) {
            for (int i = 0; i < 2; i++) {
                BigDecimal x = columns.get(i).get(row);
                builder.put(
                        School.of("school " + row),
                        BOTH.get(i),
                        x == null ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(x.doubleValue()));
            }
        }
        IndicatorTable table = builder.build();
        for (Imputed each : imputations()) {
            List<BigDecimal> a = filled(columns.get(0), each.truth());
            List<BigDecimal> b = filled(columns.get(1), each.truth());
            assertTrue(
                    method(Normalizers.identity(), n - 1).withImputation(each.imputation()),
                    table,
                    a,
                    b,
                    each.imputation());
            assertTrue(
                    method(Normalizers.minMax(0, 100), n - 1).withImputation(each.imputation()),
                    table,
                    minMax(a),
                    minMax(b),
                    each.imputation() + ", min–max");
        }
    }

    /** A previous edition's normalised values are as exact as this one's. */
    @Test
    void values_of_a_previous_table_keep_their_fractions() {
        Column thirds = Column.of(A, 0, 1, 3);
        IndicatorTable before = IndicatorTable.builder(A)
                .row(School.of("P"), 0)
                .row(School.of("Q"), 1)
                .row(School.of("R"), 3)
                .build()
                .mapColumns(column -> column.scaled(Normalizers.minMax(0, 1).fit(thirds)));
        IndicatorTable now = IndicatorTable.builder(A)
                .put(School.of("Q"), A, Cell.missing(MissingReason.WITHHELD))
                .build();
        Column filled = Imputations.previousEdition(before).apply(now).column(A);
        assertThat(filled.exact(0).denominator()).isEqualTo(3);
        assertThat(filled.isFilled(0)).isTrue();
    }

    /** ln 2 + ln 8 = 2 ln 4, and √2 + √18 = 2 √8. */
    @Test
    void products_tie_under_logarithms_and_sums_under_roots() {
        IndicatorTable products = table(decimals(2, 4, 8), decimals(8, 4, 2));
        assertThat(method(Normalizers.identity(), 1)
                        .withTreatments(Treatments.log())
                        .rank(products)
                        .placeAt(1))
                .isEqualTo(1);
        IndicatorTable roots = table(decimals(2, 8), decimals(18, 8));
        assertThat(method(Normalizers.identity(), 1)
                        .withTreatments(Treatments.sqrt())
                        .rank(roots)
                        .of("school 1")
                        .position())
                .hasToString("=1");
    }

    /** √(2/6) = √(1/3): as the root of a quotient they are one number, as a quotient of roots they are two. */
    @Test
    void a_root_of_a_quotient_is_put_together_and_a_quotient_of_roots_is_not() {
        IndicatorTable table = table(decimals(2, 0, 6, 0), decimals(0, 1, 0, 3));
        assertThat(method(Normalizers.sqrtOfPercentOfMaximum(), 1).rank(table).placeAt(0))
                .isEqualTo(3);
        assertThat(method(Normalizers.sqrtOfPercentOfMaximum(), 1).rank(table).placeAt(1))
                .isEqualTo(3);
        Ranking quotients = method(Normalizers.minMax(0, 100), 1)
                .withTreatments(Treatments.sqrt())
                .rank(table);
        BigDecimal apart =
                quotients.scores().exact(0).minus(quotients.scores().exact(1)).toBigDecimal(DIGITS);
        assertThat(apart.signum()).isNotZero();
        assertThat(apart.abs()).isLessThan(new BigDecimal("1e-37"));
    }

    private static List<BigDecimal> decimals(long... numbers) {
        return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
    }
}
