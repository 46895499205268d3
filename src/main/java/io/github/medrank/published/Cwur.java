package io.github.medrank.published;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.normalization.Treatments;
import io.github.medrank.ranking.Rankers;

/**
 * The Center for World University Rankings' rankings by subject: one indicator, 100·log(n+1)/log(n<sub>top</sub>+1), where
 * n counts the school's articles of ten years in the subject's top journals.
 *
 * <pre>{@code
 * var table = IndicatorTable.builder(Cwur.TOP_JOURNAL_ARTICLES)
 *     .row(School.of("first"), 9999).row(School.of("second"), 99).row(School.of("none"), 0).build();
 * Cwur.subject().rank(table).of("second").score() // ==> 50.00
 * }</pre>
 */
public final class Cwur {
    /** Articles in the journals that, sorted by Eigenfactor × Article Influence, hold the first quarter of the subject's. */
    public static final Indicator TOP_JOURNAL_ARTICLES =
            Indicator.of("top-journal-articles", "Articles in top journals").withUnit("articles");

    private Cwur() {}

    /** Any subject, 2012 to 2025; on counts of articles. */
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
}
