package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Names;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One paper: whose it is, when it appeared, and how often it was cited.
 *
 * <p>Citations are given as one number that the source counted to the end of its own window, year by year for the rules
 * to cut, or both. Where neither is given they are unknown, which is not zero. A negative number is let in here, since
 * databases hold such; the accumulator rejects it.
 *
 * <pre>{@code
 * Paper.builder(2021, "oxford", "yale").citations(12).selfCitations(2).subjects(2700).build()
 *         .affiliations() // ==> 2
 * }</pre>
 */
@Immutable
public final class Paper {
    private final ImmutableList<String> institutions;
    private final int year;
    private final Optional<String> id;
    private final OptionalInt citations;
    private final int selfCitations;
    private final int affiliations;
    private final boolean affiliationsGiven;
    private final ImmutableSet<Integer> subjects;
    private final boolean niche;
    private final ImmutableList<CitedInYear> cited;

    /**
     * The citations a paper got in one year.
     *
     * @param year the year of the citing papers
     * @param citations how many, self-citations included
     * @param selfCitations those of them whose authors cite themselves
     */
    @Immutable
    public record CitedInYear(int year, int citations, int selfCitations) {}

    private Paper(Builder from) {
        institutions = from.institutions;
        year = from.year;
        id = from.id;
        citations = from.citations;
        selfCitations = from.selfCitations;
        affiliations = from.affiliations;
        affiliationsGiven = from.affiliationsGiven;
        subjects = from.subjects;
        niche = from.niche;
        cited = from.cited.build();
        checkArgument(
                affiliations >= from.different,
                "paper of %s (%s): %s affiliations, but %s different institutions",
                institutions,
                year,
                affiliations,
                from.different);
    }

    /**
     * Returns a builder of a paper without subjects, affiliations beyond its institutions, or known citations.
     *
     * @param year the year of publication
     * @param institutions the ids, names or aliases of its institutions
     * @return the builder
     */
    public static Builder builder(int year, String... institutions) {
        requireNonNull(institutions, "institutions");
        return new Builder(year, ImmutableList.copyOf(institutions));
    }

    /** Returns its institutions, as given. */
    public ImmutableList<String> institutions() {
        return institutions;
    }

    /** Returns its id; empty where none is given. */
    public Optional<String> id() {
        return id;
    }

    /** Returns the year of publication. */
    public int year() {
        return year;
    }

    /** Returns the citations counted by the source, self-citations included; empty where the source gives none. */
    public OptionalInt citations() {
        return citations;
    }

    /** Returns how many of the source's citations are of the authors themselves; 0 where that is not known. */
    public int selfCitations() {
        return selfCitations;
    }

    /** Returns how many affiliations its authors have, at least the number of different institutions. */
    public int affiliations() {
        return affiliations;
    }

    /** Whether the affiliations were stated, not counted by the names of institutions. */
    boolean affiliationsGiven() {
        return affiliationsGiven;
    }

    /** Returns the ASJC codes of its source, such as 2700; empty where they are not known. */
    public ImmutableSet<Integer> subjects() {
        return subjects;
    }

    /** Returns whether its source has a single code, which some rules count more. */
    public boolean niche() {
        return niche;
    }

    /** Returns citations by year, beside those counted by the source. */
    public ImmutableList<CitedInYear> cited() {
        return cited;
    }

    /**
     * Returns a copy with an id that is the same in all sources, as {@link Builder#id}.
     *
     * @throws IllegalArgumentException if the id is blank
     */
    public Paper withId(String newId) {
        requireNonNull(newId, "newId");
        return new Builder(this).id(newId).build();
    }

    private ImmutableList<Object> parts() {
        return ImmutableList.of(id, institutions, year, citations, selfCitations, affiliations, subjects, niche, cited);
    }

    /** Returns whether the other object says the same of a paper. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Paper that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** Returns the institutions, the year and the citations. */
    @Override
    public String toString() {
        return name() + ": "
                + (citations.isPresent() ? "cited " + citations.getAsInt() + " times" : "citations unknown")
                + (cited.isEmpty() ? "" : ", by year " + cited);
    }

    /** How a message calls it. */
    String name() {
        return "paper " + id.map(each -> "\"" + each + "\" ").orElse("") + "of " + institutions + " (" + year + ")";
    }

    /** Collects what is known of a paper; not for use by two threads at once. */
    public static final class Builder {
        private final int year;
        private final ImmutableList<String> institutions;
        private final int different;
        private final ImmutableList.Builder<CitedInYear> cited = ImmutableList.builder();
        private Optional<String> id = Optional.empty();
        private OptionalInt citations = OptionalInt.empty();
        private int selfCitations;
        private int affiliations;
        private boolean affiliationsGiven;
        private ImmutableSet<Integer> subjects = ImmutableSet.of();
        private boolean niche;

        private Builder(int year, ImmutableList<String> institutions) {
            this.year = year;
            this.institutions = institutions;
            this.different = ImmutableSet.copyOf(institutions).size();
            this.affiliations = different;
        }

        private Builder(Paper from) {
            this(from.year, from.institutions);
            id = from.id;
            citations = from.citations;
            selfCitations = from.selfCitations;
            affiliations = from.affiliations;
            affiliationsGiven = from.affiliationsGiven;
            subjects = from.subjects;
            niche = from.niche;
            cited.addAll(from.cited);
        }

        /**
         * Sets an id that is the same in all sources, such as a DOI: papers of one id count once. White space at its
         * ends and the case of letters do not matter, as they do not in a DOI.
         *
         * @throws IllegalArgumentException if it is blank
         */
        @CanIgnoreReturnValue
        public Builder id(String newId) {
            requireNonNull(newId, "newId");
            id = Optional.of(Names.require(newId, "paper id").strip().toLowerCase(Locale.ROOT));
            return this;
        }

        /** Sets the citations counted by the source, self-citations included. */
        @CanIgnoreReturnValue
        public Builder citations(int number) {
            citations = OptionalInt.of(number);
            return this;
        }

        /** Sets the self-citations among those counted by the source. */
        @CanIgnoreReturnValue
        public Builder selfCitations(int number) {
            selfCitations = number;
            return this;
        }

        /** Adds the citations of one year, self-citations included. */
        @CanIgnoreReturnValue
        public Builder cited(int inYear, int number, int selfCited) {
            cited.add(new CitedInYear(inYear, number, selfCited));
            return this;
        }

        /** Sets how many affiliations the authors have, where they are more than the institutions given. */
        @CanIgnoreReturnValue
        public Builder affiliations(int number) {
            affiliations = number;
            affiliationsGiven = true;
            return this;
        }

        /** Sets the ASJC codes of the source. */
        @CanIgnoreReturnValue
        public Builder subjects(int... codes) {
            requireNonNull(codes, "codes");
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
         * Returns the paper.
         *
         * @throws IllegalArgumentException if there are fewer affiliations than different institutions
         */
        public Paper build() {
            return new Paper(this);
        }
    }
}
