package io.github.medrank.comparison;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.School;
import io.github.medrank.SchoolMatching;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One ranking made of several: by Borda's points, by median rank, or by Kemeny's least disagreement.
 *
 * <p>Each ranking has one vote, however it came about and however long it is. Schools that are not in all of the
 * rankings are left out, or tied last where they are missing; they are matched by id, those left over by name or alias.
 * No rule depends on the order of the rankings or of the schools; a school goes by the name it has in the first ranking
 * it is in.
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
@SuppressWarnings("Immutable") // The arrays are written by nobody after construction, and lent to nobody outside.
public final class Consensus {
    private final ImmutableList<School> schools;
    private final ImmutableList<RankedList> lists;
    private final Unmatched unmatched;
    private final int[][] places; // a row for each ranking, places among the schools compared

    private Consensus(
            ImmutableList<School> schools, ImmutableList<RankedList> lists, Unmatched unmatched, int[][] places) {
        this.schools = schools;
        this.lists = lists;
        this.unmatched = unmatched;
        this.places = places;
    }

    /**
     * Returns the consensus of rankings on the schools that are in all of them; {@link #withUnmatched} keeps the
     * others.
     *
     * @param rankings at least one
     * @throws IllegalArgumentException if there is none, or they have no school in common
     */
    public static Consensus of(List<RankedList> rankings) {
        return of(ImmutableList.copyOf(rankings), Unmatched.LEFT_OUT);
    }

    private static Consensus of(ImmutableList<RankedList> lists, Unmatched rule) {
        checkArgument(!lists.isEmpty(), "no rankings; a consensus needs at least one");
        List<School> all = new ArrayList<>(lists.get(0).given());
        List<int[]> found = new ArrayList<>();
        for (RankedList list : lists) {
            int[] matches = SchoolMatching.of(all, list.given()).indicesInThese();
            for (int i = 0; i < matches.length; i++) {
                if (matches[i] < 0) {
                    matches[i] = all.size();
                    all.add(list.given().get(i));
                }
            }
            found.add(matches);
        }
        int[][] raw = new int[lists.size()][];
        for (int k = 0; k < raw.length; k++) {
            raw[k] = new int[all.size()];
            int[] matches = found.get(k);
            for (int i = 0; i < matches.length; i++) {
                raw[k][matches[i]] = lists.get(k).placeAt(i);
            }
        }
        int[] kept = IntStream.range(0, all.size())
                .filter(i -> rule == Unmatched.TIED_LAST || Arrays.stream(raw).allMatch(row -> row[i] > 0))
                .toArray();
        checkArgument(kept.length > 0, "the rankings have no school in common; see withUnmatched(TIED_LAST)");
        int[][] places = new int[raw.length][];
        for (int k = 0; k < raw.length; k++) {
            int[] row = raw[k];
            int last = lists.get(k).size() + 1;
            places[k] = Places.among(
                    Arrays.stream(kept).map(i -> row[i] > 0 ? row[i] : last).toArray());
        }
        return new Consensus(
                Arrays.stream(kept).mapToObj(all::get).collect(ImmutableList.toImmutableList()), lists, rule, places);
    }

    /** Returns the same rankings with another rule for schools that are not in all of them. */
    public Consensus withUnmatched(Unmatched rule) {
        return of(lists, requireNonNull(rule, "rule"));
    }

    /** Returns the rankings. */
    public ImmutableList<RankedList> rankings() {
        return lists;
    }

    /** Returns what becomes of schools that are not in all of the rankings. */
    public Unmatched unmatched() {
        return unmatched;
    }

    /**
     * Ranks by Borda's points, most first: in each ranking a school gets a point for every school below it and half a
     * point for every school tied with it (so that ties share the points they take up). The same order as by the mean
     * of the fractional ranks. O(n · rankings), exact.
     */
    public RankedList borda() {
        long[] worse = new long[schools.size()];
        for (int[] row : places) {
            int[] doubled = Places.doubled(row);
            for (int i = 0; i < worse.length; i++) {
                worse[i] += doubled[i];
            }
        }
        return ordered(worse);
    }

    /**
     * Borda's points of each school, best first.
     *
     * @return between 0 and (schools − 1) × rankings, in halves
     */
    public ImmutableMap<School, Double> bordaPoints() {
        int n = schools.size();
        Map<School, Double> points = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            points.put(schools.get(i), 0.0);
        }
        for (int[] row : places) {
            int[] doubled = Places.doubled(row);
            for (int i = 0; i < n; i++) {
                points.merge(schools.get(i), (2 * n - doubled[i]) / 2.0, Double::sum);
            }
        }
        return inOrder(borda(), points);
    }

    /**
     * Ranks by the median of the fractional ranks; of an even number of rankings, the mean of the two in the middle.
     * Moved by no single extreme ranking. O(n · rankings · log rankings), exact.
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

    /** Four times the median fractional ranks. */
    private long[] medians() {
        int[][] doubled = Arrays.stream(places).map(Places::doubled).toArray(int[][]::new);
        long[] medians = new long[schools.size()];
        for (int i = 0; i < medians.length; i++) {
            int index = i;
            int[] ranks =
                    Arrays.stream(doubled).mapToInt(row -> row[index]).sorted().toArray();
            medians[i] = (long) ranks[(ranks.length - 1) / 2] + ranks[ranks.length / 2];
        }
        return medians;
    }

    /**
     * Returns the orders without ties whose summed distance from the rankings is least (Kemeny 1959, Young 1988), found
     * exactly.
     *
     * <p>Schools fall into groups each of whose members beats every member of the later groups by majority; within a
     * group all orders are weighed, at a cost of 2^n · n² for a group of n. A group of one costs nothing, so that
     * rankings which largely agree may have many schools.
     *
     * @return what is least, and the orders that reach it
     * @throws IllegalArgumentException if a group has more than 20 schools, or there are more than 5 000 schools
     */
    public KemenyConsensus kemeny() {
        return KemenySolver.solve(schools, places);
    }

    private static ImmutableMap<School, Double> inOrder(RankedList list, Map<School, Double> values) {
        ImmutableMap.Builder<School, Double> ordered = ImmutableMap.builder();
        list.schools().forEach(each -> ordered.put(each, requireNonNull(values.get(each))));
        return ordered.buildOrThrow();
    }

    /** The schools by rising values, equal ones tied. */
    private RankedList ordered(long[] values) {
        Map<School, Long> scores = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            scores.put(schools.get(i), -values[i]);
        }
        return RankedList.ofScores(scores);
    }

    /** Returns how many rankings and schools there are. */
    @Override
    public String toString() {
        return "consensus of " + lists.size() + " rankings on " + schools.size() + " schools, those not in all of them "
                + unmatched;
    }
}
