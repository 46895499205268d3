package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The centre of a region, its nearest point, and weights after statements that may be mistaken. */
class RegionCentreTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final Indicator C = Indicator.of("c");
    private static final WeightRegion ALL = WeightRegion.simplex(List.of(A, B, C));

    @Test
    void the_centre_of_an_order_is_the_mean_of_its_vertices() {
        // a ≥ b ≥ c has the vertices (1, 0, 0), (1/2, 1/2, 0) and (1/3, 1/3, 1/3)
        Weights centre = ALL.withOrder(A, B, C).centre();
        assertThat(centre.share(A)).isCloseTo(11 / 18.0, within(0.01));
        assertThat(centre.share(B)).isCloseTo(5 / 18.0, within(0.01));
        assertThat(centre.total()).isEqualByComparingTo("100");
        assertThat(ALL.withOrder(A, B, C).centre()).isEqualTo(centre);
    }

    @Test
    void the_centre_of_all_weights_is_equal_weights() {
        assertThat(ALL.centre()).isEqualTo(Weights.equal(List.of(A, B, C)));
    }

    @Test
    void a_region_without_an_inside_has_its_point() {
        WeightRegion thirds = ALL.withRatio(A, B, 1, 1).withRatio(B, C, 1, 1);
        assertThat(thirds.centre().share(A)).isCloseTo(1 / 3.0, within(1e-16));
        assertThat(thirds.contains(thirds.centre())).isTrue();
    }

    static LongStream seeds() {
        return LongStream.range(0, 30);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_centre_is_in_the_region_and_the_nearest_point_is_nearest(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        WeightRegion region = WeightSpaces.region(random, 4);
        assertThat(region.contains(region.centre())).isTrue();
        double[] target = WeightSpaces.point(random, WeightRegion.simplex(region.indicators()));
        Weights nearest = region.nearest(WeightSpaces.weights(region.indicators(), target));
        assertThat(region.contains(nearest)).isTrue();
        double[] found =
                region.indicators().stream().mapToDouble(nearest::share).toArray();
        for (int i = 0; i < 200; i++) {
            double[] other = WeightSpaces.point(random, region);
            assertThat(distance(target, found)).isLessThanOrEqualTo(distance(target, other) + 1e-9);
        }
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return Math.sqrt(sum);
    }

    /** Of two indicators a share is uniform; (≥ 0.6) and (≤ 0.3) weigh three intervals by 0.09, 0.01 and 0.09. */
    @Test
    void statements_that_contradict_each_other_share_the_weights() {
        WeightRegion two = WeightRegion.simplex(List.of(A, B));
        WeightSampler sampler = WeightSamplers.doubtful(
                two,
                List.of(LinearConstraint.atLeast(Map.of(A, 1.0), 0.6), LinearConstraint.atMost(Map.of(A, 1.0), 0.3)),
                0.1);
        double whole = 0.3 * 0.09 + 0.3 * 0.01 + 0.4 * 0.09;
        assertThat(part(sampler, 0, 0.3)).isCloseTo(0.3 * 0.09 / whole, within(0.01));
        assertThat(part(sampler, 0.3, 0.6)).isCloseTo(0.3 * 0.01 / whole, within(0.01));
        assertThat(part(sampler, 0.6, 1)).isCloseTo(0.4 * 0.09 / whole, within(0.01));
    }

    /** The share of the simplex of three where a ≥ b is a half; where a ≥ 1/2, a quarter, all of it within the half. */
    @Test
    void each_statement_is_kept_as_likely_as_the_posterior_says() {
        WeightSampler sampler = WeightSamplers.doubtful(
                ALL,
                List.of(
                        LinearConstraint.atLeast(Map.of(A, 1.0), 0.5),
                        LinearConstraint.atMost(Map.of(B, 1.0, A, -1.0), 0)),
                0.2);
        double kept = 0.25 * 0.64;
        double broken = 0.25 * 0.16 + 0.5 * 0.04;
        assertThat(part(sampler, 0.5, 1)).isCloseTo(kept / (kept + broken), within(0.01));
    }

    /** Where all are broken, the density is 10⁻³⁶⁰ of that where none is, which no double holds. */
    @Test
    void many_statements_that_are_nearly_certain_hold() {
        List<LinearConstraint> statements = IntStream.range(0, 60)
                .mapToObj(i -> LinearConstraint.atLeast(Map.of(A, 1.0), 0.4 + 0.001 * i))
                .toList();
        WeightSampler sampler = WeightSamplers.doubtful(WeightRegion.simplex(List.of(A, B)), statements, 1e-6);
        assertThat(part(sampler, 0.459, 1)).isCloseTo(1, within(0.01));
        assertThat(part(sampler, 0.7295, 1)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void what_holds_for_certain_is_never_broken() {
        WeightRegion region = ALL.withBounds(C, 0.25, 0.25);
        WeightSampler sampler =
                WeightSamplers.doubtful(region, List.of(LinearConstraint.atLeast(Map.of(A, 1.0), 0.5)), 0.1);
        WeightSampler.Source source = sampler.source(new SplittableRandom(1));
        double[] shares = new double[3];
        for (int i = 0; i < 100; i++) {
            source.next(shares);
            assertThat(shares[2]).isCloseTo(0.25, within(1e-9));
            assertThat(shares[0] + shares[1]).isCloseTo(0.75, within(1e-9));
        }
        assertThat(sampler).hasToString("on the region of " + region + ", its statement broken with probability 0.1");
    }

    private static double part(WeightSampler sampler, double from, double to) {
        WeightSampler.Source source = sampler.source(new SplittableRandom(5));
        source.start();
        double[] shares = new double[sampler.indicators().size()];
        int inside = 0;
        int draws = 20_000;
        for (int i = 0; i < draws; i++) {
            source.next(shares);
            inside += shares[0] >= from && shares[0] < to ? 1 : 0;
        }
        return inside / (double) draws;
    }

    @Test
    void arguments_are_checked() {
        LinearConstraint some = LinearConstraint.atMost(Map.of(A, 1.0), 0.5);
        LinearConstraint other = LinearConstraint.atMost(Map.of(Indicator.of("z"), 1.0), 0.5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSamplers.doubtful(ALL, List.of(some), 0.5))
                .withMessage("error rate 0.5; it must be above 0 and below 0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> WeightSamplers.doubtful(ALL, List.of(some), Double.NaN));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSamplers.doubtful(ALL, List.of(other), 0.1))
                .withMessageContaining("\"z\" is not of the region");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSamplers.mean(WeightSamplers.uniform(List.of(A)), 0, 0))
                .withMessage("0 draws; there must be 1 to 1000000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withRatio(A, B, 2, 3)
                        .withRatio(B, C, 2, 3)
                        .withRatio(C, A, 2, 3)
                        .nearest(Weights.equal(List.of(A, B, C))))
                .withMessageContaining("no weights are in the region");
    }
}
