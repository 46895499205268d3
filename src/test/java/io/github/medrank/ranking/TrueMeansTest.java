package io.github.medrank.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.Ranking;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.normalization.Normalizers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Means that are no sums against whole powers of decimals, and where the exponent is no whole number against series of 80
 * digits, both written here.
 */
class TrueMeansTest {
    private static final MathContext DIGITS = new MathContext(80);
    private static final BigDecimal LN_10 = lnOfTen();
    private static final MathContext SHOWN = new MathContext(13);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** Some positive values with whole weights; every other table of short numbers, whose means are often round. */
    private static final class World {
        private final double[] values;
        private final int[] weights;

        World(double[] values, int[] weights) {
            this.values = values;
            this.weights = weights;
        }

        static World of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int k = random.nextInt(2, 5);
            double[] values = new double[k];
            int[] weights = new int[k];
            int power = random.nextInt(4) == 0 ? random.nextInt(-300, 301) : 0;
            for (int i = 0; i < k; i++) {
                double value = seed % 2 == 0 ? random.nextInt(1, 40) : random.nextDouble() * 100 + 1e-9;
                values[i] = new BigDecimal(Double.toString(value))
                        .scaleByPowerOfTen(power)
                        .doubleValue();
                weights[i] = random.nextInt(1, 6);
            }
            return new World(values, weights);
        }

        BigDecimal value(int i) {
            return new BigDecimal(Double.toString(values[i]));
        }

        int total() {
            int total = 0;
            for (int weight : weights) {
                total += weight;
            }
            return total;
        }

        BigDecimal mean(Mean mean) {
            IndicatorTable.Builder table = IndicatorTable.builder(IntStream.range(0, values.length)
                    .mapToObj(i -> Indicator.of("i" + i))
                    .toList());
            table.row(School.of("S"), values);
            Weights.Builder points = Weights.builder();
            for (int i = 0; i < weights.length; i++) {
                points.put(Indicator.of("i" + i), weights[i]);
            }
            return Rankers.mean(mean, Skipping.refuse())
                    .rank(table.build(), points.build())
                    .of("S")
                    .score();
        }
    }

    /** Checks that the true mean, of which a growing function is given, rounds half up to the shown one. */
    private static void isRounded(BigDecimal shown, BigDecimal truth, UnaryOperator<BigDecimal> grows) {
        int scale = SHOWN.getPrecision() - (shown.precision() - shown.scale());
        BigDecimal half = BigDecimal.ONE.movePointLeft(scale).divide(BigDecimal.valueOf(2));
        assertThat(shown.round(SHOWN)).isEqualByComparingTo(shown);
        assertThat(grows.apply(shown.add(half))).isGreaterThan(truth);
        assertThat(grows.apply(shown.subtract(half))).isLessThanOrEqualTo(truth);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whole_exponents(long seed) {
        World world = World.of(seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int r : new int[] {-100, -3, -1, 2, 3, 100, random.nextInt(2, 101)}) {
            BigDecimal shown = world.mean(Mean.power(r));
            MathContext digits = new MathContext(400);
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < world.values.length; i++) {
                BigDecimal power = world.value(i).pow(Math.abs(r), digits);
                BigDecimal weight = BigDecimal.valueOf(world.weights[i]);
                sum = sum.add(r > 0 ? power.multiply(weight) : weight.divide(power, digits));
            }
            BigDecimal all = BigDecimal.valueOf(world.total());
            BigDecimal truth = r > 0 ? sum.divide(all, digits) : all.divide(sum, digits);
            isRounded(
                    shown,
                    truth.round(new MathContext(350)),
                    x -> x.pow(Math.abs(r), digits).round(new MathContext(350)));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void geometric_means(long seed) {
        World world = World.of(seed);
        BigDecimal product = BigDecimal.ONE;
        for (int i = 0; i < world.values.length; i++) {
            product = product.multiply(world.value(i).pow(world.weights[i]));
        }
        isRounded(world.mean(Mean.geometric()), product, x -> x.pow(world.total()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void exponents_that_are_no_whole_numbers(long seed) {
        World world = World.of(seed);
        for (double r : new double[] {0.5, -0.3, 1e-3, -1e-6, 1e-9, 1e-14, 33.7}) {
            BigDecimal exponent = new BigDecimal(r);
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < world.values.length; i++) {
                sum = sum.add(
                        exp(ln(world.value(i)).multiply(exponent)).multiply(BigDecimal.valueOf(world.weights[i])));
            }
            BigDecimal mean = exp(
                    ln(sum.divide(BigDecimal.valueOf(world.total()), DIGITS)).divide(exponent, DIGITS));
            assertThat(world.mean(Mean.power(r)))
                    .as("power %s", r)
                    .isEqualByComparingTo(mean.round(new MathContext(45)).round(SHOWN));
        }
    }

    /** Values on a scale are fractions: 99·(x − min) / (max − min), and not the doubles next to them. */
    @ParameterizedTest
    @MethodSource("seeds")
    void geometric_means_of_values_on_a_scale(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] values = new double[20][2];
        for (double[] row : values) {
            row[0] = random.nextInt(1, 1001) / 10.0;
            row[1] = random.nextInt(1, 1001) / 10.0;
        }
        values[0][0] = 1e7; // beside it, all others are small on the scale
        IndicatorTable table = RankerTables.table(values);
        Ranking ranking = Methodology.builder("scaled")
                .normalizer(Normalizers.minMax(0, 99))
                .ranker(Rankers.geometricMean())
                .build()
                .rank(table);
        for (int row = 0; row < values.length; row++) {
            BigDecimal product = scaled(values, row, 0).multiply(scaled(values, row, 1));
            BigDecimal shown = ranking.of("s" + row).score();
            if (product.signum() == 0) {
                assertThat(shown).isEqualByComparingTo("0");
            } else {
                isRounded(shown, product.round(new MathContext(90)), x -> x.pow(2));
            }
        }
    }

    private static BigDecimal scaled(double[][] values, int row, int column) {
        BigDecimal least = new BigDecimal("1e9");
        BigDecimal most = BigDecimal.ZERO;
        for (double[] each : values) {
            BigDecimal value = new BigDecimal(Double.toString(each[column]));
            least = least.min(value);
            most = most.max(value);
        }
        return new BigDecimal(Double.toString(values[row][column]))
                .subtract(least)
                .multiply(BigDecimal.valueOf(99))
                .divide(most.subtract(least), new MathContext(100));
    }

    @Test
    void a_tiny_exponent_is_no_geometric_mean_by_accident() {
        World world = new World(new double[] {2, 5}, new int[] {1, 1});
        assertThat(world.mean(Mean.power(1e-9))).isEqualByComparingTo("3.1622776605");
        assertThat(world.mean(Mean.power(0)).round(new MathContext(9))).isEqualByComparingTo("3.16227766");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-30, 1e-100, 1e-300, 4.9e-324, -1e-300})
    void means_of_ever_smaller_exponents_go_to_the_geometric_one(double r) {
        World world = new World(new double[] {2, 8}, new int[] {1, 1});
        assertThat(world.mean(Mean.power(r)).setScale(11, RoundingMode.HALF_UP)).isEqualByComparingTo("4");
    }

    // ---- series ----

    /** By halving the exponent until a few terms do, and squaring again. */
    private static BigDecimal exp(BigDecimal x) {
        MathContext more = new MathContext(120);
        int halvings = 0;
        BigDecimal small = x;
        while (small.abs().compareTo(new BigDecimal("0.01")) > 0) {
            small = small.divide(BigDecimal.valueOf(2), more);
            halvings++;
        }
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int i = 1; i < 60; i++) {
            term = term.multiply(small, more).divide(BigDecimal.valueOf(i), more);
            sum = sum.add(term, more);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, more);
        }
        return sum.round(new MathContext(100));
    }

    /** By Newton's method on exp, from the double. */
    private static BigDecimal ln(BigDecimal x) {
        int power = x.precision() - x.scale();
        BigDecimal mantissa = x.scaleByPowerOfTen(-power);
        BigDecimal y = new BigDecimal(Math.log(mantissa.doubleValue()));
        for (int i = 0; i < 4; i++) {
            BigDecimal e = exp(y);
            y = y.add(mantissa.subtract(e).divide(e, new MathContext(100)), new MathContext(100));
        }
        return power == 0 ? y : y.add(LN_10.multiply(BigDecimal.valueOf(power)));
    }

    private static BigDecimal lnOfTen() {
        BigDecimal y = new BigDecimal(Math.log(10));
        for (int i = 0; i < 4; i++) {
            BigDecimal e = exp(y);
            y = y.add(BigDecimal.TEN.subtract(e).divide(e, new MathContext(100)), new MathContext(100));
        }
        return y;
    }
}
