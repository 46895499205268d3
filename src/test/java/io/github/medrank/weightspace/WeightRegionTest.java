package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.Weights;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WeightRegionTest {
    private static final Indicator A = Indicator.of("a");
    private static final Indicator B = Indicator.of("b");
    private static final Indicator C = Indicator.of("c");
    private static final WeightRegion ALL = WeightRegion.simplex(List.of(A, B, C));

    private static Weights weights(Number a, Number b, Number c) {
        return Weights.builder().put(A, a).put(B, b).put(C, c).build();
    }

    @Test
    void a_box_is_around_the_shares_and_includes_its_border() {
        WeightRegion tenth = WeightRegion.withinPercent(weights(40, 40, 20), 10);
        assertThat(tenth.lower(A)).isEqualTo(0.36);
        assertThat(tenth.upper(A)).isEqualTo(0.44);
        assertThat(tenth.contains(weights(36, 44, 20))).isTrue();
        assertThat(tenth.contains(weights(35.9, 44, 20.1))).isFalse();
        assertThat(tenth.contains(weights(36, 44.1, 19.9))).isFalse();
        WeightRegion points = WeightRegion.withinPoints(weights(40, 59, 1), 5);
        assertThat(points.lower(A)).isEqualTo(0.35);
        assertThat(points.lower(C)).isZero();
        assertThat(points.upper(C)).isEqualTo(0.06);
    }

    @Test
    void a_summary_says_where_the_region_began_and_how_many_conditions_it_has() {
        assertThat(ALL.summary()).isEqualTo("all weights");
        assertThat(ALL.withOrder(A, B, C).summary()).isEqualTo("all weights under 2 conditions");
        assertThat(WeightRegion.withinPercent(weights(40, 40, 20), 25).summary())
                .isEqualTo("weights within ± 25 %");
        assertThat(WeightRegion.withinPoints(weights(40, 40, 20), 2.5)
                        .withBounds(A, 0.4, 0.41)
                        .summary())
                .isEqualTo("weights within ± 2.5 points under 1 condition");
        assertThat(WeightRegion.withinPoints(weights(40, 40, 20), 1).summary()).isEqualTo("weights within ± 1 point");
    }

    @Test
    void thirds_are_within_themselves() {
        Weights thirds = weights(1, 1, 1);
        assertThat(WeightRegion.withinPercent(thirds, 0).contains(thirds)).isTrue();
        assertThat(WeightRegion.withinPercent(weights(1, 2, 4), 0).contains(weights(2, 4, 8)))
                .isTrue();
        assertThat(WeightRegion.withinPercent(thirds, 1).contains(weights(1.02, 1, 1)))
                .isFalse();
    }

    @Test
    void orders_and_ratios_are_exact() {
        WeightRegion ordered = ALL.withOrder(A, B, C);
        assertThat(ordered.contains(weights(1, 1, 1))).isTrue();
        assertThat(ordered.contains(weights(1, 1.0000001, 1))).isFalse();
        assertThat(ordered.constraints()).hasSize(2);
        WeightRegion ratio = ALL.withRatio(A, B, 0.1, 3);
        assertThat(ratio.contains(weights(0.3, 0.1, 9))).isTrue();
        assertThat(ratio.contains(weights(0.1, 1, 9))).isTrue();
        assertThat(ratio.contains(weights(0.31, 0.1, 9))).isFalse();
        assertThat(ratio.contains(weights(0.099, 1, 9))).isFalse();
        assertThat(ALL.withRatio(A, B, 0, Double.POSITIVE_INFINITY)).isEqualTo(ALL);
        WeightRegion sum = ALL.withConstraint(LinearConstraint.atMost(ImmutableMap.of(A, 1.0, B, 1.0), 0.7));
        assertThat(sum.contains(weights(3, 4, 3))).isTrue();
        assertThat(sum.contains(weights(4, 4, 3))).isFalse();
    }

    @Test
    void the_text_shows_bounds_and_constraints() {
        assertThat(ALL.withBounds(A, 0.2, 0.5).withOrder(B, C))
                .hasToString("shares a 0.2–0.5, b 0–1, c 0–1; 1 c − 1 b ≤ 0");
        assertThat(LinearConstraint.atMost(ImmutableMap.of(A, -2.0, B, 0.0, C, 1.0), -0.5))
                .hasToString("− 2 a + 1 c ≤ −0.5");
    }

    @Test
    void regions_are_values() {
        assertThat(ALL.withBounds(A, 0, 0.5))
                .isEqualTo(ALL.withBounds(A, 0, 0.5))
                .isNotEqualTo(ALL);
        assertThat(ALL.withBounds(A, 0, 0.5)).hasSameHashCodeAs(ALL.withBounds(A, 0, 0.5));
        assertThat(ALL.withOrder(A, B)).isNotEqualTo(ALL);
        assertThat(ALL.indicators()).containsExactly(A, B, C);
    }

    @Test
    void what_is_no_region_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withBounds(A, 0.5, Double.NaN))
                .withMessage(
                        "indicator \"a\": share between 0.5 and NaN; bounds must be within 0 and 1, the lower one first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withBounds(A, 0.7, 1).withBounds(B, 0.4, 1))
                .withMessage("the lower bounds add up to 1.1; shares add up to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightRegion.simplex(List.of(A, B))
                        .withBounds(A, 0, 0.4)
                        .withBounds(B, 0, 0.5))
                .withMessage("the upper bounds add up to 0.9; shares add up to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightRegion.simplex(List.of(A, B, A)))
                .withMessage("indicator \"a\" comes twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightRegion.simplex(List.of(A, B)).withOrder(A, C))
                .withMessage("indicator \"c\" is not of the region; it has [a, b]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withRatio(A, B, 2, 1))
                .withMessage(
                        "ratio of \"a\" to \"b\" between 2.0 and 1.0; it must not be negative, the lower bound first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withRatio(A, A, 0, 1))
                .withMessage("ratio of \"a\" to itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.withOrder(A))
                .withMessage("an order needs two indicators; it has 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WeightRegion.withinPercent(weights(1, 1, 1), -1))
                .withMessage("within -1.0 percent; it must not be negative");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearConstraint.atMost(ImmutableMap.of(A, 0.0), 1))
                .withMessage("a constraint needs a coefficient that is not zero; it has [0.0]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ALL.contains(Weights.of(Map.of(A, 1))))
                .withMessage(
                        "indicator \"b\", \"c\" has no weight; give it points, zero to show it without counting it");
    }
}
