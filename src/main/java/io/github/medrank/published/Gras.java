package io.github.medrank.published;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import io.github.medrank.BandScores;
import io.github.medrank.Bands;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.ranking.Rankers;

/**
 * ShanghaiRanking's Global Ranking of Academic Subjects, editions 2017 to 2023.
 *
 * <p>The score is Σ points/100 · indicator, not divided by the points, which may add up to 420; the indicator scores that
 * ShanghaiRanking publishes are 100·√(x/max) already. {@link #fromCounts} starts from x instead.
 *
 * <p>The points of Clinical Medicine are not published as text, nor are those of any subject from 2024 on.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Gras.subject("AS0211", 2019).indicators())
 *     .row(School.of("the first"), 100, 67.9, 65.7, 88.6, 84.5).build();
 * Gras.subject("AS0211", 2019).rank(table).of("the first").score() // ==> 354.1
 * }</pre>
 */
public final class Gras {
    /** Papers; 2017 to 2019. */
    public static final Indicator PUBLICATIONS =
            Indicator.of("pub", "Publications").withSymbol("PUB");
    /** Papers in journals of the first quartile; 2020 to 2023. */
    public static final Indicator Q1 =
            Indicator.of("q1", "Papers in Q1 journals").withSymbol("Q1");
    /** Category normalized citation impact. */
    public static final Indicator CNCI =
            Indicator.of("cnci", "Category normalized citation impact").withSymbol("CNCI");
    /** The share of papers written with partners abroad. */
    public static final Indicator INTERNATIONAL_COLLABORATION =
            Indicator.of("ic", "International collaboration").withSymbol("IC");
    /** Papers in top journals and conferences. */
    public static final Indicator TOP =
            Indicator.of("top", "Papers in top journals").withSymbol("TOP");
    /** Staff with significant awards. */
    public static final Indicator AWARD = Indicator.of("gras-award", "Awards").withSymbol("AWARD");

    /** Points of AWARD in the tables that were checked; none where the subject has no awards. */
    private static final ImmutableMap<String, Integer> AWARD_POINTS = ImmutableMap.of(
            "AS0211 2019", 100, "AS0108 2020", 100, "AS0301 2020", 100, "AS0217 2020", 20, "AS0226 2020", 0);

    private Gras() {}

    /**
     * A subject whose points were checked against a published table.
     *
     * @param code ShanghaiRanking's code of the subject, such as {@code AS0211} for civil engineering
     * @param edition the year
     * @return the methodology, on published indicator scores
     * @throws IllegalArgumentException if the subject and edition are not known; the message lists the known ones
     */
    public static Methodology subject(String code, int edition) {
        Integer award = AWARD_POINTS.get(requireNonNull(code, "code") + " " + edition);
        checkArgument(
                award != null,
                "GRAS has no points of subject %s, edition %s, here; known are %s; Clinical Medicine's are not published as"
                        + " text, see Gras.clinicalMedicine",
                code,
                edition,
                AWARD_POINTS.keySet());
        return build(
                "Global Ranking of Academic Subjects: " + code,
                edition,
                award,
                Origin.RECOVERED,
                "ShanghaiRanking's methodology of 2019 for the formula, its table of the subject for the points",
                "published totals that were checked come out within 0.12, the rounding of what is published");
    }

    /**
     * The shape of Clinical Medicine (AS0401): the formula is the publisher's; its points are not known, and those of the
     * subjects that were checked stand in for them.
     *
     * @param edition 2017 to 2023
     * @return an illustrative methodology, on published indicator scores
     * @throws IllegalArgumentException if the edition is not one of these
     */
    public static Methodology clinicalMedicine(int edition) {
        ContiguousSet<Integer> known = ContiguousSet.create(Range.closed(2017, 2023), DiscreteDomain.integers());
        Editions.require(known.contains(edition), "GRAS Clinical Medicine", edition, known);
        return build(
                "Global Ranking of Academic Subjects: Clinical Medicine (illustrative)",
                edition,
                100,
                Origin.ILLUSTRATIVE,
                "ShanghaiRanking's methodology of 2019 for the formula; the points are those of other subjects",
                "missing: the points of Clinical Medicine, which ShanghaiRanking does not publish as text");
    }

    /**
     * The same methodology from raw numbers: counts, shares and impact. Citation impact is capped at twice its mean, then
     * each indicator becomes 100·√(x/max).
     */
    public static Methodology fromCounts(Methodology gras) {
        return gras.withTreatments(Treatments.on(CNCI, Treatments.capAtMeanMultiple(2)))
                .withNormalizer(Normalizers.sqrtOfPercentOfMaximum());
    }

    private static Methodology build(
            String name, int edition, int award, Origin origin, String source, String reproduction) {
        Weights.Builder points = Weights.builder()
                .put(edition < 2020 ? PUBLICATIONS : Q1, 100)
                .put(CNCI, 100)
                .put(INTERNATIONAL_COLLABORATION, 20)
                .put(TOP, 100);
        Weights weights = award == 0 ? points.build() : points.put(AWARD, award).build();
        ImmutableList<Indicator> indicators = weights.indicators();
        return Methodology.builder(name)
                .edition(Integer.toString(edition))
                .indicators(indicators)
                .weights(weights)
                .ranker(Rankers.weightedSum(100))
                .presentation(Presentation.rounded(1)
                        .withBands(Bands.exactTo(50).then(75, 100, 150, 200, 300, 400, 500))
                        .withBandScores(BandScores.HIDDEN))
                .provenance(Provenance.of(indicators, origin, source, reproduction))
                .build();
    }
}
