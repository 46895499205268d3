package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;

/** 50 + 10 z. */
@Immutable
record TScore(ZScore z) implements Normalizer {
    @Override
    public Scale fit(Column reference) {
        Scale scale = z.fit(reference);
        return value -> 50 + 10 * scale.apply(value);
    }

    @Override
    public String toString() {
        return "T-score 50 + 10 × " + z;
    }
}
