package io.github.medrank.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RootsTest {
    /** Beside StrictMath's powers, which are off by a unit themselves. */
    @ParameterizedTest
    @ValueSource(doubles = {4, 3, 1 / 3.0, 0.1, 0.01, -0.25, -1 / 3.0, -2.5, -4})
    void are_within_their_bound_of_powers(double exponent) {
        SplittableRandom random = new SplittableRandom(1);
        Roots roots = new Roots(exponent, 1.9);
        double reach = (2 * Math.abs(exponent) + 8) * 0x1p-53;
        for (int i = 0; i < 20_000; i++) {
            double number = Math.scalb(1 + random.nextDouble(), -random.nextInt(i % 4 == 0 ? 200 : 5));
            double power = StrictMath.pow(number, exponent);
            assertThat(Math.abs(roots.of(number) - power)).isLessThanOrEqualTo(reach * power);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 0.5, 0x1p-31, 0x1p-33, 0x1p-1000, 2, 1e300, 0})
    void are_powers_on_and_off_the_table(double number) {
        double power = StrictMath.pow(number, 0.3);
        assertThat(Math.abs(new Roots(0.3, 1).of(number) - power)).isLessThanOrEqualTo(8 * 0x1p-53 * power);
    }
}
