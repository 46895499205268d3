package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.Indicator;
import io.github.medrank.Presentation;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Results that nobody but the library can make, and still are values. */
class ClosedValuesTest {
    private static WeightSpace space() {
        return WeightSpace.of(
                WeightSpaces.mean(Presentation.exact()),
                WeightSpaces.table(new double[] {2, 0}, new double[] {0, 2}, new double[] {0.9, 0.9}));
    }

    @Test
    void equal_answers_are_equal() {
        assertThat(space().bound("School 0"))
                .isEqualTo(space().bound("School 0"))
                .hasSameHashCodeAs(space().bound("School 0"))
                .isNotEqualTo(space().bound("School 1"))
                .isNotEqualTo("School 0");
        assertThat(space().compare("School 0", "School 1"))
                .isEqualTo(space().compare("School 0", "School 1"))
                .hasSameHashCodeAs(space().compare("School 0", "School 1"))
                .isNotEqualTo(space().compare("School 1", "School 0"));
        assertThat(space().smallestToBeFirst("School 1", Norm.L1))
                .isEqualTo(space().smallestToBeFirst("School 1", Norm.L1))
                .hasSameHashCodeAs(space().smallestToBeFirst("School 1", Norm.L1))
                .isNotEqualTo(space().smallestToBeFirst("School 1", Norm.MAX));
        assertThat(Interval.of(0, 1)).isEqualTo(Interval.of(-0.0, 1)).isNotEqualTo(Interval.of(0, 2));
    }

    @Test
    void at_least_is_at_most_turned_round() {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        assertThat(LinearConstraint.atLeast(Map.of(a, 2.0), 0.5))
                .isEqualTo(LinearConstraint.atMost(Map.of(a, -2.0), -0.5))
                .hasSameHashCodeAs(LinearConstraint.atMost(Map.of(a, -2.0), -0.5))
                .isNotEqualTo(LinearConstraint.atMost(Map.of(b, -2.0), -0.5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearConstraint.atLeast(Map.of(a, Double.NaN), 0))
                .withMessage("indicator \"a\": coefficient NaN of a constraint is not a finite number");
    }
}
