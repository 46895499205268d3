package io.github.medrank.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Presentation;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the rankers' Javadoc promises, for all of them, on small random tables. */
class RankersPropertyTest {
    private static final int SEEDS = 60;

    /** Means take no direction but one. */
    private static ImmutableList<Ranker> means() {
        return ImmutableList.of(
                Rankers.weightedMean(),
                Rankers.geometricMean(),
                Rankers.harmonicMean(),
                Rankers.mean(Mean.power(2.5), Skipping.refuse()),
                Rankers.mean(Mean.power(-2.5), Skipping.refuse()),
                Rankers.mazziottaPareto(),
                Rankers.benefitOfTheDoubt(),
                Rankers.benefitOfTheDoubt(0.5, 2));
    }

    private static ImmutableList<Ranker> comparing() {
        return ImmutableList.of(
                Rankers.topsis(),
                Rankers.vikor(0.5),
                Rankers.prometheeII(Preference.linear(1, 20)),
                Rankers.prometheeII(Preference.gaussian(7)),
                Rankers.borda(),
                Rankers.copeland(),
                Rankers.dominanceLayers());
    }

    static Stream<Arguments> all() {
        return Stream.concat(
                means().stream().flatMap(ranker -> seeds(ranker, false)),
                comparing().stream().flatMap(ranker -> seeds(ranker, true)));
    }

    static Stream<Arguments> monotone() {
        return all().filter(arguments -> {
            Ranker ranker = (Ranker) arguments.get()[0];
            return !ranker.equals(Rankers.topsis())
                    && !ranker.equals(Rankers.vikor(0.5))
                    && !ranker.equals(Rankers.mazziottaPareto());
        });
    }

    private static Stream<Arguments> seeds(Ranker ranker, boolean directions) {
        return LongStream.range(0, SEEDS).mapToObj(seed -> Arguments.of(ranker, directions, seed));
    }

    @ParameterizedTest(name = "{0} seed={2}")
    @MethodSource("all")
    void the_order_of_rows_and_columns_changes_no_bit(Ranker ranker, boolean directions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = RankerTables.random(random, directions);
        Weights weights = RankerTables.randomWeights(random, table);
        Ranking before = ranker.rank(table, weights);
        IndicatorTable shuffled = RankerTables.shuffled(table, seed);
        Ranking after = ranker.rank(shuffled, weights.inOrderOf(shuffled.indicators()));
        for (int row = 0; row < table.size(); row++) {
            int there = shuffled.rowOf(table.schools().get(row)).orElseThrow();
            assertThat(after.placeAt(there)).isEqualTo(before.placeAt(row));
            assertThat(after.scores().exact(there)).isEqualTo(before.scores().exact(row));
        }
    }

    @ParameterizedTest(name = "{0} seed={2}")
    @MethodSource("all")
    void weights_are_shares(Ranker ranker, boolean directions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = RankerTables.random(random, directions);
        Weights weights = RankerTables.randomWeights(random, table);
        Weights.Builder tripled = Weights.builder();
        weights.asMap().forEach((indicator, points) -> tripled.put(indicator, points.multiply(new BigDecimal("0.3"))));
        Ranking before = ranker.rank(table, weights);
        Ranking after = ranker.rank(table, tripled.build());
        for (int row = 0; row < table.size(); row++) {
            assertThat(after.scores().exact(row)).isEqualTo(before.scores().exact(row));
        }
    }

    @ParameterizedTest(name = "{0} seed={2}")
    @MethodSource("monotone")
    void improving_a_value_never_worsens_the_position(Ranker ranker, boolean directions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = RankerTables.random(random, directions);
        Weights weights = RankerTables.randomWeights(random, table);
        School school = table.schools().get(random.nextInt(table.size()));
        Indicator indicator =
                table.indicators().get(random.nextInt(table.indicators().size()));
        double old = table.cell(school, indicator).value().orElseThrow();
        boolean up = table.column(indicator).indicator().direction() == io.github.medrank.Direction.HIGHER_IS_BETTER;
        double better = Math.rint(10 * (up ? old + random.nextDouble() * 50 : old * random.nextDouble())) / 10;
        IndicatorTable improved = table.with(school, indicator, better);
        int row = table.rowOf(school).orElseThrow();
        assertThat(ranker.rank(improved, weights).placeAt(row))
                .isLessThanOrEqualTo(ranker.rank(table, weights).placeAt(row));
    }

    @ParameterizedTest(name = "{0} seed={2}")
    @MethodSource("all")
    void draws_give_the_positions_of_the_ranking(Ranker ranker, boolean directions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = RankerTables.random(random, directions);
        Draws draws = ranker.over(table, table.indicators(), Presentation.exact());
        for (int draw = 0; draw < 3; draw++) {
            Weights weights = RankerTables.randomWeights(random, table);
            double[] points = table.indicators().stream()
                    .mapToDouble(each -> weights.points(each).doubleValue())
                    .toArray();
            int[] positions = new int[table.size()];
            draws.positions(points, positions);
            assertThat(positions).containsExactly(RankerTables.places(ranker.rank(table, weights)));
        }
    }

    @ParameterizedTest(name = "{0} seed={2}")
    @MethodSource("all")
    void scores_are_finite_and_within_their_bound(Ranker ranker, boolean directions, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable table = RankerTables.random(random, directions);
        Ranking ranking = ranker.rank(table, RankerTables.randomWeights(random, table));
        double[] scores = RankerTables.scores(ranking);
        for (int row = 0; row < scores.length; row++) {
            assertThat(scores[row]).isFinite();
            assertThat(Math.abs(scores[row] - ranking.scores().exact(row).doubleValue()))
                    .isLessThanOrEqualTo(ranking.scores().errorBound());
            assertThat(ranking.explain("s" + row).composite())
                    .isEqualTo(ranking.scores().exact(row));
        }
    }
}
