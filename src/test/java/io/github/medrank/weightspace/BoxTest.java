package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bounds as numbers: their corners, the halves they are cut into, and boxes of one point. */
class BoxTest {
    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static Box simplex(int k) {
        double[] upper = new double[k];
        Arrays.fill(upper, 1);
        return new Box(new double[k], upper);
    }

    @Test
    void as_many_corners_as_are_worth_having_and_not_one_more() {
        assertThat(simplex(5).corners(5)).hasSize(5);
        assertThat(simplex(5).corners(4)).isEmpty();
        assertThat(simplex(10).corners(64)).hasSize(10);
        assertThat(simplex(11).corners(64)).as("2^11 sets are not tried").isEmpty();
    }

    /** 0.3 + 0.5 + 0.2: as the least that is allowed, and as the most. */
    @Test
    void a_box_of_one_point_has_one_corner() {
        double[] point = {0.3, 0.5, 0.2};
        double[] one = {1, 1, 1};
        for (Box box : List.of(new Box(point, one), new Box(new double[3], point), new Box(point, point))) {
            assertThat(box.corners(64)).hasSize(1);
            assertThat(Box.doubles(box.corners(64).get(0))).containsExactly(point);
            assertThat(box.least(new double[] {1, 2, 3})).isCloseTo(1.9, within(1e-15));
        }
    }

    /** 1 − 0.01 − 0.41 − 0.58 leaves something over in doubles, which is nobody's. */
    @Test
    void what_rounding_leaves_over_goes_nowhere() {
        double[] upper = {0.01, 0.41, 0.58};
        assertThat(1 - 0.01 - 0.41 - 0.58).isPositive();
        assertThat(1 - 0.58 - 0.41 - 0.01).isPositive();
        double[] range = new Box(new double[3], upper).range(new double[] {1, 2, 3});
        assertThat(range[0]).isCloseTo(0.01 + 0.82 + 1.74, within(1e-15));
        assertThat(range[1]).isCloseTo(0.01 + 0.82 + 1.74, within(1e-15));
    }

    @Test
    void halves_are_as_tight_as_the_sum_of_1_allows() {
        List<Box> halves = simplex(2).halves(0);
        assertThat(halves).hasSize(2);
        assertBounds(halves.get(0), new double[] {0, 0.5}, new double[] {0.5, 1});
        assertBounds(halves.get(1), new double[] {0.5, 0}, new double[] {1, 0.5});
        // From 0.1–0.4, 0.2–0.6 and 0.3–0.5: with less than 0.25 of the first, the others have more than 0.75.
        Box box = new Box(new double[] {0.1, 0.2, 0.3}, new double[] {0.4, 0.6, 0.5});
        assertBounds(box.halves(0).get(0), new double[] {0.1, 0.25, 0.3}, new double[] {0.25, 0.6, 0.5});
        assertBounds(box.halves(0).get(1), new double[] {0.25, 0.2, 0.3}, new double[] {0.4, 0.45, 0.5});
        // With more than 0.75 of the first there is nothing below 0.3 for the second to be left out of.
        Box lopsided = new Box(new double[] {0, 0.6}, new double[] {1, 1});
        assertThat(lopsided.halves(0)).hasSize(1);
        assertBounds(lopsided.halves(0).get(0), new double[] {0, 0.6}, new double[] {0.4, 1});
    }

    private static void assertBounds(Box box, double[] lower, double[] upper) {
        for (int i = 0; i < lower.length; i++) {
            assertThat(box.lower(i)).isCloseTo(lower[i], within(1e-12));
            assertThat(box.upper(i)).isCloseTo(upper[i], within(1e-12));
            // Not even the rounding of the bounds may be lost.
            assertThat(box.lower(i)).isLessThanOrEqualTo(lower[i]);
            assertThat(box.upper(i)).isGreaterThanOrEqualTo(upper[i]);
        }
    }

    /** However often a box is cut, each of its points is in some part. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void cutting_loses_no_point(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 2 + random.nextInt(4);
        WeightRegion region = WeightRegion.withinPercent(
                WeightSpaces.weights(
                        WeightSpaces.indicators(k),
                        random.doubles(k, 1, 9).map(Math::rint).toArray()),
                50);
        Box box = Polytope.of(region, region.indicators()).box();
        double[] point = box.centre();
        for (int cut = 0; cut < 40; cut++) {
            int along = random.nextInt(k);
            List<Box> halves = box.halves(along);
            List<Box> with =
                    halves.stream().filter(half -> contains(half, point)).toList();
            assertThat(with).isNotEmpty();
            box = with.get(random.nextInt(with.size()));
        }
    }

    private static boolean contains(Box box, double[] point) {
        for (int i = 0; i < point.length; i++) {
            if (point[i] < box.lower(i) || point[i] > box.upper(i)) {
                return false;
            }
        }
        return true;
    }
}
