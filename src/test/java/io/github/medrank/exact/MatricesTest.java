package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against closed forms, and against power iteration and elimination with fifty digits. */
class MatricesTest {
    private static final MathContext DIGITS = new MathContext(50);

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    // ---- Perron's vector ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void perron_is_the_limit_of_fifty_digit_powers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int k = 1 + random.nextInt(15);
        double[][] matrix = new double[k][k];
        for (int i = 0; i < k; i++) {
            matrix[i][i] = 1;
            for (int j = 0; j < i; j++) {
                int times = 1 + random.nextInt(9);
                matrix[i][j] = random.nextBoolean() ? times : 1.0 / times;
                matrix[j][i] = 1 / matrix[i][j];
            }
        }
        double[] vector = Matrices.perron(matrix);
        BigDecimal[] exact = power(matrix);
        for (int i = 0; i < k; i++) {
            assertThat(vector[i] / exact[i].doubleValue()).isCloseTo(1, within(1e-14));
        }
    }

    private static BigDecimal[] power(double[][] matrix) {
        BigDecimal[] vector = new BigDecimal[matrix.length];
        Arrays.fill(vector, BigDecimal.ONE);
        for (int step = 0; step < 300; step++) {
            BigDecimal[] next = new BigDecimal[vector.length];
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < next.length; i++) {
                next[i] = BigDecimal.ZERO;
                for (int j = 0; j < next.length; j++) {
                    next[i] = next[i].add(new BigDecimal(matrix[i][j]).multiply(vector[j]), DIGITS);
                }
                sum = sum.add(next[i]);
            }
            for (int i = 0; i < next.length; i++) {
                vector[i] = next[i].divide(sum, DIGITS);
            }
        }
        return vector;
    }

    /** Judgements that agree: the vector is any column. */
    @Test
    void perron_of_agreeing_judgements_is_their_proportions() {
        double[] proportions = {1e-150, 1, 3, 1e150};
        double[][] matrix = new double[4][4];
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 4; j++) {
                matrix[i][j] = proportions[i] / proportions[j];
            }
        }
        double[] vector = Matrices.perron(matrix);
        assertThat(vector[3]).isEqualTo(1);
        assertThat(vector[0] * 1e300).isCloseTo(1, within(1e-12));
        assertThat(vector[2] / vector[1]).isCloseTo(3, within(1e-14));
    }

    /** a > b > c > a, each strongly: the second eigenvalue is nearly as large as the first, and all are level. */
    @Test
    void perron_of_a_circle_is_level() {
        for (double times : new double[] {9, 1e3, 1e6}) {
            double[] vector = Matrices.perron(
                    new double[][] {{1, times, 1 / times}, {1 / times, 1, times}, {times, 1 / times, 1}});
            for (double each : vector) {
                assertThat(each).isCloseTo(1 / 3.0, within(1e-14));
            }
        }
    }

    // ---- loadings ----

    @Test
    void equal_eigenvalues_share_their_space() {
        assertThat(Matrices.squaredLoadings(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}))
                .containsExactly(1, 1, 1);
        assertThat(Matrices.squaredLoadings(new double[][] {{1, 0, 0}, {0, 2, 0}, {0, 0, 2}}))
                .containsExactly(0, 1, 1);
    }

    /** Of 1 on the diagonal and r beside it the first component is level. */
    @Test
    void equal_correlations_have_equal_loadings() {
        for (int k = 2; k <= 30; k++) {
            double[][] matrix = new double[k][k];
            for (int i = 0; i < k; i++) {
                Arrays.fill(matrix[i], 0.3);
                matrix[i][i] = 1;
            }
            for (double each : Matrices.squaredLoadings(matrix)) {
                assertThat(each * k).isCloseTo(1, within(1e-13));
            }
        }
    }

    /** Two rows: tan 2θ = 2b / (a − c). */
    @Test
    void two_rows_have_a_closed_form() {
        double[] squares = Matrices.squaredLoadings(new double[][] {{4, 1}, {1, 2}});
        double cosine = Math.cos(Math.atan2(2, 2) / 2);
        assertThat(squares[0]).isCloseTo(cosine * cosine, within(1e-15));
        assertThat(squares[1]).isCloseTo(1 - cosine * cosine, within(1e-15));
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void vectors_are_orthonormal_and_make_up_the_matrix(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] matrix = correlations(random, 1 + random.nextInt(30));
        SymmetricEigen eigen = SymmetricEigen.of(matrix);
        int k = matrix.length;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double product = 0;
                double entry = 0;
                for (int m = 0; m < k; m++) {
                    product += eigen.entry(i, m) * eigen.entry(j, m);
                    entry += eigen.value(m) * eigen.entry(m, i) * eigen.entry(m, j);
                }
                assertThat(product).isCloseTo(i == j ? 1 : 0, within(1e-13));
                assertThat(entry).isCloseTo(matrix[i][j], within(1e-13));
            }
        }
    }

    private static double[][] correlations(SplittableRandom random, int k) {
        double[][] columns = new double[k][2 * k + 5];
        double[][] matrix = new double[k][k];
        for (double[] column : columns) {
            Arrays.setAll(column, row -> random.nextDouble() - 0.5 + row % 3);
        }
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                matrix[i][j] =
                        i == j ? 1 : Moments.correlation(columns[i], columns[j]).orElseThrow();
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    // ---- equations ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void solves_equations(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] matrix = correlations(random, 1 + random.nextInt(8));
        double[] right = random.doubles(matrix.length).toArray();
        double[] solution = Matrices.solve(matrix, right);
        BigDecimal[] exact = eliminated(matrix, right);
        double size = Arrays.stream(solution).map(Math::abs).max().orElseThrow();
        for (int i = 0; i < right.length; i++) {
            assertThat(solution[i]).isCloseTo(exact[i].doubleValue(), within(1e-12 * size));
        }
    }

    private static BigDecimal[] eliminated(double[][] matrix, double[] right) {
        int k = right.length;
        BigDecimal[][] a = new BigDecimal[k][k + 1];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                a[i][j] = new BigDecimal(matrix[i][j]);
            }
            a[i][k] = new BigDecimal(right[i]);
        }
        for (int p = 0; p < k; p++) { // positive definite: no pivot is zero
            for (int i = 0; i < k; i++) {
                BigDecimal factor = a[i][p].divide(a[p][p], DIGITS);
                for (int j = p; j <= k && i != p; j++) {
                    a[i][j] = a[i][j].subtract(factor.multiply(a[p][j]), DIGITS);
                }
            }
        }
        BigDecimal[] solution = new BigDecimal[k];
        Arrays.setAll(solution, i -> a[i][k].divide(a[i][i], DIGITS));
        return solution;
    }

    @Test
    void refuses_a_singular_matrix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Matrices.solve(new double[][] {{1, 1}, {1, 1}}, new double[] {1, 2}))
                .withMessage("one indicator is a combination of the others, so there is no single answer; leave one of"
                        + " them out");
    }

    // ---- scale ----

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void no_unit_changes_a_correlation(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] xs = random.doubles(20, -1, 1).toArray();
        double[] ys = random.doubles(20, 5, 6).toArray();
        double here = Moments.correlation(xs, ys).orElseThrow();
        for (int exponent : new int[] {-900, -565, -300, 300, 700, 1000}) {
            double[] scaled =
                    Arrays.stream(xs).map(x -> Math.scalb(x, exponent)).toArray();
            assertThat(Moments.correlation(scaled, ys)).hasValue(here);
            assertThat(Moments.correlation(ys, scaled)).hasValue(here);
        }
    }
}
