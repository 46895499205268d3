package io.github.medrank.weighting;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.IndicatorTable;

/** Strategies that weight indicators by how far they spread the schools. */
@Immutable
enum SpreadWeighting implements LearnedWeighting {
    DEVIATION("standard deviation") {
        @Override
        public double[] learn(ImmutableList<Column> columns, IndicatorTable table) {
            return columns.stream().mapToDouble(SpreadWeighting::deviation).toArray();
        }
    },
    ENTROPY("entropy (Hwang and Yoon 1981)") {
        @Override
        public double[] learn(ImmutableList<Column> columns, IndicatorTable table) {
            return columns.stream()
                    .mapToDouble(column -> 1 - entropy(column, table))
                    .map(divergence -> Math.max(0, divergence))
                    .toArray();
        }
    },
    CRITIC("CRITIC (Diakoulaki, Mavrotas and Papayannakis 1995)") {
        @Override
        public double[] learn(ImmutableList<Column> columns, IndicatorTable table) {
            double[] information = new double[columns.size()];
            for (int i = 0; i < information.length; i++) {
                Column mine = columns.get(i);
                double conflict = 0;
                for (int j = 0; j < information.length; j++) {
                    conflict += j == i ? 0 : 1 - agreement(mine, columns.get(j));
                }
                double range = mine.max().orElseThrow() - mine.min().orElseThrow();
                information[i] = conflict < ROUNDING ? 0 : deviation(mine) / range * conflict;
            }
            return information;
        }
    };

    /** A sum of 1 − r below this is the rounding error of perfect agreement. */
    private static final double ROUNDING = 1e-12;

    /** Values below this have a sum. */
    private static final double LARGEST = 0x1p900;

    private final String text;

    SpreadWeighting(String text) {
        this.text = text;
    }

    private static double deviation(Column column) {
        return column.populationStandardDeviation().orElse(0);
    }

    /** −Σ p·ln p / ln n for the shares p of the column's sum. */
    private static double entropy(Column column, IndicatorTable table) {
        for (int row = 0; row < column.size(); row++) {
            checkArgument(
                    !column.isPresent(row) || column.value(row) >= 0,
                    "school \"%s\", indicator \"%s\": entropy weights need shares of a sum, and %s is negative; take a"
                            + " normalizer that ends at 0 or above",
                    table.schools().get(row).name(),
                    column.indicator().id(),
                    column.isPresent(row) ? column.value(row) : 0);
        }
        Column parts = column.max().orElse(0) < LARGEST ? column : column.map(value -> value / LARGEST);
        double sum = parts.sum();
        int n = column.size() - column.missing();
        double disorder = parts.map(value -> value == 0 ? 0 : -(value / sum) * StrictMath.log(value / sum))
                .sum();
        return disorder / StrictMath.log(n);
    }

    /** The correlation of two indicators, both turned so that more is better; 0 if they share no schools. */
    static double agreement(Column one, Column other) {
        double correlation = one.correlation(other).orElse(0);
        Direction direction = one.indicator().direction();
        return direction == other.indicator().direction() ? correlation : -correlation;
    }

    @Override
    public String toString() {
        return text;
    }
}
