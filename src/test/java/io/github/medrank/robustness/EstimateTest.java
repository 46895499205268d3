package io.github.medrank.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EstimateTest {
    @Test
    void a_share_has_the_binomial_error() {
        assertThat(Estimate.ofShare(1, 4)).isEqualTo(new Estimate(0.25, Math.sqrt(0.1875 / 4)));
        assertThat(Estimate.ofShare(0, 10)).isEqualTo(new Estimate(0, 0));
        assertThat(Estimate.ofShare(10, 10)).isEqualTo(new Estimate(1, 0));
    }

    @Test
    void the_text_has_two_digits_of_the_error() {
        assertThat(new Estimate(12.3456, 0.0456)).hasToString("12.346 ± 0.046");
        assertThat(new Estimate(1234, 120)).hasToString("1234 ± 120");
        assertThat(new Estimate(0.5, 0)).hasToString("0.5");
        assertThat(new Estimate(-0.0, 0)).hasToString("0");
    }

    @Test
    void what_is_no_estimate_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(Double.NaN, 0))
                .withMessage("estimate NaN is not a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Estimate(0, Double.NaN))
                .withMessage("standard error NaN; it must be finite and not negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Estimate.ofShare(2, 1))
                .withMessage("2 of 1 draws; there must be some draws, and 0 to all of them");
    }
}
