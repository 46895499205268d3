package io.github.medrank;

import com.google.errorprone.annotations.Immutable;
import java.util.OptionalDouble;

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

    /** Indicators are taken to be zero or more, unless the ranking sees a value that is less. */
    @Override
    public OptionalDouble floor() {
        return OptionalDouble.of(0);
    }

    @Override
    public String toString() {
        return "as given";
    }
}
