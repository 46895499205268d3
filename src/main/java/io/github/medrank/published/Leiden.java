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
 * The CWTS Leiden Ranking, sorted by PP(top 10 %): the share of a university's publications that are among the most
 * cited 10 % of their field and year. Leiden has no composite; its list can be sorted by any indicator.
 */
public final class Leiden {
    /** Publications. */
    public static final Indicator PUBLICATIONS =
            Indicator.of("p", "Publications").withSymbol("P");
    /** Publications among the most cited 10 %. */
    public static final Indicator TOP_10 =
            Indicator.of("p-top-10", "Publications in the top 10 %").withSymbol("P(top 10 %)");

    private static final int SAMPLES = 1000;

    private Leiden() {}

    /**
     * Returns the ranking by PP(top 10 %) as a proportion, of universities with at least 1 500 publications.
     *
     * <p>P and P(top 10 %) must come from the same counting method. Leiden's own threshold is on full counts over four
     * years. Other editions have other thresholds: 24 of the 1 176 universities of 2020 have fewer publications. For
     * another edition set its threshold by {@link Methodology#withEligibility}.
     *
     * @param edition 2025, the only one whose threshold is known here
     * @return the methodology, for tables of numbers of publications
     * @throws IllegalArgumentException if the edition is not 2025
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
     * Returns Leiden's stability interval of a mean such as PP(top 10 %). The publications are resampled with
     * replacement a thousand times. The interval runs from element 25 to element 975 of the sorted weighted means,
     * counted from 0, and is meant to cover 95 %.
     *
     * <p>The same seed gives the same interval on every machine. Leiden publishes no seed. O(1000 · n).
     *
     * @param values one per publication, such as 1 for one in the top 10 % and 0 for another
     * @param weights one per publication, positive, such as the university's share of it
     * @param seed the seed of the random draws
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

    /** The index, from 0, into the sorted means of the samples. */
    static int quantileIndex(double quantile) {
        return (int) Math.floor(quantile * SAMPLES);
    }

    /** The interval that holds most means of resampled publications; returned by {@link #stabilityInterval}. */
    @Immutable
    public static final class StabilityInterval {
        private final double low;
        private final double high;

        private StabilityInterval(double low, double high) {
            this.low = low;
            this.high = high;
        }

        /** Returns the lower end, which is included. */
        public double low() {
            return low;
        }

        /** Returns the upper end, which is included. */
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
