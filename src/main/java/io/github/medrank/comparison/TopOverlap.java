package io.github.medrank.comparison;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in the first k of two rankings. A tie that reaches across k is in as a whole, so either side may have more
 * than k.
 */
@Immutable
public final class TopOverlap {
    private final int k;
    private final ImmutableList<School> both;
    private final ImmutableList<School> onlyFirst;
    private final ImmutableList<School> onlySecond;

    TopOverlap(int k, ImmutableList<School> both, ImmutableList<School> onlyFirst, ImmutableList<School> onlySecond) {
        this.k = k;
        this.both = both;
        this.onlyFirst = onlyFirst;
        this.onlySecond = onlySecond;
    }

    /** Returns how far down the rankings are looked at. */
    public int k() {
        return k;
    }

    /** Returns the schools in the first k of both, in the order of the first ranking. */
    public ImmutableList<School> both() {
        return both;
    }

    /** Returns the schools in the first k of the first ranking alone. */
    public ImmutableList<School> onlyFirst() {
        return onlyFirst;
    }

    /** Returns the schools in the first k of the second ranking alone. */
    public ImmutableList<School> onlySecond() {
        return onlySecond;
    }

    /** Returns the common schools over the mean size of the two sides, in [0, 1]; without ties across k, over k. */
    public double share() {
        return 2.0 * both.size() / (2 * both.size() + onlyFirst.size() + onlySecond.size());
    }

    /** Returns the common schools over all schools of either side (Jaccard 1912), in [0, 1]. */
    public double jaccard() {
        return (double) both.size() / (both.size() + onlyFirst.size() + onlySecond.size());
    }

    /** Returns whether the other object has equal parts. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TopOverlap that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(k, both, onlyFirst, onlySecond);
    }

    /** Returns the overlap in words. */
    @Override
    public String toString() {
        return "top " + k + ": " + both.size() + " in both, " + onlyFirst.size() + " only in the first, "
                + onlySecond.size() + " only in the second";
    }
}
