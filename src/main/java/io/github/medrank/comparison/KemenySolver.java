package io.github.medrank.comparison;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.github.medrank.School;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Solves Kemeny's rule exactly. Schools are split into groups by the extended Condorcet criterion (Truchon 1998), which
 * every best order obeys; each group is ordered by dynamic programming over its subsets.
 */
final class KemenySolver {
    private static final int LARGEST_GROUP = 20;
    private static final int MOST_SCHOOLS = 5_000;

    private final ImmutableList<School> schools;
    private final int[][] cost; // cost[i][j] of i above j: 2 per ranking with i below j, 1 per ranking that ties them

    private final List<School> order = new ArrayList<>();
    private final Map<School, Integer> minusPlaces = new LinkedHashMap<>();
    private BigInteger orders = BigInteger.ONE;
    private long distance;

    private KemenySolver(ImmutableList<School> schools, int[][] places, int[] votes) {
        this.schools = schools;
        this.cost = new int[schools.size()][schools.size()];
        for (int k = 0; k < places.length; k++) {
            int[] row = places[k];
            for (int i = 0; i < cost.length; i++) {
                for (int j = 0; j < cost.length; j++) {
                    cost[i][j] += i == j ? 0 : votes[k] * (1 + Integer.signum(row[i] - row[j]));
                }
            }
        }
    }

    static KemenyConsensus solve(ImmutableList<School> given, int[][] givenPlaces, int[] votes) {
        checkArgument(
                given.size() <= MOST_SCHOOLS,
                "%s schools; Kemeny's rule is exact for at most %s here, Borda's points take any number",
                given.size(),
                MOST_SCHOOLS);
        // Sorted by name, so that the order chosen among equals does not depend on the order of the rows.
        int[] byName = IntStream.range(0, given.size())
                .boxed()
                .sorted(Comparator.<Integer, String>comparing(i -> given.get(i).name())
                        .thenComparing(i -> given.get(i).id()))
                .mapToInt(Integer::intValue)
                .toArray();
        int[][] places = Arrays.stream(givenPlaces)
                .map(row -> Arrays.stream(byName).map(i -> row[i]).toArray())
                .toArray(int[][]::new);
        KemenySolver solver = new KemenySolver(
                Arrays.stream(byName).mapToObj(given::get).collect(ImmutableList.toImmutableList()), places, votes);
        return solver.solve();
    }

    private KemenyConsensus solve() {
        for (int i = 0; i < cost.length; i++) {
            for (int j = 0; j < i; j++) {
                distance += Math.min(cost[i][j], cost[j][i]); // no order can avoid this; the groups add the rest
            }
        }
        int before = 0;
        for (int[] group : groups()) {
            if (group.length == 1) {
                add(schools.get(group[0]), before + 1);
            } else {
                solve(group, before);
            }
            before += group.length;
        }
        return new KemenyConsensus(RankedList.ofScores(minusPlaces), ImmutableList.copyOf(order), distance, orders);
    }

    private void add(School school, int place) {
        order.add(school);
        minusPlaces.put(school, -place);
    }

    /**
     * The groups, best first: the strongly connected components of the relation "is not beaten by". A school that beats
     * all of a later group beats more schools than any member of that group does. The groups are therefore runs of the
     * schools sorted by the number of schools they beat or tie; a run ends where no later school is undefeated by a
     * school of the run.
     */
    private List<int[]> groups() {
        int n = cost.length;
        int[] score = new int[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                score[i] += Integer.signum(cost[j][i] - cost[i][j]);
            }
        }
        Integer[] sorted = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(sorted, Comparator.comparingInt(i -> -score[i]));
        List<int[]> groups = new ArrayList<>();
        int from = 0;
        long points = 0;
        for (int i = 0; i < n; i++) {
            points += score[sorted[i]];
            // The first i + 1 schools beat all the others if and only if their scores add up to that many wins.
            if (points == (long) (i + 1) * (n - i - 1)) {
                groups.add(Arrays.stream(sorted, from, i + 1)
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray());
                from = i + 1;
            }
        }
        return groups;
    }

    private void solve(int[] group, int before) {
        int n = group.length;
        checkArgument(
                n <= LARGEST_GROUP,
                "%s schools beat one another in circles (%s, …); Kemeny's rule is solved for circles of at most %s; "
                        + "Borda's points and the median rank take any number",
                n,
                schools.get(group[0]).name(),
                LARGEST_GROUP);
        int[] rest = rests(group); // rest[set]: the least cost of ordering the schools of the set, if they come last
        int full = (1 << n) - 1;
        distance += rest[full];
        long[] ways = new long[full + 1];
        int[] above = new int[n]; // above[i]: the schools that stand above i in every best order
        Arrays.fill(above, full);
        int[] first = new int[n];
        countWays(group, rest, ways, above);
        orders = orders.multiply(BigInteger.valueOf(ways[full]));
        for (int left = full, i = 0; left != 0; left &= ~(1 << first[i]), i++) {
            first[i] = firstChoice(group, rest, left);
        }
        for (int choice : first) {
            add(schools.get(group[choice]), before + 1 + Integer.bitCount(above[choice]));
        }
    }

    private int[] rests(int[] group) {
        int[] rest = new int[1 << group.length];
        for (int left = 1; left < rest.length; left++) {
            int least = Integer.MAX_VALUE;
            for (int i = 0; i < group.length; i++) {
                if ((left & 1 << i) != 0) {
                    least = Math.min(least, rest[left & ~(1 << i)] + over(group, i, left));
                }
            }
            rest[left] = least;
        }
        return rest;
    }

    /** The avoidable cost of placing a school above the other schools of a set. */
    private int over(int[] group, int i, int left) {
        int[] row = cost[group[i]];
        int sum = 0;
        for (int others = left & ~(1 << i); others != 0; others &= others - 1) {
            int other = group[Integer.numberOfTrailingZeros(others)];
            sum += Math.max(0, row[other] - cost[other][group[i]]);
        }
        return sum;
    }

    private int firstChoice(int[] group, int[] rest, int left) {
        return IntStream.range(0, group.length)
                .filter(i -> (left & 1 << i) != 0)
                .filter(i -> rest[left] == rest[left & ~(1 << i)] + over(group, i, left))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Walks the best orders from the top and records which school always stands above which; then counts them from
     * below.
     */
    private void countWays(int[] group, int[] rest, long[] ways, int[] above) {
        int full = ways.length - 1;
        boolean[] reached = new boolean[ways.length];
        reached[full] = true;
        for (int left = full; left > 0; left--) {
            for (int i = 0; reached[left] && i < group.length; i++) {
                if (isBest(group, rest, left, i)) {
                    reached[left & ~(1 << i)] = true;
                    above[i] &= full & ~left;
                }
            }
        }
        ways[0] = 1;
        for (int left = 1; left <= full; left++) {
            for (int i = 0; reached[left] && i < group.length; i++) {
                ways[left] += isBest(group, rest, left, i) ? ways[left & ~(1 << i)] : 0;
            }
        }
    }

    private boolean isBest(int[] group, int[] rest, int left, int i) {
        return (left & 1 << i) != 0 && rest[left] == rest[left & ~(1 << i)] + over(group, i, left);
    }
}
