package io.github.medrank.ranking;

import static io.github.medrank.ranking.RankerTables.places;
import static io.github.medrank.ranking.RankerTables.scores;
import static io.github.medrank.ranking.RankerTables.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Direction;
import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Composites of ranks; what is expected is added and multiplied by hand. */
class LessIsBetterTest {
    private static final IndicatorTable RANKS =
            RankerTables.directed(new double[][] {{4, 2, 1}, {2, 1, 7}, {3, 4, 3}}, -1, -1, -1);

    private static Ranking rank(Ranker mean) {
        return Rankers.lessIsBetter(mean).rank(RANKS, weights(RANKS, 1, 1, 1));
    }

    @Test
    void sums_of_ranks_put_the_smallest_first() {
        Ranking sums = rank(Rankers.weightedSum(1));
        assertThat(scores(sums)).containsExactly(7, 10, 10);
        assertThat(places(sums)).containsExactly(1, 2, 2);
        assertThat(sums.stream().map(each -> each.position().toString())).containsExactly("1", "=2", "=2");
    }

    @Test
    void means_and_geometric_means_of_ranks() {
        Ranking means = rank(Rankers.weightedMean());
        assertThat(scores(means)).usingComparatorWithPrecision(1e-12).containsExactly(7 / 3.0, 10 / 3.0, 10 / 3.0);
        assertThat(places(means)).containsExactly(1, 2, 2);
        Ranking geometric = rank(Rankers.geometricMean());
        assertThat(scores(geometric)[0]).isCloseTo(2, within(1e-12)); // of 8
        assertThat(scores(geometric)[1]).isCloseTo(Math.cbrt(14), within(1e-12));
        assertThat(scores(geometric)[2]).isCloseTo(Math.cbrt(36), within(1e-12));
        assertThat(places(geometric)).containsExactly(1, 2, 3);
    }

    @Test
    void pillars_of_ranks_and_what_they_are_made_of() {
        Indicator a = RANKS.indicators().get(0);
        Pillar rest =
                Pillar.of("rest", RANKS.indicators().get(1), RANKS.indicators().get(2));
        Ranking pillars = rank(Rankers.pillars(Pillar.of("first", a).withPoints(1), rest.withPoints(1)));
        assertThat(scores(pillars)).containsExactly(2.75, 3, 3.25);
        assertThat(places(pillars)).containsExactly(1, 2, 3);
        assertThat(pillars.stream()
                        .map(each -> each.breakdown().contributions().stream()
                                .mapToDouble(part -> part.amount().doubleValue())
                                .sum()))
                .containsExactly(2.75, 3.0, 3.25);
    }

    @Test
    void an_indicator_left_out_is_left_out_of_the_pillars() {
        Indicator a = RANKS.indicators().get(0);
        Indicator b = RANKS.indicators().get(1);
        Indicator c = RANKS.indicators().get(2);
        Ranker three = Rankers.lessIsBetter(Rankers.pillars(Pillar.of("ranks", a, b, c)));
        assertThat(three.without(c)).isEqualTo(Rankers.lessIsBetter(Rankers.pillars(Pillar.of("ranks", a, b))));
        IndicatorTable two = RANKS.select(List.of(a, b));
        assertThat(scores(three.without(c).rank(two, weights(two, 1, 1)))).containsExactly(3, 1.5, 3.5);
    }

    @Test
    void a_value_of_which_more_is_better_and_another_ranker_are_refused() {
        IndicatorTable mixed = RankerTables.directed(new double[][] {{4, 2}, {2, 1}}, -1, 1);
        Ranker sum = Rankers.lessIsBetter(Rankers.weightedSum(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sum.rank(mixed, weights(mixed, 1, 1)))
                .withMessageContaining(mixed.indicators().get(1).id())
                .withMessageContaining("upside down");
        Methodology turned = Methodology.builder("turned")
                .indicators(RANKS.indicators())
                .normalizer(Normalizers.minMax(0, 100))
                .ranker(sum)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> turned.rank(RANKS))
                .withMessageContaining("upside down");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.lessIsBetter(Rankers.copeland()))
                .withMessageContaining("Copeland");
        assertThat(sum).hasToString("weighted sum, 1 points counting once, less being better");
        assertThat(sum.isLinear()).isFalse();
    }

    @Test
    void equal_schools_and_one_alone_are_first() {
        IndicatorTable equal = RankerTables.directed(new double[][] {{3, 0}, {3, 0}}, -1, -1);
        IndicatorTable alone = RankerTables.directed(new double[][] {{3, 7}}, -1, -1);
        for (Ranker mean : new Ranker[] {Rankers.weightedMean(), Rankers.geometricMean(), Rankers.harmonicMean()}) {
            Ranker ranker = Rankers.lessIsBetter(mean);
            assertThat(places(ranker.rank(equal, weights(equal, 1, 1)))).containsExactly(1, 1);
            assertThat(places(ranker.rank(alone, weights(alone, 1, 1)))).containsExactly(1);
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    /** The mean of values turned by hand, 100 minus each, has the same order the other way. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void it_mirrors_the_mean_of_turned_values_and_draws_as_it_ranks(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = 1 + random.nextInt(8);
        double[][] values = new double[n][3];
        double[][] mirrored = new double[n][3];
        for (int row = 0; row < n; row++) {
            for (int i = 0; i < 3; i++) {
                values[row][i] = random.nextInt(20) / 4.0;
                mirrored[row][i] = 100 - values[row][i];
            }
        }
        IndicatorTable less = RankerTables.directed(values, -1, -1, -1);
        IndicatorTable more = RankerTables.table(mirrored);
        double[] points = {random.nextInt(1, 5), random.nextInt(1, 5), random.nextInt(1, 5)};
        Weights weights = weights(less, points);
        Ranker ranker = Rankers.lessIsBetter(Rankers.weightedMean());
        int[] places = places(ranker.rank(less, weights));
        assertThat(places).isEqualTo(places(Rankers.weightedMean().rank(more, weights(more, points))));
        Draws draws = ranker.over(less, less.indicators());
        int[] drawn = new int[n];
        draws.positions(points, drawn);
        assertThat(drawn).isEqualTo(places);
        assertThat(IntStream.of(drawn).min()).hasValue(1);
        assertThat(Arrays.stream(drawn).max().orElseThrow()).isLessThanOrEqualTo(n);
    }

    @Test
    void a_missing_value_is_treated_as_in_the_mean() {
        Indicator a = Indicator.of("a").withDirection(Direction.LOWER_IS_BETTER);
        Indicator b = Indicator.of("b").withDirection(Direction.LOWER_IS_BETTER);
        IndicatorTable holed = IndicatorTable.builder(a, b)
                .row(School.of("Yale"), 3, 5)
                .put(School.of("Oxford"), a, 2)
                .build();
        Weights equal = Weights.equal(holed.indicators());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Rankers.lessIsBetter(Rankers.weightedMean()).rank(holed, equal))
                .withMessageContaining("Oxford");
        Ranking skipping =
                Rankers.lessIsBetter(Rankers.weightedMean(Skipping.overAll())).rank(holed, equal);
        assertThat(skipping.of("Oxford").position().toString()).isEqualTo("1");
        assertThat(skipping.warnings()).anyMatch(each -> each.contains("Oxford"));
    }
}
