package io.github.medrank.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Normalizer;
import io.github.medrank.School;
import io.github.medrank.ranking.Rankers;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NormalizersTest {
    private static final Indicator MORE = Indicator.of("papers");
    private static final Indicator LESS = Indicator.of("ratio").withDirection(Direction.LOWER_IS_BETTER);

    private static double[] more(Normalizer normalizer, double... values) {
        return scaled(normalizer, MORE, values);
    }

    private static double[] less(Normalizer normalizer, double... values) {
        return scaled(normalizer, LESS, values);
    }

    private static double[] scaled(Normalizer normalizer, Indicator indicator, double... values) {
        return Arrays.stream(values)
                .map(normalizer.fit(Column.of(indicator, values))::apply)
                .toArray();
    }

    static Stream<Normalizer> all() {
        return Stream.of(
                Normalizers.minMax(0, 100),
                Normalizers.minMax(1, 10),
                Normalizers.logMinMax(0, 100),
                Normalizers.goalposts(0, 50),
                Normalizers.goalpostsUnclipped(0, 50),
                Normalizers.percentOfMaximum(),
                Normalizers.sqrtOfPercentOfMaximum(),
                Normalizers.zScore(),
                Normalizers.zScore().sample().times(10).clipped(-15, 15),
                Normalizers.normalCdf(),
                Normalizers.tScore(),
                Normalizers.percentileRankMean(),
                Normalizers.percentileRankWeak(),
                Normalizers.percentileRankStrict(),
                Normalizers.rank(),
                Normalizers.piecewiseLinearAtMedian(0, 50, 100));
    }

    // ---- what each computes ----

    @Test
    void min_max_goes_from_the_worst_to_the_best() {
        assertThat(more(Normalizers.minMax(0, 100), 2, 3, 6)).containsExactly(0, 25, 100);
        assertThat(less(Normalizers.minMax(0, 100), 2, 3, 6)).containsExactly(100, 75, 0);
        assertThat(more(Normalizers.minMax(1, 10), -1, 0, 2)).containsExactly(1, 4, 10);
        assertThat(less(Normalizers.minMax(1, 10), -1, 0, 2)).containsExactly(10, 7, 1);
    }

    @Test
    void min_max_of_scores_from_0_to_100_gives_them_back() {
        double[] tenths = java.util.stream.IntStream.rangeClosed(0, 1000)
                .mapToDouble(i -> i / 10.0)
                .toArray();
        assertThat(more(Normalizers.minMax(0, 100), tenths)).containsExactly(tenths);
    }

    @Test
    void the_best_and_the_worst_get_the_ends_exactly() {
        double[] odd = more(Normalizers.minMax(0.1, 0.7), 0.3, 1.0 / 3, Math.PI, 1e9 + 0.1);
        assertThat(odd[0]).isEqualTo(0.1);
        assertThat(odd[3]).isEqualTo(0.7);
    }

    @Test
    void log_min_max_is_even_on_powers() {
        double[] scaled = more(Normalizers.logMinMax(0, 100), 1, 10, 100);
        assertThat(scaled[0]).isZero();
        assertThat(scaled[1]).isCloseTo(50, within(1e-13));
        assertThat(scaled[2]).isEqualTo(100);
        assertThat(less(Normalizers.logMinMax(0, 100), 1, 10, 100)[2]).isZero();
        assertThat(more(Normalizers.logMinMax(0, 100), 0, 1, 100)).containsExactly(Double.NaN, 0, 100);
    }

    /** Distance to a target, both ways. */
    @Test
    void goalposts_are_fixed() {
        assertThat(more(Normalizers.goalpostsUnclipped(0, 10), 0, 5, 11)).containsExactly(0, 50, 110);
        assertThat(less(Normalizers.goalpostsUnclipped(0, 10), -1, 1, 10)).containsExactly(110, 90, 0);
        assertThat(more(Normalizers.goalposts(0, 10), -1, 5, 11)).containsExactly(0, 50, 100);
        assertThat(less(Normalizers.goalposts(0, 10), -1, 5, 11)).containsExactly(100, 50, 0);
    }

    /** The three awards indicators of ShanghaiRanking's subjects: 100·√(k / max) for counts k. */
    @Test
    void awards_of_the_subject_ranking_are_square_roots() {
        assertThat(more(Normalizers.sqrtOfPercentOfMaximum(), 5, 3, 2, 4, 7))
                .usingComparatorWithPrecision(0.05)
                .containsExactly(84.5, 65.5, 53.5, 75.6, 100);
        assertThat(more(Normalizers.sqrtOfPercentOfMaximum(), 5, 12, 13, 18, 24))
                .usingComparatorWithPrecision(0.05)
                .containsExactly(45.6, 70.7, 73.6, 86.6, 100);
    }

    /** HEEACT 2011: N / M · 100, M the greatest. */
    @Test
    void percent_of_maximum_is_a_proportion() {
        assertThat(more(Normalizers.percentOfMaximum(), 3, 12, 6)).containsExactly(25, 100, 50);
        assertThat(less(Normalizers.percentOfMaximum(), 3, 12, 6)).containsExactly(100, 25, 50);
    }

    /** CWUR by subject: log(n + 1) / log(top + 1) · 100. */
    @Test
    void log_of_one_more_then_percent_of_maximum_is_the_cwur_subject_score() {
        IndicatorTable table = IndicatorTable.builder(MORE)
                .row(School.of("a"), 0)
                .row(School.of("b"), 99)
                .row(School.of("c"), 9999)
                .build();
        Methodology cwur = Methodology.builder("CWUR")
                .treatments(Treatments.log(1))
                .normalizer(Normalizers.percentOfMaximum())
                .ranker(Rankers.weightedMean())
                .build();
        Column scaled = cwur.prepare(table).normalized().column(MORE);
        assertThat(scaled.values())
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-13 ? 0 : 1, Double.class)
                .containsExactly(0.0, 50.0, 100.0);
    }

    @Test
    void z_scores_have_two_deviations() {
        assertThat(more(Normalizers.zScore(), 2, 4, 4, 4, 5, 5, 7, 9))
                .containsExactly(-1.5, -0.5, -0.5, -0.5, 0, 0, 1, 2);
        assertThat(less(Normalizers.zScore(), 2, 4, 4, 4, 5, 5, 7, 9))
                .containsExactly(1.5, 0.5, 0.5, 0.5, 0, 0, -1, -2);
        assertThat(more(Normalizers.zScore().sample(), 2, 4, 6)).containsExactly(-1, 0, 1);
        assertThat(more(Normalizers.zScore().sample().population(), 1, 3)).containsExactly(-1, 1);
    }

    @Test
    void a_factor_comes_before_the_clip() {
        ZScore z = Normalizers.zScore().sample();
        assertThat(more(z.times(10), 2, 4, 6)).containsExactly(-10, 0, 10);
        assertThat(more(z.dividedBy(4), 2, 4, 6)).containsExactly(-0.25, 0, 0.25);
        assertThat(more(z.times(10).clipped(-3, 5), 2, 4, 6)).containsExactly(-3, 0, 5);
        assertThat(z.times(10).clipped(-3, 5)).hasToString("z-score (sample) × 10, clipped to [-3, 5]");
        assertThat(Normalizers.zScore().dividedBy(3)).hasToString("z-score (population) / 3");
    }

    @Test
    void equal_recipes_are_equal() {
        assertThat(Normalizers.zScore().times(2)).isEqualTo(Normalizers.zScore().times(2));
        assertThat(Normalizers.zScore().times(2))
                .hasSameHashCodeAs(Normalizers.zScore().times(2));
        assertThat(Normalizers.zScore())
                .isNotEqualTo(Normalizers.zScore().sample())
                .isNotEqualTo(Normalizers.zScore().times(2))
                .isNotEqualTo(Normalizers.zScore().dividedBy(2))
                .isNotEqualTo(Normalizers.zScore().clipped(-3, Double.POSITIVE_INFINITY))
                .isNotEqualTo(Normalizers.zScore().clipped(Double.NEGATIVE_INFINITY, 3))
                .isNotEqualTo("z-score");
        assertThat(Normalizers.minMax(0, 100)).isEqualTo(Normalizers.minMax(0, 100));
        assertThat(Normalizers.frozen(Normalizers.zScore(), Column.of(MORE, 1, 2)))
                .isEqualTo(Normalizers.zScore().frozenOn(Column.of(MORE, 1, 2)));
    }

    /** Φ(1.96) = 0.9750021 and Φ(1) = 0.8413447 (Abramowitz and Stegun, table 26.1). */
    @Test
    void the_normal_distribution_function_is_that_of_the_tables() {
        double[] scaled = more(Normalizers.normalCdf(Normalizers.zScore().sample()), 1, 2, 3);
        assertThat(scaled).usingComparatorWithPrecision(5e-6).containsExactly(15.86553, 50, 84.13447);
        Normalizer wide = Normalizers.normalCdf(Normalizers.zScore().sample().times(1.96));
        assertThat(more(wide, 1, 2, 3)[2]).isCloseTo(97.50021, within(5e-6));
        assertThat(less(wide, 1, 2, 3)[0]).isCloseTo(97.50021, within(5e-6));
    }

    @Test
    void t_scores_have_mean_50_and_deviation_10() {
        assertThat(more(Normalizers.tScore(), 1, 3)).containsExactly(40, 60);
        assertThat(less(Normalizers.tScore(Normalizers.zScore().sample()), 2, 4, 6))
                .containsExactly(60, 50, 40);
    }

    /** The example of scipy.stats.percentileofscore: of 1, 2, 3, 3, 4 the value 3. */
    @Test
    void percentile_ranks_differ_by_what_counts_of_the_equal() {
        assertThat(more(Normalizers.percentileRankStrict(), 1, 2, 3, 3, 4)[2]).isEqualTo(40);
        assertThat(more(Normalizers.percentileRankWeak(), 1, 2, 3, 3, 4)[2]).isEqualTo(80);
        assertThat(more(Normalizers.percentileRankMean(), 1, 2, 3, 3, 4)[2]).isEqualTo(60);
        assertThat(less(Normalizers.percentileRankStrict(), 1, 2, 3, 3, 4)).containsExactly(80, 60, 20, 20, 0);
        assertThat(less(Normalizers.percentileRankWeak(), 1, 2, 3, 3, 4)).containsExactly(100, 80, 60, 60, 20);
    }

    @Test
    void ranks_count_from_the_worst_and_share_ties() {
        assertThat(more(Normalizers.rank(), 5, 1, 3, 3)).containsExactly(4, 1, 2.5, 2.5);
        assertThat(less(Normalizers.rank(), 5, 1, 3, 3)).containsExactly(1, 4, 2.5, 2.5);
    }

    /** Elsewhere ranks ignore the tie rule asked for, and negative data is refused whatever the formula. */
    @Test
    void negative_values_are_scaled_like_any_other_where_only_differences_or_the_order_count() {
        double[] values = {5, 1, 3, 3, 9};
        double[] negative = {-5, -9, -7, -7, -1};
        for (Normalizer normalizer : List.of(
                Normalizers.minMax(0, 100),
                Normalizers.zScore(),
                Normalizers.zScore().sample(),
                Normalizers.normalCdf(),
                Normalizers.tScore(),
                Normalizers.rank(),
                Normalizers.percentileRankMean(),
                Normalizers.percentileRankWeak(),
                Normalizers.percentileRankStrict(),
                Normalizers.piecewiseLinearAtMedian(0, 50, 100))) {
            assertThat(more(normalizer, negative)).as("%s", normalizer).containsExactly(more(normalizer, values));
            assertThat(less(normalizer, negative)).as("%s", normalizer).containsExactly(less(normalizer, values));
        }
        assertThat(more(Normalizers.rank(), negative)).containsExactly(4, 1, 2.5, 2.5, 5);
        assertThat(more(Normalizers.percentileRankMean(), negative)).containsExactly(70, 10, 40, 40, 90);
    }

    @Test
    void two_lines_meet_at_the_median() {
        Normalizer knee = Normalizers.piecewiseLinearAtMedian(0, 50, 100);
        assertThat(more(knee, 0, 1, 2, 6, 10)).containsExactly(0, 25, 50, 75, 100);
        assertThat(less(knee, 0, 1, 2, 6, 10)).containsExactly(100, 75, 50, 25, 0);
        assertThat(more(knee, 3, 3, 3, 1)).containsExactly(50, 50, 50, 0);
        assertThat(more(knee, 3, 3, 3, 5)).containsExactly(50, 50, 50, 100);
    }

    @Test
    void a_value_function_is_level_beyond_its_ends() {
        Normalizer worth = Normalizers.valueFunction(Map.of(10, 0, 20, 80, 40, 100));
        assertThat(more(worth, 5, 10, 15, 20, 30, 40, 99)).containsExactly(0, 0, 40, 80, 90, 100, 100);
        assertThat(less(worth, 15)).containsExactly(40);
        assertThat(worth).hasToString("value function 10 → 0, 20 → 80, 40 → 100");
        assertThat(more(Normalizers.valueFunction(Map.of(1, 7)), 0, 1, 2)).containsExactly(7, 7, 7);
    }

    @Test
    void a_frozen_scale_takes_no_notice_of_who_is_ranked() {
        Normalizer frozen = Normalizers.zScore().sample().frozenOn(Column.of(MORE, 2, 4, 6));
        assertThat(more(frozen, 8, 100)).containsExactly(2, 48);
        assertThat(frozen).hasToString("z-score (sample), frozen on 3 reference values");
        Normalizer table = Normalizers.frozen(
                Normalizers.minMax(0, 100),
                IndicatorTable.builder(MORE, LESS)
                        .row(School.of("a"), 0, 0)
                        .row(School.of("b"), 10, 10)
                        .build());
        assertThat(more(table, 5, 20)).containsExactly(50, 200);
        assertThat(less(table, 4, 20)).containsExactly(60, -100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> frozen.fit(Column.of(LESS, 1)))
                .withMessage("indicator \"ratio\" has no reference values; there are some for [papers]");
    }

    // ---- the edges ----

    @ParameterizedTest
    @MethodSource("all")
    void equal_values_get_the_same_finite_number(Normalizer normalizer) {
        for (Indicator indicator : List.of(MORE, LESS)) {
            for (double value : new double[] {0.1, 7, 1.0 / 3}) {
                double[] scaled = scaled(normalizer, indicator, value, value, value);
                assertThat(scaled[0]).isFinite().isEqualTo(scaled[1]).isEqualTo(scaled[2]);
                assertThat(scaled(normalizer, indicator, value)[0]).isFinite();
            }
        }
    }

    @Test
    void equal_values_get_what_the_javadoc_says() {
        assertThat(more(Normalizers.minMax(0, 100), 7, 7)).containsExactly(50, 50);
        assertThat(less(Normalizers.minMax(1, 10), 7)).containsExactly(5.5);
        assertThat(more(Normalizers.logMinMax(0, 100), 7, 7)).containsExactly(50, 50);
        assertThat(more(Normalizers.percentOfMaximum(), 7, 7)).containsExactly(100, 100);
        assertThat(more(Normalizers.percentOfMaximum(), 0, 0)).containsExactly(0, 0);
        assertThat(less(Normalizers.percentOfMaximum(), 0, 0)).containsExactly(100, 100);
        assertThat(more(Normalizers.zScore(), 7, 7)).containsExactly(0, 0);
        assertThat(more(Normalizers.zScore().sample(), 7)).containsExactly(0);
        assertThat(more(Normalizers.zScore().clipped(1, 2), 7)).containsExactly(1);
        assertThat(more(Normalizers.normalCdf(), 7, 7)).containsExactly(50, 50);
        assertThat(more(Normalizers.tScore(), 7, 7)).containsExactly(50, 50);
        assertThat(more(Normalizers.percentileRankMean(), 7, 7)).containsExactly(50, 50);
        assertThat(more(Normalizers.percentileRankWeak(), 7, 7)).containsExactly(100, 100);
        assertThat(more(Normalizers.percentileRankStrict(), 7, 7)).containsExactly(0, 0);
        assertThat(more(Normalizers.rank(), 7, 7, 7)).containsExactly(2, 2, 2);
        assertThat(more(Normalizers.piecewiseLinearAtMedian(0, 40, 100), 7, 7)).containsExactly(40, 40);
    }

    @Test
    void a_value_that_differs_from_a_constant_reference_has_no_place() {
        Column constant = Column.of(MORE, 7, 7);
        for (Normalizer normalizer : List.of(
                Normalizers.minMax(0, 100), Normalizers.zScore(), Normalizers.piecewiseLinearAtMedian(0, 50, 100))) {
            assertThat(normalizer.fit(constant).apply(8)).isNaN();
            assertThat(normalizer.fit(constant).apply(6)).isNaN();
            assertThat(normalizer.fit(constant).apply(7)).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_column_without_any_number_stays_without(Normalizer normalizer) {
        Column empty = Column.of(MORE, List.of(Cell.missing(MissingReason.WITHHELD)));
        assertThat(empty.map(normalizer.fit(empty)::apply)).isEqualTo(empty);
    }

    @ParameterizedTest
    @MethodSource("all")
    void the_order_of_one_indicator_is_kept_and_more_becomes_better(Normalizer normalizer) {
        double[] up = more(normalizer, 1, 2, 3, 4, 5.5, 60);
        assertThat(up).isSorted();
        assertThat(up[5]).isGreaterThan(up[0]);
        double[] down = less(normalizer, 60, 5.5, 4, 3, 2, 1);
        assertThat(down).isSorted();
        assertThat(down[5]).isGreaterThan(down[0]);
        assertThat(normalizer.orients()).isTrue();
        assertThat(normalizer.toString()).doesNotContain("@").doesNotContain("io.github");
    }

    /** Other software turns −3, −2, −1 into 3, 2, 1, and gives the worst of 1, 2, 3 costs the best score. */
    @Test
    void percent_of_maximum_refuses_what_it_would_turn_round() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> more(Normalizers.percentOfMaximum(), -3, -2, -1))
                .withMessage(
                        "indicator \"papers\": the greatest value is -1.0, so a percentage of it would turn the order"
                                + " round; take a normalizer such as min–max, or add a constant first");
        assertThatIllegalArgumentException().isThrownBy(() -> more(Normalizers.percentOfMaximum(), -3, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> less(Normalizers.percentOfMaximum(), 0, 5))
                .withMessage(
                        "indicator \"ratio\": less is better and the least value is 0.0, so that the others would get"
                                + " nothing or the order be turned round; take a normalizer such as min–max, or add a constant"
                                + " first");
        assertThat(more(Normalizers.percentOfMaximum(), -1, 2)).containsExactly(Double.NaN, 100);
        assertThat(less(Normalizers.percentOfMaximum(), 1, 2, 3)).containsExactly(100, 50, 100 / 3.0);
    }

    @Test
    void what_has_no_place_is_missing_as_undefined_and_the_ranker_names_it() {
        IndicatorTable table = IndicatorTable.builder(MORE)
                .row(School.of("Oxford"), 10)
                .row(School.of("Yale"), 0)
                .build();
        Methodology log = Methodology.builder("Log")
                .normalizer(Normalizers.logMinMax(0, 100))
                .ranker(Rankers.weightedMean())
                .build();
        assertThat(log.prepare(table).normalized().cell(School.of("Yale"), MORE))
                .isEqualTo(Cell.missing(MissingReason.UNDEFINED));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log.rank(table))
                .withMessage(
                        "school \"Yale\" has no value for indicator \"papers\" (undefined); fill missing values, or"
                                + " take a ranker that skips them");
    }

    /** In other software goalposts, a direction and a setting for one indicator together give wrong numbers. */
    @Test
    void an_indicator_may_have_a_normalizer_of_its_own_in_its_own_direction() {
        IndicatorTable table = IndicatorTable.builder(MORE, LESS)
                .row(School.of("Oxford"), 10, 4)
                .row(School.of("Yale"), 30, 10)
                .build();
        IndicatorTable scaled = recipe().prepare(table).normalized();
        assertThat(scaled.row(0).values()).containsExactly(0.0, 80.0);
        assertThat(scaled.row(1).values()).containsExactly(100.0, 50.0);
        assertThat(scaled.indicators()).allMatch(each -> each.direction() == Direction.HIGHER_IS_BETTER);
    }

    private static Methodology recipe() {
        return Methodology.builder("Recipe")
                .indicators(MORE, LESS)
                .treatments(Treatments.on(MORE, Treatments.winsorized(0, 0)))
                .imputation(Imputations.forReason(MissingReason.WITHHELD, Imputations.groupMean("region")))
                .normalizer(Normalizers.minMax(0, 100))
                .normalizer(LESS, Normalizers.goalposts(0, 20))
                .filling(Imputations.zero())
                .ranker(Rankers.weightedMean())
                .build();
    }

    @Test
    void a_recipe_is_a_value_that_prints_every_step() {
        assertThat(recipe()).isEqualTo(recipe()).hasSameHashCodeAs(recipe());
        assertThat(recipe().withFilling(Imputations.constant(1))).isNotEqualTo(recipe());
        assertThat(recipe()).hasToString("""
                Recipe
                  indicators: papers; ratio, lower is better
                  eligible: every school
                  treatment: papers: winsorised by 0 lowest and 0 highest
                  imputation: withheld: a missing value counts as the mean of its region
                  normalizer: min–max to [0, 100]
                    ratio: goalposts [0, 20]
                  filling: a missing value counts as 0
                  weights: equal
                  ranker: weighted arithmetic mean
                  shown: not rescaled; exact scores; competition positions; exact throughout
                  provenance: the user's own; not a published method""");
    }

    @Test
    void impossible_options_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalizers.minMax(5, 5))
                .withMessage("a scale from 5.0 to 5.0; the first must be less than the second, both finite");
        assertThatIllegalArgumentException().isThrownBy(() -> Normalizers.minMax(Double.NaN, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> Normalizers.minMax(0, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalizers.goalposts(9, 3))
                .withMessage("goalposts from 9.0 to 3.0; the first must be less than the second, both finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalizers.zScore().times(0))
                .withMessage("z-score times 0.0, divided by 1.0; both must be greater than zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalizers.zScore().dividedBy(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalizers.zScore().clipped(3, -3))
                .withMessage("z-score clipped to [3.0, -3.0]; the first must be less than the second");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalizers.piecewiseLinearAtMedian(0, 110, 100))
                .withMessage("a scale from 0.0 over 110.0 to 100.0; they must ascend and be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalizers.valueFunction(Map.of()))
                .withMessage("a value function needs at least one point");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Normalizers.valueFunction(Map.of(1, Double.NaN)))
                .withMessage("value function: (1.0, NaN) is not a finite point");
    }
}
