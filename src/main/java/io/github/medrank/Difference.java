package io.github.medrank;

import com.google.errorprone.annotations.Immutable;

/**
 * Where a computed ranking and a published one do not agree.
 *
 * @param school the school
 * @param what {@code score} or {@code position}
 * @param computed what was computed
 * @param published what was printed
 */
@Immutable
public record Difference(School school, String what, String computed, String published) {
    /** The difference in words: {@code Yale (US): score 85.8, published 85.9}. */
    @Override
    public String toString() {
        return school + ": " + what + " " + computed + ", published " + published;
    }
}
