package io.github.medrank.comparison;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The overlap of the first k schools of two rankings. A tie that crosses position k is included as a whole, so either
 * side may have more than k schools.
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

    /** Returns the number of positions that are compared. */
    public int k() {
        return k;
    }

    /** Returns the schools in the first k of both rankings, in the order of the first. */
    public ResultList<School> both() {
        return ResultList.copyOf(both);
    }

    /** Returns the schools in the first k of the first ranking only. */
    public ResultList<School> onlyFirst() {
        return ResultList.copyOf(onlyFirst);
    }

    /** Returns the schools in the first k of the second ranking only. */
    public ResultList<School> onlySecond() {
        return ResultList.copyOf(onlySecond);
    }

    /**
     * Returns the number of common schools divided by the mean size of the two sides, in [0, 1]. The mean size is k if
     * no tie crosses position k.
     */
    public double share() {
        return 2.0 * both.size() / (2 * both.size() + onlyFirst.size() + onlySecond.size());
    }

    /** Returns the number of common schools divided by the number of schools in either (Jaccard 1912), in [0, 1]. */
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

    /** Returns the overlap as a sentence. */
    @Override
    public String toString() {
        return "top " + k + ": " + both.size() + " in both, " + onlyFirst.size() + " only in the first, "
                + onlySecond.size() + " only in the second";
    }
}
