package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.SafeText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The origin of a methodology's weights, and how exactly the methodology reproduces published results.
 *
 * @param origins how the weight of each weighted indicator is known; empty for a user's own methodology
 * @param source the publisher's page, table or paper, with the year
 * @param reproduction how exactly published results are reproduced, with figures, or a note that no results were
 *     published
 */
@Immutable
public record Provenance(ImmutableMap<Indicator, Origin> origins, String source, String reproduction) {
    /** How the value of a weight is known. */
    public enum Origin {
        /** Printed by the publisher. */
        PRINTED("printed by the publisher"),
        /** Recovered from the publisher's tables, which it reproduces. */
        RECOVERED("recovered from the published tables"),
        /** Inferred from neighbouring editions, without a table to check against. */
        INFERRED("inferred from neighbouring editions"),
        /** Printed by a source other than the publisher. */
        REPORTED("as others report it"),
        /** Chosen to show the shape of a method whose numbers are not public. */
        ILLUSTRATIVE("illustrative, not the publisher's"),
        /** Stated by the user. */
        STATED("stated by the user");

        private final String text;

        Origin(String text) {
            this.text = text;
        }

        /** Returns the origin in words. */
        @Override
        public String toString() {
            return text;
        }
    }

    /** Checks that no part is null. */
    public Provenance {
        requireNonNull(origins, "origins");
        requireNonNull(source, "source");
        requireNonNull(reproduction, "reproduction");
    }

    /** Returns the provenance of a user's own methodology. */
    public static Provenance own() {
        return new Provenance(ImmutableMap.of(), "the user's own", "not a published method");
    }

    /** Returns a provenance with the same origin for every indicator. */
    public static Provenance of(Iterable<Indicator> indicators, Origin origin, String source, String reproduction) {
        requireNonNull(indicators, "indicators");
        requireNonNull(origin, "origin");
        ImmutableMap.Builder<Indicator, Origin> origins = ImmutableMap.builder();
        for (Indicator indicator : indicators) {
            origins.put(indicator, origin);
        }
        return new Provenance(origins.buildOrThrow(), source, reproduction);
    }

    /** Returns the origins of the weights, the source and the reproduction, in words. */
    @Override
    public String toString() {
        Map<Origin, String> names = new LinkedHashMap<>();
        origins.forEach((indicator, origin) -> names.merge(origin, indicator.symbol(), (a, b) -> a + ", " + b));
        String weights = names.entrySet().stream()
                .map(entry -> names.size() == 1
                        ? "weights " + entry.getKey()
                        : "weights of " + entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining("; "));
        return (weights.isEmpty() ? "" : weights + "; ") + SafeText.line(source + "; " + reproduction);
    }
}
