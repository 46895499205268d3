package io.github.medrank.sensitivity;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;

/**
 * Settings for the estimation of Sobol' indices.
 *
 * @param baseSample the number of rows of each matrix, at least 2
 * @param replicates the number of bootstrap replicates, 1 to 100 000
 * @param confidence the coverage of the intervals, between 0 and 1
 * @param seed the seed of the bootstrap
 */
@Immutable
record SobolSettings(int baseSample, int replicates, double confidence, long seed) {
    static final SobolSettings USUAL = new SobolSettings(1024, 1000, 0.95, 1);

    private static final int MOST_REPLICATES = 100_000;

    /**
     * The greatest number of outputs. Each is kept as up to two numbers, which take at most a quarter of a gigabyte.
     */
    private static final long MOST_OUTPUTS = 1L << 24;

    SobolSettings {
        checkArgument(baseSample >= 2, "base sample %s; it must be at least 2", baseSample);
        checkArgument(
                replicates >= 1 && replicates <= MOST_REPLICATES,
                "%s bootstrap replicates; there must be 1 to %s",
                replicates,
                MOST_REPLICATES);
        checkArgument(
                confidence > 0 && confidence < 1,
                "confidence %s; it must be between 0 and 1, such as 0.95",
                confidence);
    }

    /** Refuses a design whose outputs would need too much memory. */
    void checkOutputs(int factors) {
        long outputs = (long) baseSample * (factors + 2);
        checkArgument(
                outputs <= MOST_OUTPUTS,
                "base sample %s with %s factors takes %s outputs; at most %s are kept",
                baseSample,
                factors,
                outputs,
                MOST_OUTPUTS);
    }

    SobolSettings withBaseSample(int rows) {
        return new SobolSettings(rows, replicates, confidence, seed);
    }

    SobolSettings withReplicates(int number) {
        return new SobolSettings(baseSample, number, confidence, seed);
    }

    SobolSettings withConfidence(double level) {
        return new SobolSettings(baseSample, replicates, level, seed);
    }

    SobolSettings withSeed(long newSeed) {
        return new SobolSettings(baseSample, replicates, confidence, newSeed);
    }
}
