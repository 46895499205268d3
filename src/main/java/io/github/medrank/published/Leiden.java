package io.github.medrank.published;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Eligibilities;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.ranking.Rankers;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The CWTS Leiden Ranking, sorted by PP(top 10 %): the share of a university's publications that are among the tenth
 * most cited of their field and year. Leiden has no composite; any indicator may sort its list.
 */
public final class Leiden {
    /** Publications. */
    public static final Indicator PUBLICATIONS =
            Indicator.of("p", "Publications").withSymbol("P");
    /** Publications among the tenth most cited. */
    public static final Indicator TOP_10 =
            Indicator.of("p-top-10", "Publications in the top 10 %").withSymbol("P(top 10 %)");

    private static final int SAMPLES = 1000;

    private Leiden() {}

    /**
     * Returns the ranking by PP(top 10 %) as a proportion, of universities with 1 500 publications or more.
     *
     * <p>It takes P and P(top 10 %) of one kind of counting; Leiden's own threshold is on full counts, over four years.
     * The threshold is not every edition's, 24 of the 1 176 universities of 2020 have fewer; for another edition give
     * its own {@link Methodology#withEligibility eligibility}.
     *
     * @param edition 2025, the only one whose threshold is known here
     * @return the methodology, on numbers of publications
     * @throws IllegalArgumentException if the edition is another
     */
    public static Methodology ppTop10(int edition) {
        Editions.require(edition == 2025, "Leiden Ranking", edition, ImmutableList.of(2025));
        ImmutableList<Indicator> both = ImmutableList.of(TOP_10, PUBLICATIONS);
        return Methodology.builder("CWTS Leiden Ranking by PP(top 10 %)")
                .edition(Integer.toString(edition))
                .indicators(both)
                .eligibility(Eligibilities.atLeast(PUBLICATIONS, 1500))
                .treatments(Treatments.ratioTo(PUBLICATIONS))
                .weights(Editions.weights(both, 1, 0))
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(3))
                .provenance(Provenance.of(
                        both,
                        Origin.PRINTED,
                        "CWTS's open code (Leiden Ranking Open Edition, 2025) and indicator page",
                        "the definition is the publisher's"))
                .build();
    }

    /**
     * Returns Leiden's stability interval of a mean such as PP(top 10 %): the publications are drawn with replacement a
     * thousand times, as many as there are; of the sorted weighted means the interval runs from element 25 to element
     * 975, counted from 0, which is meant to cover 95 %.
     *
     * <p>The same seed gives the same interval on every machine. Leiden fixes none. O(1000 · n).
     *
     * @param values of the publications, such as 1 for one among the tenth most cited and 0 for another
     * @param weights of the publications, positive, such as the share of each that is the university's
     * @param seed of the random draws
     * @throws IllegalArgumentException if there are no publications, the sizes differ, a value is not finite, or a
     *     weight is not positive and finite
     */
    public static StabilityInterval stabilityInterval(List<Double> values, List<Double> weights, long seed) {
        requireNonNull(values, "values");
        requireNonNull(weights, "weights");
        int n = values.size();
        checkArgument(n > 0, "no publications; an interval needs at least one");
        checkArgument(weights.size() == n, "%s weights for %s publications", weights.size(), n);
        for (int i = 0; i < n; i++) {
            checkArgument(Double.isFinite(values.get(i)), "publication %s: value %s is not finite", i, values.get(i));
            checkArgument(
                    weights.get(i) > 0 && weights.get(i) < Double.POSITIVE_INFINITY,
                    "publication %s: weight %s; it must be positive",
                    i,
                    weights.get(i));
        }
        SplittableRandom random = new SplittableRandom(seed);
        double[] means = new double[SAMPLES];
        for (int sample = 0; sample < SAMPLES; sample++) {
            double sum = 0;
            double total = 0;
            for (int draw = 0; draw < n; draw++) {
                int drawn = random.nextInt(n);
                sum += weights.get(drawn) * values.get(drawn);
                total += weights.get(drawn);
            }
            means[sample] = sum / total;
        }
        Arrays.sort(means);
        return new StabilityInterval(means[quantileIndex(0.025)], means[quantileIndex(0.975)]);
    }

    /** The element, from 0, of the sorted means of the samples. */
    static int quantileIndex(double quantile) {
        return (int) Math.floor(quantile * SAMPLES);
    }

    /** Where most means of resampled publications lie; {@link #stabilityInterval} makes it. */
    @Immutable
    public static final class StabilityInterval {
        private final double low;
        private final double high;

        private StabilityInterval(double low, double high) {
            this.low = low;
            this.high = high;
        }

        /** Returns the lower end, which is part of it. */
        public double low() {
            return low;
        }

        /** Returns the upper end, which is part of it. */
        public double high() {
            return high;
        }

        /** Returns whether the other object is an interval with the same ends. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof StabilityInterval that && low == that.low && high == that.high;
        }

        @Override
        public int hashCode() {
            return Objects.hash(low, high);
        }

        /** Returns both ends: {@code 0.13–0.17}. */
        @Override
        public String toString() {
            return low + "–" + high;
        }
    }
}
