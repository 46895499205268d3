package io.github.medrank.evidence;

/** Whose opinion a survey asks for. */
public enum SurveyKind {
    /** Academics. */
    ACADEMIC("academic"),
    /** Employers. */
    EMPLOYER("employer");

    private final String text;

    SurveyKind(String text) {
        this.text = text;
    }

    /** The kind in a word. */
    @Override
    public String toString() {
        return text;
    }
}
