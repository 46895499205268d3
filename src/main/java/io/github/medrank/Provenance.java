package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a methodology's weights come from, and how exactly it reproduces what was published.
 *
 * @param origins for each weighted indicator how its weight is known; empty for a user's own methodology
 * @param source the publisher's page, table or paper, with the year
 * @param reproduction how exactly published results come out, with figures; or that nothing was published to check
 */
@Immutable
public record Provenance(ImmutableMap<Indicator, Origin> origins, String source, String reproduction) {
    /** How a weight is known. */
    public enum Origin {
        /** The publisher prints it. */
        PRINTED("printed by the publisher"),
        /** It was recovered from the publisher's tables, which it reproduces. */
        RECOVERED("recovered from the published tables"),
        /** It is inferred from neighbouring editions, and was not checked against a table. */
        INFERRED("inferred from neighbouring editions"),
        /** A source other than the publisher prints it. */
        REPORTED("as others report it"),
        /** It shows the shape of a method whose numbers are not public. */
        ILLUSTRATIVE("illustrative, not the publisher's"),
        /** The user gave it. */
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

    /** Returns a user's own methodology. */
    public static Provenance own() {
        return new Provenance(ImmutableMap.of(), "the user's own", "not a published method");
    }

    /** Returns one origin for every indicator. */
    public static Provenance of(Iterable<Indicator> indicators, Origin origin, String source, String reproduction) {
        requireNonNull(indicators, "indicators");
        requireNonNull(origin, "origin");
        ImmutableMap.Builder<Indicator, Origin> origins = ImmutableMap.builder();
        indicators.forEach(indicator -> origins.put(indicator, origin));
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
        return (weights.isEmpty() ? "" : weights + "; ") + source + "; " + reproduction;
    }
}
