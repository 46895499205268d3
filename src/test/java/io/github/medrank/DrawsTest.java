package io.github.medrank;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.ranking.Rankers;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fast path says on every draw what {@code Methodology.rank} and exact arithmetic say. */
class DrawsTest {
    private static final TieRule[] TIES = {
        TieRule.COMPETITION, TieRule.MODIFIED_COMPETITION, TieRule.DENSE, TieRule.ORDINAL
    };

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Values that make trouble: tenths, halves, thirds, equal rows, the very large and the very small. */
    private static double value(SplittableRandom random, int kind) {
        return switch (kind) {
            case 0 -> random.nextInt(1001) / 10.0;
            case 1 -> random.nextInt(5) * 0.05;
            case 2 -> random.nextInt(30) / 3.0;
            case 3 -> (random.nextInt(5) - 2) * 1e300;
            case 4 -> (random.nextInt(5) - 2) * 1e-300;
            case 5 -> random.nextInt(2) == 0 ? random.nextInt(10) * 1e7 : random.nextInt(10) / 10.0;
            default -> 50 + random.nextInt(3) * 0x1p-47;
        };
    }

    private static double share(SplittableRandom random, int kind) {
        return switch (kind) {
            case 0 -> random.nextInt(4) * 10;
            case 1 -> random.nextDouble();
            case 2 -> random.nextInt(3) / 3.0;
            default -> random.nextInt(2) * 0.1 + random.nextInt(3);
        };
    }

    private static IndicatorTable table(SplittableRandom random, int size, int width) {
        IndicatorTable.Builder table = IndicatorTable.builder(
                IntStream.range(0, width).mapToObj(i -> Indicator.of("i" + i)).toArray(Indicator[]::new));
        int kind = random.nextInt(7);
        double[][] rows = new double[size][];
        for (int row = 0; row < size; row++) {
            rows[row] = row > 0 && random.nextInt(4) == 0
                    ? rows[random.nextInt(row)]
                    : random.doubles(width).map(any -> value(random, kind)).toArray();
            table.row(School.of("S" + row), rows[row]);
        }
        return table.build();
    }

    private static Presentation presentation(SplittableRandom random) {
        Presentation ties = Presentation.exact().withTies(TIES[random.nextInt(TIES.length)]);
        return switch (random.nextInt(5)) {
            case 0 -> ties;
            case 1 -> ties.withRounding(random.nextInt(3), RoundingMode.HALF_UP);
            case 2 ->
                ties.withRounding(
                        random.nextInt(16),
                        WatchedScores.ROUNDINGS.get(random.nextInt(WatchedScores.ROUNDINGS.size())));
            case 3 -> ties.withRounding(1, RoundingMode.HALF_UP).rankingExactScores();
            default -> ties.withRounding(1, RoundingMode.HALF_EVEN).withRescaling(Rescaling.top(100));
        };
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void draws_place_as_rank_does(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = 1 + random.nextInt(6);
        IndicatorTable table = table(random, 2 + random.nextInt(seed % 20 == 0 ? 60 : 12), width);
        Presentation presentation = presentation(random);
        Methodology methodology = Methodology.builder("m")
                .ranker(Rankers.weightedMean())
                .presentation(presentation)
                .build();
        Draws draws = methodology.over(table, table.indicators());
        int[] positions = new int[table.size()];
        for (int draw = 0; draw < 12; draw++) {
            int kind = random.nextInt(4);
            double[] shares =
                    random.doubles(width).map(any -> share(random, kind)).toArray();
            shares[random.nextInt(width)] += 1;
            Weights.Builder weights = Weights.builder();
            for (int i = 0; i < width; i++) {
                weights.put(table.indicators().get(i), shares[i]);
            }
            draws.positions(shares, positions);
            Ranking ranking = methodology.withWeights(weights.build()).rank(table);
            assertThat(positions).as("draw %s by %s", draw, presentation).containsExactly(positions(ranking, table));
            if (presentation.ties() == TieRule.COMPETITION) {
                assertThat(positions).containsExactly(counted(ranking, table, presentation));
            }
        }
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void draws_used_again_are_those_of_a_fresh_object(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = 1 + random.nextInt(6);
        IndicatorTable table = table(random, 2 + random.nextInt(40), width);
        Presentation presentation = presentation(random);
        Draws again = Rankers.weightedMean().over(table, table.indicators(), presentation);
        int[] positions = new int[table.size()];
        double[] scores = new double[table.size()];
        for (int draw = 0; draw < 8; draw++) {
            int kind = random.nextInt(4);
            double[] shares =
                    random.doubles(width).map(any -> share(random, kind)).toArray();
            shares[random.nextInt(width)] += 1;
            again.positions(shares, positions, scores);
            int[] freshPositions = new int[table.size()];
            double[] freshScores = new double[table.size()];
            Rankers.weightedMean()
                    .over(table, table.indicators(), presentation)
                    .positions(shares, freshPositions, freshScores);
            assertThat(positions).as("draw %s by %s", draw, presentation).containsExactly(freshPositions);
            assertThat(scores).as("draw %s by %s", draw, presentation).containsExactly(freshScores);
        }
    }

    private static int[] positions(Ranking ranking, IndicatorTable table) {
        return table.schools().stream()
                .mapToInt(school -> (int) ranking.of(school.name()).position().number())
                .toArray();
    }

    /** The definition, on exact scores: one more than there are better ones. */
    private static int[] counted(Ranking ranking, IndicatorTable table, Presentation presentation) {
        boolean rounded = presentation.decimals().isPresent() && presentation.ranksRounded();
        List<Rational> scores = table.schools().stream()
                .map(school -> ranking.of(school.name()))
                .map(school -> rounded ? Rational.of(school.score()) : school.exactScore())
                .toList();
        return scores.stream()
                .mapToInt(mine -> 1
                        + (int) scores.stream()
                                .filter(other -> other.compareTo(mine) > 0)
                                .count())
                .toArray();
    }

    @Test
    void a_range_that_moves_from_draw_to_draw_is_followed() {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        IndicatorTable.Builder builder = IndicatorTable.builder(a, b);
        for (int row = 0; row < 50; row++) {
            builder.row(School.of("S" + row), row, -1e6 - 100.0 * row);
        }
        IndicatorTable table = builder.build();
        for (Presentation presentation : new Presentation[] {Presentation.rounded(1), Presentation.exact()}) {
            Draws draws = Rankers.weightedMean().over(table, ImmutableList.of(a, b), presentation);
            int[] positions = new int[50];
            for (double[] shares : new double[][] {{1, 0}, {0, 1}, {1, 0}, {1, 1}, {1000, 1}, {0, 1}}) {
                draws.positions(shares, positions);
                boolean risesWithRow = shares[0] > 100 * shares[1];
                for (int row = 0; row < 50; row++) {
                    assertThat(positions[row]).isEqualTo(risesWithRow ? 50 - row : row + 1);
                }
            }
        }
    }

    @Test
    void scores_are_those_of_the_last_draw() {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        IndicatorTable table = IndicatorTable.builder(a, b)
                .row(School.of("X"), 10, 20)
                .row(School.of("Y"), 30, 0)
                .build();
        Draws draws = Rankers.weightedMean().over(table, ImmutableList.of(b, a), Presentation.rounded(0));
        int[] positions = new int[2];
        double[] scores = new double[2];
        draws.positions(new double[] {1, 3}, positions, scores);
        assertThat(scores).containsExactly(12.5, 22.5);
        draws.positions(new double[] {1, 0}, positions, scores);
        assertThat(scores).containsExactly(20, 0);
        assertThat(positions).containsExactly(1, 2);
    }
}
