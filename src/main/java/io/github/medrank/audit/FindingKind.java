package io.github.medrank.audit;

/** Classifies irregularities in a published table, the most serious first. */
public enum FindingKind {
    /** The stated weights cannot have given the printed scores. */
    WEIGHTS_REFUTED("stated weights cannot have been used"),
    /** The rule does not give a printed score. */
    SCORE_OUTSIDE("score outside its interval"),
    /** A score fits only if a value was used that is not shown. */
    HIDDEN_VALUE("score uses a value that is not shown"),
    /** A value is printed as 0, but the score of its row treats it as missing. */
    ZERO_LIKE_MISSING("a printed 0 that behaves as missing"),
    /** The positions are in a different order from the printed scores. */
    POSITION_CONTRADICTS_SCORE("position contradicts the printed score"),
    /** From some row on, all positions are too high or too low by the same number. */
    POSITIONS_SHIFTED("positions shifted"),
    /** Schools with equal printed scores have different positions. */
    TIE_SPLIT("tie split"),
    /** A shared position lacks the tie mark that other shared positions have. */
    TIE_MARK_MISSING("tie mark missing"),
    /** A position that is not shared has a tie mark. */
    TIE_MARK_WRONG("tie mark wrong"),
    /** A school is in a band that does not match its score. */
    WRONG_BAND("row in the wrong band"),
    /** Two bands have positions in common. */
    BANDS_OVERLAP("bands overlap"),
    /** Positions between two bands belong to no band. */
    BAND_GAP("gap between bands"),
    /** A school has a printed position or score, but no values at all. */
    VALUES_WITHHELD("indicators withheld"),
    /** A name occurs in two rows. */
    NAME_TWICE("name twice"),
    /** Two names differ only in accents, punctuation or case. */
    NAMES_ALIKE("names nearly the same"),
    /** A value is outside a scale that the rest of its column observes. */
    OUTSIDE_SCALE("value outside its scale"),
    /**
     * A cell shows typical damage from a spreadsheet: a position turned into a date, or letters of the wrong character
     * set.
     */
    DAMAGED_CELL("cell damaged");

    private final String text;

    FindingKind(String text) {
        this.text = text;
    }

    /** Returns the name of the kind. */
    @Override
    public String toString() {
        return text;
    }
}
