package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * Which papers and citations count, and how a paper of several institutions is shared.
 *
 * <p>{@link #qs(int)} has the values that QS publishes. What it does not publish is given a plain default here, and is
 * marked "not published" below.
 *
 * <pre>{@code
 * PaperRules.qs(2026).firstYear() // ==> 2019
 * }</pre>
 *
 * @param firstYear the first year of publication that counts; QS publishes the window, Y−7 for edition Y (2026: 2019)
 * @param lastYear the last year of publication that counts; published, Y−3
 * @param citedTo the last year of citations that counts; published, Y−2. It cuts citations given by year; those counted
 *     by the source are taken as they are
 * @param subjects the codes of the subject; empty for all. Published: a source's ASJC codes decide
 * @param withoutSelfCitations whether author-level self-citations are taken off; published, yes
 * @param withoutMultidisciplinary whether papers whose only code is 1000 are left out; published, yes
 * @param affiliationCap papers with more affiliations are left out; published that there is a cap for each subject such
 *     that at most 0.1 % of its papers go, and 10 in 2015; Medicine's is not published. Default: none
 * @param nicheWeight how much citations of niche papers count; published: 2
 * @param nichePapersWeighted whether niche papers also count so much as papers; not published. Default: no
 * @param counting whole or fractional; QS publishes no fraction. Default: whole
 * @param minimumPapers fewer papers than this make citations per paper and the h-indices a reasoned absence; QS
 *     publishes that there is a minimum for each subject and not Medicine's, which is above 50. Default: 0, none
 * @param strict whether faulty papers throw; otherwise they are counted as rejected. Default: no
 */
@Immutable
public record PaperRules(
        int firstYear,
        int lastYear,
        int citedTo,
        ImmutableSet<Integer> subjects,
        boolean withoutSelfCitations,
        boolean withoutMultidisciplinary,
        int affiliationCap,
        int nicheWeight,
        boolean nichePapersWeighted,
        Counting counting,
        int minimumPapers,
        boolean strict)
        implements Serializable {
    /** Scopus's code for multidisciplinary sources. */
    static final int MULTIDISCIPLINARY = 1000;

    /** How much of a paper each of its institutions gets. */
    public enum Counting {
        /** The whole paper. */
        WHOLE("whole"),
        /** One part in as many as the paper has affiliations. */
        FRACTIONAL("fractional");

        private final String text;

        Counting(String text) {
            this.text = text;
        }

        /** The way of counting in a word. */
        @Override
        public String toString() {
            return text;
        }
    }

    /** Checks the parts. */
    public PaperRules {
        requireNonNull(subjects, "subjects");
        requireNonNull(counting, "counting");
        checkArgument(firstYear <= lastYear, "papers from %s to %s: the window is empty", firstYear, lastYear);
        checkArgument(
                citedTo >= firstYear, "citations to %s of papers from %s on: the window is empty", citedTo, firstYear);
        checkArgument(affiliationCap >= 1, "an affiliation cap of %s; it is at least 1", affiliationCap);
        checkArgument(nicheWeight >= 1, "niche papers weigh %s; it is at least 1", nicheWeight);
        checkArgument(minimumPapers >= 0, "a minimum of %s papers; it is not negative", minimumPapers);
    }

    /** QS's rules for an edition, in the sense of each parameter above. */
    public static PaperRules qs(int edition) {
        return new PaperRules(
                edition - 7,
                edition - 3,
                edition - 2,
                ImmutableSet.of(),
                true,
                true,
                Integer.MAX_VALUE,
                2,
                false,
                Counting.WHOLE,
                0,
                false);
    }

    /** A builder that starts from these rules. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** A copy for one subject. */
    public PaperRules withSubjects(Iterable<Integer> codes) {
        return toBuilder().subjects(codes).build();
    }

    /** A copy for the subject of these ASJC codes, first to last: 2700 to 2748 is Medicine. */
    public PaperRules withSubjects(int first, int last) {
        return withSubjects(IntStream.rangeClosed(first, last).boxed().toList());
    }

    /** A copy with an affiliation cap. */
    public PaperRules withAffiliationCap(int cap) {
        return toBuilder().affiliationCap(cap).build();
    }

    /** A copy with a minimum of papers. */
    public PaperRules withMinimumPapers(int minimum) {
        return toBuilder().minimumPapers(minimum).build();
    }

    /** A copy with another way of counting. */
    public PaperRules withCounting(Counting newCounting) {
        return toBuilder().counting(newCounting).build();
    }

    /** A copy under which faulty papers throw. */
    public PaperRules strictly() {
        return toBuilder().strict(true).build();
    }

    boolean isInSubject(int code) {
        return subjects.isEmpty() || subjects.contains(code);
    }

    /** Collects changed rules; not for use by two threads at once. */
    public static final class Builder {
        private int firstYear;
        private int lastYear;
        private int citedTo;
        private ImmutableSet<Integer> subjects;
        private boolean withoutSelfCitations;
        private boolean withoutMultidisciplinary;
        private int affiliationCap;
        private int nicheWeight;
        private boolean nichePapersWeighted;
        private Counting counting;
        private int minimumPapers;
        private boolean strict;

        private Builder(PaperRules from) {
            firstYear = from.firstYear;
            lastYear = from.lastYear;
            citedTo = from.citedTo;
            subjects = from.subjects;
            withoutSelfCitations = from.withoutSelfCitations;
            withoutMultidisciplinary = from.withoutMultidisciplinary;
            affiliationCap = from.affiliationCap;
            nicheWeight = from.nicheWeight;
            nichePapersWeighted = from.nichePapersWeighted;
            counting = from.counting;
            minimumPapers = from.minimumPapers;
            strict = from.strict;
        }

        /** The years of papers that count, and the last year of citations. */
        @CanIgnoreReturnValue
        public Builder window(int first, int last, int citationsTo) {
            firstYear = first;
            lastYear = last;
            citedTo = citationsTo;
            return this;
        }

        /** The codes of the subject; none for all. */
        @CanIgnoreReturnValue
        public Builder subjects(Iterable<Integer> codes) {
            subjects = ImmutableSet.copyOf(codes);
            return this;
        }

        /** Whether author-level self-citations are taken off. */
        @CanIgnoreReturnValue
        public Builder withoutSelfCitations(boolean off) {
            withoutSelfCitations = off;
            return this;
        }

        /** Whether papers of multidisciplinary sources alone are left out. */
        @CanIgnoreReturnValue
        public Builder withoutMultidisciplinary(boolean out) {
            withoutMultidisciplinary = out;
            return this;
        }

        /** The most affiliations of a paper that counts. */
        @CanIgnoreReturnValue
        public Builder affiliationCap(int cap) {
            affiliationCap = cap;
            return this;
        }

        /** How much citations of niche papers count, and whether the papers count so much too. */
        @CanIgnoreReturnValue
        public Builder niche(int weight, boolean papersToo) {
            nicheWeight = weight;
            nichePapersWeighted = papersToo;
            return this;
        }

        /** Whole or fractional. */
        @CanIgnoreReturnValue
        public Builder counting(Counting newCounting) {
            counting = requireNonNull(newCounting, "counting");
            return this;
        }

        /** The fewest papers for citations per paper and the h-indices. */
        @CanIgnoreReturnValue
        public Builder minimumPapers(int minimum) {
            minimumPapers = minimum;
            return this;
        }

        /** Whether faulty papers throw. */
        @CanIgnoreReturnValue
        public Builder strict(boolean throwing) {
            strict = throwing;
            return this;
        }

        /**
         * The rules.
         *
         * @throws IllegalArgumentException if a window is empty, or a number below its least value
         */
        public PaperRules build() {
            return new PaperRules(
                    firstYear,
                    lastYear,
                    citedTo,
                    subjects,
                    withoutSelfCitations,
                    withoutMultidisciplinary,
                    affiliationCap,
                    nicheWeight,
                    nichePapersWeighted,
                    counting,
                    minimumPapers,
                    strict);
        }
    }
}
