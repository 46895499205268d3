package io.github.medrank.insight;

/** The cause of a difference in a school's score or position between two editions. */
public enum Cause {
    /** The school's own values, and its attributes. */
    OWN_INDICATORS("own indicators"),
    /** The values of the other schools that are in both editions. */
    OTHERS_INDICATORS("others' indicators"),
    /** The schools that are in only one of the editions. */
    ENTRANTS_AND_LEAVERS("entrants and leavers"),
    /** The weights, including which indicators count. */
    WEIGHTS("weights"),
    /** All other steps of the methodology, from eligibility to presentation. */
    METHOD("method");

    private final String text;

    Cause(String text) {
        this.text = text;
    }

    /** Returns the cause in words. */
    @Override
    public String toString() {
        return text;
    }
}
