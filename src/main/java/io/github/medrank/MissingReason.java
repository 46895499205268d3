package io.github.medrank;

import com.google.common.collect.ImmutableList;

/** Why a cell of an {@link IndicatorTable} holds no number. */
public enum MissingReason {
    /** The school or the source gave none; also what an empty cell of a CSV file means. */
    NOT_REPORTED(1, "not reported"),
    /** The indicator has no meaning for the school, such as papers in nature journals for a school of economics. */
    NOT_APPLICABLE(2, "not applicable"),
    /** There was too little evidence for the publisher's minimum. */
    BELOW_THRESHOLD(3, "below threshold"),
    /** The value exists, but is not shown. */
    WITHHELD(4, "withheld"),
    /** The formula has no value for the school's evidence, such as a logarithm of zero. */
    UNDEFINED(5, "undefined");

    private static final ImmutableList<MissingReason> ALL = ImmutableList.copyOf(values());

    private final byte code;
    private final String text;

    MissingReason(int code, String text) {
        this.code = (byte) code;
        this.text = text;
    }

    /** A number from 1, for columns that keep a byte a cell; 0 stands for no reason. */
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
