package io.github.medrank.evidence;

import io.github.medrank.Indicator;

/** The group of people that a survey asks. */
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

    /** Returns the indicator for the scores of the survey. */
    public Indicator indicator() {
        return indicator;
    }

    /** Returns the kind in one word. */
    @Override
    public String toString() {
        return text;
    }
}
