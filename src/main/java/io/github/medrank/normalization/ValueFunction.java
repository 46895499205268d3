package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.Scale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

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
        requireNonNull(reference, "reference");
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        for (int i = 1; i < points.size(); i++) {
            Point from = points.get(i - 1);
            Point to = points.get(i);
            int decimals = Line.decimals(reference, from.x(), to.x());
            lines.add(Line.through(from.x(), from.y(), to.x(), to.y(), decimals));
        }
        ImmutableList<Line> all = lines.build();
        double largest =
                points.stream().mapToDouble(each -> Math.abs(each.y())).max().orElse(0);
        return new Exactly(
                value -> worth(all, value),
                value -> exactly(all, value),
                column -> all.stream()
                        .mapToDouble(line -> line.errorBound(column))
                        .reduce(largest * Exactly.ROUNDINGS, Math::max),
                values -> LongStream.concat(
                                all.stream().mapToLong(line -> line.denominator(values)),
                                points.stream().mapToLong(each -> Exactly.ofDecimal(Rational.of(each.y()))))
                        .reduce(1, Exactly::common));
    }

    private double worth(ImmutableList<Line> lines, double value) {
        for (int i = 0; i < points.size(); i++) {
            if (value <= points.get(i).x()) {
                return i == 0 || value == points.get(i).x()
                        ? points.get(i).y()
                        : lines.get(i - 1).apply(value);
            }
        }
        return points.get(points.size() - 1).y();
    }

    private Rational exactly(ImmutableList<Line> lines, Rational value) {
        for (int i = 0; i < points.size(); i++) {
            if (value.compareTo(Rational.of(points.get(i).x())) <= 0) {
                return i == 0
                        ? Rational.of(points.get(i).y())
                        : lines.get(i - 1).exact(value);
            }
        }
        return Rational.of(points.get(points.size() - 1).y());
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
