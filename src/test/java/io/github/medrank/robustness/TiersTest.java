package io.github.medrank.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.medrank.RankRange;
import io.github.medrank.School;
import io.github.medrank.weightspace.Interval;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TiersTest {
    private static final School A = School.of("A");
    private static final School B = School.of("B");
    private static final School C = School.of("C");
    private static final School D = School.of("D");
    private static final ImmutableList<School> FOUR = ImmutableList.of(A, B, C, D);

    private static RankRange ranks(int best, int worst) {
        return RankRange.of(best, worst, "95 % confidence");
    }

    /** What csranks gives for these scores with variances of .01. */
    @Test
    void confidence_sets_as_csranks_has_them() {
        RankConfidenceSets sets = sets(ImmutableMap.of(A, 10.0, B, 9.8, C, 5.0, D, 4.9), 0.1);
        assertThat(sets.ranges())
                .containsExactly(
                        java.util.Map.entry(A, ranks(1, 2)),
                        java.util.Map.entry(B, ranks(1, 2)),
                        java.util.Map.entry(C, ranks(3, 4)),
                        java.util.Map.entry(D, ranks(3, 4)));
        assertThat(sets.isBetter(A, C)).isTrue();
        assertThat(sets.isBetter(C, A)).isFalse();
        assertThat(sets.isBetter(A, B)).isFalse();
        assertThat(sets).hasToString("""
                School  ranks
                A         1–2
                B         1–2
                C         3–4
                D         3–4
                all sets hold the true rank with 95 % confidence""");
        Tiers tiers = Tiers.byConfidenceSets(FOUR, sets);
        assertThat(tiers.tiers()).containsExactly(ImmutableList.of(A, B), ImmutableList.of(C, D));
        assertThat(tiers.basis()).isEqualTo("the difference is significant, all pairs tested at once");
    }

    private static RankConfidenceSets sets(ImmutableMap<School, Double> scores, double error) {
        return RankConfidenceSets.simultaneous(scores, Maps.transformValues(scores, each -> error), 0.95, 2000, 1);
    }

    @Test
    void sets_shrink_to_points_and_grow_to_everything() {
        ImmutableMap<School, Double> scores = ImmutableMap.of(A, 4.0, B, 3.0, C, 2.0, D, 1.0);
        assertThat(sets(scores, 1e-6).ranges().values())
                .containsExactly(ranks(1, 1), ranks(2, 2), ranks(3, 3), ranks(4, 4));
        assertThat(sets(scores, 1e6).ranges().values()).containsOnly(ranks(1, 4));
    }

    /** Elsewhere a matrix of no rows. */
    @Test
    void one_school_is_surely_first() {
        assertThat(sets(ImmutableMap.of(A, 4.0), 0.1).ranges()).containsExactly(java.util.Map.entry(A, ranks(1, 1)));
    }

    /** Two schools: one pair, tested both ways; the critical value is the normal's two-sided quantile, 1.96. */
    @Test
    void two_schools_differ_from_1_96_standard_errors_on() {
        double step = Math.sqrt(2);
        assertThat(pair(1.85 * step)).isEqualTo(ranks(1, 2));
        assertThat(pair(2.07 * step)).isEqualTo(ranks(1, 1));
    }

    private static RankRange pair(double difference) {
        ImmutableMap<School, Double> scores = ImmutableMap.of(A, difference, B, 0.0);
        return RankConfidenceSets.simultaneous(scores, ImmutableMap.of(A, 1.0, B, 1.0), 0.95, 20_000, 1)
                .of(A);
    }

    @Test
    void the_order_in_which_schools_are_given_plays_no_part() {
        ImmutableMap<School, Double> scores = ImmutableMap.of(A, 10.0, B, 9.66, C, 9.3, D, 9.0);
        ImmutableMap<School, Double> turned = ImmutableMap.of(D, 9.0, B, 9.66, A, 10.0, C, 9.3);
        for (int seed = 0; seed < 20; seed++) {
            assertThat(RankConfidenceSets.simultaneous(turned, Maps.transformValues(turned, x -> 0.1), 0.95, 100, seed)
                            .ranges())
                    .isEqualTo(RankConfidenceSets.simultaneous(
                                    scores, Maps.transformValues(scores, x -> 0.1), 0.95, 100, seed)
                            .ranges());
        }
    }

    /** Among equal schools the step-down finds nothing; coverage of all ranks at once is at least what was asked. */
    @Test
    void all_sets_hold_the_true_ranks_as_often_as_they_say() {
        SplittableRandom random = new SplittableRandom(5);
        double[] truth = {3, 3, 2, 0, 0};
        List<School> schools =
                IntStream.range(0, 5).mapToObj(i -> School.of("S" + i)).toList();
        int held = 0;
        int runs = 300;
        for (int run = 0; run < runs; run++) {
            ImmutableMap.Builder<School, Double> scores = ImmutableMap.builder();
            for (int i = 0; i < 5; i++) {
                scores.put(schools.get(i), truth[i] + 0.5 * random.nextGaussian());
            }
            ImmutableMap<School, Double> drawn = scores.buildOrThrow();
            RankConfidenceSets sets =
                    RankConfidenceSets.simultaneous(drawn, Maps.transformValues(drawn, x -> 0.5), 0.9, 200, run);
            boolean all = true;
            for (int i = 0; i < 5; i++) {
                int above = 0;
                int below = 0;
                for (double other : truth) {
                    above += other > truth[i] ? 1 : 0;
                    below += other < truth[i] ? 1 : 0;
                }
                RankRange ranks = sets.of(schools.get(i));
                all &= ranks.best() <= 1 + above && ranks.worst() >= 5 - below;
            }
            held += all ? 1 : 0;
        }
        // 90 % less four standard errors of 300 runs.
        assertThat(held / (double) runs).isGreaterThan(0.9 - 4 * Math.sqrt(0.09 / runs));
    }

    /** After the first round rejects the far ones, fewer pairs are left, and a smaller difference is enough. */
    @Test
    void the_step_down_rejects_more_than_one_round() {
        ImmutableMap.Builder<School, Double> scores = ImmutableMap.builder();
        for (int i = 0; i < 6; i++) {
            scores.put(School.of("Far " + i), 100.0 * (i + 1));
        }
        scores.put(A, 2.93 * Math.sqrt(2)).put(B, 0.0);
        RankConfidenceSets sets = sets(scores.buildOrThrow(), 1);
        assertThat(sets.of(A)).isEqualTo(ranks(7, 7)); // critical values: 3.03, then 2.83
        assertThat(sets.of(B)).isEqualTo(ranks(8, 8));
    }

    /**
     * A is far ahead of B and C. With "A is not better than B" and "A is not better than C" rejected, the reverse of both is
     * still tested beside the pair of B and C, so that the second critical value is 2.20 as in csranks, and not 1.96.
     */
    @Test
    void the_reverse_of_a_rejected_hypothesis_stays_in_the_family() {
        ImmutableMap<School, Double> near = ImmutableMap.of(A, 100.0, B, 2.08 * Math.sqrt(2), C, 0.0);
        assertThat(simulated(near).of(B)).isEqualTo(ranks(2, 3));
        ImmutableMap<School, Double> apart = ImmutableMap.of(A, 100.0, B, 2.28 * Math.sqrt(2), C, 0.0);
        assertThat(simulated(apart).of(B)).isEqualTo(ranks(2, 2)); // the first critical value is 2.34
    }

    private static RankConfidenceSets simulated(ImmutableMap<School, Double> scores) {
        return RankConfidenceSets.simultaneous(scores, Maps.transformValues(scores, each -> 1.0), 0.95, 20_000, 1);
    }

    @Test
    void confidence_sets_refuse_what_is_no_number() {
        ImmutableMap<School, Double> scores = ImmutableMap.of(A, 1.0, B, 2.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets(ImmutableMap.of(), 1))
                .withMessage("no schools; confidence sets need at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankConfidenceSets.simultaneous(scores, ImmutableMap.of(A, 1.0), 0.95, 100, 1))
                .withMessage("scores are of [A, B], standard errors of [A]; give both for each school");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets(scores, 0))
                .withMessage(
                        "school \"B\": score 2.0 with standard error 0.0; the score must be finite, the error above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets(ImmutableMap.of(A, Double.NaN), 1))
                .withMessage(
                        "school \"A\": score NaN with standard error 1.0; the score must be finite, the error above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankConfidenceSets.simultaneous(scores, scores, 1, 100, 1))
                .withMessage("confidence 1.0; it must be between 0 and 1, such as 0.95");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankConfidenceSets.simultaneous(scores, scores, 0.9, 99, 1))
                .withMessage("99 draws; there must be 100 to 10000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankConfidenceSets.simultaneous(scores, scores, 0, 100, 1))
                .withMessage("confidence 0.0; it must be between 0 and 1, such as 0.95");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets(scores, Double.POSITIVE_INFINITY))
                .withMessage("school \"B\": score 2.0 with standard error Infinity; the score must be finite, the error"
                        + " above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets(scores, 1).of(D))
                .withMessage("no school \"D\" among the 2 tested");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sets(scores, 1).isBetter(D, A))
                .withMessage("no school \"D\" among the 2 tested");
    }

    // ---- tiers ----

    private static RankRange draws(int best, int worst) {
        return RankRange.of(best, worst, "90 % of 10 draws");
    }

    /** B overlaps both A and C, which do not overlap: not transitive. */
    @Test
    void a_tier_is_told_by_its_anchor() {
        Tiers tiers = Tiers.byRanges(ImmutableMap.of(
                A, draws(1, 2), B, draws(2, 3), C, draws(3, 4), D, RankRange.of(4, 5, "three rankings")));
        assertThat(tiers.tiers()).containsExactly(ImmutableList.of(A, B), ImmutableList.of(C, D));
        assertThat(tiers.of(B)).isEqualTo(1);
        assertThat(tiers.of(C)).isEqualTo(2);
        assertThat(tiers.indistinguishable().get(B)).containsExactly(A, C);
        assertThat(tiers.indistinguishable().get(A)).containsExactly(B);
        assertThat(tiers).hasToString("""
                Tier 1: A; B
                Tier 2: C; D
                Told apart where ranges do not overlap (90 % of 10 draws; three rankings). A tier holds the schools that cannot be told from its first; \
                that relation is not transitive, so two of a tier may differ, and neighbours across an edge may not.""");
    }

    @Test
    void tiers_by_the_probability_of_being_ahead() {
        // P(a ahead of b) = 0.5 + 0.2 · places between, capped at 1.
        Tiers.AheadProbability ahead =
                (a, b) -> Math.max(0, Math.min(1, 0.5 + 0.2 * (FOUR.indexOf(b) - FOUR.indexOf(a))));
        assertThat(Tiers.byProbability(FOUR, ahead, 0.9).tiers())
                .containsExactly(ImmutableList.of(A, B), ImmutableList.of(C, D));
        assertThat(Tiers.byProbability(FOUR, ahead, 0.7).tiers()).hasSize(4);
        assertThat(Tiers.byProbability(FOUR, ahead, 1).tiers())
                .containsExactly(ImmutableList.of(A, B, C), ImmutableList.of(D));
        assertThat(Tiers.byProbability(FOUR, ahead, 0.9).basis())
                .isEqualTo("one is ahead with a probability of at least 0.9");
        // A listing in the other order tells apart just the same.
        assertThat(Tiers.byProbability(FOUR.reverse(), ahead, 0.9).tiers())
                .containsExactly(ImmutableList.of(D, C), ImmutableList.of(B, A));
    }

    @Test
    void tiers_of_nobody_are_none() {
        assertThat(Tiers.byRanges(ImmutableMap.of()).tiers()).isEmpty();
    }

    @Test
    void tiers_refuse_what_tells_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tiers.byProbability(FOUR, (a, b) -> 0.5, 0.5))
                .withMessage("probability 0.5; it must be above 0.5 and at most 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tiers.byProbability(FOUR, (a, b) -> Double.NaN, 0.9))
                .withMessage("the probability that \"A\" is ahead of \"B\" is NaN; it must be from 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tiers.by(List.of(A, A), (a, b) -> true, "never"))
                .withMessage("a school comes twice: [A, A]");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Tiers.byRanges(ImmutableMap.of(A, draws(1, 2))).of(B))
                .withMessage("no school \"B\" in the tiers");
    }

    @Test
    void intervals_have_ends_in_order() {
        assertThat(Interval.of(1, 2).contains(2)).isTrue();
        assertThat(Interval.of(1, 2).contains(2.1)).isFalse();
        assertThat(Interval.of(1, 2).contains(0.9)).isFalse();
        assertThat(Interval.of(1, 2).overlaps(Interval.of(2.5, 3))).isFalse();
        assertThat(Interval.of(-0.0, 1 / 3.0)).hasToString("0–0.3333");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Interval.of(2, 1))
                .withMessage("interval from 2.0 to 1.0; the lower end comes first");
    }
}
