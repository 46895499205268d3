package io.github.medrank.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;

/**
 * One respondent's answer to a reputation survey in one year. Whether it keeps the rules is for the accumulator to find.
 *
 * <pre>{@code
 * Ballot.builder("r1", SurveyKind.ACADEMIC, "GB", 2025).domestic("oxford").international("yale", "lund").build().international() // ==> [yale, lund]
 * }</pre>
 *
 * @param respondent the respondent's id, the same in every year
 * @param kind academic or employer
 * @param country where the respondent is, as an ISO 3166-1 alpha-2 code
 * @param institution the id of the respondent's own institution; empty where there is none
 * @param subjects the subjects the respondent named
 * @param year the year of the survey
 * @param domestic the ids of the institutions picked at home, best or first named first
 * @param international the ids of those picked abroad
 */
@Immutable
public record Ballot(
        String respondent,
        SurveyKind kind,
        String country,
        String institution,
        ImmutableSet<String> subjects,
        int year,
        ImmutableList<String> domestic,
        ImmutableList<String> international) {
    /** Checks that no part is null. */
    public Ballot {
        requireNonNull(respondent, "respondent");
        requireNonNull(kind, "kind");
        requireNonNull(country, "country");
        requireNonNull(institution, "institution");
        requireNonNull(subjects, "subjects");
        requireNonNull(domestic, "domestic");
        requireNonNull(international, "international");
    }

    /** A builder of a ballot without subjects and picks. */
    public static Builder builder(String respondent, SurveyKind kind, String country, int year) {
        return new Builder(respondent, kind, country, year);
    }

    /** Collects an answer; not for use by two threads at once. */
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
            this.respondent = respondent;
            this.kind = kind;
            this.country = country;
            this.year = year;
        }

        /** The id of the respondent's own institution. */
        @CanIgnoreReturnValue
        public Builder institution(String id) {
            institution = id;
            return this;
        }

        /** The subjects named. */
        @CanIgnoreReturnValue
        public Builder subjects(String... names) {
            subjects = ImmutableSet.copyOf(names);
            return this;
        }

        /** The ids of the institutions picked at home. */
        @CanIgnoreReturnValue
        public Builder domestic(String... ids) {
            return domestic(ImmutableList.copyOf(ids));
        }

        /** The ids of the institutions picked at home. */
        @CanIgnoreReturnValue
        public Builder domestic(Iterable<String> ids) {
            domestic = ImmutableList.copyOf(ids);
            return this;
        }

        /** The ids of the institutions picked abroad. */
        @CanIgnoreReturnValue
        public Builder international(String... ids) {
            return international(ImmutableList.copyOf(ids));
        }

        /** The ids of the institutions picked abroad. */
        @CanIgnoreReturnValue
        public Builder international(Iterable<String> ids) {
            international = ImmutableList.copyOf(ids);
            return this;
        }

        /** The ballot. */
        public Ballot build() {
            return new Ballot(respondent, kind, country, institution, subjects, year, domestic, international);
        }
    }
}
