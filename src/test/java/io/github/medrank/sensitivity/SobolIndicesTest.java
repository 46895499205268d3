package io.github.medrank.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.common.primitives.ImmutableDoubleArray;
import io.github.medrank.InterruptedRunException;
import io.github.medrank.weightspace.Interval;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SobolIndicesTest {
    private static final List<String> THREE = List.of("x1", "x2", "x3");

    private static double ishigami(double[] u) {
        double x1 = Math.PI * (2 * u[0] - 1);
        double x2 = Math.PI * (2 * u[1] - 1);
        double x3 = Math.PI * (2 * u[2] - 1);
        return Math.sin(x1) + 7 * Math.pow(Math.sin(x2), 2) + 0.1 * Math.pow(x3, 4) * Math.sin(x1);
    }

    /** Ishigami and Homma 1990 with a = 7, b = 0.1; closed forms of the variances. */
    @Test
    void ishigami_as_in_its_closed_form() {
        double v1 = 0.5 * Math.pow(1 + 0.1 * Math.pow(Math.PI, 4) / 5, 2);
        double v2 = 49 / 8.0;
        double v13 = 0.01 * Math.pow(Math.PI, 8) * 8 / 225;
        double v = v1 + v2 + v13;
        double[] first = {v1 / v, v2 / v, 0};
        double[] total = {(v1 + v13) / v, v2 / v, v13 / v};
        assertThat(first[0]).isCloseTo(0.3139, within(5e-5));
        assertThat(total[2]).isCloseTo(0.2437, within(5e-5));
        SobolIndices indices = SobolIndices.of(THREE, 4096, SobolIndicesTest::ishigami);
        assertIndices(indices, first, total);
        assertThat(indices.variance()).isCloseTo(v, within(0.02 * v));
        assertThat(indices.mean()).isCloseTo(3.5, within(0.01));
        assertThat(indices.evaluations()).isEqualTo(4096 * 5);
        assertThat(indices.baseSample()).isEqualTo(4096);
    }

    /** Sobol' G: Π (|4u − 2| + a) / (1 + a), whose partial variances are 1/3 / (1 + a)². */
    @Test
    void sobols_g_as_in_its_closed_form() {
        double[] a = {0, 1, 4.5, 9, 99, 99};
        ToDoubleFunction<double[]> g = u -> {
            double product = 1;
            for (int i = 0; i < a.length; i++) {
                product *= (Math.abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
            }
            return product;
        };
        double[] partial = new double[a.length];
        double all = 1;
        for (int i = 0; i < a.length; i++) {
            partial[i] = 1.0 / 3 / Math.pow(1 + a[i], 2);
            all *= 1 + partial[i];
        }
        double[] first = new double[a.length];
        double[] total = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            first[i] = partial[i] / (all - 1);
            total[i] = partial[i] * all / (1 + partial[i]) / (all - 1);
        }
        List<String> names = IntStream.range(0, a.length).mapToObj(i -> "x" + i).toList();
        assertIndices(SobolIndices.of(names, 4096, g), first, total);
    }

    private static void assertIndices(SobolIndices indices, double[] first, double[] total) {
        for (int i = 0; i < first.length; i++) {
            SobolIndex index = indices.indices().get(i);
            assertThat(index.first()).as("first of %s", index).isCloseTo(first[i], within(0.02));
            assertThat(index.total()).as("total of %s", index).isCloseTo(total[i], within(0.02));
            assertThat(index.firstInterval().contains(first[i]))
                    .as("first of %s", index)
                    .isTrue();
            assertThat(index.totalInterval().contains(total[i]))
                    .as("total of %s", index)
                    .isTrue();
        }
    }

    /** Numerator and variance move together, so their quotient spreads less than it would over a fixed variance. */
    @Test
    void the_interval_resamples_the_variance_too() {
        ToDoubleFunction<double[]> skewed = u -> Math.pow(u[0], 8);
        SobolIndex only = SobolIndices.of(List.of("x"), 64, skewed).of("x");
        double spread = only.totalInterval().high() - only.totalInterval().low();
        assertThat(spread).isLessThan(0.8 * spreadWithFixedVariance(64, skewed));
        assertThat(only.totalInterval().contains(1)).isTrue();
    }

    private static double spreadWithFixedVariance(int rows, ToDoubleFunction<double[]> model) {
        SobolSequence sequence = SobolSequence.of(2);
        double[] a = new double[rows];
        double[] b = new double[rows];
        for (int row = 0; row < rows; row++) {
            a[row] = model.applyAsDouble(new double[] {sequence.point(row).get(0) + 0x1p-33});
            b[row] = model.applyAsDouble(new double[] {sequence.point(row).get(1) + 0x1p-33});
        }
        double mean = IntStream.range(0, rows).mapToDouble(i -> a[i] + b[i]).sum() / (2 * rows);
        double variance = IntStream.range(0, rows)
                        .mapToDouble(i -> Math.pow(a[i] - mean, 2) + Math.pow(b[i] - mean, 2))
                        .sum()
                / (2 * rows);
        SplittableRandom random = new SplittableRandom(1);
        double[] estimates = new double[1000];
        for (int r = 0; r < estimates.length; r++) {
            for (int i = 0; i < rows; i++) {
                int row = random.nextInt(rows);
                estimates[r] += Math.pow(a[row] - b[row], 2) / 2 / rows / variance;
            }
        }
        Interval interval = SaltelliDesign.percentiles(estimates, 0.95);
        return interval.high() - interval.low();
    }

    /**
     * Indices and intervals by the formulas as they are printed (Saltelli et al. 2010, table 2: (b) with the mean taken
     * off, and Jansen's (f)), on the points of the sequence and on rows drawn with replacement.
     */
    @ParameterizedTest(name = "rows={0}")
    @ValueSource(ints = {3, 8, 64})
    void indices_and_intervals_are_those_of_the_formulas(int rows) {
        ToDoubleFunction<double[]> model = u -> 1000 + 3 * u[0] + u[1] * u[1] + u[0] * u[1];
        double[] a = outputs(rows, model, 0, 1);
        double[] b = outputs(rows, model, 2, 3);
        double[][] mixed = {outputs(rows, model, 2, 1), outputs(rows, model, 0, 3)};
        double mean = Stream.of(a, b).flatMapToDouble(Arrays::stream).sum() / (2 * rows);
        SplittableRandom random = new SplittableRandom(5);
        double[][] drawn = new double[4][40];
        for (int replicate = 0; replicate < 40; replicate++) {
            double[] estimates = estimates(random.ints(rows, 0, rows).toArray(), a, b, mixed, mean);
            while (Double.isNaN(estimates[0])) { // drawn anew if the rows are all alike
                estimates = estimates(random.ints(rows, 0, rows).toArray(), a, b, mixed, mean);
            }
            for (int i = 0; i < 4; i++) {
                drawn[i][replicate] = estimates[i];
            }
        }

        SobolIndices indices = SobolIndices.of(List.of("x", "y"), rows, 40, 0.9, 5, model);

        double[] estimates = estimates(IntStream.range(0, rows).toArray(), a, b, mixed, mean);
        for (int i = 0; i < 2; i++) {
            SobolIndex index = indices.indices().get(i);
            assertThat(index.first()).isCloseTo(estimates[i], within(1e-9));
            assertThat(index.total()).isCloseTo(estimates[i + 2], within(1e-9));
            assertInterval(index.firstInterval(), SaltelliDesign.percentiles(drawn[i], 0.9));
            assertInterval(index.totalInterval(), SaltelliDesign.percentiles(drawn[i + 2], 0.9));
        }
    }

    private static void assertInterval(Interval actual, Interval expected) {
        assertThat(actual.low()).isCloseTo(expected.low(), within(1e-9 * (1 + Math.abs(expected.low()))));
        assertThat(actual.high()).isCloseTo(expected.high(), within(1e-9 * (1 + Math.abs(expected.high()))));
    }

    /** The outputs at two coordinates of each point. */
    private static double[] outputs(int rows, ToDoubleFunction<double[]> model, int x, int y) {
        return IntStream.range(0, rows)
                .mapToDouble(row -> model.applyAsDouble(coordinates(row, x, y)))
                .toArray();
    }

    private static double[] coordinates(int row, int x, int y) {
        ImmutableDoubleArray point = SobolSequence.of(4).point(row);
        return new double[] {point.get(x) + 0x1p-33, point.get(y) + 0x1p-33};
    }

    private static double[] estimates(int[] rows, double[] a, double[] b, double[][] mixed, double mean) {
        double[] both = Arrays.stream(rows)
                .boxed()
                .flatMapToDouble(row -> DoubleStream.of(a[row], b[row]))
                .toArray();
        double centre = Arrays.stream(both).average().orElseThrow();
        double variance = Arrays.stream(both)
                .map(each -> Math.pow(each - centre, 2))
                .average()
                .orElseThrow();
        double[] estimates = new double[4];
        for (int i = 0; i < 2; i++) {
            double[] of = mixed[i];
            estimates[i] = Arrays.stream(rows)
                            .mapToDouble(row -> (b[row] - mean) * (of[row] - a[row]))
                            .average()
                            .orElseThrow()
                    / variance;
            estimates[i + 2] = Arrays.stream(rows)
                            .mapToDouble(row -> Math.pow(a[row] - of[row], 2) / 2)
                            .average()
                            .orElseThrow()
                    / variance;
        }
        return estimates;
    }

    /** One matrix that is the same everywhere is no output that never varies. */
    @Test
    void an_output_that_varies_on_one_of_the_matrices_varies() {
        for (int matrix : new int[] {0, 2}) {
            double[] only = coordinates(2, matrix, matrix + 1);
            SobolIndices indices = SobolIndices.of(List.of("x", "y"), 4, u -> Arrays.equals(u, only) ? 1 : 0);
            assertThat(indices.isConstant()).isFalse();
            assertThat(indices.mean()).isEqualTo(1 / 8.0);
            assertThat(indices.variance()).isCloseTo(7 / 64.0, within(1e-15));
        }
    }

    /** Between the two matrices an output may be so large that nothing is left of what it does on them. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-155, 1e-200})
    void a_variance_that_vanishes_beside_the_largest_output_is_refused(double small) {
        double[] tiny = coordinates(5, 0, 1);
        double[] huge = coordinates(5, 2, 1);
        assertThat(huge).isNotEqualTo(tiny);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolIndices.of(
                        List.of("x", "y"), 8, u -> Arrays.equals(u, tiny) ? small : Arrays.equals(u, huge) ? 1e200 : 0))
                .withMessage("the outputs on the two matrices vary by less than 1e-150 of the largest output; no index"
                        + " can be told");
    }

    @Test
    void what_is_just_within_bounds_is_taken() {
        assertThat(SobolIndices.of(List.of("x"), 2, 1, 0.9, 1, u -> u[0]).baseSample())
                .isEqualTo(2);
        assertThat(SobolIndices.of(List.of("x"), 2, 100_000, 0.9, 1, u -> u[0]).baseSample())
                .isEqualTo(2);
        assertThat(SobolIndices.of(IntStream.range(0, 32).mapToObj(i -> "x" + i).toList(), 2, u -> u[0])
                        .indices())
                .hasSize(32);
        assertThatCode(() -> SobolSettings.USUAL.withBaseSample(1 << 22).checkOutputs(2))
                .doesNotThrowAnyException();
        for (double confidence : new double[] {0, 1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SobolIndices.of(List.of("x"), 8, 9, confidence, 1, u -> 1))
                    .withMessage("confidence " + confidence + "; it must be between 0 and 1, such as 0.95");
        }
    }

    @Test
    void an_output_that_never_varies_says_at_how_many_points() {
        assertThat(SobolIndices.of(THREE, 100, u -> 0.5))
                .hasToString("the output is 0.5 at all 200 points of the design; there is no variance to share out");
    }

    @Test
    void an_output_that_never_varies_gets_a_typed_answer() {
        SobolIndices constant = SobolIndices.of(THREE, 100, u -> 0.1);
        assertThat(constant.isConstant()).isTrue();
        assertThat(constant.indices()).isEmpty();
        assertThat(constant.variance()).isZero();
        assertThat(constant.mean()).isEqualTo(0.1);
        assertThat(constant)
                .hasToString("the output is 0.1 at all 200 points of the design; there is no variance to share out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> constant.of("x1"))
                .withMessage("the output never varied, so no factor has an index");
    }

    /** Elsewhere a single one turns every index into NaN. */
    @Test
    void one_output_that_is_not_a_number_is_refused_with_its_point() {
        double[] hit = {0};
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolIndices.of(THREE, 64, u -> u[0] > 0.9 && hit[0]++ == 3 ? Double.NaN : u[0]))
                .withMessageMatching(
                        "the output at \\[0\\.9\\d+, 0\\.\\d+, 0\\.\\d+\\] is NaN; it must be a finite number");
        assertThat(hit[0]).isGreaterThan(3);
    }

    @Test
    void a_factor_that_does_nothing_has_no_part() {
        SobolIndices indices = SobolIndices.of(List.of("x", "idle"), 128, u -> u[0]);
        assertThat(indices.of("idle").first()).isZero();
        assertThat(indices.of("idle").total()).isZero();
        assertThat(indices.of("idle").totalInterval()).isEqualTo(Interval.of(0, 0));
    }

    @Test
    void the_same_seed_gives_the_same_intervals() {
        SobolIndices one = SobolIndices.of(THREE, 64, 200, 0.9, 7, SobolIndicesTest::ishigami);
        SobolIndices same = SobolIndices.of(THREE, 64, 200, 0.9, 7, SobolIndicesTest::ishigami);
        SobolIndices other = SobolIndices.of(THREE, 64, 200, 0.9, 8, SobolIndicesTest::ishigami);
        assertThat(one.indices()).isEqualTo(same.indices());
        assertThat(one.of("x1").firstInterval()).isNotEqualTo(other.of("x1").firstInterval());
        assertThat(one.of("x1").first()).isEqualTo(other.of("x1").first());
    }

    @Test
    void a_wider_confidence_gives_a_wider_interval() {
        Interval narrow = SobolIndices.of(THREE, 64, 500, 0.5, 1, SobolIndicesTest::ishigami)
                .of("x1")
                .totalInterval();
        Interval wide = SobolIndices.of(THREE, 64, 500, 0.99, 1, SobolIndicesTest::ishigami)
                .of("x1")
                .totalInterval();
        assertThat(wide.low()).isLessThan(narrow.low());
        assertThat(wide.high()).isGreaterThan(narrow.high());
    }

    @Test
    void percentiles_are_interpolated() {
        Interval middle = SaltelliDesign.percentiles(new double[] {3, 1, 2, 5, 4}, 0.5);
        assertThat(middle).isEqualTo(Interval.of(2, 4));
        assertThat(SaltelliDesign.percentiles(new double[] {3, 1, 2, 5, 4}, 0.75))
                .isEqualTo(Interval.of(1.5, 4.5));
    }

    @Test
    void refuses_what_it_cannot_do() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolIndices.of(List.of(), 8, u -> 1))
                .withMessage("no factors; there is nothing to vary");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolIndices.of(Collections.nCopies(33, "x"), 8, u -> 1))
                .withMessage("33 factors; there are Sobol' points for at most 32");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolIndices.of(List.of("x", "x"), 8, u -> 1))
                .withMessage("a factor comes twice: [x, x]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolIndices.of(List.of("x"), 1, u -> 1))
                .withMessage("base sample 1; it must be at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolIndices.of(List.of("x"), 8, 0, 0.9, 1, u -> 1))
                .withMessage("0 bootstrap replicates; there must be 1 to 100000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolIndices.of(List.of("x"), 8, 9, Double.NaN, 1, u -> 1))
                .withMessage("confidence NaN; it must be between 0 and 1, such as 0.95");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolIndices.of(List.of("x"), 8, u -> Double.NaN))
                .withMessage("the output at [1.1641532182693481E-10] is NaN; it must be a finite number");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        SobolIndices.of(THREE, 8, SobolIndicesTest::ishigami).of("x4"))
                .withMessage("no factor \"x4\"; there are [x1, x2, x3]");
    }

    @Test
    void shows_the_indices_with_their_intervals() {
        assertThat(SobolIndices.of(List.of("x", "idle"), 16, 1, 0.95, 1, u -> u[0] > 0.5 ? 1 : 0)
                        .toString())
                .startsWith("Factor  first order")
                .contains("idle          0.000  0.000 to 0.000  0.000  0.000 to 0.000")
                .endsWith("mean 0.5, variance 0.25; base sample 16, 64 evaluations");
    }

    @Test
    void equal_estimates_are_equal() {
        SobolIndex one = SobolIndices.of(List.of("x", "y"), 16, u -> u[0]).of("x");
        SobolIndex same = SobolIndices.of(List.of("x", "y"), 16, u -> u[0]).of("x");
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one)
                .isNotEqualTo(SobolIndices.of(List.of("x", "y"), 16, u -> u[0]).of("y"));
        assertThat(one.toString())
                .matches("x: first order \\d\\.\\d{3} \\(.* to .*\\), total \\d\\.\\d{3} \\(.* to .*\\)");
    }

    static DoubleStream units() {
        return DoubleStream.of(1e-320, 1e-300, 1e-200, 1e-170, 1e-150, 1e-10, 1e10, 1e150, 1e170, 1e200, 1e300, 1e307);
    }

    /** The unit an output is in does not matter to its indices, to about the digits a double has. */
    @ParameterizedTest(name = "unit={0}")
    @MethodSource("units")
    void an_output_in_any_unit_has_the_same_indices(double unit) {
        SobolIndices plain = SobolIndices.of(THREE, 64, 50, 0.9, 1, SobolIndicesTest::ishigami);
        SobolIndices scaled = assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> SobolIndices.of(THREE, 64, 50, 0.9, 1, point -> unit * ishigami(point)));
        double digits = unit < 1e-300 ? 1e-3 : 1e-9; // subnormal outputs have few digits
        for (int i = 0; i < 3; i++) {
            SobolIndex expected = plain.indices().get(i);
            SobolIndex found = scaled.indices().get(i);
            assertThat(found.first()).isCloseTo(expected.first(), within(digits));
            assertThat(found.total()).isCloseTo(expected.total(), within(digits));
            assertThat(found.totalInterval().low())
                    .isCloseTo(expected.totalInterval().low(), within(digits));
        }
        assertThat(scaled.mean() / unit).isCloseTo(plain.mean(), within(1e-2));
        assertThat(scaled.standardDeviation() / unit).isCloseTo(plain.standardDeviation(), within(1e-2));
        assertThat(scaled.toString()).doesNotContain("NaN").doesNotContain("Infinity");
    }

    /** Powers of two change no digit, so no bit of an index or of its interval. */
    @ParameterizedTest
    @ValueSource(ints = {-1000, -565, -1, 1, 565, 1000})
    void an_output_times_a_power_of_two_has_the_same_indices_to_the_last_bit(int exponent) {
        SobolIndices plain = SobolIndices.of(THREE, 64, 50, 0.9, 1, SobolIndicesTest::ishigami);
        SobolIndices scaled = SobolIndices.of(THREE, 64, 50, 0.9, 1, point -> Math.scalb(ishigami(point), exponent));
        assertThat(scaled.indices()).isEqualTo(plain.indices());
        assertThat(scaled.mean()).isEqualTo(Math.scalb(plain.mean(), exponent));
        assertThat(scaled.standardDeviation()).isEqualTo(Math.scalb(plain.standardDeviation(), exponent));
    }

    @Test
    void a_variance_no_double_holds_is_refused_and_its_root_is_there() {
        SobolIndices large = SobolIndices.of(List.of("x"), 16, u -> 1e200 * u[0]);
        assertThat(large.standardDeviation()).isBetween(1e199, 1e200);
        assertThatIllegalStateException()
                .isThrownBy(large::variance)
                .withMessageStartingWith("the variance is the square of ")
                .withMessageEndingWith(", which no double holds; standardDeviation() has its root");
        assertThat(large.toString()).contains(", standard deviation ");
    }

    /** A spread that is small beside the mean is not lost in it. */
    @Test
    void a_small_spread_about_a_large_mean_is_told() {
        SobolIndices indices = SobolIndices.of(List.of("x", "y"), 256, u -> 1e6 + 1e-6 * u[0]);
        assertThat(indices.of("x").total()).isCloseTo(1, within(0.05));
        assertThat(indices.of("y").total()).isZero();
    }

    @Test
    void a_design_that_no_memory_holds_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolIndices.of(THREE, Integer.MAX_VALUE, u -> u[0]))
                .withMessage(
                        "base sample 2147483647 with 3 factors takes 10737418235 outputs; at most 16777216 are kept");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SobolIndices.of(THREE, 16, Integer.MAX_VALUE, 0.9, 1, u -> u[0]))
                .withMessage("2147483647 bootstrap replicates; there must be 1 to 100000");
    }

    @Test
    void an_interrupt_ends_it() {
        try {
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(InterruptedRunException.class)
                    .isThrownBy(() -> SobolIndices.of(THREE, 16, u -> u[0]))
                    .withMessage("interrupted at row 0 of 16");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
