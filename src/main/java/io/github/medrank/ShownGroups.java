package io.github.medrank;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The tiers of a ranking's schools, and the ranges of scores in its bands. O(n) once per ranking; read-only afterwards.
 */
final class ShownGroups {
    private final Placement placement;
    private final int[] bestOfTier;
    private final int[] sizeOfTier;
    private final Map<Position, BigDecimal> least = new HashMap<>();
    private final Map<Position, BigDecimal> most = new HashMap<>();

    ShownGroups(Placement placement) {
        this.placement = placement;
        int tiers =
                placement.presentation().tiers().map(all -> all.names().size()).orElse(0);
        this.bestOfTier = new int[tiers];
        this.sizeOfTier = new int[tiers];
        Arrays.fill(bestOfTier, Integer.MAX_VALUE);
        for (int row = 0; row < placement.size(); row++) {
            int place = placement.place(row);
            if (place > 0 && tiers > 0) {
                int tier = tier(row);
                bestOfTier[tier] = Math.min(bestOfTier[tier], place);
                sizeOfTier[tier]++;
            } else if (place > 0 && placement.isInBand(row)) {
                least.merge(band(row), placement.score(row), BigDecimal::min);
                most.merge(band(row), placement.score(row), BigDecimal::max);
            }
        }
    }

    private int tier(int row) {
        return placement
                .presentation()
                .tiers()
                .orElseThrow()
                .indexOf(
                        placement.score(row), placement.scores().direction(), placement.place(row), placement.ranked());
    }

    private Position band(int row) {
        return placement.presentation().bands().of(placement.place(row));
    }

    /** The tier of a ranked row as a position. */
    Position position(int row) {
        int tier = tier(row);
        String name = placement.presentation().tiers().orElseThrow().names().get(tier);
        return Position.tier(name, bestOfTier[tier], bestOfTier[tier] + sizeOfTier[tier] - 1);
    }

    /** The range of scores in the band of a row. */
    String range(int row) {
        BigDecimal low = requireNonNull(least.get(band(row)), "least");
        BigDecimal high = requireNonNull(most.get(band(row)), "most");
        return low.compareTo(high) == 0 ? low.toPlainString() : low.toPlainString() + "–" + high.toPlainString();
    }
}
