package io.github.medrank.robustness;

import io.github.medrank.robustness.RankConfidenceSets.Given;
import java.util.Arrays;

/**
 * Tests one school against each of the others at once, in both directions, for the {@link RankConfidenceSets} of a
 * single school. Rejected hypotheses leave the family, and the rest is tested against the largest difference among the
 * rest.
 */
final class MarginalStepDown {
    private final Given given;
    private final int school;
    private final double[] precision;
    /** Which of the others the school was found to be better than, and worse than. */
    final boolean[] better;

    final boolean[] worse;

    MarginalStepDown(Given given, int school) {
        this.given = given;
        this.school = school;
        double[] errors = given.errors();
        this.precision = Arrays.stream(errors)
                .map(error -> 1 / Math.hypot(errors[school], error))
                .toArray();
        this.better = new boolean[errors.length];
        this.worse = new boolean[errors.length];
    }

    void run() {
        double[] x = given.x();
        better[school] = true; // not tested against itself
        worse[school] = true;
        for (boolean rejected = true; rejected; ) {
            double critical = given.quantile(this::largest);
            rejected = false;
            for (int other = 0; other < x.length; other++) {
                double lead = (x[school] - x[other]) * precision[other];
                rejected |= lead > critical ? !better[other] : -lead > critical && !worse[other];
                better[other] |= lead > critical;
                worse[other] |= -lead > critical;
            }
        }
        better[school] = false;
        worse[school] = false;
    }

    /**
     * The largest standardised difference of a draw over the hypotheses not yet rejected; not below zero, so that no
     * school is found both better and worse than another.
     */
    private double largest(double[] noise) {
        double most = 0;
        for (int other = 0; other < noise.length; other++) {
            double difference = (noise[school] - noise[other]) * precision[other];
            if (!(difference <= most) && !better[other]) {
                most = Math.max(most, difference);
            }
            if (!(-difference <= most) && !worse[other]) {
                most = Math.max(most, -difference);
            }
        }
        return most;
    }
}
