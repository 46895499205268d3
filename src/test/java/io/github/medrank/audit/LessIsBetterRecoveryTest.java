package io.github.medrank.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.PublishedResult;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recovery of tables that hold an indicator of which less is better, which no mean takes as printed. */
class LessIsBetterRecoveryTest {
    private static final Indicator PAPERS = Indicator.of("papers");
    private static final Indicator CROWD = Indicator.of("crowd").withDirection(Direction.LOWER_IS_BETTER);
    private static final String UPSIDE_DOWN =
            "less of \"crowd\" is better, so a mean of such values would rank it upside down";

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    /** Papers from 0 to 40, crowds from 8 to 0, and 3/4 and 1/4 of where they are between their worst and best. */
    @Test
    void raw_values_are_turned_round() {
        int[] papers = {0, 13, 22, 31, 40, 7};
        int[] crowd = {5, 8, 1, 2, 6, 0};
        IndicatorTable.Builder builder = IndicatorTable.builder(PAPERS, CROWD);
        for (int i = 0; i < papers.length; i++) {
            School school = School.of("s" + i);
            double score = 75 * papers[i] / 40.0 + 25 * (8 - crowd[i]) / 8.0;
            builder.row(school, papers[i], crowd[i])
                    .published(school, PublishedResult.of("" + (i + 1), String.valueOf(score)));
        }

        Recovered found = Recovery.of(builder.build()).run();

        assertThat(found.rules()).isNotEmpty().allSatisfy(rule -> {
            assertThat(rule.rule().values()).isEqualTo(InputValues.RAW);
            assertThat(rule.share(PAPERS).low().doubleValue()).isBetween(0.7499, 0.75);
            assertThat(rule.share(PAPERS).high().doubleValue()).isBetween(0.75, 0.7501);
        });
        assertThat(found.notTried())
                .contains("values as printed: " + UPSIDE_DOWN, "values with hidden digits: " + UPSIDE_DOWN);
    }

    /** So few rows that many rules would fit the values as printed, which no methodology could run. */
    @ParameterizedTest
    @MethodSource("seeds")
    void no_rule_of_values_as_printed_is_found(long seed) {
        Recovered found = Recovery.of(table(seed)).run();

        assertThat(found.rules())
                .allSatisfy(rule -> assertThat(rule.rule().values()).isEqualTo(InputValues.RAW));
        assertThat(Recovery.ofPositions(table(seed)).run().rules()).isEmpty();
        assertThat(Recovery.ofPositions(table(seed)).run().notTried()).contains("values as printed: " + UPSIDE_DOWN);
    }

    @Test
    void weights_of_values_as_printed_are_not_refuted() {
        Weights weights = Weights.of(ImmutableMap.of(PAPERS, 1, CROWD, 1));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Recovery.of(table(0)).refute(weights))
                .withMessage("less of \"crowd\" is better, so weights of its values as printed would rank it upside"
                        + " down; withValues(InputValues.RAW) takes weights of values scaled from 0 to 100");
        assertThat(Recovery.of(table(0)).withValues(InputValues.RAW).refute(weights))
                .isNotNull();
    }

    private static IndicatorTable table(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        IndicatorTable.Builder builder = IndicatorTable.builder(PAPERS, CROWD);
        for (int i = 1; i <= 3; i++) {
            School school = School.of("s" + i);
            builder.row(school, random.nextInt(100), random.nextInt(100))
                    .published(school, PublishedResult.of("" + i, "" + (100 - 10 * i)));
        }
        return builder.build();
    }
}
