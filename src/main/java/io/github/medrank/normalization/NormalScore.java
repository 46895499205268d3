package io.github.medrank.normalization;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;
import io.github.medrank.exact.NormalDistribution;

/** 100 times the normal distribution function of a z-score. */
@Immutable
record NormalScore(ZScore z) implements Normalizer {
    @Override
    public Scale fit(Column reference) {
        requireNonNull(reference, "reference");
        Scale scale = z.fit(reference);
        return value -> 100 * NormalDistribution.cumulative(scale.apply(value));
    }

    @Override
    public String toString() {
        return "100 × normal distribution function of " + z;
    }
}
