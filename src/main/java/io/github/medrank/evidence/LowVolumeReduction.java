package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;

/**
 * Reduces the citations of institutions with few papers, so that three lucky papers do not lead the world. This is a
 * plug-in point; a lambda will do.
 */
@Immutable
@FunctionalInterface
public interface LowVolumeReduction {
    /**
     * Returns the fraction of the citations that counts.
     *
     * @param papers the institution's number of papers
     * @return a fraction between 0 and 1
     */
    double factor(double papers);

    /** Returns no reduction. */
    static LowVolumeReduction none() {
        return LinearReduction.NONE;
    }

    /**
     * Returns a reduction in proportion to the papers below a given number, and none from that number on.
     *
     * <p>QS publishes that it uses a sliding scale up to ten times the subject's minimum of papers; its slope was not
     * found. The simplest candidate is {@code upTo(10 * minimum)}.
     *
     * @param papers the number of papers from which all citations count; positive
     * @return the reduction
     * @throws IllegalArgumentException if the number is not positive
     */
    static LowVolumeReduction upTo(int papers) {
        checkArgument(papers > 0, "a reduction up to %s papers; it is up to at least 1", papers);
        return new LinearReduction(papers);
    }
}

/** min(1, papers/full). */
@Immutable
record LinearReduction(int full) implements LowVolumeReduction {
    static final LinearReduction NONE = new LinearReduction(0);

    @Override
    public double factor(double papers) {
        return papers >= full ? 1 : papers / full;
    }

    @Override
    public String toString() {
        return full == 0 ? "no reduction" : "reduced in proportion below " + full + " papers";
    }
}
