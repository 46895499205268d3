package io.github.medrank.audit;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.ResultList;
import io.github.medrank.Weights;
import io.github.medrank.exact.NumberText;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The weights on a grid of percentages that give every printed score. */
@Immutable
public final class GridWeights {
    private final BigDecimal step;
    private final ImmutableList<Weights> weights;
    private final boolean complete;

    GridWeights(BigDecimal step, ImmutableList<Weights> weights, boolean complete) {
        this.step = step;
        this.weights = weights;
        this.complete = complete;
    }

    /** Returns the step of the grid, in percent. */
    public BigDecimal step() {
        return step;
    }

    /** Returns the weights that fit, in ascending order of distance from the middle of the intervals. */
    public ResultList<Weights> weights() {
        return ResultList.copyOf(weights);
    }

    /** Returns whether all weights of the grid were examined. If there were too many, others may fit as well. */
    public boolean isComplete() {
        return complete;
    }

    /** Returns whether all weights of the grid were examined and exactly one fits. */
    public boolean isUnique() {
        return complete && weights.size() == 1;
    }

    /** Returns whether the other object holds the same weights of the same grid. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GridWeights that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    private List<Object> parts() {
        return List.of(step.stripTrailingZeros(), weights, complete);
    }

    /** Returns a sentence that states how many weights of the grid fit. */
    @Override
    public String toString() {
        String grid = " on a grid of " + NumberText.plain(step) + " %";
        if (isUnique()) {
            return "the only weights" + grid;
        }
        return complete ? weights.size() + " weights" + grid : "too many weights to count" + grid;
    }
}
