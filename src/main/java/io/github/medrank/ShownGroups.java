package io.github.medrank;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The tiers of a ranking's schools, and the ranges of scores in its bands. O(n), once a ranking. */
final class ShownGroups {
    private final Ranking ranking;
    private final int ranked;
    private final int[] firstOfTier;
    private final int[] sizeOfTier;
    private final Map<Position, BigDecimal> least = new HashMap<>();
    private final Map<Position, BigDecimal> most = new HashMap<>();

    ShownGroups(Ranking ranking) {
        this.ranking = ranking;
        int rows = ranking.table().size();
        this.ranked = rows - (int) count(ranking, 0);
        int tiers =
                ranking.presentation().tiers().map(all -> all.names().size()).orElse(0);
        this.firstOfTier = new int[tiers];
        this.sizeOfTier = new int[tiers];
        Arrays.fill(firstOfTier, Integer.MAX_VALUE);
        for (int row = 0; row < rows; row++) {
            int place = ranking.placeAt(row);
            if (place > 0 && tiers > 0) {
                int tier = tier(row);
                firstOfTier[tier] = Math.min(firstOfTier[tier], place);
                sizeOfTier[tier]++;
            } else if (place > 0 && !ranking.presentation().bands().isExact(place)) {
                Position band = ranking.presentation().bands().of(place);
                least.merge(band, ranking.scoreAt(row), BigDecimal::min);
                most.merge(band, ranking.scoreAt(row), BigDecimal::max);
            }
        }
    }

    private static long count(Ranking ranking, int place) {
        return java.util.stream.IntStream.range(0, ranking.table().size())
                .filter(row -> ranking.placeAt(row) == place)
                .count();
    }

    private int tier(int row) {
        return ranking.presentation()
                .tiers()
                .orElseThrow()
                .indexOf(ranking.scoreAt(row), ranking.scores().direction(), ranking.placeAt(row), ranked);
    }

    /** The tier of a ranked row as a position. */
    Position position(int row) {
        int tier = tier(row);
        String name = ranking.presentation().tiers().orElseThrow().names().get(tier);
        return Position.tier(name, firstOfTier[tier], firstOfTier[tier] + sizeOfTier[tier] - 1);
    }

    /** The range of scores in the band of a row. */
    String range(int row) {
        Position band = ranking.presentation().bands().of(ranking.placeAt(row));
        BigDecimal low = java.util.Objects.requireNonNull(least.get(band), "least");
        BigDecimal high = java.util.Objects.requireNonNull(most.get(band), "most");
        return low.compareTo(high) == 0 ? low.toPlainString() : low.toPlainString() + "–" + high.toPlainString();
    }
}
