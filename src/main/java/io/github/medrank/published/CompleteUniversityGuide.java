package io.github.medrank.published;

import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Rescaling;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;

/**
 * The methodology of the Complete University Guide.
 *
 * <pre>{@code
 * CompleteUniversityGuide.universities().indicators().size() // ==> 10
 * }</pre>
 */
public final class CompleteUniversityGuide {
    private CompleteUniversityGuide() {}

    /**
     * Returns an illustrative methodology with the known weights of the main table, in which the z-score of student
     * satisfaction is divided by three.
     *
     * @return the methodology; its provenance says what is missing
     */
    public static Methodology universities() {
        Weights weights = Weights.builder()
                .put(Indicator.of("cug-entry", "Entry standards"), 1)
                .put(Indicator.of("cug-satisfaction", "Student satisfaction"), 1.5)
                .put(Indicator.of("cug-research-quality", "Research quality"), 1)
                .put(Indicator.of("cug-research-intensity", "Research intensity"), 0.5)
                .put(Indicator.of("cug-outcomes", "Graduate prospects, outcomes"), 0.67)
                .put(Indicator.of("cug-on-track", "Graduate prospects, on track"), 0.33)
                .put(Indicator.of("cug-academic-services", "Academic services spend"), 0.5)
                .put(Indicator.of("cug-facilities", "Facilities spend"), 0.5)
                .put(Indicator.of("cug-continuation", "Continuation"), 1)
                .put(
                        Indicator.of("cug-student-staff", "Student-staff ratio")
                                .withDirection(Direction.LOWER_IS_BETTER),
                        1)
                .build();
        Normalizer damped = Normalizers.zScore().dividedBy(3);
        return Editions.illustrative(
                        "Complete University Guide",
                        weights,
                        "the guide's methodology of 2017 for the damping; a report on 2024 for the weights",
                        "the adjustment for the mix of subjects, the offset of the composite, and what is done about missing"
                                + " values")
                .normalizer(Normalizers.zScore())
                .normalizer(weights.indicators().get(1), damped)
                .presentation(Presentation.rounded(0).withRescaling(Rescaling.minMax(0, 1000)))
                .build();
    }
}
