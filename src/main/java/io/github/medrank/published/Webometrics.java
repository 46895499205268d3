package io.github.medrank.published;

import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.normalization.Treatments;

/**
 * The methodology of the Webometrics Ranking of Universities.
 *
 * <pre>{@code
 * Webometrics.world().indicators() // ==> [Visibility, Openness, Excellence]
 * }</pre>
 */
public final class Webometrics {
    private Webometrics() {}

    /**
     * Returns an illustrative methodology with the known weights of the world ranking of 2023, for three raw numbers.
     *
     * @return the methodology; its provenance says what is missing
     */
    public static Methodology world() {
        Weights weights = Weights.builder()
                .put(Indicator.of("visibility", "Visibility"), 50)
                .put(Indicator.of("openness", "Openness"), 10)
                .put(Indicator.of("excellence", "Excellence"), 40)
                .build();
        return Editions.illustrative(
                        "Webometrics Ranking of Universities",
                        weights,
                        "reports on the edition of 2023",
                        "how the logarithms of values are scaled; only ranks of the indicators are published")
                .treatments(Treatments.log(1))
                .normalizer(Normalizers.percentOfMaximum())
                .build();
    }
}
