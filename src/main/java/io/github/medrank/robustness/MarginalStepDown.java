package io.github.medrank.robustness;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Tests one school against each of the others at once, in both directions, for the {@link RankConfidenceSets} of a
 * single school. Rejected hypotheses leave the family, and the rest is tested against the largest difference among the
 * rest.
 */
final class MarginalStepDown {
    private final double[] x;
    private final double[] errors;
    private final int school;
    private final double[] precision;
    private final boolean[] better;
    private final boolean[] worse;

    MarginalStepDown(double[] x, double[] errors, int school) {
        this.x = x;
        this.errors = errors;
        this.school = school;
        this.precision = new double[x.length];
        for (int other = 0; other < x.length; other++) {
            precision[other] = 1 / Math.hypot(errors[school], errors[other]);
        }
        this.better = new boolean[x.length];
        this.worse = new boolean[x.length];
        better[school] = true; // not tested against itself
        worse[school] = true;
    }

    void run(double confidence, int draws, long seed) {
        for (boolean rejected = true; rejected; ) {
            double critical = critical(confidence, draws, seed);
            rejected = false;
            for (int other = 0; other < x.length; other++) {
                double lead = (x[school] - x[other]) * precision[other];
                if (!better[other] && lead > critical) {
                    better[other] = true;
                    rejected = true;
                }
                if (!worse[other] && -lead > critical) {
                    worse[other] = true;
                    rejected = true;
                }
            }
        }
    }

    /** The quantile of the largest standardised difference over the hypotheses not yet rejected. */
    private double critical(double confidence, int draws, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] largest = new double[draws];
        double[] noise = new double[x.length];
        for (int draw = 0; draw < draws; draw++) {
            for (int i = 0; i < noise.length; i++) {
                noise[i] = errors[i] * random.nextGaussian();
            }
            double most = 0; // so that no school is found both better and worse than another
            for (int other = 0; other < noise.length; other++) {
                double difference = (noise[school] - noise[other]) * precision[other];
                most = better[other] ? most : Math.max(most, difference);
                most = worse[other] ? most : Math.max(most, -difference);
            }
            largest[draw] = most;
        }
        Arrays.sort(largest);
        return largest[(int) Math.min(draws - 1L, (long) Math.ceil(confidence * draws) - 1)];
    }

    boolean isBetterThan(int other) {
        return other != school && better[other];
    }

    boolean isWorseThan(int other) {
        return other != school && worse[other];
    }
}
