package io.github.medrank.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.ranking.Rankers;
import org.junit.jupiter.api.Test;

class MethodsTest {
    @Test
    void treatments_multiply_the_choice_and_take_the_place_of_those_before() {
        Methodology mean = Methodology.builder("Mean")
                .indicators(Indicator.of("a"), Indicator.of("b"))
                .treatments(Treatments.sqrt())
                .ranker(Rankers.weightedMean())
                .build();
        Methods methods = Methods.of(mean)
                .withTreatments(Treatments.winsorizedElseLog(2, 3.5, 5), Treatments.log(1), Treatments.log(1))
                .withRankers(Rankers.weightedMean(), Rankers.geometricMean());
        assertThat(methods.size()).isEqualTo(4);
        assertThat(methods.all())
                .extracting(each -> each.methodology().treatments().size())
                .containsOnly(1);
        assertThat(methods.all().get(0).methodology().treatments().get(0))
                .isEqualTo(Treatments.winsorizedElseLog(2, 3.5, 5));
    }
}
