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
import io.github.medrank.Ranker;
import io.github.medrank.Rescaling;
import io.github.medrank.TieMark;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Mean;
import io.github.medrank.ranking.Pillar;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;

/** The editions of the Academic Ranking of World Universities: weights, bands, and the sources of each. */
final class Arwu {
    private static final String SOURCE = "ShanghaiRanking's methodology page and published tables";

    private Arwu() {}

    static Methodology world(int edition) {
        ContiguousSet<Integer> known = ContiguousSet.create(Range.closed(2003, 2025), DiscreteDomain.integers());
        Editions.require(known.contains(edition), "ARWU", edition, known);
        Weights weights = weights(edition);
        Presentation shown = Presentation.rounded(1)
                .withRescaling(Rescaling.top(100))
                .withBands(bands(edition))
                .withBandScores(BandScores.HIDDEN)
                .withTieMark(TieMark.NONE);
        return Methodology.builder("Academic Ranking of World Universities")
                .edition(Integer.toString(edition))
                .indicators(Editions.scores(weights.indicators()))
                .weights(weights)
                .ranker(sharedAmongCounts(weights.indicators()))
                .presentation(shown)
                .provenance(Provenance.of(
                        weights.indicators(),
                        edition == 2003 ? Origin.RECOVERED : Origin.PRINTED,
                        edition == 2003 ? "ShanghaiRanking's published table of 2003" : SOURCE,
                        reproduction(edition)))
                .build();
    }

    private static Weights weights(int edition) {
        return edition == 2003
                ? Editions.weights(
                        ImmutableList.of(
                                ShanghaiRanking.AWARD,
                                ShanghaiRanking.HICI,
                                ShanghaiRanking.NATURE_AND_SCIENCE,
                                ShanghaiRanking.PUBLICATIONS,
                                ShanghaiRanking.PER_CAPITA),
                        20,
                        20,
                        20,
                        20,
                        20)
                : Editions.weights(
                        ImmutableList.of(
                                ShanghaiRanking.ALUMNI,
                                ShanghaiRanking.AWARD,
                                ShanghaiRanking.HICI,
                                ShanghaiRanking.NATURE_AND_SCIENCE,
                                ShanghaiRanking.PUBLICATIONS,
                                ShanghaiRanking.PER_CAPITA),
                        10,
                        20,
                        20,
                        20,
                        20,
                        10);
    }

    /**
     * The weight of a missing N&amp;S is shared by the other indicators except the performance per capita, which is
     * last.
     */
    private static Ranker sharedAmongCounts(ImmutableList<Indicator> indicators) {
        int counts = indicators.size() - 1;
        return Rankers.pillars(
                Mean.arithmetic(),
                Skipping.withinPillar(),
                Editions.pillar("Counts", indicators, 0, counts),
                Pillar.of("Per capita", indicators.get(counts)));
    }

    private static Bands bands(int edition) {
        if (edition == 2003) {
            return Bands.exactTo(100).thenEvery(50, 500);
        }
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
            case 2025 -> "all 101 published totals come out within 0.1";
            default ->
                "all published totals of the top 100 come out within 0.08, the rounding of what is published" + bands;
        };
    }
}
