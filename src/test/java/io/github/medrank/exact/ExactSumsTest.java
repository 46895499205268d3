package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExactSumsTest {
    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    private static double any(SplittableRandom random) {
        double value = Double.longBitsToDouble(random.nextLong());
        return switch (random.nextInt(4)) {
            case 0 -> random.nextDouble();
            case 1 -> -random.nextInt(1000) / 10.0;
            case 2 -> random.nextInt(3) * Double.MIN_VALUE;
            default -> Double.isFinite(value) ? value : -Double.MAX_VALUE;
        };
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void sums_are_those_of_big_decimals_in_any_order_and_any_pieces(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values =
                random.doubles(1 + random.nextInt(40)).map(x -> any(random)).toArray();
        BigDecimal exact = Arrays.stream(values).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        ExactSums whole = new ExactSums(2);
        ExactSums front = new ExactSums(2);
        ExactSums back = new ExactSums(2);
        for (int i = 0; i < values.length; i++) {
            whole.add(1, values[i]);
            (i < values.length / 3 ? front : back).add(1, values[values.length - 1 - i]);
        }
        back.addAll(front);
        assertThat(whole.exact(1)).isEqualByComparingTo(exact);
        assertThat(back.exact(1)).isEqualByComparingTo(exact);
        assertThat(whole.value(1)).isEqualTo(exact.doubleValue());
        assertThat(back).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(whole.value(0)).isZero();
        front.add(0, 1);
        assertThat(front).isNotEqualTo(whole);
    }

    @Test
    void what_is_no_number_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExactSums(1).add(0, Double.NaN))
                .withMessage("NaN is not a finite number");
    }
}
