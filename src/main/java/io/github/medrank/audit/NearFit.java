package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule that gives every printed score except those of a few rows. */
@Immutable
public final class NearFit {
    private final RecoveredRule rest;
    private final ImmutableList<School> removed;
    private final boolean proven;

    NearFit(RecoveredRule rest, ImmutableList<School> removed, boolean proven) {
        this.rest = rest;
        this.removed = removed;
        this.proven = proven;
    }

    /** Returns the recovered rule for the remaining rows. */
    public RecoveredRule rest() {
        return rest;
    }

    /** Returns the rows that must be removed. Another choice of the same number of rows may also work. */
    public ResultList<School> removed() {
        return ResultList.copyOf(removed);
    }

    /** Returns whether it is proven that removing fewer rows does not suffice. */
    public boolean isFewest() {
        return proven;
    }

    /** Returns whether the other object is the same rule without the same rows. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NearFit that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(rest, removed, proven);
    }

    /** Returns the rule and the rows that it does not fit. */
    @Override
    public String toString() {
        return rest.line() + "; all but "
                + removed.stream().map(School::name).collect(Collectors.joining("; "))
                + (proven ? ", the fewest rows" : "");
    }
}
