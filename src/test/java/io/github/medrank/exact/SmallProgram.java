package io.github.medrank.exact;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.medrank.exact.LinearProgram.Infeasible;
import io.github.medrank.exact.LinearProgram.Optimal;
import io.github.medrank.exact.LinearProgram.Outcome;
import io.github.medrank.exact.LinearProgram.Unbounded;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A linear program of small whole numbers, and the check of an answer's certificate.
 *
 * @param rows the coefficients of each constraint
 * @param bounds the bound of each
 * @param senses 1 for "at least", −1 for "at most", 0 for "equal"
 * @param free which variables may be negative
 */
@SuppressWarnings("ArrayRecordComponent")
record SmallProgram(
        int[][] rows, int[] bounds, int[] senses, boolean[] free, int[] objective, boolean maximised, int decimals) {
    static SmallProgram random(SplittableRandom random) {
        int width = 1 + random.nextInt(4);
        int size = random.nextInt(8);
        int most = 1 + random.nextInt(4);
        int[][] rows = new int[size][width];
        int[] bounds = new int[size];
        int[] senses = new int[size];
        for (int r = 0; r < size; r++) {
            if (r > 0 && random.nextInt(4) == 0) {
                rows[r] = rows[random.nextInt(r)].clone(); // parallel ones: nothing, or little, between them
            } else {
                Arrays.setAll(rows[r], i -> random.nextInt(-most, most + 1));
            }
            bounds[r] = random.nextInt(3) == 0 ? 0 : random.nextInt(-most, 2 * most + 1);
            senses[r] = random.nextInt(4) == 0 ? 0 : random.nextInt(3) == 0 ? 1 : -1;
        }
        boolean[] free = new boolean[width];
        if (random.nextInt(2) == 0) {
            free[random.nextInt(width)] = true;
        }
        int[] objective = new int[width];
        if (random.nextInt(8) > 0) {
            Arrays.setAll(objective, i -> random.nextInt(-most, most + 1));
        }
        return new SmallProgram(rows, bounds, senses, free, objective, random.nextBoolean(), random.nextInt(3));
    }

    private BigDecimal[] decimals(int[] numbers) {
        return Arrays.stream(numbers)
                .mapToObj(each -> BigDecimal.valueOf(each, decimals))
                .toArray(BigDecimal[]::new);
    }

    SmallProgram withObjective(int... other) {
        return new SmallProgram(rows, bounds, senses, free, other, maximised, decimals);
    }

    LinearProgram program() {
        LinearProgram.Builder builder = LinearProgram.builder(free.length);
        for (int i = 0; i < free.length; i++) {
            if (free[i]) {
                builder.free(i);
            }
        }
        for (int r = 0; r < rows.length; r++) {
            BigDecimal bound = BigDecimal.valueOf(bounds[r], decimals);
            switch (senses[r]) {
                case 1 -> builder.atLeast(bound, decimals(rows[r]));
                case -1 -> builder.atMost(bound, decimals(rows[r]));
                default -> builder.equal(bound, decimals(rows[r]));
            }
        }
        return builder.build();
    }

    Outcome solve(LinearProgram.Basis start) {
        BigDecimal[] costs =
                Arrays.stream(objective).mapToObj(BigDecimal::valueOf).toArray(BigDecimal[]::new);
        LinearProgram program = program();
        return maximised ? program.maximise(start, costs) : program.minimise(start, costs);
    }

    void check(Outcome outcome) {
        if (outcome instanceof Optimal optimal) {
            checkFeasible(optimal.point());
            BigInteger reached = sum(objective, optimal.point());
            assertThat(new Fraction(reached, optimal.point().denominator())).isEqualTo(optimal.value());
            checkMultipliers(optimal.multipliers(), objective, maximised ? -1 : 1);
            // Σ multiplier · bound is the value; the decimals of the rows are those of the bounds.
            assertThat(boundOf(optimal.multipliers()).multiply(optimal.value().denominator()))
                    .as("%s", this)
                    .isEqualTo(optimal.value()
                            .numerator()
                            .multiply(optimal.multipliers().denominator())
                            .multiply(BigInteger.TEN.pow(decimals)));
        } else if (outcome instanceof Infeasible infeasible) {
            checkMultipliers(infeasible.multipliers(), new int[free.length], 1);
            assertThat(boundOf(infeasible.multipliers()).signum())
                    .as("%s", this)
                    .isPositive();
        } else if (outcome instanceof Unbounded unbounded) {
            checkFeasible(unbounded.point());
            checkRay(unbounded.ray());
        }
    }

    void checkFeasible(FractionVector point) {
        for (int r = 0; r < rows.length; r++) {
            BigInteger bound = BigInteger.valueOf(bounds[r]).multiply(point.denominator());
            checkSense(sum(rows[r], point).compareTo(bound), senses[r]);
        }
        checkSigns(point);
    }

    private void checkRay(FractionVector ray) {
        for (int r = 0; r < rows.length; r++) {
            checkSense(sum(rows[r], ray).signum(), senses[r]);
        }
        checkSigns(ray);
        assertThat(sum(objective, ray).signum()).as("%s", this).isEqualTo(maximised ? 1 : -1);
    }

    private void checkSigns(FractionVector point) {
        assertThat(point.denominator()).isPositive();
        for (int i = 0; i < free.length; i++) {
            assertThat(free[i] || point.numerator(i).signum() >= 0)
                    .as("%s", this)
                    .isTrue();
        }
    }

    private void checkSense(int sign, int sense) {
        assertThat(sense == 0 ? sign == 0 : sign * sense >= 0).as("%s", this).isTrue();
    }

    /** Σ multiplier · row is the target, and the signs are right. */
    private void checkMultipliers(FractionVector multipliers, int[] target, int sign) {
        BigInteger unit = BigInteger.TEN.pow(decimals);
        assertThat(multipliers.size()).isEqualTo(rows.length + free.length);
        for (int i = 0; i < free.length; i++) {
            BigInteger own = multipliers.numerator(rows.length + i);
            assertThat(free[i] ? own.signum() == 0 : own.signum() * sign >= 0)
                    .as("%s", this)
                    .isTrue();
            BigInteger sum = own.multiply(unit);
            for (int r = 0; r < rows.length; r++) {
                sum = sum.add(multipliers.numerator(r).multiply(BigInteger.valueOf(rows[r][i])));
            }
            assertThat(sum)
                    .as("%s", this)
                    .isEqualTo(BigInteger.valueOf(target[i])
                            .multiply(multipliers.denominator())
                            .multiply(unit));
        }
        for (int r = 0; r < rows.length; r++) {
            int mine = multipliers.numerator(r).signum() * sign;
            assertThat(senses[r] == 0 || mine * senses[r] >= 0).as("%s", this).isTrue();
        }
    }

    private BigInteger boundOf(FractionVector multipliers) {
        BigInteger sum = BigInteger.ZERO;
        for (int r = 0; r < rows.length; r++) {
            sum = sum.add(multipliers.numerator(r).multiply(BigInteger.valueOf(bounds[r])));
        }
        return sum;
    }

    private static BigInteger sum(int[] row, FractionVector point) {
        BigInteger sum = BigInteger.ZERO;
        for (int i = 0; i < row.length; i++) {
            sum = sum.add(point.numerator(i).multiply(BigInteger.valueOf(row[i])));
        }
        return sum;
    }

    @Override
    public String toString() {
        return Arrays.deepToString(rows) + Arrays.toString(senses) + Arrays.toString(bounds) + " free "
                + Arrays.toString(free) + (maximised ? " max " : " min ") + Arrays.toString(objective) + " /10^"
                + decimals;
    }
}
