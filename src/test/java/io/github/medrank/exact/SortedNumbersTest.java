package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
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

    /** Two equal numbers and a third have the skewness √3, whatever the numbers: here the next double, whose mean with them rounds to 1. */
    @Test
    void numbers_that_differ_by_the_last_bit_have_the_skewness_of_any_others() {
        assertThat(List.of(
                        skewness(1, 1, 2),
                        skewness(1, 1, Math.nextUp(1.0)),
                        skewness(-1, -1, Math.nextUp(-1.0)),
                        -skewness(Math.nextDown(1.0), 1, 1),
                        -skewness(Math.nextDown(-1.0), -1, -1)))
                .allSatisfy(each -> assertThat(each).isCloseTo(Math.sqrt(3), within(1e-12)));
    }

    private static double skewness(double... sorted) {
        return SortedNumbers.skewnessG1(sorted).orElseThrow();
    }
}
