package io.github.medrank.weightspace;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Ranking;
import io.github.medrank.ResultList;
import io.github.medrank.School;
import io.github.medrank.TextTable;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The pairs of schools whose order is the same for all weights of a region.
 *
 * <p>A school dominates another if no weights of the region put it behind, and some put it ahead. Dominance is decided
 * on exact scores. Rounding and tie-breakers do not affect it; they affect positions, which
 * {@link WeightSpace#bounds()} returns. The relation is transitive. Two schools with equal values do not dominate each
 * other. Memory: one bit per pair.
 */
@Immutable
@SuppressWarnings("Immutable") // the bits are never written after construction
public final class RobustDominance {
    private final Ranking ranking;
    private final WeightRegion region;
    /** The place of each row in the bits. */
    private final int[] places;
    /** bits[place of a], bit place of b: whether a dominates b. */
    private final ImmutableList<BitSet> bits;

    RobustDominance(Ranking ranking, WeightRegion region, int[] places, ImmutableList<BitSet> bits) {
        this.ranking = ranking;
        this.region = region;
        this.places = places;
        this.bits = bits;
    }

    /** Returns whether one school dominates another. Both are looked up as in {@link Ranking#of(String)}. */
    public boolean dominates(String ahead, String behind) {
        requireNonNull(ahead, "ahead");
        requireNonNull(behind, "behind");
        return dominates(ranking.of(ahead).row(), ranking.of(behind).row());
    }

    boolean dominates(int ahead, int behind) {
        return bits.get(places[ahead]).get(places[behind]);
    }

    /**
     * Returns the schools that dominate a school, in the table's order. They are level with it or ahead for all
     * weights.
     */
    public ResultList<School> dominatorsOf(String school) {
        requireNonNull(school, "school");
        int row = ranking.of(school).row();
        return schools(each -> dominates(each, row));
    }

    /** Returns the schools that a school dominates, in the table's order. */
    public ResultList<School> dominatedBy(String school) {
        requireNonNull(school, "school");
        int row = ranking.of(school).row();
        return schools(each -> dominates(row, each));
    }

    /** Returns the schools that no other school dominates, in the table's order. O(n² / 64). */
    public ResultList<School> undominated() {
        BitSet dominated = new BitSet();
        bits.forEach(dominated::or);
        return schools(each -> !dominated.get(places[each]));
    }

    /** Returns the number of pairs of schools of which one dominates the other. */
    public long pairs() {
        return bits.stream().mapToLong(BitSet::cardinality).sum();
    }

    /** Returns the fraction of all pairs of which one school dominates the other, in [0, 1]; 0 for a single school. */
    public double share() {
        return allPairs() == 0 ? 0 : (double) pairs() / allPairs();
    }

    private long allPairs() {
        return (long) bits.size() * (bits.size() - 1) / 2;
    }

    private ResultList<School> schools(IntPredicate rows) {
        return IntStream.range(0, bits.size())
                .filter(rows)
                .mapToObj(ranking.normalized().schools()::get)
                .collect(ResultList.toResultList());
    }

    /** Returns, for each school in the order of the ranking, how many schools it dominates and is dominated by. */
    @Override
    public String toString() {
        TextTable.Builder text =
                TextTable.builder("School").right("position").right("dominates").right("dominated by");
        ranking.stream().limit(TextTable.briefRows(ranking.size())).forEach(each -> {
            int row = each.row();
            int below = bits.get(places[row]).cardinality();
            long above = bits.stream().filter(its -> its.get(places[row])).count();
            text.row(each.school().name(), each.position(), below, above);
        });
        return text.note(pairs() + " of " + allPairs() + " pairs are ordered for all weights; " + region)
                .build()
                .brief(ranking.size(), "dominates(a, b)");
    }
}
