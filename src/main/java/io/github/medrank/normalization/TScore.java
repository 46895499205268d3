package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.ExactScale;
import io.github.medrank.Normalizer;
import io.github.medrank.Rational;
import io.github.medrank.Scale;
import java.math.BigDecimal;

/** 50 + 10 z. */
@Immutable
record TScore(ZScore z) implements Normalizer {
    private static final Rational TEN = Rational.of(BigDecimal.TEN);
    private static final Rational FIFTY = Rational.of(BigDecimal.valueOf(50));

    @Override
    public Scale fit(Column reference) {
        ExactScale scale = z.fit(reference);
        return new Exactly(
                value -> 50 + 10 * scale.apply(value),
                value -> scale.exact(value).times(TEN).plus(FIFTY),
                (magnitude, error) -> 11 * scale.errorBound(magnitude, error) + 50 * Exactly.ROUNDINGS);
    }

    @Override
    public String toString() {
        return "T-score 50 + 10 × " + z;
    }
}
