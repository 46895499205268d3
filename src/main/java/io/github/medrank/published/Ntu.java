package io.github.medrank.published;

import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.TieRule;
import io.github.medrank.normalization.Normalizers;

/**
 * National Taiwan University's Performance Ranking of Scientific Papers, the successor of {@link Heeact}.
 *
 * <pre>{@code
 * Ntu.world().weights().orElseThrow().points(Heeact.H_INDEX) // ==> 10
 * }</pre>
 */
public final class Ntu {
    private Ntu() {}

    /**
     * Returns an illustrative methodology with the known weights of the world ranking, for raw counts of
     * {@link Heeact}'s eight indicators.
     *
     * @return the methodology; its provenance says what is missing
     */
    public static Methodology world() {
        return Editions.illustrative(
                        "NTU Performance Ranking of Scientific Papers",
                        Editions.weights(Heeact.INDICATORS, 10, 15, 15, 10, 10, 10, 15, 15),
                        "NTU's page of 2023 prints the weights",
                        "how the T-score is computed by percentages and made a final score since 2020")
                .normalizer(Normalizers.tScore())
                .presentation(Presentation.rounded(1).withTies(TieRule.ORDINAL))
                .build();
    }
}
