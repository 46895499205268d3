package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.Scale;
import java.math.BigDecimal;
import java.util.OptionalDouble;

/** The best value is 100, the others in proportion, or their square roots. */
@Immutable
record PercentOfMaximum(boolean root) implements Normalizer {
    private static final Rational HUNDRED = Rational.of(BigDecimal.valueOf(100));

    @Override
    public Scale fit(Column reference) {
        requireNonNull(reference, "reference");
        if (reference.max().isEmpty()) {
            return Exactly.NOWHERE;
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
            return Exactly.only(reference, Rational.ZERO);
        }
        if (root) {
            Rational whole = Statistics.greatest(reference);
            return Irrational.rootOfPercent(
                    value -> value >= 0 ? value / most : Double.NaN,
                    value -> value.dividedBy(whole),
                    values -> values.magnitude() / most,
                    values -> Exactly.error(values) / most);
        }
        Line line = reference.isDecimal()
                ? Line.through(0, 0, most, 100, reference.decimals())
                : Line.near(
                        reference,
                        0,
                        0,
                        most,
                        100,
                        () -> Line.Coefficients.through(
                                Rational.ZERO, Rational.ZERO, Statistics.greatest(reference), HUNDRED));
        return new Exactly(
                value -> value >= 0 ? line.apply(value) : Double.NaN, line::exact, line::errorBound, line::denominator);
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
            return Exactly.only(reference, HUNDRED);
        }
        Rational part = Statistics.least(reference);
        return root
                ? Irrational.rootOfPercent(
                        value -> value > 0 ? least / value : Double.NaN,
                        part::dividedBy,
                        values -> least / Exactly.leastPositive(values),
                        values -> 4 * least / Exactly.leastPositive(values) * Exactly.relativeError(values))
                : Exactly.inProportion(100, part, reference.decimals());
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
