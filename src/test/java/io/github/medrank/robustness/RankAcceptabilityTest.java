package io.github.medrank.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Eligibility;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.RankRange;
import io.github.medrank.Ranking;
import io.github.medrank.Row;
import io.github.medrank.School;
import io.github.medrank.TieRule;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.weightspace.WeightRegion;
import io.github.medrank.weightspace.WeightSampler;
import io.github.medrank.weightspace.WeightSamplers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankAcceptabilityTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final School X = School.of("X");
    private static final School Y = School.of("Y");
    private static final School Z = School.of("Z");

    /** With share t of A: X has 10t, Y 10(1−t), Z 5+t. */
    private static final IndicatorTable THREE = IndicatorTable.builder(A, B)
            .row(X, 10, 0)
            .row(Y, 0, 10)
            .row(Z, 6, 5)
            .build();

    private static final Methodology MEAN = Methodology.builder("Mean")
            .indicators(A, B)
            .ranker(Rankers.weightedMean())
            .build();

    private static final WeightSampler UNIFORM = WeightSamplers.uniform(List.of(A, B));

    private static void close(Estimate estimate, double exact) {
        assertThat(estimate.value()).isCloseTo(exact, within(5 * estimate.standardError() + 1e-12));
    }

    @Test
    void acceptabilities_are_the_exact_lengths() {
        RankAcceptability found =
                Robustness.of(MEAN, THREE).varyingWeights(UNIFORM).run(200_000);
        double[][] exact = {{4 / 9.0, 1 / 18.0, 0.5}, {5 / 11.0, 1 / 22.0, 0.5}, {10 / 99.0, 89 / 99.0, 0}};
        for (int row = 0; row < 3; row++) {
            School school = THREE.schools().get(row);
            double mean = 0;
            for (int position = 1; position <= 3; position++) {
                Estimate share = found.acceptability(school, position);
                close(share, exact[row][position - 1]);
                assertThat(share.standardError())
                        .isCloseTo(
                                Math.sqrt(exact[row][position - 1] * (1 - exact[row][position - 1]) / 200_000),
                                within(2e-5));
                mean += position * exact[row][position - 1];
            }
            close(found.mean(school), mean);
            close(found.withinTop(school, 2), 1 - exact[row][2]);
            close(found.holistic(school, p -> 1.0 / p), exact[row][0] + exact[row][1] / 2 + exact[row][2] / 3);
            assertThat(found.acceptabilities(school)).hasSize(3);
            assertThat(found.unranked(school)).isEqualTo(new Estimate(0, 0));
        }
        close(found.ahead(X, Y), 0.5);
        close(found.ahead(X, Z), 4 / 9.0);
        close(found.ahead(Z, X), 5 / 9.0);
        assertThat(found.draws()).isEqualTo(200_000);
    }

    @Test
    void scores_and_central_weights_have_their_means_and_errors() {
        RankAcceptability found =
                Robustness.of(MEAN, THREE).varyingWeights(UNIFORM).run(100_000);
        close(found.expectedScore(X), 5);
        close(found.expectedScore(Z), 5.5);
        assertThat(found.expectedScore(X).standardError())
                .isCloseTo(10 / Math.sqrt(12) / Math.sqrt(100_000), within(1e-4));
        // X is first for t in [5/9, 1], Y for t in [0, 5/11], Z between
        close(found.centralWeights(X).get(A), 7 / 9.0);
        close(found.centralWeights(X).get(B), 2 / 9.0);
        close(found.centralWeights(Y).get(A), 2.5 / 11);
        close(found.centralWeights(Z).get(A), 50 / 99.0);
        assertThat(found.centralWeights(X).get(A).standardError())
                .isCloseTo(4 / 9.0 / Math.sqrt(12) / Math.sqrt(100_000 * 4 / 9.0), within(1e-5));
        assertThat(found.firsts()).containsExactly(Y, X, Z);
        assertThat(Robustness.of(MEAN, THREE).varyingWeights(UNIFORM).confidenceFactors(found, 1))
                .containsExactly(
                        Map.entry(Y, new Estimate(1, 0)),
                        Map.entry(X, new Estimate(1, 0)),
                        Map.entry(Z, new Estimate(1, 0)));
    }

    @Test
    void a_score_that_never_varies_has_no_error() {
        IndicatorTable table =
                IndicatorTable.builder(A, B).row(X, 95.7, 95.7).row(Y, 1, 2).build();
        RankAcceptability found =
                Robustness.of(MEAN, table).varyingWeights(UNIFORM).run(10_000);
        assertThat(found.expectedScore(X).value()).isCloseTo(95.7, within(1e-12));
        assertThat(found.expectedScore(X).standardError()).isLessThan(1e-15);
        assertThat(found.centralWeights(Y)).isEmpty();
    }

    @Test
    void ties_follow_the_methodology() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(X, 1.01, 1.04)
                .row(Y, 1.04, 1.01)
                .row(Z, 0, 0)
                .build();
        Methodology rounded = MEAN.withPresentation(Presentation.rounded(1));
        RankAcceptability competition =
                Robustness.of(rounded, table).varyingWeights(UNIFORM).run(1000);
        assertThat(competition.acceptability(X, 1).value()).isEqualTo(1);
        assertThat(competition.acceptability(Y, 1).value()).isEqualTo(1);
        assertThat(competition.acceptability(Z, 3).value()).isEqualTo(1);
        assertThat(competition.ahead(X, Y).value() + competition.ahead(Y, X).value())
                .isZero();
        RankAcceptability modified = Robustness.of(
                        rounded.withPresentation(Presentation.rounded(1).withTies(TieRule.MODIFIED_COMPETITION)), table)
                .varyingWeights(UNIFORM)
                .run(1000);
        assertThat(modified.acceptability(X, 2).value()).isEqualTo(1);
    }

    /** 1 000 replicates, each taken once: the ends are the sorted positions number 25 and 975. */
    @Test
    void intervals_follow_leidens_rule() {
        List<IndicatorTable> replicates = new ArrayList<>();
        List<Integer> positions = new ArrayList<>();
        for (int b = 0; b < 1000; b++) {
            int better = (b * 389 % 1000) * (b * 389 % 1000) / 25_000;
            IndicatorTable.Builder table = IndicatorTable.builder(A);
            table.row(X, 100 - better - 0.5);
            IntStream.range(0, 50).forEach(i -> table.row(School.of("S" + i), 100 - i - 1));
            replicates.add(table.build());
            positions.add(1 + better);
        }
        positions.sort(null);
        Methodology alone = Methodology.builder("A")
                .indicators(A)
                .ranker(Rankers.weightedMean())
                .build();
        RankAcceptability found = Robustness.of(alone, replicates.get(0))
                .varyingData(DataVariations.replicates(replicates))
                .run(1000);
        RankRange range = found.range(X, 0.95);
        assertThat(range.best()).isEqualTo(positions.get(25).doubleValue());
        assertThat(range.worst()).isEqualTo(positions.get(975).doubleValue());
        assertThat(found.range(X, 0.9).ends()).isEqualTo(positions.get(50) + "–" + positions.get(950));
        assertThat(range.basis()).isEqualTo("95 % of 1 000 draws");
        assertThat(found.median(X).value()).isEqualTo(positions.get(500).doubleValue());
        // the error is half of what lies between the ranks one standard deviation of a binomial away
        double reach = Math.sqrt(250);
        assertThat(found.median(X).standardError())
                .isEqualTo((positions.get((int) Math.ceil(500 + reach)) - positions.get((int) Math.floor(500 - reach)))
                        / 2.0);
        assertThat(range.median()).hasValue(positions.get(500));
        assertThat(found.ranges(0.95))
                .containsEntry(X, range)
                .hasSize(found.schools().size());
        assertThat(found.ranges(0.95).keySet()).containsExactlyElementsOf(found.byMean());
    }

    @Test
    void normal_errors_give_the_normal_probability() {
        IndicatorTable table = IndicatorTable.builder(A).row(X, 1).row(Y, 0).build();
        IndicatorTable errors = IndicatorTable.builder(A).row(X, 1).row(Y, 1).build();
        Methodology alone = Methodology.builder("A")
                .indicators(A)
                .ranker(Rankers.weightedMean())
                .build();
        Robustness sure = Robustness.of(alone, table).varyingData(DataVariations.standardErrors(errors));
        RankAcceptability found = sure.run(20_000);
        close(found.ahead(X, Y), 0.760250);
        close(found.expectedScore(X), 1);
        assertThat(found.expectedScore(X).standardError()).isCloseTo(1 / Math.sqrt(20_000), within(2e-4));
        close(sure.confidenceFactors(found, 5_000).get(Y), 1 - 0.760250);
    }

    @Test
    void methods_are_equally_likely_and_one_indicator_may_be_left_out() {
        Methodology fixed = MEAN.withWeights(Weights.of(Map.of(A, 3, B, 1)));
        // all: X 7.5, Y 2.5, Z 5.75; without a: Y 10, Z 5, X 0; without b: X 10, Z 6, Y 0
        RankAcceptability found = Robustness.of(fixed, THREE)
                .varyingMethods(Methods.of(fixed).leavingOneOut())
                .run(20_000);
        close(found.acceptability(X, 1), 2 / 3.0);
        close(found.acceptability(X, 3), 1 / 3.0);
        close(found.acceptability(Y, 1), 1 / 3.0);
        assertThat(found.acceptability(Z, 2).value()).isEqualTo(1);

        Methods rankers =
                Methods.of(fixed).withRankers(Rankers.weightedMean(), (t, w) -> Ranking.byScore(t, w, Row::min));
        RankAcceptability choice =
                Robustness.of(fixed, THREE).varyingMethods(rankers).run(20_000);
        close(choice.acceptability(Z, 1), 0.5);
        assertThat(rankers.leavingOneOut().size()).isEqualTo(6);
    }

    /**
     * Two draws of two methods: the same one twice half of the time. Where draws are spread over the range that the sample
     * itself happens to have, the least and the greatest always fall to different methods.
     */
    @Test
    void methods_are_equally_likely_in_runs_of_two_draws() {
        Methodology fixed = MEAN.withWeights(Weights.of(Map.of(A, 3, B, 1)));
        Methods two = Methods.of(fixed, fixed.withWeights(Weights.of(Map.of(A, 1, B, 3))));
        int runs = 4_000;
        int alike = 0;
        int first = 0;
        for (int seed = 0; seed < runs; seed++) {
            RankAcceptability found = Robustness.of(fixed, THREE)
                    .varyingMethods(two)
                    .withSeed(seed)
                    .run(2);
            double share = found.acceptability(X, 1).value();
            alike += share == 0.5 ? 0 : 1;
            first += (int) (2 * share);
        }
        // five standard errors: √(.25/4 000) is .0079, and .0056 for twice as many draws
        assertThat((double) alike / runs).isCloseTo(0.5, within(0.04));
        assertThat(first / (2.0 * runs)).isCloseTo(0.5, within(0.028));
    }

    /** Elsewhere the columns of the sample are divided by their sums and the bound is lost: it won 51 % of the draws. */
    @Test
    void a_school_that_has_all_of_what_weighs_most_is_first_in_every_draw() {
        IndicatorTable table =
                IndicatorTable.builder(A, B).row(X, 1, 0).row(Y, 0, 1).build();
        WeightRegion region = WeightRegion.simplex(List.of(A, B)).withBounds(A, 0.6, 1);
        RankAcceptability found = Robustness.of(MEAN, table)
                .varyingWeights(WeightSamplers.uniformWithin(region))
                .run(20_000);
        assertThat(found.acceptability(X, 1)).isEqualTo(new Estimate(1, 0));
        assertThat(found.acceptability(Y, 1)).isEqualTo(new Estimate(0, 0));
        // the score of X is the weight of A, uniform on [.6, 1]
        close(found.expectedScore(X), 0.8);
        close(found.centralWeights(X).get(A), 0.8);
        close(found.centralWeights(X).get(B), 0.2);
    }

    /** Elsewhere the first row alone is credited. */
    @Test
    void schools_tied_for_first_share_the_central_weights_wherever_they_stand() {
        for (List<School> order : List.of(List.of(X, Y, Z), List.of(Y, X, Z), List.of(Z, Y, X))) {
            IndicatorTable.Builder builder = IndicatorTable.builder(A, B);
            order.forEach(each -> builder.row(each, each.equals(Z) ? 1 : 2, each.equals(Z) ? 1 : 2));
            RankAcceptability found =
                    Robustness.of(MEAN, builder.build()).varyingWeights(UNIFORM).run(20_000);
            assertThat(found.centralWeights(Y)).isEqualTo(found.centralWeights(X));
            close(found.centralWeights(X).get(A), 0.5);
            assertThat(found.acceptability(X, 1).value()).isEqualTo(1);
            assertThat(found.acceptability(Y, 1).value()).isEqualTo(1);
            assertThat(found.centralWeights(Z)).isEmpty();
        }
    }

    @Test
    void weights_methods_and_data_vary_in_one_run() {
        IndicatorTable errors = IndicatorTable.builder(A, B)
                .row(X, 1, 1)
                .row(Y, 1, 1)
                .row(Z, 1, 1)
                .build();
        Robustness all = Robustness.of(MEAN, THREE)
                .varyingWeights(UNIFORM)
                .varyingMethods(Methods.of(MEAN).leavingOneOut())
                .varyingData(DataVariations.standardErrors(errors));
        RankAcceptability found = all.run(6000);
        // by symmetry of the errors, and 2/3 of the draws by one indicator alone
        assertThat(found.acceptability(X, 1).value()).isBetween(0.4, 0.5);
        assertThat(all.withThreads(3).run(6000)).isEqualTo(found);
        assertThat(all.toString())
                .isEqualTo(
                        "3 schools by Mean; varying: weights (uniform on the simplex) methods (3) data (normal errors) "
                                + "seed 0");
    }

    @Test
    void a_school_that_some_draws_do_not_rank_is_counted_apart() {
        Eligibility passing = row -> row.value(A) < 0.5 ? Optional.of("below one half") : Optional.empty();
        Methodology alone = Methodology.builder("A")
                .indicators(A)
                .eligibility(passing)
                .ranker(Rankers.weightedMean())
                .build();
        IndicatorTable table = IndicatorTable.builder(A).row(X, 0).row(Y, 0.75).build();
        RankAcceptability found = Robustness.of(alone, table)
                .varyingData(DataVariations.perCell(
                        (school, indicator, value, random) -> school.equals(X) ? random.nextDouble() : value))
                .run(20_000);
        close(found.unranked(X), 0.5);
        close(found.acceptability(X, 1), 0.25);
        close(found.mean(X), 1.5);
        close(found.expectedScore(X), 0.75);
        assertThat(found.expectedScore(X).standardError())
                .isCloseTo(0.5 / Math.sqrt(12) / Math.sqrt(10_000), within(1e-4));
        close(found.ahead(Y, X), 0.75);
        close(found.ahead(X, Y), 0.25);
    }

    @Test
    void what_no_draw_shows_is_refused() {
        Methodology picky =
                MEAN.withEligibility(row -> row.school().equals(Z) ? Optional.of("closed") : Optional.empty());
        RankAcceptability found = Robustness.of(picky, THREE)
                .varyingWeights(UNIFORM)
                .withPairs(false)
                .run(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found.mean(Z))
                .withMessage("school \"Z\" was ranked in no draw");
        assertThat(found.byMean()).endsWith(Z);
        assertThat(found.unranked(Z).value()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found.acceptability(X, 4))
                .withMessage("position 4; there are positions 1 to 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found.mean(School.of("Q")))
                .withMessage("no school \"Q\" (id \"q\") in the result");
        assertThatThrownBy(() -> found.ahead(X, Y))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("pairs of schools were not counted; ask for them by Robustness.withPairs(true)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found.range(X, 1))
                .withMessage("level 1.0; it must be above 0 and below 1, such as 0.9");
    }

    @Test
    void scores_too_large_to_average_are_refused_and_placed_all_the_same() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(X, 1e300, -1e300)
                .row(Y, -1e300, 1e300)
                .build();
        RankAcceptability found =
                Robustness.of(MEAN, table).varyingWeights(UNIFORM).run(20_000);
        close(found.acceptability(X, 1), 0.5);
        assertThatThrownBy(() -> found.expectedScore(X))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("school \"X\": some scores are too large to be averaged");
    }

    @Test
    void the_table_fits_jshell_and_says_its_error() {
        RankAcceptability found =
                Robustness.of(MEAN, THREE).varyingWeights(UNIFORM).run(10_000);
        assertThat(found.toString().lines().findFirst().orElseThrow())
                .isEqualTo("School  Mean  Median  90 % of draws   First   Top 10");
        assertThat(found.toString()).endsWith("10000 draws; standard error of a share at most 0.50 percentage points");
    }

    @Test
    void a_school_may_be_named() {
        RankAcceptability found =
                Robustness.of(MEAN, THREE).varyingWeights(UNIFORM).run(100);
        assertThat(found.acceptability("X", 1)).isEqualTo(found.acceptability(X, 1));
        assertThat(found.acceptabilities("X")).isEqualTo(found.acceptabilities(X));
        assertThat(found.unranked("X")).isEqualTo(found.unranked(X));
        assertThat(found.withinTop("X", 2)).isEqualTo(found.withinTop(X, 2));
        assertThat(found.mean("X")).isEqualTo(found.mean(X));
        assertThat(found.mean("X", p -> p * p)).isEqualTo(found.mean(X, p -> p * p));
        assertThat(found.holistic("X", p -> 1.0 / p)).isEqualTo(found.holistic(X, p -> 1.0 / p));
        assertThat(found.median("X")).isEqualTo(found.median(X));
        assertThat(found.quantile("X", 0.1)).isEqualTo(found.quantile(X, 0.1));
        assertThat(found.range("X", 0.9)).isEqualTo(found.range(X, 0.9));
        assertThat(found.ahead("X", "Z")).isEqualTo(found.ahead(X, Z));
        assertThat(found.expectedScore("X")).isEqualTo(found.expectedScore(X));
        assertThat(found.centralWeights("X")).isEqualTo(found.centralWeights(X));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> found.mean("Q"))
                .withMessageStartingWith("no school \"Q\" among the 3");
        RankConfidenceSets sets =
                RankConfidenceSets.simultaneous(Map.of(X, 9.0, Y, 1.0), Map.of(X, 0.1, Y, 0.1), 0.9, 100, 1);
        assertThat(sets.of("X")).isEqualTo(sets.of(X));
        assertThat(sets.isBetter("X", "Y")).isTrue();
        assertThat(Tiers.byRanges(sets.ranges()).of("Y")).isEqualTo(2);
    }
}
