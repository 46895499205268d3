package io.github.medrank.exact;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The simplex method on the dual of: minimise objective · x where row · x ≥ bound for all rows.
 *
 * <p>The dual seeks y ≥ 0 with Σ y · row = objective and the largest Σ y · bound. Its basis has as many rows as there
 * are variables, regardless of the number of rows. The prices of a basis are the point x at which its rows hold with
 * equality, and a row enters the basis if that point violates it. All arithmetic is exact, and Bland's rule takes over
 * after some steps, so that the method ends.
 *
 * <p>A column that starts with a negative y is negated and counts as artificial, as do the unit vectors that replace
 * missing rows. A first phase drives the artificial columns to zero.
 */
final class ExactSimplex {
    /** What ended the method. */
    enum End {
        OPTIMAL,
        INFEASIBLE,
        /** The dual is infeasible: the objective decreases for ever along a ray, if any point is feasible. */
        RAY
    }

    private static final int UNIT = -1;
    private static final int STEPS_BEFORE_BLAND = 60;

    private final ConstraintRows rows;
    private final BigInteger[] objective;
    private final IntegerInverse inverse;
    private final int[] basis;
    private final boolean[] artificial;
    private final boolean[] basic;
    private BigInteger[] y;
    private BigInteger[] x;
    private int steps;
    private int entering = UNIT;
    private BigInteger[] direction = {};

    private ExactSimplex(ConstraintRows rows, BigInteger[] objective) {
        this.rows = rows;
        this.objective = objective;
        this.inverse = new IntegerInverse(rows.width);
        this.basis = new int[rows.width];
        this.artificial = new boolean[rows.width];
        this.basic = new boolean[rows.size];
        this.y = objective;
        this.x = objective;
        Arrays.fill(basis, UNIT);
    }

    /** Prepares the method at a basis; rows that depend on the earlier ones are left out. */
    static ExactSimplex from(ConstraintRows rows, BigInteger[] objective, int[] start) {
        ExactSimplex simplex = new ExactSimplex(rows, objective);
        for (int row : start) {
            simplex.load(row);
        }
        simplex.turnRoundNegative();
        return simplex;
    }

    private void load(int row) {
        BigInteger[] times = inverse.times(rows.rows[row]);
        int place = UNIT;
        for (int k = 0; k < basis.length; k++) {
            boolean free = basis[k] == UNIT && times[k].signum() != 0;
            place = free && (place == UNIT || times[k].bitLength() < times[place].bitLength()) ? k : place;
        }
        if (place != UNIT && !basic[row]) {
            put(place, row, times);
        }
    }

    private void put(int place, int row, BigInteger[] times) {
        if (basis[place] != UNIT) {
            basic[basis[place]] = false;
        }
        inverse.replace(place, times);
        basis[place] = row;
        basic[row] = true;
        artificial[place] = false;
    }

    private void turnRoundNegative() {
        y = inverse.times(objective);
        for (int k = 0; k < basis.length; k++) {
            artificial[k] = basis[k] == UNIT || y[k].signum() < 0;
            if (y[k].signum() < 0) {
                inverse.negate(k);
                y[k] = y[k].negate();
            }
        }
    }

    End run() {
        if (artificialIsLeft()) {
            improve(true);
            if (artificialIsLeft()) {
                return End.RAY;
            }
        }
        for (int k = 0; k < basis.length; k++) {
            if (artificial[k] && basis[k] != UNIT) {
                inverse.negate(k);
                artificial[k] = false;
            }
        }
        return improve(false) ? End.OPTIMAL : End.INFEASIBLE;
    }

    private boolean artificialIsLeft() {
        for (int k = 0; k < basis.length; k++) {
            if (artificial[k] && y[k].signum() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Exchanges rows until no row is violated; false if the dual is unbounded, which the first phase never is. */
    private boolean improve(boolean first) {
        while (true) {
            BigInteger[] costs = new BigInteger[basis.length];
            for (int k = 0; k < costs.length; k++) {
                costs[k] = cost(k, first);
            }
            x = inverse.timesFromLeft(costs);
            entering = violated(first);
            if (entering == UNIT) {
                return true;
            }
            direction = inverse.times(rows.rows[entering]);
            int leaving = leaving(first);
            if (leaving == UNIT) {
                return false;
            }
            put(leaving, entering, direction);
            y = inverse.times(objective);
            steps++;
        }
    }

    private BigInteger cost(int k, boolean first) {
        if (artificial[k]) {
            return first ? BigInteger.ONE.negate() : BigInteger.ZERO;
        }
        return first ? BigInteger.ZERO : rows.bounds[basis[k]];
    }

    /** A row outside the basis that the point violates: the most violated one, after some steps the first. */
    private int violated(boolean first) {
        boolean bland = steps >= STEPS_BEFORE_BLAND;
        return rows.violated(x, inverse.determinant(), first, bland);
    }

    /** The place whose y reaches zero first; of several, the one of the lowest row, artificial ones before all. */
    private int leaving(boolean first) {
        int least = UNIT;
        for (int k = 0; k < basis.length; k++) {
            if (!first && artificial[k] && direction[k].signum() != 0) {
                return k;
            }
            if (direction[k].signum() > 0) {
                int sign =
                        least == UNIT ? -1 : y[k].multiply(direction[least]).compareTo(y[least].multiply(direction[k]));
                least = sign < 0 || (sign == 0 && order(k) < order(least)) ? k : least;
            }
        }
        return least;
    }

    private int order(int k) {
        return artificial[k] ? k - basis.length : basis[k];
    }

    /** The optimal point, or the direction of the ray. */
    FractionVector point() {
        return FractionVector.of(x, inverse.determinant());
    }

    /** The multipliers of all rows times {@link #denominator}: of the optimum, or of a contradiction. */
    BigInteger[] multipliers(End end) {
        BigInteger[] multipliers = new BigInteger[rows.size];
        Arrays.fill(multipliers, BigInteger.ZERO);
        for (int k = 0; k < basis.length; k++) {
            if (basis[k] != UNIT) {
                multipliers[basis[k]] = end == End.OPTIMAL ? y[k] : direction[k].negate();
            }
        }
        if (end == End.INFEASIBLE) {
            multipliers[entering] = inverse.determinant();
        }
        return multipliers;
    }

    BigInteger denominator() {
        return inverse.determinant();
    }

    /** The rows of the basis. */
    int[] basis() {
        return Arrays.stream(basis).filter(row -> row != UNIT).toArray();
    }
}
