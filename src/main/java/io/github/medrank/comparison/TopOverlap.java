package io.github.medrank.comparison;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;

/**
 * Who is in the first k of two rankings. A tie that reaches across k is in as a whole, so either side may have more than
 * k.
 *
 * @param k how far down the rankings are looked at
 * @param both in the first k of both, in the order of the first ranking
 * @param onlyFirst in the first k of the first ranking alone
 * @param onlySecond in the first k of the second ranking alone
 */
@Immutable
public record TopOverlap(
        int k, ImmutableList<School> both, ImmutableList<School> onlyFirst, ImmutableList<School> onlySecond) {
    /** The common schools over the mean size of the two sides, in [0, 1]; without ties across k, over k. */
    public double share() {
        return 2.0 * both.size() / (2 * both.size() + onlyFirst.size() + onlySecond.size());
    }

    /** The common schools over all schools of either side (Jaccard 1912), in [0, 1]. */
    public double jaccard() {
        return (double) both.size() / (both.size() + onlyFirst.size() + onlySecond.size());
    }

    /** The overlap in words. */
    @Override
    public String toString() {
        return "top " + k + ": " + both.size() + " in both, " + onlyFirst.size() + " only in the first, "
                + onlySecond.size() + " only in the second";
    }
}
