package io.github.medrank;

import com.google.common.collect.ImmutableList;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Mean;
import io.github.medrank.ranking.Pillar;
import io.github.medrank.ranking.Preference;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import io.github.medrank.weighting.PairwiseComparisons;
import io.github.medrank.weighting.WeightingStrategies;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every normalizer, weighting strategy and ranker that a factory makes, for tests of what all of them promise. */
public final class Catalogue {
    /** The indicators that the strategies below are made for. */
    public static final Indicator A = Indicator.of("a");

    public static final Indicator B = Indicator.of("b");
    public static final Indicator C = Indicator.of("c");

    /**
     * One of them.
     *
     * @param factory the factory's signature, such as {@code minMax(double, double)}
     * @param value what it makes
     */
    public record Entry<T>(String factory, T value) {
        @Override
        public String toString() {
            return factory;
        }
    }

    private Catalogue() {}

    /** A number in units of a power of ten, exactly as decimals go. */
    public static double scaled(double number, int exponent) {
        return BigDecimal.valueOf(number).scaleByPowerOfTen(exponent).doubleValue();
    }

    /** The signatures of a class's public factories of a type. */
    public static Set<String> factories(Class<?> holder, Class<?> type) {
        return Arrays.stream(holder.getDeclaredMethods())
                .filter(each -> Modifier.isPublic(each.getModifiers()) && Modifier.isStatic(each.getModifiers()))
                .filter(each -> type.isAssignableFrom(each.getReturnType()))
                .map(Catalogue::signature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", ", method.getName() + "(", ")"));
    }

    /** For an indicator, since a frozen scale is one indicator's. */
    public static ImmutableList<Entry<Function<Indicator, Normalizer>>> normalizers() {
        return normalizers(0);
    }

    /** The same for values in units of a power of ten, as goalposts and references are values too. */
    public static ImmutableList<Entry<Function<Indicator, Normalizer>>> normalizers(int exponent) {
        return ImmutableList.of(
                same("identity()", Normalizers.identity()),
                same("minMax(double, double)", Normalizers.minMax(1, 10)),
                same("logMinMax(double, double)", Normalizers.logMinMax(0, 100)),
                same("goalposts(double, double)", Normalizers.goalposts(0, scaled(60, exponent))),
                same("goalpostsUnclipped(double, double)", Normalizers.goalpostsUnclipped(0, scaled(60, exponent))),
                same("percentOfMaximum()", Normalizers.percentOfMaximum()),
                same("sqrtOfPercentOfMaximum()", Normalizers.sqrtOfPercentOfMaximum()),
                same("zScore()", Normalizers.zScore()),
                same("normalCdf()", Normalizers.normalCdf()),
                same(
                        "normalCdf(ZScore)",
                        Normalizers.normalCdf(Normalizers.zScore().clipped(-3, 3))),
                same("tScore()", Normalizers.tScore()),
                same("tScore(ZScore)", Normalizers.tScore(Normalizers.zScore().sample())),
                same("percentileRankMean()", Normalizers.percentileRankMean()),
                same("percentileRankWeak()", Normalizers.percentileRankWeak()),
                same("percentileRankStrict()", Normalizers.percentileRankStrict()),
                same("rank()", Normalizers.rank()),
                same("piecewiseLinearAtMedian(double, double, double)", Normalizers.piecewiseLinearAtMedian(0, 50, 90)),
                new Entry<>("valueFunction(Map)", each -> worth(each, exponent)),
                new Entry<>(
                        "percentOfReference(Row)",
                        each -> Normalizers.percentOfReference(reference(each, scaled(50, exponent)))),
                new Entry<>(
                        "distanceToReference(Row)",
                        each -> Normalizers.distanceToReference(reference(
                                each, scaled(each.direction() == Direction.HIGHER_IS_BETTER ? 120 : 0.05, exponent)))),
                new Entry<>(
                        "frozen(Normalizer, Column)",
                        each -> Normalizers.frozen(
                                Normalizers.minMax(0, 100),
                                Column.of(each, 0, scaled(80, exponent), scaled(100, exponent)))),
                new Entry<>(
                        "frozen(Normalizer, IndicatorTable)",
                        each -> Normalizers.frozen(
                                Normalizers.zScore().times(10),
                                IndicatorTable.builder(each)
                                        .row(School.of("low"), -scaled(10, exponent))
                                        .row(School.of("high"), scaled(10, exponent))
                                        .build())));
    }

    private static Entry<Function<Indicator, Normalizer>> same(String factory, Normalizer normalizer) {
        return new Entry<>(factory, each -> normalizer);
    }

    private static Normalizer worth(Indicator indicator, int exponent) {
        double low = scaled(30, exponent);
        double high = scaled(90, exponent);
        return indicator.direction() == Direction.HIGHER_IS_BETTER
                ? Normalizers.valueFunction(Map.of(0, 5, low, 70, high, 100))
                : Normalizers.valueFunction(Map.of(0, 100, low, 40, high, 5));
    }

    private static Row reference(Indicator indicator, double value) {
        return IndicatorTable.builder(indicator)
                .row(School.of("reference"), value)
                .build()
                .row(0);
    }

    /** Of {@link #A}, {@link #B} and {@link #C}. */
    public static ImmutableList<Entry<WeightingStrategy>> weightings() {
        Weights points = Weights.builder().put(A, 50).put(B, 0.3).put(C, 20).build();
        PairwiseComparisons judged = PairwiseComparisons.builder(A, B, C)
                .judge(A, B, 2)
                .judge(B, C, 3)
                .judge(A, C, 5)
                .build();
        return ImmutableList.of(
                new Entry<>("equal()", WeightingStrategies.equal()),
                new Entry<>("fixed(Weights)", WeightingStrategies.fixed(points)),
                new Entry<>("rankOrderCentroid(Indicator[])", WeightingStrategies.rankOrderCentroid(B, A, C)),
                new Entry<>("rankOrderSum(Indicator[])", WeightingStrategies.rankOrderSum(B, A, C)),
                new Entry<>("rankOrderReciprocal(Indicator[])", WeightingStrategies.rankOrderReciprocal(C, A, B)),
                new Entry<>(
                        "ahpPrincipalEigenvector(PairwiseComparisons)",
                        WeightingStrategies.ahpPrincipalEigenvector(judged)),
                new Entry<>("ahpGeometricMean(PairwiseComparisons)", WeightingStrategies.ahpGeometricMean(judged)),
                new Entry<>("entropyHwangYoon1981()", WeightingStrategies.entropyHwangYoon1981()),
                new Entry<>("standardDeviation()", WeightingStrategies.standardDeviation()),
                new Entry<>("criticDiakoulaki1995()", WeightingStrategies.criticDiakoulaki1995()),
                new Entry<>(
                        "firstPrincipalComponentSquaredLoadings()",
                        WeightingStrategies.firstPrincipalComponentSquaredLoadings()),
                new Entry<>(
                        "correlationTargeted(Weights)",
                        WeightingStrategies.correlationTargeted(Weights.equal(ImmutableList.of(A, B, C)))));
    }

    /** Of {@link #A}, {@link #B} and {@link #C}. */
    public static ImmutableList<Entry<Ranker>> rankers() {
        return rankers(0);
    }

    /** The same for values in units of a power of ten, as thresholds are differences of values. */
    public static ImmutableList<Entry<Ranker>> rankers(int exponent) {
        Preference linear = Preference.linear(scaled(1, exponent), scaled(20, exponent));
        Preference gaussian = Preference.gaussian(scaled(7, exponent));
        Pillar first = Pillar.of("first", A, C).withPoints(3);
        Pillar second = Pillar.of("second", B).withPoints(1);
        return ImmutableList.of(
                new Entry<>("weightedMean()", Rankers.weightedMean()),
                new Entry<>("weightedMean(Skipping)", Rankers.weightedMean(Skipping.overAll())),
                new Entry<>("weightedSum(Number)", Rankers.weightedSum(100)),
                new Entry<>(
                        "weightedSum(Number, Skipping)",
                        Rankers.weightedSum(1, Skipping.overAll().atLeast(0.5))),
                new Entry<>("pillars(Pillar, Pillar[])", Rankers.pillars(first, second)),
                new Entry<>(
                        "pillars(Mean, Skipping, Pillar, Pillar[])",
                        Rankers.pillars(Mean.geometric(), Skipping.withinPillar(), first, second)),
                new Entry<>("geometricMean()", Rankers.geometricMean()),
                new Entry<>("harmonicMean()", Rankers.harmonicMean()),
                new Entry<>("mean(Mean, Skipping)", Rankers.mean(Mean.power(2.5), Skipping.overAll())),
                new Entry<>("mean(Mean, Skipping)", Rankers.mean(Mean.power(-2.5), Skipping.unrank())),
                new Entry<>("lessIsBetter(Ranker)", Rankers.lessIsBetter(Rankers.weightedMean(Skipping.overAll()))),
                new Entry<>("lessIsBetter(Ranker)", Rankers.lessIsBetter(Rankers.geometricMean())),
                new Entry<>("mazziottaPareto()", Rankers.mazziottaPareto()),
                new Entry<>("benefitOfTheDoubt()", Rankers.benefitOfTheDoubt()),
                new Entry<>("benefitOfTheDoubt(double, double)", Rankers.benefitOfTheDoubt(0.5, 2)),
                new Entry<>("topsis()", Rankers.topsis()),
                new Entry<>("topsis(Normalizer)", Rankers.topsis(Normalizers.minMax(0, 1))),
                new Entry<>("vikor(double)", Rankers.vikor(0.5)),
                new Entry<>("prometheeII(Preference)", Rankers.prometheeII(linear)),
                new Entry<>(
                        "prometheeII(Preference, Map)", Rankers.prometheeII(gaussian, Map.of(A, Preference.usual()))),
                new Entry<>("borda()", Rankers.borda()),
                new Entry<>("copeland()", Rankers.copeland()),
                new Entry<>("dominanceLayers()", Rankers.dominanceLayers()));
    }
}
