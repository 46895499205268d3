package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;
import java.util.OptionalDouble;

/** Percent of the way between two fixed values. */
@Immutable
record Goalposts(double low, double high, boolean clipped) implements Normalizer {
    Goalposts {
        Ranges.check(low, high, "goalposts");
    }

    @Override
    public Scale fit(Column reference) {
        Scale line = reference.indicator().direction() == Direction.HIGHER_IS_BETTER
                ? Ranges.line(low, 0, high, 100)
                : Ranges.line(high, 0, low, 100);
        return clipped ? value -> Math.max(0, Math.min(100, line.apply(value))) : line;
    }

    @Override
    public OptionalDouble floor() {
        return clipped ? OptionalDouble.of(0) : OptionalDouble.empty();
    }

    @Override
    public String toString() {
        return "goalposts " + Text.range(low, high) + (clipped ? "" : ", not clipped");
    }
}
