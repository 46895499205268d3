package io.github.medrank;

/**
 * What is shown as the score of a school whose position is a band. Where it is not its own, the schools of the band are
 * listed by name.
 */
public enum BandScores {
    /** Its score. */
    SHOWN("scores shown in bands"),
    /** Nothing, as on most publishers' pages. */
    HIDDEN("scores hidden in bands"),
    /** The least and the greatest score of the band, {@code 55.9–58.6}, the same for every school in it, as at THE. */
    RANGE("the band's range of scores shown in bands");

    private final String text;

    BandScores(String text) {
        this.text = text;
    }

    /** Returns what is shown, in words. */
    @Override
    public String toString() {
        return text;
    }
}
