package io.github.medrank;

import com.google.errorprone.annotations.Immutable;

@Immutable
enum IdentityNormalizer implements Normalizer {
    INSTANCE;

    @Override
    public Scale fit(Column reference) {
        return value -> value;
    }

    @Override
    public boolean orients() {
        return false;
    }

    @Override
    public String toString() {
        return "as given";
    }
}
