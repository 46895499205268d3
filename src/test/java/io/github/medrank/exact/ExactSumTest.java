package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExactSumTest {
    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void the_sum_is_the_exact_one_rounded_once(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ExactSum sum = new ExactSum();
        sum.add(1e300);
        sum.clear();
        BigDecimal exact = BigDecimal.ZERO;
        int reach = seed % 3 == 0 ? 900 : 60;
        for (int i = random.nextInt(40); i >= 0; i--) {
            double term = Math.scalb(random.nextDouble() - 0.5, random.nextInt(reach) - reach / 2);
            sum.add(term);
            exact = exact.add(new BigDecimal(term));
        }
        assertThat(sum.value()).isEqualTo(exact.doubleValue());
    }

    @Test
    void nothing_sums_up_to_zero_and_cancellation_is_exact() {
        ExactSum sum = new ExactSum();
        assertThat(sum.value()).isZero();
        sum.add(1e100);
        sum.add(1);
        sum.add(-1e100);
        assertThat(sum.value()).isEqualTo(1);
        sum.add(-1);
        assertThat(sum.value()).isEqualTo(0.0);
        sum.add(Double.MIN_VALUE);
        sum.add(-Double.MIN_VALUE / 2 - Double.MIN_VALUE);
        assertThat(sum.value()).isEqualTo(0.0);
        sum.clear();
        sum.add(Double.MAX_VALUE);
        sum.add(Double.MAX_VALUE);
        sum.add(-Double.MAX_VALUE);
        assertThat(sum.value()).isEqualTo(Double.MAX_VALUE);
    }

    @Test
    void a_half_is_decided_by_the_smallest_term() {
        for (double tiny : new double[] {0, 0x1p-1000, -0x1p-1000}) {
            ExactSum sum = new ExactSum();
            sum.add(1);
            sum.add(0x1p-53);
            sum.add(tiny);
            assertThat(sum.value()).isEqualTo(tiny > 0 ? 1 + 0x1p-52 : 1);
            sum.clear();
            sum.add(-1);
            sum.add(-0x1p-53);
            sum.add(tiny);
            assertThat(sum.value()).isEqualTo(tiny < 0 ? -1 - 0x1p-52 : -1);
        }
    }
}
