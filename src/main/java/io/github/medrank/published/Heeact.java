package io.github.medrank.published;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.TieRule;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;

/**
 * HEEACT's Performance Ranking of Scientific Papers for World Universities, 2011. NTU publishes its successor, see
 * {@link Ntu}.
 *
 * <p>Each indicator is a percentage of the greatest value, N/M·100; schools with equal scores are sorted by name.
 *
 * <pre>{@code
 * Heeact.world2011().weights().orElseThrow().points(Heeact.H_INDEX) // ==> 20
 * }</pre>
 */
public final class Heeact {
    /** Articles of the last eleven years. */
    public static final Indicator ARTICLES_11_YEARS = Indicator.of("articles-11-years", "Articles, 11 years");
    /** Articles of the current year. */
    public static final Indicator ARTICLES_CURRENT = Indicator.of("articles-current-year", "Articles, current year");
    /** Citations of the last eleven years. */
    public static final Indicator CITATIONS_11_YEARS = Indicator.of("citations-11-years", "Citations, 11 years");
    /** Citations of the last two years. */
    public static final Indicator CITATIONS_2_YEARS = Indicator.of("citations-2-years", "Citations, 2 years");
    /** Citations per article, of the last eleven years. */
    public static final Indicator AVERAGE_CITATIONS = Indicator.of("average-citations", "Average citations, 11 years");
    /** The h-index of the last two years. */
    public static final Indicator H_INDEX = Indicator.of("h-index-2-years", "H-index, 2 years");
    /** Highly cited papers of the last eleven years. */
    public static final Indicator HIGHLY_CITED = Indicator.of("highly-cited-papers", "Highly cited papers, 11 years");
    /** Articles of the current year in high-impact journals. */
    public static final Indicator HIGH_IMPACT =
            Indicator.of("high-impact-articles", "Articles in high-impact journals, current year");

    static final ImmutableList<Indicator> INDICATORS = ImmutableList.of(
            ARTICLES_11_YEARS,
            ARTICLES_CURRENT,
            CITATIONS_11_YEARS,
            CITATIONS_2_YEARS,
            AVERAGE_CITATIONS,
            H_INDEX,
            HIGHLY_CITED,
            HIGH_IMPACT);

    private Heeact() {}

    /** Returns the edition of 2011, for tables of raw counts. */
    public static Methodology world2011() {
        Weights weights = Editions.weights(INDICATORS, 10, 10, 10, 10, 10, 20, 15, 15);
        return Methodology.builder("HEEACT Performance Ranking of Scientific Papers")
                .edition("2011")
                .indicators(INDICATORS)
                .normalizer(Normalizers.percentOfMaximum())
                .weights(weights)
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(2).withTies(TieRule.ORDINAL))
                .provenance(Provenance.of(
                        INDICATORS,
                        Origin.REPORTED,
                        "HEEACT's pages of 2011 print the formula and 20/30/50 for the three criteria; the University of"
                                + " Zurich's page on rankings prints the eight weights, which add up to these",
                        "the formula is the publisher's; no table could be checked"))
                .build();
    }
}
