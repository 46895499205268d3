package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.github.medrank.Indicator;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Regions with constraints beside the bounds, where the answer is known. */
class PolytopeTest {
    private static final ImmutableList<Indicator> TWO = WeightSpaces.indicators(2);

    /** a ≤ 0.5. */
    private static final Polytope AT_MOST_HALF = Polytope.of(
            WeightRegion.simplex(TWO).withConstraint(LinearConstraint.atMost(ImmutableMap.of(TWO.get(0), 1.0), 0.5)),
            TWO);

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @Test
    void a_point_on_the_border_satisfies_but_for_rounding() {
        assertThat(AT_MOST_HALF.satisfies(new double[] {0.2, 0.8})).isTrue();
        assertThat(AT_MOST_HALF.satisfies(new double[] {0.5, 0.5})).isTrue();
        assertThat(AT_MOST_HALF.satisfies(new double[] {0.5 + 1e-15, 0.5})).isTrue();
        assertThat(AT_MOST_HALF.satisfies(new double[] {0.5 + 1e-9, 0.5})).isFalse();
    }

    @Test
    void a_box_misses_the_region_if_it_does_not_touch_it() {
        Box above = new Box(new double[] {0.6, 0}, new double[] {1, 0.4});
        Box touching = new Box(new double[] {0.5, 0}, new double[] {1, 0.5});
        Box across = new Box(new double[] {0.4, 0.4}, new double[] {0.6, 0.6});
        assertThat(AT_MOST_HALF.misses(above)).isTrue();
        assertThat(AT_MOST_HALF.misses(touching)).isFalse();
        assertThat(AT_MOST_HALF.misses(across)).isFalse();
    }

    @Test
    void the_inner_point_is_a_middle() {
        Polytope simplex = Polytope.of(WeightRegion.simplex(WeightSpaces.indicators(4)), WeightSpaces.indicators(4));
        assertThat(simplex.inner()).containsExactly(0.25, 0.25, 0.25, 0.25);
        // From (0, 1) to (0.5, 0.5).
        assertThat(AT_MOST_HALF.inner()[0]).isCloseTo(0.25, within(1e-9));
        assertThat(AT_MOST_HALF.inner()[1]).isCloseTo(0.75, within(1e-9));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_inner_point_is_of_the_region(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 2 + random.nextInt(3);
        WeightRegion region = WeightSpaces.region(random, k);
        Polytope polytope = Polytope.of(region, region.indicators());
        double[] inner = polytope.inner();
        double sum = 0;
        for (int i = 0; i < k; i++) {
            assertThat(inner[i])
                    .isBetween(polytope.box().lower(i) - 1e-12, polytope.box().upper(i) + 1e-12);
            sum += inner[i];
        }
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(polytope.satisfies(inner)).isTrue();
    }

    /** −a is least where a is 0.5; the bounds alone would say −1. */
    @Test
    void the_least_is_exact() {
        assertThat(AT_MOST_HALF.leastValue(Polytope.decimals(new double[] {-1, 0})))
                .hasToString("-1/2");
        assertThat(AT_MOST_HALF.leastValue(Polytope.decimals(new double[] {2, 3})))
                .hasToString("5/2");
        assertThat(AT_MOST_HALF.minimiser(Polytope.decimals(new double[] {2, 3})))
                .hasToString("1/2, 1/2");
    }
}
