package io.github.medrank.normalization;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import java.util.Optional;

/** Groups by an attribute; a value, so that two recipes can be equal. */
@Immutable
record ByAttribute(String key) implements Imputations.Grouping {
    @Override
    public Optional<String> group(School school) {
        return Optional.ofNullable(school.attributes().get(key));
    }
}
