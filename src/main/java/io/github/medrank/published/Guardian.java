package io.github.medrank.published;

import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Rescaling;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;

/**
 * The methodology of the Guardian University Guide.
 *
 * <pre>{@code
 * Guardian.medicine().weights().orElseThrow().total() // ==> 100
 * }</pre>
 */
public final class Guardian {
    private Guardian() {}

    /**
     * Returns an illustrative methodology with the known weights of the subject table for Medicine, 2024 and 2025.
     *
     * @return the methodology; its provenance says what is missing
     */
    public static Methodology medicine() {
        Weights weights = Weights.builder()
                .put(Indicator.of("guardian-entry", "Entry standards"), 24)
                .put(
                        Indicator.of("guardian-student-staff", "Student-staff ratio")
                                .withDirection(Direction.LOWER_IS_BETTER),
                        24)
                .put(Indicator.of("guardian-expenditure", "Expenditure per student"), 10)
                .put(Indicator.of("guardian-continuation", "Continuation"), 14)
                .put(Indicator.of("guardian-teaching", "Satisfied with teaching"), 14)
                .put(Indicator.of("guardian-feedback", "Satisfied with feedback"), 14)
                .build();
        return Editions.illustrative(
                        "Guardian University Guide: Medicine",
                        weights,
                        "reports on the guides of 2024 and 2025 for the first three weights",
                        "the weights of the last three, which share the rest equally here, how values are standardised, and"
                                + " the offset of the composite")
                .normalizer(Normalizers.zScore())
                .ranker(Rankers.weightedMean(Skipping.overAll()))
                .presentation(Presentation.rounded(1).withRescaling(Rescaling.minMax(0, 100)))
                .build();
    }
}
