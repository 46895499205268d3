package io.github.medrank.insight;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Shapley values (Shapley 1953) of a game with few players, as exact fractions that add up to the total worth. */
final class Shapley {
    /** The largest number of players; these form 4 096 coalitions. */
    static final int MOST_PLAYERS = 12;

    private Shapley() {}

    /**
     * The mean marginal worth of each player over all orders in which the players may join.
     *
     * @param players the number of players, up to {@link #MOST_PLAYERS}
     * @param worth the worth of a coalition, given as bits; called once for each of 2<sup>players</sup> coalitions
     */
    static ImmutableList<Rational> values(int players, IntFunction<Rational> worth) {
        List<Rational> worths = IntStream.range(0, 1 << players).mapToObj(worth).toList();
        BigDecimal orders = factorial(players);
        ImmutableList.Builder<Rational> values = ImmutableList.builder();
        for (int player = 0; player < players; player++) {
            List<Rational> bySize = marginalsBySize(worths, 1 << player, players);
            Rational value = Rational.ZERO;
            for (int size = 0; size < players; size++) {
                BigDecimal before = factorial(size).multiply(factorial(players - 1 - size));
                value = value.plus(bySize.get(size).times(Rational.ratio(before, orders)));
            }
            values.add(value);
        }
        return values.build();
    }

    /** What a player adds to the coalitions without it, summed by size of coalition. */
    private static List<Rational> marginalsBySize(List<Rational> worths, int player, int players) {
        List<Rational> sums = new ArrayList<>(Collections.nCopies(players, Rational.ZERO));
        for (int coalition = 0; coalition < worths.size(); coalition++) {
            if ((coalition & player) == 0) {
                int size = Integer.bitCount(coalition);
                Rational marginal = worths.get(coalition | player).minus(worths.get(coalition));
                sums.set(size, sums.get(size).plus(marginal));
            }
        }
        return sums;
    }

    private static BigDecimal factorial(int n) {
        return IntStream.rangeClosed(2, n).mapToObj(BigDecimal::valueOf).reduce(BigDecimal.ONE, BigDecimal::multiply);
    }
}
