package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A proof that given weights cannot be those of a published table. It consists of rows whose printed scores contradict
 * the weights under every rule that was tried.
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

    /** Returns the refuted weights. */
    public Weights weights() {
        return weights;
    }

    /** Returns the most general rule that was tried. It contains the others, so rows that refute it refute them too. */
    public ScoreRule rule() {
        return loosest;
    }

    /** Returns the rows that refute the weights. */
    public ResultList<School> rows() {
        return ResultList.copyOf(rows);
    }

    /** Returns whether it is proven that fewer rows do not refute the weights. */
    public boolean isFewest() {
        return fewest;
    }

    /** Returns whether the other object refutes equal weights with equal rows. */
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

    /** Returns a sentence that states the evidence. */
    @Override
    public String toString() {
        return sentence;
    }
}
