package io.github.medrank.audit;

/** What the values of a published table may be to the numbers that the publisher weighted. */
public enum InputValues {
    /** The same numbers. */
    AS_PRINTED("values as printed"),
    /**
     * Those numbers, rounded to the decimals of their column: the digits that are hidden are not known. Tried for an
     * arithmetic mean that is printed as it is.
     */
    ROUNDED("values with hidden digits"),
    /**
     * Raw numbers on an unknown straight scale per indicator: slopes are recovered, and a weight is the slope times the
     * range of the column, so that the weights are those of the values scaled from 0 to 100 in this table.
     */
    RAW("raw values, scaled from 0 to 100 in this table");

    private final String text;

    InputValues(String text) {
        this.text = text;
    }

    /** Returns what the values are, in words. */
    @Override
    public String toString() {
        return text;
    }
}
