package io.github.medrank.audit;

/** What may be odd in a published table, the weightiest first. */
public enum FindingKind {
    /** Stated weights that cannot have given the printed scores. */
    WEIGHTS_REFUTED("stated weights cannot have been used"),
    /** A printed score that the rule does not give. */
    SCORE_OUTSIDE("score outside its interval"),
    /** A score that fits only if a value that is not shown was used. */
    HIDDEN_VALUE("score uses a value that is not shown"),
    /** A value printed as 0 in a row whose score treats it as missing. */
    ZERO_LIKE_MISSING("a printed 0 that behaves as missing"),
    /** Positions in another order than the printed scores. */
    POSITION_CONTRADICTS_SCORE("position contradicts the printed score"),
    /** From some row on all positions are too high or too low by the same number. */
    POSITIONS_SHIFTED("positions shifted"),
    /** Equal printed scores with different positions. */
    TIE_SPLIT("tie split"),
    /** A shared position without the mark that others have. */
    TIE_MARK_MISSING("tie mark missing"),
    /** A mark of a tie at a position that is not shared. */
    TIE_MARK_WRONG("tie mark wrong"),
    /** A school in another band than its score demands. */
    WRONG_BAND("row in the wrong band"),
    /** Bands that have positions in common. */
    BANDS_OVERLAP("bands overlap"),
    /** Positions between two bands that no band holds. */
    BAND_GAP("gap between bands"),
    /** A school with a printed position or score and no values at all. */
    VALUES_WITHHELD("indicators withheld"),
    /** One name in two rows. */
    NAME_TWICE("name twice"),
    /** Two names that differ in accents, punctuation or case alone. */
    NAMES_ALIKE("names nearly the same"),
    /** A value outside a scale that the rest of its column keeps. */
    OUTSIDE_SCALE("value outside its scale"),
    /** A text or number as spreadsheets leave them: a position made a date, letters of the wrong character set. */
    DAMAGED_CELL("cell damaged");

    private final String text;

    FindingKind(String text) {
        this.text = text;
    }

    /** Returns the kind in words. */
    @Override
    public String toString() {
        return text;
    }
}
