package io.github.medrank.audit;

import io.github.medrank.ranking.Mean;

/** Defines the mean that combines a school's indicators into one number. */
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

    /** Returns the name of the mean. */
    @Override
    public String toString() {
        return text;
    }
}
