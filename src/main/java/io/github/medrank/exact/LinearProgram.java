package io.github.medrank.exact;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableIntArray;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Linear constraints on a few variables, with exact minimisation and maximisation of linear functions.
 *
 * <p>There may be thousands of constraints; a basis has at most as many rows as there are variables, at most {@value
 * #MOST}. A simplex method in doubles proposes a basis, and exact arithmetic confirms or improves it. No answer
 * therefore depends on a tolerance, and every answer comes with its proof.
 *
 * <pre>{@code
 * var two = BigDecimal.valueOf(2);
 * var program = LinearProgram.builder(2).atMost(BigDecimal.ONE, two, BigDecimal.ONE).build(); // 2 x + y ≤ 1, x, y ≥ 0
 * program.maximise(BigDecimal.ONE, BigDecimal.ONE) // optimal: 1 at (0, 1)
 * }</pre>
 */
@Immutable
@SuppressWarnings("Immutable") // the arrays are not written after construction
public final class LinearProgram {
    /** The greatest number of variables. */
    static final int MOST = 100;

    private final ConstraintRows rows;
    private final int constraints;
    /** The constraint that each row is of; the constraints are followed by the variables that are not negative. */
    private final int[] origins;
    /**
     * What a row's multiplier is to be multiplied by to be the constraint's; negative where the row was turned round.
     */
    private final BigInteger[] factors;

    private LinearProgram(Builder builder) {
        this.constraints = builder.constraints;
        List<BigInteger[]> all = new ArrayList<>(builder.rows);
        List<BigInteger> bounds = new ArrayList<>(builder.bounds);
        List<Integer> of = new ArrayList<>(builder.origins);
        List<BigInteger> by = new ArrayList<>(builder.factors);
        for (int i = 0; i < builder.free.length; i++) {
            if (!builder.free[i]) {
                BigInteger[] row = new BigInteger[builder.free.length];
                Arrays.fill(row, BigInteger.ZERO);
                row[i] = BigInteger.ONE;
                all.add(row);
                bounds.add(BigInteger.ZERO);
                of.add(constraints + i);
                by.add(BigInteger.ONE);
            }
        }
        this.rows = new ConstraintRows(builder.free.length, all, bounds);
        this.origins = of.stream().mapToInt(Integer::intValue).toArray();
        this.factors = by.toArray(BigInteger[]::new);
    }

    /** Returns a builder of constraints on variables that are nonnegative unless declared free. */
    public static Builder builder(int variables) {
        return new Builder(variables);
    }

    /** Minimises Σ objective · x. */
    public Outcome minimise(BigDecimal... objective) {
        return minimise(Basis.EMPTY, objective);
    }

    /** Minimises Σ objective · x, starting from the final basis of a similar program. */
    public Outcome minimise(Basis start, BigDecimal... objective) {
        Scaled scaled = Scaled.of(objective);
        return solve(scaled.numbers, scaled.factor, start, false);
    }

    /** Maximises Σ objective · x. */
    public Outcome maximise(BigDecimal... objective) {
        return maximise(Basis.EMPTY, objective);
    }

    /** Maximises Σ objective · x, starting from the final basis of a similar program. */
    public Outcome maximise(Basis start, BigDecimal... objective) {
        Scaled scaled = Scaled.of(objective);
        BigInteger[] negative =
                Arrays.stream(scaled.numbers).map(BigInteger::negate).toArray(BigInteger[]::new);
        return solve(negative, scaled.factor, start, true);
    }

    /**
     * Finds the point nearest to target / divisor, by the Euclidean distance, that satisfies all constraints.
     *
     * @param divisor a positive number
     * @return the point; empty if no point satisfies the constraints
     */
    public Optional<FractionVector> nearest(BigDecimal[] target, BigDecimal divisor) {
        BigDecimal[] all = Arrays.copyOf(target, target.length + 1);
        all[target.length] = divisor;
        BigInteger[] scaled = Scaled.of(all).numbers;
        checkArgument(target.length == rows.width, "%s coordinates for %s variables", target.length, rows.width);
        checkArgument(divisor.signum() > 0, "divisor %s; it must be positive", divisor);
        return new NearestPoint(rows, Arrays.copyOf(scaled, target.length), scaled[target.length]).find();
    }

    private Outcome solve(BigInteger[] objective, BigInteger factor, Basis start, boolean negated) {
        checkArgument(objective.length == rows.width, "%s coefficients for %s variables", objective.length, rows.width);
        int[] from = start.rows.stream().filter(row -> row < rows.size).toArray();
        double[] doubles = ConstraintRows.doubles(objective, ConstraintRows.bits(objective));
        ExactSimplex simplex = ExactSimplex.from(rows, objective, DoubleSimplex.propose(rows, doubles, from));
        ExactSimplex.End end = simplex.run();
        return switch (end) {
            case OPTIMAL -> optimal(simplex, objective, factor, negated);
            case INFEASIBLE -> infeasible(simplex);
            case RAY -> unboundedOrInfeasible(simplex.point());
        };
    }

    private Optimal optimal(ExactSimplex simplex, BigInteger[] objective, BigInteger factor, boolean negated) {
        FractionVector point = simplex.point();
        BigInteger sum = IntegerInverse.dot(objective, point.numerators());
        return new Optimal(
                point,
                new Fraction(negated ? sum.negate() : sum, point.denominator().multiply(factor)),
                multipliers(
                        simplex.multipliers(ExactSimplex.End.OPTIMAL),
                        negated ? simplex.denominator().negate() : simplex.denominator(),
                        factor),
                new Basis(ImmutableIntArray.copyOf(simplex.basis())));
    }

    private Infeasible infeasible(ExactSimplex simplex) {
        return new Infeasible(
                multipliers(simplex.multipliers(ExactSimplex.End.INFEASIBLE), simplex.denominator(), BigInteger.ONE));
    }

    private FractionVector multipliers(BigInteger[] ofRows, BigInteger denominator, BigInteger factor) {
        BigInteger[] all = new BigInteger[constraints + rows.width];
        Arrays.fill(all, BigInteger.ZERO);
        for (int r = 0; r < ofRows.length; r++) {
            if (ofRows[r].signum() != 0) {
                all[origins[r]] = all[origins[r]].add(ofRows[r].multiply(factors[r]));
            }
        }
        return FractionVector.of(all, denominator.multiply(factor));
    }

    /** Tests for a feasible point, without which a ray is meaningless. */
    private Outcome unboundedOrInfeasible(FractionVector ray) {
        BigInteger[] nothing = new BigInteger[rows.width];
        Arrays.fill(nothing, BigInteger.ZERO);
        Outcome feasible = solve(nothing, BigInteger.ONE, Basis.EMPTY, false);
        return feasible instanceof Optimal some ? new Unbounded(some.point(), ray) : feasible;
    }

    /** The exact outcome of a linear program, with its proof. */
    public sealed interface Outcome permits Optimal, Infeasible, Unbounded {}

    /**
     * An optimal point of a linear program.
     *
     * @param point the optimal point, which is a vertex if all variables are bounded on some side
     * @param value the objective at the point
     * @param multipliers one per constraint, then one per variable: Σ multiplier · row, the rows of the variables being
     *     unit vectors, is the objective, and Σ multiplier · bound is the value. In a minimum the multiplier of "at
     *     least" and of a variable is not negative, that of "at most" not positive; in a maximum the other way round
     * @param basis a basis from which a similar program can start
     */
    @Immutable
    public record Optimal(FractionVector point, Fraction value, FractionVector multipliers, Basis basis)
            implements Outcome {}

    /**
     * A proof that no point satisfies all constraints.
     *
     * @param multipliers one per constraint, then one per variable, of the signs of a minimum: Σ multiplier · row is
     *     zero, and Σ multiplier · bound is positive (Farkas)
     */
    @Immutable
    public record Infeasible(FractionVector multipliers) implements Outcome {}

    /**
     * An objective without an optimum.
     *
     * @param point a feasible point
     * @param ray a direction along which all constraints stay satisfied and the objective improves
     */
    @Immutable
    public record Unbounded(FractionVector point, FractionVector ray) implements Outcome {}

    /** A set of constraints that determines a vertex. */
    @Immutable
    public static final class Basis {
        /** The empty basis, for a program that resembles no earlier one. */
        public static final Basis EMPTY = new Basis(ImmutableIntArray.of());

        private final ImmutableIntArray rows;

        private Basis(ImmutableIntArray rows) {
            this.rows = rows;
        }
    }

    /** Decimals times a positive whole number that makes them whole. */
    private static final class Scaled {
        private final BigInteger[] numbers;
        private final BigInteger factor;

        private Scaled(BigInteger[] numbers, BigInteger factor) {
            this.numbers = numbers;
            this.factor = factor;
        }

        static Scaled of(BigDecimal... decimals) {
            int scale = 0;
            for (BigDecimal each : decimals) {
                scale = Math.max(scale, each.scale());
            }
            BigInteger[] whole = new BigInteger[decimals.length];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = decimals[i].setScale(scale).unscaledValue();
            }
            return new Scaled(whole, BigInteger.TEN.pow(scale));
        }
    }

    /** A builder of constraints. */
    public static final class Builder {
        private final boolean[] free;
        private final List<BigInteger[]> rows = new ArrayList<>();
        private final List<BigInteger> bounds = new ArrayList<>();
        private final List<Integer> origins = new ArrayList<>();
        private final List<BigInteger> factors = new ArrayList<>();
        private int constraints;

        private Builder(int variables) {
            checkArgument(
                    variables >= 1 && variables <= MOST, "%s variables; from 1 to %s are allowed", variables, MOST);
            this.free = new boolean[variables];
        }

        /** Lets a variable be negative. */
        @CanIgnoreReturnValue
        public Builder free(int variable) {
            free[variable] = true;
            return this;
        }

        /** Adds Σ row · x ≥ bound. */
        @CanIgnoreReturnValue
        public Builder atLeast(BigDecimal bound, BigDecimal... row) {
            return add(bound, row, true, false);
        }

        /** Adds Σ row · x ≤ bound. */
        @CanIgnoreReturnValue
        public Builder atMost(BigDecimal bound, BigDecimal... row) {
            return add(bound, row, false, true);
        }

        /** Adds Σ row · x = bound. */
        @CanIgnoreReturnValue
        public Builder equal(BigDecimal bound, BigDecimal... row) {
            return add(bound, row, true, true);
        }

        private Builder add(BigDecimal bound, BigDecimal[] row, boolean least, boolean most) {
            checkArgument(row.length == free.length, "%s coefficients for %s variables", row.length, free.length);
            BigDecimal[] all = Arrays.copyOf(row, row.length + 1);
            all[row.length] = bound;
            Scaled scaled = Scaled.of(all);
            BigInteger[] whole = Arrays.copyOf(scaled.numbers, row.length);
            if (least) {
                add(whole, scaled.numbers[row.length], scaled.factor);
            }
            if (most) {
                BigInteger[] turned =
                        Arrays.stream(whole).map(BigInteger::negate).toArray(BigInteger[]::new);
                add(turned, scaled.numbers[row.length].negate(), scaled.factor.negate());
            }
            constraints++;
            return this;
        }

        private void add(BigInteger[] row, BigInteger bound, BigInteger factor) {
            rows.add(row);
            bounds.add(bound);
            origins.add(constraints);
            factors.add(factor);
        }

        /** Returns the program. */
        public LinearProgram build() {
            return new LinearProgram(this);
        }
    }
}
