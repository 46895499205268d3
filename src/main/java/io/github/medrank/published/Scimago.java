package io.github.medrank.published;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Ranker;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;

/**
 * The methodology of the SCImago Institutions Rankings.
 *
 * <pre>{@code
 * Scimago.medicine().indicators().size() // ==> 17
 * }</pre>
 */
public final class Scimago {
    private Scimago() {}

    /**
     * Returns an illustrative methodology with the known weights of Medicine: research 50, innovation 30, societal
     * impact 20.
     *
     * @return the methodology; its provenance says what is missing
     */
    public static Methodology medicine() {
        Weights weights = Weights.builder()
                .put(Indicator.of("sir-normalized-impact", "Normalized impact"), 13)
                .put(Indicator.of("sir-excellence-leadership", "Excellence with leadership"), 8)
                .put(Indicator.of("sir-output", "Output"), 8)
                .put(Indicator.of("sir-leadership", "Scientific leadership"), 5)
                .put(Indicator.of("sir-not-own-journals", "Not own journals"), 3)
                .put(Indicator.of("sir-own-journals", "Own journals"), 3)
                .put(Indicator.of("sir-excellence", "Excellence"), 2)
                .put(Indicator.of("sir-high-quality", "High-quality publications"), 2)
                .put(Indicator.of("sir-collaboration", "International collaboration"), 1)
                .put(Indicator.of("sir-open-access", "Open access"), 1)
                .put(Indicator.of("sir-talent-pool", "Scientific talent pool"), 1)
                .put(Indicator.of("sir-innovative-knowledge", "Innovative knowledge"), 1)
                .put(Indicator.of("sir-patents", "Patents"), 1)
                .put(Indicator.of("sir-technological-impact", "Technological impact"), 1)
                .put(Indicator.of("sir-altmetrics", "Altmetrics"), 1)
                .put(Indicator.of("sir-backlinks", "Backlinks"), 1)
                .put(Indicator.of("sir-web-size", "Web size"), 1)
                .build();
        ImmutableList<Indicator> all = weights.indicators();
        Ranker pillars = Rankers.pillars(
                Editions.pillar("Research", all, 0, 8)
                        .and(Editions.pillar("others", all, 8, 11).withPoints(6))
                        .withPoints(50),
                Editions.pillar("Innovation", all, 11, 14).withPoints(30),
                Editions.pillar("Societal", all, 14, 17).withPoints(20));
        return Editions.illustrative(
                        "SCImago Institutions Rankings: Medicine",
                        weights,
                        "SCImago's pages for the three pillars; a report on 2023 for the points within research",
                        "the points of nine indicators, which share their pillar's equally here, and how raw values are"
                                + " scaled")
                .normalizer(Normalizers.minMax(0, 100))
                .ranker(pillars)
                .presentation(Presentation.rounded(2))
                .build();
    }
}
