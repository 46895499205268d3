package io.github.medrank.ranking;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small tables for tests. */
final class RankerTables {
    private RankerTables() {}

    /** Schools s0, s1, … and indicators c0, c1, …, all of which more is better. */
    static IndicatorTable table(double[][] rows) {
        ImmutableList<Indicator> indicators = indicators(rows[0].length);
        IndicatorTable.Builder table = IndicatorTable.builder(indicators);
        for (int row = 0; row < rows.length; row++) {
            table.row(School.of("s" + row), rows[row]);
        }
        return table.build();
    }

    static ImmutableList<Indicator> indicators(int width) {
        return IntStream.range(0, width).mapToObj(i -> Indicator.of("c" + i)).collect(ImmutableList.toImmutableList());
    }

    /** The same with −1 for an indicator of which less is better. */
    static IndicatorTable directed(double[][] rows, int... directions) {
        IndicatorTable table = table(rows);
        for (int i = 0; i < directions.length; i++) {
            Column column = table.columns().get(i);
            if (directions[i] < 0) {
                table = table.withColumn(
                        column.withIndicator(column.indicator().withDirection(Direction.LOWER_IS_BETTER)));
            }
        }
        return table;
    }

    static Weights weights(IndicatorTable table, double... points) {
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < points.length; i++) {
            weights.put(table.indicators().get(i), points[i]);
        }
        return weights.build();
    }

    /** The doubles nearest to the exact scores; NaN for a school that is not ranked. */
    static double[] scores(Ranking ranking) {
        Scores scores = ranking.scores();
        return IntStream.range(0, scores.size())
                .mapToDouble(row -> scores.unranked(row).isPresent()
                        ? Double.NaN
                        : scores.exact(row).doubleValue())
                .toArray();
    }

    static int[] places(Ranking ranking) {
        return IntStream.range(0, ranking.table().size()).map(ranking::placeAt).toArray();
    }

    /** One to six schools, one to five indicators, values of one decimal with many ties. */
    static IndicatorTable random(SplittableRandom random, boolean directions) {
        int width = 1 + random.nextInt(5);
        double[][] rows = new double[1 + random.nextInt(6)][width];
        for (double[] row : rows) {
            for (int i = 0; i < width; i++) {
                row[i] = random.nextInt(1, 1001) / 10.0;
                if (random.nextInt(3) == 0) {
                    row[i] = random.nextInt(1, 4) * 10;
                }
            }
        }
        int[] signs = IntStream.range(0, width)
                .map(i -> directions && random.nextBoolean() ? -1 : 1)
                .toArray();
        return directed(rows, signs);
    }

    static Weights randomWeights(SplittableRandom random, IndicatorTable table) {
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < table.indicators().size(); i++) {
            weights.put(table.indicators().get(i), i == 0 ? 1 + random.nextInt(30) : random.nextInt(31));
        }
        return weights.build();
    }

    /** The same schools and indicators in another order. */
    static IndicatorTable shuffled(IndicatorTable table, long seed) {
        Random random = new Random(seed);
        List<Indicator> indicators = new ArrayList<>(table.indicators());
        List<Integer> rows =
                new ArrayList<>(IntStream.range(0, table.size()).boxed().toList());
        Collections.shuffle(indicators, random);
        Collections.shuffle(rows, random);
        return table.select(indicators)
                .rows(rows.stream().mapToInt(Integer::intValue).toArray());
    }
}
