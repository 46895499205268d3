package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.RankRange;
import io.github.medrank.RankedSchool;
import io.github.medrank.Ranking;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.TieRule;
import io.github.medrank.published.Qs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RankBoundsTest {
    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    /** Two of them where a bound stayed open that a few weights attain. */
    static LongStream manySeeds() {
        return LongStream.concat(seeds(), LongStream.of(1068, 1155));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void contain_every_sampled_position(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        WeightSpaces.World world = WeightSpaces.World.of(random);
        IndicatorTable table = world.table();
        WeightRegion region = world.region();
        Methodology mean = WeightSpaces.mean(WeightSpaces.presentation(random));
        RankBounds bounds = WeightSpace.of(mean, table, region).bounds(random.nextInt(30));
        for (int sample = 0; sample < 60; sample++) {
            double[] point = WeightSpaces.point(random, region);
            if (point.length > 0) {
                Ranking ranking = mean.withWeights(WeightSpaces.weights(region.indicators(), point))
                        .rank(table);
                for (RankedSchool each : ranking) {
                    RankBound bound = bounds.of(each.school().id());
                    assertThat(each.position().best())
                            .as("%s at %s", bound, Arrays.toString(point))
                            .isBetween(bound.bestBound(), bound.worstBound());
                }
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void what_is_attained_is_attained_inside_the_region(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        WeightSpaces.World world = WeightSpaces.World.of(random);
        IndicatorTable table = world.table();
        WeightRegion region = world.region();
        Methodology mean = WeightSpaces.mean(WeightSpaces.presentation(random));
        for (RankBound bound : WeightSpace.of(mean, table, region).bounds(30).bounds()) {
            assertThat(bound.bestBound()).isLessThanOrEqualTo(bound.bestAttained());
            assertThat(bound.worstBound()).isGreaterThanOrEqualTo(bound.worstAttained());
            for (Indicator indicator : region.indicators()) {
                assertThat(bound.weightsAtBest().share(indicator))
                        .isBetween(region.lower(indicator) - 1e-9, region.upper(indicator) + 1e-9);
            }
            for (LinearConstraint each : region.constraints()) {
                double sum = 0;
                for (Indicator indicator : region.indicators()) {
                    sum += each.coefficients().getOrDefault(indicator, 0.0)
                            * bound.weightsAtWorst().share(indicator);
                }
                assertThat(sum).isLessThanOrEqualTo(each.bound() + 1e-9);
            }
            assertThat(position(mean.withWeights(bound.weightsAtBest()), table, bound.school()))
                    .isEqualTo(bound.bestAttained());
            assertThat(position(mean.withWeights(bound.weightsAtWorst()), table, bound.school()))
                    .isEqualTo(bound.worstAttained());
        }
    }

    private static int position(Methodology methodology, IndicatorTable table, School school) {
        return methodology.rank(table).of(school).position().best();
    }

    /** With two indicators the positions change only where two scores cross, so all of them can be tried. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void equal_brute_force_over_two_indicators(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(6);
        IndicatorTable table = WeightSpaces.table(random, n, 2);
        Methodology exact = WeightSpaces.mean(Presentation.exact());
        double low = random.nextInt(5) / 10.0;
        double high = low + (1 + random.nextInt(5)) / 10.0;
        ImmutableList<Indicator> indicators = WeightSpaces.indicators(2);
        WeightRegion region = WeightRegion.simplex(indicators).withBounds(indicators.get(0), low, high);
        int[][] brute = bruteOverLine(exact, table, low, high);
        RankBounds bounds = WeightSpace.of(exact, table, region).bounds(400);
        for (int row = 0; row < n; row++) {
            RankBound bound = bounds.of(WeightSpaces.name(row));
            assertThat(bound.bestBound()).as("best bound of %s", bound).isLessThanOrEqualTo(brute[row][0]);
            assertThat(bound.worstBound()).as("worst bound of %s", bound).isGreaterThanOrEqualTo(brute[row][1]);
            assertThat(bound.worstAttained()).as("worst of %s", bound).isEqualTo(brute[row][1]);
            // Where three scores cross at one point that is no short decimal, the best position is only there.
            assertThat(bound.bestAttained()).as("best of %s", bound).isLessThanOrEqualTo(brute[row][2]);
        }
    }

    /** Best and worst at all crossings, ends and points between; then the best between crossings and at the ends alone. */
    private static int[][] bruteOverLine(Methodology exact, IndicatorTable table, double low, double high) {
        TreeSet<Double> crossings = new TreeSet<>(List.of(low, high));
        int n = table.size();
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                double first =
                        table.columns().get(0).value(a) - table.columns().get(0).value(b);
                double second =
                        table.columns().get(1).value(a) - table.columns().get(1).value(b);
                double at = second / (second - first);
                if (at > low + 1e-9 && at < high - 1e-9) {
                    crossings.add(at);
                }
            }
        }
        List<Double> sure = new ArrayList<>(List.of(low, high));
        Double last = null;
        for (double each : crossings) {
            if (last != null && each - last > 1e-9) {
                sure.add((last + each) / 2);
            }
            last = each;
        }
        int[][] extremes = new int[n][];
        for (int row = 0; row < n; row++) {
            extremes[row] = new int[] {n + 1, 0, n + 1};
        }
        Draws draws = exact.over(table, table.indicators());
        int[] positions = new int[n];
        for (double share : sure) {
            draws.positions(new double[] {share, Math.rint((1 - share) * 1e15) / 1e15}, positions);
            for (int row = 0; row < n; row++) {
                extremes[row][1] = Math.max(extremes[row][1], positions[row]);
                extremes[row][2] = Math.min(extremes[row][2], positions[row]);
            }
        }
        for (double share : crossings) { // level schools are one double apart or none
            for (int row = 0; row < n; row++) {
                int ahead = 0;
                for (int rival = 0; rival < n; rival++) {
                    ahead += score(table, rival, share) > score(table, row, share) + 1e-9 ? 1 : 0;
                }
                extremes[row][0] = Math.min(Math.min(extremes[row][0], extremes[row][2]), 1 + ahead);
            }
        }
        return extremes;
    }

    private static double score(IndicatorTable table, int row, double share) {
        return share * table.columns().get(0).value(row)
                + (1 - share) * table.columns().get(1).value(row);
    }

    /** With three indicators every region of equal order touches a corner where two lines cross. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("manySeeds")
    void equal_brute_force_around_all_crossings_of_three_indicators(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 2 + random.nextInt(9);
        double[][] rows = new double[n][3];
        for (double[] row : rows) {
            Arrays.setAll(row, i -> random.nextInt(101));
        }
        IndicatorTable table = WeightSpaces.table(rows);
        Methodology exact = WeightSpaces.mean(Presentation.exact());
        int[] best = new int[n];
        int[] worst = new int[n];
        Arrays.fill(best, n + 1);
        Draws draws = exact.over(table, table.indicators());
        int[] positions = new int[n];
        for (double[] corner : corners(rows)) {
            for (int direction = 0; direction < 72; direction++) {
                double angle = direction * Math.PI / 36 + 1e-3;
                double[] w = {corner[0] + 1e-7 * Math.cos(angle), corner[1] + 1e-7 * Math.sin(angle), 0};
                w[2] = 1 - w[0] - w[1];
                if (w[0] >= 0 && w[1] >= 0 && w[2] >= 0) {
                    draws.positions(w, positions);
                    for (int row = 0; row < n; row++) {
                        best[row] = Math.min(best[row], positions[row]);
                        worst[row] = Math.max(worst[row], positions[row]);
                    }
                }
            }
        }
        RankBounds bounds = WeightSpace.of(exact, table).bounds(3000);
        for (int row = 0; row < n; row++) {
            RankBound bound = bounds.of(WeightSpaces.name(row));
            assertThat(bound.worstAttained()).as("worst of %s", bound).isEqualTo(worst[row]);
            assertThat(bound.bestAttained()).as("best of %s", bound).isLessThanOrEqualTo(best[row]);
            assertThat(bound.worstBound()).as("worst bound of %s", bound).isGreaterThanOrEqualTo(worst[row]);
            assertThat(bound.bestBound()).as("best bound of %s", bound).isLessThanOrEqualTo(best[row]);
            assertThat(bounds.isExact()).as("%s", bounds).isTrue();
        }
    }

    /** Where two of the lines on which two schools are level, or the edges, meet inside the triangle. */
    private static List<double[]> corners(double[][] rows) {
        List<double[]> lines =
                new ArrayList<>(List.of(new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1}));
        for (int a = 0; a < rows.length; a++) {
            for (int b = 0; b < a; b++) {
                lines.add(new double[] {rows[a][0] - rows[b][0], rows[a][1] - rows[b][1], rows[a][2] - rows[b][2]});
            }
        }
        List<double[]> corners = new ArrayList<>();
        for (double[] p : lines) {
            for (double[] q : lines) {
                double[] cross = {p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]};
                double sum = cross[0] + cross[1] + cross[2];
                if (Math.abs(sum) > 1e-9
                        && cross[0] / sum > -1e-9
                        && cross[1] / sum > -1e-9
                        && cross[2] / sum > -1e-9) {
                    corners.add(new double[] {cross[0] / sum, cross[1] / sum});
                }
            }
        }
        return corners;
    }

    /** Scores of w, 1 − w and 0.49 with w from 0.52 to 0.6: shown as 1, 0 and 0. */
    @Test
    void positions_are_those_of_rounded_scores() {
        IndicatorTable table = WeightSpaces.table(new double[] {1, 0}, new double[] {0, 1}, new double[] {0.49, 0.49});
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        WeightRegion region = WeightRegion.simplex(two).withBounds(two.get(0), 0.52, 0.6);
        RankBounds rounded = WeightSpace.of(WeightSpaces.mean(Presentation.rounded(0)), table, region)
                .bounds();
        assertThat(rounded.bounds()).extracting(RankBound::range).containsExactly("1", "2", "2");
        assertThat(rounded.isExact()).isTrue();
        RankBounds exact = WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table, region)
                .bounds();
        assertThat(exact.of("School 0").range()).isEqualTo("1");
        assertThat(exact.of("School 1").range()).isEqualTo("3");
        assertThat(exact.of("School 2").range()).isEqualTo("2");
    }

    @Test
    void a_school_that_is_best_in_everything_is_first_everywhere() {
        IndicatorTable table =
                WeightSpaces.table(new double[] {3, 3, 3}, new double[] {1, 2, 2}, new double[] {2, 1, 2});
        RankBounds bounds =
                WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table).bounds();
        assertThat(bounds.of("School 0").range()).isEqualTo("1");
        assertThat(bounds.of("School 1").range()).isEqualTo("2–3");
        assertThat(bounds.couldBeFirst()).containsExactly(School.of("School 0"));
        assertThat(bounds.isExact()).isTrue();
        assertThat(bounds.bounds()).extracting(each -> each.school().name()).startsWith("School 0");
    }

    /** Ahead of each rival somewhere, yet never of both at once: 0.9 < max(2w, 2 − 2w) for all w; behind both at w = 1/2. */
    @Test
    void never_first_although_ahead_of_each_somewhere() {
        IndicatorTable table = WeightSpaces.table(new double[] {2, 0}, new double[] {0, 2}, new double[] {0.9, 0.9});
        RankBound bound =
                WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table).bound("School 2");
        assertThat(bound.range()).isEqualTo("2–3");
        assertThat(bound.isBestExact()).isTrue();
        assertThat(bound).hasToString("School 2 2–3");
    }

    @Test
    void without_effort_the_bounds_still_hold_and_say_that_they_are_open() {
        IndicatorTable table = WeightSpaces.table(new double[] {2, 0}, new double[] {0, 2}, new double[] {0.9, 0.9});
        RankBounds bounds =
                WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table).bounds(0);
        RankBound bound = bounds.of("School 2");
        assertThat(bound.bestBound()).isEqualTo(1);
        assertThat(bound.bestAttained()).isEqualTo(2);
        assertThat(bound.isBestExact()).isFalse();
        assertThat(bound.range()).startsWith("1..2–");
        assertThat(bounds.ranges().get(bound.school()).basis()).contains("proven over all weights, best attained 2");
        assertThat(bounds.isExact()).isFalse();
        assertThat(bounds.toString()).contains("1..2").contains("a..b: proven to lie between; more effort may tell");
    }

    /** 1.1 against 2w and 2 − 2w: never behind both, whatever the weights; first from 0.45 to 0.55. */
    @Test
    void without_effort_the_worst_position_is_open_too() {
        IndicatorTable table = WeightSpaces.table(new double[] {2, 0}, new double[] {0, 2}, new double[] {1.1, 1.1});
        WeightSpace space = WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table);
        RankBound open = space.bounds(0).of("School 2");
        assertThat(open.worstAttained()).isEqualTo(2);
        assertThat(open.worstBound()).isEqualTo(3);
        assertThat(open.isWorstExact()).isFalse();
        assertThat(open.range()).isEqualTo("1–2..3");
        assertThat(space.bounds(0).ranges().values())
                .contains(RankRange.of(1, 3, "proven over all weights, worst attained 2"));
        assertThat(space.bounds().ranges().values()).contains(RankRange.of(1, 2, "exact over all weights"));
        assertThat(space.bound("School 2").range()).isEqualTo("1–2");
    }

    /** One rival's lead is greatest and least at corners, which are tried before any search. */
    @Test
    void against_one_rival_no_effort_is_needed() {
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        IndicatorTable behind = WeightSpaces.table(new double[] {2, 0}, new double[] {0.9, 0.9});
        IndicatorTable ahead = WeightSpaces.table(new double[] {1.5, 0}, new double[] {0.9, 0.9});
        WeightRegion box = WeightRegion.simplex(two).withBounds(two.get(0), 0.1, 0.9);
        WeightRegion cone = WeightRegion.simplex(two).withRatio(two.get(0), two.get(1), 0.1, 9);
        for (WeightRegion region : List.of(WeightRegion.simplex(two), box, cone)) {
            for (IndicatorTable table : List.of(behind, ahead)) {
                RankBounds bounds = WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table, region)
                        .bounds(0);
                assertThat(bounds.bounds()).extracting(RankBound::range).containsExactly("1–2", "1–2");
            }
        }
    }

    /** At weights that are not its own, and where nothing is open, each school still has a position. */
    @Test
    void a_region_without_the_methodologys_own_weights_has_positions() {
        ImmutableList<Indicator> two = WeightSpaces.indicators(2);
        IndicatorTable table = WeightSpaces.table(new double[] {3, 3}, new double[] {1, 1});
        WeightRegion region = WeightRegion.simplex(two).withBounds(two.get(0), 0.2, 0.4);
        RankBounds bounds = WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table, region)
                .bounds(0);
        assertThat(bounds.bounds()).extracting(RankBound::range).containsExactly("1", "2");
        assertThat(bounds.of("School 0").weightsAtBest().share(two.get(0))).isBetween(0.2, 0.4);
        assertThat(bounds.of("School 1").weightsAtWorst().share(two.get(0))).isBetween(0.2, 0.4);
    }

    /** 1 is ahead of 3w and 1.4 (1 − w) from w = 0.2857 to 0.3333 alone, and 0.3 are the methodology's own weights. */
    @Test
    void the_methodologys_own_weights_are_tried_without_effort() {
        IndicatorTable table = WeightSpaces.table(new double[] {3, 0}, new double[] {0, 1.4}, new double[] {1, 1});
        Methodology own = WeightSpaces.mean(Presentation.exact())
                .withWeights(WeightSpaces.weights(WeightSpaces.indicators(2), 3, 7));
        RankBound bound = WeightSpace.of(own, table).bounds(0).of("School 2");
        assertThat(bound.bestAttained()).isEqualTo(1);
        assertThat(bound.isBestExact()).isTrue();
        assertThat(WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table)
                        .bounds(0)
                        .of("School 2")
                        .bestAttained())
                .isEqualTo(2);
    }

    /** The same pocket, and one where it is behind both: from w = 1/3 to 0.375 of 3w and 1.6 (1 − w). */
    @Test
    void the_first_step_finds_where_all_rivals_can_be_behind_or_ahead_at_once() {
        Methodology exact = WeightSpaces.mean(Presentation.exact());
        IndicatorTable first = WeightSpaces.table(new double[] {3, 0}, new double[] {0, 1.4}, new double[] {1, 1});
        RankBound best = WeightSpace.of(exact, first).bounds(1).of("School 2");
        assertThat(best.bestAttained()).isEqualTo(1);
        IndicatorTable last = WeightSpaces.table(new double[] {3, 0}, new double[] {0, 1.6}, new double[] {1, 1});
        RankBound worst = WeightSpace.of(exact, last).bounds(1).of("School 2");
        assertThat(worst.worstAttained()).isEqualTo(3);
        assertThat(worst.isWorstExact()).isTrue();
    }

    @Test
    void schools_of_the_same_values_share_every_position() {
        IndicatorTable table = WeightSpaces.table(new double[] {1, 2}, new double[] {1, 2}, new double[] {0, 1});
        RankBounds bounds =
                WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table).bounds();
        assertThat(bounds.of("School 0").range()).isEqualTo("1");
        assertThat(bounds.of("School 1").range()).isEqualTo("1");
        assertThat(bounds.of("School 2").range()).isEqualTo("3");
    }

    @Test
    void one_school_alone_is_first() {
        RankBounds bounds = WeightSpace.of(
                        WeightSpaces.mean(Presentation.exact()), WeightSpaces.table(new double[] {1, 2}))
                .bounds();
        assertThat(bounds.of("School 0").range()).isEqualTo("1");
    }

    /** MIT leads citations per paper alone, 88.5; nobody else leads an indicator before Harvard, or Oxford in between. */
    @Test
    void who_could_be_first_of_the_top_35_of_2026() {
        RankBounds bounds =
                WeightSpace.of(Qs.medicine(2026), WeightSpaces.qs2026()).bounds(200);
        assertThat(bounds.couldBeFirst())
                .extracting(School::name)
                .containsExactly(
                        "Harvard University", "University of Oxford", "Massachusetts Institute of Technology (MIT)");
        assertThat(bounds.bounds()).filteredOn(each -> each.bestBound() == 1).hasSize(3);
        RankBounds near = WeightSpace.of(
                        Qs.medicine(2026),
                        WeightSpaces.qs2026(),
                        WeightRegion.withinPercent(Qs.medicine(2026).weights().orElseThrow(), 10))
                .bounds();
        assertThat(near.of("Harvard University").range()).isEqualTo("1");
        assertThat(near.of("University of Oxford").range()).isEqualTo("2");
        assertThat(near.of("Stanford University").range()).isEqualTo("3");
    }

    @Test
    void refuse_what_cannot_be_bounded() {
        IndicatorTable table = WeightSpaces.table(new double[] {1, 2}, new double[] {2, 1});
        Methodology rescaled = WeightSpaces.mean(Presentation.rounded(1).withRescaling(Rescaling.top(100)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSpace.of(rescaled, table).bounds())
                .withMessage(
                        "methodology \"mean\" rescales scores before it rounds them and ranks the rounded ones, over"
                                + " which positions cannot be bounded; give it presentation().rankingExactScores()");
        assertThat(WeightSpace.of(
                                rescaled.withPresentation(
                                        rescaled.presentation().rankingExactScores()),
                                table)
                        .bound("School 0")
                        .range())
                .isEqualTo("1–2");
        Methodology dense = WeightSpaces.mean(Presentation.exact().withTies(TieRule.DENSE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSpace.of(dense, table).bound("School 0"))
                .withMessageStartingWith("positions are bounded under competition ties, and methodology \"mean\" has ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table)
                        .bounds(-1))
                .withMessage("effort -1; it must not be negative");
    }

    @Test
    void show_position_best_and_worst() {
        IndicatorTable table = WeightSpaces.table(new double[] {3, 3}, new double[] {1, 2}, new double[] {2, 1});
        assertThat(WeightSpace.of(WeightSpaces.mean(Presentation.exact()), table)
                        .bounds())
                .hasToString("""
                        School    position  best  worst
                        School 0         1     1      1
                        School 1        =2     2      3
                        School 2        =2     2      3
                        shares a 0–1, b 0–1""");
    }

    @Test
    void some_schools_have_the_bounds_they_have_among_all() {
        IndicatorTable table = WeightSpaces.table(new SplittableRandom(4), 12, 3);
        WeightSpace space = WeightSpace.of(
                WeightSpaces.mean(Presentation.exact()), table, WeightSpaces.region(new SplittableRandom(5), 3));
        RankBounds all = space.bounds();
        RankBounds some = space.bounds(List.of(WeightSpaces.name(3), WeightSpaces.name(7), WeightSpaces.name(3)));
        assertThat(some.bounds()).hasSize(2);
        assertThat(all.ranges()).containsAllEntriesOf(some.ranges());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> some.of(WeightSpaces.name(1)))
                .withMessageContaining("is not among the 2 that were asked for");
    }
}
