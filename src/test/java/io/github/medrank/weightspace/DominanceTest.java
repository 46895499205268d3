package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.exact.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DominanceTest {
    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    private static WeightSpace space(IndicatorTable table, WeightRegion region) {
        return WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table, region);
    }

    /** The least of a linear function over all vertices; over bounds alone by filling the smallest ones first. */
    private static double least(WeightRegion region, double[] objective) {
        if (region.constraints().isEmpty()) {
            return filled(region, objective);
        }
        double least = Double.POSITIVE_INFINITY;
        for (BigInteger[] vertex : RegionVertices.of(region)) {
            double sum = 0;
            double total = 0;
            for (int i = 0; i < objective.length; i++) {
                sum += objective[i] * vertex[i].doubleValue();
                total += vertex[i].doubleValue();
            }
            least = Math.min(least, sum / total);
        }
        return least;
    }

    private static double filled(WeightRegion region, double[] objective) {
        double rest = 1;
        double sum = 0;
        for (int i = 0; i < objective.length; i++) {
            double least = region.lower(region.indicators().get(i));
            rest -= least;
            sum += least * objective[i];
        }
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, objective.length).boxed().toList());
        order.sort(Comparator.comparingDouble(i -> objective[i]));
        for (int i : order) {
            Indicator indicator = region.indicators().get(i);
            double more = Math.min(rest, region.upper(indicator) - region.lower(indicator));
            sum += more * objective[i];
            rest -= more;
        }
        return sum;
    }

    private static double[] lead(IndicatorTable table, int a, int b) {
        return table.columns().stream()
                .mapToDouble(each -> each.value(a) - each.value(b))
                .toArray();
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void equals_a_linear_program_for_each_pair(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        WeightSpaces.World world = WeightSpaces.World.of(random);
        IndicatorTable table = world.table();
        WeightRegion region = world.region();
        RobustDominance dominance = space(table, region).dominance();
        for (int a = 0; a < table.size(); a++) {
            for (int b = 0; b < table.size(); b++) {
                double least = a == b ? 0 : least(region, lead(table, a, b));
                double most = a == b ? 0 : -least(region, lead(table, b, a));
                boolean dominates = dominance.dominates(WeightSpaces.name(a), WeightSpaces.name(b));
                if (least > 1e-9) {
                    assertThat(dominates).as("%s over %s", a, b).isTrue();
                } else if (least < -1e-9 || most < 1e-9) {
                    assertThat(dominates).as("%s over %s", a, b).isFalse();
                } else if (region.constraints().isEmpty()) { // touching, which bounds alone decide exactly
                    assertThat(dominates).as("%s over %s", a, b).isTrue();
                }
            }
        }
    }

    /** Enough indicators for more corners than are worth having: the knapsack instead of the corners. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void equals_a_linear_program_with_many_indicators(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 7 + random.nextInt(6);
        IndicatorTable table = WeightSpaces.table(random, 4, k);
        WeightRegion region = WeightRegion.withinPercent(Weights.equal(WeightSpaces.indicators(k)), 50);
        assertThat(Polytope.of(region, region.indicators()).box().corners(64)).isEmpty();
        RobustDominance dominance = space(table, region).dominance();
        for (int a = 0; a < table.size(); a++) {
            for (int b = 0; b < table.size(); b++) {
                double least = a == b ? -1 : least(region, lead(table, a, b));
                if (Math.abs(least) > 1e-9) {
                    assertThat(dominance.dominates(WeightSpaces.name(a), WeightSpaces.name(b)))
                            .isEqualTo(least > 0);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void knapsack_corners_and_exact_minimum_agree(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 2 + random.nextInt(4);
        WeightRegion region = WeightSpaces.region(random, k);
        Box box = Polytope.of(region, region.indicators()).box();
        double[] c = random.doubles(k, -5, 5).map(x -> Math.rint(x * 10) / 10).toArray();
        BigDecimal[] exact = Arrays.stream(c).mapToObj(Decimals::of).toArray(BigDecimal[]::new);
        double byCorners = box.corners(1000).stream()
                .mapToDouble(corner -> Polytope.dot(Box.doubles(corner), c))
                .min()
                .orElseThrow();
        double mostByCorners = box.corners(1000).stream()
                .mapToDouble(corner -> Polytope.dot(Box.doubles(corner), c))
                .max()
                .orElseThrow();
        double[] range = box.range(c);
        assertThat(box.least(c)).isCloseTo(byCorners, within(1e-12));
        assertThat(box.least(exact).doubleValue()).isCloseTo(byCorners, within(1e-12));
        assertThat(range[0]).isCloseTo(byCorners, within(1e-12));
        assertThat(range[1]).isCloseTo(mostByCorners, within(1e-12));
    }

    @Test
    void the_corners_of_a_simplex_are_its_unit_vectors() {
        WeightRegion simplex = WeightRegion.simplex(WeightSpaces.indicators(5));
        assertThat(Polytope.of(simplex, simplex.indicators()).box().corners(64)).hasSize(5);
    }

    /** 40 10 20 20 10 within 50 %: every share at a bound but one that takes what is left. */
    @Test
    void touching_is_decided_exactly() {
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        WeightRegion region = WeightRegion.simplex(two).withBounds(two.get(0), 0.3, 0.7);
        // At the worst corner 0.7 · (0.1 − 0.4) + 0.3 · (0.9 − 0.2) is 0 in decimals, and not in doubles.
        assertThat(0.7 * (0.1 - 0.4) + 0.3 * (0.9 - 0.2)).isNegative();
        double[] none = {0, 0};
        PairComparison touching = space(
                        WeightSpaces.table(new double[] {0.1, 0.9}, new double[] {0.4, 0.2}, none), region)
                .compare("School 0", "School 1");
        PairComparison crossing = space(
                        WeightSpaces.table(new double[] {0.1, 0.9}, new double[] {0.4, 0.2000000000001}, none), region)
                .compare("School 0", "School 1");

        assertThat(touching.neverBehind()).isTrue();
        assertThat(crossing.neverBehind()).isFalse();
    }

    /** At equal weights 0.1 + 0.2 against 0.3: level in decimals, one unit in the last place apart in doubles. */
    @Test
    void level_everywhere_is_no_dominance() {
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        WeightRegion point = WeightRegion.simplex(two).withBounds(two.get(0), 0.5, 0.5);
        IndicatorTable table = WeightSpaces.table(new double[] {0.1, 0.2}, new double[] {0.3, 0}, new double[] {0, 0});
        WeightSpace space = space(table, point);
        RobustDominance dominance = space.dominance();
        assertThat(dominance.dominates("School 0", "School 1")).isFalse();
        assertThat(dominance.dominates("School 1", "School 0")).isFalse();
        assertThat(dominance.pairs()).isEqualTo(2);
        PairComparison level = space.compare("School 0", "School 1");
        assertThat(level.neverBehind()).isTrue();
        assertThat(level.neverAhead()).isTrue();
        assertThat(level.dominates()).isFalse();
        assertThat(level.toString()).startsWith("School 0 is level with School 1; leads from ");
    }

    /** On all weights one school dominates another where no value is less and one is greater. */
    private static boolean nowhereLess(double[] one, double[] other) {
        boolean some = false;
        for (int i = 0; i < one.length; i++) {
            if (one[i] < other[i]) {
                return false;
            }
            some |= one[i] > other[i];
        }
        return some;
    }

    /** More schools than a word has bits; many alike, many apart by a last digit that doubles lose in a score. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("few")
    void of_many_schools_the_values_decide(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 130 + random.nextInt(70);
        int k = 2 + random.nextInt(2);
        double[][] rows = new double[n][k];
        for (double[] row : rows) {
            double level = 1 + random.nextInt(70);
            for (int i = 0; i < k; i++) {
                row[i] = switch (random.nextInt(5)) {
                    case 0 -> Math.nextDown(level);
                    case 1 -> Math.nextUp(level);
                    case 2 -> level + random.nextInt(3) - 1;
                    default -> level;
                };
            }
        }
        RobustDominance dominance = space(WeightSpaces.table(rows), WeightRegion.simplex(WeightSpaces.indicators(k)))
                .dominance();
        List<String> wrong = new ArrayList<>();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                if (dominance.dominates(a, b) != nowhereLess(rows[a], rows[b])) {
                    wrong.add(Arrays.toString(rows[a]) + " over " + Arrays.toString(rows[b]));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    static LongStream few() {
        return LongStream.range(0, 5);
    }

    /** Level at one corner, or behind there by less than doubles can tell. */
    @Test
    void touching_dominates_and_crossing_does_not() {
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        WeightRegion region = WeightRegion.simplex(two).withBounds(two.get(0), 0.3, 0.7);
        RobustDominance dominance = space(
                        WeightSpaces.table(
                                new double[] {0.1, 0.9}, new double[] {0.4, 0.2}, new double[] {0.4, 0.2000000000000001
                                }),
                        region)
                .dominance();
        assertThat(dominance.dominates("School 0", "School 1")).isTrue();
        assertThat(dominance.dominates("School 0", "School 2")).isFalse();
        assertThat(dominance.dominates("School 2", "School 1")).isTrue();
    }

    @Test
    void schools_of_the_same_values_do_not_dominate_each_other_within_constraints_either() {
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        WeightRegion region = WeightRegion.simplex(two).withOrder(two.get(0), two.get(1));
        for (double value : new double[] {0, 7}) {
            double[] same = {value, value};
            assertThat(space(WeightSpaces.table(same, same, same), region)
                            .dominance()
                            .pairs())
                    .isZero();
        }
    }

    @Test
    void compares_two_schools() {
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        IndicatorTable table = WeightSpaces.table(new double[] {4, 2}, new double[] {1, 3}, new double[] {1, 1});
        WeightSpace all = space(table, WeightRegion.simplex(two));
        PairComparison open = all.compare("School 0", "School 1");
        assertThat(open.leads()).isEqualTo(Interval.of(-1, 3));
        assertThat(open.dominates()).isFalse();
        assertThat(open).hasToString("School 0 is ahead or behind of School 1; leads from −1 to 3");
        assertThat(all.compare("School 1", "School 2"))
                .hasToString("School 1 is never behind School 2; leads from 0 to 2");
        assertThat(all.compare("School 2", "School 1").neverAhead()).isTrue();
        assertThat(all.compare("School 2", "School 1"))
                .hasToString("School 2 is never ahead of School 1; leads from −2 to 0");
        WeightSpace half = space(table, WeightRegion.simplex(two).withRatio(two.get(0), two.get(1), 1, 3));
        PairComparison sure = half.compare("School 0", "School 1");
        assertThat(sure.leads().low()).isCloseTo(1, within(1e-9));
        assertThat(sure.leads().high()).isCloseTo(2, within(1e-9));
        assertThat(sure.dominates()).isTrue();
    }

    @Test
    void lists_who_dominates_whom() {
        IndicatorTable table =
                WeightSpaces.table(new double[] {3, 3}, new double[] {1, 2}, new double[] {2, 1}, new double[] {0, 0});
        RobustDominance dominance =
                space(table, WeightRegion.simplex(WeightSpaces.indicators(2))).dominance();
        School first = School.of("School 0");
        School last = School.of("School 3");
        assertThat(dominance.dominatorsOf("School 3"))
                .containsExactly(first, School.of("School 1"), School.of("School 2"));
        assertThat(dominance.dominatedBy("School 1")).containsExactly(last);
        assertThat(dominance.undominated()).containsExactly(first);
        assertThat(dominance.pairs()).isEqualTo(5);
        assertThat(dominance.share()).isCloseTo(5 / 6.0, within(1e-15));
        assertThat(dominance).hasToString("""
                School    position  dominates  dominated by
                School 0         1          3             0
                School 1        =2          1             1
                School 2        =2          1             1
                School 3         4          0             3
                5 of 6 pairs are ordered for all weights; shares a 0–1, b 0–1""");
    }

    @Test
    void one_school_dominates_nobody() {
        RobustDominance dominance = space(
                        WeightSpaces.table(new double[] {1}), WeightRegion.simplex(WeightSpaces.indicators(1)))
                .dominance();
        assertThat(dominance.pairs()).isZero();
        assertThat(dominance.share()).isZero();
    }

    @Test
    void the_region_may_list_the_indicators_in_another_order() {
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        IndicatorTable table = WeightSpaces.table(new double[] {4, 0}, new double[] {0, 1});
        WeightRegion turned = WeightRegion.simplex(two.reverse()).withBounds(two.get(0), 0.5, 1);
        assertThat(space(table, turned).dominance().dominates("School 0", "School 1"))
                .isTrue();
    }

    @Test
    void refuses_what_has_no_exact_answer() {
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        IndicatorTable table = WeightSpaces.table(new double[] {1, 2}, new double[] {2, 1});
        Methodology weakest = Methodology.builder("weakest")
                .ranker((t, w) -> Ranking.byScore(t, w, row -> row.min()))
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSpace.of(weakest, table))
                .withMessageMatching(
                        "exact answers about all weights need a ranker that is a weighted mean; methodology"
                                + " \"weakest\" ranks by .*; sample the weights instead");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space(table, WeightRegion.simplex(WeightSpaces.indicators(3))))
                .withMessage("the region is of [a, b, c], the methodology of [a, b]");
        WeightRegion empty = WeightRegion.simplex(two)
                .withConstraint(LinearConstraint.atMost(ImmutableMap.of(two.get(0), 1.0), -0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space(table, empty))
                .withMessage("no weights are in the region: shares a 0–1, b 0–1; 1 a ≤ −0.5");
    }

    @Test
    void says_what_it_is_about() {
        WeightSpace space = space(
                WeightSpaces.table(new double[] {1, 2}, new double[] {2, 1}),
                WeightRegion.simplex(WeightSpaces.indicators(2)));
        assertThat(space).hasToString("mean, 2 schools; shares a 0–1, b 0–1");
        assertThat(space.region()).isEqualTo(WeightRegion.simplex(WeightSpaces.indicators(2)));
    }
}
