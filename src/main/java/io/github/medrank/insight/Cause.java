package io.github.medrank.insight;

/** Why a school's score or position is another in the next edition. */
public enum Cause {
    /** The school's own values, and the attributes it is listed with. */
    OWN_INDICATORS("own indicators"),
    /** The values of the schools that are in both editions. */
    OTHERS_INDICATORS("others' indicators"),
    /** Schools that are in one edition only. */
    ENTRANTS_AND_LEAVERS("entrants and leavers"),
    /** The weights, and with them which indicators count. */
    WEIGHTS("weights"),
    /** Every other step of the methodology: eligibility to presentation. */
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
