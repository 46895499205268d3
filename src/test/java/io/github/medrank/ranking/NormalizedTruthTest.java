package io.github.medrank.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Catalogue;
import io.github.medrank.Cell;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.SixtyDigits;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every normalizer of the catalogue under every ranker against 60-digit arithmetic: what ties in truth ties, nothing
 * else does, and what lies on a half is rounded as a half.
 *
 * <p>{@code -Dmedrank.tables=10000} runs the long version.
 */
class NormalizedTruthTest {
    private static final int TABLES = Integer.getInteger("medrank.tables", 30);
    private static final int NORMALIZERS_A_TABLE = 3;
    private static final BigDecimal NEAR = new BigDecimal("1e-24");
    private static final Indicator C = Catalogue.C.withDirection(Direction.LOWER_IS_BETTER);
    private static final List<Indicator> INDICATORS = List.of(Catalogue.A, Catalogue.B, C);

    /** By the names that the judge knows. */
    private static final Map<String, Ranker> RANKERS = rankers();

    /** These take a missing value. */
    private static final Map<String, Ranker> SKIPPING = Map.of(
            "weighted arithmetic mean", Rankers.weightedMean(Skipping.overAll()),
            "sum", Rankers.weightedSum(1, Skipping.overAll().atLeast(0.5)),
            "geometric pillars", RANKERS.get("geometric pillars"),
            "power 2.5", RANKERS.get("power 2.5"),
            "power -2.5", RANKERS.get("power -2.5"));

    /** These take values of which less is better. */
    private static final Map<String, Ranker> LESS_IS_BETTER = Map.of(
            "weighted arithmetic mean", Rankers.lessIsBetter(Rankers.weightedMean(Skipping.overAll())),
            "geometric", Rankers.lessIsBetter(Rankers.geometricMean()));

    /** These compare the schools' values, and so take values of either direction as they are. */
    private static final List<String> COMPARING = List.of(
            "TOPSIS",
            "TOPSIS of min–max",
            "VIKOR",
            "linear PROMETHEE",
            "Gaussian PROMETHEE",
            "Borda",
            "Copeland",
            "layers");

    private static Map<String, Ranker> rankers() {
        Pillar first = Pillar.of("first", Catalogue.A, C).withPoints(3);
        Pillar second = Pillar.of("second", Catalogue.B).withPoints(1);
        Map<String, Ranker> rankers = new LinkedHashMap<>();
        rankers.put("weighted arithmetic mean", Rankers.weightedMean());
        rankers.put("sum", Rankers.weightedSum(100));
        rankers.put("pillars", Rankers.pillars(first, second));
        rankers.put("geometric pillars", Rankers.pillars(Mean.geometric(), Skipping.withinPillar(), first, second));
        rankers.put("geometric", Rankers.geometricMean());
        rankers.put("harmonic", Rankers.harmonicMean());
        rankers.put("power 2.5", Rankers.mean(Mean.power(2.5), Skipping.overAll()));
        rankers.put("power -2.5", Rankers.mean(Mean.power(-2.5), Skipping.unrank()));
        rankers.put("Mazziotta-Pareto", Rankers.mazziottaPareto());
        rankers.put("TOPSIS", Rankers.topsis());
        rankers.put("TOPSIS of min–max", Rankers.topsis(Normalizers.minMax(0, 1)));
        rankers.put("VIKOR", Rankers.vikor(0.5));
        rankers.put("linear PROMETHEE", Rankers.prometheeII(Preference.linear(1, 20)));
        rankers.put(
                "Gaussian PROMETHEE",
                Rankers.prometheeII(Preference.gaussian(7), Map.of(Catalogue.A, Preference.usual())));
        rankers.put("benefit of the doubt", Rankers.benefitOfTheDoubt());
        rankers.put("bounded benefit of the doubt", Rankers.benefitOfTheDoubt(0.5, 2));
        rankers.put("Borda", Rankers.borda());
        rankers.put("Copeland", Rankers.copeland());
        rankers.put("layers", Rankers.dominanceLayers());
        return rankers;
    }

    static LongStream seeds() {
        return LongStream.range(0, TABLES);
    }

    /** Few levels, so that numbers and sums often tie, or numbers of one to three decimals. */
    private static List<BigDecimal> column(SplittableRandom random, int n, boolean tied) {
        List<BigDecimal> column = new ArrayList<>();
        do {
            column.clear();
            for (int row = 0; row < n; row++) {
                column.add(
                        tied
                                ? BigDecimal.valueOf(
                                        List.of(2, 8, 18, 32, 50, 72).get(random.nextInt(6)))
                                : BigDecimal.valueOf(random.nextInt(1000, 90_000), random.nextInt(3, 4)));
            }
        } while (column.stream().distinct().count() < 2);
        return column;
    }

    private record World(IndicatorTable table, List<List<BigDecimal>> columns, List<Integer> points) {
        static World of(SplittableRandom random, boolean tied) {
            int n = random.nextInt(3, 7);
            List<List<BigDecimal>> columns = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                columns.add(column(random, n, tied));
            }
            if (tied && random.nextBoolean()) {
                int shift = random.nextInt(n);
                List<BigDecimal> first = columns.get(0);
                columns.set(
                        1,
                        IntStream.range(0, n)
                                .mapToObj(row -> first.get((row + shift) % n))
                                .toList());
            }
            List<Integer> points = IntStream.generate(() -> tied ? 10 : random.nextInt(1, 50))
                    .limit(3)
                    .boxed()
                    .toList();
            IndicatorTable.Builder table = IndicatorTable.builder(INDICATORS);
            for (int row = 0; row < n; row++) {
                int at = row;
                table.row(
                        School.of("school " + row),
                        columns.stream()
                                .mapToDouble(each -> each.get(at).doubleValue())
                                .toArray());
            }
            return new World(table.build(), columns, points);
        }

        Weights weights() {
            Weights.Builder weights = Weights.builder();
            for (int i = 0; i < points.size(); i++) {
                weights.put(INDICATORS.get(i), points.get(i));
            }
            return weights.build();
        }

        /** The same numbers, with all indicators of one direction. */
        IndicatorTable turned(Direction direction) {
            return table.mapColumns(
                    column -> column.withIndicator(column.indicator().withDirection(direction)));
        }

        TrueScores truth(String normalizer) {
            return truth(i -> TrueScales.of(normalizer, columns.get(i), i < 2));
        }

        TrueScores truth(IntFunction<List<BigDecimal>> scaled) {
            List<List<BigDecimal>> all = IntStream.range(0, 3).mapToObj(scaled).toList();
            return new TrueScores(
                    IntStream.range(0, table.size())
                            .mapToObj(row -> all.stream()
                                    .map(column -> SixtyDigits.fine(column.get(row)))
                                    .toList())
                            .toList(),
                    points);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_normalizer_under_every_ranker(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        World world = World.of(random, seed % 2 == 0);
        for (int i = 0; i < NORMALIZERS_A_TABLE; i++) {
            int chosen = random.nextInt(1, Catalogue.normalizers().size()); // identity has tests of its own
            Catalogue.Entry<Function<Indicator, Normalizer>> entry =
                    Catalogue.normalizers().get(chosen);
            TrueScores truth = world.truth(entry.factory());
            boolean isFirst = i == 0 && seed % 3 == 0;
            RANKERS.forEach((name, ranker) -> {
                boolean isDear = name.contains("doubt"); // to the judge
                if (canRank(name, truth) && (isFirst || !isDear)) {
                    assertTrue(methodology(world, entry, ranker), world.table(), truth.of(name));
                }
            });
        }
    }

    private static Methodology methodology(
            World world, Catalogue.Entry<Function<Indicator, Normalizer>> entry, Ranker ranker) {
        Methodology.Builder builder =
                Methodology.builder(entry.factory()).weights(world.weights()).ranker(ranker);
        INDICATORS.forEach(each -> builder.normalizer(each, entry.value().apply(each)));
        return builder.build();
    }

    /** Places and rounded scores are those of the true scores, the larger the better; 0 without one. */
    private static void assertTrue(
            Methodology method, IndicatorTable table, List<? extends @Nullable BigDecimal> scores) {
        String what = method + " of\n" + table;
        List<BigDecimal> known = scores.stream()
                .<BigDecimal>mapMulti((score, to) -> {
                    if (score != null) {
                        to.accept(score);
                    }
                })
                .toList();
        List<Integer> places = new ArrayList<>(SixtyDigits.places(known));
        Ranking exact = method.withPresentation(Presentation.exact()).rank(table);
        Ranking rounded = method.withPresentation(Presentation.rounded(1)).rank(table);
        for (int row = 0; row < scores.size(); row++) {
            BigDecimal score = scores.get(row);
            assertThat(exact.placeAt(row))
                    .as("school %s under %s", row, what)
                    .isEqualTo(score == null ? 0 : places.remove(0));
            if (score != null) {
                assertThat(exact.scores()
                                .exact(row)
                                .toBigDecimal(SixtyDigits.DIGITS)
                                .abs())
                        .as("school %s under %s", row, what)
                        .isCloseTo(score.abs(), within(NEAR));
                assertThat(rounded.of("school " + row).score().abs())
                        .as("school %s under %s", row, what)
                        .isEqualByComparingTo(TrueScores.shown(score, 1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void values_as_they_are_under_every_ranker(long seed) {
        World world = World.of(new SplittableRandom(seed), seed % 2 == 0);
        IndicatorTable more = world.turned(Direction.HIGHER_IS_BETTER);
        TrueScores truth = world.truth(world.columns()::get);
        RANKERS.forEach((name, ranker) -> {
            if (canRank(name, truth) && (seed % 3 == 0 || !name.contains("doubt"))) {
                assertTrue(asGiven(world, ranker), more, truth.of(name));
            }
        });
        // Less of the third is better; to those that compare, that is as if more of its negative were better.
        TrueScores turned = world.truth(i -> i < 2
                ? world.columns().get(i)
                : world.columns().get(i).stream().map(BigDecimal::negate).toList());
        COMPARING.forEach(name -> assertTrue(asGiven(world, RANKERS.get(name)), world.table(), turned.of(name)));
        // Less of all three is better.
        IndicatorTable less = world.turned(Direction.LOWER_IS_BETTER);
        LESS_IS_BETTER.forEach((name, ranker) -> assertTrue(
                asGiven(world, ranker),
                less,
                truth.of(name).stream().map(BigDecimal::negate).toList()));
    }

    private static Methodology asGiven(World world, Ranker ranker) {
        return Methodology.builder("as given")
                .weights(world.weights())
                .ranker(ranker)
                .build();
    }

    /** A cell or two are missing; the scale is that of the values present, and so are the weights of each school. */
    @ParameterizedTest
    @MethodSource("seeds")
    void every_normalizer_under_rankers_that_skip_missing_values(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        World world = World.of(random, seed % 2 == 0);
        boolean[][] isMissing = new boolean[3][world.table().size()];
        IndicatorTable holed = world.table();
        for (int hole = 0; hole < 3; hole++) {
            int i = random.nextInt(3);
            int row = random.nextInt(holed.size());
            isMissing[i][row] = true;
            if (present(world.columns().get(i), isMissing[i]).stream()
                            .distinct()
                            .count()
                    < 2) {
                isMissing[i][row] = false; // a scale of one value has a rule of its own
            } else {
                holed = holed.with(
                        holed.schools().get(row), INDICATORS.get(i), Cell.missing(MissingReason.NOT_REPORTED));
            }
        }
        Catalogue.Entry<Function<Indicator, Normalizer>> entry = Catalogue.normalizers()
                .get(random.nextInt(1, Catalogue.normalizers().size()));
        List<List<@Nullable BigDecimal>> scaled = IntStream.range(0, 3)
                .mapToObj(i -> {
                    List<BigDecimal> places = new ArrayList<>(TrueScales.of(
                            entry.factory(), present(world.columns().get(i), isMissing[i]), i < 2));
                    List<@Nullable BigDecimal> column = new ArrayList<>();
                    for (boolean hole : isMissing[i]) {
                        column.add(hole ? null : places.remove(0));
                    }
                    return column;
                })
                .toList();
        for (var each : SKIPPING.entrySet()) {
            List<@Nullable BigDecimal> scores = new ArrayList<>();
            boolean canRank = true;
            for (int row = 0; row < holed.size(); row++) {
                List<@Nullable BigDecimal> cells = new ArrayList<>();
                for (List<@Nullable BigDecimal> column : scaled) {
                    cells.add(column.get(row));
                    canRank &= column.get(row) == null
                            || column.get(row).signum() >= 0
                            || !each.getKey().matches("geo.*|power.*");
                }
                scores.add(canRank ? TrueScores.skipping(each.getKey(), cells, world.points()) : null);
            }
            if (canRank) {
                assertTrue(methodology(world, entry, each.getValue()), holed, scores);
            }
        }
    }

    private static List<BigDecimal> present(List<BigDecimal> column, boolean[] isMissing) {
        return IntStream.range(0, isMissing.length)
                .filter(row -> !isMissing[row])
                .mapToObj(column::get)
                .toList();
    }

    /** What sixty digits may leave of a mean that is 0. */
    private static final BigDecimal REST = new BigDecimal("1e-40");

    /** Means that are no sums take no negative number, and the Mazziotta–Pareto index no mean that is not above zero. */
    private static boolean canRank(String ranker, TrueScores truth) {
        boolean negative = truth.rows().stream().flatMap(List::stream).anyMatch(x -> x.signum() < 0);
        return switch (ranker) {
            case "geometric pillars",
                    "geometric",
                    "harmonic",
                    "power 2.5",
                    "power -2.5",
                    "benefit of the doubt",
                    "bounded benefit of the doubt" -> !negative;
            case "Mazziotta-Pareto" ->
                truth.of("weighted arithmetic mean").stream().allMatch(mean -> mean.compareTo(REST) > 0);
            default -> true;
        };
    }

    @Test
    void no_ranker_is_left_out() {
        List<String> judged = Stream.of(RANKERS, SKIPPING, LESS_IS_BETTER)
                .flatMap(each -> each.values().stream())
                .map(Ranker::toString)
                .toList();
        assertThat(Catalogue.rankers().stream().map(each -> each.value().toString()))
                .allMatch(judged::contains);
    }
}
