package io.github.medrank.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.medrank.Bands;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Position;
import io.github.medrank.Presentation;
import io.github.medrank.School;
import io.github.medrank.TieRule;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Imputations;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Rankers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What must change: the goals, the methods and the refusals, one by one. */
class GoalTest {
    private static final Indicator PAPERS = Indicator.of("papers");
    private static final Methodology BY_PAPERS = Methodology.builder("papers")
            .weights(Weights.equal(List.of(PAPERS)))
            .ranker(Rankers.weightedMean())
            .build();
    private static final IndicatorTable FIVE = IndicatorTable.builder(PAPERS)
            .row(School.of("Ulm"), 9)
            .row(School.of("Bonn"), 8)
            .row(School.of("Graz"), 7)
            .row(School.of("Pisa"), 7)
            .row(School.of("Yale"), 5)
            .build();
    private static final WhatMustChange CHANGE =
            WhatMustChange.of(BY_PAPERS, FIVE).onGrid(1).within(0, 20);

    private static Requirement needs(String school, Goal goal) {
        return CHANGE.toReach(school, goal).of(PAPERS);
    }

    @Test
    void each_goal_takes_what_it_says() {
        assertThat(needs("Yale", Goal.position(3)).to()).isEqualTo(Cell.of(7));
        assertThat(needs("Yale", Goal.position(3))).hasToString("papers: 7 (=3)");
        assertThat(needs("Yale", Goal.alone(4)).to()).isEqualTo(Cell.of(10));
        assertThat(CHANGE.onGrid(0.5).toReach("Yale", Goal.alone(4)).of(PAPERS).to())
                .isEqualTo(Cell.of(7.5));
        assertThat(needs("Yale", Goal.overtake("Graz")).to()).isEqualTo(Cell.of(8));
        assertThat(needs("Pisa", Goal.overtake("Graz")).to()).isEqualTo(Cell.of(8));
        assertThat(needs("Pisa", Goal.up(2)).to()).isEqualTo(Cell.of(9));
        assertThat(needs("Yale", Goal.up(99)).to()).isEqualTo(Cell.of(9));
        assertThat(needs("Ulm", Goal.overtake("Bonn")).to()).isEqualTo(Cell.of(9));
    }

    @Test
    void goals_read_well_and_are_values() {
        assertThat(Goal.overtake("Bonn")).hasToString("above Bonn").isEqualTo(Goal.overtake("Bonn"));
        assertThat(Goal.position(1)).hasToString("position 1").hasSameHashCodeAs(Goal.position(1));
        assertThat(Goal.alone(1))
                .hasToString("position 1, shared with no other school")
                .isNotEqualTo(Goal.position(1));
        assertThat(Goal.up(2)).hasToString("up 2");
        assertThat(Goal.band(Position.band(51, 100))).isEqualTo(Goal.position(100));
        assertThat(CHANGE.toReach("Yale", Goal.up(1)).goal()).isEqualTo(Goal.position(4));
    }

    @Test
    void goals_that_make_no_sense_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.position(0))
                .withMessage("position 0; it must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.alone(-1))
                .withMessage("position -1; it must be at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.up(0))
                .withMessage("up 0 positions; it takes at least 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.band(Position.openBand(701)))
                .withMessage("band 701+ has no end; every ranked school is in it or above");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGE.toReach("Yale", Goal.overtake("Yale")))
                .withMessage("school \"Yale\" cannot overtake itself");
        assertThatNullPointerException()
                .isThrownBy(() -> Goal.overtake(nothing()))
                .withMessage("idOrName");
    }

    @SuppressWarnings("NullAway") // what a caller without null checks may do
    private static String nothing() {
        return (String) Map.of().get("nothing");
    }

    @Test
    void a_band_is_entered_by_the_place_in_it() {
        Methodology banded = BY_PAPERS.withPresentation(
                Presentation.exact().withBands(Bands.exactTo(1).then(2)));
        WhatMustChange change = WhatMustChange.of(banded, FIVE).onGrid(1).within(0, 20);

        Requirement yale =
                change.toReach("Yale", Goal.band(Position.band(2, 2))).of(PAPERS);

        assertThat(yale.to()).isEqualTo(Cell.of(8));
        assertThat(yale.position()).contains(Position.band(2, 2));
        assertThat(change.mayFall("Bonn").of(PAPERS).to()).isEqualTo(Cell.of(7));
    }

    /** Dense positions are 1, 2, 3, 3, 4; fractional ones 1, 2, 3.5, 3.5, 5. */
    @Test
    void a_position_is_one_under_the_methods_tie_rule() {
        WhatMustChange dense = WhatMustChange.of(
                        BY_PAPERS.withPresentation(Presentation.exact().withTies(TieRule.DENSE)), FIVE)
                .onGrid(1)
                .within(0, 20);
        WhatMustChange fractional = WhatMustChange.of(
                        BY_PAPERS.withPresentation(Presentation.exact().withTies(TieRule.FRACTIONAL)), FIVE)
                .onGrid(1)
                .within(0, 20);

        assertThat(dense.toReach("Yale", Goal.position(4)).reached()).isTrue();
        assertThat(dense.toReach("Yale", Goal.position(3)).of(PAPERS).to()).isEqualTo(Cell.of(7));
        assertThat(fractional.toReach("Yale", Goal.position(3)).of(PAPERS).to()).isEqualTo(Cell.of(8));
    }

    @Test
    void less_may_be_better() {
        Indicator fees = PAPERS.withDirection(Direction.LOWER_IS_BETTER);
        IndicatorTable table = IndicatorTable.ofColumns(FIVE.schools(), List.of(Column.of(fees, 9, 8, 7, 7, 5)));
        Methodology cheapest = BY_PAPERS.withNormalizer(ExcerptsAndTables.MinMax.INSTANCE);
        WhatMustChange change = WhatMustChange.of(cheapest, table).onGrid(1);

        assertThat(change.toReach("Ulm", Goal.position(2)).of(fees).to()).isEqualTo(Cell.of(7));
        assertThat(change.toReach("Ulm", Goal.overtake("Yale")).of(fees).attainable())
                .isFalse();
        assertThat(change.within(0, 9)
                        .toReach("Ulm", Goal.overtake("Yale"))
                        .of(fees)
                        .to())
                .isEqualTo(Cell.of(4));
        assertThat(change.mayFall("Yale").of(fees).to()).isEqualTo(Cell.of(7));
        assertThat(change.mayFall("Yale").of(fees).lost()).contains(Cell.of(8));
        assertThat(change.mayFall("Yale").of(fees).then()).hasToString("Optional[=3]");
        assertThat(change.cheapest("Ulm", Goal.position(2), Map.of(fees, 3)).cost())
                .isEqualByComparingTo("6");
    }

    @Test
    void a_missing_value_may_be_reported() {
        Indicator network = Indicator.of("network");
        IndicatorTable table = IndicatorTable.builder(PAPERS, network)
                .row(School.of("Ulm"), 9, 3)
                .row(School.of("Charité"), List.of(Cell.of(9), Cell.missing(MissingReason.NOT_REPORTED)))
                .build();
        Methodology zero = Methodology.builder("zero")
                .weights(Weights.equal(List.of(PAPERS, network)))
                .filling(Imputations.constant(0))
                .ranker(Rankers.weightedMean())
                .build();
        WhatMustChange change = WhatMustChange.of(zero, table).onGrid(1).within(0, 5);

        Requirement line = change.toReach("Charité", Goal.overtake("Ulm")).of(network);

        assertThat(line.from()).isEqualTo(Cell.missing(MissingReason.NOT_REPORTED));
        assertThat(line.to()).isEqualTo(Cell.of(4));
        assertThat(change.cheapest("Charité", Goal.overtake("Ulm"), Map.of(network, 2))
                        .cost())
                .isEqualByComparingTo("8");
        assertThat(change.mayFall("Charité").of(network).lost()).isEmpty();
        assertThat(change.mayFall("Charité").of(network).to()).isEqualTo(line.from());
    }

    @Test
    void a_school_that_is_not_ranked_may_become_so() {
        Methodology many = BY_PAPERS.withEligibility(
                row -> row.value(PAPERS) < 6 ? Optional.of("fewer than 6 papers") : Optional.empty());
        WhatMustChange change = WhatMustChange.of(many, FIVE).onGrid(0.5).within(0, 20);

        Requirements needs = change.toReach("Yale", Goal.position(5));

        assertThat(needs.position()).isEmpty();
        assertThat(needs.of(PAPERS).to()).isEqualTo(Cell.of(6));
        assertThat(needs.toString()).startsWith("Yale, not ranked");
        assertThat(change.within(0, 5.5).toReach("Yale", Goal.position(5)).of(PAPERS))
                .hasToString("papers: not attainable, at best not ranked");
        Leeway graz = change.mayFall("Graz", Goal.position(5));
        assertThat(graz.of(PAPERS).lost()).contains(Cell.of(5.5));
        assertThat(graz.of(PAPERS).then()).isEmpty();
        assertThat(graz).hasToString("""
                Graz, =3  now  keeps to  lost at        then
                papers      7         6      5.5  not ranked
                keeps: position 5 or better""");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.toReach("Yale", Goal.up(1)))
                .withMessage("school \"Yale\" is not ranked, so it cannot gain positions from where it is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> change.mayFall("Yale"))
                .withMessage("school \"Yale\" is listed but not ranked: fewer than 6 papers");
    }

    /** Off the grid: the next multiple counts, not the next step from the value. */
    @Test
    void the_grid_is_the_multiples_of_the_step() {
        IndicatorTable off = FIVE.with(School.of("Yale"), PAPERS, 5.25);

        assertThat(WhatMustChange.of(BY_PAPERS, off)
                        .onGrid(0.5)
                        .toReach("Yale", Goal.position(3))
                        .of(PAPERS)
                        .to())
                .isEqualTo(Cell.of(7));
        assertThat(WhatMustChange.of(BY_PAPERS, off)
                        .onGrid(PAPERS, 3)
                        .toReach("Yale", Goal.position(3))
                        .of(PAPERS)
                        .to())
                .isEqualTo(Cell.of(9));
        assertThat(WhatMustChange.of(BY_PAPERS, off)
                        .onGrid(10)
                        .toReach("Yale", Goal.position(3))
                        .of(PAPERS))
                .hasToString("papers: not attainable, at best 5");
        assertThat(WhatMustChange.of(BY_PAPERS, FIVE)
                        .within(PAPERS, 0, 8)
                        .toReach("Yale", Goal.position(1))
                        .of(PAPERS))
                .hasToString("papers: not attainable, at best =2 with 8");
    }

    @Test
    void a_plan_out_of_reach_goes_as_far_as_it_can() {
        Plan plan = CHANGE.within(0, 8).cheapest("Yale", Goal.position(1), Map.of(PAPERS, 2));

        assertThat(plan.attainable()).isFalse();
        assertThat(plan.changes()).extracting(Plan.Change::to).containsExactly(Cell.of(8));
        assertThat(plan.cost()).isEqualByComparingTo("6");
        assertThat(plan).hasToString("""
                Yale    now  at best  cost
                papers    5        8     6
                total                    6
                goal: position 1, not attainable
                at best =2 with 8""");
        assertThat(CHANGE.within(0, 6)
                        .cheapest("Yale", Goal.position(1), Map.of(PAPERS, 2))
                        .changes())
                .isEmpty();
    }

    @Test
    void wrong_grids_bounds_and_costs_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> CHANGE.onGrid(0)).withMessage("step: 0 is not positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGE.onGrid(PAPERS, Double.NaN))
                .withMessage("step of \"papers\": NaN is not a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGE.within(3, 2))
                .withMessage("lower bound 3 is above the upper bound 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGE.within(Indicator.of("fees"), 1, 2))
                .withMessage("no indicator \"fees\" in the table; it has [papers]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGE.cheapest("Yale", Goal.up(1), Map.of()))
                .withMessage("no costs; give at least one indicator that may change");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGE.cheapest("Yale", Goal.up(1), Map.of(Indicator.of("fees"), 1)))
                .withMessage("cost for unknown indicator \"fees\"; the table has [papers]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGE.cheapest("Yale", Goal.up(1), Map.of(PAPERS, 0)))
                .withMessage("cost of \"papers\": 0 is not positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGE.mayFall("Yale", Goal.position(4)))
                .withMessage("school \"Yale\" has not reached position 4 or better, so it cannot lose it");
    }

    @Test
    void a_search_without_end_is_refused_with_the_way_out() {
        Methodology stretched = BY_PAPERS.withNormalizer(ExcerptsAndTables.MinMax.INSTANCE);
        WhatMustChange fine = WhatMustChange.of(stretched, FIVE).onGrid(0.000001);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fine.toReach("Yale", Goal.up(1)))
                .withMessage("papers has 4000000 values to try one by one, more than 1000000; take a coarser grid or"
                        + " tighter bounds, or promise with assumingMonotone() that every better value does at least as"
                        + " well");
        assertThat(fine.assumingMonotone()
                        .toReach("Yale", Goal.up(2))
                        .of(PAPERS)
                        .to())
                .isEqualTo(Cell.of(7));
        assertThat(WhatMustChange.of(BY_PAPERS, FIVE)
                        .onGrid(0.000001)
                        .toReach("Yale", Goal.up(2))
                        .of(PAPERS)
                        .to())
                .isEqualTo(Cell.of(7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fine.assumingMonotone().cheapest("Yale", Goal.up(1), Map.of(PAPERS, 1)))
                .withMessage("more than 100000 combinations to rank; take a coarser grid, tighter bounds or fewer"
                        + " indicators");
    }

    @Test
    void a_plan_of_five_indicators_to_the_top_ten_is_found_at_once() {
        Plan plan = WhatMustChange.of(Qs.medicine(2026), ExcerptsAndTables.qs2026())
                .within(0, 100)
                .cheapest(
                        "The University of Sydney",
                        Goal.position(10),
                        Map.of(
                                Qs.ACADEMIC_REPUTATION, 1,
                                Qs.EMPLOYER_REPUTATION, 1,
                                Qs.CITATIONS_PER_PAPER, 1,
                                Qs.H_INDEX, 1,
                                Qs.INTERNATIONAL_RESEARCH_NETWORK, 1));

        // 85.65 rounds to Karolinska's 85.7; 6.95 points are missing, .04 for a tenth of academic reputation.
        assertThat(plan.attainable()).isTrue();
        assertThat(plan.cost()).isEqualByComparingTo("17.4");
        assertThat(plan.values()).containsExactly(Map.entry(Qs.ACADEMIC_REPUTATION, Cell.of(94.4)));
    }

    @Test
    void the_analysis_says_what_it_is() {
        assertThat(CHANGE).hasToString("What must change in papers, in steps of 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGE.toReach("Yale", Goal.up(1)).of(Indicator.of("fees")))
                .withMessage("no indicator \"fees\" in the table");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CHANGE.mayFall("Yale").of(Indicator.of("fees")))
                .withMessage("no indicator \"fees\" in the table");
    }
}
