package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.Presentation;
import io.github.medrank.Weights;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VolumesTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static double part(WeightRegion region, double... objective) {
        return Volumes.positivePart(Polytope.of(region, region.indicators()), objective);
    }

    /** P(w > t) = (1 − t)^(n−1) on the simplex. */
    @ParameterizedTest
    @CsvSource({"3, 0.5", "5, 0.5", "8, 0.5", "5, 0.7", "18, 0.1", "20, 0.1"})
    void a_share_above_a_threshold_as_in_its_closed_form(int n, double threshold) {
        double[] objective = new double[n];
        java.util.Arrays.fill(objective, -threshold);
        objective[n / 2] += 1;
        assertThat(part(WeightRegion.simplex(WeightSpaces.indicators(n)), objective))
                .isCloseTo(Math.pow(1 - threshold, n - 1.0), within(1e-12));
    }

    @Test
    void equal_parts_by_symmetry() {
        WeightRegion simplex = WeightRegion.simplex(WeightSpaces.indicators(4));
        assertThat(part(simplex, 1, -1, 0, 0)).isCloseTo(0.5, within(1e-15));
        assertThat(part(simplex, 3, 3, -3, -3)).isCloseTo(0.5, within(1e-15));
        assertThat(part(simplex, 0, 0, 0, 0)).isZero();
        assertThat(part(simplex, 1, 0, 0, 0)).isEqualTo(1);
        assertThat(part(simplex, -1, 0, 0, -2)).isZero();
        // w1 > 1/2 is a quarter of the triangle, half of that in the order w1 ≥ w2 ≥ w3, which is a sixth.
        ImmutableList<Indicator> three = WeightSpaces.indicators(3);
        WeightRegion ordered = WeightRegion.simplex(three).withOrder(three.get(0), three.get(1), three.get(2));
        assertThat(part(ordered, 1, -1, -1)).isCloseTo(0.75, within(1e-12));
    }

    /** Yale ahead where 4w + 2(1 − w) > w + 3(1 − w), which is w > 1/4. */
    @Test
    void a_share_ahead_of_two_indicators() {
        WeightSpace space = WeightSpace.of(
                WeightSpaces.mean(Presentation.exact()), WeightSpaces.table(new double[] {4, 2}, new double[] {1, 3}));
        assertThat(space.shareAhead("School 0", "School 1")).isCloseTo(0.75, within(1e-15));
        assertThat(space.shareAhead("School 1", "School 0")).isCloseTo(0.25, within(1e-15));
    }

    /** Shares 0.2–0.5 each: a hexagon, the triangle of side 0.4 less three corners of side 0.1. */
    @Test
    void a_box_of_three_shares_is_a_triangle_less_its_corners() {
        ImmutableList<Indicator> three = WeightSpaces.indicators(3);
        WeightRegion region = WeightRegion.simplex(three)
                .withBounds(three.get(0), 0.2, 0.5)
                .withBounds(three.get(1), 0.2, 0.5)
                .withBounds(three.get(2), 0.2, 0.5);
        // w1 > 0.4 in units of 0.1: the triangle of side 2 at its corner, less the corner of side 1, of 4² − 3 · 1².
        assertThat(part(region, 0.6, -0.4, -0.4)).isCloseTo((4.0 - 1) / (16 - 3), within(1e-12));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void inclusion_and_exclusion_equals_cutting(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 2 + random.nextInt(4);
        ImmutableList<Indicator> indicators = WeightSpaces.indicators(k);
        Weights.Builder weights = Weights.builder();
        indicators.forEach(each -> weights.put(each, 1 + random.nextInt(9)));
        WeightRegion box = WeightRegion.withinPercent(weights.build(), 10 * (2 + random.nextInt(8)));
        WeightRegion same = box.withConstraint(LinearConstraint.atMost(ImmutableMap.of(indicators.get(0), 1.0), 2));
        double[] objective = random.doubles(k, -5, 5).toArray();
        assertThat(part(same, objective)).isCloseTo(part(box, objective), within(1e-9));
        WeightRegion onSimplex = WeightRegion.simplex(indicators);
        for (Indicator each : indicators) {
            onSimplex = onSimplex
                    .withConstraint(LinearConstraint.atMost(ImmutableMap.of(each, 1.0), box.upper(each)))
                    .withConstraint(LinearConstraint.atMost(ImmutableMap.of(each, -1.0), -box.lower(each)));
        }
        if (k <= 4) {
            assertThat(part(onSimplex, objective)).isCloseTo(part(box, objective), within(1e-9));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void equals_the_part_of_sampled_points(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 2 + random.nextInt(3);
        WeightRegion region = WeightSpaces.region(random, k);
        double[] objective = random.doubles(k, -5, 5).toArray();
        int inside = 0;
        int positive = 0;
        for (int i = 0; i < 4000; i++) {
            double[] shares = new double[k];
            double sum = 0;
            for (int j = 0; j < k; j++) {
                shares[j] = -Math.log(1 - random.nextDouble());
                sum += shares[j];
            }
            boolean in = true;
            double value = 0;
            for (int j = 0; j < k; j++) {
                shares[j] /= sum;
                in &= shares[j] >= region.lower(region.indicators().get(j))
                        && shares[j] <= region.upper(region.indicators().get(j));
                value += shares[j] * objective[j];
            }
            if (in && Polytope.of(region, region.indicators()).satisfies(shares)) {
                inside++;
                positive += value > 0 ? 1 : 0;
            }
        }
        if (inside > 200) {
            double part = part(region, objective);
            assertThat((double) positive / inside)
                    .isCloseTo(part, within(5 * Math.sqrt(part * (1 - part) / inside) + 1e-9));
        }
    }

    @Test
    void fixed_shares_take_no_part_in_the_volume() {
        ImmutableList<Indicator> three = WeightSpaces.indicators(3);
        WeightRegion line = WeightRegion.simplex(three).withBounds(three.get(2), 0.5, 0.5);
        assertThat(part(line, 1, -1, 0)).isCloseTo(0.5, within(1e-12));
        assertThat(part(line, 1, -1, 0.5)).isCloseTo(0.75, within(1e-12));
        WeightRegion point = line.withBounds(three.get(1), 0.2, 0.2);
        assertThat(part(point, 1, -1, 0)).isEqualTo(1);
        assertThat(part(point, -1, 1, 0)).isZero();
        assertThat(part(point, 0, 0, 0)).as("level is not ahead").isZero();
    }

    /** Ten shares of 0 to 0.1001: the part (1/1000)^9 of all shares, of terms that are thousands. */
    @Test
    void refuses_what_is_too_thin_to_be_computed() {
        ImmutableList<Indicator> ten = WeightSpaces.indicators(10);
        WeightRegion thin = WeightRegion.simplex(ten);
        for (Indicator each : ten) {
            thin = thin.withBounds(each, 0, 0.1001);
        }
        WeightRegion region = thin;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part(region, 1, -1, 0, 0, 0, 0, 0, 0, 0, 0))
                .withMessage("the region is too thin for an exact volume; sample the weights instead");
    }

    @Test
    void refuses_what_has_no_volume() {
        ImmutableList<Indicator> three = WeightSpaces.indicators(3);
        WeightRegion flat = WeightRegion.simplex(three).withRatio(three.get(0), three.get(1), 2, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part(flat, 1, -1, 0))
                .withMessageStartingWith("the region has no volume among all shares, so that no part of it can be");
        WeightRegion many = WeightRegion.simplex(WeightSpaces.indicators(21));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> part(many, new double[21]))
                .withMessage("exact volumes are computed for up to 20 indicators; the region has 21; sample the weights"
                        + " instead");
    }
}
