package io.github.medrank.evidence;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMultiset;
import io.github.medrank.exact.CountryCodes;
import io.github.medrank.exact.Indexes;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Converts ballots to numbers according to the rules. */
final class BallotReader implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int COUNTRIES = 26 * 26;

    private final Institutions institutions;
    private final NameFinder names;
    private final SurveyRules rules;
    private final ImmutableSet<String> subjects;
    /** The group of each country number; −1 for a country without a target. */
    private final int[] groups;

    private final int groupCount;
    /** Two weights per year of the window: for several subjects, and for a single subject. */
    private final long[] weights;

    BallotReader(Institutions institutions, SurveyRules rules) {
        this.institutions = institutions;
        this.names = new NameFinder(institutions);
        this.rules = rules;
        this.subjects = rules.subjects().stream().map(SurveyRules::key).collect(ImmutableSet.toImmutableSet());
        ImmutableList<String> targets = rules.groups();
        this.groupCount = Math.max(1, targets.size());
        this.groups = new int[COUNTRIES];
        if (!targets.isEmpty()) {
            Arrays.fill(groups, -1);
            for (String country : CountryCodes.all()) {
                String where =
                        rules.regions().isEmpty() ? country : rules.regions().getOrDefault(country, "");
                groups[Institutions.countryNumber(country)] = Math.max(-1, Collections.binarySearch(targets, where));
            }
        }
        int years = rules.lastYear() - rules.firstYear() + 1;
        this.weights = new long[2 * years];
        for (int i = 0; i < years; i++) {
            weights[2 * i] = rules.units(rules.firstYear() + i, false);
            weights[2 * i + 1] = rules.units(rules.firstYear() + i, true);
        }
    }

    NameFinder names() {
        return names;
    }

    int groups() {
        return groupCount;
    }

    int group(int country) {
        return groups[Indexes.check(country, groups.length, "country")];
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
        Picks picks = new Picks(ballot, country, rejected);
        int[] domestic = picks.take(ballot.domestic(), true);
        int[] international = picks.take(ballot.international(), false);
        boolean single = ballot.subjects().size() == 1;
        return Optional.of(new CountedBallot(
                ballot.year(),
                group(country),
                weight(ballot.year(), single),
                domestic,
                international,
                picks.faults(),
                picks.unmatched.build()));
    }

    private Optional<Rejection> refusal(Ballot ballot) {
        if (ballot.kind() != rules.kind()) {
            return Optional.of(Rejection.OTHER_SURVEY);
        }
        if (ballot.year() < rules.firstYear() || ballot.year() > rules.lastYear()) {
            return Optional.of(Rejection.OUTSIDE_WINDOW);
        }
        if (!subjects.isEmpty()
                && ballot.subjects().stream().map(SurveyRules::key).noneMatch(subjects::contains)) {
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

    /**
     * The picks of one ballot. Faulty picks are counted with the ballot, and are discarded with it when it is
     * superseded.
     */
    private final class Picks {
        private final Ballot ballot;
        private final int country;
        private final int own;
        private final Rejections rejected;
        /** The institutions already picked on the correct list. */
        private final Set<Integer> seen = new HashSet<>();

        private final EnumMap<Rejection, Integer> faults = new EnumMap<>(Rejection.class);
        private final ImmutableList.Builder<String> unmatched = ImmutableList.builder();

        Picks(Ballot ballot, int country, Rejections rejected) {
            this.ballot = ballot;
            this.country = country;
            this.own = ballot.institution().isEmpty() ? Institutions.NONE : names.number(ballot.institution());
            this.rejected = rejected;
        }

        int[] take(List<String> picks, boolean domestic) {
            int most = domestic ? rules.mostDomestic() : rules.mostInternational();
            int[] taken = new int[Math.min(picks.size(), most)];
            int size = 0;
            for (String pick : picks) {
                int number = names.number(pick);
                Supplier<String> what = () -> name(ballot) + ": pick \"" + pick + "\"";
                if (number < 0 && (pick.isEmpty() || !pick.equals(ballot.institution()))) {
                    names.throwIfStrict(pick, rejected, what);
                    unmatched.add(pick);
                    continue;
                }
                Optional<Rejection> why = refusal(number, domestic, size == most);
                if (why.isPresent()) {
                    rejected.throwIfStrict(why.get(), what, () -> "");
                    faults.merge(why.get(), 1, Integer::sum);
                } else {
                    taken[size++] = number;
                }
            }
            return Arrays.copyOf(taken, size);
        }

        private Optional<Rejection> refusal(int number, boolean domestic, boolean full) {
            if (number < 0 || number == own) {
                return Optional.of(Rejection.OWN_INSTITUTION);
            }
            if (seen.contains(number)) {
                return Optional.of(Rejection.DUPLICATE);
            }
            int there = institutions.countries()[number];
            if (there == Institutions.NO_COUNTRY) {
                return Optional.of(Rejection.COUNTRY_UNKNOWN);
            }
            if ((there == country) != domestic) {
                return Optional.of(Rejection.WRONG_LIST);
            }
            seen.add(number);
            if (full) {
                return Optional.of(domestic ? Rejection.TOO_MANY_DOMESTIC : Rejection.TOO_MANY_INTERNATIONAL);
            }
            return Optional.empty();
        }

        ImmutableSortedMultiset<Rejection> faults() {
            ImmutableSortedMultiset.Builder<Rejection> all = ImmutableSortedMultiset.naturalOrder();
            faults.forEach(all::addCopies);
            return all.build();
        }
    }
}
