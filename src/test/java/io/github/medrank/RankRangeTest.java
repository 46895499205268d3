package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RankRangeTest {
    @Test
    void prints_ends_median_and_basis() {
        assertThat(RankRange.of(3, 9, "three rankings").withMedian(5)).hasToString("3–9, median 5 (three rankings)");
        assertThat(RankRange.of(3, 3, "three rankings")).hasToString("3 (three rankings)");
        assertThat(RankRange.of(2.5, 4, "bounds").median()).isEmpty();
    }

    @Test
    void refuses_ends_that_are_no_positions() {
        for (double[] wrong :
                new double[][] {{0, 2}, {3, 2}, {1, Double.POSITIVE_INFINITY}, {Double.NaN, 2}, {1, Double.NaN}}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RankRange.of(wrong[0], wrong[1], "bounds"))
                    .withMessage("rank range from " + wrong[0] + " to " + wrong[1]
                            + "; the best position is at least 1 and not above the worst");
        }
        for (double wrong : new double[] {1.5, 4.5, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RankRange.of(2, 4, "bounds").withMedian(wrong))
                    .withMessage("median " + wrong + " must lie in the rank range from 2.0 to 4.0");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RankRange.of(1, 2, " "))
                .withMessageStartingWith("basis");
    }

    @Test
    void meets_and_holds_ends_included() {
        RankRange range = RankRange.of(2, 4, "bounds");
        assertThat(range.contains(2) && range.contains(4)).isTrue();
        assertThat(range.contains(1.5) || range.contains(4.5)).isFalse();
        assertThat(range.overlaps(RankRange.of(4, 6, "bounds"))).isTrue();
        assertThat(range.overlaps(RankRange.of(5, 6, "bounds"))).isFalse();
        assertThat(RankRange.of(1, 2, "bounds").overlaps(range)).isTrue();
        assertThat(RankRange.of(1, 1, "bounds").overlaps(range)).isFalse();
    }

    @Test
    void is_a_value() {
        RankRange range = RankRange.of(2, 4, "bounds");
        assertThat(range).isEqualTo(RankRange.of(2, 4, "bounds")).hasSameHashCodeAs(RankRange.of(2, 4, "bounds"));
        assertThat(range)
                .isNotEqualTo(RankRange.of(1, 4, "bounds"))
                .isNotEqualTo(RankRange.of(2, 5, "bounds"))
                .isNotEqualTo(RankRange.of(2, 4, "draws"))
                .isNotEqualTo(range.withMedian(3))
                .isNotEqualTo("2–4");
    }
}
