package io.github.medrank.published;

import static com.google.common.base.Preconditions.checkArgument;

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
import io.github.medrank.exact.SafeText;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.ranking.Rankers;

/** The editions of the Global Ranking of Academic Subjects: points, bands, and the sources of each. */
final class Gras {
    /** The points of AWARD in the tables that were checked; 0 if the subject has no awards. */
    private static final ImmutableMap<String, Integer> AWARD_POINTS = ImmutableMap.of(
            "AS0211 2019", 100, "AS0108 2020", 100, "AS0301 2020", 100, "AS0217 2020", 20, "AS0226 2020", 0);

    private Gras() {}

    static Methodology subject(String code, int edition) {
        Integer award = AWARD_POINTS.get(code + " " + edition);
        checkArgument(
                award != null,
                "GRAS has no points of subject %s, edition %s, here; known are %s; for Clinical Medicine see"
                        + " ShanghaiRanking.clinicalMedicine",
                SafeText.line(code),
                edition,
                AWARD_POINTS.keySet());
        return build(
                "Global Ranking of Academic Subjects: " + code,
                edition,
                points(edition, award),
                Origin.RECOVERED,
                "ShanghaiRanking's methodology of 2019 for the formula, its table of the subject for the points",
                "published totals that were checked come out within 0.12, the rounding of what is published");
    }

    static Methodology clinicalMedicine(int edition) {
        ContiguousSet<Integer> known = ContiguousSet.create(Range.closed(2017, 2024), DiscreteDomain.integers());
        Editions.require(known.contains(edition), "GRAS Clinical Medicine", edition, known);
        if (edition == 2024) {
            return build(
                    "Global Ranking of Academic Subjects: Clinical Medicine",
                    edition,
                    clinicalMedicine2024(),
                    Origin.REPORTED,
                    "a Chinese article of 13 November 2024, the only one found",
                    "no table of this edition was at hand to check");
        }
        return build(
                "Global Ranking of Academic Subjects: Clinical Medicine (illustrative)",
                edition,
                points(edition, 100),
                Origin.ILLUSTRATIVE,
                "ShanghaiRanking's methodology of 2019 for the formula; the points are those of other subjects",
                "illustrative; missing: the points of Clinical Medicine, which were not found as text");
    }

    private static Weights clinicalMedicine2024() {
        return Weights.builder()
                .put(ShanghaiRanking.LAUREATE, 60)
                .put(ShanghaiRanking.HIGHLY_CITED, 60)
                .put(ShanghaiRanking.EDITOR, 60)
                .put(ShanghaiRanking.LEADERSHIP, 0)
                .put(ShanghaiRanking.TOP, 100)
                .put(ShanghaiRanking.SUBJECT_AWARD, 100)
                .put(ShanghaiRanking.Q1, 100)
                .put(ShanghaiRanking.CNCI, 50)
                .put(ShanghaiRanking.INTERNATIONAL_COLLABORATION, 20)
                .build();
    }

    static Methodology fromCounts(Methodology gras) {
        return gras.toBuilder()
                .indicators(Editions.raw(gras.indicators()))
                .build()
                .withTreatments(Treatments.on(ShanghaiRanking.CNCI, Treatments.capAtMeanMultiple(2)))
                .withNormalizer(Normalizers.sqrtOfPercentOfMaximum());
    }

    /** The points of the editions up to 2023; no awards if the subject has none. */
    private static Weights points(int edition, int award) {
        Weights.Builder points = Weights.builder()
                .put(edition < 2020 ? ShanghaiRanking.SUBJECT_PUBLICATIONS : ShanghaiRanking.Q1, 100)
                .put(ShanghaiRanking.CNCI, 100)
                .put(ShanghaiRanking.INTERNATIONAL_COLLABORATION, 20)
                .put(ShanghaiRanking.TOP, 100);
        return award == 0
                ? points.build()
                : points.put(ShanghaiRanking.SUBJECT_AWARD, award).build();
    }

    private static Methodology build(
            String name, int edition, Weights weights, Origin origin, String source, String reproduction) {
        ImmutableList<Indicator> indicators = weights.indicators();
        return Methodology.builder(name)
                .edition(Integer.toString(edition))
                .indicators(Editions.scores(indicators))
                .weights(weights)
                .ranker(Rankers.weightedSum(100))
                .presentation(Presentation.rounded(1)
                        .withBands(Bands.exactTo(50).then(75, 100, 150, 200, 300, 400, 500))
                        .withBandScores(BandScores.HIDDEN))
                .provenance(Provenance.of(indicators, origin, source, reproduction))
                .build();
    }
}
