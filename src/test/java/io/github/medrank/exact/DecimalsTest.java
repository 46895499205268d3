package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
