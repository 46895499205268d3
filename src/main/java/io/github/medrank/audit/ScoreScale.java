package io.github.medrank.audit;

/**
 * How a printed score may stand to the composite S, the most specific first; each later one has more to be recovered.
 */
public enum ScoreScale {
    /** The composite itself: the shares of the weights are the whole of it. */
    AS_IS("as it is", 0),
    /** P·S/S<sub>top</sub>, where P is the greatest printed score and a power of ten, as 100 is. */
    TOP("rescaled so that the top has the greatest printed score", 0),
    /** P·(S − m)/(S<sub>top</sub> − m) with an unknown m, such as the least score of all schools evaluated. */
    TOP_ABOVE_MINIMUM("rescaled above an unknown minimum so that the top has the greatest printed score", 1),
    /** b·S with an unknown b: a sum of points. */
    POINTS("a sum of points", 1),
    /** b·(S − m) with an unknown b and m: any straight line. It contains all others. */
    LINE("a straight line of it", 2),
    /** Any increasing function: only the printed positions are looked at. */
    ORDER("positions alone", 0);

    private final String text;
    private final int constants;

    ScoreScale(String text, int constants) {
        this.text = text;
        this.constants = constants;
    }

    /** Returns how many constants are recovered beside the weights. */
    public int constants() {
        return constants;
    }

    boolean isFromTop() {
        return this == TOP || this == TOP_ABOVE_MINIMUM;
    }

    /** Returns the scale in words. */
    @Override
    public String toString() {
        return text;
    }
}
