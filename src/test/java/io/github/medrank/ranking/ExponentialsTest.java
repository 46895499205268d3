package io.github.medrank.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.github.medrank.Draws;
import io.github.medrank.GeneratedTables;
import io.github.medrank.Indicator;
import io.github.medrank.Presentation;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Geometric means in draws have the digits of logarithms and exponentials by {@code StrictMath}. */
class ExponentialsTest {
    /** Ratios of the largest to the least value: up to where the short series is used, and beyond. */
    @ParameterizedTest
    @ValueSource(doubles = {1, 1.0001, 100, 14_000, 14_764, 14_766, 1e9, 1e200})
    void means_have_twelve_digits_and_over_ordinary_ranges_thirteen(double ratio) {
        SplittableRandom random = new SplittableRandom((long) ratio);
        ImmutableList<Indicator> order = GeneratedTables.indicators(3);
        double least = Math.pow(10, random.nextInt(-50, 50));
        double[][] rows = new double[50][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = row == 0
                    ? new double[] {least, least, least}
                    : random.doubles(3).map(any -> Math.pow(ratio, any) * least).toArray();
            if (row == 1) {
                rows[row] = new double[] {least * ratio, least * ratio, least * ratio};
            }
        }
        Draws draws = Rankers.geometricMean().over(GeneratedTables.table(order, rows), order, Presentation.exact());
        double error = ratio < 1e6 ? 1e-13 : 2e-12;
        double[] scores = new double[rows.length];
        for (int draw = 0; draw < 5; draw++) {
            double[] weights = random.doubles(3).map(any -> 0.1 + any).toArray();
            draws.positions(weights, new int[rows.length], scores);
            for (int row = 0; row < rows.length; row++) {
                assertThat(scores[row] / mean(rows[row], weights))
                        .as("row %s", row)
                        .isBetween(1 - error, 1 + error);
            }
        }
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * StrictMath.log(values[i]);
            total += weights[i];
        }
        return StrictMath.exp(sum / total);
    }
}
