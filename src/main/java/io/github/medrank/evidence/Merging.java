package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;

/** Checks that two accumulators can be merged. */
final class Merging {
    private Merging() {}

    static void check(
            Object one, Object other, Institutions here, Institutions there, Object rules, Object otherRules) {
        checkArgument(
                one != other,
                "an accumulator cannot be merged with itself: everything it has counted would count twice");
        here.requireSame(there);
        checkArgument(rules.equals(otherRules), "the accumulators count by different rules: %s, %s", rules, otherRules);
    }
}
