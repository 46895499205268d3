package io.github.medrank.published;

import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Rescaling;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;

/**
 * The methodology of University Ranking by Academic Performance, published by Middle East Technical University, Ankara.
 *
 * <pre>{@code
 * var known = Urap.world().provenance();
 * known.reproduction() // ==> illustrative; missing: what the median and the ends of a column score
 * }</pre>
 */
public final class Urap {
    private Urap() {}

    /**
     * Returns an illustrative methodology with the known weights of the world ranking from 2011 on; its greatest score
     * is 600.
     *
     * @return the methodology; its provenance says what is missing
     */
    public static Methodology world() {
        Weights weights = Weights.builder()
                .put(Indicator.of("article", "Article"), 21)
                .put(Indicator.of("total-document", "Total document"), 10)
                .put(Indicator.of("citation", "Citation"), 21)
                .put(Indicator.of("article-impact-total", "Article impact total"), 18)
                .put(Indicator.of("citation-impact-total", "Citation impact total"), 15)
                .put(Indicator.of("urap-collaboration", "International collaboration"), 15)
                .build();
        return Editions.illustrative(
                        "URAP World Ranking",
                        weights,
                        "URAP's methodology pages of 2011 and 2014 print the weights",
                        "what the median and the ends of a column score")
                .normalizer(Normalizers.piecewiseLinearAtMedian(0, 50, 100))
                .presentation(Presentation.rounded(2).withRescaling(Rescaling.affine(6, 0)))
                .build();
    }
}
