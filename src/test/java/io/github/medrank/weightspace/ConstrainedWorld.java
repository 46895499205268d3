package io.github.medrank.weightspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.math.IntMath;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Normalizer;
import io.github.medrank.Presentation;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import io.github.medrank.ranking.Rankers;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A table of small whole numbers, a region with vertices, and a presentation. */
final class ConstrainedWorld {
    private final ImmutableList<Indicator> indicators;
    /** What counts, in whole numbers: the values, or what min–max makes of them times a common denominator. */
    private final int[][] rows;

    private final IndicatorTable table;
    private final Methodology methodology;
    private final WeightRegion region;
    private final boolean rounds;
    private final boolean halves;
    private final List<Integer> breakers;

    ConstrainedWorld(SplittableRandom random) {
        int width = 2 + random.nextInt(3);
        indicators = WeightSpaces.indicators(width);
        int most = 2 + random.nextInt(8);
        rows = new int[2 + random.nextInt(6)][width];
        double[][] values = new double[rows.length][width];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < width; i++) {
                rows[row][i] = random.nextInt(most + 1);
                values[row][i] = rows[row][i];
            }
        }
        table = WeightSpaces.table(values);
        rounds = random.nextInt(3) == 0;
        halves = random.nextBoolean();
        breakers = random.nextInt(3) == 0 ? random.nextBoolean() ? List.of(0) : List.of(1, 0) : List.of();
        Presentation shown = rounds
                ? Presentation.exact().withRounding(0, halves ? RoundingMode.HALF_UP : RoundingMode.FLOOR)
                : Presentation.exact();
        boolean normalizes = !rounds && random.nextInt(3) == 0;
        if (normalizes) {
            normalize(rows);
        }
        methodology = Methodology.builder("mean")
                .normalizer(normalizes ? Normalizers.minMax(0, 1) : Normalizer.identity())
                .ranker(Rankers.weightedMean())
                .presentation(shown.withTieBreakers(
                        breakers.stream().map(indicators::get).toArray(Indicator[]::new)))
                .build();
        WeightRegion some = region(random, indicators);
        while (RegionVertices.of(some).isEmpty()) {
            some = region(random, indicators);
        }
        region = some;
    }

    /** Min–max times the least common multiple of all ranges: of thirds and sevenths whole numbers. */
    private static void normalize(int[][] rows) {
        int multiple = 1;
        int[] least = rows[0].clone();
        int[] range = new int[least.length];
        for (int i = 0; i < least.length; i++) {
            int column = i;
            least[i] = Arrays.stream(rows).mapToInt(row -> row[column]).min().orElseThrow();
            range[i] = Arrays.stream(rows).mapToInt(row -> row[column]).max().orElseThrow() - least[i];
            multiple = range[i] == 0 ? multiple : multiple * range[i] / IntMath.gcd(multiple, range[i]);
        }
        for (int[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = range[i] == 0 ? 0 : (row[i] - least[i]) * (multiple / range[i]);
            }
        }
    }

    private static WeightRegion region(SplittableRandom random, ImmutableList<Indicator> indicators) {
        WeightRegion region = WeightRegion.simplex(indicators);
        int width = indicators.size();
        for (int i = random.nextInt(4); i > 0; i--) {
            Indicator one = indicators.get(random.nextInt(width));
            Indicator other = indicators.get((indicators.indexOf(one) + 1) % width);
            int low = random.nextInt(5);
            switch (random.nextInt(6)) {
                case 0 -> region = region.withOrder(one, other);
                case 1 -> region = region.withRatio(one, other, 0.5, 1 + random.nextInt(3));
                case 2 -> region = region.withRatio(one, other, 2, 2);
                case 3 ->
                    region = region.withConstraint(LinearConstraint.atMost(
                            ImmutableMap.of(one, 1.0 + random.nextInt(3), other, -1.0), random.nextInt(5) / 10.0));
                case 4 -> region = bounded(region, one, low / 10.0, low / 10.0);
                default -> region = bounded(region, one, low / 10.0, (low + random.nextInt(6)) / 10.0);
            }
        }
        return region;
    }

    /** Bounds that leave no weights are refused at once; those are not what is looked at here. */
    private static WeightRegion bounded(WeightRegion region, Indicator indicator, double low, double high) {
        double least = low;
        double most = high;
        for (Indicator each : region.indicators()) {
            least += each.equals(indicator) ? 0 : region.lower(each);
            most += each.equals(indicator) ? 0 : region.upper(each);
        }
        return least <= 0.999 && most >= 1.001 ? region.withBounds(indicator, low, high) : region;
    }

    boolean breaksTies() {
        return !breakers.isEmpty();
    }

    int size() {
        return rows.length;
    }

    /** Whether a row is nowhere behind another in the region and somewhere ahead: a lead is least at a corner. */
    boolean dominates(int one, int other) {
        boolean ahead = false;
        for (BigInteger[] corner : RegionVertices.of(region)) {
            BigInteger lead = BigInteger.ZERO;
            for (int i = 0; i < corner.length; i++) {
                lead = lead.add(corner[i].multiply(BigInteger.valueOf(rows[one][i] - rows[other][i])));
            }
            if (lead.signum() < 0) {
                return false;
            }
            ahead |= lead.signum() > 0;
        }
        return ahead;
    }

    WeightSpace space() {
        return WeightSpace.of(methodology, table, region);
    }

    private boolean isPreferred(int one, int other) {
        for (int breaker : breakers) {
            if (rows[one][breaker] != rows[other][breaker]) {
                return rows[one][breaker] > rows[other][breaker];
            }
        }
        return false;
    }

    ExactCells cells(String school) {
        boolean[][] preferred = new boolean[rows.length][rows.length];
        int row = -1;
        for (int a = 0; a < rows.length; a++) {
            row = WeightSpaces.name(a).equals(school)
                            || table.schools().get(a).id().equals(school)
                    ? a
                    : row;
            for (int b = 0; b < rows.length; b++) {
                preferred[a][b] = isPreferred(a, b);
            }
        }
        return rounds
                ? ExactCells.rounded(rows, preferred, row, region, halves)
                : ExactCells.unrounded(rows, preferred, row, region);
    }

    void checkWitness(Weights weights, String school, int position, String text) {
        assertThat(region.contains(weights)).as("%s: %s", text, weights).isTrue();
        assertThat(methodology
                        .withWeights(weights)
                        .rank(table)
                        .of(school)
                        .position()
                        .best())
                .as("%s at %s", text, weights)
                .isEqualTo(position);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rows) + " " + methodology.presentation() + " in " + region;
    }
}
