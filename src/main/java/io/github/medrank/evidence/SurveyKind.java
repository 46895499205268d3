package io.github.medrank.evidence;

import io.github.medrank.Indicator;

/** Whose opinion a survey asks for. */
public enum SurveyKind {
    /** Academics. */
    ACADEMIC(
            "academic",
            Indicator.of("academic-reputation", "Academic reputation").withSymbol("AR")),
    /** Employers. */
    EMPLOYER(
            "employer",
            Indicator.of("employer-reputation", "Employer reputation").withSymbol("ER"));

    private final String text;
    private final Indicator indicator;

    SurveyKind(String text, Indicator indicator) {
        this.text = text;
        this.indicator = indicator;
    }

    /** Returns the indicator that the survey's scores are values of. */
    public Indicator indicator() {
        return indicator;
    }

    /** Returns the kind in a word. */
    @Override
    public String toString() {
        return text;
    }
}
