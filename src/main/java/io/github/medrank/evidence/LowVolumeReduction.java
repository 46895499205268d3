package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.errorprone.annotations.Immutable;

/**
 * How the citations of an institution with few papers are reduced, lest three lucky papers lead the world. A plug-in
 * point that any lambda fits.
 */
@Immutable
@FunctionalInterface
public interface LowVolumeReduction {
    /**
     * Returns the part of the citations that counts.
     *
     * @param papers how many papers the institution has
     * @return between 0 and 1
     */
    double factor(double papers);

    /** Returns no reduction. */
    static LowVolumeReduction none() {
        return LinearReduction.NONE;
    }

    /**
     * Returns in proportion to the papers up to a number of them, in full from there on.
     *
     * <p>QS publishes that it reduces on a sliding scale up to ten times the subject's minimum of papers; its
     * slope was not found. This is the plainest one: {@code upTo(10 * minimum)}.
     *
     * @param papers from how many papers on all citations count; positive
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
