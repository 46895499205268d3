package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.published.Qs;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WeightStabilityTest {
    private static final ImmutableList<Indicator> TWO = WeightSpaces.indicators(2);
    private static final ImmutableList<Indicator> THREE = WeightSpaces.indicators(3);

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static WeightSpace space(IndicatorTable table, double... points) {
        Weights weights = WeightSpaces.weights(table.indicators(), points);
        return WeightSpace.of(WeightSpaces.mean(Presentation.exact()).withWeights(weights), table);
    }

    /** 4w + 2(1 − w) = w + 3(1 − w) at w = 1/4. */
    @Test
    void an_interval_ends_where_two_schools_are_level() {
        WeightSpace space = space(WeightSpaces.table(new double[] {4, 2}, new double[] {1, 3}), 60, 40);
        WeightStability pair = space.pairStability("School 0", "School 1");
        assertThat(pair.of(TWO.get(0))).isEqualTo(Interval.of(0.25, 1));
        assertThat(pair.of(TWO.get(1))).isEqualTo(Interval.of(0, 0.75));
        assertThat(pair.intervals().keySet()).containsExactlyElementsOf(TWO);
        assertThat(space.leaderStability().of(TWO.get(0))).isEqualTo(Interval.of(0.25, 1));
        assertThat(space.orderStability().of(TWO.get(0))).isEqualTo(Interval.of(0.25, 1));
        assertThat(pair).hasToString("""
                Indicator  share %  from   to
                a               60    25  100
                b               40     0   75
                School 0 stays ahead of School 1 or level; the other weights keep their proportions""");
        assertThat(space.leaderStability().toString()).contains("School 0 stays first, alone or level; the other");
        assertThat(space.orderStability().toString()).contains("no two schools swap; the other weights");
    }

    @Test
    void schools_level_now_leave_no_room_where_they_would_part() {
        WeightSpace space = space(WeightSpaces.table(new double[] {1, 3}, new double[] {3, 1}), 1, 1);
        assertThat(space.pairStability("School 0", "School 1").of(TWO.get(0))).isEqualTo(Interval.of(0, 0.5));
        assertThat(space.pairStability("School 1", "School 0").of(TWO.get(0))).isEqualTo(Interval.of(0.5, 1));
    }

    @Test
    void dominance_leaves_all_the_room_there_is() {
        WeightSpace space = space(WeightSpaces.table(new double[] {4, 4}, new double[] {1, 3}), 60, 40);
        assertThat(space.leaderStability().of(TWO.get(0))).isEqualTo(Interval.of(0, 1));
    }

    @Test
    void all_the_weight_on_one_leaves_the_others_no_proportions() {
        WeightSpace space = space(WeightSpaces.table(new double[] {4, 2}, new double[] {1, 3}), 1, 0);
        assertThat(space.leaderStability().of(TWO.get(0))).isEqualTo(Interval.of(1, 1));
        assertThat(space.leaderStability().of(TWO.get(1))).isEqualTo(Interval.of(0, 0.75));
    }

    /** Each weight is moved a little inside its interval and a little outside, the others in proportion. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_order_holds_inside_and_breaks_outside(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(4);
        double[][] rows = new double[n][3];
        for (double[] row : rows) {
            java.util.Arrays.setAll(row, i -> random.nextInt(1000) / 10.0);
        }
        IndicatorTable table = WeightSpaces.table(rows);
        double[] shares = {0.5, 0.3, 0.2};
        WeightSpace space = space(table, shares);
        WeightStability order = space.orderStability();
        WeightStability leader = space.leaderStability();
        for (int i = 0; i < 3; i++) {
            Interval mine = order.of(THREE.get(i));
            assertThat(mine.contains(shares[i])).isTrue();
            String now = order(table, shares);
            for (double inside : new double[] {mine.low() + 1e-9, mine.high() - 1e-9}) {
                assertThat(order(table, moved(shares, i, inside))).isEqualTo(now);
            }
            if (mine.low() > 0) {
                assertThat(order(table, moved(shares, i, mine.low() - 1e-9))).isNotEqualTo(now);
            }
            if (mine.high() < 1) {
                assertThat(order(table, moved(shares, i, mine.high() + 1e-9))).isNotEqualTo(now);
            }
            Interval first = leader.of(THREE.get(i));
            assertThat(first.low()).isLessThanOrEqualTo(mine.low());
            assertThat(first.high()).isGreaterThanOrEqualTo(mine.high());
            if (first.high() < 1) {
                assertThat(first(table, moved(shares, i, first.high() + 1e-9))).isNotEqualTo(first(table, shares));
                assertThat(first(table, moved(shares, i, first.high() - 1e-9))).isEqualTo(first(table, shares));
            }
        }
    }

    private static double[] moved(double[] shares, int i, double share) {
        double[] moved = shares.clone();
        for (int j = 0; j < moved.length; j++) {
            moved[j] = j == i ? share : shares[j] * (1 - share) / (1 - shares[i]);
        }
        return moved;
    }

    private static Methodology mean(IndicatorTable table, double[] shares) {
        return WeightSpaces.mean(Presentation.exact()).withWeights(WeightSpaces.weights(table.indicators(), shares));
    }

    private static String order(IndicatorTable table, double[] shares) {
        return mean(table, shares).rank(table).schools().stream()
                .map(each -> each.school().name())
                .toList()
                .toString();
    }

    private static School first(IndicatorTable table, double[] shares) {
        return mean(table, shares).rank(table).schools().get(0).school();
    }

    /** Of 100 %, 0.4 4.5 + 0.1 2.9 + 0.2 9.2 + 0.1 0.9 − 0.2 2.2 is Harvard's lead over Oxford; alone, citations end it at .6955. */
    @Test
    void harvard_leads_2026_unless_citations_per_paper_weigh_seven_tenths() {
        WeightStability leader =
                WeightSpace.of(Qs.medicine(2026), WeightSpaces.qs2026()).leaderStability();
        double others = (0.4 * 4.5 + 0.1 * 2.9 + 0.2 * 9.2 + 0.1 * 0.9) / 0.8;
        assertThat(leader.of(Qs.CITATIONS_PER_PAPER).high()).isCloseTo(others / (others + 2.2), within(1e-12));
        assertThat(leader.of(Qs.CITATIONS_PER_PAPER).low()).isZero();
        assertThat(leader.of(Qs.H_INDEX)).isEqualTo(Interval.of(0, 1));
    }

    // ---- against fractions ----

    /** a/b of whole numbers, not reduced. */
    private record Ratio(BigInteger over, BigInteger under) {
        static Ratio of(long over, long under) {
            long sign = under < 0 ? -1 : 1;
            return new Ratio(BigInteger.valueOf(sign * over), BigInteger.valueOf(sign * under));
        }

        int compare(Ratio other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }
    }

    /** The two ends of a pair's lead, times the points of the others: all weight on the one moved, and none. */
    private record Lead(long own, long rest) {
        static Lead of(long[][] rows, long[] points, int moved, int[] pair) {
            long others = Arrays.stream(points).sum() - points[moved];
            long rest = 0;
            for (int i = 0; i < points.length; i++) {
                rest += i == moved ? 0 : points[i] * (rows[pair[0]][i] - rows[pair[1]][i]);
            }
            return new Lead(others * (rows[pair[0]][moved] - rows[pair[1]][moved]), rest);
        }
    }

    /**
     * Whole numbers in tenths and whole points. The lead of a pair at the share a/b of one weight is, times b and the
     * others' points, a · others · own + (b − a) · Σ points · lead; every share at which any pair is level is tried.
     */
    private static boolean holds(long[][] rows, long[] points, int moved, Ratio share, int[][] pairs) {
        for (int[] pair : pairs) {
            Lead parts = Lead.of(rows, points, moved, pair);
            BigInteger lead = share.over()
                    .multiply(BigInteger.valueOf(parts.own))
                    .add(share.under().subtract(share.over()).multiply(BigInteger.valueOf(parts.rest)));
            if (lead.signum() < 0) {
                return false;
            }
        }
        return true;
    }

    /** The ends of the shares around the one given at which all pairs hold: each end is where a pair is level, or 0 or 1. */
    private static Ratio end(long[][] rows, long[] points, int moved, int[][] pairs, boolean low) {
        Ratio best = Ratio.of(points[moved], Arrays.stream(points).sum());
        List<Ratio> tried = new ArrayList<>(List.of(Ratio.of(0, 1), Ratio.of(1, 1)));
        for (int[] pair : pairs) {
            Lead lead = Lead.of(rows, points, moved, pair);
            if (lead.rest != lead.own) {
                tried.add(Ratio.of(lead.rest, lead.rest - lead.own));
            }
        }
        for (Ratio share : tried) {
            boolean within = share.compare(Ratio.of(0, 1)) >= 0 && share.compare(Ratio.of(1, 1)) <= 0;
            boolean farther = low ? share.compare(best) < 0 : share.compare(best) > 0;
            if (within && farther && holds(rows, points, moved, share, pairs)) {
                best = share;
            }
        }
        return best;
    }

    /** The ends are the exact fractions, and the weights there leave two schools level. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void ends_are_those_of_fractions_and_are_shown_by_weights(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(5);
        int k = 2 + random.nextInt(3);
        long[][] rows = WeightSpaces.wholes(random, n, k, seed % 2 == 0 ? 8 : 1000);
        long[] points = random.longs(k, 1, 10).toArray();
        IndicatorTable table = WeightSpaces.table(rows, 10);
        double[] weights = Arrays.stream(points).asDoubleStream().toArray();
        WeightSpace space = space(table, weights);
        Ranking now = WeightSpaces.mean(Presentation.exact())
                .withWeights(WeightSpaces.weights(table.indicators(), weights))
                .rank(table);
        int leader = now.stream().findFirst().orElseThrow().row();
        int[][] pairs = IntStream.range(0, n)
                .filter(row -> row != leader)
                .mapToObj(row -> new int[] {leader, row})
                .toArray(int[][]::new);
        String first = WeightSpaces.name(leader);
        for (int moved = 0; moved < k; moved++) {
            Indicator indicator = table.indicators().get(moved);
            WeightStability stability = space.leaderStability();
            for (boolean low : new boolean[] {true, false}) {
                Ratio truth = end(rows, points, moved, pairs, low);
                Rational found = stability.ends(indicator).get(low ? 0 : 1);
                assertThat(truth.compare(new Ratio(found.numerator(), found.denominator())))
                        .as("%s %s of %s: %s", low ? "low" : "high", indicator, Arrays.deepToString(rows), found)
                        .isZero();
                Weights there = stability.weightsAtEnds(indicator).get(low ? 0 : 1);
                Methodology method = WeightSpaces.mean(Presentation.exact()).withWeights(there);
                assertThat(method.rank(table).placeAt(leader)).as(first).isEqualTo(1);
                boolean inside = found.signum() > 0 && found.compareTo(Rational.of(1)) < 0;
                if (inside) {
                    assertThat(method.rank(table).of(first).position().toString())
                            .isEqualTo("=1");
                }
            }
        }
    }

    @Test
    void refuses_what_it_cannot_answer() {
        WeightSpace space = space(WeightSpaces.table(new double[] {4, 2}, new double[] {1, 3}), 60, 40);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.pairStability("School 1", "School 0"))
                .withMessage("school \"School 1\" is behind \"School 0\" already");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.leaderStability().of(Indicator.of("z")))
                .withMessage("no indicator \"z\"; there are [a, b]");
    }

    // ---- smallest changes ----

    /** The lead of the second is (−3, 1): level at (1/4, 3/4), from (0.6, 0.4). */
    @ParameterizedTest
    @EnumSource(Norm.class)
    void the_smallest_change_between_two_indicators(Norm norm) {
        WeightSpace space = space(WeightSpaces.table(new double[] {4, 2}, new double[] {1, 3}), 60, 40);
        Reweighting change =
                space.smallestToOvertake("School 1", "School 0", norm).orElseThrow();
        double distance = switch (norm) {
            case L1 -> 0.7;
            case L2 -> 0.35 * Math.sqrt(2);
            case MAX -> 0.35;
        };
        assertThat(change.distance()).isCloseTo(distance, within(1e-9));
        assertThat(change.to().share(TWO.get(0))).isCloseTo(0.25, within(1e-9));
        assertThat(change.change(TWO.get(1))).isCloseTo(0.35, within(1e-9));
        assertThat(space.smallestToBeFirst("School 1", norm).orElseThrow().distance())
                .isCloseTo(distance, within(1e-9));
        assertThat(space.smallestToDislodgeLeader(norm).orElseThrow().distance())
                .isCloseTo(distance, within(1e-9));
    }

    /** L2: the foot of the perpendicular in the plane Σ = 1, for the lead d = (−2, 0, 1) from (1/2, 1/4, 1/4). */
    @Test
    void the_nearest_weights_are_a_projection() {
        WeightSpace space = space(WeightSpaces.table(new double[] {2, 0, 0}, new double[] {0, 0, 1}), 2, 1, 1);
        Reweighting change =
                space.smallestToOvertake("School 1", "School 0", Norm.L2).orElseThrow();
        // d less its mean is n = (−5, 1, 4)/3; the lead −3/4 is made up along n, whose square is 42/9.
        double step = 0.75 / (42 / 9.0);
        assertThat(change.to().share(THREE.get(0))).isCloseTo(0.5 - step * 5 / 3, within(1e-9));
        assertThat(change.to().share(THREE.get(1))).isCloseTo(0.25 + step / 3, within(1e-9));
        assertThat(change.to().share(THREE.get(2))).isCloseTo(0.25 + step * 4 / 3, within(1e-9));
        assertThat(change.distance()).isCloseTo(step * Math.sqrt(42) / 3, within(1e-9));
    }

    @Test
    void nothing_need_change_for_who_is_ahead() {
        WeightSpace space = space(WeightSpaces.table(new double[] {4, 2}, new double[] {1, 3}), 60, 40);
        Reweighting none = space.smallestToBeFirst("School 0", Norm.L1).orElseThrow();
        assertThat(none.distance()).isZero();
        assertThat(none.to()).isEqualTo(none.from());
    }

    @ParameterizedTest
    @EnumSource(Norm.class)
    void nothing_need_change_for_who_is_level(Norm norm) {
        WeightSpace space = space(WeightSpaces.table(new double[] {1, 3}, new double[] {3, 1}), 1, 1);
        Reweighting none =
                space.smallestToOvertake("School 1", "School 0", norm).orElseThrow();
        assertThat(none.distance()).isZero();
        assertThat(none.to()).isEqualTo(none.from());
    }

    @Test
    void what_no_weights_bring_about_has_no_change() {
        IndicatorTable table = WeightSpaces.table(new double[] {4, 4}, new double[] {1, 3});
        for (Norm norm : Norm.values()) {
            assertThat(space(table, 1, 1).smallestToBeFirst("School 1", norm)).isEmpty();
            assertThat(space(table, 1, 1).smallestToDislodgeLeader(norm)).isEmpty();
        }
        WeightRegion near = WeightRegion.withinPercent(WeightSpaces.weights(TWO, 60, 40), 10);
        Methodology mean = WeightSpaces.mean(Presentation.exact()).withWeights(WeightSpaces.weights(TWO, 60, 40));
        IndicatorTable open = WeightSpaces.table(new double[] {4, 2}, new double[] {1, 3});
        assertThat(WeightSpace.of(mean, open, near).smallestToBeFirst("School 1", Norm.L1))
                .isEmpty();
    }

    /**
     * Oxford is behind Harvard in all but citations per paper. Under L1 weight is best moved there from where Oxford
     * loses most: all 20 points of the h-index gain 9.2 + 2.2 each, and the rest of the lead of 3.58 comes from academic
     * reputation at 4.5 + 2.2 a point.
     */
    @Test
    void the_smallest_re_weighting_that_puts_oxford_first_in_2026() {
        WeightSpace space = WeightSpace.of(Qs.medicine(2026), WeightSpaces.qs2026());
        Reweighting change =
                space.smallestToBeFirst("University of Oxford", Norm.L1).orElseThrow();
        double lead = 0.4 * 4.5 + 0.1 * 2.9 - 0.2 * 2.2 + 0.2 * 9.2 + 0.1 * 0.9;
        double fromAcademic = (lead - 0.2 * 11.4) / 6.7;
        assertThat(change.distance()).isCloseTo(2 * (0.2 + fromAcademic), within(1e-9));
        assertThat(change.change(Qs.ACADEMIC_REPUTATION)).isCloseTo(-fromAcademic, within(1e-9));
        assertThat(change.change(Qs.H_INDEX)).isCloseTo(-0.2, within(1e-9));
        assertThat(change.change(Qs.CITATIONS_PER_PAPER)).isCloseTo(0.2 + fromAcademic, within(1e-9));
        assertThat(change.change(Qs.INTERNATIONAL_RESEARCH_NETWORK)).isCloseTo(0, within(1e-9));
        assertThat(change.toString()).contains("Academic reputation").endsWith("distance 78.81 points (L1)");
    }

    /** A step beyond puts the school first, a step short of it does not; no random weights do it nearer. */
    @ParameterizedTest
    @EnumSource(Norm.class)
    void the_smallest_change_is_just_enough(Norm norm) {
        IndicatorTable table = WeightSpaces.qs2026();
        Methodology exact = Qs.medicine(2026).withPresentation(Presentation.exact());
        Reweighting change = WeightSpace.of(exact, table)
                .smallestToBeFirst("University of Oxford", norm)
                .orElseThrow();
        assertThat(firstAt(exact, table, change, 1 - 1e-6)).isEqualTo("Harvard University");
        assertThat(firstAt(exact, table, change, 1 + 1e-6)).isEqualTo("University of Oxford");
        SplittableRandom random = new SplittableRandom(1);
        WeightRegion all = WeightRegion.simplex(exact.indicators());
        double[] from = {0.4, 0.1, 0.2, 0.2, 0.1};
        for (int i = 0; i < 2000; i++) {
            double[] point = WeightSpaces.point(random, all);
            double l1 = 0;
            double l2 = 0;
            double max = 0;
            for (int j = 0; j < 5; j++) {
                double step = Math.abs(point[j] - from[j]);
                l1 += step;
                l2 += step * step;
                max = Math.max(max, step);
            }
            double distance = norm == Norm.L1 ? l1 : norm == Norm.L2 ? Math.sqrt(l2) : max;
            if (distance < change.distance() - 1e-6) {
                assertThat(exact.withWeights(WeightSpaces.weights(exact.indicators(), point))
                                .rank(table)
                                .of("University of Oxford")
                                .position()
                                .best())
                        .isGreaterThan(1);
            }
        }
    }

    private static String firstAt(Methodology methodology, IndicatorTable table, Reweighting change, double part) {
        Weights.Builder weights = Weights.builder();
        for (Indicator each : methodology.indicators()) {
            weights.put(each, Math.max(0, change.from().share(each) + part * change.change(each)));
        }
        return methodology
                .withWeights(weights.build())
                .rank(table)
                .schools()
                .get(0)
                .school()
                .name();
    }

    // ---- level schools ----

    @Test
    void level_schools_part_either_way() {
        WeightStability even = WeightSpace.of(
                        WeightSpaces.mean(Presentation.exact()),
                        WeightSpaces.table(new double[] {4, 2}, new double[] {2, 4}))
                .orderStability();
        assertThat(even.of(TWO.get(0))).isEqualTo(Interval.of(0.5, 0.5));
        assertThat(even.of(TWO.get(1))).isEqualTo(Interval.of(0.5, 0.5));
    }

    static LongStream tiedTables() {
        return LongStream.range(0, 300);
    }

    /** Against all pairs of schools in fractions of whole numbers: no pair's lead changes its sign inside, one does beyond. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("tiedTables")
    void order_stability_is_that_of_all_pairs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 2 + random.nextInt(2);
        long[][] values = WeightSpaces.wholes(random, 2 + random.nextInt(4), k, 5);
        int[] points = random.ints(k, 1, 5).toArray();
        ImmutableList<Indicator> indicators = WeightSpaces.indicators(k);
        Methodology mean = WeightSpaces.mean(Presentation.exact())
                .withWeights(WeightSpaces.weights(
                        indicators, Arrays.stream(points).asDoubleStream().toArray()));
        WeightStability found =
                WeightSpace.of(mean, WeightSpaces.table(values, 1)).orderStability();
        double total = Arrays.stream(points).sum();
        for (int moved = 0; moved < k; moved++) {
            double low = 0;
            double high = 1;
            double share = points[moved] / total;
            for (long[] one : values) {
                for (long[] other : values) {
                    long own = one[moved] - other[moved];
                    // Σ points · lead of the others; the lead at share t is t·own + (1 − t)·others/rest
                    long others = 0;
                    for (int i = 0; i < k; i++) {
                        others += i == moved ? 0 : points[i] * (one[i] - other[i]);
                    }
                    long now = points[moved] * own + others;
                    double rest = total - points[moved];
                    boolean flat = own * rest == others;
                    double zero = flat ? Double.NaN : others / (others - own * rest);
                    if (!flat && now == 0) {
                        low = Math.max(low, share);
                        high = Math.min(high, share);
                    } else if (!flat && zero < share) {
                        low = Math.max(low, zero);
                    } else if (!flat && zero > share) {
                        high = Math.min(high, zero);
                    }
                }
            }
            Interval mine = found.of(indicators.get(moved));
            assertThat(mine.low()).as("low of %s", indicators.get(moved)).isCloseTo(low, within(1e-12));
            assertThat(mine.high()).as("high of %s", indicators.get(moved)).isCloseTo(high, within(1e-12));
        }
    }
}
