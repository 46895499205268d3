package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.math.IntMath;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whole distributions against closed forms, by the largest distance between distribution functions (Kolmogorov and
 * Smirnov). For n independent draws of the right distribution the distance exceeds √(ln(2/α)/2n) with a probability of
 * at most α (Dvoretzky, Kiefer and Wolfowitz 1956, with the constant of Massart 1990); α is {@value #FALSE_ALARM} here.
 * Seeds are fixed, so a test that passes once always passes.
 */
class SamplerDistributionsTest {
    private static final double FALSE_ALARM = 1e-9;
    private static final int CELLS = 1000;

    private static final ImmutableList<Indicator> FOUR = WeightSpaces.indicators(4);
    private static final Indicator A = FOUR.get(0);
    private static final Indicator B = FOUR.get(1);
    private static final Indicator C = FOUR.get(2);
    private static final Indicator D = FOUR.get(3);
    private static final WeightRegion ALL = WeightRegion.simplex(List.of(A, B, C));

    private static double[][] draw(WeightSampler sampler, int draws) {
        return WeightSpaces.draws(sampler, draws, 11);
    }

    private static double reach(int draws) {
        return Math.sqrt(Math.log(2 / FALSE_ALARM) / (2.0 * draws));
    }

    /** The largest distance, at a thousand places, between the shares of draws below and the distribution function. */
    private static double distance(double[][] draws, ToDoubleFunction<double[]> of, DoubleUnaryOperator distribution) {
        int[] cells = new int[CELLS + 1];
        for (double[] each : draws) {
            double quantile = distribution.applyAsDouble(of.applyAsDouble(each));
            cells[(int) (CELLS * Math.min(1, Math.max(0, quantile)))]++;
        }
        int below = 0;
        double largest = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            below += cells[cell];
            largest = Math.max(largest, Math.abs((double) below / draws.length - (cell + 1.0) / CELLS));
        }
        return largest;
    }

    private static void assertDistribution(
            double[][] draws, ToDoubleFunction<double[]> of, DoubleUnaryOperator distribution) {
        assertThat(distance(draws, of, distribution)).isLessThan(reach(draws.length));
    }

    private static double correlation(
            double[][] draws, ToDoubleFunction<double[]> one, ToDoubleFunction<double[]> other, int lag) {
        double[] x = Arrays.stream(draws).mapToDouble(one).toArray();
        double[] y = Arrays.stream(draws).mapToDouble(other).toArray();
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = lag; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i - lag] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }

    private static double[][] beta(double a, double b, int draws) {
        Weights mean = Weights.builder().put(A, a).put(B, b).build();
        return draw(WeightSamplers.dirichlet(mean, a + b), draws);
    }

    /** Of two parameters, a share has a beta distribution; here are those whose function is elementary. */
    @Test
    void a_share_has_the_beta_distribution_of_its_parameter_and_the_rest() {
        int draws = 400_000;
        assertDistribution(beta(0.5, 0.5, draws), w -> w[0], x -> 2 / Math.PI * Math.asin(Math.sqrt(x)));
        assertDistribution(
                beta(1.5, 1.5, draws),
                w -> 2 * w[0] - 1,
                y -> 0.5 + (y * Math.sqrt(1 - y * y) + Math.asin(y)) / Math.PI);
        assertDistribution(beta(1.25, 1, draws), w -> w[0], x -> Math.pow(x, 1.25));
        assertDistribution(beta(2, 3, draws), w -> w[0], x -> x * x * (6 - 8 * x + 3 * x * x));
        assertDistribution(beta(0.25, 1, draws), w -> w[0], x -> Math.pow(x, 0.25));
    }

    /** (1 − x)^(c − a) is the distribution function's complement where the parameter is 1. */
    @Test
    void so_has_a_share_of_four() {
        Weights mean =
                Weights.builder().put(A, 1).put(B, 2).put(C, 0.5).put(D, 3).build();
        double[][] draws = draw(WeightSamplers.dirichlet(mean, 6.5), 200_000);
        assertDistribution(draws, w -> w[0], x -> 1 - Math.pow(1 - x, 5.5));
        // What two shares have of their sum does not depend on the others.
        assertDistribution(draws, w -> w[1] / (w[0] + w[1]), x -> x * x);
        assertDistribution(draws, w -> w[0] + w[1], x -> betaOfThreeAndThreeAndAHalf(x));
    }

    /** I_x(3, 7/2), by parts: with s = √(1 − x) the density ∝ x²(1 − x)^(5/2), 1 − F ∝ ∫ (1 − s²)² s⁶ ds. */
    private static double betaOfThreeAndThreeAndAHalf(double x) {
        double s = Math.sqrt(1 - x);
        double below = Math.pow(s, 7) / 7 - 2 * Math.pow(s, 9) / 9 + Math.pow(s, 11) / 11;
        return 1 - below / (1 / 7.0 - 2 / 9.0 + 1 / 11.0);
    }

    /** The largest exceeds t with Σ (−1)^(j+1) C(k, j) (1 − jt)^(k−1), the least with (1 − kt)^(k−1). */
    @ParameterizedTest(name = "k={0}")
    @ValueSource(ints = {2, 4, 7})
    void the_largest_and_the_least_of_uniform_shares_have_their_distributions(int k) {
        double[][] draws = draw(WeightSamplers.uniform(WeightSpaces.indicators(k)), 200_000);
        assertDistribution(
                draws, w -> Arrays.stream(w).min().orElseThrow(), t -> 1 - Math.pow(Math.max(0, 1 - k * t), k - 1));
        assertDistribution(draws, w -> Arrays.stream(w).max().orElseThrow(), t -> {
            double above = 0;
            for (int j = 1; j <= k; j++) {
                double term = IntMath.binomial(k, j) * Math.pow(Math.max(0, 1 - j * t), k - 1);
                above += j % 2 == 1 ? term : -term;
            }
            return 1 - above;
        });
    }

    /** The second implementation takes the gaps of sorted uniform numbers, and again until the box holds them. */
    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {0, 1, 2, 3})
    void a_box_of_shares_is_sampled_as_by_rejection(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 3 + random.nextInt(2);
        double[] low = new double[k];
        double[] high = new double[k];
        WeightRegion region = WeightRegion.simplex(WeightSpaces.indicators(k));
        for (int i = 0; i < k; i++) {
            low[i] = random.nextInt(20) / 100.0;
            high[i] = low[i] + 0.3 + random.nextInt(30) / 100.0;
            region = region.withBounds(region.indicators().get(i), low[i], high[i]);
        }
        int n = 50_000;
        double[][] draws = draw(WeightSamplers.uniformWithin(region), n);
        double[][] rejected = new double[n][];
        for (int i = 0; i < n; i++) {
            double[] gaps;
            do {
                gaps = gaps(random, k);
            } while (!isWithin(gaps, low, high));
            rejected[i] = gaps;
        }
        for (int i = 0; i < k; i++) {
            int at = i;
            int after = (i + 1) % k;
            assertSame(draws, rejected, w -> w[at]);
            assertSame(draws, rejected, w -> w[at] + w[after] / 3);
        }
    }

    private static double[] gaps(SplittableRandom random, int k) {
        double[] cuts = random.doubles(k - 1).sorted().toArray();
        double[] gaps = new double[k];
        for (int i = 0; i < k; i++) {
            gaps[i] = (i < k - 1 ? cuts[i] : 1) - (i > 0 ? cuts[i - 1] : 0);
        }
        return gaps;
    }

    private static boolean isWithin(double[] shares, double[] low, double[] high) {
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] < low[i] || shares[i] > high[i]) {
                return false;
            }
        }
        return true;
    }

    /** Two samples: each is within its own reach of the truth. */
    private static void assertSame(double[][] one, double[][] other, ToDoubleFunction<double[]> of) {
        double[] sorted = Arrays.stream(other).mapToDouble(of).sorted().toArray();
        double apart = distance(one, of, x -> {
            int place = Arrays.binarySearch(sorted, x);
            return (double) (place < 0 ? -place - 1 : place) / sorted.length;
        });
        assertThat(apart).isLessThan(2 * reach(sorted.length));
    }

    /**
     * The triangle has .3 % of the area of the box around it, too little to wait for. A point's share of the area
     * towards a corner exceeds t in a triangle (1 − t) times as long.
     */
    @Test
    void a_thin_triangle_is_walked_evenly() {
        double[][] corners = {{0.6, 0.3, 0.1}, {0.1, 0.5, 0.4}, {0.3505, 0.4005, 0.249}};
        WeightRegion triangle = ALL;
        double[][] sides = new double[3][];
        for (int i = 0; i < 3; i++) {
            double[] side = cross(corners[(i + 1) % 3], corners[(i + 2) % 3]);
            double whole = dot(side, corners[i]);
            sides[i] = new double[] {side[0] / whole, side[1] / whole, side[2] / whole};
            triangle = triangle.withConstraint(
                    LinearConstraint.atLeast(Map.of(A, sides[i][0], B, sides[i][1], C, sides[i][2]), 0));
        }
        WeightSampler sampler = WeightSamplers.uniformWithin(triangle);
        assertThat(sampler.toString()).endsWith(" (hit-and-run)");
        double[][] draws = draw(sampler, 40_000);
        for (double[] side : sides) {
            assertDistribution(draws, w -> dot(side, w), t -> 1 - (1 - t) * (1 - t));
            assertThat(correlation(draws, w -> dot(side, w), w -> dot(side, w), 1))
                    .isCloseTo(0, within(0.03));
        }
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Three sums of shares, independent and uniform, of which one reaches a thousand times as far as the others. */
    @Test
    void a_region_a_thousand_times_as_long_as_wide_is_walked_from_end_to_end() {
        double[][] sums = {{1, 1, -1, -1}, {1, -1, 1, -1}, {1, -1, -1, 1}};
        double[] widths = {0.8, 0.0008, 0.0008};
        WeightRegion needle = WeightRegion.simplex(FOUR);
        for (int i = 0; i < 3; i++) {
            Map<Indicator, Double> row = Map.of(A, sums[i][0], B, sums[i][1], C, sums[i][2], D, sums[i][3]);
            needle = needle.withConstraint(LinearConstraint.atMost(row, widths[i] / 2))
                    .withConstraint(LinearConstraint.atLeast(row, -widths[i] / 2));
        }
        WeightSampler sampler = WeightSamplers.uniformWithin(needle);
        assertThat(sampler.toString()).endsWith(" (hit-and-run)");
        double[][] draws = draw(sampler, 20_000);
        for (int i = 0; i < 3; i++) {
            double[] sum = sums[i];
            double[] next = sums[(i + 1) % 3];
            double width = widths[i];
            assertDistribution(draws, w -> dot(sum, w), x -> x / width + 0.5);
            assertThat(correlation(draws, w -> dot(sum, w), w -> dot(sum, w), 1))
                    .isCloseTo(0, within(0.04));
            assertThat(correlation(draws, w -> dot(sum, w), w -> dot(next, w), 0))
                    .isCloseTo(0, within(0.04));
        }
    }

    /** The walk's steps follow the covariance; the factor is the one printed by textbooks. */
    @Test
    void steps_follow_the_covariance_of_the_points_visited() {
        double[][] points = {{1, 10}, {2, 14}, {6, 15}};
        double[][] covariance = RegionWalk.covariance(points, 2);
        assertThat(covariance[0][0]).isCloseTo(14 / 3.0, within(1e-12));
        assertThat(covariance[1][0]).isCloseTo(11 / 3.0, within(1e-12));
        assertThat(covariance[1][1]).isCloseTo(14 / 3.0, within(1e-12));
        assertThat(RegionWalk.cholesky(new double[][] {{4, 0, 0}, {12, 37, 0}, {-16, -43, 98}}))
                .isDeepEqualTo(new double[][] {{2, 0, 0}, {6, 1, 0}, {-8, 5, 3}});
        // Points on a line still leave a way across it, a millionth as long.
        assertThat(RegionWalk.cholesky(new double[][] {{1, 0}, {2, 4}})[1][1]).isCloseTo(2e-6, within(1e-12));
    }

    /** Between the places where statements begin to be broken the density is constant: 1, 1/4 and 1/16 here. */
    @Test
    void doubt_falls_by_the_odds_with_each_statement_broken() {
        WeightRegion two = WeightRegion.simplex(List.of(A, B));
        WeightSampler sampler = WeightSamplers.doubtful(
                two,
                List.of(
                        LinearConstraint.atMost(Map.of(A, 1.0), 0.7),
                        LinearConstraint.atMost(Map.of(A, 1.0), 0.2),
                        LinearConstraint.atLeast(Map.of(A, 1.0), 0.1)),
                0.2);
        double[] edges = {0, 0.1, 0.2, 0.7, 1};
        double[] density = {0.25, 1, 0.25, 0.0625};
        assertDistribution(draw(sampler, 100_000), w -> w[0], x -> {
            double below = 0;
            double all = 0;
            for (int i = 0; i < density.length; i++) {
                all += density[i] * (edges[i + 1] - edges[i]);
                below += density[i] * Math.max(0, Math.min(x, edges[i + 1]) - edges[i]);
            }
            return below / all;
        });
    }

    /** In three dimensions: of the simplex, half is on either side of a ≥ b, and of c ≥ d within each half. */
    @Test
    void doubt_in_three_dimensions_has_the_odds_of_each_half() {
        WeightSampler sampler = WeightSamplers.doubtful(
                WeightRegion.simplex(FOUR),
                List.of(
                        LinearConstraint.atLeast(Map.of(A, 1.0, B, -1.0), 0),
                        LinearConstraint.atLeast(Map.of(C, 1.0, D, -1.0), 0)),
                0.3);
        double[][] draws = draw(sampler, 50_000);
        double[] quarters = {0.49, 0.21, 0.21, 0.09};
        for (int quarter = 0; quarter < 4; quarter++) {
            boolean isFirstBroken = quarter % 2 == 1;
            boolean isSecondBroken = quarter > 1;
            assertThat(Arrays.stream(draws)
                            .mapToInt(w -> w[0] < w[1] == isFirstBroken && w[2] < w[3] == isSecondBroken ? 1 : 0)
                            .average())
                    .hasValueCloseTo(quarters[quarter], within(reach(draws.length)));
        }
        // What two shares have together is as without any statement.
        assertDistribution(draws, w -> w[0] + w[1], x -> x * x * (3 - 2 * x));
        assertThat(correlation(draws, w -> w[0] + w[1], w -> w[0] + w[1], 1)).isCloseTo(0, within(0.05));
    }
}
