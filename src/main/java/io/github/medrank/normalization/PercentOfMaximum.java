package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;
import java.util.OptionalDouble;

/** The best value is 100, the others in proportion, or their square roots. */
@Immutable
record PercentOfMaximum(boolean root) implements Normalizer {
    @Override
    public Scale fit(Column reference) {
        if (reference.max().isEmpty()) {
            return value -> Double.NaN;
        }
        return reference.indicator().direction() == Direction.HIGHER_IS_BETTER ? ofMost(reference) : ofLeast(reference);
    }

    private Scale ofMost(Column reference) {
        double most = reference.max().orElseThrow();
        double least = reference.min().orElseThrow();
        checkArgument(
                most > 0 || least == 0,
                "indicator \"%s\": the greatest value is %s, so a percentage of it would turn the order round; take a"
                        + " normalizer such as min–max, or add a constant first",
                reference.indicator().id(),
                most);
        if (most == 0) {
            return value -> value == 0 ? 0 : Double.NaN;
        }
        return value -> value >= 0 ? percent(value, most) : Double.NaN;
    }

    private Scale ofLeast(Column reference) {
        double least = reference.min().orElseThrow();
        double most = reference.max().orElseThrow();
        checkArgument(
                least > 0 || (least == 0 && most == 0),
                "indicator \"%s\": less is better and the least value is %s, so that the others would get nothing or"
                        + " the order be turned round; take a normalizer such as min–max, or add a constant first",
                reference.indicator().id(),
                least);
        if (least == 0) {
            return value -> value == 0 ? 100 : Double.NaN;
        }
        return value -> value > 0 ? percent(least, value) : Double.NaN;
    }

    private double percent(double part, double whole) {
        return root ? Math.sqrt(part / whole) * 100 : part * 100 / whole;
    }

    @Override
    public OptionalDouble floor() {
        return OptionalDouble.of(0);
    }

    @Override
    public String toString() {
        return root ? "square root of percent of maximum" : "percent of maximum";
    }
}
