package io.github.medrank.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The counts are those of counting each position when it is drawn, for odd and even numbers of draws. */
class PositionBlockTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void counts_are_those_of_the_draws_one_by_one(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = seed < 50 ? 1 + random.nextInt(40) : 40_000; // more than a short holds
        int highest = seed < 50 ? size : 60;
        int schools = Math.min(size, 40);
        PositionBlock block = new PositionBlock(schools);
        int[][] counts = new int[schools][size + 1];
        int[][] expected = new int[schools][size + 1];
        for (int round = 0; round < 2; round++) {
            int draws = 1 + random.nextInt(round == 0 ? 9 : 4);
            int[][] positions = new int[draws][];
            for (int draw = 0; draw < draws; draw++) {
                positions[draw] = random.ints(schools, size - highest, size + 1).toArray();
                block.keep(draw, positions[draw]);
                for (int row = 0; row < schools; row++) {
                    expected[row][positions[draw][row]]++;
                }
            }
            block.count(counts, draws);
            for (int draw = 0; draw < draws; draw++) {
                for (int row = 0; row < schools; row++) {
                    assertThat(block.position(row, draw)).isEqualTo(positions[draw][row]);
                }
            }
        }
        assertThat(counts).isDeepEqualTo(expected);
    }
}
