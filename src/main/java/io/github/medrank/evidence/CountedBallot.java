package io.github.medrank.evidence;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMultiset;
import java.io.Serializable;
import java.util.Arrays;

/**
 * What of a ballot counts, as numbers. Of two ballots of a respondent the greater counts: the later one, and of two in
 * one year the one whose picks come later in an order that means nothing but is the same everywhere.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers to be read in a loop; compared by compareTo only
record CountedBallot(
        int year,
        int group,
        long weight,
        int[] domestic,
        int[] international,
        ImmutableSortedMultiset<Rejection> rejected,
        ImmutableList<String> unmatched)
        implements Comparable<CountedBallot>, Serializable {
    @Override
    public int compareTo(CountedBallot other) {
        return ComparisonChain.start()
                .compare(year, other.year)
                .compare(domestic, other.domestic, Arrays::compare)
                .compare(international, other.international, Arrays::compare)
                .compare(group, other.group)
                .compare(weight, other.weight)
                .compare(rejected.toString(), other.rejected.toString())
                .compare(unmatched.toString(), other.unmatched.toString())
                .result();
    }
}
