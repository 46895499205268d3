package io.github.medrank.ranking;

import static io.github.medrank.ranking.RankerTables.places;
import static io.github.medrank.ranking.RankerTables.scores;
import static io.github.medrank.ranking.RankerTables.table;
import static io.github.medrank.ranking.RankerTables.weights;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranking;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Borda, Copeland and dominance against their definitions, pair by pair. */
class VotesTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private static int compare(IndicatorTable table, Indicator indicator, int one, int other) {
        int sign = Double.compare(
                table.column(indicator).value(one), table.column(indicator).value(other));
        return table.column(indicator).indicator().direction() == Direction.HIGHER_IS_BETTER ? sign : -sign;
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void borda_counts_schools_beaten_and_half_of_those_tied_with(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = RankerTables.random(random, true);
        Weights weights = RankerTables.randomWeights(random, table);
        Ranking ranking = Rankers.borda().rank(table, weights);
        for (int row = 0; row < table.size(); row++) {
            BigDecimal halves = BigDecimal.ZERO;
            for (Indicator indicator : table.indicators()) {
                for (int other = 0; other < table.size(); other++) {
                    int points = other == row ? 0 : 1 + Integer.signum(compare(table, indicator, row, other));
                    halves = halves.add(weights.points(indicator).multiply(BigDecimal.valueOf(points)));
                }
            }
            assertThat(ranking.scores().exact(row))
                    .isEqualTo(Rational.ratio(halves, weights.total().multiply(BigDecimal.valueOf(2))));
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void copeland_counts_duels_won_less_duels_lost(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = RankerTables.random(random, true);
        Weights whole = RankerTables.randomWeights(random, table);
        Weights.Builder huge = Weights.builder();
        BigDecimal factor = new BigDecimal("1234567890.1234567891");
        whole.asMap().forEach((indicator, points) -> huge.put(indicator, points.multiply(factor)));
        // an odd tenth, so that the weights cannot be reduced to small whole numbers
        Weights.Builder odd = Weights.builder();
        whole.asMap()
                .forEach((indicator, points) ->
                        odd.put(indicator, points.multiply(factor).add(new BigDecimal("1e-12"))));
        for (Weights weights : new Weights[] {whole, huge.build(), odd.build()}) {
            Ranking ranking = Rankers.copeland().rank(table, weights);
            for (int row = 0; row < table.size(); row++) {
                int score = 0;
                for (int other = 0; other < table.size(); other++) {
                    BigDecimal margin = BigDecimal.ZERO;
                    for (Indicator indicator : table.indicators()) {
                        int sign = Integer.signum(compare(table, indicator, row, other));
                        margin = margin.add(weights.points(indicator).multiply(BigDecimal.valueOf(sign)));
                    }
                    score += margin.signum();
                }
                assertThat(ranking.scores().exact(row)).isEqualTo(Rational.of(BigDecimal.valueOf(score)));
            }
        }
    }

    @Test
    void copeland_compares_weights_as_the_decimals_written() {
        // 0.1 + 0.2 against 0.3: a tie, which doubles would not see
        IndicatorTable table = table(new double[][] {{1, 1, 0}, {0, 0, 1}});
        Ranking ranking = Rankers.copeland().rank(table, weights(table, 0.1, 0.2, 0.3));
        assertThat(places(ranking)).containsExactly(1, 1);
        assertThat(scores(ranking)).containsExactly(0, 0);
    }

    @Test
    void copeland_of_a_cycle_is_a_tie_of_all() {
        IndicatorTable table = table(new double[][] {{3, 1, 2}, {2, 3, 1}, {1, 2, 3}});
        assertThat(places(Rankers.copeland().rank(table, weights(table, 1, 1, 1))))
                .containsExactly(1, 1, 1);
    }

    private static boolean dominates(IndicatorTable table, int one, int other) {
        return table.indicators().stream().allMatch(each -> compare(table, each, one, other) >= 0)
                && table.indicators().stream().anyMatch(each -> compare(table, each, one, other) > 0);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void dominance_is_its_definition(long seed) {
        IndicatorTable table = RankerTables.random(new SplittableRandom(seed), true);
        Dominance dominance = Dominance.of(table);
        for (int one = 0; one < table.size(); one++) {
            School school = table.schools().get(one);
            for (int other = 0; other < table.size(); other++) {
                School rival = table.schools().get(other);
                boolean expected = dominates(table, one, other);
                assertThat(dominance.dominates(school, rival)).isEqualTo(expected);
                assertThat(dominance.dominatedBy(school).contains(rival)).isEqualTo(expected);
                assertThat(dominance.dominatorsOf(rival).contains(school)).isEqualTo(expected);
            }
        }
        assertThat(dominance.skyline())
                .containsExactlyElementsOf(table.schools().stream()
                        .filter(school -> dominance.dominatorsOf(school).isEmpty())
                        .toList());
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void layers_are_peeled_off_one_by_one(long seed) {
        IndicatorTable table = RankerTables.random(new SplittableRandom(seed), true);
        Dominance dominance = Dominance.of(table);
        Ranking ranking = Rankers.dominanceLayers().rank(table, Weights.equal(table.indicators()));
        IndicatorTable rest = table;
        for (int layer = 0; layer < dominance.layers().size(); layer++) {
            var skyline = Dominance.of(rest).skyline();
            assertThat(dominance.layers().get(layer)).isEqualTo(skyline);
            for (School school : skyline) {
                assertThat(ranking.of(school).score()).isEqualByComparingTo(BigDecimal.valueOf(layer + 1L));
            }
            if (layer + 1 < dominance.layers().size()) {
                rest = rest.filter(row -> !skyline.contains(row.school()));
            } else {
                assertThat(skyline).hasSameSizeAs(rest.schools());
            }
        }
    }

    @Test
    void an_unknown_school_is_named() {
        Dominance dominance = Dominance.of(table(new double[][] {{1}, {2}}));
        assertThat(dominance).hasToString("1 of 2 schools are dominated by none; 2 layers");
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> dominance.dominatorsOf(School.of("Yale")))
                .withMessage("no school \"Yale\" (id \"yale\") in the table");
    }
}
