package io.github.medrank;

import static io.github.medrank.Catalogue.A;
import static io.github.medrank.Catalogue.B;
import static io.github.medrank.Catalogue.C;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.medrank.sensitivity.RankOutput;
import io.github.medrank.sensitivity.RankSensitivity;
import io.github.medrank.sensitivity.SobolIndices;
import io.github.medrank.weightspace.RobustDominance;
import io.github.medrank.weightspace.WeightRegion;
import io.github.medrank.weightspace.WeightSpace;
import io.github.medrank.weightspace.WeightStability;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The unit of the values does not matter, for every normalizer × ranker: values, and what is given in their unit
 * (goalposts, references, thresholds), are multiplied by powers of ten, and all positions and scores stay as they were.
 *
 * <p>By powers of ten, since a cell stands for the decimal that it prints: these multiply the decimals exactly, where a
 * power of two gives doubles that print other decimals, whose sums and differences may tie no longer.
 */
class EveryScaleTest {
    /** The products of some of these with 99.9 are close to the ends of the doubles. */
    private static final int[] EXPONENTS = {-306, -300, -170, -60, 60, 170, 300, 306};

    private static final int IDENTITY = 0;

    static LongStream seeds() {
        return LongStream.range(0, 4);
    }

    /** Two to six schools, some alike; of b less is better in half of the worlds. */
    private record World(List<double[]> rows, List<Indicator> indicators, Weights weights) {
        static World of(SplittableRandom random) {
            List<double[]> rows = List.of(GeneratedTables.rows(
                    random,
                    () -> random.ints(3, 1, 1000)
                            .mapToDouble(each -> each / 10.0)
                            .toArray()));
            Direction ofB = random.nextBoolean() ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER;
            ImmutableList<Indicator> indicators = ImmutableList.of(A, B.withDirection(ofB), C);
            return new World(rows, indicators, GeneratedTables.weights(indicators, random));
        }

        /** Each column in units of its power of ten. */
        IndicatorTable table(int... exponents) {
            return GeneratedTables.table(
                    indicators,
                    rows.stream()
                            .map(row -> IntStream.range(0, row.length)
                                    .mapToDouble(i -> Catalogue.scaled(row[i], exponents[i]))
                                    .toArray())
                            .toArray(double[][]::new));
        }

        /** The normalizer and ranker of these numbers, for columns in these units. */
        Methodology methodology(int normalizer, int ranker, int... exponents) {
            int unit = normalizer == IDENTITY ? exponents[0] : 0;
            Methodology.Builder methodology = Methodology.builder("scaled")
                    .weights(weights)
                    .ranker(Catalogue.rankers(unit).get(ranker).value());
            for (int i = 0; i < exponents.length; i++) {
                Function<Indicator, Normalizer> factory =
                        Catalogue.normalizers(exponents[i]).get(normalizer).value();
                methodology.normalizer(indicators.get(i), factory.apply(indicators.get(i)));
            }
            return methodology.build();
        }
    }

    /** The same numbers and the same method, in plain units and in others. */
    private record Twins(IndicatorTable plain, Methodology method, IndicatorTable scaled, Methodology scaledMethod) {
        static Twins of(World world, int normalizer, int ranker, int... exponents) {
            return new Twins(
                    world.table(0, 0, 0),
                    world.methodology(normalizer, ranker, 0, 0, 0),
                    world.table(exponents),
                    world.methodology(normalizer, ranker, exponents));
        }

        Twins withScaledWeights(Weights weights) {
            return new Twins(plain, method, scaled, scaledMethod.withWeights(weights));
        }

        Twins withWeighting(WeightingStrategy weighting) {
            return new Twins(plain, method.withWeighting(weighting), scaled, scaledMethod.withWeighting(weighting));
        }

        /** Ranks both, which are refused together or not at all. */
        void ranked(BiConsumer<Ranking, Ranking> check) {
            Optional<Ranking> before = rank(method, plain);
            Optional<Ranking> after = rank(scaledMethod, scaled);
            assertThat(after.isPresent()).as("%s", this).isEqualTo(before.isPresent());
            before.ifPresent(each -> check.accept(each, after.orElseThrow()));
        }

        /** Asks both the same, if they can be ranked. */
        void answer(BiFunction<Methodology, IndicatorTable, Object> question) {
            ranked((before, after) -> assertThat(question.apply(scaledMethod, scaled))
                    .as("%s", this)
                    .isEqualTo(question.apply(method, plain)));
        }

        @Override
        public String toString() {
            return scaledMethod + " of\n" + scaled;
        }
    }

    /** Units of three columns: one for all where the values are ranked as they are, since sums need a common one. */
    private static int[] exponents(SplittableRandom random, int normalizer) {
        int[] exponents =
                random.ints(3, 0, EXPONENTS.length).map(i -> EXPONENTS[i]).toArray();
        if (normalizer == IDENTITY) {
            Arrays.fill(exponents, exponents[0]);
        }
        return exponents;
    }

    /** Every other pair, and the others at the next seed. */
    private static void forEachPair(long seed, ObjIntConsumer<Integer> check) {
        for (int normalizer = 0; normalizer < Catalogue.normalizers().size(); normalizer++) {
            for (int ranker = (int) (normalizer + seed) % 2;
                    ranker < Catalogue.rankers().size();
                    ranker += 2) {
                check.accept(normalizer, ranker);
            }
        }
    }

    private static Optional<Ranking> rank(Methodology methodology, IndicatorTable table) {
        try {
            return Optional.of(methodology.rank(table));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static Weights times(Weights weights, int exponent) {
        Weights.Builder multiplied = Weights.builder();
        weights.asMap().forEach((each, points) -> multiplied.put(each, points.scaleByPowerOfTen(exponent)));
        return multiplied.build();
    }

    private static Rational power(int exponent) {
        return Rational.of(BigDecimal.ONE.scaleByPowerOfTen(exponent));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void no_unit_of_values_or_weights_changes_a_position_or_a_score(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        World world = World.of(random);
        forEachPair(seed, (normalizer, ranker) -> {
            int[] exponents = exponents(random, normalizer);
            int ofWeights = exponents[2];
            Twins twins =
                    Twins.of(world, normalizer, ranker, exponents).withScaledWeights(times(world.weights(), ofWeights));
            Rational unit = power(scoreUnit(normalizer, ranker, exponents[0], ofWeights));
            twins.ranked((before, after) -> {
                for (int row = 0; row < before.table().size(); row++) {
                    assertThat(after.placeAt(row)).as("%s", twins).isEqualTo(before.placeAt(row));
                    assertThat(after.scores().exact(row))
                            .as("%s", twins)
                            .isEqualTo(before.scores().exact(row).times(unit));
                }
                assertThat(drawn(twins.scaledMethod(), twins.scaled()))
                        .as("drawn: %s", twins)
                        .isEqualTo(places(after));
            });
        });
    }

    /** Scores of values as they are have the values' unit, but where values are compared; sums the weights' unit too. */
    private static int scoreUnit(int normalizer, int ranker, int ofValues, int ofWeights) {
        String factory = Catalogue.rankers().get(ranker).factory();
        boolean compares = List.of("benefit", "topsis", "vikor", "promethee", "borda", "copeland", "dominance").stream()
                .anyMatch(factory::startsWith);
        return (normalizer == IDENTITY && !compares ? ofValues : 0)
                + (factory.startsWith("weightedSum") ? ofWeights : 0);
    }

    private static List<Integer> places(Ranking ranking) {
        return IntStream.range(0, ranking.table().size())
                .mapToObj(ranking::placeAt)
                .toList();
    }

    /**
     * Learned weights are computed in doubles, whose last bits depend on the unit; with the weights given, all else is
     * exact. Under values as they are, standard deviations and CRITIC see the unit of each column, so it is one for all.
     */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void no_unit_changes_learned_weights_by_more_than_roundings(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        World world = World.of(random);
        for (int normalizer = 0; normalizer < Catalogue.normalizers().size(); normalizer++) {
            Twins twins = Twins.of(world, normalizer, 0, exponents(random, normalizer));
            for (var weighting : Catalogue.weightings()) {
                twins.withWeighting(weighting.value()).ranked((before, after) -> {
                    for (Indicator each : before.table().indicators()) {
                        assertThat(after.weights().share(each))
                                .as("%s of %s", weighting, twins)
                                .isCloseTo(before.weights().share(each), within(1e-12));
                    }
                });
            }
        }
    }

    /** The positions of draws, and so the indices of an output of them, are the same to the last bit. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void no_unit_changes_what_a_rank_is_sensitive_to(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        World world = World.of(random);
        for (int i = 0; i < 6; i++) {
            int normalizer = random.nextInt(Catalogue.normalizers().size());
            int ranker = random.nextInt(Catalogue.rankers().size());
            int[] exponents = exponents(random, normalizer);
            Twins.of(world, normalizer, ranker, exponents)
                    .withScaledWeights(times(world.weights(), exponents[1]))
                    .answer((method, table) -> sensitivity(method, table).toString());
        }
    }

    /** What is exact over all weights of a region: positions, dominance, the ends of each weight, a way to the top. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void no_unit_changes_what_holds_over_all_weights(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        World world = World.of(random);
        for (int normalizer = (int) seed % 2;
                normalizer < Catalogue.normalizers().size();
                normalizer += 2) {
            Twins.of(world, normalizer, 0, exponents(random, normalizer)).answer(EveryScaleTest::overWeights);
        }
    }

    private static List<Object> overWeights(Methodology methodology, IndicatorTable table) {
        WeightSpace space = WeightSpace.of(
                methodology, table, WeightRegion.simplex(table.indicators()).withOrder(C, A));
        RobustDominance dominance = space.dominance();
        List<Object> all = new ArrayList<>();
        space.bounds().bounds().forEach(bound -> all.add(bound.range()));
        for (School school : table.schools()) {
            for (School other : table.schools()) {
                all.add(dominance.dominates(school.id(), other.id()));
            }
        }
        WeightStability stability = space.orderStability();
        table.indicators().forEach(each -> all.add(stability.ends(each)));
        return all;
    }

    private static SobolIndices sensitivity(Methodology methodology, IndicatorTable table) {
        return RankSensitivity.of(methodology, table)
                .varyingWeights(90)
                .withBaseSample(32)
                .withReplicates(20)
                .indices(RankOutput.meanShift());
    }

    private static List<Integer> drawn(Methodology methodology, IndicatorTable table) {
        int[] positions = new int[table.size()];
        Weights weights = methodology.rank(table).weights();
        double[] points = table.indicators().stream()
                .mapToDouble(each -> weights.points(each).doubleValue())
                .toArray();
        methodology.over(table, table.indicators()).positions(points, positions);
        return IntStream.of(positions).boxed().toList();
    }
}
