package io.github.medrank.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * One respondent's answer to a reputation survey in one year. The accumulator checks whether it complies with the
 * rules.
 *
 * <pre>{@code
 * var ballot = Ballot.builder("r1", SurveyKind.ACADEMIC, "GB", 2025).domestic("oxford")
 *         .international("yale");
 * ballot.build() // ==> academic ballot of "r1" (2025, GB): domestic [oxford], international [yale]
 * }</pre>
 */
@Immutable
public final class Ballot {
    private final String respondent;
    private final SurveyKind kind;
    private final String country;
    private final String institution;
    private final ImmutableSet<String> subjects;
    private final int year;
    private final ImmutableList<String> domestic;
    private final ImmutableList<String> international;

    private Ballot(Builder from) {
        respondent = from.respondent;
        kind = from.kind;
        country = from.country;
        institution = from.institution;
        subjects = from.subjects;
        year = from.year;
        domestic = from.domestic;
        international = from.international;
    }

    /**
     * Returns a builder of a ballot without subjects or picks.
     *
     * @param respondent the respondent's id, which is the same in every year
     * @param kind the kind of survey, academic or employer
     * @param country the respondent's country, as an ISO 3166-1 alpha-2 code
     * @param year the year of the survey
     * @return the builder
     */
    public static Builder builder(String respondent, SurveyKind kind, String country, int year) {
        return new Builder(respondent, kind, country, year);
    }

    /** Returns the respondent's id, which is the same in every year. */
    public String respondent() {
        return respondent;
    }

    /** Returns whether the survey asked academics or employers. */
    public SurveyKind kind() {
        return kind;
    }

    /** Returns the respondent's country, as an ISO 3166-1 alpha-2 code. */
    public String country() {
        return country;
    }

    /** Returns the respondent's own institution, as given; empty if there is none. */
    public String institution() {
        return institution;
    }

    /** Returns the subjects that the respondent named. */
    public ImmutableSet<String> subjects() {
        return subjects;
    }

    /** Returns the year of the survey. */
    public int year() {
        return year;
    }

    /** Returns the domestic picks, as given, the best or first-named first. */
    public ImmutableList<String> domestic() {
        return domestic;
    }

    /** Returns the international picks, as given and in the order given. */
    public ImmutableList<String> international() {
        return international;
    }

    private ImmutableList<Object> parts() {
        return ImmutableList.of(respondent, kind, country, institution, subjects, year, domestic, international);
    }

    /** Returns whether the other object is the same answer, with picks in the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ballot that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    /** Returns the respondent, the year, the country and the picks. */
    @Override
    public String toString() {
        return kind + " ballot of \"" + respondent + "\" (" + year + ", " + country + "): domestic " + domestic
                + ", international " + international;
    }

    /** Collects an answer; not thread-safe. */
    public static final class Builder {
        private final String respondent;
        private final SurveyKind kind;
        private final String country;
        private final int year;
        private String institution = "";
        private ImmutableSet<String> subjects = ImmutableSet.of();
        private ImmutableList<String> domestic = ImmutableList.of();
        private ImmutableList<String> international = ImmutableList.of();

        private Builder(String respondent, SurveyKind kind, String country, int year) {
            this.respondent = requireNonNull(respondent, "respondent");
            this.kind = requireNonNull(kind, "kind");
            this.country = requireNonNull(country, "country");
            this.year = year;
        }

        /** Sets the respondent's own institution, as an id, a name or an alias. */
        @CanIgnoreReturnValue
        public Builder institution(String idOrName) {
            institution = requireNonNull(idOrName, "institution");
            return this;
        }

        /**
         * Sets the subjects that the respondent named. Case and needless blanks do not distinguish subjects.
         *
         * @throws IllegalArgumentException if a subject is blank
         */
        @CanIgnoreReturnValue
        public Builder subjects(String... names) {
            subjects = SurveyRules.distinct(requireNonNull(names, "names"));
            return this;
        }

        /** Sets the domestic picks, as ids, names or aliases. */
        @CanIgnoreReturnValue
        public Builder domestic(String... idsOrNames) {
            requireNonNull(idsOrNames, "idsOrNames");
            return domestic(ImmutableList.copyOf(idsOrNames));
        }

        /** Sets a list of domestic picks, as ids, names or aliases. */
        @CanIgnoreReturnValue
        public Builder domestic(Iterable<String> idsOrNames) {
            requireNonNull(idsOrNames, "idsOrNames");
            domestic = ImmutableList.copyOf(idsOrNames);
            return this;
        }

        /** Sets the international picks, as ids, names or aliases. */
        @CanIgnoreReturnValue
        public Builder international(String... idsOrNames) {
            requireNonNull(idsOrNames, "idsOrNames");
            return international(ImmutableList.copyOf(idsOrNames));
        }

        /** Sets a list of international picks, as ids, names or aliases. */
        @CanIgnoreReturnValue
        public Builder international(Iterable<String> idsOrNames) {
            requireNonNull(idsOrNames, "idsOrNames");
            international = ImmutableList.copyOf(idsOrNames);
            return this;
        }

        /** Returns the ballot. */
        public Ballot build() {
            return new Ballot(this);
        }
    }
}
