package io.github.medrank.comparison;

/** What becomes of a school that is in only some of the rankings compared. */
public enum Unmatched {
    /** Only the schools in all of the rankings are compared, placed anew among themselves. */
    LEFT_OUT("left out"),
    /**
     * A school missing from a ranking counts as tied with all others missing from it, after its last school (Fagin,
     * Kumar, Mahdian, Sivakumar and Vee 2006, on partial rankings).
     */
    TIED_LAST("tied last");

    private final String text;

    Unmatched(String text) {
        this.text = text;
    }

    /** Returns the rule in words: {@code left out} or {@code tied last}. */
    @Override
    public String toString() {
        return text;
    }
}
