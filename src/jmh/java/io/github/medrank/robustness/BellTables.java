package io.github.medrank.robustness;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.School;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Tables of numbers with one decimal, a bell from 0.1 to 100, for benchmarks. */
final class BellTables {
    private BellTables() {}

    /** One array per indicator. */
    static double[][] columns(int schools, int indicators) {
        SplittableRandom random = new SplittableRandom(2026);
        double[][] columns = new double[indicators][schools];
        for (double[] column : columns) {
            for (int row = 0; row < schools; row++) {
                double sum = IntStream.range(0, 6)
                        .mapToDouble(i -> random.nextDouble())
                        .sum();
                column[row] = Math.max(0.1, Math.rint(sum / 6 * 1000) / 10);
            }
        }
        return columns;
    }

    static ImmutableList<Indicator> indicators(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Indicator.of("indicator " + i))
                .collect(ImmutableList.toImmutableList());
    }

    static IndicatorTable table(double[][] columns) {
        ImmutableList<Indicator> indicators = indicators(columns.length);
        return IndicatorTable.ofColumns(
                IntStream.range(0, columns[0].length)
                        .mapToObj(i -> School.of("School " + i))
                        .toList(),
                IntStream.range(0, columns.length)
                        .mapToObj(i -> Column.of(indicators.get(i), columns[i]))
                        .toList());
    }
}
