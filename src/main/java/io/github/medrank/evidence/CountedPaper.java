package io.github.medrank.evidence;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The counted part of a paper, as numbers. Of two records of a paper, the greater one counts: the one with more
 * citations, then the one with more known institutions, then the greater in an order that is arbitrary but the same on
 * every machine.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers read in a loop; compared by compareTo only
record CountedPaper(
        int citations,
        int[] institutions,
        int affiliations,
        boolean niche,
        boolean subjectOnly,
        ImmutableList<String> unmatched)
        implements Comparable<CountedPaper>, Serializable {
    /** The citations of a paper whose citations are not known. */
    static final int UNKNOWN = -1;

    @Override
    public int compareTo(CountedPaper other) {
        return ComparisonChain.start()
                .compare(citations, other.citations)
                .compare(institutions.length, other.institutions.length)
                .compare(institutions, other.institutions, Arrays::compare)
                .compare(affiliations, other.affiliations)
                .compareFalseFirst(niche, other.niche)
                .compareFalseFirst(subjectOnly, other.subjectOnly)
                .compare(unmatched.toString(), other.unmatched.toString())
                .result();
    }
}
