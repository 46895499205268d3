package io.github.medrank.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import io.github.medrank.Rational;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapleyTest {
    /** One left glove and two right ones, a pair is worth 1: 2/3, 1/6, 1/6 (Shapley 1953's method, Roth 1988). */
    @Test
    void the_glove_game_is_two_thirds_and_two_sixths() {
        ImmutableList<Rational> values = Shapley.values(3, mask -> score((mask & 1) == 1 && (mask & 6) != 0 ? 1 : 0));

        assertThat(values).containsExactly(ratio(2, 3), ratio(1, 6), ratio(1, 6));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("io.github.medrank.insight.ExcerptsAndTables#seeds")
    void values_are_the_mean_marginals_over_all_orders_and_add_up(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int players = 1 + random.nextInt(5);
        List<Rational> worth = IntStream.range(0, 1 << players)
                .mapToObj(mask -> ratio(random.nextInt(100), 1 + random.nextInt(9)))
                .toList();

        ImmutableList<Rational> values = Shapley.values(players, worth::get);

        assertThat(values).containsExactlyElementsOf(byOrders(players, worth));
        assertThat(values.stream().reduce(Rational.ZERO, Rational::plus))
                .isEqualTo(worth.get(worth.size() - 1).minus(worth.get(0)));
    }

    @Test
    void twelve_players_of_unlike_fractions_stay_exact() {
        ImmutableList<Rational> values = Shapley.values(
                12,
                mask -> IntStream.range(0, 12)
                        .filter(i -> (mask >> i & 1) == 1)
                        .mapToObj(i -> ratio(1, i + 2))
                        .reduce(Rational.ZERO, Rational::plus));

        assertThat(values)
                .containsExactlyElementsOf(
                        IntStream.range(0, 12).mapToObj(i -> ratio(1, i + 2)).toList());
    }

    private static List<Rational> byOrders(int players, List<Rational> worth) {
        List<Rational> sums = new ArrayList<>(Collections.nCopies(players, Rational.ZERO));
        Collection<List<Integer>> orders =
                Collections2.permutations(IntStream.range(0, players).boxed().toList());
        for (List<Integer> order : orders) {
            int mask = 0;
            for (int player : order) {
                Rational marginal = worth.get(mask | 1 << player).minus(worth.get(mask));
                sums.set(player, sums.get(player).plus(marginal));
                mask |= 1 << player;
            }
        }
        return sums.stream().map(sum -> sum.times(ratio(1, orders.size()))).toList();
    }

    private static Rational score(int value) {
        return Rational.of(BigDecimal.valueOf(value));
    }

    private static Rational ratio(int over, int under) {
        return Rational.ratio(BigDecimal.valueOf(over), BigDecimal.valueOf(under));
    }
}
