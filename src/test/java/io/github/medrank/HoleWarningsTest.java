package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.normalization.Imputations;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.weighting.PairwiseComparisons;
import io.github.medrank.weighting.WeightingStrategies;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ranking says where a missing value may have raised a school, and is silent where it cannot have. */
class HoleWarningsTest {
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
        assertThat(negated.rank(table).warnings()).hasSize(1);
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
                    .isEmpty();
        }
        assertThat(MEAN.withWeighting(t -> Weights.equal(t.indicators()))
                        .withFilling(Imputations.zero())
                        .rank(table(1))
                        .warnings())
                .hasSize(1);
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
