package io.github.medrank.published;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Indicator;
import io.github.medrank.Methodology;
import io.github.medrank.Presentation;
import io.github.medrank.Provenance;
import io.github.medrank.Provenance.Origin;
import io.github.medrank.Rational;
import io.github.medrank.ranking.Rankers;
import java.math.BigDecimal;

/**
 * The Nature Index, by Share. An article is split equally among its authors, and each author's part equally among the
 * author's affiliations; the Share of a school is the sum of its parts.
 *
 * <pre>{@code
 * NatureIndex.authorShare(10, 1) // ==> 0.1
 * NatureIndex.authorShare(10, 2) // ==> 0.05
 * }</pre>
 */
public final class NatureIndex {
    /** The Share. */
    public static final Indicator SHARE = Indicator.of("share", "Share");
    /** The Count: the number of articles with at least one author of the school. Shown but not ranked by. */
    public static final Indicator COUNT = Indicator.of("count", "Count");

    private NatureIndex() {}

    /** Ranks by Share; Count is shown and does not affect the score. */
    public static Methodology byShare() {
        ImmutableList<Indicator> both = ImmutableList.of(SHARE, COUNT);
        return Methodology.builder("Nature Index")
                .indicators(both)
                .weights(Editions.weights(both, 1, 0))
                .ranker(Rankers.weightedMean())
                .presentation(Presentation.rounded(2))
                .provenance(Provenance.of(
                        both,
                        Origin.PRINTED,
                        "Nature's glossary and its worked example of 2019 (d41586-019-01443-9)",
                        "the definition is the publisher's"))
                .build();
    }

    /**
     * Returns the part of an article that one affiliation of one author gets, exactly.
     *
     * @param authors the number of authors of the article
     * @param affiliations the number of affiliations of the author
     * @throws IllegalArgumentException if either is less than 1
     */
    public static Rational authorShare(int authors, int affiliations) {
        checkArgument(
                authors > 0 && affiliations > 0,
                "%s authors, %s affiliations; at least one each",
                authors,
                affiliations);
        return Rational.ratio(BigDecimal.ONE, BigDecimal.valueOf((long) authors * affiliations));
    }
}
