package io.github.medrank.choice;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ResultList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Statements that no weights satisfy together, and the fewest to withdraw; returned by
 * {@link WhatMatters#contradiction}.
 */
@Immutable
public final class Contradiction {
    private final ImmutableList<Statement> statements;
    private final ImmutableList<Statement> withdrawal;
    private final boolean smallest;
    private final boolean least;

    Contradiction(
            ImmutableList<Statement> statements, ImmutableList<Statement> withdrawal, boolean smallest, boolean least) {
        this.statements = statements;
        this.withdrawal = withdrawal;
        this.smallest = smallest;
        this.least = least;
    }

    /**
     * Returns statements that contradict each other and are consistent as soon as any one of them is removed. Among
     * several such sets it is one of the smallest, if {@link #isProvenSmallest}.
     */
    public ResultList<Statement> statements() {
        return ResultList.copyOf(statements);
    }

    /**
     * Returns the least repair: the statements to withdraw so that all others agree, in the order in which they were
     * made. Among several repairs it is one with the fewest statements, if {@link #isProvenLeast}.
     */
    public ResultList<Statement> withdrawal() {
        return ResultList.copyOf(withdrawal);
    }

    /**
     * Returns whether it is proven that no smaller set contradicts itself; false if the search was stopped at its
     * limit.
     */
    public boolean isProvenSmallest() {
        return smallest;
    }

    /** Returns whether it is proven that no smaller repair exists; false if the search was stopped at its limit. */
    public boolean isProvenLeast() {
        return least;
    }

    /** Returns whether the other has the same statements, withdrawal and proofs. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Contradiction that
                && statements.equals(that.statements)
                && withdrawal.equals(that.withdrawal)
                && smallest == that.smallest
                && least == that.least;
    }

    @Override
    public int hashCode() {
        return statements.hashCode() * 31 + withdrawal.hashCode();
    }

    /** Returns both lists as a sentence. */
    @Override
    public String toString() {
        return list(statements, "; ")
                + (statements.size() == 1 ? ": no weights satisfy it" : ": no weights satisfy these together")
                + ". Least repair: take back " + list(withdrawal, "; ");
    }

    private static String list(ImmutableList<Statement> some, String separator) {
        return some.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(separator));
    }
}
