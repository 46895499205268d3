package io.github.medrank;

/**
 * How the score of a school in a band is shown. Unless it is the school's own score, the schools of a band are listed
 * by name.
 */
public enum BandScores {
    /** The school's own score. */
    SHOWN("scores shown in bands"),
    /** No score, as on most publishers' pages. */
    HIDDEN("scores hidden in bands"),
    /**
     * The lowest and the highest score of the band, {@code 55.9–58.6}, the same for each of its schools, as THE shows
     * it.
     */
    RANGE("the band's range of scores shown in bands");

    private final String text;

    BandScores(String text) {
        this.text = text;
    }

    /** Returns the choice in words. */
    @Override
    public String toString() {
        return text;
    }
}
