package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

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
        Line.checkRange(low, high, "goalposts");
    }

    @Override
    public Scale fit(Column reference) {
        requireNonNull(reference, "reference");
        int decimals = Line.decimals(reference, low, high);
        Line line = reference.indicator().direction() == Direction.HIGHER_IS_BETTER
                ? Line.through(low, 0, high, 100, decimals)
                : Line.through(high, 0, low, 100, decimals);
        return clipped ? Exactly.clipped(line, 0, 100) : line;
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
