package io.github.medrank.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Scale;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.published.Qs;
import io.github.medrank.ranking.Pillar;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import io.github.medrank.sensitivity.OneAtATime.Effect;
import io.github.medrank.sensitivity.RankReversals.Reversal;
import io.github.medrank.weightspace.WeightSamplers;
import io.github.medrank.weightspace.WeightSpaces;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SensitivityTest {
    private static final ImmutableList<Indicator> TWO = WeightSpaces.indicators(2);
    private static final IndicatorTable CROSSED = WeightSpaces.table(new double[] {3, 2}, new double[] {2, 3});

    /** (x − min) / (max − min) of the schools at hand. */
    private static Normalizer minMax() {
        return new Normalizer() {
            @Override
            public Scale fit(Column reference) {
                double low = reference.min().orElseThrow();
                double high = reference.max().orElseThrow();
                return value -> high == low ? 0 : (value - low) / (high - low);
            }

            @Override
            public String toString() {
                return "min–max of the schools";
            }
        };
    }

    private static Methodology mean() {
        return WeightSpaces.mean(Presentation.exact());
    }

    // ---- Sobol' indices of rankings ----

    /** Yale is first if the points of a exceed those of b: a step in one difference of two equal factors. */
    @Test
    void two_weights_that_matter_alike_have_like_indices() {
        SobolIndices indices = RankSensitivity.of(mean(), CROSSED)
                .varyingWeights(50)
                .withBaseSample(4096)
                .indices(RankOutput.positionOf("School 0"));
        // Position 1 or 2 with even odds: variance 1/4. E[y | a] is linear in a: variance 1/12, a third of it.
        assertThat(indices.variance()).isCloseTo(0.25, within(0.01));
        for (SobolIndex each : indices.indices()) {
            assertThat(each.first()).isCloseTo(1 / 3.0, within(0.02));
            assertThat(each.total()).isCloseTo(2 / 3.0, within(0.02));
        }
        assertThat(indices.indices()).extracting(SobolIndex::factor).containsExactly("a", "b");
    }

    /** A choice of which indicator counts decides everything; a weight of no consequence nothing. */
    @Test
    void a_choice_of_methods_is_a_factor() {
        Methodology onlyFirst = mean().withWeights(WeightSpaces.weights(TWO, 1, 0));
        List<UnaryOperator<Methodology>> which = List.of(
                UnaryOperator.identity(), methodology -> methodology.withWeights(WeightSpaces.weights(TWO, 0, 1)));
        RankSensitivity sensitivity = RankSensitivity.of(onlyFirst, CROSSED)
                .varyingWeight(TWO.get(0), 20)
                .varyingMethod("weights", which)
                .withBaseSample(256)
                .withReplicates(100)
                .withConfidence(0.9)
                .withSeed(3);
        assertThat(sensitivity.factors()).containsExactly("a", "weights");
        SobolIndices indices = sensitivity.indices(RankOutput.positionOf("School 0"));
        assertThat(indices.of("weights").first()).isCloseTo(1, within(0.05));
        assertThat(indices.of("weights").total()).isCloseTo(1, within(0.05));
        assertThat(indices.of("a").total()).isZero();
        assertThat(indices.mean()).isEqualTo(1.5);
        // Both schools move one place or none.
        assertThat(sensitivity.indices(RankOutput.meanShift()).mean()).isEqualTo(0.5);
        assertThat(sensitivity).hasToString("mean; a ±20 %; weights: 2 methods; base sample 256");
    }

    @Test
    void two_choices_are_combined() {
        Methodology both = mean().withWeights(WeightSpaces.weights(TWO, 1, 0));
        List<UnaryOperator<Methodology>> swap = List.of(
                UnaryOperator.identity(),
                m -> m.withWeights(WeightSpaces.weights(
                        TWO,
                        1 - m.weights().orElseThrow().share(TWO.get(0)),
                        m.weights().orElseThrow().share(TWO.get(0)))));
        SobolIndices indices = RankSensitivity.of(both, CROSSED)
                .varyingMethod("once", swap)
                .varyingMethod("again", swap)
                .withBaseSample(256)
                .indices(RankOutput.positionOf("School 1"));
        // An exclusive or: neither matters alone, both together decide all.
        assertThat(indices.of("once").first()).isCloseTo(0, within(0.05));
        assertThat(indices.of("again").first()).isCloseTo(0, within(0.05));
        assertThat(indices.of("once").total()).isCloseTo(1, within(0.05));
        assertThat(indices.of("again").total()).isCloseTo(1, within(0.05));
    }

    /** The same points pick the same sets, whether they are given as sets or as changes of the method. */
    @Test
    void sets_of_weights_are_as_changes_of_the_method() {
        IndicatorTable table = WeightSpaces.table(
                new double[] {3, 2, 5}, new double[] {2, 3, 4}, new double[] {4, 4, 1}, new double[] {1, 5, 5});
        SplittableRandom random = new SplittableRandom(7);
        List<Weights> sets = IntStream.range(0, 20)
                .mapToObj(i -> WeightSpaces.weights(
                        table.indicators(), random.doubles(3, 1, 9).toArray()))
                .toList();
        RankSensitivity ranked =
                RankSensitivity.of(mean(), table).withBaseSample(128).withReplicates(10);
        List<UnaryOperator<Methodology>> rankers =
                List.of(UnaryOperator.identity(), method -> method.withRanker(Rankers.geometricMean()));
        SobolIndices bySets =
                ranked.varyingWeights(sets).varyingMethod("ranker", rankers).indices(RankOutput.meanShift());
        SobolIndices byMethods = ranked.varyingMethod(
                        "weights",
                        sets.stream()
                                .<UnaryOperator<Methodology>>map(each -> method -> method.withWeights(each))
                                .toList())
                .varyingMethod("ranker", rankers)
                .indices(RankOutput.meanShift());
        assertThat(bySets.isConstant()).isFalse();
        assertThat(bySets.toString()).isEqualTo(byMethods.toString());
    }

    /** Under uniform weights a is the heavier one half of the time, and who is first hangs on nothing else. */
    @Test
    void sampled_weights_are_one_factor() {
        RankSensitivity sampled = RankSensitivity.of(mean(), CROSSED)
                .varyingWeights(WeightSamplers.uniform(TWO.reverse()))
                .varyingMethod("none", List.of(UnaryOperator.identity(), UnaryOperator.identity()))
                .withBaseSample(1024)
                .withReplicates(10);
        SobolIndices indices = sampled.indices(RankOutput.positionOf("School 0"));
        assertThat(indices.mean()).isCloseTo(1.5, within(0.05));
        assertThat(indices.of("weights").total()).isCloseTo(1, within(0.05));
        assertThat(indices.of("none").total()).isZero();
        assertThat(sampled.indices(RankOutput.positionOf("School 0")).toString())
                .isEqualTo(indices.toString());
        assertThat(sampled.withSeed(2)
                        .indices(RankOutput.positionOf("School 0"))
                        .mean())
                .isNotEqualTo(indices.mean());
        assertThat(sampled.toString()).contains("; weights: ").contains("none: 2 methods");
    }

    @Test
    void a_choice_is_made_once_for_each_choice_before_it() {
        AtomicInteger made = new AtomicInteger();
        List<UnaryOperator<Methodology>> counted = List.of(UnaryOperator.identity(), method -> {
            made.incrementAndGet();
            return method.withNormalizer(minMax());
        });
        List<UnaryOperator<Methodology>> many = Collections.nCopies(50, UnaryOperator.identity());
        RankSensitivity.of(mean(), CROSSED)
                .varyingMethod("counted", counted)
                .varyingMethod("many", many)
                .withBaseSample(64)
                .indices(RankOutput.meanShift());
        assertThat(made.get()).isEqualTo(1);
    }

    @Test
    void a_rank_that_never_changes_gets_a_typed_answer() {
        SobolIndices constant = RankSensitivity.of(mean(), WeightSpaces.table(new double[] {3, 3}, new double[] {2, 2}))
                .varyingWeights(50)
                .withBaseSample(64)
                .indices(RankOutput.positionOf("School 1"));
        assertThat(constant.isConstant()).isTrue();
        assertThat(constant.mean()).isEqualTo(2);
    }

    @Test
    void a_school_that_is_never_ranked_has_no_position() {
        Methodology some = mean().toBuilder()
                .eligibility(row -> row.value(TWO.get(0)) > 2 ? Optional.empty() : Optional.of("too low"))
                .build();
        RankSensitivity sensitivity = RankSensitivity.of(mean(), CROSSED)
                .varyingMethod("eligibility", List.of(UnaryOperator.identity(), m -> some))
                .withBaseSample(16);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sensitivity.indices(RankOutput.positionOf("School 1")))
                .withMessage("school \"School 1\" is not ranked under every choice");
        assertThat(sensitivity.indices(RankOutput.meanShift()).isConstant()).isTrue();
    }

    @Test
    void refuses_factors_that_are_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankSensitivity.of(mean(), CROSSED).indices(RankOutput.meanShift()))
                .withMessage("no factors; there is nothing to vary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankSensitivity.of(mean(), CROSSED).varyingWeight(TWO.get(0), 101))
                .withMessage("indicator \"a\": ±101.0 %; it must be above 0 and at most 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankSensitivity.of(mean(), CROSSED).varyingWeight(TWO.get(0), Double.NaN))
                .withMessage("indicator \"a\": ±NaN %; it must be above 0 and at most 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        RankSensitivity.of(mean(), CROSSED).varyingMethod("one", List.of(UnaryOperator.identity())))
                .withMessage("choice \"one\" has 1 methods; it needs two");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankSensitivity.of(mean(), CROSSED).varyingWeights(List.of(Weights.equal(TWO))))
                .withMessage("1 sets of weights; it takes two to vary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankSensitivity.of(mean(), CROSSED)
                        .varyingWeights(WeightSamplers.uniform(TWO.subList(0, 1)))
                        .indices(RankOutput.meanShift()))
                .withMessage("the sampled weights are for [a], but the methodology has [a, b]");
        List<UnaryOperator<Methodology>> same = List.of(UnaryOperator.identity(), UnaryOperator.identity());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankSensitivity.of(mean(), CROSSED)
                        .varyingMethod("two", same)
                        .varyingMethod("two", same))
                .withMessage("choice \"two\" comes twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankSensitivity.of(mean(), CROSSED)
                        .varyingWeight(Indicator.of("z"), 10)
                        .indices(RankOutput.meanShift()))
                .withMessage("no indicator \"z\"; the methodology has [a, b]");
    }

    // ---- one at a time ----

    @Test
    void one_weight_at_a_time_keeps_the_proportions_of_the_others() {
        IndicatorTable table =
                WeightSpaces.table(new double[] {3, 0, 0}, new double[] {0, 3, 0}, new double[] {0, 0, 3});
        Methodology mean = mean().withWeights(WeightSpaces.weights(table.indicators(), 50, 30, 20));
        OneAtATime one = OneAtATime.weights(mean, table, -80, 100);
        assertThat(one.effects()).hasSize(6);
        Effect less = one.effects().get(0);
        assertThat(less.change()).isEqualTo("−80 %");
        // 10 : 54 : 36
        Weights weights = less.ranking().weights();
        assertThat(weights.share(table.indicators().get(0))).isCloseTo(0.1, within(1e-15));
        assertThat(weights.share(table.indicators().get(1))).isCloseTo(0.54, within(1e-15));
        assertThat(weights.share(table.indicators().get(2))).isCloseTo(0.36, within(1e-15));
        // Order 1 2 0 instead of 0 1 2: moved 2, 1 and 1 places.
        assertThat(less.meanShift()).isCloseTo(4 / 3.0, within(1e-15));
        assertThat(less.largestShift()).isEqualTo(2);
        assertThat(less.mostMoved()).contains(School.of("School 0"));
        Effect all = one.effects().get(1);
        assertThat(all.change()).isEqualTo("+100 %");
        assertThat(all.ranking().weights().share(table.indicators().get(0))).isEqualTo(1);
        assertThat(one.reference().of("School 0").position().best()).isEqualTo(1);
        assertThat(one.toString())
                .contains("Indicator  change  first")
                .contains("a           −80 %  School 1       1.333        2  School 0")
                .endsWith("the other weights keep their proportions");
    }

    /** Elsewhere .6 becomes .9 and takes .1 from each of the others, which leaves two of them at −.05. */
    @Test
    void half_as_much_again_of_a_large_weight_leaves_no_negative_one() {
        IndicatorTable table = WeightSpaces.table(new double[] {1, 2, 3, 4}, new double[] {4, 3, 2, 1});
        Methodology mean = mean().withWeights(WeightSpaces.weights(table.indicators(), 0.6, 0.3, 0.05, 0.05));
        Weights weights =
                OneAtATime.weights(mean, table, 50).effects().get(0).ranking().weights();
        // .1 of .4 is left to the others, a quarter of what they had
        double[] expected = {0.9, 0.075, 0.0125, 0.0125};
        for (int i = 0; i < 4; i++) {
            assertThat(weights.share(table.indicators().get(i))).isCloseTo(expected[i], within(1e-15));
        }
    }

    @Test
    void nothing_moves_where_nothing_matters() {
        OneAtATime one = OneAtATime.weights(mean(), WeightSpaces.table(new double[] {3, 3}, new double[] {2, 2}), 50);
        assertThat(one.effects()).extracting(Effect::meanShift).containsOnly(0.0);
        assertThat(one.effects()).extracting(Effect::mostMoved).containsOnly(Optional.empty());
    }

    @Test
    void an_indicator_is_left_out_as_if_never_measured() {
        IndicatorTable table = WeightSpaces.table(new double[] {3, 0}, new double[] {0, 2});
        OneAtATime one = OneAtATime.withoutEach(mean().withWeights(WeightSpaces.weights(TWO, 1, 1)), table);
        assertThat(one.effects()).hasSize(2);
        assertThat(one.effects().get(0).ranking().normalized().indicators()).containsExactly(TWO.get(1));
        assertThat(one.effects().get(0).meanShift()).isEqualTo(1);
        assertThat(one.effects().get(1).meanShift()).isZero();
        OneAtATime learnt = OneAtATime.withoutEach(mean(), table);
        assertThat(learnt.effects()).extracting(Effect::meanShift).containsExactly(1.0, 0.0);
        assertThat(OneAtATime.withoutEach(Qs.medicine(2026), WeightSpaces.qs2026())
                        .effects())
                .extracting(each -> each.ranking().schools().get(0).school().name())
                .containsOnly("Harvard University");
    }

    @Test
    void refuses_changes_that_leave_no_weights() {
        Methodology all = mean().withWeights(WeightSpaces.weights(TWO, 1, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OneAtATime.weights(all, CROSSED, -10))
                .withMessage("indicator \"a\" has all the weight, so that the others have no proportions to keep");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OneAtATime.weights(mean(), CROSSED, 101))
                .withMessage("indicator \"a\": a share of 0.5 changed by 101.0 % leaves 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OneAtATime.weights(mean(), CROSSED, -101))
                .withMessage("indicator \"a\": a share of 0.5 changed by -101.0 % leaves 0 to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OneAtATime.withoutEach(all, CROSSED))
                .withMessage("indicator \"a\" has all the weight; nothing is left without it");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> OneAtATime.withoutEach(mean(), WeightSpaces.table(new double[] {1}, new double[] {2})))
                .withMessage("indicator \"a\" is the only one");
    }

    // ---- rank reversal ----

    /** Min–max by hand: with the third, a is stretched over 0–10 and b over 0–1; without it, a over 0–2 and b over 0–1. */
    @Test
    void the_order_of_two_depends_on_a_third() {
        IndicatorTable table = WeightSpaces.table(
                new double[] {2, 0, 0}, new double[] {0, 1, 0}, new double[] {10, 0, 0}, new double[] {0, 0, 0});
        Methodology stretched = Methodology.builder("stretched")
                .weights(WeightSpaces.weights(table.indicators(), 60, 40, 0))
                .normalizer(minMax())
                .ranker(Rankers.weightedMean())
                .build();
        RankReversals reversals = RankReversals.of(stretched, table);
        Reversal only = new RankReversals.Swap(
                School.of("School 2"),
                School.of("School 1"),
                School.of("School 0"),
                Optional.of(table.indicators().get(0)));
        assertThat(reversals.reversals()).containsExactly(only);
        assertThat(reversals.schools()).isEqualTo(4);
        assertThat(reversals.isEmpty()).isFalse();
        assertThat(only)
                .hasToString("without School 2, School 0 is ahead of School 1 (mostly through A)"
                        .replace("A)", table.indicators().get(0).name() + ")"));
        assertThat(reversals).hasToString("""
                Left out  falls behind  this one  mostly through
                School 2  School 1      School 0  a
                1 reversals among 4 schools, each left out in turn; normalizer min–max of the schools; weights \
                60.0 a, 40.0 b, 0.0 c; ranker weighted arithmetic mean""");
    }

    @Test
    void fixed_scales_and_weights_reverse_nothing() {
        RankReversals none = RankReversals.of(Qs.medicine(2026), WeightSpaces.qs2026());
        assertThat(none.isEmpty()).isTrue();
        assertThat(none.toString()).startsWith("no reversals among 35 schools, each left out in turn; normalizer ");
    }

    @Test
    void one_school_cannot_reverse_anything() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankReversals.of(mean(), WeightSpaces.table(new double[] {1, 2})))
                .withMessage("one school alone; a reversal takes three");
    }

    // ---- what a second look found ----

    /** Neither alternative is the methodology given: both swap the two schools, so that they are moved by one place each. */
    @Test
    void shifts_are_from_the_methodology_given() {
        Methodology given = mean().withWeights(WeightSpaces.weights(TWO, 1, 0));
        UnaryOperator<Methodology> other = m -> m.withWeights(WeightSpaces.weights(TWO, 0, 1));
        UnaryOperator<Methodology> nearOther = m -> m.withWeights(WeightSpaces.weights(TWO, 1, 9));
        SobolIndices indices = RankSensitivity.of(given, CROSSED)
                .varyingMethod("weights", List.of(other, nearOther))
                .withBaseSample(16)
                .indices(RankOutput.meanShift());
        assertThat(indices.mean()).isEqualTo(1);
    }

    @Test
    void a_choice_of_too_many_combinations_is_refused() {
        List<UnaryOperator<Methodology>> many = Collections.nCopies(101, UnaryOperator.identity());
        RankSensitivity once = RankSensitivity.of(mean(), CROSSED).varyingMethod("once", many);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> once.varyingMethod("again", many))
                .withMessage("choice \"again\" makes it more than 10000 combinations of methods");
    }

    /** D is not ranked for want of b, but a's scale is fitted to its 1000: without it A and B swap. */
    @Test
    void a_school_that_is_not_ranked_may_hold_the_order_of_others() {
        Indicator a = TWO.get(0);
        Indicator b = TWO.get(1);
        IndicatorTable table = IndicatorTable.builder(a, b)
                .row(School.of("A"), 6, 3)
                .row(School.of("B"), 3, 6)
                .row(School.of("C"), 0, 0)
                .row(School.of("D"), List.of(Cell.of(1000), Cell.missing(MissingReason.NOT_REPORTED)))
                .build();
        Methodology stretched = Methodology.builder("stretched")
                .weights(WeightSpaces.weights(TWO, 2, 1))
                .normalizer(minMax())
                .ranker(Rankers.weightedMean(Skipping.unrank()))
                .build();
        RankReversals reversals = RankReversals.of(stretched, table);
        assertThat(reversals.reversals())
                .extracting(Reversal::removed, Reversal::ahead, Reversal::behind)
                .containsExactly(tuple(School.of("D"), School.of("B"), School.of("A")));
        assertThat(reversals.schools()).isEqualTo(4);
    }

    /** Of two schools one is not ranked: without the other nobody is left, which is no reversal and no error. */
    @Test
    void a_school_without_which_nobody_is_ranked_reverses_nothing() {
        Indicator a = TWO.get(0);
        IndicatorTable table = IndicatorTable.builder(a)
                .row(School.of("A"), 6)
                .row(School.of("B"), List.of(Cell.missing(MissingReason.NOT_REPORTED)))
                .build();
        Methodology unranking = Methodology.builder("one")
                .ranker(Rankers.weightedMean(Skipping.unrank()))
                .build();
        assertThat(RankReversals.of(unranking, table).isEmpty()).isTrue();
    }

    @Test
    void a_change_that_is_no_number_is_refused() {
        for (double percent : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OneAtATime.weights(mean(), CROSSED, percent))
                    .withMessage("change by " + percent + " %; it must be a finite number");
        }
    }

    /** As a table without the indicator is ranked by a methodology that never heard of it. */
    @Test
    void an_indicator_that_is_left_out_is_left_out_of_treatments_pillars_and_tie_breakers() {
        ImmutableList<Indicator> three = WeightSpaces.indicators(3);
        Indicator a = three.get(0);
        Indicator b = three.get(1);
        Indicator c = three.get(2);
        IndicatorTable table = WeightSpaces.table(
                new double[] {9, 4, 1}, new double[] {4, 4, 4}, new double[] {1, 1, 16}, new double[] {1, 4, 1});
        Methodology all = Methodology.builder("pillars")
                .treatments(Treatments.on(List.of(a, b), Treatments.sqrt()), Treatments.on(a, Treatments.sqrt()))
                .weights(WeightSpaces.weights(three, 1, 2, 3))
                .ranker(Rankers.pillars(
                        Pillar.of("P", a, b).withPoints(2), Pillar.of("Q", a(c)).withPoints(1)))
                .presentation(Presentation.exact().withTieBreakers(a, b))
                .build();
        Methodology withoutA = Methodology.builder("pillars")
                .treatments(Treatments.on(b, Treatments.sqrt()))
                .weights(WeightSpaces.weights(ImmutableList.of(b, c), 2, 3))
                .ranker(Rankers.pillars(
                        Pillar.of("P", b).withPoints(2), Pillar.of("Q", a(c)).withPoints(1)))
                .presentation(Presentation.exact().withTieBreakers(b))
                .build();
        Methodology withoutC = Methodology.builder("pillars")
                .treatments(Treatments.on(List.of(a, b), Treatments.sqrt()), Treatments.on(a, Treatments.sqrt()))
                .weights(WeightSpaces.weights(ImmutableList.of(a, b), 1, 2))
                .ranker(Rankers.pillars(Pillar.of("P", a, b).withPoints(2)))
                .presentation(Presentation.exact().withTieBreakers(a, b))
                .build();
        List<Effect> effects = OneAtATime.withoutEach(all, table).effects();
        assertThat(effects).hasSize(3);
        same(effects.get(0).ranking(), withoutA.rank(table.select(List.of(b, c))));
        same(effects.get(2).ranking(), withoutC.rank(table.select(List.of(a, b))));
    }

    private static Pillar a(Indicator only) {
        return Pillar.of("inner", only);
    }

    private static void same(Ranking found, Ranking expected) {
        for (RankedSchool each : expected) {
            assertThat(found.of(each.school().id()).position()).isEqualTo(each.position());
            assertThat(found.of(each.school().id()).exactScore()).isEqualTo(each.exactScore());
        }
        assertThat(found.size()).isEqualTo(expected.size());
    }
}
