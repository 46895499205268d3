package io.github.medrank.audit;

import io.github.medrank.ranking.Mean;

/** The mean by which a publisher may make one number of a school's indicators. */
public enum CompositeMean {
    /** Σ share·x. */
    ARITHMETIC("arithmetic mean", Mean.arithmetic()),
    /** Π x^share. */
    GEOMETRIC("geometric mean", Mean.geometric()),
    /** 1 / Σ (share/x). */
    HARMONIC("harmonic mean", Mean.harmonic());

    private final String text;
    private final Mean mean;

    CompositeMean(String text, Mean mean) {
        this.text = text;
        this.mean = mean;
    }

    Mean mean() {
        return mean;
    }

    /** Returns the mean in words. */
    @Override
    public String toString() {
        return text;
    }
}
