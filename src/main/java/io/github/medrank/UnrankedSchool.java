package io.github.medrank;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.SafeText;

/**
 * A school that is listed without a position, and why.
 *
 * @param school the school
 * @param reason why it is not ranked
 */
@Immutable
public record UnrankedSchool(School school, String reason) {
    /** Checks that no part is null. */
    public UnrankedSchool {
        requireNonNull(school, "school");
        requireNonNull(reason, "reason");
    }

    /** Returns the school and the reason: {@code Yale (US): 3 papers, fewer than 50}. */
    @Override
    public String toString() {
        return school + ": " + SafeText.line(reason);
    }
}
