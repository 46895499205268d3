package io.github.medrank.normalization;

import io.github.medrank.Cell;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Small tables to try laws on. */
final class LawTables {
    private LawTables() {}

    /** Positive values, of one decimal, of many or equal, some of them missing, of indicators of both directions. */
    static IndicatorTable table(SplittableRandom random, double missing) {
        int n = 2 + random.nextInt(9);
        List<School> schools = IntStream.range(0, n)
                .mapToObj(i -> School.of("school-" + i).withAttribute("region", "region " + i % 3))
                .toList();
        return IndicatorTable.ofColumns(
                schools,
                IntStream.range(0, 4)
                        .mapToObj(j -> column(random, j, n, missing))
                        .toList());
    }

    private static Column column(SplittableRandom random, int j, int n, double missing) {
        Direction direction = j % 2 == 0 ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
        int kind = random.nextInt(8);
        return Column.of(
                Indicator.of("indicator-" + j).withDirection(direction),
                IntStream.range(0, n)
                        .mapToObj(i -> random.nextDouble() < missing
                                ? Cell.missing(
                                        random.nextBoolean() ? MissingReason.WITHHELD : MissingReason.NOT_REPORTED)
                                : Cell.of(
                                        switch (kind) {
                                            case 0 -> 7.3;
                                            case 1, 2 -> 1 + random.nextInt(4);
                                            case 3, 4 -> random.nextDouble() * 100 + 1e-9;
                                            default -> (1 + random.nextInt(1000)) / 10.0;
                                        }))
                        .toList());
    }

    static IndicatorTable shuffled(IndicatorTable table, SplittableRandom random) {
        int[] rows = IntStream.range(0, table.size()).toArray();
        for (int i = rows.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = rows[i];
            rows[i] = rows[j];
            rows[j] = swapped;
        }
        Indicator[] indicators = table.indicators().toArray(new Indicator[0]);
        int first = random.nextInt(indicators.length);
        Indicator moved = indicators[first];
        indicators[first] = indicators[0];
        indicators[0] = moved;
        return table.rows(rows).select(Arrays.asList(indicators));
    }

    /** The value a little, or a lot, better. */
    static double improved(Indicator indicator, double value, SplittableRandom random) {
        double step = random.nextBoolean() ? 0.1 : random.nextDouble() * 80;
        return indicator.direction() == Direction.HIGHER_IS_BETTER ? value + step : value / (1 + step);
    }
}
