package io.github.medrank;

import static java.util.Objects.requireNonNull;

import io.github.medrank.exact.SafeText;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The position of schools with equal scores. Examples are for scores 9, 8, 8, 7. */
public enum TieRule {
    /** The best position of the group; the following positions are skipped: 1, 2, 2, 4. */
    COMPETITION("competition"),
    /** The worst position of the group: 1, 3, 3, 4. */
    MODIFIED_COMPETITION("modified competition"),
    /** The best position of the group; no position is skipped: 1, 2, 2, 3. */
    DENSE("dense"),
    /** A distinct position for each school, in listing order within a group: 1, 2, 3, 4. No tie is shown. */
    ORDINAL("ordinal"),
    /** The mean of the group's positions: 1, 2.5, 2.5, 4. */
    FRACTIONAL("fractional");

    private final String text;

    TieRule(String text) {
        this.text = text;
    }

    /**
     * Parses the name of a rule, in the format of {@link #toString}.
     *
     * <pre>{@code
     * TieRule.parse("modified competition") // ==> modified competition
     * }</pre>
     *
     * @throws IllegalArgumentException if no rule has that name
     */
    public static TieRule parse(String text) {
        requireNonNull(text, "text");
        return Arrays.stream(values())
                .filter(rule -> rule.text.equals(text))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("no tie rule \"" + SafeText.line(text) + "\"; there are "
                                + Arrays.stream(values()).map(TieRule::toString).collect(Collectors.joining(", "))));
    }

    /** Returns the rule's name in words. */
    @Override
    public String toString() {
        return text;
    }
}
