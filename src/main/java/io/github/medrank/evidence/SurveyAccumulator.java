package io.github.medrank.evidence;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.github.medrank.exact.Indexes;
import java.io.Serial;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collector;

/**
 * Counts the ballots of a reputation survey: add, merge, tally.
 *
 * <p>Only the latest ballot of a respondent inside the window counts, so {@link #add(Ballot)} has to remember one for
 * each respondent: 135 to 210 bytes, by the length of its id and up to ten picks. Ballots known to be the only one of
 * their respondent go through {@link #addDistinct}, which remembers nothing: 16 bytes an institution, and as much again
 * for each group of a re-weighting. The state is a function of the ballots added, so that order and partitioning change
 * nothing; all sums are of whole numbers. It travels by Java serialization. Not for use by two threads at once.
 *
 * <pre>{@code
 * var schools = Institutions.of(School.of("Oxford").withCountry("GB"),
 *         School.of("Yale").withCountry("US"));
 * var ballot = Ballot.builder("r1", SurveyKind.ACADEMIC, "GB", 2025).domestic("oxford")
 *         .international("yale").build();
 * SurveyAccumulator.of(schools, Qs.academicSurvey(2026)).add(ballot).tally()
 *         .scores() // ==> Academic reputation: 0.33, 0.67
 * }</pre>
 */
public final class SurveyAccumulator implements Serializable {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int COUNTRY_BITS = 10;
    private static final int COUNTRY = (1 << COUNTRY_BITS) - 1;

    private final Institutions institutions;
    private final SurveyRules rules;
    private final Rejections rejected;
    private final BallotReader reader;
    private final HashMap<String, CountedBallot> latest = new HashMap<>();
    private final PickCounts distinct;

    /**
     * Each institution's country in the lower bits, {@link #COUNTRY} where it has none; above them the number of the
     * ballot that picked it last, so that a second pick on one ballot is seen. One number, for one look into the cache.
     */
    private final int[] picked;

    private int ballot;

    private SurveyAccumulator(Institutions institutions, SurveyRules rules) {
        this.institutions = requireNonNull(institutions, "institutions");
        this.rules = requireNonNull(rules, "rules");
        this.rejected = new Rejections(rules.strict());
        this.reader = new BallotReader(institutions, rules);
        this.distinct = new PickCounts(institutions.size(), reader.groups());
        this.picked = new int[institutions.size()];
        forget();
    }

    /** Returns an accumulator that has seen nothing. */
    public static SurveyAccumulator of(Institutions institutions, SurveyRules rules) {
        return new SurveyAccumulator(institutions, rules);
    }

    /** Collects a stream, parallel or not, to a tally. */
    public static Collector<Ballot, ?, SurveyTally> collector(Institutions institutions, SurveyRules rules) {
        requireNonNull(institutions, "institutions");
        requireNonNull(rules, "rules");
        return Collector.of(
                () -> of(institutions, rules),
                SurveyAccumulator::add,
                SurveyAccumulator::merge,
                SurveyAccumulator::tally,
                Collector.Characteristics.UNORDERED);
    }

    /**
     * Counts a ballot, unless its respondent has a later one. Of two in one year one counts, the same regardless of the
     * order.
     *
     * @param answer the ballot; one that the rules leave out is counted as rejected, and so is each faulty pick
     * @return this accumulator
     * @throws IllegalArgumentException if the ballot or a pick is faulty and the rules strict
     */
    @CanIgnoreReturnValue
    public SurveyAccumulator add(Ballot answer) {
        requireNonNull(answer, "answer");
        reader.read(answer, rejected).ifPresent(counted -> keep(answer.respondent(), counted));
        return this;
    }

    private void keep(String respondent, CountedBallot counted) {
        CountedBallot before = latest.get(respondent);
        if (before != null) {
            rejected.add(Rejection.SUPERSEDED, 1);
        }
        if (before == null || counted.compareTo(before) > 0) {
            latest.put(respondent, counted);
        }
    }

    /**
     * Counts a ballot known to be the only one of its respondent, of this survey and subject, straight from an array:
     * about as fast as a loop that reads the same array.
     *
     * @param year the year of the survey; outside the window the ballot is rejected
     * @param country where the respondent is, as {@link Institutions#countryNumber}
     * @param own the number of the respondent's own institution, or −1
     * @param singleSubject whether the respondent named a single subject
     * @param picks numbers of institutions, domestic or international by their countries
     * @param from the first pick of the ballot
     * @param to after its last pick
     * @throws IndexOutOfBoundsException if there is no such institution or pick; the picks before it are counted
     * @throws IllegalArgumentException if a pick is faulty and the rules strict
     */
    public void addDistinct(int year, int country, int own, boolean singleSubject, int[] picks, int from, int to) {
        requireNonNull(picks, "picks");
        Indexes.checkRange(from, to, picks.length, "picks");
        int group = reader.group(country);
        if (year < rules.firstYear() || year > rules.lastYear() || group < 0) {
            rejected.add(
                    group < 0 ? Rejection.NO_TARGET : Rejection.OUTSIDE_WINDOW,
                    () -> "ballot of " + year + " from country number " + country);
            return;
        }
        long weight = reader.weight(year, singleSubject);
        long[] units = distinct.open(group, weight);
        int[] last = picked;
        int mark = nextBallot() << COUNTRY_BITS;
        if (own >= 0) {
            Indexes.check(own, last.length, "institution");
            last[own] = mark | (last[own] & COUNTRY);
        }
        int abroad = 0;
        int leftOut = 0; // rare, so that the picks at home are what remains, and need no counter in the loop
        int mostAtHome = rules.mostDomestic();
        int mostAbroad = rules.mostInternational();
        boolean canBeTooMany = to - from > Math.min(mostAtHome, mostAbroad);
        for (int i = from; i < to; i++) {
            int pick = picks[i];
            int before = last[Indexes.check(pick, last.length, "institution")];
            int there = before & COUNTRY;
            int after = mark | there;
            if (before == after || there == COUNTRY) {
                reject(pick, own, before == after);
                leftOut++;
                continue;
            }
            last[pick] = after;
            // Without a branch on the side: it would be guessed wrong once a ballot.
            int away = there == country ? 0 : 1;
            abroad += away;
            if (canBeTooMany && (abroad > mostAbroad || i + 1 - from - leftOut - abroad > mostAtHome)) {
                abroad -= away;
                reject(pick, away == 0 ? Rejection.TOO_MANY_DOMESTIC : Rejection.TOO_MANY_INTERNATIONAL);
                leftOut++;
                continue;
            }
            units[2 * pick + away] += weight;
        }
        distinct.counted(to - from - leftOut - abroad, abroad);
    }

    private int nextBallot() {
        if (++ballot == 1 << (Integer.SIZE - COUNTRY_BITS)) {
            forget();
            ballot = 1;
        }
        return ballot;
    }

    private void forget() {
        int[] countries = institutions.countries();
        Arrays.setAll(picked, i -> countries[i] == Institutions.NO_COUNTRY ? COUNTRY : countries[i]);
    }

    private void reject(int pick, int own, boolean again) {
        Rejection why = again ? Rejection.DUPLICATE : Rejection.COUNTRY_UNKNOWN;
        reject(pick, pick == own ? Rejection.OWN_INSTITUTION : why);
    }

    private void reject(int pick, Rejection why) {
        rejected.add(why, () -> "pick \"" + institutions.id(pick) + "\"");
    }

    /**
     * Adds all that another accumulator has seen, which it leaves alone.
     *
     * @return this accumulator
     * @throws IllegalArgumentException if the other counts for other institutions or by other rules, or is this one
     */
    @CanIgnoreReturnValue
    public SurveyAccumulator merge(SurveyAccumulator other) {
        requireNonNull(other, "other");
        Merging.check(this, other, institutions, other.institutions, rules, other.rules);
        rejected.merge(other.rejected);
        distinct.merge(other.distinct);
        other.latest.forEach(this::keep);
        return this;
    }

    /** Returns what has been counted so far; more may be added afterwards. O(picks remembered). */
    public SurveyTally tally() {
        PickCounts all = distinct.copy();
        Rejections total = rejected.copy();
        ImmutableList.Builder<CountedBallot> ballots = ImmutableList.builder();
        latest.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(entry -> {
            CountedBallot counted = entry.getValue();
            ballots.add(counted);
            all.add(counted, 1);
            counted.rejected().forEachEntry(total::add);
            reader.names().reject(counted.unmatched(), total);
        });
        return new SurveyTally(institutions, rules, all, total.toRejected(), ballots.build(), distinct.ballots() > 0);
    }

    /** Returns the text of the tally. O(picks remembered). */
    @Override
    public String toString() {
        return tally().toString();
    }
}
