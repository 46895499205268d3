package io.github.medrank.audit;

/** Defines how the values of a published table relate to the numbers that the publisher weighted. */
public enum InputValues {
    /** The printed values are the weighted numbers. This is not tried if less of an indicator is better. */
    AS_PRINTED("values as printed"),
    /**
     * The printed values are the weighted numbers, rounded to the decimals of their column, so further digits are
     * unknown. A geometric or harmonic mean is tried only on a scale without an unknown constant that is added. Nothing
     * of this is tried if less of an indicator is better.
     */
    ROUNDED("values with hidden digits"),
    /**
     * The printed values are raw numbers, which the publisher scaled linearly in an unknown way. The slope of each
     * indicator is recovered, and its weight is the slope times the range of the column; this corresponds to values
     * scaled from 0 to 100 in this table.
     */
    RAW("raw values, scaled from 0 to 100 in this table");

    private final String text;

    InputValues(String text) {
        this.text = text;
    }

    /** Returns a description of the values. */
    @Override
    public String toString() {
        return text;
    }
}
