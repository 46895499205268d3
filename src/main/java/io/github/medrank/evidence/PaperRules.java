package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import java.io.Serial;
import java.io.Serializable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rules for which papers and citations count, and how a paper of several institutions is shared.
 *
 * <p>Publishers' rules are in the package {@code published}, such as {@code Qs.papers(2026)}. {@link #builder} starts
 * with neutral rules.
 *
 * <pre>{@code
 * var rules = PaperRules.builder(2019, 2023, 2024).affiliationCap(20).build();
 * rules // ==> papers of 2019 to 2023, cited to 2024; whole counting; at most 20 affiliations
 * }</pre>
 */
@Immutable
public final class PaperRules implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    /** Scopus's code for multidisciplinary sources. */
    static final int MULTIDISCIPLINARY = 1000;

    /** The largest code; Scopus's codes have at most four digits. */
    private static final int LARGEST_CODE = 9999;

    private final int firstYear;
    private final int lastYear;
    private final int citedTo;
    private final ImmutableSet<Integer> subjects;
    private final boolean withoutSelfCitations;
    private final boolean withoutMultidisciplinary;
    private final int affiliationCap;
    private final int nicheWeight;
    private final boolean nichePapersWeighted;
    private final Counting counting;
    private final int minimumPapers;
    private final boolean strict;

    /** How much of a paper counts for each of its institutions. */
    public enum Counting {
        /** The whole paper. */
        WHOLE("whole"),
        /** An equal fraction of the paper for each of its affiliations. */
        FRACTIONAL("fractional");

        private final String text;

        Counting(String text) {
            this.text = text;
        }

        /** Returns the method of counting in one word. */
        @Override
        public String toString() {
            return text;
        }
    }

    private PaperRules(Builder from) {
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

    /**
     * Returns a builder of rules for the papers of some years. The defaults are: all subjects and sources,
     * self-citations included, any number of affiliations, niche papers counted like others, whole counting, no
     * minimum, faults counted as rejected.
     *
     * @param firstYear the first year of publication that counts
     * @param lastYear the last year of publication that counts
     * @param citedTo the last year of citations that counts
     * @return the builder
     * @throws IllegalArgumentException if {@code lastYear} or {@code citedTo} is before {@code firstYear}
     */
    public static Builder builder(int firstYear, int lastYear, int citedTo) {
        return new Builder().window(firstYear, lastYear, citedTo);
    }

    /** Returns the first year of publication that counts. */
    public int firstYear() {
        return firstYear;
    }

    /** Returns the last year of publication that counts. */
    public int lastYear() {
        return lastYear;
    }

    /**
     * Returns the last year of citations that counts. It applies to citations given by year; numbers counted by the
     * source are used as they are.
     */
    public int citedTo() {
        return citedTo;
    }

    /** Returns the ASJC codes that are accepted of a paper's source; empty if all papers are accepted. */
    public ImmutableSet<Integer> subjects() {
        return subjects;
    }

    /** Returns whether author-level self-citations are subtracted. */
    public boolean withoutSelfCitations() {
        return withoutSelfCitations;
    }

    /** Returns whether papers are excluded if their only code is 1000, multidisciplinary. */
    public boolean withoutMultidisciplinary() {
        return withoutMultidisciplinary;
    }

    /** Returns the largest number of affiliations with which a paper counts. */
    public int affiliationCap() {
        return affiliationCap;
    }

    /** Returns the weight of the citations of niche papers. */
    public int nicheWeight() {
        return nicheWeight;
    }

    /** Returns whether niche papers themselves also have that weight. */
    public boolean nichePapersWeighted() {
        return nichePapersWeighted;
    }

    /** Returns how much of a paper counts for each of its institutions. */
    public Counting counting() {
        return counting;
    }

    /**
     * Returns the minimum number of papers for citations per paper and the h-indices; below it, these values are
     * missing.
     */
    public int minimumPapers() {
        return minimumPapers;
    }

    /** Returns whether faulty papers throw an exception; otherwise they are counted as rejected. */
    public boolean strict() {
        return strict;
    }

    /** Returns a builder that starts with these rules. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Returns a copy for papers whose source has one of the given ASJC codes.
     *
     * @throws IllegalArgumentException if there are no codes
     */
    public PaperRules withSubjects(int... codes) {
        requireNonNull(codes, "codes");
        return toBuilder().subjects(codes).build();
    }

    /**
     * Returns a copy for papers whose source has an ASJC code in a range, such as 2700 to 2748 for Medicine.
     *
     * @throws IllegalArgumentException if the last code is less than the first, or a code is negative or above 9999
     */
    public PaperRules withSubjectRange(int first, int last) {
        return toBuilder().subjectRange(first, last).build();
    }

    /**
     * Returns a copy with another maximum of affiliations.
     *
     * @throws IllegalArgumentException if the maximum is below 1
     */
    public PaperRules withAffiliationCap(int cap) {
        return toBuilder().affiliationCap(cap).build();
    }

    /**
     * Returns a copy with another minimum of papers.
     *
     * @throws IllegalArgumentException if the minimum is negative
     */
    public PaperRules withMinimumPapers(int minimum) {
        return toBuilder().minimumPapers(minimum).build();
    }

    /** Returns a copy with another method of counting. */
    public PaperRules withCounting(Counting newCounting) {
        return toBuilder().counting(newCounting).build();
    }

    /** Returns a copy under which faulty papers throw an exception. */
    public PaperRules strictly() {
        return toBuilder().strict(true).build();
    }

    boolean isInSubject(int code) {
        return subjects.isEmpty() || subjects.contains(code);
    }

    private ImmutableList<Object> parts() {
        return ImmutableList.of(
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

    /** Returns whether the other object states the same rules. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PaperRules that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** Returns the windows, the method of counting, and the differences from the defaults of {@link #builder}. */
    @Override
    public String toString() {
        String niche = "niche citations " + (nichePapersWeighted ? "and papers " : "") + "× " + nicheWeight;
        return RulesText.of("papers of " + firstYear + " to " + lastYear + ", cited to " + citedTo)
                .add(counting + " counting")
                .addIf(!subjects.isEmpty(), "subjects " + RulesText.codes(subjects))
                .addIf(withoutSelfCitations, "without self-citations")
                .addIf(withoutMultidisciplinary, "without multidisciplinary sources")
                .addIf(affiliationCap < Integer.MAX_VALUE, RulesText.most(affiliationCap) + " affiliations")
                .addIf(nicheWeight > 1 || nichePapersWeighted, niche)
                .addIf(minimumPapers > 0, "at least " + minimumPapers + " papers")
                .addIf(strict, "strict")
                .toString();
    }

    /** Collects rules; not thread-safe. */
    public static final class Builder {
        private int firstYear;
        private int lastYear;
        private int citedTo;
        private ImmutableSet<Integer> subjects = ImmutableSet.of();
        private boolean withoutSelfCitations;
        private boolean withoutMultidisciplinary;
        private int affiliationCap = Integer.MAX_VALUE;
        private int nicheWeight = 1;
        private boolean nichePapersWeighted;
        private Counting counting = Counting.WHOLE;
        private int minimumPapers;
        private boolean strict;

        private Builder() {}

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

        /**
         * Sets the years of papers that count, and the last year of citations.
         *
         * @throws IllegalArgumentException if {@code last} or {@code citationsTo} is before {@code first}
         */
        @CanIgnoreReturnValue
        public Builder window(int first, int last, int citationsTo) {
            checkArgument(first <= last, "papers from %s to %s: the window is empty", first, last);
            checkArgument(
                    citationsTo >= first,
                    "citations to %s of papers from %s on: the window is empty",
                    citationsTo,
                    first);
            firstYear = first;
            lastYear = last;
            citedTo = citationsTo;
            return this;
        }

        /**
         * Sets the accepted ASJC codes. A paper counts if its source has one of them.
         *
         * @throws IllegalArgumentException if there are no codes; use {@link #allSubjects} to admit all papers
         */
        @CanIgnoreReturnValue
        public Builder subjects(int... codes) {
            requireNonNull(codes, "codes");
            checkArgument(codes.length > 0, "no subjects; allSubjects() lets all papers in");
            subjects = IntStream.of(codes).boxed().collect(ImmutableSet.toImmutableSet());
            return this;
        }

        /**
         * Sets a range of accepted ASJC codes. A paper counts if its source has one of them.
         *
         * @throws IllegalArgumentException if the last code is less than the first, or a code is negative or above 9999
         */
        @CanIgnoreReturnValue
        public Builder subjectRange(int first, int last) {
            checkArgument(
                    first <= last, "subjects from %s to %s: the range is empty; subjects(…) takes a list", first, last);
            checkArgument(
                    first >= 0 && last <= LARGEST_CODE,
                    "subjects from %s to %s; codes are between 0 and %s",
                    first,
                    last,
                    LARGEST_CODE);
            return subjects(IntStream.rangeClosed(first, last).toArray());
        }

        /** Admits papers of any subject or of none. */
        @CanIgnoreReturnValue
        public Builder allSubjects() {
            subjects = ImmutableSet.of();
            return this;
        }

        /** Sets whether author-level self-citations are subtracted. */
        @CanIgnoreReturnValue
        public Builder withoutSelfCitations(boolean off) {
            withoutSelfCitations = off;
            return this;
        }

        /** Sets whether papers are excluded if their only code is 1000, multidisciplinary. */
        @CanIgnoreReturnValue
        public Builder withoutMultidisciplinary(boolean out) {
            withoutMultidisciplinary = out;
            return this;
        }

        /**
         * Sets the largest number of affiliations with which a paper counts.
         *
         * @throws IllegalArgumentException if the number is below 1
         */
        @CanIgnoreReturnValue
        public Builder affiliationCap(int cap) {
            checkArgument(cap >= 1, "an affiliation cap of %s; it is at least 1", cap);
            affiliationCap = cap;
            return this;
        }

        /**
         * Sets the weight of the citations of niche papers, and whether the papers themselves also have that weight.
         *
         * @throws IllegalArgumentException if the weight is below 1
         */
        @CanIgnoreReturnValue
        public Builder niche(int weight, boolean papersToo) {
            checkArgument(weight >= 1, "niche papers weigh %s; it is at least 1", weight);
            nicheWeight = weight;
            nichePapersWeighted = papersToo;
            return this;
        }

        /** Sets how much of a paper counts for each of its institutions. */
        @CanIgnoreReturnValue
        public Builder counting(Counting newCounting) {
            counting = requireNonNull(newCounting, "counting");
            return this;
        }

        /**
         * Sets the minimum number of papers for citations per paper and the h-indices.
         *
         * @throws IllegalArgumentException if the number is negative
         */
        @CanIgnoreReturnValue
        public Builder minimumPapers(int minimum) {
            checkArgument(minimum >= 0, "a minimum of %s papers; it is not negative", minimum);
            minimumPapers = minimum;
            return this;
        }

        /** Sets whether faulty papers throw an exception. */
        @CanIgnoreReturnValue
        public Builder strict(boolean throwing) {
            strict = throwing;
            return this;
        }

        /** Returns the rules. */
        public PaperRules build() {
            return new PaperRules(this);
        }
    }
}
