package io.github.medrank.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.github.medrank.Direction;
import io.github.medrank.RankRange;
import io.github.medrank.School;
import io.github.medrank.weightspace.Interval;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sets of one school alone, the best that cannot be left out, and CHE's groups. */
class MarginalSetsTest {
    private static final School A = School.of("A");
    private static final School B = School.of("B");
    private static final School C = School.of("C");
    private static final School D = School.of("D");
    private static final ImmutableMap<School, Double> FOUR = ImmutableMap.of(A, 10.0, B, 9.8, C, 5.0, D, 4.9);

    private static RankConfidenceSets marginal(Map<School, Double> scores, double error) {
        return RankConfidenceSets.marginal(scores, Maps.transformValues(scores, each -> error), 0.95, 20_000, 1);
    }

    private static RankRange alone(int best, int worst) {
        return RankRange.of(best, worst, "95 % confidence, each school alone");
    }

    /** What csranks gives for these scores with variances of .01, simultaneous or not. */
    @Test
    void four_schools_as_csranks_has_them() {
        RankConfidenceSets sets = marginal(FOUR, 0.1);
        assertThat(sets.ranges()).isEqualTo(Map.of(A, alone(1, 2), B, alone(1, 2), C, alone(3, 4), D, alone(3, 4)));
        assertThat(sets.isSimultaneous()).isFalse();
        assertThat(sets.isBetter(A, C)).isTrue();
        assertThat(sets.isBetter(C, A)).isFalse();
        assertThat(sets.isBetter(A, A)).isFalse();
        assertThat(sets.toString()).endsWith("each set alone holds the true rank with 95 % confidence");
        assertThat(Tiers.byConfidenceSets(FOUR.keySet().asList(), sets).basis()).endsWith("all others alone");
        RankConfidenceSets all =
                RankConfidenceSets.simultaneous(FOUR, Maps.transformValues(FOUR, each -> 0.1), 0.95, 2000, 1);
        assertThat(all.amongBest(1)).containsExactly(A, B);
        assertThat(all.amongBest(2)).containsExactly(A, B);
        assertThat(all.amongBest(3)).containsExactly(A, B, C, D);
    }

    /** The school is compared with p others of equal error: Dunnett's two-sided 5 % points, 1.96, 2.21, 2.44 for p = 1, 2, 4. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void the_critical_value_is_dunnetts(int others) {
        double critical = Map.of(1, 1.96, 2, 2.21, 4, 2.44).get(others);
        assertThat(ahead(others, critical - 0.07)).isEqualTo(alone(1, others + 1));
        assertThat(ahead(others, critical + 0.07)).isEqualTo(alone(1, 1));
    }

    private static RankRange ahead(int others, double standardErrors) {
        ImmutableMap.Builder<School, Double> scores = ImmutableMap.builder();
        scores.put(A, standardErrors * Math.sqrt(2));
        for (int i = 0; i < others; i++) {
            scores.put(School.of("other " + i), 0.0);
        }
        return marginal(scores.buildOrThrow(), 1).of(A);
    }

    /** Spacing in standard errors; a set must hold every rank that ties allow. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1, 2, 4})
    void each_set_and_the_best_hold_the_truth_as_often_as_they_say(double spacing) {
        int n = 6;
        int runs = 250;
        int best = 2;
        List<School> schools =
                IntStream.range(0, n).mapToObj(i -> School.of("S" + i)).toList();
        SplittableRandom random = new SplittableRandom(17);
        int[] held = new int[n];
        int complete = 0;
        for (int run = 0; run < runs; run++) {
            ImmutableMap.Builder<School, Double> drawn = ImmutableMap.builder();
            for (int i = 0; i < n; i++) {
                drawn.put(
                        schools.get(i),
                        -spacing * Math.floorDiv(i, 2) + random.nextGaussian()); // in pairs of equal ones
            }
            ImmutableMap<School, Double> scores = drawn.buildOrThrow();
            Map<School, Double> errors = Maps.transformValues(scores, each -> 1.0);
            RankConfidenceSets each = RankConfidenceSets.marginal(scores, errors, 0.9, 200, run);
            RankConfidenceSets all = RankConfidenceSets.simultaneous(scores, errors, 0.9, 200, run);
            for (int i = 0; i < n; i++) {
                int first = spacing == 0 ? 1 : i / 2 * 2 + 1;
                int last = spacing == 0 ? n : i / 2 * 2 + 2;
                RankRange range = each.of(schools.get(i));
                held[i] += range.best() <= first && range.worst() >= last ? 1 : 0;
            }
            Set<School> truth = new HashSet<>(spacing == 0 ? schools : schools.subList(0, best));
            complete += all.amongBest(best).containsAll(truth) ? 1 : 0;
        }
        // 90 % less four standard errors of the runs.
        double least = 0.9 - 4 * Math.sqrt(0.09 / runs);
        for (int count : held) {
            assertThat(count / (double) runs).isGreaterThan(least);
        }
        assertThat(complete / (double) runs).isGreaterThan(least);
    }

    @Test
    void one_school_alone_is_tighter_than_all_at_once() {
        ImmutableMap.Builder<School, Double> scores = ImmutableMap.builder();
        for (int i = 0; i < 10; i++) {
            scores.put(School.of("S" + i), 1.35 * i);
        }
        ImmutableMap<School, Double> given = scores.buildOrThrow();
        RankConfidenceSets all =
                RankConfidenceSets.simultaneous(given, Maps.transformValues(given, each -> 1.0), 0.95, 5000, 1);
        RankConfidenceSets each = marginal(given, 1);
        double wide = 0;
        double narrow = 0;
        for (School school : given.keySet()) {
            wide += all.of(school).worst() - all.of(school).best();
            narrow += each.of(school).worst() - each.of(school).best();
            assertThat(each.of(school).best())
                    .isGreaterThanOrEqualTo(all.of(school).best());
            assertThat(each.of(school).worst())
                    .isLessThanOrEqualTo(all.of(school).worst());
        }
        assertThat(narrow).isLessThan(wide);
    }

    /**
     * Each difference is divided by its own standard error. A is ahead of B by 3.5 of theirs, and three tests of one school
     * both ways have a critical value of at most 2.4 (Bonferroni); C, who is hardly known, takes nothing from that.
     */
    @Test
    void a_school_that_is_hardly_known_hides_no_difference_between_others() {
        Map<School, Double> scores = Map.of(A, 1.0, B, 0.5, C, 0.0, D, -9.0);
        Map<School, Double> errors = Map.of(A, 0.1, B, 0.1, C, 100.0, D, 0.1);
        RankConfidenceSets each = RankConfidenceSets.marginal(scores, errors, 0.95, 2000, 1);

        assertThat(each.of(A)).isEqualTo(alone(1, 2));
        assertThat(each.of(B)).isEqualTo(alone(2, 3));
        assertThat(each.of(C)).isEqualTo(alone(1, 4));
        assertThat(each.isBetter("A", "B")).isTrue();
        assertThat(each.isBetter("B", "A")).isFalse();
        assertThat(each.isBetter("A", "C")).isFalse();
        assertThat(each.of("D")).isEqualTo(each.of(D)).isEqualTo(alone(3, 4));
        RankConfidenceSets all = RankConfidenceSets.simultaneous(scores, errors, 0.95, 2000, 1);
        assertThat(all.isBetter(A, B)).isTrue();
        assertThat(all.amongBest(4)).containsExactly(A, B, C, D);
    }

    @Test
    void edges() {
        assertThat(marginal(Map.of(A, 4.0), 0.1).of(A)).isEqualTo(alone(1, 1));
        assertThatIllegalStateException()
                .isThrownBy(() -> marginal(FOUR, 0.1).amongBest(2))
                .withMessageContaining("RankConfidenceSets.simultaneous");
        for (int count : new int[] {0, 5}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> marginal(FOUR, 0.1).amongBest(count))
                    .withMessageStartingWith("the " + count + " best of 4 schools");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> marginal(Map.of(A, Double.NaN), 1));
    }

    // ---- CHE ----

    /** Marks, 1 the best; the mean is 2. */
    @Test
    void ches_groups_by_the_interval_against_the_mean() {
        ImmutableMap<School, Interval> marks = ImmutableMap.of(
                A, Interval.of(1.7, 1.9), B, Interval.of(1.8, 2.0), C, Interval.of(2.1, 2.6), D, Interval.of(1.2, 1.5));
        Tiers groups = Tiers.byIntervalAgainstMean(marks, 2, Direction.LOWER_IS_BETTER);
        assertThat(groups.tiers()).containsExactly(ImmutableList.of(A, D), ImmutableList.of(B), ImmutableList.of(C));
        assertThat(groups.of(C)).isEqualTo(3);
        assertThat(groups.indistinguishable().get(A)).containsExactly(D);
        assertThat(groups.indistinguishable().get(B)).isEmpty();
        assertThat(groups).hasToString("""
                Tier 1: A; D
                Tier 2: B
                Tier 3: C
                Told apart where intervals lie on different sides of the mean of 2, or one holds it. \
                Two of different groups may overlap, and two of one group may not.""");
        assertThat(Tiers.byIntervalAgainstMean(marks, 2, Direction.HIGHER_IS_BETTER)
                        .tiers())
                .containsExactly(ImmutableList.of(C), ImmutableList.of(B), ImmutableList.of(A, D));
        assertThat(Tiers.byIntervalAgainstMean(Map.of(), 2, Direction.HIGHER_IS_BETTER)
                        .tiers())
                .containsExactly(ImmutableList.of(), ImmutableList.of(), ImmutableList.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tiers.byIntervalAgainstMean(marks, Double.NaN, Direction.HIGHER_IS_BETTER))
                .withMessage("mean NaN; it must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tiers.byIntervalAgainstMean(Map.of(), Double.NaN, Direction.HIGHER_IS_BETTER))
                .withMessage("mean NaN; it must be finite");
    }
}
