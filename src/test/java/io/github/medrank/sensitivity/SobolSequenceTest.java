package io.github.medrank.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SobolSequenceTest {
    /** The first ten points in three dimensions, as Joe and Kuo's page prints them. */
    @Test
    void gives_the_points_of_joe_and_kuo() {
        double[][] published = {
            {0, 0, 0},
            {0.5, 0.5, 0.5},
            {0.75, 0.25, 0.25},
            {0.25, 0.75, 0.75},
            {0.375, 0.375, 0.625},
            {0.875, 0.875, 0.125},
            {0.625, 0.125, 0.875},
            {0.125, 0.625, 0.375},
            {0.1875, 0.3125, 0.9375},
            {0.6875, 0.8125, 0.4375}
        };
        SobolSequence sequence = SobolSequence.of(3);
        for (int i = 0; i < published.length; i++) {
            assertThat(sequence.point(i)).isEqualTo(ImmutableDoubleArray.copyOf(published[i]));
        }
    }

    /** Points 1000 and 4095 in 64 dimensions, times 2^23, from SobolSequenceGenerator of Apache Commons Math 3.6.1. */
    @Test
    void agrees_with_another_implementation_in_all_dimensions() {
        String thousandth = "1843200 811008 4349952 5677056 2351104 7610368 385024 7544832 4202496 581632 712704 "
                + "2138112 1351680 3219456 1204224 3104768 6037504 2891776 8314880 6086656 4382720 4612096 "
                + "7970816 4530176 4890624 7610368 335872 8216576 499712 2859008 1236992 1220608 2482176 "
                + "4972544 6725632 6463488 7118848 6971392 2580480 4022272 7659520 2138112 8052736 5890048 "
                + "7053312 778240 7315456 7708672 8380416 4022272 2957312 4333568 6316032 3678208 1056768 "
                + "7479296 3809280 663552 7413760 4792320 3743744 5054464 2170880 3743744";
        String last = "2048 7895040 2803712 7563264 7886848 661504 7964672 3278848 1607680 2066432 4777984 "
                + "2697216 3094528 4360192 4622336 3495936 522240 5109760 6821888 4372480 1894400 6141952 "
                + "5687296 3737600 1538048 4470784 3176448 239616 7837696 7174144 3033088 735232 6379520 "
                + "2205696 7993344 1472512 4868096 2750464 1390592 1906688 1685504 88064 5617664 5679104 "
                + "5613568 8157184 5867520 165888 8034304 5097472 3901440 309248 5707776 8333312 464896 "
                + "1214464 5867520 4425728 5367808 4777984 2488320 3229696 5761024 4642816";
        SobolSequence sequence = SobolSequence.of(64);
        assertThat(scaled(sequence.point(1000))).isEqualTo(thousandth);
        assertThat(scaled(sequence.point(4095))).isEqualTo(last);
    }

    private static String scaled(ImmutableDoubleArray point) {
        return String.join(
                " ",
                point.stream().mapToObj(x -> Long.toString((long) (x * 0x1p23))).toList());
    }

    /** The first 2^m points fall one each into the intervals of width 2^-m, in every dimension. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 13})
    void every_coordinate_is_stratified(int m) {
        int n = 1 << m;
        SobolSequence sequence = SobolSequence.of(64);
        boolean[][] hit = new boolean[64][n];
        for (int i = 0; i < n; i++) {
            ImmutableDoubleArray point = sequence.point(i);
            for (int j = 0; j < 64; j++) {
                hit[j][(int) (point.get(j) * n)] = true;
            }
        }
        boolean[] all = new boolean[n];
        Arrays.fill(all, true);
        for (boolean[] dimension : hit) {
            assertThat(Arrays.equals(dimension, all)).isTrue();
        }
    }

    @Test
    void the_last_point_uses_all_bits() {
        assertThat(SobolSequence.of(1).point((1L << 32) - 1).get(0)).isEqualTo(0x1p-32);
    }

    @Test
    void refuses_what_it_does_not_have() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolSequence.of(65))
                .withMessage("dimension 65 of a Sobol' sequence; it has 1 to 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolSequence.of(0))
                .withMessage("dimension 0 of a Sobol' sequence; it has 1 to 64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolSequence.of(1).point(1L << 32))
                .withMessage("point 4294967296 of a Sobol' sequence; it has 2^32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolSequence.of(1).point(-1))
                .withMessage("point -1 of a Sobol' sequence; it has 2^32");
    }

    @Test
    void says_what_it_is() {
        assertThat(SobolSequence.of(12)).hasToString("Sobol' sequence in 12 dimensions (Joe and Kuo 2008)");
    }
}
