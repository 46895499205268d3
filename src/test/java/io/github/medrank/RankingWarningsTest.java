package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.normalization.Imputations;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.weighting.PairwiseComparisons;
import io.github.medrank.weighting.WeightingStrategies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A ranking says where a missing value may have raised a school, and is silent where it cannot have. */
class RankingWarningsTest {
    private static final Indicator TEACHING = Indicator.of("teaching");
    private static final Indicator RESEARCH = Indicator.of("research");
    private static final Methodology MEAN =
            Methodology.builder("Mean").ranker(Rankers.weightedMean()).build();

    private static IndicatorTable table(int holes) {
        IndicatorTable.Builder table = IndicatorTable.builder(TEACHING, RESEARCH)
                .row(School.of("Oxford"), 90, 80)
                .row(School.of("Yale"), 70, 60);
        for (int i = 1; i <= holes; i++) {
            table.put(School.of("School " + i), TEACHING, 50 + i);
        }
        return table.build();
    }

    @Test
    void nothing_missing_is_nothing_to_warn_of() {
        assertThat(MEAN.withNormalizer(Normalizers.zScore()).rank(table(0)).warnings())
                .isEmpty();
    }

    @Test
    void nothing_for_a_missing_value_raises_nobody() {
        assertThat(MEAN.withFilling(Imputations.zero()).rank(table(1)).warnings())
                .isEmpty();
        assertThat(MEAN.withNormalizer(Normalizers.percentOfMaximum())
                        .withFilling(Imputations.zero())
                        .rank(table(1))
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_filling_above_nothing_is_named() {
        assertThat(MEAN.withFilling(Imputations.constant(27.7)).rank(table(1)).warnings())
                .containsExactly(
                        "indicator \"research\": what was filled in for a missing value may have raised \"School 1\"");
        assertThat(MEAN.withImputation(Imputations.mean()).rank(table(3)).warnings())
                .containsExactly("indicator \"research\": what was filled in for a missing value may have raised"
                        + " \"School 1\", \"School 2\", \"School 3\"");
        assertThat(MEAN.withImputation(Imputations.mean()).rank(table(5)).warnings())
                .containsExactly("indicator \"research\": what was filled in for a missing value may have raised"
                        + " \"School 1\", \"School 2\", \"School 3\" and 2 more");
    }

    @Test
    void zero_is_the_mean_of_z_scores() {
        assertThat(MEAN.withNormalizer(Normalizers.zScore())
                        .withFilling(Imputations.zero())
                        .rank(table(1))
                        .warnings())
                .containsExactly(
                        "indicator \"research\": what was filled in for a missing value may have raised \"School 1\"");
    }

    @Test
    void a_scale_that_the_missing_value_moves_is_warned_of_whatever_is_filled_in() {
        assertThat(MEAN.withNormalizer(Normalizers.minMax(0, 100))
                        .withFilling(Imputations.zero())
                        .rank(table(1))
                        .warnings())
                .hasSize(1);
        assertThat(MEAN.withNormalizer(Normalizers.goalposts(0, 100))
                        .withFilling(Imputations.zero())
                        .rank(table(1))
                        .warnings())
                .isEmpty();
    }

    @Test
    void a_zero_above_a_negative_value_is_warned_of() {
        IndicatorTable table = table(1).with(School.of("Yale"), RESEARCH, -1);
        assertThat(MEAN.withFilling(Imputations.zero()).rank(table).warnings()).hasSize(1);
    }

    @Test
    void less_is_better_makes_nothing_the_best_value() {
        Indicator staff = Indicator.of("staff").withDirection(Direction.LOWER_IS_BETTER);
        IndicatorTable table = IndicatorTable.builder(staff)
                .row(School.of("Oxford"), 5)
                .put(School.of("Yale"), staff, Cell.missing(MissingReason.NOT_REPORTED))
                .build();
        Methodology negated = Methodology.builder("Least")
                .filling(Imputations.zero())
                .ranker((t, w) -> Ranking.byScore(t, w, row -> -row.max()))
                .build();
        assertThat(negated.rank(table).warnings())
                .endsWith("indicator \"staff\": what was filled in for a missing value may have raised \"Yale\"");
    }

    @Test
    void weights_learned_from_holes_are_warned_of() {
        Methodology learned =
                MEAN.withWeighting(WeightingStrategies.standardDeviation()).withFilling(Imputations.zero());
        assertThat(learned.rank(table(1)).warnings())
                .containsExactly(
                        "the weights are learned from a table with missing values, which may have raised a school:"
                                + " \"research\" (\"School 1\")");
        assertThat(learned.rank(table(0)).warnings()).isEmpty();
        for (WeightingStrategy decided : List.of(
                WeightingStrategies.equal(),
                WeightingStrategies.rankOrderSum(RESEARCH, TEACHING),
                WeightingStrategies.ahpGeometricMean(PairwiseComparisons.builder(TEACHING, RESEARCH)
                        .judge(TEACHING, RESEARCH, 2)
                        .build()))) {
            assertThat(MEAN.withWeighting(decided)
                            .withFilling(Imputations.zero())
                            .rank(table(1))
                            .warnings())
                    .noneMatch(warning -> warning.contains("raised"));
        }
        assertThat(MEAN.withWeighting(t -> Weights.equal(t.indicators()))
                        .withFilling(Imputations.zero())
                        .rank(table(1))
                        .warnings())
                .hasSize(1);
    }

    // ---- schools of which little was measured ----

    @Test
    void a_school_whose_values_are_withheld_does_not_rank_in_silence() {
        Methodology qs = Qs.medicine(2021);
        IndicatorTable table = IndicatorTable.builder(qs.indicators())
                .row(School.of("Oxford"), 90, 80, 95.5, 92)
                .row(School.of("Withheld"), Collections.nCopies(4, Cell.missing(MissingReason.WITHHELD)))
                .row(
                        School.of("Half"),
                        List.of(
                                Cell.missing(MissingReason.NOT_REPORTED),
                                Cell.of(50),
                                Cell.of(50),
                                Cell.missing(MissingReason.WITHHELD)))
                .row(
                        School.of("Reputed"),
                        List.of(Cell.of(50), Cell.of(50), Cell.missing(MissingReason.NOT_REPORTED), Cell.of(50)))
                .build();

        assertThat(qs.weights().orElseThrow().asMap().values()).hasToString("[40, 10, 25, 25]");
        assertThat(qs.rank(table).of("Withheld").score()).isEqualTo(new BigDecimal("0.0"));
        assertThat(qs.rank(table).warnings())
                .containsExactly(
                        "more than half of the weight was filled in for \"Withheld\" (100 %, withheld), \"Half\""
                                + " (65 %, not reported or withheld); a missing value counts as 0");
    }

    @Test
    void thousands_of_such_schools_are_a_few_names_and_a_count() {
        IndicatorTable.Builder builder = IndicatorTable.builder(TEACHING);
        builder.row(School.of("Oxford"), 1);
        for (int i = 3_000; i > 0; i--) {
            builder.put(School.of("s" + (1000 + i)), TEACHING, Cell.missing(MissingReason.WITHHELD));
        }
        assertThat(MEAN.withFilling(Imputations.zero()).rank(builder.build()).warnings())
                .containsExactly("more than half of the weight was filled in for \"s1001\" (100 %, withheld), \"s1002\""
                        + " (100 %, withheld), \"s1003\" (100 %, withheld) and 2997 more; a missing value counts as 0");
    }

    @Test
    void what_came_filled_is_warned_of_too() {
        IndicatorTable table = IndicatorTable.builder(TEACHING)
                .row(School.of("Oxford"), 2)
                .row(
                        School.of("Yale"),
                        List.of(Cell.missing(MissingReason.BELOW_THRESHOLD).filledWith(1)))
                .build();
        assertThat(MEAN.rank(table).warnings())
                .startsWith(
                        "more than half of the weight was filled in for \"Yale\" (100 %, below threshold); the table"
                                + " came so");
    }

    private static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void who_is_named_has_more_than_half_of_the_weight_filled_whatever_the_order_of_rows(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Indicator> indicators = IntStream.range(0, random.nextInt(1, 6))
                .mapToObj(i -> Indicator.of("i" + i))
                .toList();
        Weights.Builder weights = Weights.builder();
        int[] points = random.ints(indicators.size(), 1, 6).toArray();
        IntStream.range(0, points.length).forEach(i -> weights.put(indicators.get(i), points[i]));
        Map<School, List<Cell>> rows = new LinkedHashMap<>();
        List<String> expected = new ArrayList<>();
        for (int s = 0; s < 3; s++) {
            List<Cell> cells = new ArrayList<>();
            int lost = 0;
            for (int point : points) {
                boolean missing = random.nextBoolean();
                cells.add(missing ? Cell.missing(MissingReason.WITHHELD) : Cell.of(random.nextInt(100)));
                lost += missing ? point : 0;
            }
            rows.put(School.of("s" + s), cells);
            if (2 * lost > Arrays.stream(points).sum()) {
                expected.add("s" + s);
            }
        }
        Methodology method = MEAN.withWeights(weights.build())
                .withNormalizer(Normalizers.goalposts(0, 100))
                .withFilling(Imputations.zero());
        List<School> order = new ArrayList<>(rows.keySet());
        List<String> warnings = method.rank(table(indicators, order, rows)).warnings();
        Collections.shuffle(order, new Random(seed));

        assertThat(method.rank(table(indicators, order, rows)).warnings()).isEqualTo(warnings);
        assertThat(warnings).hasSize(expected.isEmpty() ? 0 : 1);
        assertThat(rows.keySet().stream()
                        .map(School::name)
                        .filter(name -> warnings.toString().contains("\"" + name + "\"")))
                .isEqualTo(expected);
    }

    private static IndicatorTable table(List<Indicator> indicators, List<School> order, Map<School, List<Cell>> rows) {
        IndicatorTable.Builder table = IndicatorTable.builder(indicators);
        order.forEach(school -> table.row(school, rows.get(school)));
        return table.build();
    }

    @Test
    void a_part_of_the_ranking_keeps_the_warning() {
        Ranking ranking = MEAN.withFilling(Imputations.constant(1)).rank(table(1));
        assertThat(ranking.top(1).warnings()).isEqualTo(ranking.warnings()).hasSize(1);
        assertThat(ranking.rerank(school -> true).warnings()).isEqualTo(ranking.warnings());
        assertThat(ranking.filter(school -> true).warnings()).isEqualTo(ranking.warnings());
    }

    @Test
    void what_the_scores_warn_of_comes_first() {
        Ranker warning = (table, weights) -> Ranking.of(table, weights, new Scores() {
            @Override
            public int size() {
                return table.size();
            }

            @Override
            public void copyTo(double[] approximations) {
                java.util.Arrays.fill(approximations, 1);
            }

            @Override
            public double errorBound() {
                return 0;
            }

            @Override
            public Rational exact(int row) {
                return Rational.of(1);
            }

            @Override
            public com.google.common.collect.ImmutableList<String> warnings() {
                return com.google.common.collect.ImmutableList.of("the ranker's own");
            }
        });
        assertThat(MEAN.withRanker(warning)
                        .withFilling(Imputations.constant(1))
                        .rank(table(1))
                        .warnings())
                .startsWith("the ranker's own")
                .hasSize(2);
    }

    @Test
    void a_cell_can_be_followed_from_the_value_to_the_contribution() {
        Ranking ranking = MEAN.withNormalizer(Normalizers.percentOfMaximum())
                .withFilling(Imputations.zero())
                .rank(table(1));
        assertThat(ranking.of("Yale").lineage(RESEARCH))
                .hasToString(
                        "Yale, research: given 60 → treated 60 → normalized 75 → filled 75 → points 1 → contribution"
                                + " 37.5");
        assertThat(ranking.of("School 1").lineage(RESEARCH))
                .hasToString("School 1, research: given not reported → treated not reported → normalized not reported →"
                        + " filled 0 (filled: not reported) → points 1 → contribution 0");
    }
}
