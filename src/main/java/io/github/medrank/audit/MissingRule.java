package io.github.medrank.audit;

/** What a publisher may do where a school lacks a value. */
public enum MissingRule {
    /** The value counts 0 and its weight is kept. */
    ZERO("a missing value counts 0"),
    /** All indicators present share its weight, in proportion to their own. */
    SHARED("a missing value's weight is shared by all present"),
    /** The indicators present in its pillar share its weight. */
    SHARED_IN_PILLAR("a missing value's weight is shared inside its pillar"),
    /** The rule says nothing of such a row. */
    SET_ASIDE("rows with a missing value are set aside");

    private final String text;

    MissingRule(String text) {
        this.text = text;
    }

    /** Returns the rule in words. */
    @Override
    public String toString() {
        return text;
    }
}
