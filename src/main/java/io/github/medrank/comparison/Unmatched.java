package io.github.medrank.comparison;

/** How a comparison treats a school that is in only some of the rankings. */
public enum Unmatched {
    /** Compares only the schools in all of the rankings, ranked again among themselves. */
    LEFT_OUT("left out"),
    /**
     * Counts a school missing from a ranking as tied with all others missing from it, after its last school (Fagin,
     * Kumar, Mahdian, Sivakumar and Vee 2006, on partial rankings).
     */
    TIED_LAST("tied last");

    private final String text;

    Unmatched(String text) {
        this.text = text;
    }

    /** Returns the rule as text: {@code left out} or {@code tied last}. */
    @Override
    public String toString() {
        return text;
    }
}
