package io.github.medrank.evidence;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What of a paper counts, as numbers. Of two records of one paper the greater counts: the more often cited, then that
 * of more known institutions, and then by an order that means nothing but is the same everywhere.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to be read in a loop; compared by compareTo only
record CountedPaper(
        int citations,
        int[] institutions,
        int affiliations,
        boolean niche,
        boolean subjectOnly,
        ImmutableList<String> unmatched)
        implements Comparable<CountedPaper>, Serializable {
    /** The citations of a paper of which none are known. */
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
