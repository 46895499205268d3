package io.github.medrank.normalization;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.ExactScale;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.Scale;

/** A z-score times a factor, plus a number: 50 + 10 z is the T-score. */
@Immutable
record ShiftedZScore(ZScore z, double factor, double shift) implements Normalizer {
    ShiftedZScore {
        checkArgument(Double.isFinite(shift), "z-score + %s; the shift must be finite", shift);
    }

    static ShiftedZScore tScore(ZScore z) {
        return new ShiftedZScore(z, 10, 50);
    }

    @Override
    public Scale fit(Column reference) {
        requireNonNull(reference, "reference");
        ExactScale scale = z.fit(reference);
        Rational times = Rational.of(factor);
        Rational added = Rational.of(shift);
        return new Exactly(
                value -> shift + factor * scale.apply(value),
                value -> scale.exact(value).times(times).plus(added),
                values -> (factor + 1) * scale.errorBound(values) + Math.abs(shift) * Exactly.ROUNDINGS);
    }

    @Override
    public String toString() {
        return factor == 1
                ? z + (shift < 0 ? " − " : " + ") + Text.number(Math.abs(shift))
                : "T-score " + Text.number(shift) + " + " + Text.number(factor) + " × " + z;
    }
}
