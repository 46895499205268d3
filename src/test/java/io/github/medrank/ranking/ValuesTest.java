package io.github.medrank.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Indicator;
import io.github.medrank.MissingReason;
import org.junit.jupiter.api.Test;

/** What rankers and their parts say of themselves, when they are equal, and what they refuse to be made of. */
class ValuesTest {
    private static final Indicator A = Indicator.of("c0");
    private static final Indicator B = Indicator.of("c1");

    @Test
    void every_ranker_names_its_method() {
        assertThat(Rankers.borda()).hasToString("Borda count");
        assertThat(Rankers.copeland()).hasToString("Copeland score");
        assertThat(Rankers.dominanceLayers()).hasToString("layers of dominance");
        assertThat(Rankers.mazziottaPareto()).hasToString("Mazziotta-Pareto index");
        assertThat(Rankers.benefitOfTheDoubt()).hasToString("benefit of the doubt");
        assertThat(Rankers.topsis())
                .hasToString("TOPSIS (Hwang and Yoon 1981: vector normalization, Euclidean distance)");
        assertThat(Rankers.vikor(0.25)).hasToString("VIKOR (Opricovic and Tzeng 2004), v = 0.25");
        assertThat(Rankers.weightedMean(Skipping.withinPillar().atLeast(0.50)))
                .hasToString("weighted arithmetic mean; a missing value's weight is shared by the others present in its"
                        + " pillar; ranked with at least 0.5 of the weight");
    }

    @Test
    void every_preference_names_its_shape_and_thresholds() {
        assertThat(Preference.usual()).hasToString("usual preference");
        assertThat(Preference.uShape(2)).hasToString("U-shaped preference from 2.0");
        assertThat(Preference.vShape(4)).hasToString("V-shaped preference to 4.0");
        assertThat(Preference.level(1, 2)).hasToString("level preference from 1.0 and 2.0");
        assertThat(Preference.linear(1, 2)).hasToString("linear preference from 1.0 to 2.0");
        assertThat(Preference.gaussian(3)).hasToString("Gaussian preference of deviation 3.0");
    }

    @Test
    void equal_values_have_equal_hash_codes_and_others_differ() {
        assertThat(Mean.power(0))
                .isEqualTo(Mean.geometric())
                .hasSameHashCodeAs(Mean.geometric())
                .isNotEqualTo(Mean.harmonic());
        assertThat(Mean.power(2.5).hashCode()).isNotEqualTo(Mean.power(-2.5).hashCode());
        assertThat(Mean.power(2.5).exponent()).isEqualTo(2.5);
        assertThat(Preference.level(1, 2))
                .isEqualTo(Preference.level(1, 2))
                .hasSameHashCodeAs(Preference.level(1, 2))
                .isNotEqualTo(Preference.level(1, 3))
                .isNotEqualTo(Preference.level(0, 2));
        assertThat(Preference.level(1, 2).hashCode())
                .isNotEqualTo(Preference.linear(1, 2).hashCode());
        assertThat(Pillar.of("x", A).withPoints(30))
                .isEqualTo(Pillar.of("x", A).withPoints(30.0))
                .hasSameHashCodeAs(Pillar.of("x", A).withPoints(30.0));
        assertThat(Pillar.of("x", A).hashCode())
                .isNotEqualTo(Pillar.of("y", A).hashCode())
                .isNotEqualTo(Pillar.of("x", B).hashCode());
        assertThat(Skipping.overAll().atLeast(0.5))
                .isEqualTo(Skipping.overAll().atLeast(new java.math.BigDecimal("0.50")))
                .hasSameHashCodeAs(Skipping.overAll().atLeast(new java.math.BigDecimal("0.50")));
        assertThat(Skipping.overAll().hashCode())
                .isNotEqualTo(Skipping.withinPillar().hashCode())
                .isNotEqualTo(Skipping.overAll().atLeast(0.5).hashCode());
    }

    /** −0.0 and 0.0 are one number and print alike. */
    @Test
    void a_negative_zero_is_zero() {
        assertThat(Mean.power(-0.0)).isEqualTo(Mean.geometric()).hasSameHashCodeAs(Mean.geometric());
        assertThat(Preference.uShape(-0.0))
                .isEqualTo(Preference.uShape(0))
                .hasSameHashCodeAs(Preference.uShape(0))
                .hasToString("U-shaped preference from 0.0");
        assertThat(Rankers.vikor(-0.0))
                .isEqualTo(Rankers.vikor(0))
                .hasToString("VIKOR (Opricovic and Tzeng 2004), v = 0.0");
    }

    @Test
    void thresholds_at_and_beyond_their_limits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preference.gaussian(0))
                .withMessage("preference deviation s = 0.0; it must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preference.vShape(0))
                .withMessage("preference threshold p = 0.0; it must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Preference.vShape(Double.POSITIVE_INFINITY))
                .withMessage("preference thresholds q = 0.0, p = Infinity; 0 <= q <= p, please");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.benefitOfTheDoubt(0, Double.POSITIVE_INFINITY))
                .withMessage("upper bound Infinity; a multiple of 1 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.vikor(-0.1))
                .withMessage("VIKOR's v -0.1; it lies in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Pillar.of("x", A).withPoints(Double.POSITIVE_INFINITY))
                .withMessage("pillar \"x\": Infinity points; give 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Skipping.overAll().atLeast(0))
                .withMessage("minimum share of the weight 0; it must be above 0, and 1 at most");
        assertThat(Skipping.overAll().atLeast(1))
                .hasToString("a missing value's weight is shared by all others present; ranked with at least 1 of the"
                        + " weight");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Skipping.unrank().only(MissingReason.WITHHELD))
                .withMessage("nothing is skipped under \"a school with a missing value is not ranked\"");
    }
}
