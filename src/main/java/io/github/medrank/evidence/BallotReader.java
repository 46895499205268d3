package io.github.medrank.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMultiset;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Turns ballots into numbers, by the rules. */
final class BallotReader implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int COUNTRIES = 26 * 26;

    private final Institutions institutions;
    private final SurveyRules rules;
    /** By country number; −1 for a country without a target. */
    private final int[] groups;

    private final int groupCount;
    /** By year of the window, twice: more than one subject, a single subject. */
    private final long[] weights;

    BallotReader(Institutions institutions, SurveyRules rules) {
        this.institutions = institutions;
        this.rules = rules;
        ImmutableList<String> names = rules.groups();
        this.groupCount = Math.max(1, names.size());
        this.groups = new int[COUNTRIES];
        if (!names.isEmpty()) {
            Arrays.fill(groups, -1);
            for (String country : Locale.getISOCountries()) {
                String where =
                        rules.regions().isEmpty() ? country : rules.regions().getOrDefault(country, "");
                groups[Institutions.countryNumber(country)] = Math.max(-1, Collections.binarySearch(names, where));
            }
        }
        int years = rules.lastYear() - rules.firstYear() + 1;
        this.weights = new long[2 * years];
        for (int i = 0; i < years; i++) {
            weights[2 * i] = rules.units(rules.firstYear() + i, false);
            weights[2 * i + 1] = rules.units(rules.firstYear() + i, true);
        }
    }

    int groups() {
        return groupCount;
    }

    int group(int country) {
        return groups[country];
    }

    long weight(int year, boolean singleSubject) {
        return weights[2 * (year - rules.firstYear()) + (singleSubject ? 1 : 0)];
    }

    Optional<CountedBallot> read(Ballot ballot, Rejections rejected) {
        Optional<Rejection> why = refusal(ballot);
        if (why.isPresent()) {
            rejected.add(why.get(), () -> name(ballot));
            return Optional.empty();
        }
        int country = Institutions.countryNumber(ballot.country());
        Picks picks = new Picks(ballot, country);
        int[] domestic = picks.take(ballot.domestic(), true);
        int[] international = picks.take(ballot.international(), false);
        boolean single = ballot.subjects().size() == 1;
        return Optional.of(new CountedBallot(
                ballot.year(),
                group(country),
                weight(ballot.year(), single),
                domestic,
                international,
                picks.rejected()));
    }

    private Optional<Rejection> refusal(Ballot ballot) {
        if (ballot.kind() != rules.kind()) {
            return Optional.of(Rejection.OTHER_SURVEY);
        }
        if (ballot.year() < rules.firstYear() || ballot.year() > rules.lastYear()) {
            return Optional.of(Rejection.OUTSIDE_WINDOW);
        }
        if (!rules.subjects().isEmpty() && Collections.disjoint(ballot.subjects(), rules.subjects())) {
            return Optional.of(Rejection.OTHER_SUBJECT);
        }
        if (!Institutions.isCountry(ballot.country())) {
            return Optional.of(Rejection.COUNTRY_NOT_ISO);
        }
        return group(Institutions.countryNumber(ballot.country())) < 0
                ? Optional.of(Rejection.NO_TARGET)
                : Optional.empty();
    }

    private static String name(Ballot ballot) {
        return "ballot of \"" + ballot.respondent() + "\" (" + ballot.year() + ", " + ballot.country() + ")";
    }

    /** The picks of one ballot: what is faulty is counted with the ballot, and falls with it when it is superseded. */
    private final class Picks {
        private final Ballot ballot;
        private final int country;
        private final Set<String> seen = new HashSet<>();
        private final EnumMap<Rejection, Integer> rejected = new EnumMap<>(Rejection.class);

        Picks(Ballot ballot, int country) {
            this.ballot = ballot;
            this.country = country;
        }

        int[] take(List<String> ids, boolean domestic) {
            int most = domestic ? rules.mostDomestic() : rules.mostInternational();
            int[] taken = new int[Math.min(ids.size(), most)];
            int size = 0;
            for (String id : ids) {
                int number = institutions.number(id);
                Optional<Rejection> why = refusal(id, number, domestic);
                if (why.isEmpty() && size == most) {
                    why = Optional.of(domestic ? Rejection.TOO_MANY_DOMESTIC : Rejection.TOO_MANY_INTERNATIONAL);
                }
                if (why.isPresent()) {
                    reject(why.get(), () -> name(ballot) + ": pick \"" + id + "\"");
                } else {
                    taken[size++] = number;
                }
            }
            return Arrays.copyOf(taken, size);
        }

        private Optional<Rejection> refusal(String id, int number, boolean domestic) {
            if (!seen.add(id)) {
                return Optional.of(Rejection.DUPLICATE);
            }
            if (id.equals(ballot.institution())) {
                return Optional.of(Rejection.OWN_INSTITUTION);
            }
            if (number < 0) {
                return Optional.of(Rejection.UNKNOWN_INSTITUTION);
            }
            int there = institutions.countries()[number];
            if (there == Institutions.NO_COUNTRY) {
                return Optional.of(Rejection.COUNTRY_UNKNOWN);
            }
            return (there == country) == domestic ? Optional.empty() : Optional.of(Rejection.WRONG_LIST);
        }

        private void reject(Rejection why, Supplier<String> what) {
            Rejections.throwIfStrict(rules.strict(), why, what);
            rejected.merge(why, 1, Integer::sum);
        }

        ImmutableSortedMultiset<Rejection> rejected() {
            ImmutableSortedMultiset.Builder<Rejection> all = ImmutableSortedMultiset.naturalOrder();
            rejected.forEach(all::addCopies);
            return all.build();
        }
    }
}
