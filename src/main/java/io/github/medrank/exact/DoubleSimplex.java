package io.github.medrank.exact;

import java.util.Arrays;

/**
 * The method of {@link ExactSimplex} in doubles. It proposes a basis and guarantees nothing about it.
 *
 * <p>It stops when in doubt: after too many steps, or if a number is no longer finite.
 */
final class DoubleSimplex {
    private static final int UNIT = -1;
    private static final double VIOLATED = 1e-10;
    private static final double PIVOT = 1e-9;

    private final ConstraintRows rows;
    private final double[] objective;
    private final int width;
    private final double[][] inverse;
    private final int[] basis;
    private final boolean[] artificial;
    private final double[] x;
    private final double[] y;
    private final double[] direction;
    private final int mostSteps;
    private int steps;

    private DoubleSimplex(ConstraintRows rows, double[] objective) {
        this.rows = rows;
        this.objective = objective;
        this.width = rows.width;
        this.inverse = new double[width][width];
        this.basis = new int[width];
        this.artificial = new boolean[width];
        this.x = new double[width];
        this.y = new double[width];
        this.direction = new double[width];
        this.mostSteps = 100 + 20 * width;
        Arrays.fill(basis, UNIT);
        for (int k = 0; k < width; k++) {
            inverse[k][k] = 1;
        }
    }

    /** The rows of a basis that is optimal as far as doubles can tell. */
    static int[] propose(ConstraintRows rows, double[] objective, int[] start) {
        DoubleSimplex simplex = new DoubleSimplex(rows, objective);
        for (int row : start) {
            simplex.load(row);
        }
        simplex.turnRoundNegative();
        simplex.run();
        return Arrays.stream(simplex.basis).filter(row -> row != UNIT).toArray();
    }

    private void load(int row) {
        solve(rows.doubleRows[row]);
        int place = UNIT;
        for (int k = 0; k < width; k++) {
            if (basis[k] == UNIT && Math.abs(direction[k]) > (place == UNIT ? PIVOT : Math.abs(direction[place]))) {
                place = k;
            }
        }
        if (place != UNIT) {
            put(place, row);
        }
    }

    private void turnRoundNegative() {
        values();
        for (int k = 0; k < width; k++) {
            artificial[k] = basis[k] == UNIT || y[k] < -PIVOT;
            if (y[k] < 0 && artificial[k]) {
                negate(k);
            }
        }
        values();
    }

    private void negate(int k) {
        for (int j = 0; j < width; j++) {
            inverse[k][j] = -inverse[k][j];
        }
    }

    private void run() {
        if (artificialIsLeft()) {
            improve(true);
            if (artificialIsLeft()) {
                return;
            }
        }
        for (int k = 0; k < width; k++) {
            if (artificial[k] && basis[k] != UNIT) {
                negate(k);
                artificial[k] = false;
            }
        }
        improve(false);
    }

    private boolean artificialIsLeft() {
        for (int k = 0; k < width; k++) {
            if (artificial[k] && y[k] > PIVOT) {
                return true;
            }
        }
        return false;
    }

    private void improve(boolean first) {
        for (; steps < mostSteps; steps++) {
            price(first);
            int entering = mostViolated(first);
            if (entering == UNIT) {
                return;
            }
            solve(rows.doubleRows[entering]);
            int leaving = leaving(first);
            if (leaving == UNIT) {
                return;
            }
            put(leaving, entering);
            values();
        }
    }

    private void values() {
        for (int k = 0; k < width; k++) {
            y[k] = dot(inverse[k], objective);
        }
    }

    /** The inverse times a column, into the direction. */
    private void solve(double[] column) {
        for (int k = 0; k < width; k++) {
            direction[k] = dot(inverse[k], column);
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private void price(boolean first) {
        Arrays.fill(x, 0);
        for (int k = 0; k < width; k++) {
            double cost = cost(k, first);
            for (int j = 0; j < width && cost != 0; j++) {
                x[j] += cost * inverse[k][j];
            }
        }
    }

    private double cost(int k, boolean first) {
        if (artificial[k]) {
            return first ? -1 : 0;
        }
        return first ? 0 : rows.doubleBounds[basis[k]];
    }

    private int mostViolated(boolean first) {
        int most = UNIT;
        double greatest = VIOLATED;
        for (int r = 0; r < rows.size; r++) {
            double violation = rows.violation(r, x, first);
            if (violation > greatest) {
                greatest = violation;
                most = r;
            }
        }
        return most;
    }

    private int leaving(boolean first) {
        int least = UNIT;
        double ratio = Double.POSITIVE_INFINITY;
        for (int k = 0; k < width; k++) {
            if (!first && artificial[k] && Math.abs(direction[k]) > PIVOT) {
                return k;
            }
            if (direction[k] > PIVOT) {
                double mine = Math.max(0, y[k]) / direction[k];
                boolean near = least != UNIT && Math.abs(mine - ratio) <= PIVOT * (1 + ratio);
                if (near ? direction[k] > direction[least] : mine < ratio) {
                    least = k;
                    ratio = near ? Math.min(mine, ratio) : mine;
                }
            }
        }
        return least;
    }

    private void put(int place, int row) {
        double[] pivotRow = inverse[place];
        double pivot = direction[place];
        for (int j = 0; j < width; j++) {
            pivotRow[j] /= pivot;
        }
        for (int k = 0; k < width; k++) {
            double factor = direction[k];
            for (int j = 0; j < width && k != place && factor != 0; j++) {
                inverse[k][j] -= factor * pivotRow[j];
            }
        }
        basis[place] = row;
        artificial[place] = false;
    }
}
