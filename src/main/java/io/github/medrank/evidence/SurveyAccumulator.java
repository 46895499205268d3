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
 * Counts the ballots of a reputation survey. Add ballots, merge accumulators, then call {@link #tally}.
 *
 * <p>Only the latest ballot of a respondent inside the window counts, so {@link #add(Ballot)} remembers one ballot per
 * respondent: about 140 to 250 bytes, for ids of 6 to 36 characters and up to ten picks. If each respondent is known to
 * have only one ballot, use {@link #addDistinct}, which remembers nothing: 16 bytes per institution, and as much again
 * for each group of a re-weighting. The state depends only on the ballots added, so order and partitioning do not
 * matter; all sums are of integers. Accumulators are serializable. Not thread-safe.
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
     * Each institution's country in the lower bits, {@link #COUNTRY} if it has none. The upper bits hold the number of
     * the ballot that last picked it, to detect a second pick on one ballot. Both are in one number, for a single cache
     * access.
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

    /** Returns an empty accumulator. */
    public static SurveyAccumulator of(Institutions institutions, SurveyRules rules) {
        return new SurveyAccumulator(institutions, rules);
    }

    /** Returns a collector of a stream, parallel or not, to a tally. */
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
     * Counts a ballot, unless its respondent has a later one. Of two ballots in one year, one counts; which one does
     * not depend on the order of adding.
     *
     * @param answer the ballot; if the rules exclude it, it is counted as rejected, and so is each faulty pick
     * @return this accumulator
     * @throws IllegalArgumentException if the ballot or a pick is faulty and the rules are strict
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
     * Counts a ballot given as an array, about as fast as a loop can read the array. It must be the respondent's only
     * ballot, for this survey and subject.
     *
     * @param year the year of the survey; a ballot outside the window is rejected
     * @param country the number of the respondent's country, from {@link Institutions#countryNumber}
     * @param own the number of the respondent's own institution, or −1 if there is none
     * @param singleSubject whether the respondent named a single subject
     * @param picks the numbers of the picked institutions, domestic or international by their countries
     * @param from the first pick of the ballot
     * @param to the end of the ballot's picks, exclusive
     * @throws IndexOutOfBoundsException if there is no such institution or pick; earlier picks have been counted
     * @throws IllegalArgumentException if a pick is faulty and the rules are strict
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
        int leftOut = 0; // rare; domestic picks are what remains and need no counter in the loop
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
            // Without a branch on the side, which would be mispredicted about once per ballot.
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
     * Adds everything that another accumulator has counted; the other stays unchanged.
     *
     * @return this accumulator
     * @throws IllegalArgumentException if the other has different institutions or rules, or both are the same object
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

    /** Returns a snapshot of the counts; more may be added afterwards. O(picks remembered). */
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
