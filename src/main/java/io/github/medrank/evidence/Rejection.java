package io.github.medrank.evidence;

/** The reason why a ballot, a pick, a paper or one of its institutions was not counted. */
public enum Rejection {
    /** A ballot of the other kind of survey. */
    OTHER_SURVEY("of the other survey", false),
    /** A ballot or paper from a year outside the window. */
    OUTSIDE_WINDOW("outside the window of years", false),
    /** A ballot or paper that does not name the subject. */
    OTHER_SUBJECT("of another subject", false),
    /** A ballot whose respondent has a later one inside the window. */
    SUPERSEDED("superseded by a later ballot", false),
    /** A ballot whose country is not one of ISO 3166-1 alpha-2. */
    COUNTRY_NOT_ISO("of a country that is not in ISO 3166-1", true),
    /** A ballot from a country or region without a target for the re-weighting. */
    NO_TARGET("of a country without a target", true),
    /** A pick, or an institution of a paper, that is not one of the institutions; the tally lists the names. */
    UNKNOWN_INSTITUTION("not one of the institutions", true),
    /** A pick, or an institution of a paper, whose name several institutions share; the tally lists the names. */
    AMBIGUOUS_INSTITUTION("the name of several institutions", true),
    /** A paper that names no institution at all; it is counted among all papers, but for no institution. */
    WITHOUT_INSTITUTION("without any institution, so counted for none", true),
    /** A second pick of the same institution on one ballot. */
    DUPLICATE("twice on a ballot", true),
    /** A pick of the respondent's own institution. */
    OWN_INSTITUTION("the respondent's own institution", true),
    /** A pick of an institution without a known country, or a joint paper with one. */
    COUNTRY_UNKNOWN("an institution without a country", true),
    /** A pick listed as domestic that is abroad, or as international that is domestic. */
    WRONG_LIST("on the wrong list for its country", true),
    /** A domestic pick beyond the maximum. */
    TOO_MANY_DOMESTIC("beyond the most domestic picks allowed", true),
    /** An international pick beyond the maximum. */
    TOO_MANY_INTERNATIONAL("beyond the most international picks allowed", true),
    /** A paper with more affiliations than the cap. */
    TOO_MANY_AFFILIATIONS("with more affiliations than the cap", false),
    /** A paper whose source is only multidisciplinary. */
    MULTIDISCIPLINARY("of a multidisciplinary source only", false),
    /** A record with the same id as another record that counts. */
    SAME_PAPER("the same paper as another, by its id", false),
    /** A paper without given citations, if citations are counted: unknown is not zero. */
    CITATIONS_UNKNOWN("of unknown citations", true),
    /**
     * A paper with negative citations or self-citations, as corrections of a database can leave behind; or with more
     * self-citations than citations, if these are subtracted.
     */
    NEGATIVE_CITATIONS("with a negative number of citations", true),
    /** A paper with more than 2 147 483 647 citations. */
    TOO_MANY_CITATIONS("with more than 2147483647 citations", true);

    private final String text;
    private final boolean fault;

    Rejection(String text, boolean fault) {
        this.text = text;
        this.fault = fault;
    }

    /**
     * Returns whether strict rules throw an exception; other rejections are ordinary selection and are only counted.
     */
    public boolean isFault() {
        return fault;
    }

    /** Returns the reason in words. */
    @Override
    public String toString() {
        return text;
    }
}
