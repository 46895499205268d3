package io.github.medrank.published;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import io.github.medrank.BandScores;
import io.github.medrank.Bands;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Rescaling;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;

/**
 * ShanghaiRanking's Academic Ranking of World Universities, on the indicator scores that it publishes.
 *
 * <p>The weighted mean of six scores (five in 2003), rescaled so that the top university gets 100, rounded to one decimal,
 * which decides the ties. A university of the humanities and social sciences has no N&amp;S score; its weight goes to the
 * others.
 *
 * <p>What is published is rounded, so a total may come out a tenth off: ShanghaiRanking prints 75.6 for the second row.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Arwu.world(2024).indicators())
 *     .row(School.of("Harvard University"), 100, 97.1, 100, 100, 100, 85.7)
 *     .row(School.of("Stanford University"), 45.3, 88.1, 73.1, 83.9, 73.1, 59.6).build();
 * Arwu.world(2024).rank(table).of("Stanford University").score() // ==> 75.7
 * }</pre>
 */
public final class Arwu {
    /** Alumni with Nobel Prizes and Fields Medals, 0–100; from 2004 on. */
    public static final Indicator ALUMNI = Indicator.of("alumni", "Alumni").withSymbol("Alumni");
    /** Staff with Nobel Prizes and Fields Medals, 0–100. */
    public static final Indicator AWARD = Indicator.of("award", "Award").withSymbol("Award");
    /** Highly cited researchers, 0–100. */
    public static final Indicator HICI =
            Indicator.of("hici", "Highly cited researchers").withSymbol("HiCi");
    /** Papers in Nature and Science, 0–100. */
    public static final Indicator NATURE_AND_SCIENCE =
            Indicator.of("nature-and-science", "Papers in Nature and Science").withSymbol("N&S");
    /** Papers indexed, 0–100. */
    public static final Indicator PUBLICATIONS =
            Indicator.of("publications", "Publications").withSymbol("PUB");
    /** Performance per capita, 0–100. */
    public static final Indicator PER_CAPITA =
            Indicator.of("per-capita", "Per capita performance").withSymbol("PCP");

    private static final String SOURCE = "ShanghaiRanking's methodology page and published tables";

    private Arwu() {}

    /**
     * The world ranking.
     *
     * @param edition 2003 to 2025
     * @return the methodology
     * @throws IllegalArgumentException if the edition is not known; the message lists the known ones
     */
    public static Methodology world(int edition) {
        ContiguousSet<Integer> known = ContiguousSet.create(Range.closed(2003, 2025), DiscreteDomain.integers());
        Editions.require(known.contains(edition), "ARWU", edition, known);
        Weights weights = weights(edition);
        Presentation shown = Presentation.rounded(1)
                .withRescaling(Rescaling.top(100))
                .withBands(bands(edition))
                .withBandScores(BandScores.HIDDEN);
        return Methodology.builder("Academic Ranking of World Universities")
                .edition(Integer.toString(edition))
                .indicators(weights.indicators())
                .weights(weights)
                .ranker(Rankers.weightedMean(Skipping.overAll()))
                .presentation(shown)
                .provenance(Provenance.of(weights.indicators(), Origin.PRINTED, SOURCE, reproduction(edition)))
                .build();
    }

    private static Weights weights(int edition) {
        return edition == 2003
                ? Editions.weights(
                        ImmutableList.of(AWARD, HICI, NATURE_AND_SCIENCE, PUBLICATIONS, PER_CAPITA), 20, 20, 20, 20, 20)
                : Editions.weights(
                        ImmutableList.of(ALUMNI, AWARD, HICI, NATURE_AND_SCIENCE, PUBLICATIONS, PER_CAPITA),
                        10,
                        20,
                        20,
                        20,
                        20,
                        10);
    }

    private static Bands bands(int edition) {
        Bands to500 = Bands.exactTo(100).then(150, 200, 300, 400, 500);
        if (edition < 2017) {
            return to500;
        }
        return to500.thenEvery(100, edition == 2017 ? 800 : 1000);
    }

    private static String reproduction(int edition) {
        String bands = edition < 2010 ? "; the edges of its bands were stretched by ties, which is not reproduced" : "";
        return switch (edition) {
            case 2003 -> "all published totals of the top 100 come out within 0.18" + bands;
            case 2008 -> "published totals of the top 100 come out within 0.08, but one that is off by 0.37" + bands;
            default ->
                "all published totals of the top 100 come out within 0.08, the rounding of what is published" + bands;
        };
    }
}
