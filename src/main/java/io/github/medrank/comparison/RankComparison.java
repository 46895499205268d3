package io.github.medrank.comparison;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.SchoolMatching;
import io.github.medrank.TextTable;
import io.github.medrank.exact.NumberText;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How alike two rankings are, ties and all: rank correlations, distances, overlap at the top, and who moved most.
 *
 * <p>Schools are matched by id, those left over by name or alias. A school in only one of the two is left out of
 * correlations and distances, which then see the common schools placed anew among themselves; {@link #withUnmatched}
 * counts it as tied last instead. The choice matters: say which one was made. The overlap at the top and
 * {@link RankBiasedOverlap} take the two lists as they are.
 *
 * <p>A correlation is empty, not NaN, where it is not defined: if fewer than two schools are compared, or all of them
 * are tied in one ranking. No coefficient depends on the order of the rows, to the last bit.
 *
 * <pre>{@code
 * var names = List.of("a", "b", "c", "d").stream().map(School::of).toList();
 * var tied = RankedList.ofPositions(Map.of(names.get(0), 1, names.get(1), 2, names.get(2), 2, names.get(3), 4));
 * var strict = RankedList.ofPositions(Map.of(names.get(0), 1, names.get(1), 2, names.get(2), 3, names.get(3), 4));
 * var comparison = RankComparison.of(tied, strict);
 * comparison.kendallTauB()      // ==> OptionalDouble[0.9128709291752769]
 * comparison.kemenyDistance()   // ==> 1
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // The arrays are never written after construction; the counts are derived from them.
public final class RankComparison {
    private final RankedList first;
    private final RankedList second;
    private final int[] inFirst;
    private final int[] inSecond;
    private final Unmatched unmatched;
    private final int[] places;
    private final int[] others;
    private volatile @Nullable PairCounts counts;

    private RankComparison(RankedList first, RankedList second, int[] inFirst, int[] inSecond, Unmatched unmatched) {
        this.first = first;
        this.second = second;
        this.inFirst = inFirst;
        this.inSecond = inSecond;
        this.unmatched = unmatched;
        boolean whole = inFirst.length == first.size() && inFirst.length == second.size();
        // Where all are matched, the items are the first list's schools, one by one.
        int[] kept = whole
                ? inFirst
                : IntStream.range(0, inFirst.length)
                        .filter(i -> unmatched == Unmatched.TIED_LAST || (inFirst[i] >= 0 && inSecond[i] >= 0))
                        .toArray();
        this.places = places(first, inFirst, kept, whole);
        this.others = places(second, inSecond, kept, whole);
    }

    private static int[] places(RankedList list, int[] indices, int[] kept, boolean whole) {
        int[] places = new int[kept.length];
        for (int i = 0; i < places.length; i++) {
            int index = indices[kept[i]];
            places[i] = index >= 0 ? list.placeAt(index) : list.size() + 1;
        }
        return whole ? places : Places.among(places);
    }

    /**
     * Compares two ranked lists. O(n).
     *
     * @throws IllegalArgumentException if a left-over school goes by the names of several of the other list
     */
    public static RankComparison of(RankedList first, RankedList second) {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        int[] matches = SchoolMatching.of(first.given(), second.given()).indicesInThese();
        int[] indexInSecond = new int[first.size()];
        java.util.Arrays.fill(indexInSecond, -1);
        IntStream.Builder only = IntStream.builder();
        for (int i = 0; i < matches.length; i++) {
            if (matches[i] >= 0) {
                indexInSecond[matches[i]] = i;
            } else {
                only.add(i);
            }
        }
        int[] newcomers = only.build().toArray();
        int n = first.size() + newcomers.length;
        int[] inFirst = new int[n];
        int[] inSecond = new int[n];
        for (int i = 0; i < n; i++) {
            boolean known = i < first.size();
            inFirst[i] = known ? i : -1;
            inSecond[i] = known ? indexInSecond[i] : newcomers[i - first.size()];
        }
        return new RankComparison(first, second, inFirst, inSecond, Unmatched.LEFT_OUT);
    }

    /** Compares the schools that two rankings show, by their competition positions; see {@link RankedList#of}. */
    public static RankComparison of(Ranking first, Ranking second) {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        return of(RankedList.of(first), RankedList.of(second));
    }

    /** Returns the same comparison with another rule for schools that are in only one of the two. */
    public RankComparison withUnmatched(Unmatched rule) {
        return new RankComparison(first, second, inFirst, inSecond, requireNonNull(rule, "rule"));
    }

    // ---- who is compared ----

    /** Returns the first ranking. */
    public RankedList first() {
        return first;
    }

    /** Returns the second ranking. */
    public RankedList second() {
        return second;
    }

    /** Returns what becomes of schools that are in only one of the two. */
    public Unmatched unmatched() {
        return unmatched;
    }

    /** Returns the schools in both, as the first ranking names them, in its order. */
    public ImmutableList<School> common() {
        return listed(IntStream.range(0, inFirst.length).filter(i -> inFirst[i] >= 0 && inSecond[i] >= 0));
    }

    /** Returns the schools in the first ranking alone, in its order. */
    public ImmutableList<School> onlyFirst() {
        return listed(IntStream.range(0, inFirst.length).filter(i -> inSecond[i] < 0));
    }

    /** Returns the schools in the second ranking alone, in its order. */
    public ImmutableList<School> onlySecond() {
        return listed(IntStream.range(0, inFirst.length).filter(i -> inFirst[i] < 0));
    }

    /**
     * Returns the schools that correlations and distances leave out, each with the reason: those in one ranking alone,
     * unless they are tied last, and those that a ranking lists without a position.
     */
    public ImmutableMap<School, String> leftOut() {
        Map<School, String> reasons = new LinkedHashMap<>();
        if (unmatched == Unmatched.LEFT_OUT) {
            onlyFirst().forEach(each -> reasons.put(each, "only in the first ranking"));
            onlySecond().forEach(each -> reasons.put(each, "only in the second ranking"));
        }
        for (RankedList list : List.of(first, second)) {
            list.leftOut().forEach((school, reason) -> {
                if (first.position(school).isEmpty() && second.position(school).isEmpty()) {
                    reasons.putIfAbsent(school, reason);
                }
            });
        }
        return ImmutableMap.copyOf(reasons);
    }

    private ImmutableList<School> listed(IntStream items) {
        return items.boxed()
                .sorted(Comparator.<Integer>comparingDouble(this::position)
                        .thenComparing(i -> school(i).name())
                        .thenComparing(i -> school(i).id()))
                .map(this::school)
                .collect(ImmutableList.toImmutableList());
    }

    private double position(int item) {
        return inFirst[item] >= 0 ? first.positionAt(inFirst[item]) : second.positionAt(inSecond[item]);
    }

    private School school(int item) {
        return inFirst[item] >= 0
                ? first.given().get(inFirst[item])
                : second.given().get(inSecond[item]);
    }

    // ---- correlations ----

    /**
     * Returns Kendall's τ-b (Kendall 1945), in [−1, 1]: pairs in the same order minus pairs in opposite order, over the
     * geometric mean of the pairs not tied in either ranking. 1 for a ranking with itself, ties or not. O(n log n),
     * exact counts.
     */
    public OptionalDouble kendallTauB() {
        PairCounts pairs = counts();
        double untied = (double) (pairs.all() - pairs.tiedFirst()) * (pairs.all() - pairs.tiedSecond());
        return untied == 0 ? OptionalDouble.empty() : OptionalDouble.of(pairs.balance() / Math.sqrt(untied));
    }

    /**
     * Returns the weighted τ of Vigna 2015 with additive hyperbolic weights, in [−1, 1]: as {@link #kendallTauB}, but a
     * pair weighs 1/r + 1/s for schools ranked r and s, so that exchanges at the top count more. The mean of the two
     * coefficients that rank the schools by the first ranking (its ties by the second) and by the second (its ties by
     * the first). O(n log n).
     *
     * @see <a href="https://doi.org/10.1145/2736277.2741088">doi:10.1145/2736277.2741088</a>
     */
    public OptionalDouble weightedTauVigna2015() {
        OptionalDouble one = WeightedPairs.tau(places, others);
        OptionalDouble other = WeightedPairs.tau(others, places);
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of((one.getAsDouble() + other.getAsDouble()) / 2)
                : OptionalDouble.empty();
    }

    /**
     * Returns Spearman's ρ, in [−1, 1]: the product-moment correlation of the ranks, where tied schools share the mean
     * of the positions they take up; not the formula 1 − 6Σd²/(n³ − n), which is wrong with ties. O(n), exact sums.
     */
    public OptionalDouble spearmanRho() {
        int[] ranks = Places.doubled(places);
        int[] otherRanks = Places.doubled(others);
        BigInteger spread = spread(places);
        BigInteger otherSpread = spread(others);
        if (spread.signum() == 0 || otherSpread.signum() == 0) {
            return OptionalDouble.empty();
        }
        long low = 0;
        long high = 0;
        for (int i = 0; i < ranks.length; i++) {
            long square = (long) (ranks[i] - otherRanks[i]) * (ranks[i] - otherRanks[i]);
            low += square & 0xFFFFFFFFL;
            high += square >>> 32;
        }
        BigInteger squares = BigInteger.valueOf(high).shiftLeft(32).add(BigInteger.valueOf(low));
        // With ranks doubled, 2·Σxy = Σx² + Σy² − Σ(x − y)², each taken about the mean.
        double products = spread.add(otherSpread).subtract(squares).doubleValue() / 2;
        return OptionalDouble.of(products / Math.sqrt(spread.doubleValue() * otherSpread.doubleValue()));
    }

    /** The sum of squares of the doubled ranks about their mean: (n³ − n − Σ(t³ − t)) / 3 for ties of t schools. */
    private static BigInteger spread(int[] places) {
        BigInteger sum = cubes(places.length);
        for (int size : Places.sizes(places)) {
            sum = size > 1 ? sum.subtract(cubes(size)) : sum;
        }
        return sum.divide(BigInteger.valueOf(3));
    }

    private static BigInteger cubes(long n) {
        return BigInteger.valueOf(n).pow(3).subtract(BigInteger.valueOf(n));
    }

    // ---- distances ----

    /**
     * Returns Spearman's footrule: the sum of the differences of rank, where tied schools share the mean of the
     * positions they take up (the profile metric of Fagin et al. 2006). 0 for equal rankings, at most ⌊n²/2⌋. O(n),
     * exact.
     */
    public double footrule() {
        int[] ranks = Places.doubled(places);
        int[] otherRanks = Places.doubled(others);
        long sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += Math.abs(ranks[i] - otherRanks[i]);
        }
        return sum / 2.0;
    }

    /**
     * Returns the distance of Kemeny and Snell 1962: 2 for each pair in opposite order, 1 for each pair tied in one
     * ranking alone. 0 for equal rankings, at most n(n − 1). Half of it is Kendall's distance with penalty ½ (Fagin et
     * al. 2006). O(n log n), exact.
     */
    public long kemenyDistance() {
        PairCounts pairs = counts();
        return 2 * pairs.reversed() + pairs.tiedFirst() + pairs.tiedSecond() - 2 * pairs.tiedBoth();
    }

    private PairCounts counts() {
        PairCounts known = counts;
        if (known == null) {
            known = PairCounts.of(places, others);
            counts = known;
        }
        return known;
    }

    // ---- the top, and the moves ----

    /**
     * Returns who is in the first k of both, regardless of unmatched schools elsewhere.
     *
     * @param k at least 1; a tie that reaches across it is in as a whole
     */
    public TopOverlap topOverlap(int k) {
        checkArgument(k >= 1, "top %s; look at the first 1 or more", k);
        return new TopOverlap(
                k,
                listed(items(k, true, true)),
                listed(items(k, true, false)),
                listed(items(k, false, true).filter(i -> inFirst[i] < 0 || first.placeAt(inFirst[i]) > k)));
    }

    /**
     * Returns the average overlap of the first k places, in [0, 1]: the mean, over the depths 1 to k, of the share of
     * schools in common down to that depth. As {@link RankBiasedOverlap#webber2010}, tied schools share the place, and
     * the depths weigh alike. Fagin, Kumar and Sivakumar 2003, doi:10.1137/S0895480102412856, call 1 minus it the
     * intersection metric.
     *
     * @param k at least 1, and no more than the shorter ranking has schools
     */
    public double averageOverlap(int k) {
        int most = Math.min(first.size(), second.size());
        checkArgument(
                k >= 1 && k <= most, "average overlap of the first %s; take 1 to %s, the shorter ranking", k, most);
        return new Overlaps(this, Overlaps.Ties.SHARED).average(k);
    }

    private IntStream items(int k, boolean fromFirst, boolean fromSecond) {
        return IntStream.range(0, inFirst.length)
                .filter(i -> (inFirst[i] >= 0 && first.placeAt(inFirst[i]) <= k) == fromFirst)
                .filter(i -> (inSecond[i] >= 0 && second.placeAt(inSecond[i]) <= k) == fromSecond);
    }

    /** Returns the moves of the schools in both, the longest first, then in the order of the first ranking. */
    public ImmutableList<Movement> moves() {
        return IntStream.range(0, inFirst.length)
                .filter(i -> inFirst[i] >= 0 && inSecond[i] >= 0)
                .mapToObj(i -> new Movement(school(i), first.positionAt(inFirst[i]), second.positionAt(inSecond[i])))
                .sorted(Comparator.<Movement>comparingDouble(move -> -Math.abs(gained(move)))
                        .thenComparingDouble(move -> move.before().orElseThrow().number())
                        .thenComparing(move -> move.school().name())
                        .thenComparing(move -> move.school().id()))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Returns the schools that moved most; those that did not move are never among them.
     *
     * @param n how many at most; not negative
     */
    public ImmutableList<Movement> largestMovers(int n) {
        checkArgument(n >= 0, "largestMovers(%s): a number of schools is not negative", n);
        return moves().stream().filter(move -> gained(move) != 0).limit(n).collect(ImmutableList.toImmutableList());
    }

    private static double gained(Movement move) {
        return move.gained().orElseThrow();
    }

    /** For {@link RankBiasedOverlap}: the items' index in each list, −1 where they are not in it. */
    int[] indices(boolean ofFirst) {
        return ofFirst ? inFirst : inSecond;
    }

    /** Returns the coefficients, a line each, and the largest movers. */
    @Override
    public String toString() {
        long common = IntStream.range(0, inFirst.length)
                .filter(i -> inFirst[i] >= 0 && inSecond[i] >= 0)
                .count();
        int k = Math.min(10, Math.min(first.size(), second.size()));
        TextTable.Builder text = TextTable.builder("schools in both")
                .right(Long.toString(common))
                .row("only in the first, " + unmatched, first.size() - common)
                .row("only in the second, " + unmatched, second.size() - common)
                .row("Kendall's τ-b", figure(kendallTauB()))
                .row("weighted τ (Vigna 2015)", figure(weightedTauVigna2015()))
                .row("Spearman's ρ", figure(spearmanRho()))
                .row("footrule", footrule())
                .row("Kemeny distance", kemenyDistance())
                .row("top " + k + " in common", NumberText.rounded(topOverlap(k).share()));
        ImmutableList<Movement> movers = largestMovers(3);
        if (!movers.isEmpty()) {
            text.note("moved most: " + movers.stream().map(Movement::toString).collect(Collectors.joining("; ")));
        }
        return text.build().toString();
    }

    private static String figure(OptionalDouble value) {
        return value.isPresent() ? NumberText.rounded(value.getAsDouble()) : "not defined";
    }
}
