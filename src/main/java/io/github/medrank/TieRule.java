package io.github.medrank;

/** Which position schools of equal score get; the examples are for scores 9, 8, 8, 7. */
public enum TieRule {
    /** The best position of the group, the next ones left out: 1, 2, 2, 4. */
    COMPETITION("competition"),
    /** The worst position of the group: 1, 3, 3, 4. */
    MODIFIED_COMPETITION("modified competition"),
    /** The best position of the group, the next ones moved up: 1, 2, 2, 3. */
    DENSE("dense"),
    /** A position for each school, in listing order inside a group: 1, 2, 3, 4. No tie is shown. */
    ORDINAL("ordinal"),
    /** The mean of the group's positions: 1, 2.5, 2.5, 4. */
    FRACTIONAL("fractional");

    private final String text;

    TieRule(String text) {
        this.text = text;
    }

    /** The rule's name in words. */
    @Override
    public String toString() {
        return text;
    }
}
