package io.github.medrank.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Catalogue;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
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
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
    private static final Indicator C = Catalogue.C.withDirection(Direction.LOWER_IS_BETTER);
    private static final List<Indicator> INDICATORS = List.of(Catalogue.A, Catalogue.B, C);

    /** By the names that the judge knows. */
    private static final Map<String, Ranker> RANKERS = rankers();

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

        TrueScores truth(String normalizer) {
            List<List<BigDecimal>> scaled = IntStream.range(0, 3)
                    .mapToObj(i -> TrueScales.of(normalizer, columns.get(i), i < 2))
                    .toList();
            return new TrueScores(
                    IntStream.range(0, table.size())
                            .mapToObj(row -> scaled.stream()
                                    .map(column -> SixtyDigits.clear(column.get(row)))
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
            int chosen = random.nextInt(1, Catalogue.normalizers().size()); // all but identity, which keeps directions
            Catalogue.Entry<Function<Indicator, Normalizer>> entry =
                    Catalogue.normalizers().get(chosen);
            Methodology.Builder builder = Methodology.builder(entry.factory()).weights(world.weights());
            INDICATORS.forEach(each -> builder.normalizer(each, entry.value().apply(each)));
            TrueScores truth = world.truth(entry.factory());
            RANKERS.forEach((name, ranker) -> {
                if (canRank(name, truth)) {
                    List<BigDecimal> scores = truth.of(name);
                    Methodology method = builder.ranker(ranker).build();
                    String what = name + " of " + entry.factory() + " of\n" + world.table();
                    Ranking exact =
                            method.withPresentation(Presentation.exact()).rank(world.table());
                    assertThat(places(exact)).as(what).isEqualTo(SixtyDigits.places(scores));
                    Ranking rounded =
                            method.withPresentation(Presentation.rounded(1)).rank(world.table());
                    for (int row = 0; row < scores.size(); row++) {
                        assertThat(rounded.of("school " + row).score().abs())
                                .as("school %s under %s", row, what)
                                .isEqualByComparingTo(TrueScores.shown(scores.get(row), 1));
                    }
                }
            });
        }
    }

    private static List<Integer> places(Ranking ranking) {
        return IntStream.range(0, ranking.table().size())
                .mapToObj(ranking::placeAt)
                .toList();
    }

    /** Means that are no sums take no negative number, and the Mazziotta–Pareto index no mean that is not above zero. */
    private static boolean canRank(String ranker, TrueScores truth) {
        boolean negative = truth.rows().stream().flatMap(List::stream).anyMatch(x -> x.signum() < 0);
        return switch (ranker) {
            case "geometric pillars", "geometric", "harmonic", "power 2.5", "power -2.5" -> !negative;
            case "Mazziotta-Pareto" ->
                truth.of("weighted arithmetic mean").stream().allMatch(mean -> mean.signum() > 0);
            default -> true;
        };
    }

    /** All rankers of the catalogue but those that need less to be better, and the one that has a test of its own. */
    @Test
    void no_ranker_is_left_out() {
        List<String> judged = RANKERS.values().stream().map(Ranker::toString).toList();
        assertThat(Catalogue.rankers().stream()
                        .filter(each -> !each.factory().startsWith("lessIsBetter")
                                && !each.factory().startsWith("benefitOfTheDoubt")
                                && !each.factory().contains("Skipping)"))
                        .map(each -> each.value().toString()))
                .allMatch(judged::contains);
    }
}
