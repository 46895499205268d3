package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.Row;
import io.github.medrank.Scale;
import java.util.OptionalDouble;

/** A school whose own values are 100, and the two scales that it measures by. */
@Immutable
record Reference(String school, ImmutableMap<Indicator, Double> values) {
    static Reference of(Row row) {
        ImmutableMap.Builder<Indicator, Double> values = ImmutableMap.builder();
        for (Indicator indicator : row.indicators()) {
            row.cell(indicator).value().ifPresent(value -> values.put(indicator, value));
        }
        return new Reference(row.school().name(), values.buildOrThrow());
    }

    private double value(Indicator indicator) {
        Double value = values.get(indicator);
        checkArgument(
                value != null,
                "indicator \"%s\": the reference, %s, has no value; take another school, or give this indicator another"
                        + " normalizer",
                indicator.id(),
                school);
        return value;
    }

    /** In proportion to the reference. */
    @Immutable
    record Percent(Reference reference) implements Normalizer {
        @Override
        public Scale fit(Column column) {
            requireNonNull(column, "column");
            Indicator indicator = column.indicator();
            double whole = reference.value(indicator);
            checkArgument(
                    whole > 0,
                    "indicator \"%s\": the value of the reference, %s, is %s; a percentage of it takes one above 0",
                    indicator.id(),
                    reference.school(),
                    whole);
            if (indicator.direction() == Direction.LOWER_IS_BETTER) {
                return Exactly.inProportion(100, Rational.of(whole), Line.decimals(column, 0, whole));
            }
            Line line = Line.through(0, 0, whole, 100, Line.decimals(column, 0, whole));
            return new Exactly(
                    value -> value >= 0 ? line.apply(value) : Double.NaN,
                    line::exact,
                    line::errorBound,
                    line::denominator);
        }

        @Override
        public OptionalDouble floor() {
            return OptionalDouble.of(0);
        }

        @Override
        public String toString() {
            return "percent of " + reference.school();
        }
    }

    /** The worst value is 0; better ones than the reference's are above 100. */
    @Immutable
    record Distance(Reference reference) implements Normalizer {
        @Override
        public Scale fit(Column column) {
            requireNonNull(column, "column");
            if (column.min().isEmpty()) {
                return Exactly.NOWHERE;
            }
            double goal = reference.value(column.indicator());
            boolean more = column.indicator().direction() == Direction.HIGHER_IS_BETTER;
            double worst = (more ? column.min() : column.max()).orElseThrow();
            checkArgument(
                    more ? goal > worst : goal < worst,
                    "indicator \"%s\": the value of the reference, %s, is %s and no better than the worst, %s, so that"
                            + " there is no distance to measure by; take another reference",
                    column.indicator().id(),
                    reference.school(),
                    goal,
                    worst);
            return column.isDecimal()
                    ? Line.through(worst, 0, goal, 100, Line.decimals(column, worst, goal))
                    : Line.through(
                            more ? Statistics.least(column) : Statistics.greatest(column),
                            0,
                            Rational.of(goal),
                            100,
                            -1);
        }

        @Override
        public String toString() {
            return "percent of the way from the worst to " + reference.school();
        }
    }
}
