package io.github.medrank.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Column;
import io.github.medrank.Direction;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Normalizer;
import io.github.medrank.Scale;
import io.github.medrank.School;
import io.github.medrank.normalization.Normalizers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** QS's two scalings against what QS printed. */
class QsScalingTest {
    /** The lattice of whole numbers that QS's tables by subject of 2026 show, with the greatest and least of each. */
    @ParameterizedTest
    @CsvSource({
        "Medicine,   1070, 15, 1070, 100.0",
        "Medicine,   1070, 15, 784, 92.7",
        "Medicine,   1070, 15, 723, 90.8",
        "Medicine,   1070, 15, 522, 83.2",
        "Medicine,   1070, 15, 514, 82.8",
        "Medicine,   1070, 15, 353, 74.0",
        "Medicine,   1070, 15, 199, 60.6",
        "Medicine,   1070, 15, 15, 0.0",
        "Medicine, 1070, 15, 0, 0.0",
        "Veterinary, 94, 6, 93, 99.6",
        "Veterinary, 94, 6, 92, 99.2",
        "Veterinary, 94, 6, 90, 98.4",
        "Veterinary, 94, 6, 89, 98.0",
        "Veterinary, 94, 6, 86, 96.8",
        "Veterinary, 94, 6, 81, 94.6",
        "Veterinary, 94, 6, 79, 93.7",
        "Nursing,    126, 4, 125, 99.8",
        "Nursing,    126, 4, 121, 98.8",
        "Nursing,    126, 4, 116, 97.6",
        "Nursing,    126, 4, 104, 94.4",
        "Dentistry,  149, 1, 119, 95.5",
        "Dentistry,  149, 1, 130, 97.3",
        "Dentistry,  149, 1, 97, 91.4"
    })
    void published_h_scores(String table, double greatest, double least, double n, BigDecimal published) {
        Scale scale = Qs.observedSubjectScaling().fit(Column.of(Qs.H_INDEX, greatest, least, 0));
        assertThat(oneDecimal(scale.apply(n))).as(table).isEqualTo(published);
    }

    @Test
    void the_network_is_linear_and_nothing_is_below_zero() {
        Scale scale = Qs.observedSubjectScaling().fit(Column.of(Qs.INTERNATIONAL_RESEARCH_NETWORK, 2, 4, 12));
        assertThat(scale.apply(2)).isZero();
        assertThat(scale.apply(7)).isEqualTo(50);
        assertThat(scale.apply(12)).isEqualTo(100);
        assertThat(scale.apply(1)).isZero();
        assertThat(scale.apply(13)).isEqualTo(110);
        Scale h = Qs.observedSubjectScaling().fit(Column.of(Qs.H_INDEX, 10, 100));
        assertThat(h.apply(5)).isZero();
        assertThat(h.apply(1000)).isCloseTo(200, within(1e-9));
    }

    @Test
    void points_between_zero_and_one_are_kept_and_a_reference_without_a_span_gives_none() {
        Scale h = Qs.observedSubjectScaling().fit(Column.of(Qs.H_INDEX, 0, 1, 1e10));
        assertThat(h.apply(Math.pow(1e10, 0.005))).isCloseTo(0.5, within(1e-9));
        assertThat(h.apply(0.5)).isZero();
        assertThat(h.apply(0)).isZero();
        assertThat(h.apply(-1)).isZero();
        Scale steep = Qs.observedSubjectScaling().fit(Column.of(Qs.H_INDEX, 10, 12));
        assertThat(steep.apply(12)).isEqualTo(100);
        assertThat(steep.apply(0.5)).isZero();
        for (double[] values : new double[][] {{}, {0}, {0, 0}, {7}, {7, 7}}) {
            assertThat(Qs.observedSubjectScaling()
                            .fit(Column.of(Qs.H_INDEX, values))
                            .apply(7))
                    .isNaN();
            assertThat(Qs.observedSubjectScaling()
                            .fit(Column.of(Qs.INTERNATIONAL_RESEARCH_NETWORK, values))
                            .apply(7))
                    .isNaN();
            assertThat(Qs.documentedScaling()
                            .unstretched()
                            .fit(Column.of(Qs.H_INDEX, values))
                            .apply(7))
                    .isNaN();
        }
        assertThat(Qs.documentedScaling()
                        .withSampleDeviation()
                        .unstretched()
                        .fit(Column.of(Qs.H_INDEX, 7))
                        .apply(7))
                .isNaN();
    }

    /** Raw values, published scaled values of the five areas, their mean, and the final score of the World ranking 2026. */
    @ParameterizedTest
    @CsvSource({
        "118 1529 81 1034 81 1209 64 633 21 90, 85.51 77.28 73.03 65.46 45.73, 69.40, 95.3",
        "82 812 66 574 68 660 41 252 13 21,     64.77 68.57 66.88 48.43 41.49, 58.03, 84.5",
        "72 757 60 482 64 577 40 238 5 7,       57.35 63.97 64.21 47.71 23.32, 51.31, 73.6",
        "80 724 30 135 32 171 27 93 3 4,        64.28 39.50 39.04 38.52 18.99, 40.07, 49.5",
        "43 300 43 261 41 267 28 104 4 6,       39.47 50.47 46.34 39.01 19.72, 39.00, 47.1"
    })
    void the_documented_chain_end_to_end(String places, String published, double mean, double score) {
        double[] counts = numbers(places);
        double[] scaled = numbers(published);
        double[] slopes = {5.3821, 6.8024, 6.5505, 6.7945, 10.6844};
        double[] offsets = {-1.1053, -2.0994, -1.7284, -1.9528, -4.1322};
        for (int area = 0; area < 5; area++) {
            double raw = counts[2 * area] / Math.log(counts[2 * area + 1]);
            double least = (1 - offsets[area]) / slopes[area];
            double greatest = (100 - offsets[area]) / slopes[area];
            Scale scale = new LinearScaling(1, 100).fit(Column.of(Indicator.of("area"), least, greatest));
            assertThat(scale.apply(raw)).isCloseTo(scaled[area], within(0.0095));
        }
        assertThat(Arrays.stream(scaled).sum() / 5).isCloseTo(mean, within(0.0055));
        Normalizer chain =
                Qs.documentedScaling().withMeanAndDeviation(40.30, 17.41).unstretched();
        assertThat(chain.fit(Column.of(Qs.INTERNATIONAL_RESEARCH_NETWORK)).apply(mean))
                .isCloseTo(score, within(0.08));
    }

    /** Means and deviations that QS printed for the World ranking of 2011. */
    @ParameterizedTest
    @CsvSource({
        "academic reputation, 69.31, 57.54, 126.85", "employer reputation, 5.67, 10.66, 16.33",
        "faculty per student, .09, .05, .14", "citations per faculty, 24.83, 29.55, 54.38",
        "international faculty, .14, .13, .27", "international students, .11, .10, .21"
    })
    void one_deviation_above_the_mean_is_84_percent(String indicator, double mean, double deviation, double value) {
        Column reference = Column.of(Indicator.of(indicator), value);
        Normalizer chain =
                Qs.documentedScaling().withMeanAndDeviation(mean, deviation).unstretched();
        assertThat(chain.fit(reference).apply(value)).isCloseTo(84.13, within(0.005));
        assertThat(chain.fit(reference).apply(mean)).isEqualTo(50);
        Column reversed = reference.withIndicator(Indicator.of(indicator).withDirection(Direction.LOWER_IS_BETTER));
        assertThat(chain.fit(reversed).apply(value)).isCloseTo(15.87, within(0.005));
    }

    /** 2, 4, 4, 4, 5, 5, 7, 9: mean 5, population deviation 2, sample deviation √(32/7). */
    @Test
    void mean_and_deviation_are_of_the_reference() {
        Column reference = Column.of(Indicator.of("x"), 2, 4, 4, 4, 5, 5, 7, 9);
        Scale population = Qs.documentedScaling().unstretched().fit(reference);
        assertThat(population.apply(7)).isCloseTo(84.13447, within(1e-5));
        assertThat(population.apply(1)).isCloseTo(2.27501, within(1e-5));
        Scale sample =
                Qs.documentedScaling().withSampleDeviation().unstretched().fit(reference);
        assertThat(sample.apply(5 + Math.sqrt(32 / 7.0))).isCloseTo(84.13447, within(1e-5));
        Scale stretched = Qs.documentedScaling().fit(reference);
        assertThat(stretched.apply(2)).isEqualTo(1);
        assertThat(stretched.apply(9)).isEqualTo(100);
        // Φ(1), Φ(−1.5) and Φ(2) of a table of the normal distribution
        assertThat(stretched.apply(7))
                .isCloseTo(1 + 99 * (0.8413447 - 0.0668072) / (0.9772499 - 0.0668072), within(1e-4));
    }

    @Test
    void the_order_of_the_population_changes_nothing() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            List<Double> values = random.doubles(50).boxed().toList();
            List<Double> shuffled = new java.util.ArrayList<>(values);
            Collections.shuffle(shuffled, random);
            for (Normalizer scaling : List.of(
                    Qs.documentedScaling(),
                    Qs.documentedScaling().withSampleDeviation(),
                    Qs.observedSubjectScaling())) {
                double x = random.nextDouble();
                assertThat(scaling.fit(column(shuffled)).apply(x))
                        .isEqualTo(scaling.fit(column(values)).apply(x));
            }
        }
    }

    @Test
    void a_population_that_does_not_vary_scales_nothing() {
        for (double[] values : new double[][] {{}, {3}, {3, 3, 3}}) {
            Column same = Column.of(Qs.H_INDEX, values);
            Column network = Column.of(Qs.INTERNATIONAL_RESEARCH_NETWORK, values);
            assertThat(Qs.documentedScaling().fit(same).apply(3)).isNaN();
            assertThat(Qs.documentedScaling().withSampleDeviation().fit(same).apply(3))
                    .isNaN();
            assertThat(Qs.observedSubjectScaling().fit(same).apply(3)).isNaN();
            assertThat(Qs.observedSubjectScaling().fit(network).apply(3)).isNaN();
        }
    }

    @Test
    void a_population_of_ones_own() {
        IndicatorTable reference = IndicatorTable.builder(Qs.H_INDEX)
                .row(School.of("a"), 10)
                .row(School.of("b"), 1000)
                .build();
        Normalizer fitted = Normalizers.frozen(Qs.observedSubjectScaling(), reference);
        assertThat(fitted.fit(Column.of(Qs.H_INDEX, 7, 8)).apply(100)).isCloseTo(50, within(1e-9));
        assertThat(fitted).isEqualTo(Normalizers.frozen(Qs.observedSubjectScaling(), reference));
        assertThat(fitted)
                .hasToString("logarithm from 0 for the least above zero to 100 for the greatest, the research network"
                        + " linear, frozen on 2 reference values");
        assertThat(fitted.orients()).isTrue();
        assertThat(Normalizers.frozen(Normalizer.identity(), reference).orients())
                .isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fitted.fit(Column.of(Qs.CITATIONS_PER_PAPER, 1)))
                .withMessage("indicator \"citations-per-paper\" has no reference values; there are some for [h-index]");
    }

    @Test
    void scalings_are_values() {
        QsDocumentedScaling given = Qs.documentedScaling().withMeanAndDeviation(1, 2);
        assertThat(given).isEqualTo(Qs.documentedScaling().withMeanAndDeviation(1, 2));
        assertThat(given).hasSameHashCodeAs(Qs.documentedScaling().withMeanAndDeviation(1, 2));
        assertThat(given)
                .isNotEqualTo(Qs.documentedScaling())
                .isNotEqualTo(given.unstretched())
                .isNotEqualTo(given.withSampleDeviation());
        assertThat(given).hasToString("z-score (mean 1.0, deviation 2.0), normal curve, 1 to 100");
        assertThat(Qs.documentedScaling().unstretched())
                .hasToString("z-score (population deviation), normal curve, 0 to 100 not stretched");
        assertThat(Qs.documentedScaling().withSampleDeviation())
                .hasToString("z-score (sample deviation), normal curve, 1 to 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qs.documentedScaling().withMeanAndDeviation(Double.NaN, 0))
                .withMessage("mean NaN, deviation 0.0; both are finite, and the deviation is positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Qs.documentedScaling().withMeanAndDeviation(1, 0));
        assertThat(Qs.documentedScaling()
                        .withMeanAndDeviation(0, 0.5)
                        .unstretched()
                        .toString())
                .isEqualTo("z-score (mean 0.0, deviation 0.5), normal curve, 0 to 100 not stretched");
    }

    private static Column column(List<Double> values) {
        return Column.of(Indicator.of("x"), values.stream().mapToDouble(x -> x).toArray());
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.strip().split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static BigDecimal oneDecimal(double value) {
        return new BigDecimal(Double.toString(value)).setScale(1, RoundingMode.HALF_UP);
    }
}
