package io.github.medrank.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.medrank.Cell;
import io.github.medrank.Indicator;
import io.github.medrank.IndicatorTable;
import io.github.medrank.Methodology;
import io.github.medrank.MissingReason;
import io.github.medrank.School;
import io.github.medrank.Weights;
import io.github.medrank.ranking.Rankers;
import io.github.medrank.ranking.Skipping;
import io.github.medrank.weightspace.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CoherenceTest {
    private static final Indicator A = Indicator.of("a", "Teaching");
    private static final Indicator B = Indicator.of("b", "Research");
    private static final Indicator C = Indicator.of("c", "Reach");
    private static final double[] WEIGHTS = {0.5, 0.3, 0.2};

    private static Methodology mean(double... weights) {
        return Methodology.builder("mean")
                .weights(Weights.builder()
                        .put(A, weights[0])
                        .put(B, weights[1])
                        .put(C, weights[2])
                        .build())
                .ranker(Rankers.weightedMean())
                .build();
    }

    private static IndicatorTable table(double[][] rows) {
        IndicatorTable.Builder table = IndicatorTable.builder(A, B, C);
        for (int i = 0; i < rows.length; i++) {
            table.row(School.of("s" + i), rows[i]);
        }
        return table.build();
    }

    /** Normal rows with deviations 1, 2 and 1 and correlations 0.6 of the first two, 0 with the third. */
    private static double[][] normal(int schools, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[schools][];
        for (int i = 0; i < schools; i++) {
            double first = random.nextGaussian();
            rows[i] = new double[] {first, 2 * (0.6 * first + 0.8 * random.nextGaussian()), random.nextGaussian()};
        }
        return rows;
    }

    private static final double[][] COVARIANCE = {{1, 1.2, 0}, {1.2, 4, 0}, {0, 0, 1}};

    /** (Σ w_j σ_ij)² / (σ_ii wᵀΣw): the mean of the score given an indicator is a straight line. */
    private static double closed(double[][] covariance, int i) {
        double with = 0;
        double all = 0;
        for (int j = 0; j < 3; j++) {
            with += WEIGHTS[j] * covariance[i][j];
            for (int k = 0; k < 3; k++) {
                all += WEIGHTS[j] * WEIGHTS[k] * covariance[j][k];
            }
        }
        return with * with / (covariance[i][i] * all);
    }

    private static double[][] covariance(double[][] rows) {
        double[][] covariance = new double[3][3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                int one = i;
                int other = j;
                double meanOfOne = Arrays.stream(rows)
                        .mapToDouble(row -> row[one])
                        .average()
                        .getAsDouble();
                double meanOfOther = Arrays.stream(rows)
                        .mapToDouble(row -> row[other])
                        .average()
                        .getAsDouble();
                covariance[i][j] = Arrays.stream(rows)
                                .mapToDouble(row -> (row[one] - meanOfOne) * (row[other] - meanOfOther))
                                .sum()
                        / (rows.length - 1);
            }
        }
        return covariance;
    }

    @Test
    void effective_weights_of_normal_data_are_those_of_the_closed_form() {
        double[][] rows = normal(1500, 3);
        List<EffectiveWeight> found = Coherence.of(mean(WEIGHTS), table(rows)).effectiveWeights();
        for (int i = 0; i < 3; i++) {
            assertThat(found.get(i).nominal()).isCloseTo(WEIGHTS[i], within(1e-12));
            // Of the sample exactly, of the population but for chance: a standard error of some 0.02.
            assertThat(found.get(i).linear().value()).isCloseTo(closed(covariance(rows), i), within(1e-9));
            assertThat(found.get(i).linear().value()).isCloseTo(closed(COVARIANCE, i), within(0.06));
            assertThat(found.get(i).local().value()).isCloseTo(closed(COVARIANCE, i), within(0.06));
        }
        double sum = closed(COVARIANCE, 0) + closed(COVARIANCE, 1) + closed(COVARIANCE, 2);
        assertThat(found.get(1).linearShare()).isCloseTo(closed(COVARIANCE, 1) / sum, within(0.03));
        assertThat(found.stream().mapToDouble(EffectiveWeight::localShare).sum())
                .isCloseTo(1, within(1e-12));
    }

    /** Scores that are the square of an indicator: no straight line, and all of their variance. */
    @Test
    void a_bent_mean_is_found_by_the_local_regression_alone() {
        double[][] rows = new double[81][];
        for (int i = 0; i < rows.length; i++) {
            double u = (i - 40) / 40.0;
            rows[i] = new double[] {u, u * u, 0};
        }
        List<EffectiveWeight> found = Coherence.of(mean(0, 1, 0), table(rows)).effectiveWeights();
        assertThat(found).hasSize(2); // the third is the same everywhere
        assertThat(found.get(0).linear().value()).isCloseTo(0, within(1e-20));
        assertThat(found.get(0).local().value()).isGreaterThan(0.95);
        assertThat(found.get(1).linear().value()).isCloseTo(1, within(1e-12));
    }

    @Test
    void alpha_by_hand() {
        Methodology two = Methodology.builder("mean")
                .weights(Weights.equal(List.of(A, B)))
                .ranker(Rankers.weightedMean())
                .build();
        IndicatorTable table = IndicatorTable.builder(A, B)
                .row(School.of("s0"), 1, 20)
                .row(School.of("s1"), 2, 40)
                .row(School.of("s2"), 3, 30)
                .build();
        Coherence coherence = Coherence.of(two, table);
        // Variances 1 and 100, covariance 5, so 111 of the sums (21, 42, 33): 2 (1 − 101/111).
        assertThat(coherence.cronbachAlpha().orElseThrow().value()).isCloseTo(20 / 111.0, within(1e-14));
        // Correlation 1/2: 2 · 1/2 / (1 + 1/2).
        assertThat(coherence.standardizedAlpha().orElseThrow().value()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(coherence.components()).hasToString("[0.750, 0.250]");
        assertThat(coherence.alphaWithout(A)).isEmpty();
        assertThat(coherence.correlation(A, B).orElseThrow()).hasToString("0.500");
    }

    /** Five rows of three: variances 2.5, 2.5 and 2.2, and 18.7 of the sums (3, 7, 8, 12, 14). */
    @Test
    void alpha_of_three_items_by_hand() {
        Coherence coherence =
                Coherence.of(mean(1, 1, 1), table(new double[][] {{1, 1, 1}, {2, 3, 2}, {3, 2, 3}, {4, 5, 3}, {5, 4, 5}
                }));
        assertThat(coherence.cronbachAlpha().orElseThrow().value())
                .isCloseTo(1.5 * (1 - (2.5 + 2.5 + 2.2) / 18.7), within(1e-12));
        // Without the third: 2 (1 − 5 / variance of (2, 5, 5, 9, 9)), which is 9.
        assertThat(coherence.alphaWithout(C)).hasValueCloseTo(2 * (1 - 5 / 9.0), within(1e-12));
    }

    @Test
    void pairs_that_say_the_same_are_listed() {
        double[][] rows = {{1, 10, 9}, {2, 20, 1}, {3, 31, 5}, {4, 40, 2}};
        Coherence coherence = Coherence.of(mean(1, 1, 1), table(rows));
        assertThat(coherence.redundantPairs(0.9)).hasSize(1);
        assertThat(coherence.redundantPairs(0.9).get(0).toString()).startsWith("Teaching and Research: 0.99");
        assertThat(coherence.redundantPairs(0))
                .hasSize(3)
                .isSortedAccordingTo(Comparator.comparingDouble(
                        each -> -Math.abs(each.correlation().value())));
    }

    @Test
    void indicators_that_change_nothing_are_found() {
        double[][] rows = {{10, 3, 5}, {20, 2, 5}, {30, 1, 5}};
        // Research cannot turn what teaching says, reach is the same for all; without teaching research turns all
        // round.
        assertThat(Coherence.of(mean(0.8, 0.1, 0.1), table(rows)).withoutEffect())
                .containsExactly(B, C);
        assertThat(Coherence.of(mean(1, 0, 0), table(rows)).withoutEffect()).containsExactly(B, C);
    }

    /** Of a correlation of normal data the standard error is about (1 − r²) / √n. */
    @Test
    void intervals_are_as_wide_as_the_standard_error_says() {
        double[][] rows = normal(300, 8);
        Coherence coherence = Coherence.of(mean(WEIGHTS), table(rows)).bootstrap(400, 0.9, 1);
        Interval interval = coherence.correlation(A, B).orElseThrow().interval().orElseThrow();
        assertThat(interval.low()).isLessThan(0.6);
        assertThat(interval.high()).isGreaterThan(0.6);
        double wide = 2 * 1.645 * (1 - 0.36) / Math.sqrt(300);
        assertThat(interval.high() - interval.low()).isCloseTo(wide, within(0.25 * wide));
        assertThat(coherence.effectiveWeights()).allSatisfy(each -> {
            assertThat(each.linear().interval()).isPresent();
            assertThat(each.local().interval()).isPresent();
        });
        assertThat(coherence.toString()).contains("intervals: 90 % of 400 replicates");
    }

    @Test
    void the_order_of_rows_and_columns_changes_no_bit() {
        double[][] rows = normal(40, 5);
        List<double[]> shuffled = new ArrayList<>(List.of(rows));
        Collections.shuffle(shuffled, new Random(1));
        Coherence one = Coherence.of(mean(WEIGHTS), table(rows)).bootstrap(100, 0.9, 7);
        Coherence other = Coherence.of(mean(WEIGHTS), table(shuffled.toArray(double[][]::new)))
                .bootstrap(100, 0.9, 7);
        assertThat(other.effectiveWeights()).isEqualTo(one.effectiveWeights());
        assertThat(other.cronbachAlpha()).isEqualTo(one.cronbachAlpha());
        assertThat(other.components()).isEqualTo(one.components());
        Methodology turned = Methodology.builder("mean")
                .indicators(List.of(C, B, A))
                .weights(Weights.builder().put(A, 0.5).put(B, 0.3).put(C, 0.2).build())
                .ranker(Rankers.weightedMean())
                .build();
        Coherence third = Coherence.of(turned, table(rows)).bootstrap(100, 0.9, 7);
        assertThat(third.cronbachAlpha()).isEqualTo(one.cronbachAlpha());
        assertThat(third.components()).isEqualTo(one.components());
        assertThat(third.correlation(C, A)).isEqualTo(one.correlation(A, C));
    }

    @Test
    void schools_without_a_value_are_left_out_and_named() {
        School hole = School.of("hole");
        IndicatorTable table = IndicatorTable.builder(A, B, C)
                .row(School.of("s0"), 1, 2, 4)
                .row(School.of("s1"), 2, 1, 3)
                .row(School.of("s2"), 3, 3, 1)
                .row(hole, List.of(Cell.of(1), Cell.missing(MissingReason.NOT_REPORTED), Cell.of(2)))
                .build();
        Methodology skipping = mean(1, 1, 1).withRanker(Rankers.weightedMean(Skipping.overAll()));
        assertThat(Coherence.of(skipping, table).leftOut()).containsExactly(hole);
        assertThat(Coherence.of(skipping, table).size()).isEqualTo(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Coherence.of(mean(1, 1, 1), table(new double[][] {{1, 2, 3}, {2, 3, 4}})))
                .withMessage("2 ranked schools have all values; coherence needs at least 3");
    }

    @Test
    void arguments_are_checked() {
        Coherence coherence = Coherence.of(mean(WEIGHTS), table(normal(5, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> coherence.correlation(A, A));
        assertThatIllegalArgumentException().isThrownBy(() -> coherence.correlation(A, Indicator.of("z")));
        assertThatIllegalArgumentException().isThrownBy(() -> coherence.redundantPairs(Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> coherence.bootstrap(99, 0.9, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> coherence.bootstrap(100, Double.NaN, 1));
        assertThat(coherence.correlation(A, B).orElseThrow().interval()).isEmpty();
    }
}
