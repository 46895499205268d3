package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why certain weights cannot be those of a published table: rows whose printed scores they contradict under every rule
 * tried.
 */
@Immutable
public final class Refutation {
    private final Weights weights;
    private final ScoreRule loosest;
    private final ImmutableList<School> rows;
    private final boolean fewest;
    private final String sentence;

    Refutation(Weights weights, ScoreRule loosest, ImmutableList<School> rows, boolean fewest, String sentence) {
        this.weights = weights;
        this.loosest = loosest;
        this.rows = rows;
        this.fewest = fewest;
        this.sentence = sentence;
    }

    /** Returns the weights. */
    public Weights weights() {
        return weights;
    }

    /** Returns the loosest of the rules that were tried: it contains the others, so what refutes it refutes them. */
    public ScoreRule rule() {
        return loosest;
    }

    /** Returns the rows that refute the weights. */
    public ResultList<School> rows() {
        return ResultList.copyOf(rows);
    }

    /** Returns whether it is proven that no fewer rows refute them. */
    public boolean isFewest() {
        return fewest;
    }

    /** Returns whether the other object refutes the same weights by the same rows. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Refutation that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(weights, loosest, rows, fewest);
    }

    /** Returns the evidence in a sentence. */
    @Override
    public String toString() {
        return sentence;
    }
}
