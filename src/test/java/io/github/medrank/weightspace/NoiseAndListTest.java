package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoiseAndListTest {
    private static final int DRAWS = 100_000;
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final Indicator C = Indicator.of("c");
    private static final Weights WEIGHTS =
            Weights.builder().put(A, 50).put(B, 30).put(C, 20).build();

    private static double[][] draw(WeightSampler sampler) {
        return WeightSpaces.draws(sampler, DRAWS, 7);
    }

    /**
     * The quotient of two shares is that of two independent uniform numbers, whatever the total: its mean is
     * ln((1 + p)/(1 − p)) / 2p times that of the weights, 1.02165 at 25 %.
     */
    @Test
    void quotients_of_noisy_shares_are_those_of_independent_uniform_numbers() {
        double p = 0.25;
        double[][] draws = draw(WeightSamplers.independentNoise(WEIGHTS, 100 * p));
        double expected = 50 / 30.0 * Math.log((1 + p) / (1 - p)) / (2 * p);
        // The quotient's deviation is .35; five standard errors of 100 000 draws.
        assertThat(Arrays.stream(draws).mapToDouble(each -> each[0] / each[1]).average())
                .hasValueCloseTo(expected, within(5 * 0.35 / Math.sqrt(DRAWS)));
        for (double[] each : draws) {
            assertThat(each[0] + each[1] + each[2]).isCloseTo(1, within(1e-15));
            assertThat(each[0] / each[1] * 0.6).isBetween(0.75 / 1.25 - 1e-12, 1.25 / 0.75 + 1e-12);
            assertThat(each[2] / 0.2).isBetween(0.75 / 1.25, 1.25 / 0.75);
        }
        // P(a's number > b's): uniform numbers, so a half.
        double above = (double) Arrays.stream(draws)
                        .filter(each -> each[0] / each[1] > 50 / 30.0)
                        .count()
                / DRAWS;
        assertThat(above).isCloseTo(0.5, within(0.008));
    }

    @Test
    void noise_leaves_zero_at_zero_and_has_bounds() {
        Weights zero = Weights.builder().put(A, 1).put(B, 0).build();
        assertThat(Arrays.stream(draw(WeightSamplers.independentNoise(zero, 100))))
                .allMatch(each -> each[0] == 1 && each[1] == 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSamplers.independentNoise(zero, 0))
                .withMessageContaining("± 0.0 %");
        assertThatIllegalArgumentException().isThrownBy(() -> WeightSamplers.independentNoise(zero, 101));
        assertThatIllegalArgumentException().isThrownBy(() -> WeightSamplers.independentNoise(zero, Double.NaN));
    }

    @Test
    void a_list_is_drawn_evenly_and_in_one_order_of_the_indicators() {
        Weights other = Weights.builder().put(C, 1).put(A, 1).put(B, 0).build();
        WeightSampler sampler = WeightSamplers.fromList(List.of(WEIGHTS, other, WEIGHTS));
        assertThat(sampler.indicators()).isEqualTo(ImmutableList.of(A, B, C));
        double[][] draws = draw(sampler);
        long first = Arrays.stream(draws)
                .filter(each -> Arrays.equals(each, new double[] {0.5, 0.3, 0.2}))
                .count();
        long second = Arrays.stream(draws)
                .filter(each -> Arrays.equals(each, new double[] {0.5, 0, 0.5}))
                .count();
        assertThat(first + second).isEqualTo(DRAWS);
        assertThat((double) first / DRAWS).isCloseTo(2 / 3.0, within(0.008));
        assertThatIllegalArgumentException().isThrownBy(() -> WeightSamplers.fromList(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightSamplers.fromList(List.of(WEIGHTS, Weights.equal(List.of(A, B)))))
                .withMessageContaining("different indicators");
    }

    /** The shares of a group's indicators keep the group's noise and have their own. */
    @Test
    void noise_and_lists_at_each_level() {
        Indicator group = Indicator.of("group");
        Weights top = Weights.builder().put(group, 60).put(C, 40).build();
        WeightSampler sampler = WeightSamplers.perLevel(
                WeightSamplers.independentNoise(top, 10),
                Map.of(
                        group,
                        WeightSamplers.fromList(List.of(
                                Weights.builder().put(A, 1).put(B, 2).build(),
                                Weights.builder().put(A, 2).put(B, 1).build()))));
        for (double[] each : draw(sampler)) {
            double inside = each[0] / each[1];
            assertThat(Math.abs(inside - 0.5) < 1e-12 || Math.abs(inside - 2) < 1e-12)
                    .isTrue();
            assertThat((each[0] + each[1]) / each[2] / 1.5).isBetween(0.9 / 1.1 - 1e-12, 1.1 / 0.9 + 1e-12);
        }
    }
}
