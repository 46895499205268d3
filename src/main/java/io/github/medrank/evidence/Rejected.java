package io.github.medrank.evidence;

import com.google.common.collect.ImmutableMap;
import java.util.stream.Collectors;

/** The records that a tally did not count, by reason, and the unmatched names, most frequent first. */
record Rejected(ImmutableMap<Rejection, Long> counts, ImmutableMap<String, Long> names) {
    private static final int SHOWN = 5;

    /** Returns the end of a tally's text. */
    @Override
    public String toString() {
        if (counts.isEmpty()) {
            return "; none rejected";
        }
        return counts.entrySet().stream()
                        .map(each -> "\n  " + each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining("", "; rejected", ""))
                + (names.isEmpty() ? "" : "\n  names not matched: " + shown());
    }

    /** The note of a tally about papers without ids. */
    static String noDuplicates(long withoutIds) {
        return withoutIds + " of them without an id, so duplicates were not looked for";
    }

    private String shown() {
        String most = names.entrySet().stream()
                .limit(SHOWN)
                .map(each -> "\"" + each.getKey() + "\" " + each.getValue())
                .collect(Collectors.joining(", "));
        return names.size() > SHOWN ? most + ", … " + (names.size() - SHOWN) + " more: unmatchedNames()" : most;
    }
}
