package io.github.medrank.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.MissingReason;
import io.github.medrank.PublishedResult;
import io.github.medrank.Rational;
import io.github.medrank.School;
import io.github.medrank.ranking.Pillar;
import io.github.medrank.text.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Few rows are complete and leave much room for the weights; in many the weights of missing values are shared in a way
 * that is not linear, and only few of the weights that fit the others fit those.
 */
class SharedRowsTest {
    /** Some in the ordinary suite; more with {@code -Dshared.seeds=500}. */
    private static final long SEEDS = Long.getLong("shared.seeds", 24);

    private static final List<Indicator> INDICATORS =
            List.of(Indicator.of("a"), Indicator.of("b"), Indicator.of("c"), Indicator.of("d"));
    private static final Pillar FIRST = Pillar.of("first", INDICATORS.get(0), INDICATORS.get(1));
    private static final Pillar SECOND = Pillar.of("second", INDICATORS.get(2), INDICATORS.get(3));
    private static final List<ScoreScale> RESCALED =
            List.of(ScoreScale.POINTS, ScoreScale.TOP, ScoreScale.TOP_ABOVE_MINIMUM, ScoreScale.LINE);

    static LongStream seeds() {
        return LongStream.range(0, SEEDS);
    }

    /** A table and what it was made of; a missing value is NaN. */
    private static final class World {
        private final boolean isInPillar;
        private final ScoreScale scale;
        private final double[] points;
        private final double[][] values;
        private final IndicatorTable table;

        World(SplittableRandom random) {
            isInPillar = random.nextInt(3) == 0;
            scale = isInPillar ? ScoreScale.AS_IS : RESCALED.get(random.nextInt(4));
            // Shares of six decimals, which are not the simplest ones.
            points = new double[] {
                150_000 + random.nextInt(200_000),
                100_000 + random.nextInt(150_000),
                100_000 + random.nextInt(150_000),
                0
            };
            points[3] = 1_000_000 - DoubleStream.of(points).sum();
            values = new double[60][];
            for (int row = 0; row < values.length; row++) {
                values[row] =
                        random.ints(4, 50, 1000).mapToDouble(x -> x / 10.0).toArray();
                if (row >= 12) {
                    values[row][random.nextInt(4)] = Double.NaN;
                }
            }
            double[] composites =
                    Arrays.stream(values).mapToDouble(this::composite).toArray();
            double top = DoubleStream.of(composites).max().orElseThrow();
            double minimum = scale == ScoreScale.TOP_ABOVE_MINIMUM ? 3 : 0;
            double factor = scale.isFromTop() ? 100 / (top - minimum) : isInPillar ? 1 : 1 + random.nextDouble();
            double offset = scale == ScoreScale.LINE ? 7.25 : -factor * minimum;
            IndicatorTable.Builder builder = IndicatorTable.builder(INDICATORS);
            for (int row = 0; row < values.length; row++) {
                School school = School.of("s" + row, "School " + row);
                List<Cell> cells = new ArrayList<>();
                for (double value : values[row]) {
                    cells.add(Double.isNaN(value) ? Cell.missing(MissingReason.NOT_REPORTED) : Cell.of(value));
                }
                builder.row(school, cells);
                builder.published(
                        school,
                        new PublishedResult(
                                Optional.empty(),
                                Optional.of(BigDecimal.valueOf(factor * composites[row] + offset)
                                        .setScale(9, RoundingMode.HALF_UP)
                                        .setScale(2, RoundingMode.HALF_UP))));
            }
            table = builder.build();
        }

        private double composite(double[] x) {
            if (isInPillar) {
                return ((points[0] + points[1]) * mean(x, 0, 2) + (points[2] + points[3]) * mean(x, 2, 4)) / 1e6;
            }
            return mean(x, 0, 4);
        }

        private double mean(double[] x, int from, int to) {
            double sum = 0;
            double present = 0;
            for (int i = from; i < to; i++) {
                sum += Double.isNaN(x[i]) ? 0 : points[i] * x[i];
                present += Double.isNaN(x[i]) ? 0 : points[i];
            }
            return sum / present;
        }

        Recovery recovery() {
            Recovery recovery = Recovery.of(table)
                    .withValues(InputValues.AS_PRINTED)
                    .withMean(CompositeMean.ARITHMETIC)
                    .withRounding(ScoreRounding.NEAREST)
                    .withScale(scale);
            return isInPillar
                    ? recovery.withPillars(FIRST, SECOND).withMissing(MissingRule.SHARED_IN_PILLAR)
                    : recovery.withMissing(MissingRule.SHARED);
        }

        @Override
        public String toString() {
            return (isInPillar ? "in pillars, " : "over all, ") + scale + ", " + Arrays.toString(points);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void weights_that_fit_the_rows_that_are_not_linear_are_found(long seed) {
        World world = new World(new SplittableRandom(seed));

        Recovered found = world.recovery().run();

        RecoveredRule rule = found.best().orElseThrow(() -> new AssertionError(world + ": " + found));
        assertThat(rule.checked()).hasSize(48);
        assertThat(rule.checkedAt().get(rule.simplest())).isEmpty();
        rule.checkedAt()
                .forEach((weights, missed) -> assertThat(missed.isEmpty()).isEqualTo(weights.equals(rule.simplest())));
        assertThat(rule.methodology().rank(world.table).schools())
                .allSatisfy(each -> assertThat(each.score())
                        .isEqualByComparingTo(world.table
                                .published()
                                .get(each.school())
                                .score()
                                .orElseThrow()));
        for (int i = 0; i < 4; i++) {
            assertThat(rule.share(INDICATORS.get(i)).contains(Rational.of(BigDecimal.valueOf(world.points[i] / 1e6))))
                    .isTrue();
        }
    }

    /** One score of a row that is not linear is wrong, which no weights can mend. */
    @ParameterizedTest
    @MethodSource("fewSeeds")
    void where_no_weights_fit_the_rows_that_they_miss_are_named(long seed) {
        World world = new World(new SplittableRandom(seed));
        School wrong = world.table.schools().get(20);
        Map<School, PublishedResult> printed = new HashMap<>(world.table.published());
        BigDecimal score = printed.get(wrong).score().orElseThrow().add(new BigDecimal("5"));
        printed.put(wrong, new PublishedResult(Optional.empty(), Optional.of(score)));

        Recovered contradicted = Recovery.of(world.table.withPublished(printed))
                .withValues(InputValues.AS_PRINTED)
                .withMean(CompositeMean.ARITHMETIC)
                .withRounding(ScoreRounding.NEAREST)
                .withScale(world.scale)
                .withMissing(MissingRule.SHARED)
                .run();

        if (!world.isInPillar) {
            RefutedRule refuted = contradicted.refuted().get(0);
            assertThat(refuted.isProven()).isFalse();
            assertThat(refuted.certificate()).isEmpty();
            assertThat(refuted.rows()).hasSize(48);
            assertThat(refuted.checkedAt())
                    .isNotEmpty()
                    .allSatisfy((weights, missed) -> assertThat(missed).contains(wrong));
            assertThat(Json.write(contradicted)).contains("\"missed\":[");
        }
    }

    static LongStream fewSeeds() {
        return LongStream.range(0, SEEDS / 4);
    }
}
