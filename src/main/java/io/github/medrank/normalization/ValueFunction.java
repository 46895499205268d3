package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Straight lines through points, level beyond the first and the last. */
@Immutable
record ValueFunction(ImmutableList<Point> points) implements Normalizer {
    /** What a raw value is worth. */
    @Immutable
    record Point(double x, double y) {
        Point {
            checkArgument(
                    Double.isFinite(x) && Double.isFinite(y), "value function: (%s, %s) is not a finite point", x, y);
        }

        @Override
        public String toString() {
            return Text.number(x) + " → " + Text.number(y);
        }
    }

    static ValueFunction of(Map<? extends Number, ? extends Number> worth) {
        checkArgument(!worth.isEmpty(), "a value function needs at least one point");
        return new ValueFunction(worth.entrySet().stream()
                .map(each ->
                        new Point(each.getKey().doubleValue(), each.getValue().doubleValue()))
                .sorted((a, b) -> Double.compare(a.x(), b.x()))
                .collect(ImmutableList.toImmutableList()));
    }

    @Override
    public Scale fit(Column reference) {
        return this::worth;
    }

    private double worth(double value) {
        Point from = points.get(0);
        for (Point to : points) {
            if (value <= to.x()) {
                return value <= from.x()
                        ? from.y()
                        : Ranges.line(from.x(), from.y(), to.x(), to.y()).apply(value);
            }
            from = to;
        }
        return from.y();
    }

    @Override
    public OptionalDouble floor() {
        return points.stream().mapToDouble(Point::y).min();
    }

    @Override
    public String toString() {
        return "value function " + points.stream().map(Point::toString).collect(Collectors.joining(", "));
    }
}
