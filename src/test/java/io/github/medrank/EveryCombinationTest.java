package io.github.medrank;

import static io.github.medrank.Catalogue.A;
import static io.github.medrank.Catalogue.B;
import static io.github.medrank.Catalogue.C;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.medrank.Catalogue.Entry;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.weighting.WeightingStrategies;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws of the design for every normalizer × weighting × ranker. Each seed tries every normalizer with every ranker and
 * one weighting, the next one at the next seed, so that as many seeds as there are weightings try every combination. What
 * cannot be computed is refused by name.
 */
class EveryCombinationTest {
    /** Scales that do not depend on the schools ranked, so that they keep what any monotone ranker promises. */
    private static final ImmutableSet<String> FIXED_SCALES = ImmutableSet.of(
            "identity()",
            "goalposts(double, double)",
            "goalpostsUnclipped(double, double)",
            "valueFunction(Map)",
            "percentOfReference(Row)",
            "frozen(Normalizer, Column)",
            "frozen(Normalizer, IndicatorTable)");
    /** Scales that promise no monotony at all. */
    private static final ImmutableSet<String> NO_PROMISE = ImmutableSet.of(
            "zScore()", "normalCdf()", "normalCdf(ZScore)", "tScore()", "tScore(ZScore)", "distanceToReference(Row)");
    /** With these the other scales promise it too. */
    private static final ImmutableSet<String> ARITHMETIC = ImmutableSet.of(
            "weightedMean()",
            "weightedMean(Skipping)",
            "weightedSum(Number)",
            "weightedSum(Number, Skipping)",
            "pillars(Pillar, Pillar[])");

    private static final ImmutableSet<String> NOT_MONOTONE =
            ImmutableSet.of("mazziottaPareto()", "topsis()", "topsis(Normalizer)", "vikor(double)");
    private static final ImmutableSet<String> LEARNED = ImmutableSet.of(
            "entropyHwangYoon1981()",
            "standardDeviation()",
            "criticDiakoulaki1995()",
            "firstPrincipalComponentSquaredLoadings()",
            "correlationTargeted(Weights)");
    /** These take no negative value, or no mean that is not positive. */
    private static final ImmutableSet<String> POSITIVE = ImmutableSet.of(
            "pillars(Mean, Skipping, Pillar, Pillar[])",
            "geometricMean()",
            "harmonicMean()",
            "mean(Mean, Skipping)",
            "mazziottaPareto()",
            "benefitOfTheDoubt()",
            "benefitOfTheDoubt(double, double)");

    static LongStream seeds() {
        return LongStream.range(0, Catalogue.weightings().size());
    }

    /** One of the combinations. */
    private record Combination(
            Entry<Function<Indicator, Normalizer>> normalizer,
            Entry<WeightingStrategy> weighting,
            Entry<Ranker> ranker) {
        Methodology on(IndicatorTable table) {
            Methodology.Builder methodology = Methodology.builder("combination")
                    .weighting(weighting.value())
                    .ranker(ranker.value());
            for (Indicator each : table.indicators()) {
                methodology.normalizer(each, normalizer.value().apply(each));
            }
            return methodology.build();
        }

        boolean promisesMonotony() {
            return !LEARNED.contains(weighting.factory())
                    && !NOT_MONOTONE.contains(ranker.factory())
                    && (FIXED_SCALES.contains(normalizer.factory())
                            || (ARITHMETIC.contains(ranker.factory()) && !NO_PROMISE.contains(normalizer.factory())));
        }
    }

    private static void forEach(long seed, Consumer<Combination> check) {
        int turn = (int) seed;
        for (var normalizer : Catalogue.normalizers()) {
            for (var ranker : Catalogue.rankers()) {
                var weightings = Catalogue.weightings();
                check.accept(new Combination(normalizer, weightings.get(turn++ % weightings.size()), ranker));
            }
        }
    }

    /** Two to six schools, some alike; of b less is better in half of the worlds, of all three in a quarter. */
    private static IndicatorTable world(SplittableRandom random) {
        int less = random.nextInt(4);
        return GeneratedTables.table(
                List.of(turned(A, less == 0), turned(B, less <= 1), turned(C, less == 0)),
                GeneratedTables.rows(
                        random,
                        () -> random.doubles(3, 1, 1000)
                                .map(each -> Math.rint(each) / 10)
                                .toArray()));
    }

    private static Indicator turned(Indicator indicator, boolean less) {
        return indicator.withDirection(less ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER);
    }

    private static Optional<Ranking> rank(Methodology methodology, IndicatorTable table) {
        try {
            return Optional.of(methodology.rank(table));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageMatching("(?s).*(indicator|school|combination of the others).*");
            return Optional.empty();
        }
    }

    // ---- nothing is forgotten ----

    @Test
    void the_catalogue_holds_every_factory() {
        assertThat(factories(Catalogue.normalizers()))
                .isEqualTo(Catalogue.factories(Normalizers.class, Normalizer.class));
        assertThat(factories(Catalogue.weightings()))
                .isEqualTo(Catalogue.factories(WeightingStrategies.class, WeightingStrategy.class));
        assertThat(factories(Catalogue.rankers())).isEqualTo(Catalogue.factories(Rankers.class, Ranker.class));
        assertThat(factories(Catalogue.normalizers())).containsAll(FIXED_SCALES).containsAll(NO_PROMISE);
        assertThat(factories(Catalogue.rankers()))
                .containsAll(ARITHMETIC)
                .containsAll(NOT_MONOTONE)
                .containsAll(POSITIVE);
        assertThat(factories(Catalogue.weightings())).containsAll(LEARNED);
    }

    private static <T> Set<String> factories(List<Entry<T>> entries) {
        Set<String> factories = new HashSet<>();
        entries.forEach(each -> factories.add(each.factory()));
        return factories;
    }

    /** So that the laws below are not kept by refusing everything. */
    @Test
    void every_pair_ranks_but_what_is_negative_or_upside_down_where_it_must_not_be() {
        for (var normalizer : Catalogue.normalizers()) {
            for (var ranker : Catalogue.rankers()) {
                var combination =
                        new Combination(normalizer, Catalogue.weightings().get(0), ranker);
                boolean ranks = LongStream.range(0, 40).anyMatch(seed -> {
                    IndicatorTable table = world(new SplittableRandom(seed));
                    return table.size() > 3
                            && rank(combination.on(table), table).isPresent();
                });
                boolean negative = normalizer.factory().equals("zScore()") && POSITIVE.contains(ranker.factory());
                boolean upsideDown = ranker.factory().equals("lessIsBetter(Ranker)")
                        && !normalizer.factory().equals("identity()"); // the one scale on which less may be better
                assertThat(ranks).as("%s, %s", normalizer, ranker).isNotEqualTo(negative || upsideDown);
            }
        }
    }

    // ---- law 1 ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_1_no_order_and_no_name_changes_a_bit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = world(random);
        int[] order = GeneratedTables.shuffled(table.size(), random);
        ImmutableList<Indicator> turned = ImmutableList.of(
                table.indicators().get(2),
                table.indicators().get(0),
                table.indicators().get(1));
        IndicatorTable moved = table.select(turned).rows(order);
        IndicatorTable other = IndicatorTable.ofColumns(
                IntStream.of(order).mapToObj(row -> School.of("x" + (9 - row))).toList(), moved.columns());
        forEach(seed, combination -> {
            Optional<Ranking> before = rank(combination.on(table), table);
            Optional<Ranking> after = rank(combination.on(other), other);
            assertThat(after.isPresent()).as("%s", combination).isEqualTo(before.isPresent());
            for (int there = 0; before.isPresent() && there < order.length; there++) {
                assertThat(after.orElseThrow().scores().exact(there))
                        .as("%s", combination)
                        .isEqualTo(before.get().scores().exact(order[there]));
                assertThat(after.get().placeAt(there))
                        .as("%s", combination)
                        .isEqualTo(before.get().placeAt(order[there]));
            }
        });
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_1_multiplying_all_weights_changes_no_position(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = world(random);
        Weights weights = GeneratedTables.weights(table.indicators(), random);
        Weights.Builder multiplied = Weights.builder();
        weights.asMap().forEach((each, points) -> multiplied.put(each, points.multiply(new BigDecimal("0.7"))));
        forEach(seed, combination -> {
            Methodology methodology = combination.on(table);
            Optional<Ranking> before = rank(methodology.withWeights(weights), table);
            Optional<Ranking> after = rank(methodology.withWeights(multiplied.build()), table);
            assertThat(after.isPresent()).as("%s", combination).isEqualTo(before.isPresent());
            for (int row = 0; before.isPresent() && row < table.size(); row++) {
                assertThat(after.orElseThrow().placeAt(row))
                        .as("%s", combination)
                        .isEqualTo(before.get().placeAt(row));
                if (!combination.ranker().factory().startsWith("weightedSum")) {
                    assertThat(after.get().scores().exact(row))
                            .as("%s", combination)
                            .isEqualTo(before.get().scores().exact(row));
                }
            }
        });
    }

    // ---- law 2 ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_2_improving_a_value_never_worsens_the_position_where_that_is_promised(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = world(random);
        int row = random.nextInt(table.size());
        School school = table.schools().get(row);
        Indicator indicator = table.indicators().get(random.nextInt(3));
        double value = table.column(indicator).value(row);
        double better = indicator.direction() == Direction.HIGHER_IS_BETTER
                ? value + random.nextInt(1, 300) / 10.0
                : Math.max(0.1, Math.rint(value * 10 * random.nextDouble()) / 10);
        IndicatorTable improved = table.with(school, indicator, better);
        forEach(seed, combination -> {
            if (combination.promisesMonotony()) {
                Optional<Ranking> before = rank(combination.on(table), table);
                Optional<Ranking> after = rank(combination.on(table), improved);
                if (before.isPresent() && after.isPresent()) {
                    assertThat(after.get().placeAt(row))
                            .as("%s: %s %s from %s to %s", combination, school, indicator, value, better)
                            .isLessThanOrEqualTo(before.get().placeAt(row));
                }
            }
        });
    }

    // ---- laws 4 and 5 ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_4_ties_are_those_of_the_exact_or_the_rounded_score(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = world(random);
        boolean rounded = random.nextBoolean();
        Presentation shown = rounded ? Presentation.rounded(1) : Presentation.exact();
        forEach(seed, combination -> {
            Methodology methodology = combination.on(table).withPresentation(shown);
            rank(methodology, table).ifPresent(ranking -> {
                for (RankedSchool school : ranking) {
                    long better = ranking.stream()
                            .filter(each -> isBetter(
                                    each, school, rounded, ranking.scores().direction()))
                            .count();
                    assertThat(ranking.placeAt(school.row()))
                            .as("%s", combination)
                            .isEqualTo((int) better + 1);
                }
            });
        });
    }

    private static boolean isBetter(RankedSchool one, RankedSchool other, boolean rounded, Direction direction) {
        int more = rounded
                ? one.score().compareTo(other.score())
                : one.exactScore().compareTo(other.exactScore());
        return direction == Direction.HIGHER_IS_BETTER ? more > 0 : more < 0;
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_5_no_result_is_not_a_number(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable full = world(random);
        IndicatorTable table = random.nextBoolean()
                ? full
                : full.with(full.schools().get(0), full.indicators().get(1), Cell.missing(MissingReason.WITHHELD));
        forEach(
                seed,
                combination -> rank(combination.on(table), table).ifPresent(ranking -> {
                    for (RankedSchool school : ranking) {
                        assertThat(school.exactScore().doubleValue())
                                .as("%s", combination)
                                .isFinite();
                        for (Indicator each : table.indicators()) {
                            Cell cell = ranking.normalized().cell(school.school(), each);
                            assertThat(cell.isPresent() || cell.reason().isPresent())
                                    .isTrue();
                            cell.value().ifPresent(value -> assertThat(value).isFinite());
                        }
                    }
                    assertThat(ranking.toString()).doesNotContain("NaN").doesNotContain("Infinity");
                }));
    }

    // ---- law 6 ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void law_6_losing_a_value_raises_nobody_silently(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = world(random);
        int row = random.nextInt(table.size());
        School school = table.schools().get(row);
        Indicator indicator = table.indicators().get(random.nextInt(3));
        IndicatorTable lost = table.with(school, indicator, Cell.missing(MissingReason.NOT_REPORTED));
        forEach(seed, combination -> {
            Methodology strict = combination.on(table);
            Methodology methodology = switch (random.nextInt(3)) {
                case 0 -> strict.withFilling(Imputations.zero());
                case 1 -> strict.withImputation(Imputations.mean());
                default -> strict;
            };
            Optional<Ranking> before = rank(methodology, table);
            Optional<Ranking> after = rank(methodology, lost);
            if (before.isPresent()
                    && after.isPresent()
                    && isRanked(after.get(), school)
                    && after.get().placeAt(row) < before.get().placeAt(row)) {
                assertThat(after.get().warnings())
                        .as("%s", methodology)
                        .anyMatch(warning -> warning.contains(school.name()));
            }
        });
    }

    private static boolean isRanked(Ranking ranking, School school) {
        return ranking.stream().anyMatch(each -> each.school().equals(school));
    }
}
