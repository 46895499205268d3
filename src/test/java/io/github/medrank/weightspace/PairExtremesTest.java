package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import io.github.medrank.Presentation;
import org.junit.jupiter.api.Test;

/** Whether a lead is proven, where it is just so. */
class PairExtremesTest {
    private static final ImmutableList<Indicator> TWO = WeightSpaces.indicators(2);
    private static final WeightRegion SIMPLEX = WeightRegion.simplex(TWO);

    /** a ≥ 0.5. */
    private static final WeightRegion MOSTLY_FIRST =
            SIMPLEX.withConstraint(LinearConstraint.atMost(ImmutableMap.of(TWO.get(0), -1.0), -0.5));

    private static PairExtremes extremes(WeightRegion region, double[]... rows) {
        LinearModel model = LinearModel.of(WeightSpaces.mean(Presentation.exact()), WeightSpaces.table(rows));
        return new PairExtremes(model, Polytope.of(region, TWO));
    }

    /** 0.3 − 0.2 is less than 0.1 in doubles. */
    @Test
    void a_lead_of_just_the_margin_is_decided_in_decimals() {
        assertThat(0.3 - 0.2).isLessThan(0.1);
        PairExtremes level = extremes(SIMPLEX, new double[] {0.3, 0.3}, new double[] {0.2, 0.2});
        assertThat(level.neverBehind(1, 0)).isFalse();
        assertThat(level.aheadBy(0, 1, 0.1, true)).isTrue();
        assertThat(level.aheadBy(0, 1, 0.1, false)).isFalse();
        assertThat(level.aheadBy(0, 1, 0.09, false)).isTrue();
        assertThat(level.aheadBy(0, 1, 0.11, true)).isFalse();
        assertThat(level.aheadBy(1, 0, 0, true)).isFalse();
        double[] higher = {0.3000000000000001, 0.3000000000000001};
        PairExtremes above = extremes(SIMPLEX, higher, new double[] {0.2, 0.2});
        assertThat(above.aheadBy(0, 1, 0.1, false)).isTrue();
        double[] lower = {0.2999999999999999, 0.2999999999999999};
        PairExtremes below = extremes(SIMPLEX, lower, new double[] {0.2, 0.2});
        assertThat(below.aheadBy(0, 1, 0.1, true)).isFalse();
    }

    /** A lead of 3a − (1 − a), least 1 where a is 0.5; over the bounds alone it is −1. */
    @Test
    void a_constraint_makes_a_lead() {
        PairExtremes extremes = extremes(MOSTLY_FIRST, new double[] {4, 2}, new double[] {1, 3});
        assertThat(extremes.neverBehind(0, 1)).isTrue();
        assertThat(extremes.neverBehind(1, 0)).isFalse();
        assertThat(extremes.aheadBy(0, 1, 0.5, false)).isTrue();
        assertThat(extremes.aheadBy(0, 1, 0.999, false)).isTrue();
        assertThat(extremes.aheadBy(0, 1, 1.001, true)).isFalse();
        assertThat(extremes.aheadBy(1, 0, 0, true)).isFalse();
        PairExtremes bounds = extremes(SIMPLEX, new double[] {4, 2}, new double[] {1, 3});
        assertThat(bounds.neverBehind(0, 1)).isFalse();
        assertThat(bounds.aheadBy(0, 1, 0.5, false)).isFalse();
    }

    /** Behind by a last digit wherever the second indicator has some weight: less than doubles can tell. */
    @Test
    void behind_by_less_than_doubles_can_tell_is_behind() {
        for (WeightRegion region : ImmutableList.of(SIMPLEX, MOSTLY_FIRST)) {
            PairExtremes extremes = extremes(region, new double[] {1, 1}, new double[] {1, 1.0000000000000002});
            assertThat(extremes.neverBehind(0, 1)).isFalse();
            assertThat(extremes.neverBehind(1, 0)).isTrue();
            assertThat(extremes.aheadBy(0, 1, 0, true)).isFalse();
            assertThat(extremes.aheadBy(1, 0, 0, true)).isTrue();
            assertThat(extremes.aheadBy(1, 0, 0, false)).as("level at a = 1").isFalse();
        }
    }
}
