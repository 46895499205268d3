package io.github.medrank.comparison;

import static com.google.common.base.Preconditions.checkArgument;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Ranking;
import io.github.medrank.ResultList;
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
 * Compares two rankings, with or without ties: rank correlations, distances, overlap at the top, and the largest moves.
 *
 * <p>Schools are matched by id, and those left over by name or alias. By default, correlations and distances leave out
 * schools that only one ranking has, and rank the common schools again among themselves. {@link #withUnmatched} counts
 * such schools as tied last instead. The choice matters, so state it with the result. The overlap at the top and
 * {@link RankBiasedOverlap} always use the two lists as they are.
 *
 * <p>A correlation that is not defined is empty rather than NaN: fewer than two schools are compared, or one ranking
 * ties all of them. The results do not depend on the order of the rows, down to the last bit.
 *
 * <pre>{@code
 * var names = List.of("a", "b", "c", "d").stream().map(School::of).toList();
 * var tied = RankedList.ofPositions(
 *         Map.of(names.get(0), 1, names.get(1), 2, names.get(2), 2, names.get(3), 4));
 * var strict = RankedList.ofPositions(
 *         Map.of(names.get(0), 1, names.get(1), 2, names.get(2), 3, names.get(3), 4));
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
        // If all schools are matched, the items are the schools of the first list, in order.
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
     * @throws IllegalArgumentException if a school that is not matched by id has the names of several schools of the
     *     other list
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

    /** Compares two rankings by the competition positions of the schools they show; see {@link RankedList#of}. */
    public static RankComparison of(Ranking first, Ranking second) {
        requireNonNull(first, "first");
        requireNonNull(second, "second");
        return of(RankedList.of(first), RankedList.of(second));
    }

    /** Returns the same comparison with another rule for schools that are in only one of the two. */
    public RankComparison withUnmatched(Unmatched rule) {
        return new RankComparison(first, second, inFirst, inSecond, requireNonNull(rule, "rule"));
    }

    // ---- the schools compared ----

    /** Returns the first ranking. */
    public RankedList first() {
        return first;
    }

    /** Returns the second ranking. */
    public RankedList second() {
        return second;
    }

    /** Returns how schools that are in only one of the two are treated. */
    public Unmatched unmatched() {
        return unmatched;
    }

    /** Returns the schools in both rankings, with the names and in the order of the first. */
    public ResultList<School> common() {
        return ResultList.copyOf(
                listed(IntStream.range(0, inFirst.length).filter(i -> inFirst[i] >= 0 && inSecond[i] >= 0)));
    }

    /** Returns the schools that only the first ranking has, in its order. */
    public ResultList<School> onlyFirst() {
        return ResultList.copyOf(listed(IntStream.range(0, inFirst.length).filter(i -> inSecond[i] < 0)));
    }

    /** Returns the schools that only the second ranking has, in its order. */
    public ResultList<School> onlySecond() {
        return ResultList.copyOf(listed(IntStream.range(0, inFirst.length).filter(i -> inFirst[i] < 0)));
    }

    /**
     * Returns the schools that correlations and distances leave out, each with the reason. These are the schools in
     * only one ranking, unless they are tied last, and those that a ranking lists without a position.
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
     * Returns Kendall's τ-b (Kendall 1945), in [−1, 1]: the number of pairs in the same order minus the number in
     * opposite order, divided by the geometric mean of the numbers of untied pairs of the two rankings. 1 for a ranking
     * with itself, with or without ties. O(n log n), exact counts.
     */
    public OptionalDouble kendallTauB() {
        PairCounts pairs = counts();
        double untied = (double) (pairs.all() - pairs.tiedFirst()) * (pairs.all() - pairs.tiedSecond());
        return untied == 0 ? OptionalDouble.empty() : OptionalDouble.of(pairs.balance() / Math.sqrt(untied));
    }

    /**
     * Returns the weighted τ of Vigna 2015 with additive hyperbolic weights, in [−1, 1]. It is {@link #kendallTauB}
     * with the weight 1/r + 1/s for a pair of schools ranked r and s, so that exchanges at the top count more. The
     * result is the mean of two coefficients: one ranks the schools by the first ranking (its ties by the second), the
     * other by the second (its ties by the first). O(n log n).
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
     * of their positions. The common formula 1 − 6Σd²/(n³ − n) is not used, because it is wrong with ties. O(n), exact
     * sums.
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
     * Returns Spearman's footrule: the sum of the absolute differences of rank, where tied schools share the mean of
     * their positions (the profile metric of Fagin et al. 2006). 0 for equal rankings, at most ⌊n²/2⌋. O(n), exact.
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
     * Returns the distance of Kemeny and Snell 1962: 2 for each pair in opposite order, 1 for each pair tied in only
     * one ranking. 0 for equal rankings, at most n(n − 1). Half of it is Kendall's distance with penalty ½ (Fagin et
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
     * Compares the first k of both rankings, including schools that only one ranking has.
     *
     * @param k at least 1; a tie that crosses position k is included as a whole
     */
    public TopOverlap topOverlap(int k) {
        checkArgument(k >= 1, "top %s; k is at least 1", k);
        return new TopOverlap(
                k,
                listed(items(k, true, true)),
                listed(items(k, true, false)),
                listed(items(k, false, true).filter(i -> inFirst[i] < 0 || first.placeAt(inFirst[i]) > k)));
    }

    /**
     * Returns the average overlap of the first k places, in [0, 1]: the mean, over the depths 1 to k, of the share of
     * schools in common down to that depth. Tied schools share the place, as in {@link RankBiasedOverlap#webber2010},
     * and all depths have equal weight. 1 minus the average overlap is the intersection metric of Fagin, Kumar and
     * Sivakumar 2003, doi:10.1137/S0895480102412856.
     *
     * @param k at least 1, and at most the number of schools of the shorter ranking
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

    /**
     * Returns the moves of the schools in both rankings, longest first; equal ones in the order of the first ranking.
     */
    public ResultList<Movement> moves() {
        return IntStream.range(0, inFirst.length)
                .filter(i -> inFirst[i] >= 0 && inSecond[i] >= 0)
                .mapToObj(i -> new Movement(school(i), first.positionAt(inFirst[i]), second.positionAt(inSecond[i])))
                .sorted(Comparator.<Movement>comparingDouble(move -> -Math.abs(gained(move)))
                        .thenComparingDouble(move -> move.before().orElseThrow().number())
                        .thenComparing(move -> move.school().name())
                        .thenComparing(move -> move.school().id()))
                .collect(ResultList.toResultList());
    }

    /**
     * Returns the schools that moved most. Schools that did not move are never included.
     *
     * @param n the greatest number of schools to return; not negative
     */
    public ResultList<Movement> largestMovers(int n) {
        checkArgument(n >= 0, "largestMovers(%s): a number of schools is not negative", n);
        return moves().stream().filter(move -> gained(move) != 0).limit(n).collect(ResultList.toResultList());
    }

    private static double gained(Movement move) {
        return move.gained().orElseThrow();
    }

    /** The index of each item in a list, −1 if the list lacks it; for {@link RankBiasedOverlap}. */
    int[] indices(boolean ofFirst) {
        return ofFirst ? inFirst : inSecond;
    }

    /** Returns the coefficients, one per line, and the largest movers. */
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
        List<Movement> movers = largestMovers(3);
        if (!movers.isEmpty()) {
            text.note("moved most: " + movers.stream().map(Movement::toString).collect(Collectors.joining("; ")));
        }
        return text.build().toString();
    }

    private static String figure(OptionalDouble value) {
        return value.isPresent() ? NumberText.rounded(value.getAsDouble()) : "not defined";
    }
}
