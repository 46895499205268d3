package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A rule that gives every printed score but those of a few rows. */
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

    /** Returns what the rule says of the other rows. */
    public RecoveredRule rest() {
        return rest;
    }

    /** Returns the rows that have to go; another choice of as many may do. */
    public ResultList<School> removed() {
        return ResultList.copyOf(removed);
    }

    /** Returns whether it is proven that no fewer rows do. */
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
