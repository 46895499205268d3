package io.github.medrank.evidence;

import com.google.common.collect.ImmutableMap;
import java.util.stream.Collectors;

/** What the tallies' texts share. */
final class Tallies {
    private Tallies() {}

    static String rejected(ImmutableMap<Rejection, Long> rejected) {
        return rejected.isEmpty()
                ? "; none rejected"
                : rejected.entrySet().stream()
                        .map(each -> "\n  " + each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining("", "; rejected", ""));
    }
}
