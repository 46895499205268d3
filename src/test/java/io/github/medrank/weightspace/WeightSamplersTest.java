package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import io.github.medrank.exact.BlockRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightSamplersTest {
    private static final int DRAWS = 100_000;
    /** A standard error of √(.25/100 000) is .0016; five of them. */
    private static final double REACH = 0.008;

    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final Indicator C = Indicator.of("c");
    private static final Indicator D = Indicator.of("d");

    private static ImmutableList<Indicator> indicators(int count) {
        return IntStream.range(0, count).mapToObj(i -> Indicator.of("i" + i)).collect(ImmutableList.toImmutableList());
    }

    private static double[][] draw(WeightSampler sampler, int draws) {
        return WeightSpaces.draws(sampler, draws, 5);
    }

    private static double share(double[][] draws, Predicate<double[]> holds) {
        return (double) Arrays.stream(draws).filter(holds).count() / draws.length;
    }

    private static double mean(double[][] draws, ToDoubleFunction<double[]> of) {
        return Arrays.stream(draws).mapToDouble(of).average().orElseThrow();
    }

    private static double sd(double[][] draws, ToDoubleFunction<double[]> of) {
        double mean = mean(draws, of);
        return Math.sqrt(mean(draws, each -> Math.pow(of.applyAsDouble(each) - mean, 2)));
    }

    /** sd = √((n−1)/(n²(n+1))), P(w > t) = (1−t)^(n−1); the naive sampler has .0717 and .0000 for n = 8. */
    @ParameterizedTest(name = "n={0}")
    @ValueSource(ints = {2, 3, 5, 8})
    void uniform_weights_have_the_moments_and_tails_of_the_simplex(int n) {
        double[][] draws = draw(WeightSamplers.uniform(indicators(n)), DRAWS);
        for (int i = 0; i < n; i++) {
            int at = i;
            assertThat(mean(draws, each -> each[at])).isCloseTo(1.0 / n, within(0.004));
            assertThat(sd(draws, each -> each[at]))
                    .isCloseTo(Math.sqrt((n - 1.0) / (n * n * (n + 1.0))), within(0.003));
            for (double t : new double[] {0.1, 0.5, 0.7}) {
                double tail = Math.pow(1 - t, n - 1);
                assertThat(share(draws, each -> each[at] > t))
                        .isCloseTo(tail, within(5 * Math.sqrt(tail * (1 - tail) / DRAWS)));
            }
        }
        assertThat(mean(draws, each -> Arrays.stream(each).sum())).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_normalised_uniform_fails_what_five_weights_pass() {
        double[][] draws = draw(WeightSamplers.uniform(indicators(5)), DRAWS);
        assertThat(sd(draws, each -> each[0])).isCloseTo(0.1633, within(0.002));
        assertThat(share(draws, each -> each[0] > 0.5)).isCloseTo(0.0625, within(0.004));

        double[][] naive = new double[DRAWS][5];
        BlockRandom random = new BlockRandom(5, 1);
        random.start(0);
        for (double[] each : naive) {
            Arrays.setAll(each, i -> random.nextDouble());
            double sum = Arrays.stream(each).sum();
            Arrays.setAll(each, i -> each[i] / sum);
        }
        assertThat(sd(naive, each -> each[0])).isLessThan(0.12);
        assertThat(share(naive, each -> each[0] > 0.5)).isLessThan(0.012);
    }

    /** Mean s, variance s(1−s)/(c+1), covariance −s·t/(c+1). */
    @ParameterizedTest(name = "concentration={0}")
    @ValueSource(doubles = {0.5, 3, 20, 500})
    void dirichlet_weights_have_its_means_variances_and_covariances(double concentration) {
        Weights weights =
                Weights.builder().put(A, 40).put(B, 10).put(C, 0).put(D, 50).build();
        double[][] draws = draw(WeightSamplers.dirichlet(weights, concentration), DRAWS);
        double[] shares = {0.4, 0.1, 0, 0.5};
        for (int i = 0; i < 4; i++) {
            int at = i;
            double sd = Math.sqrt(shares[i] * (1 - shares[i]) / (concentration + 1));
            assertThat(mean(draws, each -> each[at])).isCloseTo(shares[i], within(5 * sd / Math.sqrt(DRAWS) + 1e-15));
            assertThat(sd(draws, each -> each[at])).isCloseTo(sd, within(0.02 * sd + 1e-15));
        }
        double covariance = mean(draws, each -> (each[0] - 0.4) * (each[3] - 0.5));
        assertThat(covariance).isCloseTo(-0.4 * 0.5 / (concentration + 1), within(0.02 / (concentration + 1)));
    }

    @Test
    void a_concentration_must_be_positive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSamplers.dirichlet(Weights.equal(List.of(A, B)), Double.NaN))
                .withMessage("concentration NaN; it must be from 1e-100 to 1e12");
    }

    /** With total order on n uniform weights the i-th largest has the mean (1/n)·Σ_{j≥i} 1/j. */
    @Test
    void an_order_gives_the_rank_order_centroid() {
        WeightRegion region = WeightRegion.simplex(List.of(A, B, C, D)).withOrder(A, B, C, D);
        double[][] draws = draw(WeightSamplers.uniformWithin(region), DRAWS);
        double[] centroid = {25.0 / 48, 13.0 / 48, 7.0 / 48, 3.0 / 48};
        for (int i = 0; i < 4; i++) {
            int at = i;
            assertThat(mean(draws, each -> each[at])).isCloseTo(centroid[i], within(0.003));
        }
        assertThat(List.of(draws)).allMatch(each -> each[0] >= each[1] && each[1] >= each[2] && each[2] >= each[3]);
    }

    /** Area in coordinates (a, b): the triangle of area 1/2 less what is cut off. */
    @Test
    void a_box_on_three_weights_has_its_areas() {
        WeightRegion region = WeightRegion.simplex(List.of(A, B, C))
                .withBounds(A, 0.2, 0.6)
                .withBounds(B, 0.1, 0.5)
                .withBounds(C, 0, 0.4);
        double[][] draws = draw(WeightSamplers.uniformWithin(region), DRAWS);
        // a in [.2,.6], b in [.1,.5], .6 <= a+b <= 1: .16 less the corner a+b<.6 (legs .3) and a+b>1 (legs .1)
        double area = 0.16 - 0.3 * 0.3 / 2 - 0.1 * 0.1 / 2;
        // with a > .5: b from .1 to .5, a+b>=.6 always; less the corner a+b>1
        double part = 0.1 * 0.4 - 0.1 * 0.1 / 2;
        assertThat(share(draws, each -> each[0] > 0.5)).isCloseTo(part / area, within(REACH));
        // with b < .2: a from .6-b to .6, b from .1 to .2: mean width .15 times .1
        assertThat(share(draws, each -> each[1] < 0.2)).isCloseTo(0.1 * 0.15 / area, within(REACH));
        assertThat(List.of(draws)).allMatch(each -> each[2] <= 0.4 + 1e-12 && each[2] >= 0);
    }

    @Test
    void a_ratio_cuts_the_triangle_by_a_line_through_a_corner() {
        // a between one and three times b: by similar triangles w.r.t. c, uniform along a/(a+b) in [1/2, 3/4]
        WeightRegion region = WeightRegion.simplex(List.of(A, B, C)).withRatio(A, B, 1, 3);
        double[][] draws = draw(WeightSamplers.uniformWithin(region), DRAWS);
        assertThat(share(draws, each -> each[0] < 2 * each[1])).isCloseTo((2.0 / 3 - 0.5) / 0.25, within(REACH));
        assertThat(share(draws, each -> each[2] > 0.5)).isCloseTo(0.25, within(REACH));
    }

    /** Too small a part of any simplex or box: 1/8! of the simplex. */
    @Test
    void the_walk_is_uniform_where_nothing_else_finds_the_region() {
        ImmutableList<Indicator> eight = indicators(8);
        WeightRegion region = WeightRegion.simplex(eight).withOrder(eight.toArray(Indicator[]::new));
        WeightSampler sampler = WeightSamplers.uniformWithin(region);
        assertThat(sampler.toString()).endsWith("(hit-and-run)");
        double[][] draws = draw(sampler, 20_000);
        for (int i = 0; i < 8; i++) {
            double centroid = 0;
            for (int j = i + 1; j <= 8; j++) {
                centroid += 1.0 / j / 8;
            }
            int at = i;
            double sd = sd(draws, each -> each[at]);
            assertThat(mean(draws, each -> each[at])).isCloseTo(centroid, within(5 * sd / Math.sqrt(20_000)));
        }
        // the largest of 8 exceeds 1/2 with probability 8 · (1/2)^7
        assertThat(share(draws, each -> each[0] > 0.5)).isCloseTo(8 / 128.0, within(0.009));
        double mean = mean(draws, each -> each[0]);
        double variance = Math.pow(sd(draws, each -> each[0]), 2);
        double lag = IntStream.range(1, draws.length)
                        .mapToDouble(i -> (draws[i][0] - mean) * (draws[i - 1][0] - mean))
                        .sum()
                / draws.length
                / variance;
        assertThat(lag).isCloseTo(0, within(0.05));
    }

    @Test
    void equal_bounds_and_fixed_ratios_leave_a_line() {
        WeightRegion region = WeightRegion.simplex(List.of(A, B, C, D))
                .withBounds(C, 0.2, 0.2)
                .withRatio(A, B, 2, 2);
        double[][] draws = draw(WeightSamplers.uniformWithin(region), 20_000);
        // a = 2b, c = .2, d = .8 − 3b: b uniform on [0, .8/3]
        assertThat(List.of(draws))
                .allMatch(each -> Math.abs(each[0] - 2 * each[1]) < 1e-6 && Math.abs(each[2] - 0.2) < 1e-6);
        assertThat(mean(draws, each -> each[1])).isCloseTo(0.4 / 3, within(0.003));
        assertThat(sd(draws, each -> each[1])).isCloseTo(0.8 / 3 / Math.sqrt(12), within(0.002));
    }

    @Test
    void a_region_that_is_a_point_gives_it() {
        Weights weights = Weights.of(Map.of(A, 1, B, 2, C, 3));
        for (double[] each : draw(WeightSamplers.uniformWithin(WeightRegion.withinPercent(weights, 0)), 300)) {
            assertThat(each).containsExactly(new double[] {1 / 6.0, 1 / 3.0, 0.5}, within(1e-6));
        }
    }

    @Test
    void an_empty_region_is_refused() {
        WeightRegion region =
                WeightRegion.simplex(List.of(A, B)).withBounds(A, 0, 0.3).withRatio(A, B, 1, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSamplers.uniformWithin(region))
                .withMessage("no weights are in the region: shares a 0–0.3, b 0–1; 1 b − 1 a ≤ 0; 1 a − 2 b ≤ 0");
    }

    @Test
    void levels_multiply() {
        WeightSampler levels = WeightSamplers.perLevel(
                WeightSamplers.fixed(Weights.of(Map.of(A, 3, B, 1))),
                Map.of(
                        A,
                        WeightSamplers.uniformWithin(
                                WeightRegion.simplex(List.of(C, D)).withOrder(D, C))));
        assertThat(levels.indicators()).containsExactly(C, D, B);
        double[][] draws = draw(levels, 20_000);
        assertThat(List.of(draws)).allMatch(each -> each[2] == 0.25 && Math.abs(each[0] + each[1] - 0.75) < 1e-12);
        assertThat(List.of(draws)).allMatch(each -> each[1] >= each[0]);
        // the larger of two uniform shares is uniform on [1/2, 1]
        assertThat(mean(draws, each -> each[1] / 0.75)).isCloseTo(0.75, within(0.005));
        assertThat(sd(draws, each -> each[1] / 0.75)).isCloseTo(0.5 / Math.sqrt(12), within(0.004));
    }

    @Test
    void levels_must_fit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSamplers.perLevel(
                        WeightSamplers.uniform(List.of(A, B)), ImmutableMap.of(C, WeightSamplers.uniform(List.of(D)))))
                .withMessage("\"c\" is not a group; the groups are [a, b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSamplers.perLevel(
                        WeightSamplers.uniform(List.of(A, B)),
                        ImmutableMap.of(A, WeightSamplers.uniform(List.of(B, C)))))
                .withMessage("indicator \"b\" is in two groups");
    }

    /** So close to the corners that a double holds one share alone: each corner as often as its weight says. */
    @ParameterizedTest(name = "concentration={0}")
    @ValueSource(doubles = {1e-100, 1e-10, 1e-4})
    void a_tiny_concentration_puts_all_weight_on_one(double concentration) {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        Indicator c = Indicator.of("c");
        Weights weights = Weights.of(Map.of(a, 50, b, 30, c, 20)).inOrderOf(List.of(a, b, c));
        int draws = 20_000;
        double[] sums = new double[3];
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            WeightSampler.Source source =
                    WeightSamplers.dirichlet(weights, concentration).source(new SplittableRandom(3));
            double[] shares = new double[3];
            for (int draw = 0; draw < draws; draw++) {
                source.next(shares);
                assertThat(shares[0] + shares[1] + shares[2]).isCloseTo(1, within(1e-12));
                for (int i = 0; i < 3; i++) {
                    sums[i] += shares[i];
                }
            }
        });
        double[] expected = {0.5, 0.3, 0.2};
        for (int i = 0; i < 3; i++) {
            assertThat(sums[i] / draws)
                    .isCloseTo(expected[i], within(5 * Math.sqrt(expected[i] * (1 - expected[i]) / draws)));
        }
    }
}
