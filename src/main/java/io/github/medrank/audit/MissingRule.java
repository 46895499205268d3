package io.github.medrank.audit;

/** Defines how a publisher treats a missing value. */
public enum MissingRule {
    /** The missing value counts as 0, and its weight is kept. */
    ZERO("a missing value counts 0"),
    /** The weight of the missing value is shared by all present indicators, in proportion to their own weights. */
    SHARED("a missing value's weight is shared by all present"),
    /** The weight of the missing value is shared by the present indicators of the same pillar. */
    SHARED_IN_PILLAR("a missing value's weight is shared inside its pillar"),
    /** The rule makes no statement about rows with a missing value. */
    SET_ASIDE("rows with a missing value are set aside");

    private final String text;

    MissingRule(String text) {
        this.text = text;
    }

    /** Returns a description of the rule. */
    @Override
    public String toString() {
        return text;
    }
}
