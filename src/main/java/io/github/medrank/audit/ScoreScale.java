package io.github.medrank.audit;

/**
 * Defines how a printed score is derived from the composite S. The most specific scale comes first; each later one
 * leaves more to be recovered.
 */
public enum ScoreScale {
    /** The printed score is the composite itself, and the weights' shares add up to 1. */
    AS_IS("as it is", 0),
    /**
     * The printed score is P·S/S<sub>top</sub>, where P is the largest printed score and a power of ten, such as 100.
     */
    TOP("rescaled so that the top has the greatest printed score", 0),
    /**
     * The printed score is P·(S − m)/(S<sub>top</sub> − m) with an unknown m, such as the lowest score of all evaluated
     * schools.
     */
    TOP_ABOVE_MINIMUM("rescaled above an unknown minimum so that the top has the greatest printed score", 1),
    /** The printed score is b·S with an unknown b, as for a sum of points. */
    POINTS("a sum of points", 1),
    /**
     * The printed score is b·(S − m) with unknown b and m, which is any straight line. It contains all other scales.
     */
    LINE("a straight line of it", 2),
    /** Only the printed positions are used, so the scale may be any increasing function. */
    ORDER("positions alone", 0);

    private final String text;
    private final int constants;

    ScoreScale(String text, int constants) {
        this.text = text;
        this.constants = constants;
    }

    /** Returns the number of constants that are recovered in addition to the weights. */
    public int constants() {
        return constants;
    }

    boolean isFromTop() {
        return this == TOP || this == TOP_ABOVE_MINIMUM;
    }

    /** Returns a description of the scale. */
    @Override
    public String toString() {
        return text;
    }
}
