package io.github.medrank.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Cell;
import io.github.medrank.Draws;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Ranker;
import io.github.medrank.Ranking;
import io.github.medrank.Rescaling;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Means that are no sums place the schools of a draw as {@code rank} does, which works out one row at a time: on ties,
 * crowds, zeros, gaps, and numbers of any size.
 */
class MeansInDrawsTest {
    private static final double[] EXPONENTS = {0, 0, -1, 2, 0.5, 3, -2, 1 / 3.0, -0.7, 17, 100, -100, 1e-3, 1e-9};
    private static final double REACH = 0.01; // percent, of scores, for the least exponent; positions know no reach

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static double value(SplittableRandom random, int kind) {
        return switch (kind) {
            case 0 -> random.nextInt(1, 1001) / 10.0;
            case 1 -> random.nextInt(4) * 25;
            case 2 -> random.nextDouble() * 100;
            case 3 -> Math.scalb(1.0 + random.nextInt(3), random.nextInt(-1022, 1021));
            case 4 -> random.nextInt(1, 5) * 1e300;
            case 5 -> random.nextInt(1, 5) * 1e-300;
            case 6 -> random.nextInt(3) * Double.MIN_VALUE;
            default -> 50 + random.nextInt(9) * 1e-12; // the same to 13 digits, or not
        };
    }

    private static Cell cell(SplittableRandom random, int kind, boolean holes) {
        return holes && random.nextInt(6) == 0
                ? Cell.missing(random.nextBoolean() ? MissingReason.NOT_REPORTED : MissingReason.NOT_APPLICABLE)
                : Cell.of(value(random, kind));
    }

    private static IndicatorTable table(SplittableRandom random, int width, boolean holes) {
        IndicatorTable.Builder table = IndicatorTable.builder(RankerTables.indicators(width));
        int kind = random.nextInt(8);
        List<Cell[]> rows = new ArrayList<>();
        for (int row = 0; row < random.nextInt(2, 12); row++) {
            Cell[] mine = row > 0 && random.nextInt(4) == 0
                    ? rows.get(random.nextInt(row)).clone()
                    : IntStream.range(0, width)
                            .mapToObj(i -> cell(random, kind, holes))
                            .toArray(Cell[]::new);
            if (row > 0 && random.nextInt(4) == 0) { // the same values elsewhere, which often make the same mean
                Cell first = mine[0];
                mine[0] = mine[width - 1];
                mine[width - 1] = first;
            }
            rows.add(mine);
            table.row(School.of("s" + row), List.of(mine));
        }
        return table.build();
    }

    private static Skipping skipping(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Skipping.unrank();
            case 1 -> Skipping.withinPillar();
            case 2 -> Skipping.withinPillar().atLeast(0.5);
            default -> Skipping.withinPillar().only(MissingReason.NOT_APPLICABLE);
        };
    }

    private static Mean mean(SplittableRandom random) {
        return Mean.power(EXPONENTS[random.nextInt(EXPONENTS.length)]);
    }

    private static Ranker ranker(SplittableRandom random, ImmutableList<Indicator> indicators) {
        Mean whole = mean(random);
        if (indicators.size() < 3 || random.nextInt(3) > 0) {
            return Rankers.mean(whole, skipping(random));
        }
        Pillar first = Pillar.of("first", indicators.get(0), indicators.get(1))
                .withMean(random.nextBoolean() ? Mean.arithmetic() : mean(random));
        Pillar rest = Pillar.of(
                "rest",
                indicators.subList(2, indicators.size()).stream()
                        .map(Pillar::leaf)
                        .collect(ImmutableList.toImmutableList()));
        return Rankers.pillars(
                whole,
                skipping(random),
                random.nextBoolean() ? first.withPoints(7) : first,
                rest.withMean(mean(random)));
    }

    private static Presentation presentation(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> Presentation.exact();
            case 1 -> Presentation.rounded(random.nextInt(3));
            case 2 -> Presentation.exact().withRounding(13, RoundingMode.HALF_EVEN);
            default -> Presentation.rounded(1).withRescaling(Rescaling.top(100));
        };
    }

    private static double[] shares(SplittableRandom random, int width) {
        int kind = random.nextInt(4);
        double[] shares = random.doubles(width)
                .map(share -> switch (kind) {
                    case 0 -> 1 + random.nextInt(3);
                    case 1 -> random.nextInt(3);
                    case 2 -> share < 0.2 ? 1e-300 : share;
                    default -> share;
                })
                .toArray();
        shares[random.nextInt(width)] = 1;
        return shares;
    }

    private static Weights weights(ImmutableList<Indicator> order, double[] shares) {
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < shares.length; i++) {
            weights.put(order.get(i), shares[i]);
        }
        return weights.build();
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void draws_place_as_rank_does(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = random.nextInt(10) == 0 ? random.nextInt(7, 61) : random.nextInt(1, 6);
        IndicatorTable table = table(random, width, random.nextInt(3) == 0);
        Methodology methodology = Methodology.builder("means")
                .ranker(ranker(random, table.indicators()))
                .normalizer(random.nextInt(3) == 0 ? Normalizers.minMax(random.nextInt(2), 100) : Normalizer.identity())
                .presentation(presentation(random))
                .build();
        ImmutableList<Indicator> order = table.indicators().reverse();
        Draws draws = methodology.over(table, order);
        for (int draw = 0; draw < 4; draw++) {
            double[] shares = shares(random, width);
            Methodology weighted = methodology.withWeights(weights(order, shares));
            try {
                agrees(weighted.rank(table), draws, shares);
            } catch (IllegalArgumentException refused) {
                assertThatThrownBy(() -> draws.positions(shares, new int[table.size()]))
                        .hasMessage(refused.getMessage());
            }
        }
    }

    private static void agrees(Ranking ranking, Draws draws, double[] shares) {
        int[] positions = new int[ranking.table().size()];
        double[] scores = new double[positions.length];
        draws.positions(shares, positions, scores);
        for (int row = 0; row < positions.length; row++) {
            assertThat(positions[row]).as("row %s", row).isEqualTo(ranking.placeAt(row));
            double exact = positions[row] == 0
                    ? Double.NaN
                    : ranking.scores().exact(row).doubleValue();
            if (!(Math.abs(exact) < 1e-290 || Double.isInfinite(scores[row]))) { // there a double says nothing
                assertThat(scores[row]).isCloseTo(exact, withinPercentage(REACH));
            }
        }
    }

    /** √(25 · 100) = √(50 · 50) = √(10 · 250), and 2·√(a·b) is between its neighbours in the 14th digit. */
    @Test
    void equal_means_tie_and_the_nearest_do_not() {
        IndicatorTable table = RankerTables.table(new double[][] {
            {25, 100}, {50, 50}, {10, 250}, {50.00000000002, 50}, {50, 49.99999999998}, {0, 100}, {100, 0}
        });
        int[] positions = new int[table.size()];
        Rankers.geometricMean().over(table, table.indicators()).positions(new double[] {3, 3}, positions);
        assertThat(positions).containsExactly(2, 2, 2, 1, 5, 6, 6);
    }

    /** What has no weight plays no part; what has some is refused as {@code rank} refuses it. */
    @Test
    void negative_values_are_refused_where_they_count() {
        IndicatorTable table = RankerTables.table(new double[][] {{25, 100}, {50, -1}, {10, 0}});
        Draws draws = Rankers.geometricMean().over(table, table.indicators());
        int[] positions = new int[table.size()];
        draws.positions(new double[] {1, 0}, positions);
        assertThat(positions).containsExactly(2, 1, 3);
        assertThatThrownBy(() -> draws.positions(new double[] {1, 1e-300}, positions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("school \"s1\": indicator \"c1\" is -1.0, and a geometric mean takes no negative value;"
                        + " normalise to 0 or more");
        draws.positions(new double[] {1, 0}, positions);
        assertThat(positions).containsExactly(2, 1, 3);
    }

    @Test
    void missing_values_are_refused_where_they_count() {
        Indicator a = Indicator.of("a");
        Indicator b = Indicator.of("b");
        IndicatorTable table = IndicatorTable.builder(a, b)
                .row(School.of("x"), List.of(Cell.of(2), Cell.missing(MissingReason.WITHHELD)))
                .row(School.of("y"), 3, 4)
                .build();
        Draws draws = Rankers.harmonicMean().over(table, table.indicators());
        int[] positions = new int[2];
        draws.positions(new double[] {1, 0}, positions);
        assertThat(positions).containsExactly(2, 1);
        assertThatThrownBy(() -> draws.positions(new double[] {1, 1}, positions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("school \"x\" has no value for indicator \"b\"");
    }

    /** The decimal that a double prints is its weight: 0.1 + 0.2 of one value is 0.3 of it. */
    @Test
    void weights_are_the_decimals_that_doubles_print() {
        IndicatorTable table = RankerTables.table(new double[][] {{4, 4, 9}, {9, 9, 4}, {4, 4, 9}});
        int[] positions = new int[3];
        Rankers.geometricMean().over(table, table.indicators()).positions(new double[] {0.1, 0.2, 0.3}, positions);
        assertThat(positions).containsExactly(1, 1, 1);
        assertThat(new BigDecimal("0.1").add(new BigDecimal("0.2"))).isEqualByComparingTo("0.3");
    }
}
