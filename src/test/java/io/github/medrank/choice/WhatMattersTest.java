package io.github.medrank.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.RankRange;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.weighting.BestWorst;
import io.github.medrank.weightspace.LinearConstraint;
import io.github.medrank.weightspace.WeightSpace;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhatMattersTest {
    private static final Indicator A = Indicator.of("a", "Teaching");
    private static final Indicator B = Indicator.of("b", "Research");
    private static final Indicator C = Indicator.of("c", "Fees").withDirection(Direction.LOWER_IS_BETTER);
    private static final School YALE = School.of("Yale");
    private static final School OXFORD = School.of("Oxford");
    private static final School KYOTO = School.of("Kyoto");

    /** Min–max gives Yale (1, 0, 1), Oxford (0, 1, 0.5), Kyoto (0.5, 0.5, 0). */
    private static final IndicatorTable TABLE = IndicatorTable.builder(A, B, C)
            .row(YALE, 100, 50, 10)
            .row(OXFORD, 80, 90, 20)
            .row(KYOTO, 90, 70, 30)
            .build();

    private static final Methodology METHOD = Methodology.builder("mean of min–max")
            .weights(Weights.equal(List.of(A, B, C)))
            .normalizer(Normalizers.minMax(0, 1))
            .ranker(Rankers.weightedMean())
            .build();

    private static WhatMatters nothing() {
        return WhatMatters.of(METHOD, TABLE);
    }

    private static Weights shares(double a, double b, double c) {
        return Weights.builder().put(A, a).put(B, b).put(C, c).build();
    }

    // ---- what a statement demands ----

    @Test
    void statements_about_indicators_are_about_their_weights() {
        assertThat(nothing().region().contains(shares(0, 0, 1))).isTrue();
        WhatMatters more = nothing().moreImportant("Teaching", "b");
        assertThat(more.region().contains(shares(4, 3, 3))).isTrue();
        assertThat(more.region().contains(shares(3, 4, 3))).isFalse();
        assertThat(nothing().moreImportant(A, B)).isEqualTo(more);
        WhatMatters twice = nothing().moreImportant("a", 2, "b");
        assertThat(twice.region().contains(shares(6, 3, 1))).isTrue();
        assertThat(twice.region().contains(shares(5, 3, 2))).isFalse();
        WhatMatters exactly = nothing().timesAsImportant("a", 2, "b");
        assertThat(exactly.region().contains(shares(6, 3, 1))).isTrue();
        assertThat(exactly.region().contains(shares(7, 3, 0))).isFalse();
        WhatMatters bounds =
                nothing().atLeast("a", 0.2).atMost("a", 0.4).atLeast(A, 0.1).atMost(B, 0.5);
        assertThat(bounds.region().lower(A)).isEqualTo(0.2);
        assertThat(bounds.region().upper(A)).isEqualTo(0.4);
        assertThat(bounds.region().upper(B)).isEqualTo(0.5);
        assertThat(bounds.statements())
                .extracting(Statement::toString)
                .containsExactly(
                        "Teaching weighs at least 20 %",
                        "Teaching weighs at most 40 %",
                        "Teaching weighs at least 10 %",
                        "Research weighs at most 50 %");
    }

    @Test
    void a_preference_is_a_lead_as_the_methodology_sees_it() {
        // Yale minus Oxford: a − b + c / 2
        WhatMatters prefers = nothing().prefer("Yale", "Oxford");
        assertThat(prefers.statements().get(0).constraints())
                .containsExactly(LinearConstraint.atLeast(Map.of(A, 1.0, B, -1.0, C, 0.5), 0));
        assertThat(prefers.statements().get(0).isStrict()).isTrue();
        assertThat(prefers)
                .isEqualTo(nothing().prefer(YALE, OXFORD))
                .hasSameHashCodeAs(nothing().prefer(YALE, OXFORD));
        assertThat(prefers.region().contains(shares(3, 4, 2))).isTrue();
        assertThat(prefers.region().contains(shares(3, 5, 2))).isFalse();
        // about as good: |a − b + c / 2| ≤ 0.05
        WhatMatters same = nothing().asGood("Yale", "Oxford");
        assertThat(same.region().contains(shares(0.40, 0.55, 0.05))).isFalse();
        assertThat(same.region().contains(shares(0.45, 0.50, 0.05))).isTrue();
        assertThat(same).isEqualTo(nothing().asGood(YALE, OXFORD));
    }

    @Test
    void a_trade_is_in_units_of_the_table() {
        // One unit of teaching is 1/20 of its scale, one of fees 1/20, one of research 1/40.
        WhatMatters trade = nothing().trade("a", 5, "b", 20);
        assertThat(trade.statements().get(0)).hasToString("5 of Teaching for 20 of Research");
        assertThat(trade.region().contains(shares(2, 1, 0))).isTrue(); // 5/20 · 2 = 20/40 · 1
        assertThat(trade.region().contains(shares(2.1, 1, 0))).isFalse();
        WhatMatters bothWays = trade.trade(B, 20, A, 5);
        assertThat(bothWays.weights().share(A)).isCloseTo(2 * bothWays.weights().share(B), within(1e-9));
        WhatMatters fees = nothing().trade("a", 10, "c", 5);
        assertThat(fees.region().contains(shares(1, 0, 2))).isTrue();
        assertThat(fees.region().contains(shares(1, 0, 1.9))).isFalse();
        Methodology curved = METHOD.withNormalizer(Normalizers.percentileRankMean());
        IndicatorTable four = IndicatorTable.builder(A, B, C)
                .row(YALE, 100, 50, 10)
                .row(OXFORD, 99, 90, 20)
                .row(KYOTO, 90, 70, 30)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WhatMatters.of(curved, four).trade("a", 5, "b", 20))
                .withMessageContaining("not a linear function");
    }

    /** von Winterfeldt and Edwards (1986): points in proportion to weight · swing. */
    @Test
    void swing_weights_by_hand() {
        Weights shared = nothing().swings(Map.of(A, 100, B, 60, C, 40)).weights();
        assertThat(List.of(shared.share(A), shared.share(B), shared.share(C))).containsExactly(0.5, 0.3, 0.2);
        // Raw values: the swings are 20, 40 and, in a mean of raw values, fees that rise.
        Indicator fees = Indicator.of("c", "Scholarships");
        IndicatorTable raw = IndicatorTable.builder(A, B, fees)
                .row(YALE, 100, 50, 10)
                .row(OXFORD, 80, 90, 20)
                .row(KYOTO, 90, 70, 30)
                .build();
        Methodology plain = Methodology.builder("plain")
                .weights(Weights.equal(List.of(A, B, fees)))
                .ranker(Rankers.weightedMean())
                .build();
        Weights found = WhatMatters.of(plain, raw)
                .swings(Map.of(A, 100, B, 60, fees, 40))
                .weights();
        // 100/20 : 60/40 : 40/20 = 5 : 1.5 : 2
        assertThat(found.share(A)).isCloseTo(5 / 8.5, within(1e-15));
        assertThat(found.share(B)).isCloseTo(1.5 / 8.5, within(1e-15));
        WhatMatters about = nothing().swings(Map.of(A, 100, B, 60, C, 0), 10);
        assertThat(about.region().contains(shares(1, 0.54, 0))).isTrue();
        assertThat(about.region().contains(shares(1, 0.66, 0))).isTrue();
        assertThat(about.region().contains(shares(1, 0.67, 0))).isFalse();
        assertThat(about.region().contains(shares(1, 0.6, 0.01))).isFalse();
        assertThat(about.statements().get(0)).hasToString("swings Teaching 100, Research 60, Fees 0, ± 10 %");
    }

    @Test
    void best_and_worst_are_ratios_to_within_a_distance() {
        BestWorst judged = BestWorst.builder(A, C, 8).judge(B, 2, 5).build();
        assertThat(nothing().bestWorst(judged, 0.25).contradiction()).isPresent(); // ξ is 4 − √14 = 0.258
        WhatMatters some = nothing().bestWorst(judged, 0.26);
        assertThat(some.weights().share(A)).isCloseTo(0.5899, within(0.001));
        assertThat(some.region().contains(judged.rezaei2015())).isTrue();
        assertThat(nothing().bestWorst(judged, 0.5).region().contains(shares(8, 3.9, 1)))
                .isFalse();
    }

    /** A lead on one indicator alone is no bound of its share but for its size. */
    @Test
    void schools_that_differ_in_one_indicator_are_compared_by_it() {
        IndicatorTable table = IndicatorTable.builder(A, B, C)
                .row(YALE, 100, 90, 10)
                .row(OXFORD, 80, 90, 10)
                .row(KYOTO, 60, 70, 30)
                .build();
        // Yale leads by 1/2 on teaching: level to within 0.05 · 1/2 if teaching weighs at most 5 %.
        WhatMatters same = WhatMatters.of(METHOD, table).asGood("Yale", "Oxford");
        assertThat(same.region().contains(shares(5, 5, 90))).isTrue();
        assertThat(same.region().contains(shares(6, 4, 90))).isFalse();
        assertThat(WhatMatters.of(METHOD, table).prefer("Oxford", "Yale").contradiction())
                .isPresent();
    }

    // ---- contradictions ----

    @Test
    void the_smallest_contradiction_is_named_with_the_least_repair() {
        WhatMatters said = nothing()
                .moreImportant("a", "b")
                .moreImportant("b", "c")
                .atLeast("c", 0.3)
                .moreImportant("c", "a")
                .atMost("a", 0.34)
                .prefer("Oxford", "Yale");
        Contradiction found = said.contradiction().orElseThrow();
        // Oxford rather than Yale: b > a + c / 2, against a > b.
        assertThat(found.statements())
                .extracting(Statement::toString)
                .containsExactly("Teaching is more important than Research", "Oxford rather than Yale");
        assertThat(found.isProvenSmallest()).isTrue();
        assertThat(found.isProvenLeast()).isTrue();
        // Without a > b: b > c ≥ 0.3, c > a, b > a + c / 2 has (0.1, 0.5, 0.4).
        assertThat(found.withdrawal())
                .extracting(Statement::toString)
                .containsExactly("Teaching is more important than Research");
        assertThat(said.repaired().contradiction()).isEmpty();
        assertThat(said.repaired().statements()).hasSize(5);
        assertThatIllegalStateException()
                .isThrownBy(said::weights)
                .withMessageStartingWith("the statements contradict each other: \"Teaching is more important than"
                        + " Research\"; \"Oxford rather than Yale\": no weights satisfy these together. Least repair: take"
                        + " back \"Teaching is more important than Research\"");
    }

    @Test
    void comparisons_round_in_a_circle_contradict_each_other() {
        WhatMatters circle =
                nothing().moreImportant("a", "b").moreImportant("b", "c").moreImportant("c", "a");
        assertThat(circle.contradiction().orElseThrow().statements()).isEqualTo(circle.statements());
        assertThat(circle.contradiction().orElseThrow().withdrawal()).hasSize(1);
        // What may be equal does not.
        assertThat(nothing()
                        .timesAsImportant("a", 1, "b")
                        .timesAsImportant("b", 1, "c")
                        .timesAsImportant("c", 1, "a")
                        .contradiction())
                .isEmpty();
    }

    @Test
    void a_statement_may_contradict_itself() {
        IndicatorTable better = IndicatorTable.builder(A, B, C)
                .row(YALE, 100, 90, 10)
                .row(OXFORD, 80, 80, 20)
                .build();
        WhatMatters said = WhatMatters.of(METHOD, better).atLeast("a", 0.1).prefer("Oxford", "Yale");
        assertThat(said.contradiction().orElseThrow())
                .hasToString(
                        "\"Oxford rather than Yale\": no weights satisfy it. Least repair: take back \"Oxford rather than"
                                + " Yale\"");
        assertThat(said.without(said.statements().get(1)).weights()).isNotNull();
    }

    // ---- what follows ----

    @Test
    void ranges_are_those_of_the_region_and_the_shortlist_has_them() {
        WhatMatters said = nothing().moreImportant("a", "b").atMost("c", 0.2);
        Map<School, RankRange> ranges = said.ranges();
        assertThat(ranges)
                .isEqualTo(WeightSpace.of(METHOD, TABLE, said.region()).bounds().ranges());
        assertThat(ranges.get(YALE).best()).isEqualTo(1);
        Shortlist list = said.shortlist();
        assertThat(list.ranking().weights().inOrderOf(List.of(A, B, C))).isEqualTo(said.weights());
        assertThat(list.of("Yale").range()).contains(ranges.get(YALE));
        assertThat(said.shortlist(2).schools()).isEqualTo(list.top(2).schools());
        assertThat(said.allowingErrors(0.1).shortlist(1).schools().get(0).range())
                .isPresent();
        Shortlist some = said.shortlist(
                Profile.builder().matters(B, 1).noWorseThan(A, 90).build());
        assertThat(some.excluded()).extracting(each -> each.school()).containsExactly(OXFORD);
        assertThat(some.of("Kyoto").position()).isEqualTo(list.of("Kyoto").position());
    }

    @Test
    void chances_are_parts_of_the_region() {
        // Of two indicators with a > b, Oxford leads Yale nowhere; Yale is first everywhere.
        Methodology two = Methodology.builder("two")
                .indicators(List.of(A, B))
                .weights(Weights.equal(List.of(A, B)))
                .normalizer(Normalizers.minMax(0, 1))
                .ranker(Rankers.weightedMean())
                .build();
        WhatMatters said = WhatMatters.of(two, TABLE).moreImportant("a", "b");
        assertThat(said.chances(1)).containsExactlyInAnyOrderEntriesOf(Map.of(YALE, 1.0, OXFORD, 0.0, KYOTO, 0.0));
        // Yale: a, Oxford: b; each first in half of all weights.
        assertThat(WhatMatters.of(two, TABLE).chances(1).get(YALE)).isCloseTo(0.5, within(0.04));
    }

    @Test
    void comparisons_that_may_be_wrong_do_not_contradict_each_other() {
        WhatMatters said = nothing()
                .moreImportant("a", "b")
                .moreImportant("a", "b")
                .moreImportant("b", "a")
                .atLeast("c", 0.2);
        assertThat(said.contradiction()).isPresent();
        WhatMatters tolerant = said.allowingErrors(0.1);
        assertThat(tolerant.contradiction()).isEmpty();
        assertThat(tolerant.region()).isEqualTo(nothing().atLeast("c", 0.2).region());
        assertThat(tolerant.weights().share(A)).isGreaterThan(tolerant.weights().share(B));
        assertThat(tolerant.weights().share(C)).isGreaterThan(0.2);
        assertThat(tolerant.ranges().get(YALE).basis())
                .isEqualTo("90 % of 2 048 draws from statements that may be wrong");
        assertThat(tolerant.ranges().get(YALE).median()).isPresent();
        assertThat(tolerant).isNotEqualTo(said).isEqualTo(said.allowingErrors(0.1));
        assertThat(tolerant.allowingErrors(0)).isEqualTo(said);
        assertThat(tolerant).hasToString("""
                statements: 4, comparisons wrong with probability 0.1
                  Teaching is more important than Research
                  Teaching is more important than Research
                  Research is more important than Teaching
                  Fees weighs at least 20 %""");
        // Certain statements still may.
        assertThatIllegalStateException().isThrownBy(tolerant.atMost("c", 0.1)::sampler);
    }

    @Test
    void what_makes_no_sense_is_refused() {
        WhatMatters nothing = nothing();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.atLeast("z", 0.1))
                .withMessage("no indicator \"z\"; there are [a, b, c]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.atLeast("a", 20))
                .withMessageContaining("share 20.0; it must be between 0 and 1");
        assertThatIllegalArgumentException().isThrownBy(() -> nothing.atMost("a", Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.moreImportant("a", "a"))
                .withMessage("indicator \"a\" is compared with itself");
        assertThatIllegalArgumentException().isThrownBy(() -> nothing.timesAsImportant("a", 0, "b"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.prefer("Yale", "Yale"))
                .withMessageContaining("have the same values");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.prefer("Yale", "Bonn"))
                .withMessageContaining("no school \"Bonn\"");
        assertThatIllegalArgumentException().isThrownBy(() -> nothing.trade("a", 0, "b", 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.swings(Map.of(A, 100)))
                .withMessage("swings of [a]; rate each of [a, b, c]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.swings(Map.of(A, 100, B, 60, C, 40), 100))
                .withMessage("swings to within 100.0 %; from 0 to below 100");
        assertThatIllegalArgumentException().isThrownBy(() -> nothing.swings(Map.of(A, 0, B, 0, C, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> nothing.swings(Map.of(A, -1, B, 0, C, 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> nothing.allowingErrors(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> nothing.allowingErrors(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> nothing.chances(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nothing.nextQuestion(4))
                .withMessage("the top 4 of 3 schools; from 1 to 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        nothing.without(nothing.atLeast("a", 0.1).statements().get(0)))
                .withMessage("no statement \"Teaching weighs at least 10 %\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WhatMatters.of(METHOD.withRanker(Rankers.copeland()), TABLE))
                .withMessageContaining("weighted mean");
        assertThatNullPointerException()
                .isThrownBy(() -> nothing.prefer(YALE, null))
                .withMessage("worse");
    }
}
