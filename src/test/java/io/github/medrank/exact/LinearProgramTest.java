package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.medrank.exact.LinearProgram.Infeasible;
import io.github.medrank.exact.LinearProgram.Optimal;
import io.github.medrank.exact.LinearProgram.Outcome;
import io.github.medrank.exact.LinearProgram.Unbounded;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer is held to its certificate in arithmetic written here, and small ones to all bases there are. */
class LinearProgramTest {
    private static final int PROGRAMS_A_SEED = 500;

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    private static BigDecimal[] decimals(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Decimals::of).toArray(BigDecimal[]::new);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void equals_brute_force_over_all_bases(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] ends = new int[3];
        for (int i = 0; i < PROGRAMS_A_SEED; i++) {
            SmallProgram small = SmallProgram.random(random);
            Outcome outcome = small.solve(LinearProgram.Basis.EMPTY);
            small.check(outcome);
            LinearVertices vertices = new LinearVertices(small);
            if (outcome instanceof Optimal optimal) {
                ends[0]++;
                assertThat(vertices.feasible).as("%s", small).isTrue();
                assertThat(optimal.value()).as("%s", small).isEqualTo(vertices.best);
            } else {
                ends[outcome instanceof Infeasible ? 1 : 2]++;
                assertThat(vertices.feasible).as("%s", small).isEqualTo(outcome instanceof Unbounded);
            }
        }
        assertThat(ends[0]).isGreaterThan(PROGRAMS_A_SEED / 20);
        assertThat(ends[1]).isGreaterThan(PROGRAMS_A_SEED / 20);
        assertThat(ends[2]).isGreaterThan(PROGRAMS_A_SEED / 20);
    }

    @ParameterizedTest(name = "seed={0}")
    @MethodSource("seeds")
    void another_start_leads_to_the_same_value(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        LinearProgram.Basis last = LinearProgram.Basis.EMPTY;
        for (int i = 0; i < 100; i++) {
            SmallProgram small = SmallProgram.random(random);
            Outcome cold = small.solve(LinearProgram.Basis.EMPTY);
            Outcome warm = small.solve(last);
            small.check(warm);
            assertThat(warm.getClass()).isEqualTo(cold.getClass());
            if (cold instanceof Optimal first && warm instanceof Optimal second) {
                assertThat(second.value()).isEqualTo(first.value());
                last = second.basis();
            }
        }
    }

    /** The cube whose corners the simplex method may visit all: max 10^(n-1) x1 + … + xn; the optimum is 100^(n-1). */
    @Test
    void solves_the_cubes_of_klee_and_minty() {
        for (int n = 1; n <= 20; n++) {
            LinearProgram.Builder program = LinearProgram.builder(n);
            BigDecimal[] objective = new BigDecimal[n];
            for (int i = 0; i < n; i++) {
                BigDecimal[] row = new BigDecimal[n];
                Arrays.fill(row, BigDecimal.ZERO);
                for (int j = 0; j < i; j++) {
                    row[j] = BigDecimal.TEN.pow(i - j).multiply(BigDecimal.valueOf(2));
                }
                row[i] = BigDecimal.ONE;
                program.atMost(BigDecimal.valueOf(100).pow(i), row);
                objective[i] = BigDecimal.TEN.pow(n - 1 - i);
            }
            assertThat(((Optimal) program.build().maximise(objective)).value())
                    .isEqualTo(new Fraction(BigInteger.valueOf(100).pow(n - 1), BigInteger.ONE));
        }
    }

    /** Beale's program, on which the textbook method goes round in a circle; the optimum is −1/20. */
    @Test
    void does_not_go_round_in_circles() {
        LinearProgram program = LinearProgram.builder(4)
                .atMost(BigDecimal.ZERO, decimals(0.25, -60, -0.04, 9))
                .atMost(BigDecimal.ZERO, decimals(0.5, -90, -0.02, 3))
                .atMost(BigDecimal.ONE, decimals(0, 0, 1, 0))
                .build();
        Optimal optimal = (Optimal) program.minimise(decimals(-0.75, 150, -0.02, 6));
        assertThat(optimal.value()).hasToString("-1/20");
        assertThat(optimal.point()).hasToString("1/25, 0, 1, 0");
    }

    /** Bounds apart by a 10^-30th: in doubles there is no room between them, or one, as rounding has it. */
    @Test
    void decides_what_doubles_cannot() {
        BigDecimal third = new BigDecimal("0.333333333333333333333333333333");
        BigDecimal more = new BigDecimal("0.333333333333333333333333333334");
        LinearProgram.Builder between =
                LinearProgram.builder(1).atLeast(third, BigDecimal.ONE).atMost(more, BigDecimal.ONE);
        assertThat(((Optimal) between.build().maximise(BigDecimal.ONE)).value().numerator())
                .isEqualTo(new BigInteger("166666666666666666666666666667"));
        assertThat(between.atMost(BigDecimal.ONE, BigDecimal.valueOf(3)).build().maximise(BigDecimal.ONE))
                .isInstanceOfSatisfying(
                        Optimal.class, optimal -> assertThat(optimal.value()).hasToString("1/3"));
        LinearProgram none = LinearProgram.builder(1)
                .atLeast(more, BigDecimal.ONE)
                .atMost(BigDecimal.ONE, BigDecimal.valueOf(3))
                .build();
        assertThat(none.maximise(BigDecimal.ONE)).isInstanceOf(Infeasible.class);
    }

    @Test
    void takes_numbers_of_any_size() {
        BigDecimal huge = new BigDecimal("1e400");
        BigDecimal tiny = new BigDecimal("1e-400");
        LinearProgram program = LinearProgram.builder(2)
                .atMost(huge, huge, tiny)
                .atMost(BigDecimal.ONE, BigDecimal.ONE, tiny)
                .build();
        Optimal optimal = (Optimal) program.maximise(BigDecimal.ZERO, tiny);
        assertThat(optimal.value()).hasToString("1");
        assertThat(optimal.point().get(1).doubleValue()).isInfinite();
    }

    /** Thousands of tangents of a circle, thirty variables: the certificate says whether the answer is right. */
    @Test
    void takes_many_constraints_on_thirty_variables() {
        SplittableRandom random = new SplittableRandom(5);
        LinearProgram.Builder builder = LinearProgram.builder(30);
        List<BigDecimal[]> rows = new ArrayList<>();
        for (int r = 0; r < 3000; r++) {
            BigDecimal[] row = new BigDecimal[30];
            Arrays.setAll(row, i -> BigDecimal.valueOf(random.nextInt(0, 1001), 1));
            rows.add(row);
            builder.atMost(BigDecimal.ONE, row);
        }
        BigDecimal[] objective = new BigDecimal[30];
        Arrays.setAll(objective, i -> BigDecimal.valueOf(random.nextInt(1, 1001), 1));
        Optimal optimal = (Optimal) builder.build().maximise(objective);
        FractionVector point = optimal.point();
        BigDecimal denominator = new BigDecimal(point.denominator());
        for (BigDecimal[] row : rows) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int i = 0; i < 30; i++) {
                sum = sum.add(row[i].multiply(new BigDecimal(point.numerator(i))));
            }
            assertThat(sum).isLessThanOrEqualTo(denominator);
        }
        BigInteger bound = BigInteger.ZERO;
        for (int r = 0; r < rows.size(); r++) {
            assertThat(optimal.multipliers().numerator(r).signum()).isNotNegative();
            bound = bound.add(optimal.multipliers().numerator(r));
        }
        assertThat(optimal.value())
                .isEqualTo(new Fraction(bound, optimal.multipliers().denominator()));
    }

    @Test
    void refuses_rows_of_another_width() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearProgram.builder(2).atMost(BigDecimal.ONE, BigDecimal.ONE))
                .withMessage("1 coefficients for 2 variables");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearProgram.builder(2).build().minimise(BigDecimal.ONE))
                .withMessage("1 coefficients for 2 variables");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LinearProgram.builder(0))
                .withMessage("0 variables; from 1 to 100 are allowed");
    }
}
