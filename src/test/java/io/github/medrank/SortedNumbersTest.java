package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Shape does not depend on the unit, however large or small it is. */
class SortedNumbersTest {
    /** The example of SKEW and KURT in Microsoft's reference for Excel. */
    private static final double[] EXAMPLE = {2, 3, 3, 4, 4, 4, 5, 5, 6, 7};

    @ParameterizedTest(name = "unit={0}")
    @ValueSource(doubles = {1e-300, 1e-100, 1, 1e100, 1e300})
    void skewness_and_kurtosis_do_not_depend_on_the_unit(double unit) {
        double[] scaled = Arrays.stream(EXAMPLE).map(number -> number * unit).toArray();
        assertThat(SortedNumbers.skewnessG1(scaled).orElseThrow()).isCloseTo(0.359543071, within(5e-10));
        assertThat(SortedNumbers.kurtosisG2(scaled).orElseThrow()).isCloseTo(-0.151799637, within(5e-10));
    }

    /** The mean of 1, 1 and the next double is 1: the distance is that of the largest. */
    @Test
    void a_mean_that_rounds_to_the_least_or_the_largest_leaves_a_distance_on_the_other_side() {
        assertThat(SortedNumbers.skewnessG1(new double[] {-1, -1, Math.nextUp(-1.0)})
                        .orElseThrow())
                .isPositive();
        assertThat(SortedNumbers.skewnessG1(new double[] {Math.nextDown(-1.0), -1, -1})
                        .orElseThrow())
                .isNegative();
        assertThat(SortedNumbers.skewnessG1(new double[] {1, 1, Math.nextUp(1.0)})
                        .orElseThrow())
                .isPositive();
        assertThat(SortedNumbers.skewnessG1(new double[] {Math.nextDown(1.0), 1, 1})
                        .orElseThrow())
                .isNegative();
    }
}
