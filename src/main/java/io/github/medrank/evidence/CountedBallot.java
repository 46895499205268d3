package io.github.medrank.evidence;

import com.google.common.collect.ComparisonChain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMultiset;
import java.io.Serializable;
import java.util.Arrays;

/**
 * The counted part of a ballot, as numbers. Of two ballots of a respondent, the greater one counts: the later one, or
 * in the same year the one whose picks are greater in an order that is arbitrary but the same on every machine.
 */
@SuppressWarnings("ArrayRecordComponent") // numbers read in a loop; compared by compareTo only
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
