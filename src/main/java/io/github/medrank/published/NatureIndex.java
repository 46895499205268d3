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
 * The Nature Index, by Share: the sum over articles of what each author's affiliation gets of the article, split
 * equally among the authors, then equally among each author's affiliations.
 *
 * <pre>{@code
 * NatureIndex.authorShare(10, 1) // ==> 0.1
 * NatureIndex.authorShare(10, 2) // ==> 0.05
 * }</pre>
 */
public final class NatureIndex {
    /** The Share. */
    public static final Indicator SHARE = Indicator.of("share", "Share");
    /** The Count of articles with at least one author of the school; shown. */
    public static final Indicator COUNT = Indicator.of("count", "Count");

    private NatureIndex() {}

    /** Ranks by Share; Count is shown and does not count. */
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
     * Returns what one affiliation of one author gets of an article, exactly.
     *
     * @param authors of the article
     * @param affiliations of the author
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
