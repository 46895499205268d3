package io.github.medrank.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables of geometric and harmonic means on a scale with an unknown constant are read backwards without the rule. */
class ConstantSearchTest {
    /** Twenty in the ordinary suite; more with {@code -Dconstant.seeds=200}. */
    private static final long SEEDS = Long.getLong("constant.seeds", 20);

    private static final List<Indicator> INDICATORS = List.of(Indicator.of("a"), Indicator.of("b"), Indicator.of("c"));

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    /** A table and what it was made of; half of the seeds print a + b·S, the others 100·(S − m)/(S of the top − m). */
    private static final class World {
        private final boolean logs;
        private final boolean fromTop;
        private final int[] points = new int[3];
        private final double[][] values;
        private final double[] printed;
        private final double constant;
        private final IndicatorTable table;

        World(SplittableRandom random) {
            logs = random.nextBoolean();
            fromTop = random.nextBoolean();
            points[0] = 5 * (2 + random.nextInt(8));
            points[1] = 5 * (2 + random.nextInt(6));
            points[2] = 100 - points[0] - points[1];
            values = new double[50 + random.nextInt(50)][];
            printed = new double[values.length];
            double[] composites = new double[values.length];
            for (int row = 0; row < values.length; row++) {
                values[row] =
                        random.ints(3, 50, 1000).mapToDouble(x -> x / 10.0).toArray();
                composites[row] = mean(
                        row,
                        DoubleStream.of(points[0], points[1], points[2])
                                .map(each -> each / 100)
                                .toArray());
            }
            double top = DoubleStream.of(composites).max().orElseThrow();
            double minimum = 1 + random.nextInt(4);
            double factor = fromTop ? 100 / (top - minimum) : (5 + random.nextInt(15)) / 10.0;
            constant = fromTop ? -factor * minimum : 4 + random.nextInt(30) / 2.0;
            IndicatorTable.Builder builder = IndicatorTable.builder(INDICATORS);
            for (int row = 0; row < values.length; row++) {
                School school = School.of("s" + row, "School " + row);
                BigDecimal shown =
                        BigDecimal.valueOf(constant + factor * composites[row]).setScale(1, RoundingMode.HALF_UP);
                printed[row] = shown.doubleValue();
                builder.row(school, values[row]);
                builder.published(school, new PublishedResult(Optional.empty(), Optional.of(shown)));
            }
            table = builder.build();
        }

        @Override
        public String toString() {
            return (logs ? "geometric" : "harmonic") + (fromTop ? " from the top, " : ", ") + Arrays.toString(points)
                    + " and " + constant;
        }

        double mean(int row, double[] shares) {
            double sum = 0;
            for (int i = 0; i < shares.length; i++) {
                sum += shares[i] * (logs ? Math.log(values[row][i]) : 1 / values[row][i]);
            }
            return logs ? Math.exp(sum) : 1 / sum;
        }

        /** Whether some factor gives all printed scores at a constant: one that all intervals of a row's factor allow. */
        boolean fits(double[] shares, double at) {
            double low = 0;
            double high = Double.POSITIVE_INFINITY;
            for (int row = 0; row < values.length; row++) {
                double composite = mean(row, shares);
                boolean isTop = fromTop && printed[row] == 100;
                low = Math.max(low, (printed[row] - (isTop ? 0 : 0.05) - at) / composite);
                high = Math.min(high, (printed[row] + (isTop ? 0 : 0.05) - at) / composite);
            }
            return low <= high * (1 + 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_rule_is_found_and_its_intervals_hold_what_fits_at_the_constant(long seed) {
        World world = new World(new SplittableRandom(seed));

        Recovered found = Recovery.of(world.table).run();

        RecoveredRule rule = found.rules().stream()
                .filter(each -> each.rule().scale() == (world.fromTop ? ScoreScale.TOP_ABOVE_MINIMUM : ScoreScale.LINE)
                        && each.rule().rounding() == ScoreRounding.NEAREST)
                .findFirst()
                .orElseThrow(() -> new AssertionError(world + ": " + found + found.notTried()));
        double at = rule.constant().orElseThrow().doubleValue();
        assertThat(rule.rule().mean()).isEqualTo(world.logs ? CompositeMean.GEOMETRIC : CompositeMean.HARMONIC);
        assertThat(at).isBetween(world.constant - 0.5, world.constant + 0.5);
        Map<Indicator, BigDecimal> simplest = rule.simplest().asMap();
        for (int i = 0; i < 3; i++) {
            assertThat(simplest.get(INDICATORS.get(i)).doubleValue())
                    .isBetween(world.points[i] - 1.0, world.points[i] + 1.0);
        }
        assertThat(rule.methodology().rank(world.table).schools())
                .allSatisfy(each -> assertThat(each.score().doubleValue())
                        .isEqualTo(world.printed[world.table.schools().indexOf(each.school())]));
        holdsAllThatFit(rule, world, at, new SplittableRandom(~seed));
    }

    private static void holdsAllThatFit(RecoveredRule rule, World world, double at, SplittableRandom random) {
        double[] low = new double[3];
        double[] high = new double[3];
        for (int i = 0; i < 3; i++) {
            low[i] = rule.share(INDICATORS.get(i)).low().doubleValue();
            high[i] = rule.share(INDICATORS.get(i)).high().doubleValue();
        }
        int fitting = 0;
        for (int sample = 0; sample < 2_000; sample++) {
            double[] shares = new double[3];
            for (int i = 0; i < 2; i++) {
                double width = high[i] - low[i];
                shares[i] = low[i] - width / 4 + random.nextDouble() * width * 1.5;
            }
            shares[2] = 1 - shares[0] - shares[1];
            if (world.fits(shares, at)) {
                fitting++;
                for (int i = 0; i < 3; i++) {
                    assertThat(shares[i]).isBetween(low[i] - 1e-9, high[i] + 1e-9);
                }
            }
        }
        assertThat(fitting).isPositive();
    }

    @Test
    void a_constant_is_said_to_be_fixed_and_where_none_is_found_that_is_said() {
        World world = new World(new SplittableRandom(1));
        Recovered found = Recovery.of(world.table).run();
        assertThat(found.best().orElseThrow().toString()).contains("on a grid; other constants may fit as well");

        SplittableRandom random = new SplittableRandom(2);
        IndicatorTable.Builder noise = IndicatorTable.builder(INDICATORS);
        for (int row = 0; row < 30; row++) {
            School school = School.of("s" + row);
            noise.row(school, random.nextInt(1, 100), random.nextInt(1, 100), random.nextInt(1, 100));
            noise.published(
                    school,
                    new PublishedResult(Optional.empty(), Optional.of(BigDecimal.valueOf(random.nextInt(1000), 1))));
        }
        Recovered nothing = Recovery.of(noise.build()).run();
        assertThat(nothing.rules()).isEmpty();
        assertThat(nothing.notTried())
                .contains("geometric mean, a straight line of it: no constant of a grid of 0.001 was found, and others"
                        + " were not tried");
    }
}
