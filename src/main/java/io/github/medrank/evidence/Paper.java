package io.github.medrank.evidence;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.exact.Names;
import io.github.medrank.exact.SafeText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A paper, with its institutions, its year and its citations.
 *
 * <p>Citations are given as one number, which the source counted in its own window, or year by year, which the rules
 * can cut, or both. If neither is given, they are unknown, which is not zero. Negative numbers are accepted here, since
 * databases contain them; the accumulator rejects them.
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
     * The citations of a paper in one year.
     *
     * @param year the year of the citing papers
     * @param citations the number of citations, including self-citations
     * @param selfCitations how many of these are self-citations
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
     * Returns a builder of a paper with unknown citations, without subjects, and without affiliations beyond its
     * institutions.
     *
     * @param year the year of publication
     * @param institutions the ids, names or aliases of its institutions
     * @return the builder
     */
    public static Builder builder(int year, String... institutions) {
        requireNonNull(institutions, "institutions");
        return new Builder(year, ImmutableList.copyOf(institutions));
    }

    /** Returns the paper's institutions, as given. */
    public ImmutableList<String> institutions() {
        return institutions;
    }

    /** Returns the paper's id; empty if none was given. */
    public Optional<String> id() {
        return id;
    }

    /** Returns the year of publication. */
    public int year() {
        return year;
    }

    /** Returns the citations counted by the source, including self-citations; empty if the source gives none. */
    public OptionalInt citations() {
        return citations;
    }

    /** Returns how many of the citations counted by the source are self-citations; 0 if not known. */
    public int selfCitations() {
        return selfCitations;
    }

    /** Returns the number of the authors' affiliations, at least the number of distinct institutions. */
    public int affiliations() {
        return affiliations;
    }

    /** Whether the affiliations were given rather than counted from the institutions. */
    boolean affiliationsGiven() {
        return affiliationsGiven;
    }

    /** Returns the ASJC codes of the paper's source, such as 2700; empty if not known. */
    public ImmutableSet<Integer> subjects() {
        return subjects;
    }

    /** Returns whether the paper's source has a single code; some rules give such papers more weight. */
    public boolean niche() {
        return niche;
    }

    /** Returns the citations by year, in addition to those counted by the source. */
    public ImmutableList<CitedInYear> cited() {
        return cited;
    }

    /**
     * Returns a copy with an id that is shared by all sources; see {@link Builder#id}.
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

    /** Returns whether the other object states the same facts about a paper. */
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

    /** The paper as named in messages. */
    String name() {
        return "paper " + id.map(each -> "\"" + SafeText.line(each) + "\" ").orElse("") + "of " + institutions + " ("
                + year + ")";
    }

    /** Collects what is known of a paper; not thread-safe. */
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
         * Sets an id that is shared by all sources, such as a DOI. Papers with the same id count once. As in a DOI,
         * case and surrounding white space are ignored.
         *
         * @throws IllegalArgumentException if the id is blank
         */
        @CanIgnoreReturnValue
        public Builder id(String newId) {
            requireNonNull(newId, "newId");
            id = Optional.of(Names.require(newId, "paper id").strip().toLowerCase(Locale.ROOT));
            return this;
        }

        /** Sets the citations counted by the source, including self-citations. */
        @CanIgnoreReturnValue
        public Builder citations(int number) {
            citations = OptionalInt.of(number);
            return this;
        }

        /** Sets the number of self-citations among those counted by the source. */
        @CanIgnoreReturnValue
        public Builder selfCitations(int number) {
            selfCitations = number;
            return this;
        }

        /** Adds the citations of one year, including self-citations. */
        @CanIgnoreReturnValue
        public Builder cited(int inYear, int number, int selfCited) {
            cited.add(new CitedInYear(inYear, number, selfCited));
            return this;
        }

        /** Sets the number of the authors' affiliations, if there are more than the given institutions. */
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

        /** Marks the paper's source as having a single code. */
        @CanIgnoreReturnValue
        public Builder niche() {
            niche = true;
            return this;
        }

        /**
         * Returns the paper.
         *
         * @throws IllegalArgumentException if there are fewer affiliations than distinct institutions
         */
        public Paper build() {
            return new Paper(this);
        }
    }
}
