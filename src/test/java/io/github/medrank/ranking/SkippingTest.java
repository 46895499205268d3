package io.github.medrank.ranking;

import static io.github.medrank.ranking.RankerTables.indicators;
import static io.github.medrank.ranking.RankerTables.scores;
import static io.github.medrank.ranking.RankerTables.table;
import static io.github.medrank.ranking.RankerTables.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pillars and missing values by hand. */
class SkippingTest {
    private static final Indicator A = Indicator.of("c0");
    private static final Indicator B = Indicator.of("c1");
    private static final Indicator C = Indicator.of("c2");
    private static final Indicator D = Indicator.of("c3");

    @Test
    void a_missing_value_is_shared_within_its_pillar_or_over_all() {
        IndicatorTable table = IndicatorTable.builder(A, B, C)
                .row(School.of("LSE"), List.of(Cell.of(60), Cell.missing(MissingReason.NOT_APPLICABLE), Cell.of(30)))
                .build();
        Weights weights = weights(table, 20, 20, 60);
        Pillar first = Pillar.of("first", A, B);
        Pillar second = Pillar.of("second", C);
        Ranker within = Rankers.pillars(Mean.arithmetic(), Skipping.withinPillar(), first, second);
        Ranker over = Rankers.pillars(Mean.arithmetic(), Skipping.overAll(), first, second);
        assertThat(within.rank(table, weights).of("LSE").score()).isEqualByComparingTo("42"); // .4·60 + .6·30
        assertThat(over.rank(table, weights).of("LSE").score()).isEqualByComparingTo("37.5"); // (20·60 + 60·30)/80
        assertThat(over.rank(table, weights).warnings())
                .containsExactly(
                        "1 school is ranked without a value for every indicator, its weight shared by the others:"
                                + " LSE; losing a value worse than its others raises a school");
    }

    @Test
    void a_pillar_without_any_value_leaves_its_weight_to_the_others() {
        IndicatorTable table =
                IndicatorTable.builder(A, B, C).put(School.of("LSE"), C, 30).build();
        Ranker ranker = Rankers.pillars(
                Mean.geometric(),
                Skipping.withinPillar(),
                Pillar.of("first", A, B).withPoints(9),
                Pillar.of("second", C).withPoints(1));
        assertThat(ranker.rank(table, Weights.equal(table.indicators()))
                        .of("LSE")
                        .score())
                .isEqualByComparingTo("30");
    }

    @Test
    void a_minimum_share_is_exact_and_says_what_is_missing() {
        IndicatorTable table = IndicatorTable.builder(A, B, C)
                .row(School.of("Enough"), List.of(Cell.of(1), Cell.of(2), Cell.missing(MissingReason.WITHHELD)))
                .row(School.of("Short"), List.of(Cell.of(1), Cell.missing(MissingReason.WITHHELD), Cell.of(3)))
                .build();
        // 0.1 + 0.2 of 0.6 is exactly half, which doubles miss
        Weights weights = weights(table, 0.1, 0.2, 0.3);
        for (Mean mean : List.of(Mean.arithmetic(), Mean.geometric())) {
            Ranker half = Rankers.mean(mean, Skipping.overAll().atLeast(0.5));
            assertThat(half.rank(table, weights).unranked()).isEmpty();
            Ranker more = Rankers.mean(mean, Skipping.overAll().atLeast(0.5000001));
            assertThat(more.rank(table, weights).unranked())
                    .singleElement()
                    .hasToString("Enough: no value for c2 (withheld), and less than 0.5000001 of the weight is there");
        }
    }

    @Test
    void a_minimum_share_counts_what_is_there_and_no_third_is_cut_off() {
        IndicatorTable table = IndicatorTable.builder(A, B, C)
                .row(School.of("x"), List.of(Cell.of(1), Cell.of(2), Cell.missing(MissingReason.WITHHELD)))
                .build();
        for (Mean mean : List.of(Mean.arithmetic(), Mean.geometric())) {
            // 0.1 + 0.2 of 1.2 is a quarter, of 0.9 a third
            for (String least : List.of("0.25", "0.2499999999999999")) {
                assertThat(unranked(table, mean, least, 0.9)).isZero();
            }
            for (String least : List.of("0.2500000000000001", "0.7", "1")) {
                assertThat(unranked(table, mean, least, 0.9)).isOne();
            }
            assertThat(unranked(table, mean, "0.3333333333333333", 0.6)).isZero();
            assertThat(unranked(table, mean, "0.3333333333333334", 0.6)).isOne();
        }
    }

    private static int unranked(IndicatorTable table, Mean mean, String least, double third) {
        return Rankers.mean(mean, Skipping.overAll().atLeast(new BigDecimal(least)))
                .rank(table, weights(table, 0.1, 0.2, third))
                .unranked()
                .size();
    }

    /** What weighs nothing may be missing for any reason, and nobody need know. */
    @Test
    void a_missing_value_that_weighs_nothing_is_not_mentioned() {
        Cell na = Cell.missing(MissingReason.NOT_APPLICABLE);
        Cell silent = Cell.missing(MissingReason.NOT_REPORTED);
        IndicatorTable table = IndicatorTable.builder(A, B, C)
                .row(School.of("x"), List.of(Cell.of(4), Cell.of(9), silent))
                .row(School.of("y"), List.of(Cell.of(5), na, silent))
                .row(School.of("z"), List.of(Cell.of(6), silent, silent))
                .build();
        Weights weights = weights(table, 1, 1, 0);
        for (Mean mean : List.of(Mean.arithmetic(), Mean.geometric())) {
            for (Skipping skipping : List.of(Skipping.refuse(), Skipping.unrank(), Skipping.overAll())) {
                Ranking first = Rankers.mean(mean, skipping).rank(table.rows(0), weights);
                assertThat(first.warnings()).isEmpty();
                assertThat(first.unranked()).isEmpty();
            }
            Ranking ranking = Rankers.mean(mean, Skipping.overAll().only(MissingReason.NOT_APPLICABLE))
                    .rank(table, weights);
            assertThat(ranking.of("y").score()).isEqualByComparingTo("5");
            assertThat(ranking.warnings()).singleElement().asString().contains(": y; ");
            assertThat(ranking.unranked()).singleElement().hasToString("z: no value for c1 (not reported)");
        }
    }

    @Test
    void a_pillar_of_no_points_ranks_nobody() {
        IndicatorTable table =
                IndicatorTable.builder(A, B, C).put(School.of("x"), A, 30).build();
        for (Mean mean : List.of(Mean.arithmetic(), Mean.geometric())) {
            Ranker ranker = Rankers.pillars(
                    mean,
                    Skipping.withinPillar(),
                    Pillar.of("none", Pillar.of("within", A)).withPoints(0),
                    Pillar.of("all", B, C).withPoints(5));
            assertThat(ranker.rank(table, weights(table, 1, 1, 1)).unranked())
                    .singleElement()
                    .hasToString("x: no value for c1 (not reported), c2 (not reported)");
        }
    }

    @Test
    void a_reason_that_may_not_be_skipped_leaves_the_school_unranked() {
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("Economics"), List.of(Cell.of(1), Cell.missing(MissingReason.NOT_APPLICABLE)))
                .row(School.of("Silent"), List.of(Cell.of(1), Cell.missing(MissingReason.NOT_REPORTED)))
                .build();
        for (Mean mean : List.of(Mean.arithmetic(), Mean.harmonic())) {
            Ranking ranking = Rankers.mean(mean, Skipping.overAll().only(MissingReason.NOT_APPLICABLE))
                    .rank(table, Weights.equal(table.indicators()));
            assertThat(ranking.schools()).singleElement().hasToString("1 Economics 1");
            assertThat(ranking.unranked()).singleElement().hasToString("Silent: no value for c1 (not reported)");
            Ranking strict = Rankers.mean(mean, Skipping.unrank()).rank(table, Weights.equal(table.indicators()));
            assertThat(strict.schools()).isEmpty();
            assertThat(strict.warnings()).isEmpty();
        }
    }

    @Test
    void a_school_without_any_value_is_never_ranked() {
        IndicatorTable table = IndicatorTable.builder(A)
                .row(School.of("Nothing"), List.of(Cell.missing(MissingReason.NOT_REPORTED)))
                .row(School.of("Something"), 4)
                .build();
        for (Mean mean : List.of(Mean.arithmetic(), Mean.geometric())) {
            for (Skipping skipping : List.of(Skipping.overAll(), Skipping.withinPillar())) {
                Ranking ranking = Rankers.mean(mean, skipping).rank(table, Weights.equal(table.indicators()));
                assertThat(ranking.unranked()).singleElement().hasToString("Nothing: no value for c0 (not reported)");
                assertThat(ranking.of("Something").position()).hasToString("1");
            }
        }
    }

    @Test
    void the_warning_names_three_schools_at_most() {
        IndicatorTable.Builder builder = IndicatorTable.builder(A, B);
        for (String name : List.of("Ann", "Ben", "Cal", "Dee")) {
            builder.put(School.of(name), A, 1);
        }
        IndicatorTable table = builder.build();
        String warning =
                "4 schools are ranked without a value for every indicator, its weight shared by the others: Ann,"
                        + " Ben, Cal, …; losing a value worse than its others raises a school";
        for (Mean mean : List.of(Mean.arithmetic(), Mean.geometric())) {
            assertThat(Rankers.mean(mean, Skipping.overAll())
                            .rank(table, Weights.equal(table.indicators()))
                            .warnings())
                    .containsExactly(warning);
        }
    }

    @Test
    void the_warning_names_all_of_three() {
        IndicatorTable.Builder builder = IndicatorTable.builder(A, B);
        for (String name : List.of("Ann", "Ben", "Cal")) {
            builder.put(School.of(name), A, 1);
        }
        IndicatorTable table = builder.build();
        assertThat(Rankers.weightedMean(Skipping.overAll())
                        .rank(table, Weights.equal(table.indicators()))
                        .warnings())
                .containsExactly("3 schools are ranked without a value for every indicator, its weight shared by the"
                        + " others: Ann, Ben, Cal; losing a value worse than its others raises a school");
    }

    @Test
    void a_weighted_sum_shares_a_missing_weight_on_its_own_scale() {
        IndicatorTable table =
                IndicatorTable.builder(A, B).put(School.of("x"), A, 50).build();
        Ranking ranking = Rankers.weightedSum(100, Skipping.overAll()).rank(table, weights(table, 100, 20));
        assertThat(ranking.of("x").score()).isEqualByComparingTo("60"); // 120/100 · 50
        Ranking within = Rankers.weightedSum(100, Skipping.withinPillar()).rank(table, weights(table, 100, 20));
        assertThat(within.of("x").score()).isEqualByComparingTo("60");
    }

    @Test
    void zero_weighted_indicators_are_shown_and_do_not_count() {
        IndicatorTable table = table(new double[][] {{10, 99}, {20, 1}});
        Ranking ranking = Rankers.weightedMean().rank(table, weights(table, 2, 0));
        assertThat(ranking.of("s1").position()).hasToString("1");
        assertThat(ranking.explain("s0").of(B).amount()).isEqualTo(Rational.ZERO);
        assertThat(ranking.explain("s0").of(B).value()).hasToString("99");
    }

    @Test
    void trees_that_do_not_fit_are_refused() {
        IndicatorTable table = table(new double[][] {{1, 2, 3}});
        Weights weights = weights(table, 1, 1, 1);
        for (Mean mean : List.of(Mean.arithmetic(), Mean.geometric())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rankers.pillars(mean, Skipping.refuse(), Pillar.of("first", A, B))
                            .rank(table, weights))
                    .withMessage("in no pillar: \"c2\"; every indicator of the table must be in one");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rankers.pillars(mean, Skipping.refuse(), Pillar.of("first", A, B, C, D))
                            .rank(table, weights))
                    .withMessage("the pillars have \"c3\"; the table has only \"c0\", \"c1\", \"c2\"");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Rankers.pillars(
                                    mean,
                                    Skipping.refuse(),
                                    Pillar.of("first", A).withPoints(30),
                                    Pillar.of("rest", B, C))
                            .rank(table, weights(table, 0, 1, 1)))
                    .withMessage("pillar \"first\" has 30 points, and all its indicators have none");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.pillars(Pillar.of("first", A), Pillar.of("second", A)))
                .withMessage("pillar \"all pillars\": indicator \"c0\" comes twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.pillars(Mean.geometric(), Skipping.overAll(), Pillar.of("first", A)))
                .withMessage(
                        "a missing value's weight can be shared over all pillars only where every mean is arithmetic;"
                                + " take Skipping.withinPillar()");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pillar.of("first", A).withPoints(-1))
                .withMessage("pillar \"first\": -1 points; give 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pillar.of(" ", A))
                .withMessage("a pillar's name is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Skipping.refuse().atLeast(0.5))
                .withMessage("nothing is skipped under \"a missing value is refused\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Skipping.overAll().atLeast(1.5))
                .withMessage("minimum share of the weight 1.5; it must be above 0, and 1 at most");
    }

    @Test
    void a_pillar_without_points_of_its_own_changes_nothing() {
        IndicatorTable table = table(new double[][] {{95.7, 83.3, 12.1, 50}, {88.8, 92.1, 77.7, 31.3}});
        Weights weights = weights(table, 15, 4.5, 2, 5.5);
        Ranking flat = Rankers.weightedMean().rank(table, weights);
        Ranking deep = Rankers.pillars(Pillar.of("x", A, B).and(Pillar.of("y", C)), Pillar.of("z", D))
                .rank(table, weights);
        for (int row = 0; row < 2; row++) {
            assertThat(deep.scores().exact(row)).isEqualTo(flat.scores().exact(row));
        }
    }

    @Test
    void mixed_means_are_taken_level_by_level() {
        IndicatorTable table = table(new double[][] {{2, 8, 9, 1}});
        Ranker ranker = Rankers.pillars(
                Mean.harmonic(),
                Skipping.refuse(),
                Pillar.of("g", A, B).withMean(Mean.geometric()).withPoints(1), // 4
                Pillar.of("a", C, D).withPoints(3)); // 5
        double score = scores(ranker.rank(table, Weights.equal(indicators(4))))[0];
        assertThat(score).isCloseTo(1 / (0.25 / 4 + 0.75 / 5), within(1e-12));
    }

    @Test
    void one_mean_that_is_not_arithmetic_at_any_depth_is_taken_as_it_is() {
        IndicatorTable table = table(new double[][] {{2, 8, 9, 1}});
        Pillar root = Pillar.of("g", A, B).withMean(Mean.geometric()).withPoints(1); // 4
        Pillar rest = Pillar.of("a", C, D).withPoints(3); // 5
        for (Ranker ranker : List.of(
                Rankers.pillars(root, rest),
                Rankers.pillars(Pillar.of("outer", root).withPoints(1), rest))) {
            assertThat(scores(ranker.rank(table, Weights.equal(indicators(4))))).containsExactly(4.75);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.pillars(Mean.arithmetic(), Skipping.overAll(), Pillar.of("outer", root)))
                .withMessage(
                        "a missing value's weight can be shared over all pillars only where every mean is arithmetic;"
                                + " take Skipping.withinPillar()");
    }

    @Test
    void pillars_are_values() {
        Pillar pillar = Pillar.of("x", A, B).withPoints(30).withMean(Mean.geometric());
        assertThat(pillar)
                .isEqualTo(Pillar.of("x", A).and(B).withMean(Mean.power(0)).withPoints(30.0))
                .isNotEqualTo(pillar.withPoints(31))
                .isNotEqualTo(pillar.withMean(Mean.harmonic()));
        assertThat(pillar.hashCode()).isEqualTo(Pillar.of("x", A, B).hashCode());
        assertThat(pillar.indicators()).containsExactly(A, B);
        assertThat(Rankers.pillars(pillar, Pillar.of("y", Pillar.of("z", C))))
                .isEqualTo(Rankers.pillars(pillar, Pillar.of("y", Pillar.of("z", C))))
                .hasToString(
                        "weighted arithmetic mean of pillars x (30 points): geometric mean of c0, c1; y: arithmetic"
                                + " mean of [z: arithmetic mean of c2]");
        assertThat(Skipping.overAll().atLeast(0.50))
                .isEqualTo(Skipping.overAll().atLeast(0.5))
                .isNotEqualTo(Skipping.withinPillar().atLeast(0.5));
        assertThat(Skipping.withinPillar().only(MissingReason.WITHHELD, MissingReason.NOT_APPLICABLE))
                .hasToString("a missing value's weight is shared by the others present in its pillar where it is not"
                        + " applicable or withheld");
    }
}
