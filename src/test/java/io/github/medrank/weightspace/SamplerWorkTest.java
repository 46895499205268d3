package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import io.github.medrank.exact.BlockRandom;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How many random numbers a draw takes, and samplers as values: the same again, equal, written, checked at the door. */
class SamplerWorkTest {
    private static final ImmutableList<Indicator> THREE = WeightSpaces.indicators(3);
    private static final Indicator A = THREE.get(0);
    private static final Indicator B = THREE.get(1);
    private static final Indicator C = THREE.get(2);
    private static final WeightRegion ALL = WeightRegion.simplex(THREE);
    private static final Weights WEIGHTS =
            Weights.builder().put(A, 50).put(B, 30).put(C, 20).build();

    /** Counts the numbers that are asked for. */
    private static final class Counted implements RandomGenerator {
        private final SplittableRandom random = new SplittableRandom(1);
        private int uniform;
        private int exponential;

        @Override
        public long nextLong() {
            return random.nextLong();
        }

        @Override
        public double nextDouble() {
            uniform++;
            return random.nextDouble();
        }

        @Override
        public double nextExponential() {
            exponential++;
            return random.nextExponential();
        }
    }

    private static Counted work(WeightRegion region, int draws) {
        Counted counted = new Counted();
        WeightSampler sampler = WeightSamplers.uniformWithin(region);
        assertThat(sampler.toString()).endsWith(" (independent draws)");
        WeightSampler.Source source = sampler.source(counted);
        double[] shares = new double[region.indicators().size()];
        for (int i = 0; i < draws; i++) {
            source.next(shares);
            for (double share : shares) {
                assertThat(share).isNotNegative();
            }
        }
        return counted;
    }

    @Test
    void what_lower_bounds_leave_is_a_simplex_and_takes_one_proposal() {
        Counted counted = work(ALL.withBounds(A, 0.2, 1).withBounds(B, 0.1, 1), 1000);
        assertThat(counted.exponential).isEqualTo(3000);
        assertThat(counted.uniform).isZero();
    }

    /** c, from .18 to .20, takes what is left by a and b. Otherwise half of the proposals would be refused. */
    @Test
    void the_widest_share_takes_the_rest() {
        Counted counted = work(ALL.withBounds(A, 0.5, 0.51).withBounds(B, 0.3, 0.31), 1000);
        assertThat(counted.uniform).isEqualTo(2000);
        assertThat(counted.exponential).isZero();
        Counted other = work(ALL.withBounds(B, 0.5, 0.51).withBounds(C, 0.3, 0.31), 1000);
        assertThat(other.uniform).isEqualTo(2000);
        Counted middle = work(ALL.withBounds(A, 0.5, 0.51).withBounds(C, 0.3, 0.31), 1000);
        assertThat(middle.uniform).isEqualTo(2000);
    }

    /** An area of .11 within a box of .16 (69 %) and within a triangle of .245 (45 %): the box, 1.45 times a draw. */
    @Test
    void the_narrower_of_box_and_simplex_is_chosen() {
        WeightRegion region =
                ALL.withBounds(A, 0.2, 0.6).withBounds(B, 0.1, 0.5).withBounds(C, 0, 0.4);
        int draws = 20_000;
        Counted counted = work(region, draws);
        double accepted = 0.11 / 0.16;
        double error = 5 * Math.sqrt(1 - accepted) / accepted / Math.sqrt(draws);
        assertThat(counted.uniform / 2.0 / draws).isCloseTo(1 / accepted, within(error));
        assertThat(counted.exponential).isZero();
    }

    /** The strip 0 ≤ a − b ≤ d is about 2d of the box of its bounds; the limit is one draw of 200 proposals. */
    @Test
    void a_region_that_takes_more_than_200_proposals_is_walked() {
        assertThat(WeightSamplers.uniformWithin(strip(0.004)).toString()).endsWith(" (independent draws)");
        assertThat(WeightSamplers.uniformWithin(strip(0.0016)).toString()).endsWith(" (hit-and-run)");
    }

    private static WeightRegion strip(double width) {
        ImmutableMap<Indicator, Double> lead = ImmutableMap.of(A, 1.0, B, -1.0);
        return ALL.withConstraint(LinearConstraint.atLeast(lead, 0))
                .withConstraint(LinearConstraint.atMost(lead, width));
    }

    /** The third share is 1 minus the others: one in two thousand proposals lies below zero, within rounding. */
    @Test
    void no_share_is_negative_in_a_region_as_thin_as_rounding() {
        Counted counted = work(ALL.withBounds(A, 0.5, 0.500000001).withBounds(B, 0.499999998, 0.4999999998), 50_000);
        assertThat(counted.exponential).isZero();
    }

    /** Numbers that are given. */
    private static RandomGenerator given(double... numbers) {
        return new RandomGenerator() {
            private int next;

            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return numbers[next++];
            }
        };
    }

    /** 0 is the least multiple, 1 − p, and a half leaves the points as they are. */
    @Test
    void noise_multiplies_points_by_what_the_random_number_says() {
        double[] shares = new double[3];
        WeightSamplers.independentNoise(WEIGHTS, 20).source(given(0, 0.5, 0.75)).next(shares);
        double total = 50 * 0.8 + 30 + 20 * 1.1;
        assertThat(shares).containsExactly(new double[] {40 / total, 30 / total, 22 / total}, within(1e-15));
    }

    @Test
    void noise_that_leaves_no_points_is_drawn_again() {
        double[] shares = new double[3];
        WeightSamplers.independentNoise(WEIGHTS, 100)
                .source(given(0, 0, 0, 0.5, 0.5, 0.5))
                .next(shares);
        assertThat(shares).containsExactly(new double[] {0.5, 0.3, 0.2}, within(1e-15));
    }

    static Stream<WeightSampler> samplers() {
        LinearConstraint statement = LinearConstraint.atMost(Map.of(A, 1.0), 0.5);
        return Stream.of(
                WeightSamplers.uniform(THREE),
                WeightSamplers.dirichlet(WEIGHTS, 10),
                WeightSamplers.dirichlet(WEIGHTS, 1),
                WeightSamplers.uniformWithin(ALL.withBounds(A, 0.2, 0.4)),
                WeightSamplers.uniformWithin(ALL.withBounds(A, 0.2, 0.21).withBounds(B, 0.3, 0.31)),
                WeightSamplers.uniformWithin(strip(0.001)),
                WeightSamplers.doubtful(ALL, List.of(statement), 0.1),
                WeightSamplers.independentNoise(WEIGHTS, 25),
                WeightSamplers.fromList(List.of(WEIGHTS, Weights.equal(THREE))),
                WeightSamplers.fixed(WEIGHTS),
                WeightSamplers.perLevel(
                        WeightSamplers.uniform(List.of(A, B)), Map.of(B, WeightSamplers.uniform(List.of(B, C)))));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void a_start_forgets_what_was_drawn_before(WeightSampler sampler) {
        BlockRandom random = new BlockRandom(3, 4);
        WeightSampler.Source source = sampler.source(random);
        double[] shares = new double[3];
        for (int i = 0; i < 7; i++) {
            source.next(shares);
        }
        random.start(5);
        source.start();
        double[] other = new double[3];
        source.next(shares);
        source.next(other);

        BlockRandom again = new BlockRandom(3, 4);
        WeightSampler.Source fresh = sampler.source(again);
        again.start(5);
        fresh.start();
        double[] expected = new double[3];
        fresh.next(expected);
        assertThat(shares).containsExactly(expected);
        fresh.next(expected);
        assertThat(other).containsExactly(expected);
        assertThat(other[0] + other[1] + other[2]).isCloseTo(1, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void a_draw_needs_random_numbers_and_room_for_its_shares(WeightSampler sampler) {
        assertThat(sampler.indicators()).isEqualTo(THREE);
        assertThatNullPointerException().isThrownBy(() -> sampler.source(null)).withMessage("random");
        WeightSampler.Source source = sampler.source(new SplittableRandom(1));
        assertThatNullPointerException().isThrownBy(() -> source.next(null)).withMessage("shares");
        for (int width : new int[] {0, 2, 4}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> source.next(new double[width]))
                    .withMessage("room for " + width + " shares; a draw has 3");
        }
    }

    @Test
    void samplers_are_equal_when_what_they_sample_is() {
        List<WeightSampler> some = samplers().toList();
        List<WeightSampler> same = samplers().toList();
        for (int i = 0; i < some.size(); i++) {
            for (int j = 0; j < some.size(); j++) {
                assertThat(some.get(i).equals(same.get(j))).isEqualTo(i == j);
            }
            assertThat(some.get(i)).hasSameHashCodeAs(same.get(i)).isNotEqualTo("text");
        }
        LinearConstraint one = LinearConstraint.atMost(Map.of(A, 1.0), 0.5);
        LinearConstraint two = LinearConstraint.atMost(Map.of(A, 1.0), 0.6);
        WeightSampler doubtful = WeightSamplers.doubtful(ALL, List.of(one), 0.1);
        assertThat(doubtful)
                .isNotEqualTo(WeightSamplers.doubtful(ALL, List.of(two), 0.1))
                .isNotEqualTo(WeightSamplers.doubtful(ALL, List.of(one), 0.2))
                .isNotEqualTo(WeightSamplers.doubtful(ALL.withBounds(A, 0, 0.9), List.of(one), 0.1));
    }

    /** All in one bucket would be slow. */
    @Test
    void samplers_of_different_regions_differ_in_their_hashes() {
        LinearConstraint half = LinearConstraint.atMost(Map.of(A, 1.0), 0.5);
        List<WeightRegion> regions = Stream.of(0.2, 0.3, 0.4)
                .map(high -> ALL.withBounds(A, 0.1, high))
                .toList();
        assertThat(regions)
                .extracting(region -> WeightSamplers.uniformWithin(region).hashCode())
                .doesNotHaveDuplicates();
        assertThat(regions)
                .extracting(region ->
                        WeightSamplers.doubtful(region, List.of(half), 0.1).hashCode())
                .doesNotHaveDuplicates();
    }

    @Test
    void the_mean_of_draws_is_that_of_what_is_drawn() {
        Weights mean = WeightSamplers.mean(WeightSamplers.fixed(WEIGHTS), 3, 1);
        assertThat(mean.points(A)).isEqualByComparingTo("50");
        assertThat(mean.points(B)).isEqualByComparingTo("30");
        assertThat(mean.points(C)).isEqualByComparingTo("20");
    }

    @Test
    void samplers_say_what_they_sample() {
        WeightRegion region = ALL.withBounds(A, 0.2, 0.4);
        LinearConstraint some = LinearConstraint.atMost(Map.of(A, 1.0), 0.5);
        assertThat(samplers().map(WeightSampler::toString))
                .containsExactly(
                        "uniform on the simplex",
                        "Dirichlet with parameters [5.0, 3.0, 2.0]",
                        "Dirichlet with parameters [0.5, 0.3, 0.2]",
                        "uniform on the region of shares a 0.2–0.4, b 0–1, c 0–1 (independent draws)",
                        "uniform on the region of shares a 0.2–0.21, b 0.3–0.31, c 0–1 (independent draws)",
                        "uniform on the region of shares a 0–1, b 0–1, c 0–1; − 1 a + 1 b ≤ 0; 1 a − 1 b ≤ 0.001"
                                + " (hit-and-run)",
                        "on the region of shares a 0–1, b 0–1, c 0–1, its statement broken with probability 0.1",
                        "independent noise of ± 25 % around 50 a, 30 b, 20 c",
                        "one of 2 weightings",
                        "fixed at 50 a, 30 b, 20 c",
                        "groups uniform on the simplex; in b uniform on the simplex");
        assertThat(WeightSamplers.doubtful(region, List.of(some, some), 0.25))
                .hasToString("on the region of " + region + ", each of 2 statements broken with probability 0.25");
    }

    @Test
    void bounds_of_arguments_are_included_or_not_as_the_javadoc_says() {
        assertThatCode(() -> WeightSamplers.dirichlet(WEIGHTS, 1e-100)).doesNotThrowAnyException();
        assertThatCode(() -> WeightSamplers.dirichlet(WEIGHTS, 1e12)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSamplers.dirichlet(WEIGHTS, 0.99e-100))
                .withMessageStartingWith("concentration 9.9E-101");
        assertThatIllegalArgumentException().isThrownBy(() -> WeightSamplers.dirichlet(WEIGHTS, 1.01e12));
        assertThatCode(() -> WeightSamplers.independentNoise(WEIGHTS, 100)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSamplers.independentNoise(WEIGHTS, 100.1))
                .withMessage("noise of ± 100.1 %; above 0, and at most 100");
        List<LinearConstraint> some = List.of(LinearConstraint.atMost(Map.of(A, 1.0), 0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSamplers.doubtful(ALL, some, 0))
                .withMessage("error rate 0.0; it must be above 0 and below 0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> WeightSamplers.doubtful(ALL, some, 0.5));
    }
}
