package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import java.util.Arrays;

/**
 * One paper: whose it is, when it appeared, and how often it was cited.
 *
 * <p>Citations are given as one number that the source counted to the end of its own window, year by year for the rules
 * to cut, or both. A negative number is let in here, since databases hold such; the accumulator rejects it.
 *
 * <pre>{@code
 * Paper.builder(2021, "oxford", "yale").citations(12).selfCitations(2).subjects(2700).build().affiliations() // ==> 2
 * }</pre>
 *
 * @param institutions the ids of its institutions, as given
 * @param year the year of publication
 * @param citations the citations counted by the source, self-citations included
 * @param selfCitations those of them whose authors cite themselves
 * @param affiliations how many affiliations its authors have, at least the number of different institutions
 * @param subjects the ASJC codes of its source, such as 2700; empty where they are not known
 * @param niche whether its source has a single code, which QS counts more
 * @param cited citations by year, beside those counted by the source
 */
@Immutable
public record Paper(
        ImmutableList<String> institutions,
        int year,
        int citations,
        int selfCitations,
        int affiliations,
        ImmutableSet<Integer> subjects,
        boolean niche,
        ImmutableList<CitedInYear> cited) {
    /**
     * The citations a paper got in one year.
     *
     * @param year the year of the citing papers
     * @param citations how many, self-citations included
     * @param selfCitations those of them whose authors cite themselves
     */
    @Immutable
    public record CitedInYear(int year, int citations, int selfCitations) {}

    /** Checks the number of affiliations. */
    public Paper {
        int different = ImmutableSet.copyOf(institutions).size();
        checkArgument(
                affiliations >= different,
                "paper of %s (%s): %s affiliations, but %s different institutions",
                institutions,
                year,
                affiliations,
                different);
    }

    /** A builder of a paper, without citations, subjects or affiliations beyond its institutions. */
    public static Builder builder(int year, String... institutions) {
        return new Builder(year, ImmutableList.copyOf(institutions));
    }

    /** Collects what is known of a paper; not for use by two threads at once. */
    public static final class Builder {
        private final int year;
        private final ImmutableList<String> institutions;
        private final ImmutableList.Builder<CitedInYear> cited = ImmutableList.builder();
        private int citations;
        private int selfCitations;
        private int affiliations;
        private ImmutableSet<Integer> subjects = ImmutableSet.of();
        private boolean niche;

        private Builder(int year, ImmutableList<String> institutions) {
            this.year = year;
            this.institutions = institutions;
            this.affiliations = ImmutableSet.copyOf(institutions).size();
        }

        /** The citations counted by the source, self-citations included. */
        @CanIgnoreReturnValue
        public Builder citations(int number) {
            citations = number;
            return this;
        }

        /** The self-citations among those counted by the source. */
        @CanIgnoreReturnValue
        public Builder selfCitations(int number) {
            selfCitations = number;
            return this;
        }

        /** The citations of one year, self-citations included. */
        @CanIgnoreReturnValue
        public Builder cited(int inYear, int number, int selfCited) {
            cited.add(new CitedInYear(inYear, number, selfCited));
            return this;
        }

        /** How many affiliations the authors have, where they are more than the institutions given. */
        @CanIgnoreReturnValue
        public Builder affiliations(int number) {
            affiliations = number;
            return this;
        }

        /** The ASJC codes of the source. */
        @CanIgnoreReturnValue
        public Builder subjects(int... codes) {
            subjects = Arrays.stream(codes).boxed().collect(ImmutableSet.toImmutableSet());
            return this;
        }

        /** Marks a source with a single code. */
        @CanIgnoreReturnValue
        public Builder niche() {
            niche = true;
            return this;
        }

        /**
         * The paper.
         *
         * @throws IllegalArgumentException if there are fewer affiliations than different institutions
         */
        public Paper build() {
            return new Paper(
                    institutions, year, citations, selfCitations, affiliations, subjects, niche, cited.build());
        }
    }
}
