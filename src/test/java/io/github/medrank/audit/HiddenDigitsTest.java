package io.github.medrank.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.PublishedResult;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables whose scores come from values with more digits than are printed are read backwards. */
class HiddenDigitsTest {
    /** A hundred in the ordinary suite; more with {@code -Dhidden.seeds=2000}. */
    private static final long SEEDS = Long.getLong("hidden.seeds", 100);

    private static final List<Indicator> INDICATORS = List.of(Indicator.of("a"), Indicator.of("b"), Indicator.of("c"));
    private static final List<CompositeMean> MEANS =
            List.of(CompositeMean.ARITHMETIC, CompositeMean.GEOMETRIC, CompositeMean.HARMONIC);
    private static final ScoreScale[] ANY = {
        ScoreScale.AS_IS, ScoreScale.TOP, ScoreScale.POINTS, ScoreScale.TOP_ABOVE_MINIMUM, ScoreScale.LINE
    };

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    /** A table and what it was made of: values of four decimals, of which one or none is printed. */
    private static final class World {
        private final CompositeMean mean;
        private final ScoreScale scale;
        private final double[] shares;
        private final double factor;
        private final double offset;
        private final double half;
        private final double[][] shown;
        private final double[] printed;
        private final long tops;
        private final IndicatorTable table;

        World(SplittableRandom random, boolean isHidden) {
            mean = MEANS.get(random.nextInt(3));
            scale = ANY[random.nextInt(mean == CompositeMean.ARITHMETIC ? 5 : 3)];
            double first = 20 + random.nextInt(50);
            double second = 5 + random.nextInt(20);
            shares = new double[] {first / 100, second / 100, (100 - first - second) / 100};
            int decimals = random.nextInt(2);
            half = isHidden ? 0.5 / Math.pow(10, decimals) : 0;
            double[][] values = new double[25 + random.nextInt(30)][];
            shown = new double[values.length][];
            for (int row = 0; row < values.length; row++) {
                values[row] = random.doubles(3, 1, 100)
                        .map(x -> rounded(x, isHidden ? 4 : decimals))
                        .toArray();
                shown[row] = DoubleStream.of(values[row])
                        .map(x -> rounded(x, decimals))
                        .toArray();
            }
            double[] composites =
                    Arrays.stream(values).mapToDouble(x -> mean(x, shares, 0)).toArray();
            double top = DoubleStream.of(composites).max().orElseThrow();
            double minimum = scale == ScoreScale.TOP_ABOVE_MINIMUM ? random.nextInt(10) : 0;
            factor = scale.isFromTop()
                    ? 100 / (top - minimum)
                    : scale == ScoreScale.AS_IS ? 1 : 0.8 + random.nextDouble();
            offset = scale == ScoreScale.LINE ? random.nextInt(20) - 10 : -factor * minimum;
            printed = Arrays.stream(composites)
                    .map(x -> rounded(factor * x + offset, 1))
                    .toArray();
            tops = DoubleStream.of(printed).filter(each -> each == 100).count();
            IndicatorTable.Builder builder = IndicatorTable.builder(INDICATORS);
            for (int row = 0; row < values.length; row++) {
                School school = School.of("s" + row, "School " + row);
                builder.row(school, shown[row]);
                builder.published(
                        school,
                        new PublishedResult(
                                Optional.empty(),
                                Optional.of(BigDecimal.valueOf(printed[row]).setScale(1, RoundingMode.HALF_UP))));
            }
            table = builder.build();
        }

        private static double rounded(double number, int decimals) {
            // The error of doubles must not decide which way an exact half goes.
            return BigDecimal.valueOf(number)
                    .setScale(9, RoundingMode.HALF_UP)
                    .setScale(decimals, RoundingMode.HALF_UP)
                    .doubleValue();
        }

        private double mean(double[] values, double[] weights, double more) {
            double sum = 0;
            for (int i = 0; i < values.length; i++) {
                double value = values[i] + more;
                sum += weights[i]
                        * switch (mean) {
                            case ARITHMETIC -> value;
                            case GEOMETRIC -> Math.log(value);
                            case HARMONIC -> 1 / value;
                        };
            }
            return mean == CompositeMean.ARITHMETIC ? sum : mean == CompositeMean.GEOMETRIC ? Math.exp(sum) : 1 / sum;
        }

        private double least(int row, double[] weights) {
            return mean(shown[row], weights, -half);
        }

        private double most(int row, double[] weights) {
            return mean(shown[row], weights, half);
        }

        private boolean isTop(int row) {
            return scale.isFromTop() && printed[row] == 100;
        }

        /** Nothing is above the top. */
        private double high(int row) {
            return printed[row] + (isTop(row) ? 0 : 0.05);
        }

        /** One of those at the top is exactly there; it may be any of them. */
        private double low(int row) {
            boolean isOnlyTop = isTop(row) && tops == 1;
            return printed[row] - (isOnlyTop ? 0 : 0.05);
        }

        /** Whether all scores can come from these weights and constants, with some hidden digits in each row. */
        boolean fits(double[] weights, double b, double a) {
            return IntStream.range(0, printed.length)
                    .allMatch(row -> b * least(row, weights) + a <= high(row) + 1e-9
                            && b * most(row, weights) + a >= low(row) - 1e-9);
        }

        Recovery recovery(InputValues values) {
            return Recovery.of(table)
                    .withMean(mean)
                    .withScale(scale)
                    .withRounding(ScoreRounding.NEAREST)
                    .withValues(values);
        }

        @Override
        public String toString() {
            return mean + ", " + scale + ", " + Arrays.toString(shares) + ", " + factor + " and " + offset;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_made_the_table_lies_inside_what_is_recovered(long seed) {
        World world = new World(new SplittableRandom(seed), true);

        RecoveredRule rule = world.recovery(InputValues.ROUNDED)
                .run()
                .best()
                .orElseThrow(() -> new AssertionError(world.toString()));

        assertThat(world.fits(world.shares, world.factor, world.offset)).isTrue();
        for (int i = 0; i < 3; i++) {
            assertThat(rule.share(INDICATORS.get(i)).contains(Rational.of(BigDecimal.valueOf(world.shares[i]))))
                    .as(world + ": " + rule)
                    .isTrue();
        }
        rule.factor().ifPresent(factor -> isInside(factor, world.factor));
        rule.minimum().ifPresent(minimum -> isInside(minimum, -world.offset / world.factor));
        holdsAllThatFit(rule, world, new SplittableRandom(~seed));
        simplestFit(rule, world);
    }

    private static void isInside(ExactInterval interval, double number) {
        double room = 1e-9 * Math.max(1, Math.abs(number));
        assertThat(number)
                .isBetween(interval.low().doubleValue() - room, interval.high().doubleValue() + room);
    }

    /** Weights near the true ones that fit with the true constants lie in all intervals. */
    private static void holdsAllThatFit(RecoveredRule rule, World world, SplittableRandom random) {
        for (int sample = 0; sample < 50; sample++) {
            double[] weights = world.shares.clone();
            double width = rule.share(INDICATORS.get(0)).width().doubleValue() * 2;
            weights[0] += (random.nextDouble() - 0.5) * width;
            weights[1] += (random.nextDouble() - 0.5) * width;
            weights[2] = 1 - weights[0] - weights[1];
            if (DoubleStream.of(weights).allMatch(x -> x >= 0) && world.fits(weights, world.factor, world.offset)) {
                for (int i = 0; i < 3; i++) {
                    isInside(rule.share(INDICATORS.get(i)), weights[i]);
                }
            }
        }
    }

    /** The simplest weights give every score with some factor and some hidden digits. */
    private static void simplestFit(RecoveredRule rule, World world) {
        Weights simplest = rule.simplest();
        double total = simplest.total().doubleValue();
        double[] weights = INDICATORS.stream()
                .mapToDouble(each -> simplest.points(each).doubleValue() / total)
                .toArray();
        if (world.scale != ScoreScale.LINE && world.scale != ScoreScale.TOP_ABOVE_MINIMUM) {
            double least = IntStream.range(0, world.printed.length)
                    .mapToDouble(row -> world.low(row) / world.most(row, weights))
                    .max()
                    .orElseThrow();
            double most = IntStream.range(0, world.printed.length)
                    .mapToDouble(row -> world.high(row) / world.least(row, weights))
                    .min()
                    .orElseThrow();
            assertThat(least).isLessThanOrEqualTo(most + 1e-9);
            if (world.scale == ScoreScale.AS_IS) {
                assertThat(1.0).isBetween(least - 1e-9, most + 1e-9);
            }
        }
    }

    /** If the printed values are the weighted ones, nothing contradicts that they hide digits; it says less. */
    @ParameterizedTest
    @MethodSource("someSeeds")
    void hidden_digits_widen_what_printed_values_tell(long seed) {
        World world = new World(new SplittableRandom(seed), false);

        RecoveredRule printed =
                world.recovery(InputValues.AS_PRINTED).run().best().orElseThrow();
        RecoveredRule hidden = world.recovery(InputValues.ROUNDED).run().best().orElseThrow();

        for (Indicator each : INDICATORS) {
            assertThat(hidden.share(each).contains(printed.share(each).low())).isTrue();
            assertThat(hidden.share(each).contains(printed.share(each).high())).isTrue();
        }
        assertThat(INDICATORS)
                .anySatisfy(each -> assertThat(hidden.share(each).width())
                        .isGreaterThan(printed.share(each).width()));
    }

    @ParameterizedTest
    @MethodSource("fewSeeds")
    void the_rule_is_found_without_telling_it(long seed) {
        World world = new World(new SplittableRandom(seed), true);

        Recovered found = Recovery.of(world.table).run();

        if (found.best().orElseThrow().rule().values() == InputValues.ROUNDED) {
            assertThat(found.rules())
                    .as(world + ": " + found)
                    .anyMatch(each ->
                            each.rule().mean() == world.mean && each.rule().scale() == world.scale);
        }
    }

    static LongStream someSeeds() {
        return LongStream.range(0, SEEDS / 4);
    }

    static LongStream fewSeeds() {
        return LongStream.range(0, SEEDS / 10);
    }

    /** Stated weights are refuted by the values that were weighted, or by none that the table allows. */
    @ParameterizedTest
    @MethodSource("someSeeds")
    void true_weights_are_not_refuted_if_values_hide_digits(long seed) {
        World world = new World(new SplittableRandom(seed), true);
        Recovery hidden = world.recovery(InputValues.ROUNDED);
        if (world.mean == CompositeMean.ARITHMETIC) {
            assertThat(hidden.refute(weights(world.shares))).isEmpty();
            assertThat(hidden.refute(weights(world.shares[1], world.shares[2], world.shares[0])))
                    .hasValueSatisfying(found -> assertThat(found.rows()).isNotEmpty());
        }
    }

    private static Weights weights(double... shares) {
        Weights.Builder weights = Weights.builder();
        for (int i = 0; i < shares.length; i++) {
            weights.put(INDICATORS.get(i), shares[i]);
        }
        return weights.build();
    }

    /** A value of 0.4 is printed as 0, which has no logarithm; the other end of its interval has one. */
    @Test
    void a_value_printed_as_zero_bounds_a_mean_from_one_side() {
        IndicatorTable.Builder builder = IndicatorTable.builder(INDICATORS.subList(0, 2));
        double[][] values = {{0.4, 81.3}, {12.7, 0.3}, {55.2, 43.9}, {90.1, 12.2}, {33.3, 77.8}, {8.4, 98.1}};
        for (double[] each : values) {
            School school = School.of("s" + each[0]);
            builder.row(school, Math.rint(each[0]), Math.rint(each[1]));
            BigDecimal score = BigDecimal.valueOf(Math.pow(each[0], 0.7) * Math.pow(each[1], 0.3));
            builder.published(
                    school,
                    new PublishedResult(Optional.empty(), Optional.of(score.setScale(1, RoundingMode.HALF_UP))));
        }
        Recovery recovery = Recovery.of(builder.build()).withMean(CompositeMean.GEOMETRIC);

        RecoveredRule rule = recovery.withScale(ScoreScale.AS_IS).run().best().orElseThrow();

        assertThat(rule.rule().values()).isEqualTo(InputValues.ROUNDED);
        assertThat(rule.share(INDICATORS.get(0)).contains(Rational.of(new BigDecimal("0.7"))))
                .isTrue();
        assertThat(rule.checked()).isEmpty();
        assertThat(recovery.withValues(InputValues.ROUNDED).run().notTried())
                .contains("geometric mean, a straight line of it, values with hidden digits: not linear; constants of"
                        + " a grid are tried only for values as printed");
        assertThat(Recovery.ofPositions(builder.published(School.of("s8.4"), PublishedResult.of("6", "17.6"))
                                .build())
                        .withValues(InputValues.ROUNDED)
                        .run()
                        .notTried())
                .contains("arithmetic mean, positions alone, values with hidden digits: hidden digits are looked for"
                        + " only where scores are printed");
    }
}
