package io.github.medrank.published;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Rescaling;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.ranking.Rankers;

/**
 * The Center for World University Rankings. Its rankings by subject have one indicator,
 * 100·log(n+1)/log(n<sub>top</sub>+1), where n counts the school's articles of ten years in the subject's top journals.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Cwur.TOP_JOURNAL_ARTICLES)
 *     .row(School.of("first"), 9999).row(School.of("second"), 99).row(School.of("none"), 0).build();
 * Cwur.subject().rank(table).of("second").score() // ==> 50.00
 * }</pre>
 */
public final class Cwur {
    /**
     * Articles in top journals of the subject. Top journals are sorted by Eigenfactor × Article Influence and hold the
     * first quarter of the subject's articles.
     */
    public static final Indicator TOP_JOURNAL_ARTICLES =
            Indicator.of("top-journal-articles", "Articles in top journals").withUnit("articles");

    private Cwur() {}

    /** Returns the methodology of any subject, 2012 to 2025, for tables of article counts. */
    public static Methodology subject() {
        ImmutableList<Indicator> one = ImmutableList.of(TOP_JOURNAL_ARTICLES);
        return Methodology.builder("CWUR Rankings by Subject")
                .indicators(one)
                .treatments(Treatments.log(1))
                .normalizer(Normalizers.percentOfMaximum())
                .weights(Editions.weights(one, 100))
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(2))
                .provenance(Provenance.of(
                        one,
                        Origin.PRINTED,
                        "CWUR's page \"Methodology: Rankings by Subject\", 2012 to 2025",
                        "the formula is the publisher's; the counts are not published, so no table could be checked"))
                .build();
    }

    /**
     * Returns an illustrative methodology with the known weights of the world ranking from 2019 on.
     *
     * @return the methodology; its provenance says what is missing
     */
    public static Methodology world() {
        Weights weights = Weights.builder()
                .put(Indicator.of("cwur-education", "Education"), 25)
                .put(Indicator.of("cwur-employability", "Employability"), 25)
                .put(Indicator.of("cwur-faculty", "Faculty"), 10)
                .put(Indicator.of("cwur-output", "Research output"), 10)
                .put(Indicator.of("cwur-high-quality", "High-quality publications"), 10)
                .put(Indicator.of("cwur-influence", "Influence"), 10)
                .put(Indicator.of("cwur-citations", "Citations"), 10)
                .build();
        return Editions.illustrative(
                        "CWUR World University Rankings",
                        weights,
                        "a report on the edition of 2024",
                        "how raw values become indicator scores; only ranks of the indicators are published")
                .normalizer(Normalizers.percentOfMaximum())
                .presentation(Presentation.rounded(1).withRescaling(Rescaling.top(100)))
                .build();
    }
}
