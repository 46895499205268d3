package io.github.medrank.exact;

import java.util.random.RandomGenerator;

/**
 * Random numbers that depend only on a seed, a stream and a block's number, so that any thread may draw any block. It
 * is SplitMix64 (Steele, Lea and Flood 2014), started from a mixture of the three numbers.
 *
 * <p>It can be restarted without allocation. All starts run along one cycle of 2<sup>64</sup> numbers, from
 * pseudo-random places. Two blocks of a million numbers each overlap with a probability of 2<sup>−43</sup>, and any two
 * of a million such blocks with one of about 2<sup>−4</sup>. Overlapping blocks share numbers at different places, not
 * draws.
 */
public final class BlockRandom implements RandomGenerator {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long seed;
    private final long stream;
    private long state;

    public BlockRandom(long seed, long stream) {
        this.seed = seed;
        this.stream = stream;
    }

    public void start(long block) {
        state = mix(mix(mix(seed + GOLDEN) ^ stream * GOLDEN) + block * 0xD1342543DE82EF95L);
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long z) {
        long first = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long second = (first ^ (first >>> 27)) * 0x94D049BB133111EBL;
        return second ^ (second >>> 31);
    }
}
