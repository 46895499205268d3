package io.github.medrank.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Column;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.School;
import io.github.medrank.Weights;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PairwiseComparisonsTest {
    private static final Indicator EXPERIENCE = Indicator.of("experience");
    private static final Indicator EDUCATION = Indicator.of("education");
    private static final Indicator CHARISMA = Indicator.of("charisma");
    private static final Indicator AGE = Indicator.of("age");

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    /** The choice of a leader, a textbook example: .547, .127, .270, .056 to a last digit; consistency ratio 0.044. */
    private static PairwiseComparisons leader() {
        return PairwiseComparisons.builder(EXPERIENCE, EDUCATION, CHARISMA, AGE)
                .judge(EXPERIENCE, EDUCATION, 4)
                .judge(EXPERIENCE, CHARISMA, 3)
                .judge(EXPERIENCE, AGE, 7)
                .judge(CHARISMA, EDUCATION, 3)
                .judge(EDUCATION, AGE, 3)
                .judge(CHARISMA, AGE, 5)
                .build();
    }

    private static double[] shares(Weights weights) {
        return weights.indicators().stream().mapToDouble(weights::share).toArray();
    }

    @Test
    void the_textbook_example() {
        assertThat(shares(leader().principalEigenvector()))
                .usingComparatorWithPrecision(1e-3)
                .containsExactly(0.547, 0.127, 0.270, 0.056);
        assertThat(leader().consistencyRatio().orElseThrow()).isCloseTo(0.044, within(5e-4));
        assertThat(leader().consistencyIndex()).isCloseTo(0.044 * 0.90, within(5e-4));
        assertThat(leader().principalEigenvalue()).isCloseTo(4 + 3 * 0.044 * 0.90, within(1e-3));
        assertThat(leader().judgement(EDUCATION, EXPERIENCE)).isEqualTo(0.25);
        assertThat(leader().judgement(AGE, AGE)).isEqualTo(1);
        assertThat(leader().indicators()).containsExactly(EXPERIENCE, EDUCATION, CHARISMA, AGE);
    }

    /** The matrix applied again and again turns any vector into the principal one. */
    @Test
    void the_principal_eigenvector_is_the_limit_of_powers() {
        double[] vector = {1, 1, 1, 1};
        for (int round = 0; round < 200; round++) {
            double[] next = new double[4];
            double sum = 0;
            for (int i = 0; i < 4; i++) {
                for (int j = 0; j < 4; j++) {
                    next[i] += leader().judgement(
                                            leader().indicators().get(i),
                                            leader().indicators().get(j))
                            * vector[j];
                }
                sum += next[i];
            }
            double total = sum;
            vector = java.util.Arrays.stream(next).map(each -> each / total).toArray();
        }
        assertThat(shares(leader().principalEigenvector()))
                .usingComparatorWithPrecision(1e-13)
                .containsExactly(vector);
    }

    /** Row products 84, 1/4, 5, 1/105 to the power of a quarter. */
    @Test
    void geometric_means_of_the_rows() {
        double[] means = {Math.pow(84, 0.25), Math.pow(0.25, 0.25), Math.pow(5, 0.25), Math.pow(1 / 105.0, 0.25)};
        double sum = means[0] + means[1] + means[2] + means[3];
        assertThat(shares(leader().geometricMean()))
                .usingComparatorWithPrecision(1e-14)
                .containsExactly(means[0] / sum, means[1] / sum, means[2] / sum, means[3] / sum);
        assertThat(leader().geometricMean().points(EXPERIENCE).doubleValue()).isCloseTo(means[0] / sum, within(1e-14));
    }

    /** Judgements that agree have one answer, whatever the method. */
    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void agreeing_judgements_give_back_the_weights_behind_them(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 1 + random.nextInt(17);
        Indicator[] indicators =
                IntStream.range(0, k).mapToObj(i -> Indicator.of("i" + i)).toArray(Indicator[]::new);
        double[] weights =
                IntStream.range(0, k).mapToDouble(i -> 1 + random.nextInt(9)).toArray();
        PairwiseComparisons.Builder judged = PairwiseComparisons.builder(indicators);
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                judged.judge(indicators[i], indicators[j], weights[i] / weights[j]);
            }
        }
        PairwiseComparisons comparisons = judged.build();
        double sum = java.util.Arrays.stream(weights).sum();
        double[] expected =
                java.util.Arrays.stream(weights).map(each -> each / sum).toArray();
        assertThat(shares(comparisons.principalEigenvector()))
                .usingComparatorWithPrecision(1e-10)
                .containsExactly(expected);
        assertThat(shares(comparisons.geometricMean()))
                .usingComparatorWithPrecision(1e-12)
                .containsExactly(expected);
        assertThat(comparisons.principalEigenvalue()).isCloseTo(k, within(1e-9));
        if (k > 15) {
            assertThat(comparisons.consistencyRatio()).isEmpty();
        } else {
            assertThat(comparisons.consistencyRatio().orElseThrow()).isBetween(0.0, 1e-9);
        }
    }

    @Test
    void the_order_of_the_indicators_changes_no_bit() {
        PairwiseComparisons turned = PairwiseComparisons.builder(AGE, CHARISMA, EXPERIENCE, EDUCATION)
                .judge(CHARISMA, AGE, 5)
                .judge(EXPERIENCE, EDUCATION, 4)
                .judge(CHARISMA, EDUCATION, 3)
                .judge(EXPERIENCE, AGE, 7)
                .judge(EXPERIENCE, CHARISMA, 3)
                .judge(EDUCATION, AGE, 3)
                .build();
        assertThat(turned).isEqualTo(leader()).hasSameHashCodeAs(leader());
        assertThat(turned.principalEigenvector()).isEqualTo(leader().principalEigenvector());
        assertThat(turned.geometricMean()).isEqualTo(leader().geometricMean());
        assertThat(turned.consistencyRatio()).isEqualTo(leader().consistencyRatio());
    }

    @Test
    void other_judgements_are_other_comparisons() {
        PairwiseComparisons twice = PairwiseComparisons.builder(AGE, CHARISMA)
                .judge(AGE, CHARISMA, 2)
                .build();
        assertThat(twice)
                .isEqualTo(PairwiseComparisons.builder(CHARISMA, AGE)
                        .judge(CHARISMA, AGE, 0.5)
                        .build())
                .isNotEqualTo(PairwiseComparisons.builder(AGE, CHARISMA)
                        .judge(AGE, CHARISMA, 3)
                        .build())
                .isNotEqualTo(PairwiseComparisons.builder(AGE, EDUCATION)
                        .judge(AGE, EDUCATION, 2)
                        .build())
                .isNotEqualTo("age : charisma = 2.0");
    }

    @Test
    void as_strategies_they_do_not_look_at_the_table() {
        IndicatorTable table = IndicatorTable.ofColumns(List.of(School.of("Yale")), List.of(Column.of(AGE, 1)));
        assertThat(WeightingStrategies.ahpPrincipalEigenvector(leader()).weigh(table))
                .isEqualTo(leader().principalEigenvector());
        assertThat(WeightingStrategies.ahpGeometricMean(leader()).weigh(table)).isEqualTo(leader().geometricMean());
        assertThat(WeightingStrategies.ahpGeometricMean(leader()).learns()).isFalse();
        assertThat(WeightingStrategies.ahpGeometricMean(PairwiseComparisons.builder(AGE, EDUCATION)
                        .judge(AGE, EDUCATION, 3)
                        .build()))
                .hasToString("AHP (geometric mean) of age : education = 3.0")
                .isNotEqualTo(WeightingStrategies.ahpPrincipalEigenvector(leader()));
    }

    @Test
    void judgements_are_checked() {
        PairwiseComparisons.Builder builder = PairwiseComparisons.builder(EXPERIENCE, EDUCATION);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.judge(EXPERIENCE, AGE, 2))
                .withMessage("indicator \"age\" is not among those compared: [experience, education]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.judge(AGE, EXPERIENCE, 2))
                .withMessage("indicator \"age\" is not among those compared: [experience, education]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.judge(EXPERIENCE, EXPERIENCE, 1))
                .withMessage("indicator \"experience\" is compared with itself");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.judge(EXPERIENCE, EDUCATION, 0))
                .withMessage("\"experience\" is judged 0.0 times as important as \"education\"; it must be above zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.judge(EXPERIENCE, EDUCATION, Double.POSITIVE_INFINITY))
                .withMessage(
                        "\"experience\" is judged Infinity times as important as \"education\"; it must be above zero");
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessage("\"experience\" and \"education\" are not compared; judge every pair");
        builder.judge(EXPERIENCE, EDUCATION, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.judge(EDUCATION, EXPERIENCE, 2))
                .withMessage("\"education\" and \"experience\" are judged twice");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PairwiseComparisons.builder(AGE, AGE))
                .withMessage("indicator \"age\" comes twice");
        assertThatIllegalArgumentException()
                .isThrownBy(PairwiseComparisons::builder)
                .withMessage("no indicators; at least one is needed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leader().judgement(Indicator.of("luck"), AGE))
                .withMessage("indicator \"luck\" is not among those compared: [experience, education, charisma, age]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> leader().judgement(AGE, Indicator.of("luck")))
                .withMessage("indicator \"luck\" is not among those compared: [experience, education, charisma, age]");
    }
}
