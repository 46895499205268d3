package io.github.medrank.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.SixtyDigits;
import io.github.medrank.Weights;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Pillar;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Composites of normalised values against fractions of whole numbers on rational scales, and 60-digit arithmetic on
 * irrational ones, both written here: what ties in truth ties, and what lies on a half is rounded as a half.
 *
 * <p>{@code -Dmedrank.tables=10000} runs the long version.
 */
class DecimalTruthTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final int TABLES = Integer.getInteger("medrank.tables", 300);

    static LongStream seeds() {
        return LongStream.range(0, TABLES);
    }

    /** A reduced fraction, or on irrational scales one with a denominator of 10^60. */
    private record Fraction(BigInteger over, BigInteger under) implements Comparable<Fraction> {
        static Fraction of(BigInteger over, BigInteger under) {
            BigInteger common = over.gcd(under).max(BigInteger.ONE);
            BigInteger sign = BigInteger.valueOf(under.signum());
            return new Fraction(
                    over.divide(common).multiply(sign), under.divide(common).multiply(sign));
        }

        static Fraction of(BigDecimal decimal) {
            return decimal.scale() > 0
                    ? of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                    : of(decimal.toBigInteger(), BigInteger.ONE);
        }

        static Fraction of(long whole) {
            return of(BigInteger.valueOf(whole), BigInteger.ONE);
        }

        Fraction plus(Fraction other) {
            return of(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
        }

        Fraction minus(Fraction other) {
            return plus(new Fraction(other.over.negate(), other.under));
        }

        Fraction times(Fraction other) {
            return of(over.multiply(other.over), under.multiply(other.under));
        }

        Fraction by(Fraction other) {
            return of(over.multiply(other.under), under.multiply(other.over));
        }

        BigDecimal decimal() {
            return new BigDecimal(over).divide(new BigDecimal(under), DIGITS);
        }

        BigDecimal rounded(int decimals) {
            return new BigDecimal(over).divide(new BigDecimal(under), decimals, RoundingMode.HALF_UP);
        }

        @Override
        public int compareTo(Fraction other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }
    }

    /** What a scale makes of the decimals of a column, where more is better. */
    private interface Truth extends Function<List<Fraction>, List<Fraction>> {}

    private record Case(String name, Normalizer normalizer, Truth truth, boolean rational) {}

    private static final Fraction HUNDRED = Fraction.of(100);

    private static Truth line(
            Function<List<Fraction>, Fraction> from, Function<List<Fraction>, Fraction> to, long rise) {
        return values -> values.stream()
                .map(x -> x.minus(from.apply(values))
                        .by(to.apply(values).minus(from.apply(values)))
                        .times(Fraction.of(rise)))
                .toList();
    }

    private static Fraction least(List<Fraction> values) {
        return values.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static Fraction greatest(List<Fraction> values) {
        return values.stream().max(Comparator.naturalOrder()).orElseThrow();
    }

    private static List<Fraction> clip(List<Fraction> values) {
        return values.stream()
                .map(x -> x.compareTo(Fraction.of(0)) < 0 ? Fraction.of(0) : x.compareTo(HUNDRED) > 0 ? HUNDRED : x)
                .toList();
    }

    private static List<Fraction> ranks(List<Fraction> values) {
        return values.stream()
                .map(x -> Fraction.of(2
                                        * values.stream()
                                                .filter(y -> y.compareTo(x) < 0)
                                                .count()
                                + values.stream()
                                        .filter(y -> y.compareTo(x) == 0)
                                        .count())
                        .times(Fraction.of(50))
                        .by(Fraction.of(values.size())))
                .toList();
    }

    private static List<Fraction> knee(List<Fraction> values) {
        List<Fraction> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        Fraction median = sorted.get((n - 1) / 2).plus(sorted.get(n / 2)).by(Fraction.of(2));
        return values.stream()
                .map(x -> {
                    int side = x.compareTo(median);
                    if (side == 0) {
                        return Fraction.of(40);
                    }
                    Fraction end = side > 0 ? sorted.get(n - 1) : sorted.get(0);
                    Fraction rise = Fraction.of(side > 0 ? 60 : -40);
                    return Fraction.of(40)
                            .plus(x.minus(median).by(end.minus(median)).times(rise));
                })
                .toList();
    }

    /** To 60 digits; equal columns of deviations give equal digits. */
    private static List<Fraction> standard(List<Fraction> values, boolean sample) {
        Fraction n = Fraction.of(values.size());
        Fraction mean = values.stream().reduce(Fraction.of(0), Fraction::plus).by(n);
        Fraction squares =
                values.stream().map(x -> x.minus(mean).times(x.minus(mean))).reduce(Fraction.of(0), Fraction::plus);
        BigDecimal deviation =
                squares.by(sample ? n.minus(Fraction.of(1)) : n).decimal().sqrt(DIGITS);
        return values.stream()
                .map(x -> Fraction.of(x.minus(mean).decimal().divide(deviation, DIGITS)))
                .toList();
    }

    private static List<Fraction> roots(List<Fraction> values) {
        Fraction most = greatest(values);
        return values.stream()
                .map(x -> Fraction.of(x.by(most).decimal().sqrt(DIGITS).movePointRight(2)))
                .toList();
    }

    private static List<Fraction> logarithms(List<Fraction> values) {
        Truth percent = line(DecimalTruthTest::least, DecimalTruthTest::greatest, 100);
        return percent.apply(values.stream()
                .map(x -> Fraction.of(SixtyDigits.ln(x.decimal())))
                .toList());
    }

    private static List<Fraction> normal(List<Fraction> values, boolean sample) {
        return standard(values, sample).stream()
                .map(z -> Fraction.of(SixtyDigits.normalCdf(z.decimal()).movePointRight(2)))
                .toList();
    }

    private static List<Fraction> stretched(List<Fraction> values) {
        return line(DecimalTruthTest::least, DecimalTruthTest::greatest, 99).apply(normal(values, false)).stream()
                .map(x -> x.plus(Fraction.of(1)))
                .toList();
    }

    private static List<Case> cases() {
        return List.of(
                new Case(
                        "min–max",
                        Normalizers.minMax(0, 100),
                        line(DecimalTruthTest::least, DecimalTruthTest::greatest, 100),
                        true),
                new Case(
                        "goalposts",
                        Normalizers.goalposts(2.5, 9.7),
                        values -> clip(line(
                                        any -> Fraction.of(new BigDecimal("2.5")),
                                        any -> Fraction.of(new BigDecimal("9.7")),
                                        100)
                                .apply(values)),
                        true),
                new Case(
                        "percent of maximum",
                        Normalizers.percentOfMaximum(),
                        line(any -> Fraction.of(0), DecimalTruthTest::greatest, 100),
                        true),
                new Case("percentile rank", Normalizers.percentileRankMean(), DecimalTruthTest::ranks, true),
                new Case("knee", Normalizers.piecewiseLinearAtMedian(0, 40, 100), DecimalTruthTest::knee, true),
                new Case(
                        "value function",
                        Normalizers.valueFunction(Map.of(1, 0, 4, 70, 100, 100)),
                        values -> values.stream()
                                .map(x -> x.compareTo(Fraction.of(4)) < 0
                                        ? x.minus(Fraction.of(1))
                                                .by(Fraction.of(3))
                                                .times(Fraction.of(70))
                                        : x.minus(Fraction.of(4))
                                                .by(Fraction.of(96))
                                                .times(Fraction.of(30))
                                                .plus(Fraction.of(70)))
                                .toList(),
                        true),
                new Case("z-score", Normalizers.zScore(), values -> standard(values, false), false),
                new Case("sample z-score", Normalizers.zScore().sample(), values -> standard(values, true), false),
                new Case(
                        "T-score",
                        Normalizers.tScore(),
                        values -> standard(values, false).stream()
                                .map(z -> z.times(Fraction.of(10)).plus(Fraction.of(50)))
                                .toList(),
                        false),
                new Case("root", Normalizers.sqrtOfPercentOfMaximum(), DecimalTruthTest::roots, false),
                new Case("log-min–max", Normalizers.logMinMax(0, 100), DecimalTruthTest::logarithms, false),
                new Case("normal", Normalizers.normalCdf(), values -> normal(values, false), false),
                new Case(
                        "normal of a sample",
                        Normalizers.normalCdf(Normalizers.zScore().sample()),
                        values -> normal(values, true),
                        false),
                new Case("QS as documented", Qs.documentedScaling(), DecimalTruthTest::stretched, false),
                new Case("QS as observed", Qs.observedSubjectScaling(), DecimalTruthTest::logarithms, false));
    }

    /** A table in which, for every other seed, columns are permutations of each other, so that sums tie by design. */
    private static final class World {
        private final IndicatorTable table;
        private final int[] points;
        private final int decimals;

        World(IndicatorTable table, int[] points, int decimals) {
            this.table = table;
            this.points = points;
            this.decimals = decimals;
        }

        static World of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int n = random.nextInt(3, 9);
            int k = random.nextInt(2, 5);
            int places = random.nextInt(1, 5);
            boolean tied = seed % 2 == 0;
            int levels = tied ? random.nextInt(3, 8) : (int) Math.pow(10, places + 1);
            long[][] units = new long[k][n];
            int[] points = new int[k];
            for (int j = 0; j < k; j++) {
                points[j] = tied ? 10 : random.nextInt(1, 60);
                do {
                    for (int row = 0; row < n; row++) {
                        units[j][row] = (long) Math.pow(10, places) + random.nextInt(levels) * (tied ? 7L : 1L);
                    }
                } while (LongStream.of(units[j]).distinct().count() < 2);
                if (tied && j > 0 && random.nextBoolean()) {
                    int shift = random.nextInt(n);
                    for (int row = 0; row < n; row++) {
                        units[j][row] = units[0][(row + shift) % n];
                    }
                }
            }
            IndicatorTable.Builder builder = IndicatorTable.builder(
                    IntStream.range(0, k).mapToObj(j -> Indicator.of("i" + j)).toList());
            for (int row = 0; row < n; row++) {
                double[] values = new double[k];
                for (int j = 0; j < k; j++) {
                    values[j] = BigDecimal.valueOf(units[j][row], places).doubleValue();
                }
                builder.row(School.of("school " + row), values);
            }
            return new World(builder.build(), points, random.nextInt(0, 3));
        }

        List<Fraction> column(int j) {
            return table.columns()
                    .get(j)
                    .values()
                    .mapToObj(BigDecimal::valueOf)
                    .map(Fraction::of)
                    .toList();
        }

        Weights weights() {
            Weights.Builder builder = Weights.builder();
            for (int j = 0; j < points.length; j++) {
                builder.put(table.indicators().get(j), points[j]);
            }
            return builder.build();
        }

        List<Fraction> composites(Truth truth) {
            List<Fraction> sums = new ArrayList<>();
            int total = IntStream.of(points).sum();
            for (int row = 0; row < table.size(); row++) {
                sums.add(Fraction.of(0));
            }
            for (int j = 0; j < points.length; j++) {
                List<Fraction> places = truth.apply(column(j));
                for (int row = 0; row < table.size(); row++) {
                    sums.set(row, sums.get(row).plus(places.get(row).times(Fraction.of(points[j]))));
                }
            }
            return sums.stream().map(sum -> sum.by(Fraction.of(total))).toList();
        }
    }

    /** Competition places; irrational sums that agree to 50 digits are equal. */
    private static List<Integer> places(List<BigDecimal> scores) {
        return scores.stream()
                .map(mine -> 1
                        + (int) scores.stream()
                                .filter(other -> other.compareTo(mine) > 0)
                                .count())
                .toList();
    }

    private static BigDecimal clear(Fraction score) {
        return new BigDecimal(score.over()).divide(new BigDecimal(score.under()), 50, RoundingMode.HALF_EVEN);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void exact_positions_are_those_of_exact_arithmetic(long seed) {
        World world = World.of(seed);
        for (Case each : cases()) {
            Methodology method = Methodology.builder(each.name())
                    .normalizer(each.normalizer())
                    .weights(world.weights())
                    .ranker(Rankers.weightedMean())
                    .build();
            List<Integer> truth = places(world.composites(each.truth()).stream()
                    .map(DecimalTruthTest::clear)
                    .toList());
            assertThat(positions(method.rank(world.table), world))
                    .as(each.name())
                    .isEqualTo(truth);
            Pillar pillar = Pillar.of(
                    "all",
                    world.table.indicators().get(0),
                    world.table.indicators().stream().skip(1).toArray(Indicator[]::new));
            assertThat(positions(method.withRanker(Rankers.pillars(pillar)).rank(world.table), world))
                    .as(each.name() + " in a pillar")
                    .isEqualTo(truth);
            int[] drawn = new int[world.table.size()];
            double[] points = IntStream.of(world.points).asDoubleStream().toArray();
            method.over(world.table, world.table.indicators()).positions(points, drawn);
            assertThat(IntStream.of(drawn).boxed().toList())
                    .as(each.name() + " drawn")
                    .isEqualTo(truth);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void scores_are_rounded_as_exact_arithmetic_rounds_them(long seed) {
        World world = World.of(seed);
        for (Case each : cases()) {
            Ranking ranking = Methodology.builder(each.name())
                    .normalizer(each.normalizer())
                    .weights(world.weights())
                    .ranker(Rankers.weightedMean())
                    .presentation(Presentation.rounded(world.decimals))
                    .build()
                    .rank(world.table);
            List<Fraction> exact = world.composites(each.truth());
            for (int row = 0; row < world.table.size(); row++) {
                BigDecimal shown = ranking.of("school " + row).score();
                BigDecimal expected = Fraction.of(clear(exact.get(row))).rounded(world.decimals);
                assertThat(shown).as("%s of school %s", each.name(), row).isEqualByComparingTo(expected);
            }
        }
    }

    private static List<Integer> positions(Ranking ranking, World world) {
        return world.table.schools().stream()
                .map(school -> Integer.parseInt(
                        ranking.of(school.id()).position().toString().replace("=", "")))
                .toList();
    }

    @Test
    void min_max_of_one_decimal_rounds_a_half_up() {
        Indicator a = Indicator.of("a");
        IndicatorTable table = IndicatorTable.builder(a)
                .row(School.of("P"), 0.1)
                .row(School.of("Q"), 1.4)
                .row(School.of("R"), 1.7)
                .build();
        Ranking ranking = Methodology.builder("Half")
                .normalizer(Normalizers.minMax(0, 100))
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(1))
                .build()
                .rank(table);
        assertThat(ranking.of("Q").score()).isEqualByComparingTo("81.3");
    }

    @Test
    void two_schools_that_tie_under_z_scores_stay_level_when_rescaled() {
        IndicatorTable table = IndicatorTable.builder(Indicator.of("a"), Indicator.of("b"))
                .row(School.of("A"), 10.3, 3)
                .row(School.of("B"), 11.1, 1)
                .build();
        Methodology method = Methodology.builder("Level")
                .normalizer(Normalizers.zScore())
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.exact().withRescaling(Rescaling.minMax(0, 100)))
                .build();
        Ranking ranking = method.rank(table);
        assertThat(ranking.of("A").score()).isEqualByComparingTo(ranking.of("B").score());
        assertThat(ranking.explain("A").composite().signum()).isZero();
    }

    @Test
    void less_is_better_is_as_exact() {
        Indicator fees = Indicator.of("fees").withDirection(Direction.LOWER_IS_BETTER);
        IndicatorTable table = IndicatorTable.builder(fees)
                .row(School.of("P"), 0.3)
                .row(School.of("Q"), 0.8)
                .row(School.of("R"), 2.4)
                .build();
        Ranking ranking = Methodology.builder("Proportion")
                .normalizer(Normalizers.percentOfMaximum())
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(0))
                .build()
                .rank(table);
        assertThat(ranking.of("Q").score()).isEqualByComparingTo("38"); // 37.5
        assertThat(ranking.of("R").score()).isEqualByComparingTo("13"); // 12.5
    }
}
