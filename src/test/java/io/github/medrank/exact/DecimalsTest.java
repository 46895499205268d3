package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where plain digits and whole doubles end. */
class DecimalsTest {
    @Test
    void text_is_plain_from_a_millionth_to_below_a_thousand_million_million() {
        assertThat(NumberText.text(1e-6)).isEqualTo("0.000001");
        assertThat(NumberText.text(-1e-6)).isEqualTo("-0.000001");
        assertThat(NumberText.text(9.5e-7)).isEqualTo("9.5E-7");
        assertThat(NumberText.text(999999999999999.0)).isEqualTo("999999999999999");
        assertThat(NumberText.text(999999999999999.9)).isEqualTo("999999999999999.9");
        assertThat(NumberText.text(1e15)).isEqualTo("1.0E15");
        assertThat(NumberText.text(-1e15)).isEqualTo("-1.0E15");
        assertThat(NumberText.text(0)).isEqualTo("0");
        assertThat(NumberText.text(-0.0)).isEqualTo("0");
        assertThat(NumberText.text(0.1234567890123456)).isEqualTo("0.1234567890123456");
    }

    @Test
    void shared_decimals_are_those_of_the_number_with_the_most() {
        assertThat(Decimals.shared(new double[] {1, 2.5, Double.NaN, 0.125})).isEqualTo(3);
        assertThat(Decimals.shared(new double[] {1e-9})).isEqualTo(9);
        assertThat(Decimals.shared(new double[] {1e-10})).isEqualTo(-1);
        assertThat(Decimals.shared(new double[] {1.0 / 3})).isEqualTo(-1);
        assertThat(Decimals.shared(new double[0])).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shared_decimals_are_those_of_the_texts_in_long_columns_too(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 20; round++) {
            int size = random.nextInt(1600);
            int most = random.nextInt(5);
            int rare = random.nextInt(1, 2 * size + 2);
            double[] numbers = new double[size];
            for (int i = 0; i < size; i++) {
                int decimals = random.nextInt(rare) == 0 ? random.nextInt(11) : random.nextInt(most + 1);
                numbers[i] = random.nextInt(9) == 0
                        ? Double.NaN
                        : BigDecimal.valueOf(random.nextLong(-9999, 9999), decimals)
                                .doubleValue();
            }
            int expected = Arrays.stream(numbers)
                    .filter(number -> !Double.isNaN(number))
                    .mapToInt(number -> Math.max(
                            0,
                            new BigDecimal(Double.toString(number))
                                    .stripTrailingZeros()
                                    .scale()))
                    .max()
                    .orElse(0);
            assertThat(Decimals.shared(numbers)).isEqualTo(expected > 9 ? -1 : expected);
            double[] copies = new double[size];
            assertThat(Decimals.copy(numbers, copies)).isEqualTo(Math.min(expected, 10));
            assertThat(Arrays.equals(copies, numbers)).isTrue();
        }
    }

    @Test
    void copies_have_no_negative_zero() {
        double[] copies = new double[3];
        assertThat(Decimals.copy(new double[] {-0.0, 0.5, -0.0}, copies)).isEqualTo(1);
        assertThat(Arrays.equals(copies, new double[] {0.0, 0.5, 0.0})).isTrue();
        assertThat(Decimals.copy(new double[] {-0.0, Math.PI, -0.0}, copies)).isEqualTo(10);
        assertThat(Arrays.equals(copies, new double[] {0.0, Math.PI, 0.0})).isTrue();
    }

    @Test
    void numbers_are_counted_in_units_up_to_two_to_the_44() {
        double largest = 0x1p44;
        assertThat(Decimals.shared(new double[] {largest})).isZero();
        assertThat(Decimals.shared(new double[] {-largest, 3})).isZero();
        assertThat(Decimals.shared(new double[] {largest + 1})).isEqualTo(-1);
        assertThat(Decimals.shared(new double[] {largest, 0.5})).isEqualTo(-1);
        assertThat(Decimals.shared(new double[] {1759218604441.6})).isEqualTo(1);
        assertThat(Decimals.shared(new double[] {1759218604441.7})).isEqualTo(-1);
        assertThat(Decimals.shared(new double[] {1759218604441.0, 0.1})).isEqualTo(1);
        assertThat(Decimals.shared(new double[] {1759218604442.0, 0.1})).isEqualTo(-1);
    }
}
