package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks, streams and seeds next to each other give numbers that have nothing in common. */
class BlockRandomTest {
    private static final int NUMBERS = 64;
    private static final int BLOCKS = 512;

    private static long[] block(long seed, long stream, long number) {
        BlockRandom random = new BlockRandom(seed, stream);
        random.start(number);
        return random.longs(NUMBERS).toArray();
    }

    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {0, 1, -1, 2026, Long.MIN_VALUE})
    void no_number_comes_twice_in_any_block_of_any_stream(long seed) {
        Set<Long> seen = new HashSet<>();
        int drawn = 0;
        for (int stream = 0; stream < 4; stream++) {
            for (int number = 0; number < BLOCKS; number++) {
                for (long each : block(seed, stream, number)) {
                    seen.add(each);
                    drawn++;
                }
            }
        }
        assertThat(seen).hasSize(drawn);
    }

    /** Each bit of a number agrees with that of the same number of a neighbour in half of the cases. */
    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {0, 1, -1, 2026, Long.MIN_VALUE})
    void neighbours_agree_in_every_second_bit(long seed) {
        int[] blocks = new int[64];
        int[] streams = new int[64];
        int[] seeds = new int[64];
        for (int number = 0; number < BLOCKS; number++) {
            long[] mine = block(seed, 1, number);
            count(mine, block(seed, 1, number + 1), blocks);
            count(mine, block(seed, 2, number), streams);
            count(mine, block(seed + 1, 1, number), seeds);
        }
        double all = (double) BLOCKS * NUMBERS;
        for (int bit = 0; bit < 64; bit++) {
            for (int[] agreed : new int[][] {blocks, streams, seeds}) {
                assertThat(agreed[bit] / all).as("bit %s", bit).isCloseTo(0.5, within(5 * Math.sqrt(0.25 / all)));
            }
        }
    }

    private static void count(long[] mine, long[] other, int[] agreed) {
        for (int i = 0; i < NUMBERS; i++) {
            for (int bit = 0; bit < 64; bit++) {
                agreed[bit] += (int) (~(mine[i] ^ other[i]) >>> bit & 1);
            }
        }
    }

    /** The uniform numbers of neighbouring blocks are not correlated, at any shift of a few places. */
    @ParameterizedTest(name = "seed={0}")
    @ValueSource(longs = {0, 7})
    void neighbours_are_not_correlated(long seed) {
        for (int shift = -3; shift <= 3; shift++) {
            double sum = 0;
            int pairs = 0;
            for (int number = 0; number < BLOCKS; number++) {
                BlockRandom random = new BlockRandom(seed, 1);
                random.start(number);
                double[] mine = random.doubles(NUMBERS).toArray();
                random.start(number + 1);
                double[] next = random.doubles(NUMBERS).toArray();
                for (int i = 0; i < NUMBERS; i++) {
                    if (i + shift >= 0 && i + shift < NUMBERS) {
                        sum += (mine[i] - 0.5) * (next[i + shift] - 0.5);
                        pairs++;
                    }
                }
            }
            assertThat(sum / pairs * 12).as("shift %s", shift).isCloseTo(0, within(5 / Math.sqrt(pairs)));
        }
    }
}
