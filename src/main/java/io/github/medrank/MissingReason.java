package io.github.medrank;

import com.google.common.collect.ImmutableList;

/** The reason why a cell of an {@link IndicatorTable} has no number. */
public enum MissingReason {
    /** The school or the source reported no value. An empty cell of a CSV file has this reason. */
    NOT_REPORTED(1, "not reported"),
    /** The indicator does not apply to the school, such as papers in nature journals for a school of economics. */
    NOT_APPLICABLE(2, "not applicable"),
    /** The evidence was below the publisher's minimum. */
    BELOW_THRESHOLD(3, "below threshold"),
    /** The value exists but is not published. */
    WITHHELD(4, "withheld"),
    /** The formula has no result for the school's evidence, such as a logarithm of zero. */
    UNDEFINED(5, "undefined");

    private static final ImmutableList<MissingReason> ALL = ImmutableList.copyOf(values());

    private final byte code;
    private final String text;

    MissingReason(int code, String text) {
        this.code = (byte) code;
        this.text = text;
    }

    /** A code from 1, for columns that keep one byte per cell; 0 stands for no reason. */
    byte code() {
        return code;
    }

    static MissingReason of(byte code) {
        return ALL.get(code - 1);
    }

    /** Returns the reason in words, such as {@code not reported}. */
    @Override
    public String toString() {
        return text;
    }
}
