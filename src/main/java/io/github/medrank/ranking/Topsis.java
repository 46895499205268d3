package io.github.medrank.ranking;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Doubles;
import com.google.errorprone.annotations.Immutable;
import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Normalizer;
import io.github.medrank.Scores;
import io.github.medrank.Weights;
import io.github.medrank.exact.ExactSum;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** Without a given normalization, columns are divided by their Euclidean norm. */
@Immutable
record Topsis(Optional<Normalizer> normalization) implements ScoreRanker {
    @Override
    public Scores scores(IndicatorTable table, Weights weights) {
        ImmutableList<Indicator> indicators = Raw.weighted(table, weights);
        IndicatorTable scaled =
                normalization.map(each -> scaled(table, indicators, each)).orElse(table);
        double[][] values = Raw.matrix(scaled, indicators);
        double[] shares = Raw.shares(weights, indicators);
        for (int i = 0; i < values.length; i++) {
            if (normalization.isEmpty()) {
                divideByNorm(values[i]);
            }
            multiply(values[i], shares[i]);
        }
        double[] best = distances(values, true);
        double[] worst = distances(values, false);
        double[] scores = new double[table.size()];
        for (int row = 0; row < scores.length; row++) {
            double both = best[row] + worst[row];
            scores[row] = both == 0 ? 0.5 : worst[row] / both;
        }
        ImmutableList<Column> columns =
                indicators.stream().map(scaled::column).collect(ImmutableList.toImmutableList());
        Supplier<ExactTopsis> exact =
                Suppliers.memoize(() -> new ExactTopsis(columns, weights, normalization.isEmpty()));
        double bound = bound(values, columns, shares);
        return ComputedScores.of(
                scores,
                Direction.HIGHER_IS_BETTER,
                bound,
                columns,
                row -> exact.get().score(row));
    }

    /**
     * How far a score may be off: each distance by no more than the sum of what its parts may be off, over the sum of
     * both distances, which is no less than that of the best from the worst.
     */
    private double bound(double[][] values, ImmutableList<Column> columns, double[] shares) {
        double off = 0;
        double apart = 0;
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            double largest = Arrays.stream(values[i]).map(Math::abs).max().orElse(0);
            double range = Doubles.max(values[i]) - Doubles.min(values[i]);
            apart = Math.max(apart, range);
            if (range == 0 && (column.isDecimal() || column.denominator() > 0)) {
                continue; // the numbers are equal, not only the doubles
            }
            // of a norm, which is no less than the largest number
            double rows = normalization.isEmpty() ? Math.sqrt(column.size()) : 0;
            double relative = column.magnitude() == 0 ? 0 : Raw.off(column) / column.magnitude();
            double share = normalization.isEmpty() ? shares[i] : shares[i] * column.magnitude();
            off += share * (2 + rows) * relative + largest * 0x1p-48;
        }
        return apart > 8 * off || off == 0 ? 4 * off / Math.max(apart, Double.MIN_NORMAL) + 0x1p-49 : Double.NaN;
    }

    private static IndicatorTable scaled(
            IndicatorTable table, ImmutableList<Indicator> indicators, Normalizer normalizer) {
        return table.select(indicators).mapColumns(column -> {
            Column scaled = column.scaled(normalizer.fit(column));
            return normalizer.orients()
                    ? scaled.withIndicator(column.indicator().withDirection(Direction.HIGHER_IS_BETTER))
                    : scaled;
        });
    }

    private static void multiply(double[] column, double share) {
        for (int row = 0; row < column.length; row++) {
            column[row] *= share;
        }
    }

    /** Divides by the Euclidean norm, after scaling, so that no square overflows or underflows. */
    private static void divideByNorm(double[] column) {
        double largest = Arrays.stream(column).map(Math::abs).max().orElse(0);
        if (largest == 0) {
            return;
        }
        int exponent = Math.getExponent(largest);
        ExactSum squares = new ExactSum();
        for (double value : column) {
            double scaled = Math.scalb(value, -exponent);
            squares.add(scaled * scaled);
        }
        double norm = Math.sqrt(squares.value());
        for (int row = 0; row < column.length; row++) {
            column[row] = Math.scalb(column[row], -exponent) / norm;
        }
    }

    /** The power of two next to the widest range, so that no square of a distance overflows or underflows. */
    private static int exponent(double[][] columns) {
        double widest = 0;
        for (double[] column : columns) {
            widest = Math.max(widest, Doubles.max(column) - Doubles.min(column));
        }
        return widest == 0 ? 0 : Math.getExponent(widest);
    }

    /** The distance of each row from the best, or the worst, value of each column, divided by a power of two. */
    private static double[] distances(double[][] columns, boolean fromBest) {
        double[] ideal = Arrays.stream(columns)
                .mapToDouble(fromBest ? Doubles::max : Doubles::min)
                .toArray();
        double[] distances = new double[columns[0].length];
        ExactSum squares = new ExactSum();
        int exponent = exponent(columns);
        for (int row = 0; row < distances.length; row++) {
            squares.clear();
            for (int i = 0; i < columns.length; i++) {
                double off = Math.scalb(columns[i][row] - ideal[i], -exponent);
                squares.add(off * off);
            }
            distances[row] = Math.sqrt(squares.value());
        }
        return distances;
    }

    @Override
    public String toString() {
        String scale = normalization.map(Normalizer::toString).orElse("vector normalization");
        return "TOPSIS (Hwang and Yoon 1981: " + scale + ", Euclidean distance)";
    }
}
