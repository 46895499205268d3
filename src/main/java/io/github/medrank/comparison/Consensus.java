package io.github.medrank.comparison;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Combines several rankings into one: by Borda's points, by median rank, by Copeland's majorities, or by Kemeny's least
 * disagreement.
 *
 * <p>Each ranking has one vote, regardless of its length; {@link #withVotes} gives some rankings more. Schools are
 * matched by id, and those left over by name or alias. A school that is not in all of the rankings is left out, or
 * counts as tied last where it is missing. A school has the name that the first ranking with it gives. The
 * result does not depend on the order of the rankings or of the schools.
 *
 * <pre>{@code
 * var a = School.of("a"); var b = School.of("b"); var c = School.of("c");
 * var consensus = Consensus.of(List.of(
 *         RankedList.ofPositions(Map.of(a, 1, b, 2, c, 3)),
 *         RankedList.ofPositions(Map.of(a, 1, c, 2, b, 3)),
 *         RankedList.ofPositions(Map.of(b, 1, a, 2, c, 3))));
 * consensus.borda().schools()          // ==> [a, b, c]
 * consensus.kemeny().distance()        // ==> 4
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // The arrays are never written after construction and never lent out.
public final class Consensus {
    private static final int MOST_VOTES = 1_000_000;
    private static final int MOST_SCHOOLS_IN_PAIRS = 5_000;

    private final ImmutableList<School> schools;
    private final ImmutableList<RankedList> lists;
    private final Unmatched unmatched;
    private final ImmutableMap<School, String> leftOut;
    private final int[][] places; // one row per ranking: places among the schools compared
    private final int[] votes; // one number per ranking

    /**
     * Returns the consensus of rankings on the schools that all of them list; {@link #leftOut} lists the other schools.
     *
     * @param rankings at least one
     * @throws IllegalArgumentException if there are no rankings, or they have no school in common
     */
    public static Consensus of(List<RankedList> rankings) {
        requireNonNull(rankings, "rankings");
        return of(rankings, Unmatched.LEFT_OUT);
    }

    /**
     * Returns the consensus of rankings, with a rule for the schools that are not in all of them. With
     * {@link Unmatched#TIED_LAST} the rankings need not have a school in common.
     *
     * <pre>{@code
     * var votes = List.of(
     *         RankedList.ofPositions(Map.of(School.of("Pisa"), 1, School.of("Metz"), 2)),
     *         RankedList.ofPositions(Map.of(School.of("Bonn"), 1, School.of("Caen"), 2)));
     * Consensus.of(votes, Unmatched.TIED_LAST).kemeny().distance() // ==> 10
     * }</pre>
     *
     * @param rankings at least one
     * @param rule how to treat schools that are not in all of the rankings
     * @throws IllegalArgumentException if there are no rankings, or no school to compare under the rule
     */
    public static Consensus of(List<RankedList> rankings, Unmatched rule) {
        requireNonNull(rankings, "rankings");
        ImmutableList<RankedList> lists = ImmutableList.copyOf(rankings);
        checkArgument(!lists.isEmpty(), "no rankings; a consensus needs at least one");
        int[] once = new int[lists.size()];
        Arrays.fill(once, 1);
        return new Consensus(lists, requireNonNull(rule, "rule"), new Matched(lists), once);
    }

    private Consensus(ImmutableList<RankedList> lists, Unmatched rule, Matched matched, int[] votes) {
        int[] kept = matched.kept(rule);
        checkArgument(
                kept.length > 0,
                "the rankings have no school in common; see Consensus.of(rankings, Unmatched.TIED_LAST)");
        this.schools = matched.schools(kept);
        this.lists = lists;
        this.unmatched = rule;
        this.leftOut = matched.leftOut(kept);
        this.places = matched.places(kept);
        this.votes = votes;
    }

    private Consensus(Consensus base, int[] votes) {
        this.schools = base.schools;
        this.lists = base.lists;
        this.unmatched = base.unmatched;
        this.leftOut = base.leftOut;
        this.places = base.places;
        this.votes = votes;
    }

    /** Returns the same rankings with another rule for schools that are not in all of them. */
    public Consensus withUnmatched(Unmatched rule) {
        return new Consensus(lists, requireNonNull(rule, "rule"), new Matched(lists), votes);
    }

    /**
     * Returns the same rankings with a number of votes each: a ranking with two votes counts as if it were listed
     * twice. For weights of 60 % and 40 %, give 3 and 2.
     *
     * @param newVotes one number per ranking, in order; each at least 1, with a sum of at most 1 000 000
     * @throws IllegalArgumentException if the number of votes is not the number of rankings, a number is less than 1,
     *     or the sum exceeds 1 000 000
     */
    public Consensus withVotes(int... newVotes) {
        requireNonNull(newVotes, "newVotes");
        checkArgument(newVotes.length == lists.size(), "%s votes for %s rankings", newVotes.length, lists.size());
        long all = 0;
        for (int each : newVotes) {
            checkArgument(each >= 1, "%s votes; a ranking has at least 1", each);
            all += each;
        }
        checkArgument(all <= MOST_VOTES, "%s votes; give at most %s together", all, MOST_VOTES);
        return new Consensus(this, newVotes.clone());
    }

    /** Returns the rankings. */
    public ImmutableList<RankedList> rankings() {
        return lists;
    }

    /** Returns how schools that are not in all of the rankings are treated. */
    public Unmatched unmatched() {
        return unmatched;
    }

    /** Returns the schools compared, in the order of their first appearance in the rankings. */
    public ImmutableList<School> schools() {
        return schools;
    }

    /**
     * Returns the schools that are not compared, each with the reason: the numbers of the rankings that lack it,
     * counted from 1, or why it has no position in the rankings that list it.
     */
    public ImmutableMap<School, String> leftOut() {
        return leftOut;
    }

    /**
     * Ranks by Borda's points, most first. In each ranking a school gets one point for every school below it and half a
     * point for every school tied with it. The order equals that by the mean fractional rank. O(n · rankings), exact.
     */
    public RankedList borda() {
        long[] worse = new long[schools.size()];
        for (int k = 0; k < places.length; k++) {
            int[] doubled = Places.doubled(places[k]);
            for (int i = 0; i < worse.length; i++) {
                worse[i] += (long) votes[k] * doubled[i];
            }
        }
        return ordered(worse);
    }

    /**
     * Returns the Borda points of each school, best first.
     *
     * @return between 0 and (schools − 1) × votes, in halves
     */
    public ImmutableMap<School, Double> bordaPoints() {
        int n = schools.size();
        Map<School, Double> points = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            points.put(schools.get(i), 0.0);
        }
        for (int k = 0; k < places.length; k++) {
            int[] doubled = Places.doubled(places[k]);
            for (int i = 0; i < n; i++) {
                points.merge(schools.get(i), votes[k] * (2L * n - doubled[i]) / 2.0, Double::sum);
            }
        }
        return inOrder(borda(), points);
    }

    /**
     * Ranks by the median of the fractional ranks; for an even number of rankings, the mean of the two middle ones. A
     * single extreme ranking cannot move the result far. O(n · rankings · log rankings), exact.
     */
    public RankedList medianRank() {
        return ordered(medians());
    }

    /** Returns the median fractional rank of each school, best first. */
    public ImmutableMap<School, Double> medianRanks() {
        long[] medians = medians();
        Map<School, Double> ranks = new LinkedHashMap<>();
        for (int i = 0; i < medians.length; i++) {
            ranks.put(schools.get(i), medians[i] / 4.0);
        }
        return inOrder(medianRank(), ranks);
    }

    /** Four times the median fractional ranks, which is a whole number. */
    private long[] medians() {
        int[][] doubled = Arrays.stream(places).map(Places::doubled).toArray(int[][]::new);
        long[] medians = new long[schools.size()];
        Integer[] order = IntStream.range(0, places.length).boxed().toArray(Integer[]::new);
        int all = Arrays.stream(votes).sum();
        for (int i = 0; i < medians.length; i++) {
            int index = i;
            Arrays.sort(order, Comparator.comparingInt(k -> doubled[k][index]));
            medians[i] = (long) ranked(doubled, order, i, (all - 1) / 2) + ranked(doubled, order, i, all / 2);
        }
        return medians;
    }

    /** The rank of a school at one vote, the votes being sorted by that rank and counted from 0. */
    private int ranked(int[][] doubled, Integer[] order, int school, int vote) {
        int k = 0;
        for (int passed = votes[order[0]]; passed <= vote; passed += votes[order[k]]) {
            k++;
        }
        return doubled[order[k]][school];
    }

    /**
     * Ranks by Copeland's rule, most points first. A school gets one point for every school that it beats by majority,
     * and half a point for every school with which it is level. O(n² · rankings), exact. Copeland 1951, with half a
     * point per draw.
     *
     * @throws IllegalArgumentException if there are more than 5 000 schools
     */
    public RankedList copeland() {
        return ordered(Arrays.stream(copelandBalances()).map(each -> -each).toArray());
    }

    /**
     * Returns the Copeland points of each school, best first.
     *
     * @return between 0 and schools − 1, in halves
     * @throws IllegalArgumentException if there are more than 5 000 schools
     */
    public ImmutableMap<School, Double> copelandPoints() {
        long[] balances = copelandBalances();
        Map<School, Double> points = new LinkedHashMap<>();
        for (int i = 0; i < balances.length; i++) {
            points.put(schools.get(i), (schools.size() - 1 + balances[i]) / 2.0);
        }
        return inOrder(copeland(), points);
    }

    /** Majorities won minus majorities lost. */
    private long[] copelandBalances() {
        int n = schools.size();
        checkArgument(
                n <= MOST_SCHOOLS_IN_PAIRS,
                "%s schools; Copeland's rule compares all pairs of at most %s, Borda's points take any number",
                n,
                MOST_SCHOOLS_IN_PAIRS);
        long[] balances = new long[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                int majority = 0;
                for (int k = 0; k < places.length; k++) {
                    majority += votes[k] * Integer.signum(places[k][j] - places[k][i]);
                }
                balances[i] += Integer.signum(majority);
                balances[j] -= Integer.signum(majority);
            }
        }
        return balances;
    }

    /**
     * Finds the orders without ties that have the least summed distance from the rankings (Kemeny 1959, Young 1988).
     * The result is exact.
     *
     * <p>The schools are first split into groups such that every member of a group beats every member of the later
     * groups by majority. Within a group of n schools all orders are compared, which costs 2^n · n² steps. A group of
     * one costs nothing, so rankings that largely agree may list many schools.
     *
     * @return the least distance, and the orders that attain it
     * @throws IllegalArgumentException if a group has more than 20 schools, or there are more than 5 000 schools
     */
    public KemenyConsensus kemeny() {
        return KemenySolver.solve(schools, places, votes);
    }

    private static ImmutableMap<School, Double> inOrder(RankedList list, Map<School, Double> values) {
        ImmutableMap.Builder<School, Double> ordered = ImmutableMap.builder();
        list.schools().forEach(each -> ordered.put(each, requireNonNull(values.get(each))));
        return ordered.buildOrThrow();
    }

    /** The schools by rising value; equal values are tied. */
    private RankedList ordered(long[] values) {
        Map<School, Long> scores = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            scores.put(schools.get(i), -values[i]);
        }
        return RankedList.ofScores(scores);
    }

    /** Returns the numbers of rankings and schools. */
    @Override
    public String toString() {
        return "consensus of " + lists.size() + " rankings on " + schools.size() + " schools, those not in all of them "
                + unmatched;
    }
}
